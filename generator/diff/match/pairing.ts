/** Finds what belongs together on two sides: the best pairs first, each thing in one pair at most. */
import type { Both } from '../both.ts';

/**
 * The best pairs of two lists. Equal scores go to what stands earlier in both lists, so that a comparison back makes
 * the same pairs.
 *
 * @param scoreOf how much speaks for a pair; 0: they are not the same
 */
export function bestPairs<T>(
  before: readonly T[],
  after: readonly T[],
  scoreOf: (before: T, after: T) => number,
): Both<T>[] {
  const candidates = before.flatMap((one, i) =>
    after.flatMap((other, j) => {
      const score = scoreOf(one, other);
      return score > 0 ? [{ before: one, after: other, score, order: i + j }] : [];
    }),
  );
  const best = candidates.toSorted((a, b) => b.score - a.score || a.order - b.order);
  const takenBefore = new Set<T>();
  const takenAfter = new Set<T>();
  return best.flatMap(({ before: one, after: other }) => {
    if (takenBefore.has(one) || takenAfter.has(other)) return [];
    takenBefore.add(one);
    takenAfter.add(other);
    return [{ before: one, after: other }];
  });
}

/** How much two sets have in common, from 0 to 1; two empty ones have all in common. */
export function overlap<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const all = new Set([...a, ...b]).size;
  if (all === 0) return 1;
  return [...a].filter((one) => b.has(one)).length / all;
}

/** Whether one set holds the other. */
export function isWithin<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  return [...small].every((one) => large.has(one));
}

/** Whether what stands in one order before stands in another after. */
export function isReordered(places: readonly Both<number>[]): boolean {
  const order = places.toSorted((a, b) => a.before - b.before);
  return order.some(({ after }, i) => after < (order[i - 1]?.after ?? -1));
}
