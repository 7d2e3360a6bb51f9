/** Pages that are too much to read, and such that are just not. */
import { expect, test } from 'vitest';
import { VFile } from 'vfile';
import { limits } from '../../generator/limits.ts';
import { parsePage } from '../../generator/markdown/parse.ts';

function toldOf(value: string) {
  const file = new VFile({ path: 'radio/tune.md', value });
  parsePage(file);
  return file.messages.map(({ ruleId }) => ruleId);
}

/** What is told of a text in so many block quotes, one in the other. */
function toldOfQuotes(levels: number) {
  return toldOf(`${'> '.repeat(levels)}a\n`);
}

/** What is told of so many bullets, each a level further in than the one before it. */
function toldOfBullets(levels: number) {
  const lines = Array.from({ length: levels }, (_, level) => `${'  '.repeat(level)}- a\n`);
  return toldOf(lines.join(''));
}

// The paragraph and its text are two levels more.
test('as many levels as the limit says may be nested, and no more', () => {
  expect(toldOfQuotes(limits.nesting - 2)).toEqual([]);
  expect(toldOfQuotes(limits.nesting - 1)).toEqual(['nesting-too-deep']);
});

test('bullets in bullets, line by line, are refused before they are read', () => {
  expect(toldOfBullets(limits.nesting - 2)).toEqual([]);
  expect(toldOfBullets(limits.nesting + 1)).toEqual(['nesting-too-deep']);
});
