/** Finds what belongs together on two sides: the best pairs first, each thing in one pair at most. */
import { ofBoth, type Both } from '../both.ts';

/**
 * How many pairs are still looked at in the search for what was renamed, moved or made another. A list of each side
 * makes as many pairs as both have together, so that without an end two large pages would take hours.
 */
export interface Search {
  left: number;
  /** Whether it ended before all pairs were looked at. */
  isCut: boolean;
  /** How many more places of shapes that stand in many are gone through. */
  placesLeft: number;
  /** Whether that ended before all places were gone through. */
  isPassedOver: boolean;
}

/** Two pages of a thousand fields each that have no name in common: more than anybody renames at once. */
export function newSearch(): Search {
  return { left: 1_000_000, isCut: false, placesLeft: 5_000, isPassedOver: false };
}

/**
 * The best pairs of two lists. Equal scores go to what stands earlier in both lists, so that a comparison back makes
 * the same pairs.
 *
 * @param search ends the search: of longer lists, what stands first is looked at
 * @param scoreOf how much speaks for a pair; 0: they are not the same
 */
export function bestPairs<T>(
  all: Both<readonly T[]>,
  search: Search,
  scoreOf: (before: T, after: T) => number,
): Both<T>[] {
  const { before, after } = withinSearch(all, search);
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

/** As much of two lists as may still be looked at, pair by pair. */
function withinSearch<T>(all: Both<readonly T[]>, search: Search): Both<readonly T[]> {
  const most = Math.floor(Math.sqrt(search.left));
  const pairs = all.before.length * all.after.length;
  const own = pairs <= search.left ? all : ofBoth(all, (list) => list.slice(0, most));
  if (own !== all) search.isCut = true;
  search.left -= own.before.length * own.after.length;
  return own;
}

/** How much two sets have in common, from 0 to 1; two empty ones have all in common. */
export function overlap<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  let common = 0;
  for (const one of a) if (b.has(one)) common++;
  const all = a.size + b.size - common;
  return all === 0 ? 1 : common / all;
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

/** Where the two of each pair stand in the lists of their sides. */
export function placesOf<T>(pairs: readonly Both<T>[], all: Both<readonly T[]>): Both<number>[] {
  const places = ofBoth(all, (list) => new Map(list.map((one, i) => [one, i])));
  return pairs.map((pair) => ofBoth(pair, (one, side) => places[side].get(one) ?? -1));
}
