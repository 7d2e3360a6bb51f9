/** What a frame is, by a model: as its guards say, and everything new in it. */
import type { Direction, Event, Model, ReadingMode } from '../model/model.ts';
import { readingModeOf } from '../model/reading.ts';
import { deepestLevel } from '../runtime/expectations.ts';
import { keyedMisfitsOf, type KeyedMisfit } from '../runtime/misfits.ts';
import { isObject } from '../runtime/objects.ts';
import type { Expectation, Path } from '../runtime/types.ts';
import { expectationsIn } from './expectation.ts';
import { newWalk, type Departure, type Place, type Walk } from './departures.ts';
import { walkedEvent } from './walk.ts';

/**
 * `known`: it fits. `new`: it fits, and has parts that the docs do not have. `mismatch`: it does not fit. `unknown`: the
 * docs have no event of this name.
 */
export type Standing = 'known' | 'new' | 'mismatch' | 'unknown';

/** Something of a message that the docs do not have so. */
export interface Remark {
  kind: Departure['kind'] | 'mismatch';
  /** Where, without indexes, as corrections write it: `item<message>.content[].text`. */
  target: string;
  /** What the docs have there, where it does not fit. */
  expected?: string;
  /** What stands there; `undefined` where it is missing. */
  value: unknown;
  /** The values that the docs list in its place. */
  known?: Departure['known'];
  /** What the guards say of it, where they refuse it. */
  misfit?: KeyedMisfit;
  /** The way into the message. */
  path: readonly (string | number)[];
}

/** The judgement of an event that has a name. */
export interface Judgement {
  direction: Direction | undefined;
  name: string;
  standing: Standing;
  /** Whether it fits the letter of the docs, too. */
  isExact: boolean;
  remarks: readonly Remark[];
  /** Its name is that of an event in both directions, and nothing tells which it is. */
  isAmbiguous: boolean;
}

/** An event of the docs, as messages are held against it. */
export interface JudgedEvent {
  direction: Direction;
  name: string;
  /** The places that its messages may have, as far as they were looked into. */
  places: readonly Place[];
  /** What its messages were. */
  standings: Record<'known' | 'new' | 'mismatch' | 'exact', number>;
}

export interface Judge {
  judge: (
    value: Readonly<Record<string, unknown>>,
    name: string,
    direction?: Direction,
  ) => Judgement;
  /** The events of the docs that something was held against. */
  events: () => Iterable<JudgedEvent>;
  readings: Readonly<Record<Direction, ReadingMode>>;
}

export interface JudgeOptions {
  /** Every direction is held against the letter of the docs. */
  exact?: boolean;
}

interface Held extends JudgedEvent {
  /** The judgement of all that fit to the letter. */
  fitting: Judgement;
  expectation: Expectation;
  check: (value: unknown, walk: Walk) => void;
  /** A path without what only one message has. */
  placeOf: (path: Path) => string;
}

/** Judges frames by a model. */
export function judgeOf(model: Model, { exact = false }: JudgeOptions = {}): Judge {
  const readings: Record<Direction, ReadingMode> = {
    server: exact ? 'exact' : readingModeOf(model.source, 'server'),
    client: exact ? 'exact' : readingModeOf(model.source, 'client'),
  };
  const expectationOf = expectationsIn(model);
  const documented = new Map<string, Partial<Record<Direction, Event>>>();
  for (const event of model.events)
    documented.set(event.name, { ...documented.get(event.name), [event.direction]: event });
  const held = new Map<string, Partial<Record<Direction, Held>>>();
  const heldOf = (name: string): Partial<Record<Direction, Held>> | undefined => {
    const known = held.get(name);
    const events = known ? undefined : documented.get(name);
    if (!events) return known;
    const { server, client } = events;
    const both = {
      ...(server && { server: heldEvent(server, expectationOf(server.body)) }),
      ...(client && { client: heldEvent(client, expectationOf(client.body)) }),
    };
    held.set(name, both);
    return both;
  };
  const walk = newWalk();
  const judgedAs = (value: unknown, one: Held): Judgement => {
    walk.visits = 0;
    walk.wrong = 0;
    if (walk.departures.length > 0) walk.departures = [];
    one.check(value, walk);
    const { wrong, departures } = walk;
    if (wrong === 0 && departures.length === 0) return one.fitting;
    const isTolerant = readings[one.direction] === 'tolerant';
    const misfits = isTolerant && wrong > 0 ? mismatchesOf(value, one) : none;
    const isNew = isTolerant && misfits.length === 0;
    // Written out, as copies of objects are slow and there are many.
    return {
      direction: one.direction,
      name: one.name,
      standing: isNew ? 'new' : 'mismatch',
      isExact: false,
      remarks: isNew
        ? departures
        : isTolerant
          ? [...misfits, ...departures]
          : refusedIn(value, one),
      isAmbiguous: false,
    };
  };
  const judgedAsEither = (value: unknown, server: Held, client: Held): Judgement => {
    const asClient = judgedAs(value, client);
    const asServer = judgedAs(value, server);
    const isAmbiguous = asServer.standing === asClient.standing;
    const isClient =
      asServer.standing === 'mismatch'
        ? asClient.standing !== 'mismatch'
        : asClient.isExact && !asServer.isExact;
    if (!isClient) return { ...counted(server, asServer, walk), isAmbiguous };
    return { ...counted(client, judgedAs(value, client), walk), isAmbiguous };
  };
  return {
    readings,
    events: () =>
      [...held.values()].flatMap(({ server, client }) => [
        ...(server ? [server] : []),
        ...(client ? [client] : []),
      ]),
    judge: (value, name, direction) => {
      const both = heldOf(name);
      const server = direction === 'client' ? undefined : both?.server;
      const client = direction === 'server' ? undefined : both?.client;
      if (server && client) return judgedAsEither(value, server, client);
      const one = server ?? client;
      return one ? counted(one, judgedAs(value, one), walk) : unknownEvent(direction, name);
    },
  };
}

