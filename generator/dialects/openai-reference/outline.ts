/** A page taken apart: its title, what stands below it, and the events, each with its parts. */
import type { Heading, RootContent } from 'mdast';
import { report } from '../../diagnostics.ts';
import { sourceOf } from '../../markdown/inline.ts';
import type { Page } from '../dialect.ts';
import { allSections, outlineOf, type PageSection } from '../outline.ts';

/** An anchor, which is HTML on a line of its own above a heading. */
export interface Anchor {
  id: string;
  node: RootContent;
}

/** The section of an event: `## event.name`, with its parts below. */
export interface EventSection {
  section: PageSection;
  anchor?: Anchor;
}

export interface ReferencePage {
  title?: Heading;
  preamble: RootContent[];
  events: EventSection[];
}

/** Takes a page apart; the depth of a heading says what it begins. */
export function referencePageOf(page: Page): ReferencePage {
  const { preamble, sections } = outlineOf(page);
  const anchors = takeAnchors(page, preamble, allSections(sections));
  const [title, ...others] = sections;
  const isTitled = title?.heading.depth === 1;
  const below = isTitled ? [...title.sections, ...others] : sections;
  const events = below.filter(({ heading }) => heading.depth === 2);
  for (const { heading } of [
    ...below.filter((section) => !events.includes(section)),
    ...events.flatMap((event) => event.sections).filter(isTooDeep),
    ...events.flatMap((event) => event.sections.flatMap((part) => part.sections)),
  ]) {
    const sentence =
      'a page has one title (#), an event is a heading of two marks (##), and its parts are headings of three (###).';
    report(page.file, 'section-unknown', heading, sentence);
  }
  return {
    ...(isTitled && { title: title.heading }),
    preamble: isTitled ? [...preamble, ...title.blocks] : preamble,
    events: events.map((section) => {
      const anchor = anchors.get(section);
      return anchor ? { section, anchor } : { section };
    }),
  };
}

function isTooDeep({ heading }: PageSection): boolean {
  return heading.depth > 3;
}

/** Takes each anchor off the end of what stands above its event; one that stands elsewhere is reported. */
function takeAnchors(
  page: Page,
  preamble: RootContent[],
  sections: readonly PageSection[],
): Map<PageSection, Anchor> {
  const anchors = new Map<PageSection, Anchor>();
  for (const [i, blocks] of [preamble, ...sections.map((section) => section.blocks)].entries()) {
    const next = sections[i];
    const found = blocks.flatMap((block) => anchorOf(page, block) ?? []);
    for (const anchor of found) {
      const isAbove = next?.heading.depth === 2 && anchor.node === blocks.at(-1);
      if (isAbove) anchors.set(next, anchor);
      else reportLooseAnchor(page, anchor);
    }
    const nodes = found.map(({ node }) => node);
    blocks.splice(0, blocks.length, ...blocks.filter((block) => !nodes.includes(block)));
  }
  return anchors;
}

const anchorTag = /^<a (?:id|name)="([^"]*)">\s*<\/a>$/;

/** To Markdown, an anchor that is closed on its line is a paragraph. */
function anchorOf(page: Page, node: RootContent): Anchor | undefined {
  if (node.type !== 'paragraph' && node.type !== 'html') return undefined;
  if (node.type === 'paragraph' && node.children[0]?.type !== 'html') return undefined;
  const id = anchorTag.exec(sourceOf(page, node).trim())?.[1];
  return id === undefined ? undefined : { id, node };
}

function reportLooseAnchor(page: Page, { id, node }: Anchor): void {
  const sentence = `the anchor "${id}" is not above an event; it needs the heading "## ${id}" right below it.`;
  report(page.file, 'block-unknown', node, sentence);
}
