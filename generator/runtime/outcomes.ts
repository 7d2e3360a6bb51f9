/** What a message turns out to be, without an exception, and the same with one. */
import {
  fits,
  isObject,
  keyedMisfitsOf,
  received,
  type Expectation,
  type KeyedMisfit,
  type Misfit,
  type ReadingMode,
} from './misfits.ts';
import { adviceOnName, toldMisfit, type Docs, type NamesOfEvents } from './advice.ts';
import { adviceFor, readBytes, readText, tagOf, type Read, type Unreadable } from './message.ts';

/** A message that is an event of the docs and fits what they say of it. */
export interface KnownEvent<Event extends { type: string }> {
  kind: 'known';
  /** Its wire name. */
  name: Event['type'];
  event: Event;
  /**
   * Members of unions that the docs do not have, where reading is tolerant: `response.output[1].type`, a new kind of
   * item. The type of the event knows nothing of them; for the most part the list is empty.
   */
  unknownMembers: readonly Misfit[];
}

/** A message with the name of an event of the docs that does not fit what they say of it. */
export interface MismatchedEvent<Name extends string> {
  kind: 'mismatch';
  /** Its wire name. */
  name: Name;
  /** Everything that does not fit. */
  misfits: Misfit[];
  /** What came, as it came. */
  event: Record<string, unknown>;
}

/** A message with a name that the docs do not have. Beside the documented events `type` still tells them apart. */
export interface UnknownEvent {
  kind: 'unknown';
  /** Nothing: its name is in `name`, so that no documented name can be taken for it. */
  type?: undefined;
  /** Its wire name. */
  name: string;
  /** What to do about it, where that is known: `OpenAI Realtime calls it "response.output_text.delta".` */
  advice?: string;
  /** What came, as it came. */
  event: Record<string, unknown>;
}

/** Not an event at all: text or bytes that are not a JSON object, or an object without a name. */
export interface MalformedMessage {
  kind: 'malformed';
  /** What is wrong with it; the path is empty, or `type`. */
  misfits: Misfit[];
  /** What to do about it: `Pass its data.` */
  advice: string;
  /** What came in the place of an event, as it came. */
  event: unknown;
}

/** What a message is. Tell by `kind`; what came is `event`. */
export type Outcome<Event extends { type: string }> =
  KnownEvent<Event> | MismatchedEvent<Event['type']> | UnknownEvent | MalformedMessage;

/** What a message of either direction is. */
export type DirectedOutcome<
  ServerEvent extends { type: string },
  ClientEvent extends { type: string },
> =
  | ({ direction: 'server' } & (KnownEvent<ServerEvent> | MismatchedEvent<ServerEvent['type']>))
  | ({ direction: 'client' } & (KnownEvent<ClientEvent> | MismatchedEvent<ClientEvent['type']>))
  | ({ direction?: undefined } & (UnknownEvent | MalformedMessage));

/** The events of one direction of a source. */
export interface EventSet<Event extends { type: string }> {
  /** What they are, in words: `server event of OpenAI Realtime, snapshot 2026-02-06`. */
  title: string;
  /** Who sends them. */
  direction?: 'server' | 'client';
  /** Whose they are. */
  docs?: Docs;
  /** Those that come the other way. */
  other?: NamesOfEvents['other'];
  /** How the guard reads the docs. */
  reading: ReadingMode;
  is: (value: unknown) => value is Event;
  /** What each may hold, by its wire name. */
  expected: Readonly<Record<Event['type'], Expectation>>;
}

/**
 * What a message is, by these events. Nothing throws, whatever comes.
 *
 * @param input JSON as text or as bytes of UTF-8, or a value that was parsed already
 * @param reading how the docs are read; what the guard accepts can be held against their letter
 */
export function outcomeOf<Event extends { type: string }>(
  input: unknown,
  events: EventSet<Event>,
  reading: ReadingMode = events.reading,
): Outcome<Event> {
  try {
    if (typeof input === 'string') return outcomeOfRead(readText(input), input, events, reading);
    if (isEvent(input, events, reading)) return known(input);
    const read = typeof input === 'object' && input !== null ? readBytes(input) : undefined;
    return read
      ? outcomeOfRead(read, input, events, reading)
      : refused(input, input, events, reading);
  } catch {
    // A getter or a proxy: no message that came as text has one.
    return malformed(input, throwing);
  }
}

/**
 * What a message of either direction is, as a log of both has them. A name that both have is taken for the direction
 * whose event it fits.
 *
 * @param reading `exact`: both are held against the letter of the docs
 */
export function outcomeOfEither<
  ServerEvent extends { type: string },
  ClientEvent extends { type: string },