const none: readonly Remark[] = [];

function heldEvent({ direction, name }: Event, expectation: Expectation): Held {
  return {
    direction,
    name,
    expectation,
    placeOf: placesIn(expectation),
    standings: { known: 0, new: 0, mismatch: 0, exact: 0 },
    fitting: {
      direction,
      name,
      standing: 'known',
      isExact: true,
      remarks: none,
      isAmbiguous: false,
    },
    ...walkedEvent(expectation),
  };
}

function unknownEvent(direction: Direction | undefined, name: string): Judgement {
  return {
    direction,
    name,
    standing: 'unknown',
    isExact: false,
    remarks: none,
    isAmbiguous: false,
  };
}

/** Counts a message that was judged as an event, after the walk through it. */
function counted(
  { places, standings }: JudgedEvent,
  judgement: Judgement,
  { visited, visits }: Walk,
): Judgement {
  for (let i = 0; i < visits; i++) {
    const place = places[visited[i] ?? 0];
    if (place) place.isSeen = true;
  }
  if (judgement.standing !== 'unknown') standings[judgement.standing]++;
  if (judgement.isExact) standings.exact++;
  return judgement;
}

/** What does not fit, as tolerant guards say it: what is new is told by the walk. */
function mismatchesOf(value: unknown, { expectation, placeOf }: Held): Remark[] {
  return keyedMisfitsOf(value, expectation, 'tolerant')
    .filter(({ isUnknownMember }) => !isUnknownMember)
    .map(({ path, expected }) => ({
      kind: 'mismatch',
      target: placeOf(path),
      expected,
      value: valueAt(value, path),
      path,
    }));
}

/** What does not fit, as guards say it that count the letter of the docs. */
function refusedIn(message: unknown, { expectation, placeOf }: Held): Remark[] {
  return keyedMisfitsOf(message, expectation, 'exact').map((misfit) => {
    const { path, expected, isUnknownKey, unknownValue } = misfit;
    const target = placeOf(path);
    const place = { target, value: valueAt(message, path), path, misfit };
    if (isUnknownKey) return { kind: 'key', ...place };
    const isLikeOthers = unknownValue?.known.some((one) => typeof one === typeof place.value);
    if (!isLikeOthers) return { kind: 'mismatch', expected, ...place };
    return { kind: unknownValue?.isTag ? 'member' : 'value', ...place };
  });
}

/** The value that a path leads to. */
export function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  let at = value;
  for (const key of path) {
    if (Array.isArray(at) && typeof key === 'number') {
      const items: readonly unknown[] = at;
      at = items[key];
    } else if (isObject(at) && Object.hasOwn(at, key)) at = at[key];
    else return undefined;
  }
  return at;
}

/** So many places are kept, as finding one takes its time. */
const mostPlaces = 1000;

/** What tells the place of a path: it has `[]` for any index, and `{}` for any key of a map. */
function placesIn(expectation: Expectation): (path: Path) => string {
  const places = new Map<string, string>();
  return (path) => {
    const way = path.map((key) => (typeof key === 'number' ? '[]' : key)).join('\n');
    const place = places.get(way) ?? placeOf(path, expectation);
    if (places.size < mostPlaces) places.set(way, place);
    return place;
  };
}

function placeOf(path: Path, expectation: Expectation): string {
  let target = '';
  let all: readonly Expectation[] = [expectation];
  for (const key of path) {
    const fields = all.flatMap((one) => flat(one));
    const inner = fields.flatMap((one) => partOf(one, key));
    const isEntry =
      typeof key === 'string' && inner.length > 0 && inner.every(({ isEntry }) => isEntry);
    if (typeof key === 'number') target += '[]';
    else if (isEntry) target += '{}';
    else target += target === '' ? key : `.${key}`;
    all = inner.map(({ part }) => part);
  }
  return target;
}

function flat(expectation: Expectation, levels = 0): Expectation[] {
  if (typeof expectation === 'string' || levels > deepestLevel) return [];
  if ('nested' in expectation) return flat(expectation.nested(), levels + 1);
  return 'anyOf' in expectation
    ? expectation.anyOf.flatMap((member) => flat(member, levels))
    : [expectation];
}

function partOf(
  expectation: Expectation,
  key: string | number,
): { part: Expectation; isEntry: boolean }[] {
  if (typeof expectation === 'string' || 'values' in expectation || 'only' in expectation)
    return [];
  if ('nested' in expectation || 'anyOf' in expectation) return [];
  if ('items' in expectation)
    return typeof key === 'number' ? [{ part: expectation.items, isEntry: false }] : [];
  if (typeof key === 'number') return [];
  if ('entries' in expectation) return [{ part: expectation.entries, isEntry: true }];
  const fields = { ...expectation.required, ...expectation.optional };
  const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
  return field === undefined ? [] : [{ part: field, isEntry: false }];
}
