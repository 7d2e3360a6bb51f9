/** Handlers of events, by wire name. */
import { outcomeOf } from './outcomes.ts';
import type {
  EventHandlers,
  EventSet,
  EventsByName,
  KnownEvent,
  Outcome,
  ReadingMode,
} from './types.ts';

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
