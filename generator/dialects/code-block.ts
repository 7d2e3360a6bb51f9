/** The JSON of code blocks. */
import type { Code } from 'mdast';
import type { Point } from 'unist';
import { sourceOf } from '../markdown/inline.ts';
import type { Page } from './dialect.ts';

/** Where a character of a code block stands in the page. */
export function pointIn(code: Code, offset: number): Point {
  const lines = code.value.slice(0, offset).split('\n');
  const { line, column } = code.position?.start ?? { line: 1, column: 1 };
  // The text of a block begins on the line below its fence, as far to the right as the fence does.
  return { line: line + lines.length, column: column + (lines.at(-1) ?? '').length };
}

/** Whether a code block has the fence that ends it. Without one, Markdown takes all that follows for code. */
export function isClosed(page: Page, code: Code): boolean {
  const [first = '', ...others] = sourceOf(page, code).split('\n');
  const [, fence = ''] = /^\s*(`{3,}|~{3,})/.exec(first) ?? [];
  const end =
    others
      .at(-1)
      ?.replace(/^[\s>]*/, '')
      .trimEnd() ?? '';
  return fence === '' || (end.startsWith(fence) && end.replaceAll(fence.charAt(0), '') === '');
}
