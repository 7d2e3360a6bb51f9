/** Numbers that look random and are the same in every run. */
export interface Random {
  /** A whole number from 0 to below `end`. */
  below: (end: number) => number;
  /** One of a list. */
  one: <T>(list: readonly [T, ...T[]]) => T;
  /** Whether something with this chance happens. */
  happens: (chance: number) => boolean;
}

/** Numbers by a seed: seeds that differ by one give lists that have nothing in common. */
export function randomOf(seed: number): Random {
  let state = Math.imul(seed + 1, 0x9e3779b1);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number) => Math.floor(next() * end);
  return {
    below,
    one: (list) => list[below(list.length)] ?? list[0],
    happens: (chance) => next() < chance,
  };
}
