/** What came from a socket, on its way to a value: text and bytes are read as JSON, and what cannot be read says why. */

/** What every platform has: a program that takes these types may have the types of none. */
declare const TextDecoder: new (
  encoding: 'utf-8',
  options: { fatal: true },
) => { decode(bytes?: unknown, options?: { stream: boolean }): string };

/** Why something is not a message, in words. */
export interface Unreadable {
  expected: string;
  received: string;
  advice: string;
}

/** A value that was read, or why there is none. */
export type Read = { value: unknown; unreadable?: undefined } | { unreadable: Unreadable };

/** Reads JSON. */
export function readText(text: string): Read {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return unreadable(
      text === '' ? 'an empty text' : 'text that is not JSON',
      'Pass whole messages, one at a time.',
    );
  }
}

/**
 * Reads bytes as UTF-8, and that as JSON.
 *
 * @returns nothing when the input is not bytes: an `ArrayBuffer`, a view of one such as `Uint8Array`, `Buffer` or
 *   `DataView`, or a list of these, which are then parts of one message
 */
export function readBytes(input: object): Read | undefined {
  if (!isBytes(input) && !(Array.isArray(input) && input.length > 0 && input.every(isBytes)))
    return undefined;
  try {
    return readText(decoded(Array.isArray(input) ? input : [input]));
  } catch {
    return unreadable(
      'bytes that are not UTF-8',
      'Pass the messages of the protocol only; audio of its own, or compressed data, is not one.',
    );
  }
}

/** A character may begin in one part and end in the next. */
function decoded(parts: readonly unknown[]): string {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const texts = parts.map((part) => decoder.decode(part, { stream: true }));
  return texts.join('') + decoder.decode();
}

/** Those of another realm, such as a frame or a test runner, are bytes as well. */
function isBytes(value: unknown): boolean {
  return ArrayBuffer.isView(value) || tagOf(value) === 'ArrayBuffer';
}

function unreadable(received: string, advice: string): Read {
  return { unreadable: { expected: 'a JSON object', received, advice } };
}

/** What the language calls the kind of a value: `Uint8Array`, `MessageEvent`. */
export function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice('[object '.length, -1);
}

/** What to pass in the place of a value that is not an event. */
export function adviceFor(value: unknown): string {
  if (isBytes(value)) return 'Pass the object that JSON.parse makes of its text.';
  switch (tagOf(value)) {
    case 'MessageEvent':
    case 'Event':
      return 'Pass its data.';
    case 'Blob':
      return 'Pass what its arrayBuffer() resolves to, or set binaryType of the socket to "arraybuffer".';
    case 'Promise':
      return 'Pass what it resolves to.';
    case 'String':
      return 'Pass the object that JSON.parse makes of it.';
    case 'Array':
      return 'Pass each event by itself.';
    default:
      return 'Pass the text of a message, its bytes, or the object that its JSON stands for.';
  }
}
