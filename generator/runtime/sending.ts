/** Events on their way to a socket: checked, then text. */
import type { ReadingMode } from './misfits.ts';
import { assertEvent, type EventSet } from './outcomes.ts';

/** What takes text: a `WebSocket`, a socket of `ws`, a data channel of WebRTC. */
export interface TextReceiver<Sent> {
  send(text: string): Sent;
}

/**
 * An event as text.
 *
 * @throws EventError when it does not fit what the docs say of it
 */
export function serializeEvent<Event extends { type: string }>(
  event: Event,
  events: EventSet<Event>,
  reading: ReadingMode = events.reading,
): string {
  assertEvent(event, events, reading);
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
