/** What `words.test.ts` asks of a few pages, of many. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { inAnotherOrder, laidOutAnew, wordedAnew } from './rewritten.ts';

test.each([
  ['that is laid out anew has not changed', laidOutAnew],
  ['whose fields stand in another order has changed in its order only', inAnotherOrder],
  ['that is worded anew has changed in its words only', wordedAnew],
])('a page %s', (_, property) => {
  expect(() => fc.assert<unknown>(property, { numRuns: 200 })).not.toThrow();
});
