/**
 * What was found in traffic, counted: plain data that can be kept and merged. However an archive is divided, the tally of
 * its parts, merged in any order, is the tally of the whole.
 */
import { createHash } from 'node:crypto';
import { trafficLimits } from '../limits.ts';
import { editionOf } from '../model/edition.ts';
import type { Direction, Json, Model, ReadingMode } from '../model/model.ts';
import { compareText } from '../text.ts';
import { Counter, type Sketch } from './sketch.ts';

/** Where a frame stands. */
export interface Spot {
  file: string;
  /** Which frame of the file it is, from 1. */
  number: number;
  /** Its line, where the file has one for each frame. */
  line?: number;
}

/**
 * What a finding is about. `key`, `null`, `value` and `member` are what the docs do not have, while the event fits;
 * `mismatch` does not fit; `unknown` is the name of an event that the docs do not have; `unreadable` is no event at all;
 * `order` came before what it follows.
 */
export const findingKinds = [
  'mismatch',
  'unknown',
  'unreadable',
  'order',
  'key',
  'null',
  'value',
  'member',
] as const;
export type FindingKind = (typeof findingKinds)[number];

/** What a finding is about; there is one of each. */
export interface Subject {
  kind: FindingKind;
  /** Absent where nothing tells. */
  direction?: Direction;
  /** The name of the event. */
  event?: string;
  /** The place in it, without indexes, as corrections write it: `item<message>.phase`. */
  target?: string;
  /** What the docs have there; what is wrong with what cannot be read. */
  expected?: string;
}

export interface Finding extends Subject {
  /** How often it was found. */
  count: number;
  /** The sessions that have it. */
  sessions: Sketch;
  /** How often which kind of value stood there. */
  types: Readonly<Record<string, number>>;
  /** Some of the values, where they may be told. */
  values?: readonly string[];
  /** The first frame that has it, in the order of the names of files. */
  first: Spot;
  /** That frame, with its structure. */
  example?: Json;
  /** Where to look instead. */
  hint?: string;
}

/** What became of the frames of one event of the docs. */
export interface EventTally {
  direction: Direction;
  name: string;
  known: number;
  new: number;
  mismatch: number;
  /** How many of them fit the letter of the docs. */
  exact: number;
  /** How often each place that its messages may have was there; of what was not there, the places in it are left out. */
  places: Readonly<Record<string, number>>;
}

export interface Tally {
  source: { id: string; title: string; fingerprint: string };
  readings: Readonly<Record<Direction, ReadingMode>>;
  /** How many logs were read, and how many frames of them. */
  files: number;
  frames: number;
  sessions: Sketch;
  /** Those of the docs, all of them, in their order. */
  events: readonly EventTally[];
  /** Each kind of them sorted. */
  findings: readonly Finding[];
  /** How often something was found that has no place among {@link Tally.findings}, as there are too many. */
  leftOut: number;
  /** Frames that may be of either direction, by their names. */
  ambiguous: Readonly<Record<string, number>>;
}

/** The tally of nothing. */
export function emptyTally(
  model: Model,
  readings: Readonly<Record<Direction, ReadingMode>>,
): Tally {
  const { id } = model.source;
  const fingerprint = createHash('sha256').update(JSON.stringify(model)).digest('hex').slice(0, 16);
  return {
    source: { id, title: editionOf(model.source), fingerprint },
    readings,
    files: 0,
    frames: 0,
    sessions: [],
    events: model.events.map(({ direction, name }) => ({
      direction,
      name,
      known: 0,
      new: 0,
      mismatch: 0,
      exact: 0,
      places: {},
    })),
    findings: [],
    leftOut: 0,
    ambiguous: {},
  };
}

/** Why two tallies cannot be merged; `undefined` where they can. */
export function mergeFault(a: Tally, b: Tally): string | undefined {
  if (a.source.id !== b.source.id) return `one is of ${a.source.id}, the other of ${b.source.id}`;
  if (a.source.fingerprint !== b.source.fingerprint)
    return `they are of different docs of ${a.source.id}`;
  const reading = (tally: Tally): string => `${tally.readings.server} and ${tally.readings.client}`;
  if (reading(a) !== reading(b))
    return `the reading of one is ${reading(a)} (server and client), that of the other ${reading(b)}`;
  return undefined;
}

/** The tally of all that two tallies are of. */
export function merged(a: Tally, b: Tally): Tally {
  const sessions = new Counter(a.sessions);
  for (const hash of b.sessions) sessions.add(hash);
  const findings = new Findings();
  for (const finding of [...a.findings, ...b.findings]) findings.merge(finding);
  const all = a.leftOut + b.leftOut + sum([...a.findings, ...b.findings]);
  const kept = findings.list();
  const others = new Map(b.events.map((event) => [eventKey(event), event]));
  return {
    source: a.source,
    readings: a.readings,
    files: a.files + b.files,
    frames: a.frames + b.frames,
    sessions: sessions.sketch(),
    events: a.events.map((event) => mergedEvent(event, others.get(eventKey(event)))),
    findings: kept,
    leftOut: all - sum(kept),
    ambiguous: mergedCounts(a.ambiguous, b.ambiguous),
  };
}

