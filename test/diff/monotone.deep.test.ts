/** What `properties.test.ts` asks of the verdicts of a sample, of 10,000 cases. */
import { expect, test } from 'vitest';
import { isNoWorseAnnounced, isNoWorseInPart, isToldBeside } from './monotone.ts';

const seeds = Array.from({ length: 10_000 }, (_, seed) => seed + 1000);

test('a removal that was announced is no worse than one that was not', () => {
  expect(seeds.filter((seed) => !isNoWorseAnnounced(seed))).toEqual([]);
});

test('a part that is another is no worse than all of it', () => {
  expect(seeds.filter((seed) => !isNoWorseInPart(seed))).toEqual([]);
});

test('a change is told whatever else may stand there', () => {
  // There are 900 of these.
  const some = seeds.slice(0, 3000);

  expect(some.filter((seed) => !isToldBeside(seed))).toEqual([]);
});
