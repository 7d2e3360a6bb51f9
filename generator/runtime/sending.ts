/** Events on their way to a socket: checked, then text. */
import { misfitOf, mostMisfits, type KeyedMisfit } from './misfits.ts';
import { isObject } from './objects.ts';
import { finite, received } from './words.ts';
import { assertEvent } from './outcomes.ts';
import { EventError } from './event-error.ts';
import type { EventSet, ReadingMode, TextReceiver } from './types.ts';

/**
 * An event as text, with all that it holds.
 *
 * @throws EventError when it does not fit what the docs say of it, or holds what JSON has no word for
 */
export function serializeEvent<Event extends { type: string }>(
  event: Event,
  events: EventSet<Event>,
  reading: ReadingMode = events.reading,
): string {
  assertEvent(event, events, reading);
  const misfits = wordlessIn(event).map(misfitOf);
  if (misfits.length > 0 && isObject(event))
    throw new EventError({ kind: 'mismatch', name: event.type, misfits, event }, events);
  return JSON.stringify(event);
}

/** A function that sends events to a socket, and returns what its `send` returns. It throws what does not fit. */
export function senderTo<Event extends { type: string }, Sent>(
  socket: TextReceiver<Sent>,
  events: EventSet<Event>,
  reading?: ReadingMode,
): (event: Event) => Sent {
  return (event) => socket.send(serializeEvent(event, events, reading));
}

/**
 * What JSON has no word for: `JSON.stringify` writes null in its place, leaves it out, or throws without a place. A key
 * whose value is undefined is a key that is not there.
 */
function wordlessIn(event: object): KeyedMisfit[] {
  const path: (string | number)[] = [];
  const above: object[] = [];
  const found: KeyedMisfit[] = [];
  const add = (expected: string, value: unknown): void => {
    found.push({ path: [...path], expected, received: received(value) });
  };
  const look = (value: unknown): void => {
    if (found.length >= mostMisfits) return;
    switch (typeof value) {
      case 'number':
        if (!Number.isFinite(value)) add(finite, value);
        return;
      case 'object':
        if (value !== null) lookInto(value);
        return;
      case 'string':
      case 'boolean':
        return;
      default:
        add('a value that JSON has', value);
    }
  };
  const lookInto = (value: object): void => {
    // It says itself what is to be written, as a Date does.
    if ('toJSON' in value && typeof value.toJSON === 'function') return;
    if (above.includes(value)) return add('no part that contains itself', value);
    if (wouldBeEmpty(value)) return add('a value that JSON has', value);
    above.push(value);
    for (const [key, part] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
      if (part === undefined && typeof key === 'string') continue;
      path.push(key);
      look(part);
      path.pop();
    }
    above.pop();
  };
  look(event);
  return found;
}

/** Whether nothing of an object would be written: a Map, a Set or an Error holds what it holds in no key. */
function wouldBeEmpty(value: object): boolean {
  if (Array.isArray(value) || Object.keys(value).length > 0) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return isObject(prototype) && Object.getPrototypeOf(prototype) !== null;
}
