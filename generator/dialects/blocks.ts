/** Blocks that a dialect does not read. */
import type { Nodes, Paragraph, RootContent, TableCell } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { report } from '../diagnostics.ts';
import { isComment } from '../markdown/inline.ts';
import { markIgnored } from './account.ts';
import type { Page } from './dialect.ts';

/** Reports blocks that stand where the dialect expects none. A comment is for nobody, wherever it stands. */
export function reportUnknownBlocks(
  page: Page,
  blocks: readonly RootContent[],
  where: string,
): void {
  for (const block of withoutComments(page, blocks)) {
    report(
      page.file,
      'block-unknown',
      block,
      `${where} holds a ${block.type} that has no meaning there; move it or remove it.`,
    );
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
