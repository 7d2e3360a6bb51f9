/** A small sample of what `loss.deep.test.ts` asks of many damages: every other way, once in small docs of each dialect. */
import { expect, test } from 'vitest';
import { tryDamages } from './damages.ts';
import { mutations } from './mutations.ts';
import { fixture } from './small-docs.ts';

test.each([
  ['openai-tree/default-values', 0],
  ['openai-reference/what-is-deprecated', 1],
  ['yandex-rest/map-and-format', 0],
  ['gfm-tables/what-is-deprecated', 1],
  ['event-summary/groups-of-events', 0],
])('no damage of a line of %s goes unnoticed', async (name, first) => {
  const ways = mutations.filter((_, i) => i % 2 === first);
  const { tried, survivors } = tryDamages(await fixture(name), 1, ways);

  expect(tried).toBeGreaterThan(25);
  expect(survivors).toEqual([]);
});
