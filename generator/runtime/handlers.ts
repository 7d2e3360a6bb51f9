/** Handlers of events, by wire name. */
import type { Misfit, ReadingMode } from './misfits.ts';
import {
  outcomeOf,
  type EventSet,
  type KnownEvent,
  type MalformedMessage,
  type MismatchedEvent,
  type Outcome,
  type UnknownEvent,
} from './outcomes.ts';

/** Events by wire name. */
export type EventsByName<EventMap> = { [Name in keyof EventMap]: { type: Name & string } };

/** What comes with every call of a handler. */
export interface HandlingDetails<Context> {
  /** What was passed with the message, such as its socket. */
  readonly context: Context;
}

/** What comes with an event. */
export interface EventDetails<Context> extends HandlingDetails<Context> {
  /** Members of unions that the docs do not have, and the type of the event neither. For the most part there is none. */
  readonly unknownMembers: readonly Misfit[];
}

/** What is to be done with an event. What it returns is waited for, if it is a promise. */
export type EventHandler<Event, Context> = (
  event: Event,
  details: EventDetails<Context>,
) => unknown;

/** What is to be done with each message. What has no handler is passed over. */
export interface EventHandlers<EventMap extends EventsByName<EventMap>, Context = undefined> {
  /** By wire name, as many as one needs. */
  readonly events?: { readonly [Name in keyof EventMap]?: EventHandler<EventMap[Name], Context> };
  /** Events of the docs that have no handler of their own. */
  readonly other?: EventHandler<EventMap[keyof EventMap], Context>;
  /** Events that the docs do not have. */
  readonly unknown?: (outcome: UnknownEvent, details: HandlingDetails<Context>) => unknown;
  /** Events that do not fit what the docs say of them. */
  readonly mismatch?: (
    outcome: MismatchedEvent<EventMap[keyof EventMap]['type']>,
    details: HandlingDetails<Context>,
  ) => unknown;
  /** What is not an event at all. */
  readonly malformed?: (outcome: MalformedMessage, details: HandlingDetails<Context>) => unknown;
  /** What a handler throws, or rejects with. Without this it is thrown to who passed the message, or rejects there. */
  readonly onError?: (error: unknown, details: ErrorDetails<EventMap, Context>) => unknown;
}

/** Handlers of which none is missing: with an event that is new in the docs they do not compile any more. */
export interface ExhaustiveEventHandlers<
  EventMap extends EventsByName<EventMap>,
  Context = undefined,
> extends EventHandlers<EventMap, Context> {
  /** By wire name, all of them. */
  readonly events: { readonly [Name in keyof EventMap]: EventHandler<EventMap[Name], Context> };
}

/** What comes with an error of a handler. */
export interface ErrorDetails<
  EventMap extends EventsByName<EventMap>,
  Context,
> extends HandlingDetails<Context> {
  /** What the message was that the handler was called for. */
  readonly outcome: Outcome<EventMap[keyof EventMap]>;
}

/**
 * Calls the handler of a message.
 *
 * @param input JSON as text or as bytes of UTF-8, or a value that was parsed already
 * @returns what the message is, whether or not there was a handler for it; if the handler returns a promise, a promise
 *   of it, which waits for the handler. It may be left alone: a rejection that nobody waits for does not end the process
 * @throws what a handler throws, unless there is an `onError`, and nothing else
 */
export function handleMessage<EventMap extends EventsByName<EventMap>, Context>(
  input: unknown,
  set: EventSet<EventMap[keyof EventMap]>,
  handlers: EventHandlers<EventMap, Context>,
  { context, reading }: { context: Context; reading?: ReadingMode | undefined },
): Outcome<EventMap[keyof EventMap]> | Promise<Outcome<EventMap[keyof EventMap]>> {
  const outcome = outcomeOf(input, set, reading);
  const { onError } = handlers;
  const failed = (error: unknown): unknown => {
    if (!onError) throw error;
    return onError(error, { outcome, context });
  };
  let result: unknown;
  try {
    result = handled(outcome, handlers, context);
    if (isThenable(result)) result = Promise.resolve(result).then(undefined, failed);
  } catch (error) {
    result = failed(error);
  }
  if (!isThenable(result)) return outcome;
  const done = Promise.resolve(result).then(() => outcome);
  done.catch(() => undefined);
  return done;
}

/** @returns what the handler returns */
function handled<EventMap extends EventsByName<EventMap>, Context>(
  outcome: Outcome<EventMap[keyof EventMap]>,
  handlers: EventHandlers<EventMap, Context>,
  context: Context,
): unknown {
  switch (outcome.kind) {
    case 'known':
      return handledEvent(outcome, handlers, context);
    case 'mismatch':
      return handlers.mismatch?.(outcome, { context });
    case 'unknown':
      return handlers.unknown?.(outcome, { context });
    case 'malformed':
      return handlers.malformed?.(outcome, { context });
  }
}

function handledEvent<EventMap extends EventsByName<EventMap>, Context>(
  { event, unknownMembers }: KnownEvent<EventMap[keyof EventMap]>,
  { events, other }: EventHandlers<EventMap, Context>,
  context: Context,
): unknown {
  const handler = events && own(events, event.type);
  return (handler ?? other)?.(event, { unknownMembers, context });
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'then' in value &&
    typeof value.then === 'function'
  );
}

function own<Values extends object>(
  values: Values,
  key: PropertyKey,
): Values[keyof Values] | undefined {
  return isKey(key, values) ? values[key] : undefined;
}

/** What every object inherits is not a key of it. */
function isKey<Values extends object>(key: PropertyKey, values: Values): key is keyof Values {
  return Object.hasOwn(values, key);
}
