/** What a walk through a message finds on its way: where it came through, and what departs from the docs. */
import { deepestLevel } from '../runtime/expectations.ts';

/**
 * How a message departs from the docs where reading is tolerant and it fits all the same: a key that they do not have,
 * null for what may be left out, a value that they do not list, a member of a union that they do not have.
 */
export type NewPart = 'key' | 'null' | 'value' | 'member';

export interface Departure {
  kind: NewPart;
  /** Where, as corrections write it: `item<message>.phase`. */
  target: string;
  value: unknown;
  /** The values that the docs list in its place. */
  known?: readonly unknown[];
  /** The way into the message. */
  path: readonly (string | number)[];
}

/** What a walk has found so far. */
export interface Walk {
  /** The places that it came through for the first time, as numbers; only so many of them count. */
  readonly visited: number[];
  visits: number;
  departures: Departure[];
  /** The places that do not fit in any reading. */
  wrong: number;
  /** The way to the value that is looked at. */
  readonly path: (string | number)[];
  /** How deep it is in what contains itself. */
  levels: number;
}

export function newWalk(): Walk {
  return { visited: [], visits: 0, departures: [], wrong: 0, path: [], levels: 0 };
}

export function depart(
  walk: Walk,
  kind: NewPart,
  target: string,
  value: unknown,
  key?: string,
): void {
  const path = key === undefined ? [...walk.path] : [...walk.path, key];
  walk.departures.push({ kind, target, value, path });
}

/** The same where the docs list other values. */
export function departFrom(
  walk: Walk,
  kind: 'value' | 'member',
  known: NonNullable<Departure['known']>,
  target: string,
  value: unknown,
  key?: string,
): void {
  const path = key === undefined ? [...walk.path] : [...walk.path, key];
  walk.departures.push({ kind, target, value, known, path });
}

export function within(walk: Walk, levels: number, go: () => void): void {
  if (walk.levels + levels >= deepestLevel) {
    walk.wrong++;
    return;
  }
  walk.levels += levels;
  go();
  walk.levels -= levels;
}

/** A place that a message may have, and the one that it is in. */
export interface Place {
  target: string;
  parent: number;
  /** Whether a message had it. */
  isSeen: boolean;
}

/** Notes that a message has a place. */
export function visit(walk: Walk, place: Place | undefined, id: number): void {
  if (place && !place.isSeen) walk.visited[walk.visits++] = id;
}

export interface At {
  target: string;
  id: number;
}

/** The places of an event, each with its number. */
export class Places {
  readonly all: Place[] = [];
  readonly #ids = new Map<string, number>();

  idOf(target: string, parent: number): number {
    const known = this.#ids.get(target);
    if (known !== undefined) return known;
    const id = this.all.push({ target, parent, isSeen: false }) - 1;
    this.#ids.set(target, id);
    return id;
  }
}
