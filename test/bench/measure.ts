/** Times as medians. Contestants take turns, so that a machine that grows slower is slower for all of them. */

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Something to measure. */
export interface Contestant {
  /** What is not counted. */
  prepare(): unknown;
  /** Returns something that depends on all of its work, so that nothing can be left out. */
  run(): number;
}

setFlagsFromString('--expose-gc');
const gc: (options: { type: 'minor' }) => void = runInNewContext('gc');
const collectGarbage = (): void => {
  gc({ type: 'minor' });
};

export interface Rounds {
  rounds: number;
  warmup: number;
}

/** The times of each contestant, round by round, in milliseconds. Nobody is always the first or after the same other. */
export function interleaved(
  contestants: readonly Contestant[],
  { rounds, warmup }: Rounds,
): number[][] {
  const all = contestants.map((contestant) => ({
    contestant,
    times: [] as number[],
    results: new Set<number>(),
  }));
  for (let round = 0; round < warmup + rounds; round++) {
    const first = round % all.length;
    for (const { contestant, times, results } of [...all.slice(first), ...all.slice(0, first)]) {
      // Once for the caches of the machine, which are full of the code of those before.
      contestant.prepare();
      contestant.run();
      contestant.prepare();
      // Nobody pays for the garbage of those before.
      collectGarbage();
      const start = performance.now();
      const result = contestant.run();
      const time = performance.now() - start;
      results.add(result);
      if (round >= warmup) times.push(time);
    }
  }
  if (all.some(({ results }) => results.size !== 1))
    throw new Error('The same work, another result.');
  return all.map(({ times }) => times);
}

/** How many times the other's time one takes, in the middle of all rounds: what slows a round slows both. */
export function ratio(one: readonly number[], other: readonly number[]): number {
  return median(one.map((time, round) => time / (other[round] ?? Number.NaN)));
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Numbers that look like chance and are the same every time. */
export function sequence(): () => number {
  let seed = 1;
  return () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed;
  };
}

/** In an order that looks like chance. */
export function shuffled<Item>(items: readonly Item[]): Item[] {
  const random = sequence();
  return items
    .map((item) => ({ item, rank: random() }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

export function markdownTable(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  const lines = [head, head.map((_, i) => (i === 0 ? '---' : '--:')), ...body];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
