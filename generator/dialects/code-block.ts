/** The JSON of code blocks. */
import type { Code } from 'mdast';
import type { Point } from 'unist';

/** Where a character of a code block stands in the page. */
export function pointIn(code: Code, offset: number): Point {
  const lines = code.value.slice(0, offset).split('\n');
  const { line, column } = code.position?.start ?? { line: 1, column: 1 };
  // The text of a block begins on the line below its fence, as far to the right as the fence does.
  return { line: line + lines.length, column: column + (lines.at(-1) ?? '').length };
}
