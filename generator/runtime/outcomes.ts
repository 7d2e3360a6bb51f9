/** What a message turns out to be, without an exception, and the same with one. */
import { fits, keyedMisfitsOf, type KeyedMisfit } from './misfits.ts';
import { isObject } from './objects.ts';
import { received } from './words.ts';
import { adviceOnName, toldMisfit } from './advice.ts';
import { adviceFor, readBytes, readText, tagOf, type Read, type Unreadable } from './message.ts';
import { EventError, type NamedSet, namesOf } from './event-error.ts';
import type {
  DirectedOutcome,
  Docs,
  EventSet,
  Expectation,
  KnownEvent,
  MalformedMessage,
  Misfit,
  NamesOfEvents,
  Outcome,
  ReadingMode,
  UnknownEvent,
} from './types.ts';

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
