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
 * `mismatch` does not fit; `unknown` is the name of an event that the docs do not have; `unreadable` is not an event at all;
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
  direction?: Direction | undefined;
  /** The name of the event. */
  event?: string | undefined;
  /** The place in it, without indexes, as corrections write it: `item<message>.phase`. */
  target?: string | undefined;
  /** What the docs have there, or in its place; what is wrong with what cannot be read. */
  expected?: string | undefined;
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
  /** Whether a message had each place that they may have; of what was not there, the places in it are left out. */
  places: Readonly<Record<string, boolean>>;
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
    places: mergedPlaces(a.places, b.places),
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

/** What either has, by their names in alphabetical order. */
export function mergedPlaces(
  a: Readonly<Record<string, boolean>>,
  b: Readonly<Record<string, boolean>>,
): Record<string, boolean> {
  const places = new Map(Object.entries(a));
  for (const [name, isSeen] of Object.entries(b))
    places.set(name, isSeen || places.get(name) === true);
  return Object.fromEntries([...places].toSorted(([one], [other]) => compareText(one, other)));
}

function sum(findings: readonly Finding[]): number {
  return findings.reduce((total, { count }) => total + count, 0);
}

// ── Findings ────────────────────────────────────────────────────────────────────────────────────────────────

/** A finding that grows. */
export interface Growing {
  subject: Subject;
  count: number;
  sessions: Counter;
  types: Map<string, number>;
  values: Set<string>;
  first: Spot | undefined;
  example: Json | undefined;
  /** There is no room for it any more. */
  isLeftOut: boolean;
}

/** What was found in one frame. */
export interface Sighting {
  /** The hash of its session. */
  session: number;
  file: string;
  frame: { number: number; line?: number | undefined; value?: unknown };
  /** The way to what was found. */
  path: readonly (string | number)[];
  /** What kind of value stands there. */
  type: string;
  /** The value, where it may be told. */
  told?: string | undefined;
}

/** The frame that is shown of a finding. */
export type ExampleOf = (sighting: Sighting) => Json | undefined;

const mostValues = 5;

/**
 * The findings, as far as there is room: those whose subjects come first in the alphabet. One of them was never left out
 * before, and so its count is that of all.
 */
export class Findings {
  readonly #growing = new Map<string, Growing>();
  /** Their keys in alphabetical order. */
  readonly #keys: string[] = [];
  /** The same by event and target: looking there takes less time than writing down the whole subject. */
  readonly #near = new Map<string, Map<string, Growing[]>>();
  readonly #exampleOf: ExampleOf;

  constructor(exampleOf: ExampleOf = () => undefined) {
    this.#exampleOf = exampleOf;
  }

  /**
   * Counts what was found in a frame.
   *
   * @returns where it is counted; `undefined` where there is no room for it
   */
  add(subject: Subject, sighting: Sighting): Growing | undefined {
    const { file, frame, session, type, told } = sighting;
    const growing = this.#known(subject) ?? this.#of(subject);
    if (!growing) return undefined;
    growing.count++;
    growing.sessions.add(session);
    growing.types.set(type, (growing.types.get(type) ?? 0) + 1);
    if (told !== undefined) addValue(growing.values, told);
    if (growing.first && !isBefore(file, frame.number, growing.first)) return growing;
    growing.first = {
      file,
      number: frame.number,
      ...(frame.line !== undefined && { line: frame.line }),
    };
    growing.example = this.#exampleOf(sighting);
    return growing;
  }

  /** Counts the same in a later frame of the file in which it was found, of a value that is not told. */
  addAgain(growing: Growing, session: number, type: string): void {
    if (growing.isLeftOut) return;
    growing.count++;
    growing.sessions.add(session);
    growing.types.set(type, (growing.types.get(type) ?? 0) + 1);
  }

  #known({ kind, direction, event = '', target = '', expected }: Subject): Growing | undefined {
    return this.#near
      .get(event)
      ?.get(target)
      ?.find(
        ({ subject }) =>
          subject.kind === kind && subject.direction === direction && subject.expected === expected,
      );
  }

  merge(finding: Finding): void {
    const { count, sessions, types, values = [], first, example, ...subject } = finding;
    const growing = this.#of(subject);
    if (!growing) return;
    if (!growing.first || isBefore(first.file, first.number, growing.first)) {
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
      .flatMap(([, { subject, count, sessions, types, values, first, example }]) =>
        first
          ? [
              {
                ...present(subject),
                count,
                sessions: sessions.sketch(),
                types: mergedCounts(Object.fromEntries(types), {}),
                ...(values.size > 0 && { values: [...values].toSorted(compareText) }),
                first,
                ...(example !== undefined && { example }),
              },
            ]
          : [],
      );
  }

  /** The finding with this subject; `undefined` where there is no room for it. */
  #of(subject: Subject): Growing | undefined {
    const key = keyOf(subject);
    const known = this.#growing.get(key);
    if (known) return known;
    const last = this.#keys.at(-1);
    if (last !== undefined && this.#keys.length >= trafficLimits.findings) {
      if (compareText(last, key) < 0) return undefined;
      this.#keys.pop();
      this.#leaveOut(last);
    }
    this.#keys.splice(placeIn(this.#keys, key), 0, key);
    const growing: Growing = {
      subject,
      count: 0,
      sessions: new Counter(),
      types: new Map(),
      values: new Set(),
      first: undefined,
      example: undefined,
      isLeftOut: false,
    };
    this.#growing.set(key, growing);
    const { event = '', target = '' } = subject;
    const ofEvent = this.#near.get(event) ?? new Map<string, Growing[]>();
    this.#near.set(event, ofEvent.set(target, [...(ofEvent.get(target) ?? []), growing]));
    return growing;
  }

  #leaveOut(key: string): void {
    const growing = this.#growing.get(key);
    this.#growing.delete(key);
    if (!growing) return;
    growing.isLeftOut = true;
    const { event = '', target = '' } = growing.subject;
    const ofEvent = this.#near.get(event);
    const left = ofEvent?.get(target)?.filter((one) => one !== growing) ?? [];
    if (left.length > 0) ofEvent?.set(target, left);
    else ofEvent?.delete(target);
    if (ofEvent?.size === 0) this.#near.delete(event);
  }
}

/** What JSON keeps of it. */
function present({ kind, direction, event, target, expected }: Subject): Subject {
  return {
    kind,
    ...(direction !== undefined && { direction }),
    ...(event !== undefined && { event }),
    ...(target !== undefined && { target }),
    ...(expected !== undefined && { expected }),
  };
}

function keyOf({ kind, direction, event, target, expected }: Subject): string {
  return [findingKinds.indexOf(kind), direction, event, target, expected].join('\n');
}

/** Where a text has its place in a sorted list. */
function placeIn(sorted: readonly string[], text: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareText(sorted[middle] ?? '', text) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function addValue(values: Set<string>, value: string): void {
  values.add(value);
  if (values.size > mostValues)
    values.delete([...values].reduce((a, b) => (compareText(a, b) < 0 ? b : a)));
}

/** The order of frames, whatever order they are read in. */
function isBefore(file: string, number: number, { file: other, number: than }: Spot): boolean {
  return file === other ? number < than : compareText(file, other) < 0;
}