function eventKey({ direction, name }: Pick<EventTally, 'direction' | 'name'>): string {
  return `${direction} ${name}`;
}

function mergedEvent(a: EventTally, b: EventTally | undefined): EventTally {
  if (!b) return a;
  return {
    direction: a.direction,
    name: a.name,
    known: a.known + b.known,
    new: a.new + b.new,
    mismatch: a.mismatch + b.mismatch,
    exact: a.exact + b.exact,
    places: mergedCounts(a.places, b.places),
  };
}

/** The sums of counts, by their names in alphabetical order. */
export function mergedCounts(
  a: Readonly<Record<string, number>>,
  b: Readonly<Record<string, number>>,
): Record<string, number> {
  const counts = new Map(Object.entries(a));
  for (const [name, count] of Object.entries(b)) counts.set(name, (counts.get(name) ?? 0) + count);
  return Object.fromEntries([...counts].toSorted(([one], [other]) => compareText(one, other)));
}

function sum(findings: readonly Finding[]): number {
  return findings.reduce((total, { count }) => total + count, 0);
}

// ── Findings ────────────────────────────────────────────────────────────────────────────────────────────────

/** A finding that grows. */
interface Growing {
  subject: Subject;
  count: number;
  sessions: Counter;
  types: Map<string, number>;
  values: Set<string>;
  first: Spot;
  example: Json | undefined;
  hint: string | undefined;
}

/** What was found in one frame. */
export interface Sighting {
  session: number;
  type: string;
  value?: string;
  spot: Spot;
  /** Asked for only where the frame is the first one. */
  example: () => Json | undefined;
  hint: () => string | undefined;
}

const mostValues = 5;

/**
 * The findings, as far as there is room: those whose subjects come first in the alphabet. One of them was never left out
 * before, and so its count is that of all.
 */
export class Findings {
  readonly #growing = new Map<string, Growing>();

  /** Counts what was found in a frame. */
  add(subject: Subject, sighting: Sighting): void {
    const growing = this.#of(subject, sighting.spot, sighting.hint);
    if (!growing) return;
    growing.count++;
    growing.sessions.add(sighting.session);
    growing.types.set(sighting.type, (growing.types.get(sighting.type) ?? 0) + 1);
    if (sighting.value !== undefined) addValue(growing.values, sighting.value);
    if (growing.count === 1 || isBefore(sighting.spot, growing.first)) {
      growing.first = sighting.spot;
      growing.example = sighting.example();
    }
  }

  merge(finding: Finding): void {
    const { count, sessions, types, values = [], first, example, hint, ...subject } = finding;
    const growing = this.#of(subject, first, () => hint);
    if (!growing) return;
    if (growing.count === 0 || isBefore(first, growing.first)) {
      growing.first = first;
      growing.example = example;
    }
    growing.count += count;
    for (const hash of sessions) growing.sessions.add(hash);
    for (const [type, times] of Object.entries(types))
      growing.types.set(type, (growing.types.get(type) ?? 0) + times);
    for (const value of values) addValue(growing.values, value);
  }

  list(): Finding[] {
    return [...this.#growing]
      .toSorted(([a], [b]) => compareText(a, b))
      .map(([, { subject, count, sessions, types, values, first, example, hint }]) => ({
        ...subject,
        count,
        sessions: sessions.sketch(),
        types: mergedCounts(Object.fromEntries(types), {}),
        ...(values.size > 0 && { values: [...values].toSorted(compareText) }),
        first,
        ...(example !== undefined && { example }),
        ...(hint !== undefined && { hint }),
      }));
  }

  /** The finding with this subject; `undefined` where there is no room for it. */
  #of(subject: Subject, first: Spot, hint: () => string | undefined): Growing | undefined {
    const key = keyOf(subject);
    const known = this.#growing.get(key);
    if (known) return known;
    if (this.#growing.size >= trafficLimits.findings) {
      const last = [...this.#growing.keys()].reduce((a, b) => (compareText(a, b) < 0 ? b : a));
      if (compareText(last, key) < 0) return undefined;
      this.#growing.delete(last);
    }
    const growing: Growing = {
      subject,
      count: 0,
      sessions: new Counter(),
      types: new Map(),
      values: new Set(),
      first,
      example: undefined,
      hint: hint(),
    };
    this.#growing.set(key, growing);
    return growing;
  }
}

function keyOf({ kind, direction, event, target, expected }: Subject): string {
  return [findingKinds.indexOf(kind), direction, event, target, expected].join('\n');
}

function addValue(values: Set<string>, value: string): void {
  values.add(value);
  if (values.size > mostValues)
    values.delete([...values].reduce((a, b) => (compareText(a, b) < 0 ? b : a)));
}

/** The order of frames, whatever order they are read in. */
function isBefore(a: Spot, b: Spot): boolean {
  const order = compareText(a.file, b.file);
  return order < 0 || (order === 0 && a.number < b.number);
}
