import { describe, expect, test } from 'vitest';
import {
  commonEnds,
  defaultIn,
  limitsIn,
  limitsInWords,
} from '../../../generator/diff/meaning/limits.ts';

describe('limits in words', () => {
  test.each([
    ['Loudness between 0 and 1.', { '': { minimum: 0, maximum: 1 } }],
    ['From -1.5 to 1,000.', { '': { minimum: -1.5, maximum: 1000 } }],
    ['A number (0–10).', { '': { minimum: 0, maximum: 10 } }],
    ['At most 512 characters.', { characters: { maximum: 512 } }],
    [
      '1 to 16 tags, each no longer than 64 characters.',
      { tags: { minimum: 1, maximum: 16 }, characters: { maximum: 64 } },
    ],
    ['Maximum length: `256`.', { '': { maximum: 256 } }],
    ['Must not exceed 10 in all.', { '': { maximum: 10 } }],
    ['At least 3, at most 5.', { '': { minimum: 3, maximum: 5 } }],
    ['At most 5, or at most 6 with a key.', { '': {} }],
    ['Above 0 and below 10.', { '': { minimum: 0, maximum: 10 } }],
    ['No less than 2.', { '': { minimum: 2 } }],
    ['1–64 characters long.', { characters: { minimum: 1, maximum: 64 } }],
    ['Exactly 6 digits.', { digits: { minimum: 6, maximum: 6 } }],
    ['In more than 57 languages.', {}],
    ['Since 1990, in 3 of 4 radios.', {}],
  ])('%j', (words, limits) => {
    expect(Object.fromEntries(limitsIn(words))).toEqual(limits);
  });

  test('are compared where both sides state one', () => {
    const [before, after] = [{ minimum: 0, maximum: 1 }, { maximum: 2 }];
    expect(commonEnds({ before, after })).toEqual({
      before: { maximum: 1 },
      after: { maximum: 2 },
    });
  });
});

test.each([
  [{ maximum: 5 }, 'at most 5 tags'],
  [{ minimum: 2 }, 'at least 2 tags'],
  [{ minimum: 1, maximum: 5 }, 'from 1 to 5 tags'],
])('the limits %j in words: %s', (limits, words) => {
  expect(limitsInWords(limits, 'tags')).toBe(words);
});

test.each([
  ['Defaults to 0.8.', '0.8'],
  ['Defaults to 300ms.', '300'],
  ['The default is `fm`.', 'fm'],
  ['Default: "fm", as before.', 'fm'],
  ['By default true.', 'true'],
  ['Defaults to `fm`, with a key default `am`.', undefined],
  ['Defaults to whatever was heard last.', undefined],
  ['Default voices are `a` and `b`.', undefined],
])('the default in %j is %j', (words, value) => {
  expect(defaultIn(words)).toBe(value);
});
