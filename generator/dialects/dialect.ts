/** What a dialect is: pages in, documented events out. Faults go to the messages of the pages. */
import type { Heading, Link as LinkElement, Nodes, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from '../diagnostics.ts';
import { limits } from '../limits.ts';
import { inlineText, isComment } from '../markdown/inline.ts';
import type { Page } from '../markdown/parse.ts';
import { positionAt } from '../model/position.ts';
import type {
  Direction,
  DocumentedSource,
  Field,
  Link,
  Position,
  Section,
  Type,
} from '../model/model.ts';
import { markIgnored, markStructure } from './account.ts';
import { reportMisplacedFlag } from './flags.ts';

/** The pages of one source. */
export interface PageSet {
  /** `source.json`, for faults that concern the source as a whole. */
  manifest: VFile;
  /** The index page of each direction, in the order of `source.json`. */
  indexes: { direction: Direction; page: Page }[];
  /** Finds the page that `href` leads to from `page`, or reports why there is none. */
  follow(page: Page, link: LinkNode): Page | undefined;
}

/** A link as far as it concerns the way to another page. */
export interface LinkNode {
  type: 'link';
  url: string;
  position?: RootContent['position'];
}

/** What a dialect can read. */
export interface Dialect {
  /** Every event that the index pages list. */
  readSource: (pages: PageSet) => DocumentedSource;
  /** The fields that a correction states, in the syntax of the pages, and the sections that their types name. */
  readFields: (page: Page) => { fields: Field<Link>[]; sections: Section[] };
}

/** A heading with the blocks that follow it, up to the next heading of any depth. */
export interface PageSection {
  heading: Heading;
  blocks: RootContent[];
}

/** A page taken apart at its headings. Dialects name every section they know and report the others. */
export interface Outline {
  /** Blocks before the first heading, front matter apart. */
  preamble: RootContent[];
  sections: PageSection[];
}

/** Takes a page apart at its headings. */
export function outlineOf(page: Page): Outline {
  const outline: Outline = { preamble: [], sections: [] };
  markIgnored(
    page.file,
    'front-matter',
    page.tree.children.filter(({ type }) => type === 'yaml'),
  );
  for (const block of blocksOf(page)) {
    if (block.type === 'heading') outline.sections.push({ heading: block, blocks: [] });
    else (outline.sections.at(-1)?.blocks ?? outline.preamble).push(block);
  }
  return outline;
}

/** The blocks of a page behind its front matter. The mark of a task says nothing in any dialect, and is reported. */
export function blocksOf(page: Page): RootContent[] {
  visit(page.tree, 'listItem', (item) => {
    if (typeof item.checked !== 'boolean') return;
    const sentence = 'the mark of a task, [x] or [ ], says nothing here; remove it.';
    report(page.file, 'bullet-unknown', item, sentence);
  });
  return page.tree.children.filter(({ type }) => type !== 'yaml');
}

/** The words of a node without what marks them up. Of what is struck out the marks are left: it is not said any more. */
export function wordsOf(node: Nodes | undefined): string {
  let isStruck = false;
  if (node) {
    visit(node, 'delete', () => {
      isStruck = true;
    });
  }
  const words = toString(node);
  return isStruck ? `~~${words}~~` : words;
}

/** Reports what an index says of a link beside the page that it leads to. */
export function reportLinkParts(page: Page, link: LinkElement): void {
  const parts = /^[^?#]+([?#].*)$/s.exec(link.url)?.[1];
  if (parts === undefined && typeof link.title !== 'string') return;
  const sentence =
    'an index links whole pages; remove the query, the fragment and the title of this link.';
  report(page.file, 'text-dropped', link, sentence);
}

/** Reports blocks that stand where the dialect expects none. A comment is for nobody, wherever it stands. */
export function reportUnknownBlocks(
  page: Page,
  blocks: readonly RootContent[],
  where: string,
): void {
  for (const block of blocks) {
    if (isComment(block)) {
      markIgnored(page.file, 'html-comment', [block]);
      continue;
    }
    report(
      page.file,
      'block-unknown',
      block,
      `${where} holds a ${block.type} that has no meaning there; move it or remove it.`,
    );
  }
}

/** Blocks without the comments among them, which are ignored. */
export function withoutComments(file: VFile, blocks: readonly RootContent[]): RootContent[] {
  markIgnored(file, 'html-comment', blocks.filter(isComment));
  return blocks.filter((block) => !isComment(block));
}

/** The one section of a title; a second one is reported, and so is none at all. */
export function theSection(
  page: Page,
  title: string,
  sections: readonly PageSection[],
): PageSection | undefined {
  const [first, ...others] = sections.filter(({ heading }) => sectionTitle(heading) === title);
  for (const { heading } of others) reportSecond(page, heading, title);
  if (!first) {
    const place = page.tree.children.find((block) => block.type === 'heading');
    report(
      page.file,
      'section-missing',
      place,
      `the page has no section "## ${title}"; add it, or mend the heading that was meant.`,
    );
  }
  markStructure(page.file, [first?.heading]);
  return first;
}

function reportSecond(page: Page, heading: Heading, title: string): void {
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

/**
 * The sections of an index that list its pages. Above them stand a title and paragraphs about the index as a whole,
 * which are no facts; anything else is reported.
 *
 * @param listTitle the title of the sections
 */
export function indexSections(page: Page, listTitle: string): PageSection[] {
  const { preamble, sections } = outlineOf(page);
  const [title, ...others] = sections;
  const isTitle = title?.heading.depth === 1;
  const above = isTitle ? [...preamble, ...title.blocks] : preamble;
  const unknown = above.filter((block) => block.type !== 'paragraph');
  reportUnknownBlocks(page, unknown, 'the part of an index above its list');
  const paragraphs = above.filter((block) => block.type === 'paragraph');
  for (const node of isTitle ? [title.heading, ...paragraphs] : paragraphs)
    reportMisplacedFlag(page.file, inlineText(page.file, node.children));
  markIgnored(page.file, 'index-preamble', isTitle ? [title.heading, ...paragraphs] : paragraphs);
  let isListed = false;
  return (isTitle ? others : sections).filter(({ heading }) => {
    const known = wordsOf(heading) === listTitle;
    if (known) {
      markStructure(page.file, [heading]);
      if (isListed) reportSecond(page, heading, listTitle);
      isListed = true;
    } else {
      report(
        page.file,
        'section-unknown',
        heading,
        `an index has no section "${wordsOf(heading)}"; only "${listTitle}" is known.`,
      );
    }
    return known;
  });
}

/** Whether a type expression is longer, or has more types in types, than any dialect reads. */
export function isBoundless(expression: string): boolean {
  return (
    expression.length > limits.type || (expression.match(/<|\[\]/g)?.length ?? 0) > limits.nesting
  );
}

/** The types that every dialect calls by the same words; `undefined` for any other word. */
export function plainType(word: string, position: Position): Type<Link> | undefined {
  switch (word) {
    case 'string':
    case 'integer':
    case 'number':
    case 'boolean':
    case 'null':
      return { kind: word, position };
    case 'object':
      return { kind: 'open', position, of: 'object', reason: 'opaque' };
    case 'unknown':
      return { kind: 'open', position, of: 'value', reason: 'opaque' };
    case 'array': {
      const element: Type<Link> = { kind: 'open', position, of: 'value', reason: 'opaque' };
      return { kind: 'array', position, element };
    }
    default:
      return undefined;
  }
}

/** Where a node begins. */
export function positionOf(
  file: VFile,
  node: { position?: RootContent['position'] | undefined },
): Position {
  return positionAt(file.path, node.position?.start ?? { line: 1, column: 1 });
}
