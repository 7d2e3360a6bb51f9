/**
 * Comments that seem to state something. One in the middle of words, or in a cell, may hold what somebody meant to state;
 * one on lines of its own was perhaps a statement, and is none on purpose.
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

/** Reports the comments of a page that hold what looks like a statement, in whatever node they stand. */
export function reportComments(page: Page): void {
  if (!String(page.file).includes('<!--')) return;
  visit(page.tree, 'html', (node, _, parent) => {
    const isAlone = isComment(node) && holdsBlocks.has(parent?.type ?? '');
    for (const comment of commentsIn(page, node)) {
      const words = statementIn(page, comment);
      if (words === undefined) continue;
      if (isAlone) {
        const sentence = `"${words}" looks like a statement, and is commented out; if it holds, take it out of the comment.`;
        report(page.file, 'statement-commented-out', comment, sentence);
      } else {
        const sentence = `"${words}" looks like a statement, but is in a comment beside text, which nobody reads; take it out of the comment, or give the comment lines of its own.`;
        report(page.file, 'statement-in-comment', comment, sentence);
      }
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
  const isStatement = (text: string): boolean =>
    isValue.test(text) || (page.dialect.statementsIn?.({ ...words, text }, false) ?? []).length > 0;
  // The line that states something, or the first of several that do together.
  const stated = [...words.text.split('\n'), words.text].find(isStatement);
  const [flag] = flagsIn(words);
  return stated?.trim().split('\n')[0] ?? flag?.words ?? wordedFactIn(words.text);
}