>(
  input: unknown,
  server: EventSet<ServerEvent>,
  client: EventSet<ClientEvent>,
  reading?: 'exact',
): DirectedOutcome<ServerEvent, ClientEvent> {
  const asServer = outcomeOf(input, server, reading);
  if (asServer.kind === 'malformed') return asServer;
  if (asServer.kind === 'known') return { direction: 'server', ...asServer };
  const asClient = outcomeOf(asServer.event, client, reading);
  if (asClient.kind === 'known') return { direction: 'client', ...asClient };
  if (asServer.kind === 'mismatch') return { direction: 'server', ...asServer };
  if (asClient.kind === 'mismatch') return { direction: 'client', ...asClient };
  if (asServer.kind !== 'unknown') return asClient;
  const names = [...Object.keys(server.expected), ...Object.keys(client.expected)];
  return unknown(asServer.name, asServer.event, { docs: server.docs, names });
}

/** Throws an {@link EventError} unless a value is one of these events and fits. */
export function assertEvent<Event extends { type: string }>(
  value: unknown,
  events: EventSet<Event>,
  reading: ReadingMode = events.reading,
): asserts value is Event {
  if (!isEvent(value, events, reading))
    throw new EventError(refusedStrictly(value, events, reading), events, reading);
}

/** Throws an {@link EventError} unless a value is the event of this name and fits. */
export function assertEventNamed<Event>(
  value: unknown,
  name: string,
  is: (value: unknown) => value is Event,
  expected: Expectation,
  reading: ReadingMode,
  docs?: Docs,
): asserts value is Event {
  if (is(value)) return;
  throw new EventError(
    isObject(value)
      ? {
          kind: 'mismatch',
          name,
          misfits: toldMisfits(value, keyedMisfitsOf(value, expected, reading), docs),
          event: value,
        }
      : malformed(value, notAnObject(value)),
    { title: 'event', expected: {} },
  );
}

/** What every error of this kind has, whichever copy of this module made it. */
const mark = Symbol.for('realtime-event-types.EventError');

/**
 * Says of a message what is wrong with it, and where.
 *
 * There are several of this class in an app that loads ES modules and CommonJS, or sources that were generated apart.
 * `instanceof` any of them is true of all their errors.
 */
export class EventError extends TypeError {
  static override [Symbol.hasInstance](value: unknown): value is EventError {
    return this === EventError
      ? typeof value === 'object' && value !== null && mark in value
      : Function.prototype[Symbol.hasInstance].call(this, value);
  }

  override readonly name = 'EventError';
  /** What the message is instead. */
  readonly outcome: MismatchedEvent<string> | UnknownEvent | MalformedMessage;

  constructor(outcome: EventError['outcome'], events: NamedSet, reading?: ReadingMode) {
    super(sentenceOf(outcome, events, reading));
    this.outcome = outcome;
    Object.defineProperty(this, mark, { value: true });
  }
}

/** As much of a set of events as words need. */
type NamedSet = Pick<EventSet<{ type: string }>, 'title' | 'direction' | 'docs' | 'other'> & {
  expected: object;
};

const mostLines = 8;

function sentenceOf(
  outcome: EventError['outcome'],
  events: NamedSet,
  reading?: ReadingMode,
): string {
  if (outcome.kind === 'unknown') return unknownSentence(outcome.name, events);
  const { title, direction, docs } = events;
  // What a server sends and the docs lack is no fault of the server.
  const lacking =
    reading === 'exact' && direction === 'server' && outcome.kind === 'mismatch' ? docs : undefined;
  const lines = outcome.misfits.map(
    (misfit) =>
      `  ${misfit.path === '' ? 'the message' : misfit.path}: ${(lacking ? lackWords : misfitWords)(misfit)}`,
  );
  const rest = lines.length - mostLines;
  return [
    outcome.kind === 'malformed'
      ? `This is not a valid ${title}:`
      : lacking
        ? `${JSON.stringify(outcome.name)} is not what the docs of ${lacking.title} say:`
        : `${JSON.stringify(outcome.name)} is not a valid ${title}:`,
    ...lines.slice(0, mostLines),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
    ...(outcome.kind === 'malformed' ? [`  ${outcome.advice}`] : []),
  ].join('\n');
}

/** Says what does not fit, without its place: `expected string, received null`. */
export function misfitWords({ expected, received: found, advice }: Omit<Misfit, 'path'>): string {
  return `expected ${expected}, received ${found}${advice === undefined ? '' : `; ${advice}`}`;
}

function lackWords({ expected, received: found, advice }: Misfit): string {
  return advice === undefined
    ? `the docs have ${expected}, the server sent ${found}`
    : `the server sent ${found}; ${advice}`;
}

/** Says of a name that these events do not have it, and what to do about it. */
export function unknownSentence(name: string, events: NamedSet): string {
  const advice = adviceOnName(name, namesOf(events)) ?? '';
  return `${received(name)} is not a ${events.title}. ${advice}`.trim();
}

function namesOf({ docs, other, expected }: NamedSet): NamesOfEvents {
  return { docs, other, names: Object.keys(expected) };
}

// ── From input to outcome ───────────────────────────────────────────────────────────────────────────────────

function outcomeOfRead<Event extends { type: string }>(
  read: Read,
  input: unknown,
  events: EventSet<Event>,
  reading: ReadingMode,
): Outcome<Event> {
  if (read.unreadable) return malformed(input, read.unreadable);
  return isEvent(read.value, events, reading)
    ? known(read.value)
    : refused(read.value, input, events, reading);
}

