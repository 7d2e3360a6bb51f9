/**
 * How many different things there were, in little room: of the hashes of all of them, the smallest. While there are few,
 * the number is exact; then it is estimated by how close together they lie. Whatever order things come in, and however
 * they are divided among several sketches, their union is the same.
 */
import { createHash } from 'node:crypto';
import { counted } from '../text.ts';

/** So many are counted exactly. */
const most = 256;

/** Hashes are numbers below this. */
const range = 2 ** 48;

/** The smallest hashes, in their order: plain data. */
export type Sketch = readonly number[];

/** The hash of a text. */
export function hashOf(text: string): number {
  return createHash('sha256').update(text).digest().readUIntBE(0, 6);
}

/** A sketch that grows. */
export class Counter {
  #hashes = new Set<number>();
  #last: number | undefined;

  constructor(sketch: Sketch = []) {
    for (const hash of sketch) this.add(hash);
  }

  /** Nothing, where the hash was there before. */
  add(hash: number): void {
    if (hash === this.#last || this.#hashes.has(hash)) return;
    this.#last = hash;
    this.#hashes.add(hash);
    // Sorting at each of them would cost more than twice the room.
    if (this.#hashes.size > 2 * most) this.#hashes = new Set(this.sketch());
  }

  sketch(): Sketch {
    return [...this.#hashes].toSorted((a, b) => a - b).slice(0, most);
  }
}

/** How many things a sketch is of; `isExact` where that is not an estimate. */
export function sizeOf(sketch: Sketch): { count: number; isExact: boolean } {
  const largest = sketch.at(-1);
  if (sketch.length < most || largest === undefined) return { count: sketch.length, isExact: true };
  return { count: Math.round(((most - 1) * range) / (largest + 1)), isExact: false };
}

/** The number in words: `3 sessions`, `about 1200 sessions`. */
export function sizeInWords(sketch: Sketch, thing: string): string {
  const { count, isExact } = sizeOf(sketch);
  const words = counted(count, thing);
  return isExact ? words : `about ${words}`;
}
