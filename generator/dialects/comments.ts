/**
 * Comments beside text. One on lines of its own is for nobody; one that is in the middle of words, or in a cell, may
 * hold what somebody meant to state, whatever node it stands in.
 */
import type { Html } from 'mdast';
import type { Node } from 'unist';
import { visit } from 'unist-util-visit';
import { report } from '../diagnostics.ts';
import { isComment, sourceOf } from '../markdown/inline.ts';
import { undressed } from '../markdown/undressed.ts';
import type { Page } from './dialect.ts';
import { flagsIn } from './flags.ts';
import { wordedFactIn } from './worded-facts/search.ts';

/** What may hold a comment and nothing else: there, it is a block. */
const holdsBlocks: ReadonlySet<string> = new Set([
  'root',
  'listItem',
  'blockquote',
  'footnoteDefinition',
  'yfmTableCell',
]);

/** Reports the comments of a page that stand beside text and hold what looks like a statement. */
export function reportComments(page: Page): void {
  if (!String(page.file).includes('<!--')) return;
  visit(page.tree, 'html', (node, _, parent) => {
    if (isComment(node) && holdsBlocks.has(parent?.type ?? '')) return;
    for (const comment of commentsIn(page, node)) {
      const words = statementIn(page, comment);
      if (words === undefined) continue;
      const sentence = `"${words}" looks like a statement, but is in a comment beside text, which nobody reads; take it out of the comment, or give the comment lines of its own.`;
      report(page.file, 'statement-in-comment', comment, sentence);
    }
  });
}

/** The comments of a node, without their marks. */
function commentsIn(page: Page, node: Html): Node[] {
  const { start } = node.position ?? {};
  if (!start) return [];
  const source = sourceOf(page, node);
  const pointAt = (at: number) => {
    const lines = source.slice(0, at).split(/\r\n|\n|\r/);
    const inLine = lines.at(-1)?.length ?? 0;
    return {
      line: start.line + lines.length - 1,
      column: lines.length === 1 ? start.column + inLine : inLine + 1,
      offset: (start.offset ?? 0) + at,
    };
  };
  return Array.from(source.matchAll(/(?<=<!--)[^]*?(?=-->)/g), ({ 0: words, index }) => ({
    type: 'comment',
    position: { start: pointAt(index), end: pointAt(index + words.length) },
  }));
}

/** Code and nothing else: a value of a list. */
const isValue = /^\s*`[^`\n]+`\s*$/;

/** What looks like a statement of the dialect, a fact or a flag. */
function statementIn(page: Page, comment: Node): string | undefined {
  const words = undressed(page, comment);
  const isStatement =
    isValue.test(words.text) || (page.dialect.statementsIn?.(words, false) ?? []).length > 0;
  const [flag] = flagsIn(words);
  return isStatement ? words.text.trim().split('\n')[0] : (flag?.words ?? wordedFactIn(words.text));
}
