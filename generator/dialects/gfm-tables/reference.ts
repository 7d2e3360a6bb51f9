/** A reference as one page: what it includes stands in its place, taken apart at its headings. */
import GithubSlugger, { slug } from 'github-slugger';
import type { Heading, Link as LinkElement, Paragraph, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Node } from 'unist';
import { report } from '../../diagnostics.ts';
import { positionOf } from '../../markdown/inline.ts';
import type { Span } from '../../model/model.ts';
import { positionAt } from '../../model/position.ts';
import { markIgnored, markStructure } from '../account.ts';
import type { Page, PageSet } from '../dialect.ts';
import { blocksOf } from '../outline.ts';

/** A heading with what stands below it, and the page that it is written on. */
export interface Part {
  page: Page;
  heading: Heading;
  title: string;
  /** The anchor that GitHub gives the heading. */
  anchor: string;
  /** The blocks up to the next heading of any depth. */
  blocks: RootContent[];
  /** The parts with deeper headings, up to the next heading that is not deeper. */
  parts: Part[];
}

export interface Reference {
  /** The page itself, and those that it includes. */
  pages: Page[];
  /** What stands before the first heading of each. */
  preambles: { page: Page; blocks: RootContent[] }[];
  /** The parts that are part of no other one. */
  parts: Part[];
  byAnchor: ReadonlyMap<string, Part>;
}

/**
 * Takes a reference apart.
 *
 * @param pages finds the pages that it includes; absent for a correction, which includes none
 */
export function referenceOf(page: Page, pages?: PageSet): Reference {
  const reference: Reference = { pages: [], preambles: [], parts: [], byAnchor: new Map() };
  const open: Part[] = [];
  const anchors = new Map<string, Part>();
  const slugger = new GithubSlugger();
  const take = (from: Page, includedAt: Node | undefined): void => {
    markIgnored(
      from,
      'front-matter',
      from.tree.children.filter(({ type }) => type === 'yaml'),
    );
    reference.pages.push(from);
    const preamble = { page: from, blocks: new Array<RootContent>() };
    reference.preambles.push(preamble);
    let current = includedAt === undefined || open.length === 0 ? undefined : open.at(-1);
    let isPreamble = true;
    for (const block of blocksOf(from)) {
      const included = pages && includeOf(block);
      if (included) {
        markStructure(from, [block]);
        const target = pages.follow(from, included);
        if (target && reference.pages.some(({ file }) => file === target.file)) {
          const sentence = `${target.file.path} is part of this page already; include it once.`;
          report(from.file, 'block-unknown', block, sentence);
        } else if (target) take(target, block);
        current = open.at(-1);
      } else if (block.type === 'heading') {
        isPreamble = false;
        const written = titleOf(block);
        const { title, id } = withoutMarks(written);
        const part: Part = {
          page: from,
          heading: block,
          title,
          anchor: slugger.slug(written),
          blocks: [],
          parts: [],
        };
        while ((open.at(-1)?.heading.depth ?? 0) >= block.depth) open.pop();
        (open.at(-1)?.parts ?? reference.parts).push(part);
        open.push(part);
        anchors.set(part.anchor, part);
        // Other tools than GitHub leave the marks out, or take the anchor that is written.
        for (const other of [id, slug(title)])
          if (other !== undefined && !anchors.has(other)) anchors.set(other, part);
        current = part;
      } else if (isPreamble || !current) preamble.blocks.push(block);
      else if (current.page === from) current.blocks.push(block);
      else {
        const sentence =
          'this stands behind the page that is included above, and belongs to its last section; move it above the include, or below a heading of its own.';
        report(from.file, 'block-unknown', block, sentence);
      }
    }
  };
  take(page, undefined);
  return { ...reference, byAnchor: anchors };
}

/** The words of a heading, as GitHub makes an anchor of them: without tags, pictures, and the mark that ends it. */
function titleOf(heading: Heading): string {
  const words = toString(heading, { includeHtml: false, includeImageAlt: false }).trim();
  return words.replace(/(?<=\S)[:.：。]$/, '');
}

/** A title without what is no word of it: an anchor, `{#tune}`, and the names of emojis, `:sparkles:`. */
function withoutMarks(written: string): { title: string; id: string | undefined } {
  const [anchor = '', id] = /\s*\{#([^{}\s]+)\}$/.exec(written) ?? [];
  const words = written.slice(0, written.length - anchor.length);
  const title = words.replaceAll(/^:[a-z][a-z\d_+-]+:\s+|\s+:[a-z][a-z\d_+-]+:?$/g, '').trim();
  return { title: title || written, id: id?.toLowerCase() };
}

/** `[!INCLUDE [words](page.md)]`: the page that stands in the place of a paragraph. */
function includeOf(block: RootContent): LinkElement | undefined {
  if (block.type !== 'paragraph') return undefined;
  const [before, link, behind, ...others] = block.children;
  const isInclude =
    before?.type === 'text' &&
    /^\[!INCLUDE\s*$/i.test(before.value) &&
    behind?.type === 'text' &&
    behind.value.trim() === ']' &&
    others.length === 0;
  return isInclude && link?.type === 'link' ? link : undefined;
}

/** Parts with all that are part of them, in the order of the page. */
export function allParts(parts: readonly Part[]): Part[] {
  return parts.flatMap((part) => [part, ...allParts(part.parts)]);
}

/** The part that a link to an anchor leads to (`#session-update`). */
export function partAt({ byAnchor }: Reference, url: string): Part | undefined {
  if (!url.startsWith('#')) return undefined;
  try {
    return byAnchor.get(decodeURIComponent(url.slice(1)).toLowerCase());
  } catch {
    return undefined;
  }
}

/** Where a part begins and ends, with all that are part of it. */
export function spanOfPart(part: Part): Span {
  const { page } = part;
  const deepest =
    allParts([part])
      .filter((one) => one.page === page)
      .at(-1) ?? part;
  const end = (deepest.blocks.at(-1) ?? deepest.heading).position?.end;
  return {
    first: positionOf(page, part.heading),
    last: positionAt(page.file.path, end ?? { line: 1, column: 1 }),
  };
}

export function isParagraph(block: RootContent | undefined): block is Paragraph {
  return block?.type === 'paragraph';
}
