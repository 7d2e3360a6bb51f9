/** What `properties.test.ts` asks of a sample, of 10,000 cases; one in fifty is an edit of a large model. */
import { expect, test } from 'vitest';
import { readModel } from '../support/repository.ts';
import { isTold, namesLost, takenLightly, unmirrored, versionsOf } from './properties.ts';

const real = await Promise.all(
  ['openai-realtime', 'openai-realtime-beta', 'openai-event-summary', 'yandex-ai-studio'].map(
    readModel,
  ),
);
const seeds = Array.from({ length: 10_000 }, (_, seed) => seed + 1000);

test('whenever the generated code differs in more than comments, something is found', () => {
  expect(seeds.filter((seed) => !isTold(versionsOf(seed, real, 0.02)))).toEqual([]);
});

test('a type that is gone is told as more than safe for code that imports it', () => {
  expect(seeds.filter((seed) => namesLost(versionsOf(seed, real, 0.02)).length > 0)).toEqual([]);
});

test('what no longer fits, or can arrive now, is told as dangerous at least', () => {
  const some = seeds.slice(0, 4000);

  expect(some.filter((seed) => takenLightly(versionsOf(seed, [], 0)).length > 0)).toEqual([]);
});

test('the way back is the mirror', () => {
  const wrong = seeds.map((seed) => ({ seed, ...unmirrored(versionsOf(seed, real, 0.02)) }));

  expect(wrong.filter(({ forth, back }) => forth.length + back.length > 0)).toEqual([]);
});
