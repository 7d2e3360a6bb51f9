/** A small sample of what `properties.deep.test.ts` and `monotone.deep.test.ts` ask of many. */
import { expect, test } from 'vitest';
import { readModel } from '../support/repository.ts';
import { isNoWorseAnnounced, isNoWorseInPart, isToldBeside } from './monotone.ts';
import { isTold, namesLost, takenLightly, unmirrored, versionsOf } from './properties.ts';

const real = [await readModel('openai-event-summary')];
const sample = Array.from({ length: 60 }, (_, seed) => versionsOf(seed, real, 0.2));

test('whenever the generated code differs in more than comments, something is found', () => {
  expect(sample.filter((one) => !isTold(one)).map(({ seed }) => seed)).toEqual([]);
});

test('a type that is gone is told as more than safe for code that imports it', () => {
  expect(sample.filter((one) => namesLost(one).length > 0).map(({ seed }) => seed)).toEqual([]);
});

test('what no longer fits, or can arrive now, is told as dangerous at least', () => {
  const small = Array.from({ length: 200 }, (_, seed) => versionsOf(seed, [], 0));

  expect(small.filter((one) => takenLightly(one).length > 0).map(({ seed }) => seed)).toEqual([]);
});

test('the way back is the mirror', () => {
  const wrong = sample.map((one) => ({ seed: one.seed, ...unmirrored(one) }));

  expect(wrong.filter(({ forth, back }) => forth.length + back.length > 0)).toEqual([]);
});

const seeds = Array.from({ length: 60 }, (_, seed) => seed);

test('a removal that was announced is no worse than one that was not', () => {
  expect(seeds.filter((seed) => !isNoWorseAnnounced(seed))).toEqual([]);
});

test('a part that is another is no worse than all of it', () => {
  expect(seeds.filter((seed) => !isNoWorseInPart(seed))).toEqual([]);
});

test('a change is told whatever else may stand there', () => {
  expect(seeds.filter((seed) => !isToldBeside(seed))).toEqual([]);
});
