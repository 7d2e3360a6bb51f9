/** Blocks that a dialect does not read. */
import type { Nodes, Paragraph, RootContent, TableCell } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { report } from '../diagnostics.ts';
import { isComment } from '../markdown/inline.ts';
import { markIgnored } from './account.ts';
import type { Page } from './dialect.ts';

/** What people call a block that may stand anywhere. */
const nouns: Readonly<Partial<Record<RootContent['type'], string>>> = {
  blockquote: 'a quotation',
  code: 'a code block',
  definition: 'the definition of a link',
  footnoteDefinition: 'a footnote',
  heading: 'a heading',
  html: 'HTML',
  list: 'a list',
  paragraph: 'a paragraph',
  table: 'a table',
  thematicBreak: 'a dividing line',
  yfmTable: 'a table',
};

/** A block in the words of people, with an article where it has one. */
export function blockInWords({ type }: RootContent): string {
  return nouns[type] ?? 'this';
}

/**
 * Reports blocks that stand where the dialect expects none. A comment is for nobody, wherever it stands.
 *
 * @param where as a message says it: `the list of an index`
 */
export function reportUnknownBlocks(
  page: Page,
  blocks: readonly RootContent[],
  where: string,
): void {
  for (const block of withoutComments(page, blocks)) {
    const sentence = `${blockInWords(block)} has no meaning in ${where}; move it or remove it.`;
    report(page.file, 'block-unknown', block, sentence);
  }
}

/** Blocks without the comments among them, which are ignored. */
export function withoutComments(page: Page, blocks: readonly RootContent[]): RootContent[] {
  markIgnored(page, 'html-comment', blocks.filter(isComment));
  return blocks.filter((block) => !isComment(block));
}

/** The last words of a block. */
export function endOf(block: Nodes | undefined): Paragraph | TableCell | undefined {
  if (block?.type === 'paragraph' || block?.type === 'tableCell') return block;
  switch (block?.type) {
    case 'list':
    case 'listItem':
    case 'blockquote':
    case 'table':
    case 'tableRow':
      return endOf(block.children.findLast((child) => toString(child) !== ''));
    default:
      return undefined;
  }
}
