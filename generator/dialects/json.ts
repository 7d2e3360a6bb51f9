/** The JSON of code blocks, as far as it can be lost without being wrong. */
import { visit } from 'jsonc-parser';
import type { Code } from 'mdast';
import type { Point } from 'unist';

/**
 * Keys that an object has already: of two, a reader of JSON drops the first without a word.
 *
 * @param text valid JSON
 * @returns each with its place in the text
 */
export function repeatedKeys(text: string): { key: string; offset: number }[] {
  const repeated: { key: string; offset: number }[] = [];
  const open: Set<string>[] = [];
  visit(text, {
    onObjectBegin: () => {
      open.push(new Set());
    },
    onObjectEnd: () => {
      open.pop();
    },
    onObjectProperty: (key, offset) => {
      const keys = open.at(-1);
      if (keys?.has(key)) repeated.push({ key, offset });
      keys?.add(key);
    },
  });
  return repeated;
}

/** Where a character of a code block stands in the page. */
export function pointIn(code: Code, offset: number): Point {
  const lines = code.value.slice(0, offset).split('\n');
  const { line, column } = code.position?.start ?? { line: 1, column: 1 };
  // The text of a block begins on the line below its fence, as far to the right as the fence does.
  return { line: line + lines.length, column: column + (lines.at(-1) ?? '').length };
}
