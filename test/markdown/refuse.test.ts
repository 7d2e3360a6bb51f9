/** Pages that are too much to read, and such that are just not. */
import { expect, test } from 'vitest';
import { VFile } from 'vfile';
import { limits } from '../../generator/limits.ts';
import { parsePage } from '../../generator/markdown/parse.ts';

/** What is told of a text in so many block quotes, one in the other. */
function toldOfQuotes(levels: number) {
  const file = new VFile({ path: 'radio/tune.md', value: `${'> '.repeat(levels)}a\n` });
  parsePage(file);
  return file.messages.map(({ ruleId }) => ruleId);
}

// The paragraph and its text are two levels more.
test('as many levels as the limit says may be nested, and no more', () => {
  expect(toldOfQuotes(limits.nesting - 2)).toEqual([]);
  expect(toldOfQuotes(limits.nesting - 1)).toEqual(['nesting-too-deep']);
});
