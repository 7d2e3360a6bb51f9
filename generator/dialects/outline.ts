/** A page taken apart at its headings. Dialects name every section they know and report the others. */
import GithubSlugger from 'github-slugger';
import type { Heading, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { report } from '../diagnostics.ts';
import { positionOf, wordsOf } from '../markdown/inline.ts';
import type { Span } from '../model/model.ts';
import { positionAt } from '../model/position.ts';
import { markIgnored, markStructure } from './account.ts';
import type { LinkNode, Page } from './dialect.ts';
import { isOneEditAway } from './flags.ts';

/** A heading with what stands below it. */
export interface PageSection {
  heading: Heading;
  /** The blocks up to the next heading of any depth. */
  blocks: RootContent[];
  /** The sections with deeper headings, up to the next heading that is not deeper. */
  sections: PageSection[];
}

export interface Outline {
  /** Blocks before the first heading, front matter apart. */
  preamble: RootContent[];
  /** The sections that are part of no other one. */
  sections: PageSection[];
}

/** Takes a page apart at its headings; sections with deeper headings are part of the one above them. */
export function outlineOf(page: Page): Outline {
  const outline: Outline = { preamble: [], sections: [] };
  markIgnored(
    page,
    'front-matter',
    page.tree.children.filter(({ type }) => type === 'yaml'),
  );
  /** The sections that what comes next may be part of, the deepest one last. */
  const open: PageSection[] = [];
  for (const block of blocksOf(page)) {
    if (block.type !== 'heading') {
      (open.at(-1)?.blocks ?? outline.preamble).push(block);
      continue;
    }
    const section: PageSection = { heading: block, blocks: [], sections: [] };
    while ((open.at(-1)?.heading.depth ?? 0) >= block.depth) open.pop();
    (open.at(-1)?.sections ?? outline.sections).push(section);
    open.push(section);
  }
  return outline;
}

/** Sections with all that are part of them, in the order of the page. */
export function allSections(sections: readonly PageSection[]): PageSection[] {
  return sections.flatMap((section) => [section, ...allSections(section.sections)]);
}

/** Where a section begins and ends, with all that are part of it. */
export function spanOfSection(page: Page, section: PageSection): Span {
  const deepest = allSections([section]).at(-1) ?? section;
  const end = (deepest.blocks.at(-1) ?? deepest.heading).position?.end;
  return {
    first: positionOf(page, section.heading),
    last: positionAt(page.file.path, end ?? { line: 1, column: 1 }),
  };
}

/** Sections by the anchors of their headings. */
export type Anchors = ReadonlyMap<string, PageSection>;

/**
 * All sections of a page by the anchors that GitHub gives them: small letters, without most marks, and a number behind
 * the second of two that would be the same (`session-update-1`).
 */
export function anchorsOf({ sections }: Outline): Anchors {
  const slugger = new GithubSlugger();
  return new Map(
    allSections(sections).map((section) => [slugger.slug(wordsOf(section.heading)), section]),
  );
}

/** The section of its own page that a link leads to (`#session-update`); `undefined` where there is none. */
export function linkedSection(anchors: Anchors, { url }: LinkNode): PageSection | undefined {
  if (!url.startsWith('#')) return undefined;
  try {
    return anchors.get(decodeURIComponent(url.slice(1)).toLowerCase());
  } catch {
    return undefined;
  }
}

/** What a mark of a task looks like: of pages without, no item is looked at. */
const taskMark = /\[(?:x|\r\n|\s)\]/i;

/** The blocks of a page behind its front matter. The mark of a task says nothing in any dialect, and is reported. */
export function blocksOf(page: Page): RootContent[] {
  if (taskMark.test(String(page.file)))
    visit(page.tree, 'listItem', (item) => {
      if (typeof item.checked !== 'boolean') return;
      const sentence = 'the mark of a task, [x] or [ ], says nothing here; remove it.';
      report(page.file, 'bullet-unknown', item, sentence);
    });
  return page.tree.children.filter(({ type }) => type !== 'yaml');
}

/** Whether a heading is a title with a typing error. */
function isNear(heading: Heading, title: string): boolean {
  return isOneEditAway(sectionTitle(heading).toLowerCase(), title.toLowerCase());
}

/** The one section of a title, as `anySection` finds it; none at all is reported. */
export function theSection(
  page: Page,
  title: string,
  sections: readonly PageSection[],
): PageSection | undefined {
  const found = anySection(page, title, sections);
  if (!found) {
    const place = page.tree.children.find((block) => block.type === 'heading');
    report(
      page.file,
      'section-missing',
      place,
      `the page has no section "## ${title}"; add it, or fix the heading that was meant.`,
    );
  }
  return found;
}

/**
 * The section of a title, where there is one; a second one is reported. One whose title has a typing error is reported,
 * and read all the same.
 */
export function anySection(
  page: Page,
  title: string,
  sections: readonly PageSection[],
): PageSection | undefined {
  const [first, ...others] = sections.filter(({ heading }) => sectionTitle(heading) === title);
  for (const { heading } of others) reportSecondSection(page, heading, title);
  const near = first ? undefined : sections.find(({ heading }) => isNear(heading, title));
  if (near) {
    const sentence = `the section "${sectionTitle(near.heading)}" is not known; did you mean "${title}"?`;
    report(page.file, 'section-unknown', near.heading, sentence);
    markStructure(page, [near.heading]);
    return near;
  }
  markStructure(page, [first?.heading]);
  return first;
}

/** Reports a section that the page has already. */
export function reportSecondSection(page: Page, heading: Heading, title: string): void {
  const sentence = `the page has a section "${title}" already; join the two.`;
  report(page.file, 'section-duplicate', heading, sentence);
}

/** The text of a heading without its anchor, `{#…}`. */
export function sectionTitle(heading: Heading): string {
  const text = wordsOf(heading);
  const anchor = text.lastIndexOf('{#');
  return anchor >= 0 && text.indexOf('}', anchor) === text.length - 1
    ? text.slice(0, anchor).trimEnd()
    : text;
}
