/** HAR, as browsers save what they did: the messages of WebSockets are below `_webSocketMessages` of their request. */
import { isObject } from '../../runtime/misfits.ts';
import { eventIn, senderBy, type Recorded, type Recording } from './shapes.ts';

/**
 * Each socket is a session.
 *
 * @param name what the log is called: the first socket of another one is another session
 */
export function framesOfHar(
  document: unknown,
  name: string,
  recording: Recording,
): Recorded[] | undefined {
  const log = isObject(document) ? document['log'] : undefined;
  const entries = isObject(log) ? log['entries'] : undefined;
  if (!Array.isArray(entries)) return undefined;
  const all: readonly unknown[] = entries;
  return all.flatMap((entry, i) => {
    const messages = isObject(entry) ? entry['_webSocketMessages'] : undefined;
    const list: readonly unknown[] = Array.isArray(messages) ? messages : [];
    return list.flatMap(
      (message) => frameOf(message, `socket ${i + 1} of ${name}`, recording) ?? [],
    );
  });
}

/** Of text (1) and bytes (2); whatever else has another `opcode`, such as a ping, is not a frame of the protocol. */
function frameOf(message: unknown, session: string, { recorder }: Recording): Recorded | undefined {
  if (!isObject(message) || typeof message['data'] !== 'string') return undefined;
  const { opcode = 1, data, type } = message;
  if (opcode !== 1 && opcode !== 2) return undefined;
  return { ...eventIn(data), session, ...senderBy(type, recorder) };
}
