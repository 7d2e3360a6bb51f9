/** HAR, as browsers save what they did: the messages of WebSockets are below `_webSocketMessages` of their request. */
import { isObject } from '../../runtime/objects.ts';
import type { Way } from './elements.ts';
import { eventIn, senderBy, type Recorded, type Recording } from './shapes.ts';

/** Whether a way leads to the messages of a request. */
export function isListOfHar(way: Way): boolean {
  const [log, entries, , messages] = way;
  return (
    way.length === 4 && log === 'log' && entries === 'entries' && messages === '_webSocketMessages'
  );
}

/**
 * The frame of a message: text (1) or bytes (2); whatever else has another `opcode`, such as a ping, is not a frame of the
 * protocol. Each socket is a session.
 *
 * @param name what the log is called: the first socket of another one is another session
 */
export function frameOfHar(
  message: unknown,
  [, , entry = 0]: Way,
  name: string,
  { recorder }: Recording,
): Recorded | undefined {
  if (!isObject(message) || typeof message['data'] !== 'string') return undefined;
  const { opcode = 1, data, type } = message;
  if (opcode !== 1 && opcode !== 2) return undefined;
  const session = `socket ${Number(entry) + 1} of ${name}`;
  return { ...eventIn(data), session, ...senderBy(type, recorder) };
}
