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

/** What comes with an event. */
export interface EventDetails {
  /** Members of unions that the docs do not have, and the type of the event neither. For the most part there is none. */
  readonly unknownMembers: readonly Misfit[];
}

/** What is to be done with each message. What has no handler is passed over. */
export interface EventHandlers<EventMap extends EventsByName<EventMap>> {
  /** By wire name, as many as one needs. */
  readonly events?: {
    readonly [Name in keyof EventMap]?: (event: EventMap[Name], details: EventDetails) => void;
  };
  /** Events of the docs that have no handler of their own. */
  readonly other?: (event: EventMap[keyof EventMap], details: EventDetails) => void;
  /** Events that the docs do not have. */
  readonly unknown?: (event: UnknownEvent) => void;
  /** Events that do not fit what the docs say of them. */
  readonly mismatch?: (event: MismatchedEvent<EventMap[keyof EventMap]['type']>) => void;
  /** What is not an event at all. */
  readonly malformed?: (message: MalformedMessage) => void;
}

/**
 * Calls the handler of a message.
 *
 * @param input JSON as text or as bytes of UTF-8, or a value that was parsed already
 * @returns what the message is, whether or not there was a handler for it
 * @throws what a handler throws, and nothing else
 */
export function handleMessage<EventMap extends EventsByName<EventMap>>(
  input: unknown,
  set: EventSet<EventMap[keyof EventMap]>,
  handlers: EventHandlers<EventMap>,
  reading?: ReadingMode,
): Outcome<EventMap[keyof EventMap]> {
  const outcome = outcomeOf(input, set, reading);
  if (outcome.kind === 'known') handleEvent(outcome, handlers);
  else if (outcome.kind === 'mismatch') handlers.mismatch?.(outcome);
  else if (outcome.kind === 'unknown') handlers.unknown?.(outcome);
  else handlers.malformed?.(outcome);
  return outcome;
}

function handleEvent<EventMap extends EventsByName<EventMap>>(
  { event, unknownMembers }: KnownEvent<EventMap[keyof EventMap]>,
  { events, other }: EventHandlers<EventMap>,
): void {
  const handler = events && own(events, event.type);
  (handler ?? other)?.(event, { unknownMembers });
}

function own<Values extends object>(
  values: Values,
  key: PropertyKey,
): Values[keyof Values] | undefined {
  return isKey(key, values) ? values[key] : undefined;
}

/** What every object inherits is no key of it. */
function isKey<Values extends object>(key: PropertyKey, values: Values): key is keyof Values {
  return Object.hasOwn(values, key);
}
