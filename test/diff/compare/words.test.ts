/** Pages that say the same in other words, in another order or in another layout: nothing but `docs` findings. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { inAnotherOrder, laidOutAnew, page, plain, rulesOf, wordedAnew } from './rewritten.ts';

// Many more are tried in `words.deep.test.ts`.
const few = { numRuns: 8 };

test('a page that is laid out anew has not changed', () => {
  expect(() => fc.assert(laidOutAnew, few)).not.toThrow();
});

test('a page whose fields stand in another order has changed in its order only', () => {
  expect(() => fc.assert(inAnotherOrder, few)).not.toThrow();
});

test('a page that is worded anew has changed in its words only', () => {
  expect(() => fc.assert(wordedAnew, few)).not.toThrow();
});

test('another type is found in the same pages', () => {
  const all = (type: string) => [
    { name: 'dial', type, required: true, words: ['it'], facts: '', below: [] },
  ];

  expect(rulesOf(page(all('integer'), plain), page(all('number'), plain))).toEqual([
    'dangerous integer-to-number',
    'safe integer-to-number',
  ]);
});