/** What the guard accepts can be held against the letter of the docs as well. */
function isEvent<Event extends { type: string }>(
  value: unknown,
  { is, expected, reading }: EventSet<Event>,
  asked: ReadingMode,
): value is Event {
  if (!is(value)) return false;
  const name = value.type;
  return asked === reading || (isEventName(name, expected) && fits(value, expected[name], asked));
}

/** What a message is that the guard refused. */
function refused<Event extends { type: string }>(
  value: unknown,
  input: unknown,
  events: EventSet<Event>,
  reading: ReadingMode,
): Outcome<Event> {
  const name = nameIn(value, events);
  if (!isObject(value) || name === undefined) return unnamed(value, input, events);
  const found = keyedMisfitsOf(value, events.expected[name], reading);
  return isAsFarAsKnown(value, found, events)
    ? known(
        value,
        found.map((misfit) => toldMisfit(misfit, value, events.docs)),
      )
    : { kind: 'mismatch', name, misfits: toldMisfits(value, found, events.docs), event: value };
}

/** The same for who asks for the type of an event, which has no member that the docs do not have. */
function refusedStrictly<Event extends { type: string }>(
  value: unknown,
  events: EventSet<Event>,
  reading: ReadingMode,
): EventError['outcome'] {
  const name = nameIn(value, events);
  if (!isObject(value) || name === undefined) return unnamed(value, value, events);
  const found = keyedMisfitsOf(value, events.expected[name], reading);
  return { kind: 'mismatch', name, misfits: toldMisfits(value, found, events.docs), event: value };
}

function known<Event extends { type: string }>(
  event: Event,
  unknownMembers = noMisfits,
): KnownEvent<Event> {
  return { kind: 'known', name: event.type, event, unknownMembers };
}

const noMisfits: readonly Misfit[] = Object.freeze([]);

/** Whether an event fits in all that the docs know of it. */
function isAsFarAsKnown<Event extends { type: string }>(
  value: unknown,
  found: readonly KeyedMisfit[],
  events: EventSet<Event>,
): value is Event {
  return (
    nameIn(value, events) !== undefined &&
    found.length > 0 &&
    found.every(({ isUnknownMember }) => isUnknownMember)
  );
}

/** The name of a value that may be one of these events. */
function nameIn<Event extends { type: string }>(
  value: unknown,
  { expected }: EventSet<Event>,
): Event['type'] | undefined {
  const name = isObject(value) ? value['type'] : undefined;
  return typeof name === 'string' && isEventName(name, expected) ? name : undefined;
}

function unnamed(
  value: unknown,
  input: unknown,
  events: NamedSet,
): UnknownEvent | MalformedMessage {
  if (!isObject(value)) return malformed(input, notAnObject(value, value !== input));
  // A `MessageEvent`, a text in an object: what holds a message is not one.
  if (!isPlain(value))
    return malformed(input, {
      expected: 'a JSON object, its text or its bytes',
      received: tagOf(value),
      advice: adviceFor(value),
    });
  const name = value['type'];
  if (typeof name !== 'string') return malformed(input, nameless(name), 'type');
  return unknown(name, value, namesOf(events));
}

function unknown(name: string, event: Record<string, unknown>, names: NamesOfEvents): UnknownEvent {
  const advice = adviceOnName(name, names);
  return { kind: 'unknown', name, ...(advice !== undefined && { advice }), event };
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  // Objects of another realm have another `Object.prototype`, whose prototype is null as well.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** The misfits of what a guard refused, as they are told: one at least. */
function toldMisfits(value: unknown, found: readonly KeyedMisfit[], docs?: Docs): Misfit[] {
  return found.length > 0 ? found.map((misfit) => toldMisfit(misfit, value, docs)) : [unsteady];
}

/** The guard read another value than the search for what is wrong with it. */
const unsteady: Misfit = {
  path: '',
  expected: 'an object that stays as it is',
  received: 'one that changes while it is read',
};

/** Whether a name is one of these: what every object inherits is not an event. */
export function isEventName<Name extends string>(
  name: string,
  events: Readonly<Record<Name, unknown>>,
): name is Name {
  return Object.hasOwn(events, name);
}

function malformed(
  input: unknown,
  { expected, received, advice }: Unreadable,
  path = '',
): MalformedMessage {
  return { kind: 'malformed', misfits: [{ path, expected, received }], advice, event: input };
}

/** @param wasRead whether it stood in a text: then it is the sender who can do something about it */
function notAnObject(value: unknown, wasRead = false): Unreadable {
  return {
    expected: 'a JSON object',
    received: received(value),
    advice: wasRead ? protocolOnly : adviceFor(value),
  };
}

function nameless(name: unknown): Unreadable {
  return { expected: 'string', received: received(name), advice: protocolOnly };
}

const protocolOnly =
  'Pass messages of this protocol only: each is an object with its name in "type".';

const throwing: Unreadable = {
  expected: 'an object that can be read',
  received: 'one that throws when it is read',
  advice: 'Pass the text of the message.',
};
