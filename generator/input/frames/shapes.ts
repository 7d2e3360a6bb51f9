/**
 * The table of shapes: how logs write down a frame. A shape of lines reads one line at a time, as JSON; another one reads
 * a log as a whole.
 */
import { isObject } from '../../runtime/objects.ts';
import type { Direction } from '../../model/model.ts';
import type { Frame } from './frame.ts';

/** What a line has of a frame. */
export type Recorded = Omit<Frame, 'number' | 'line'>;

/** A line of a log, parsed. */
export type Entry = Readonly<Record<string, unknown>>;

/** What a log does not say of itself. */
export interface Recording {
  /** Whose log it is, so that `received` is of the other one. */
  recorder: Direction;
  /** The key by which it tells sessions apart; absent: one of those that are usual. */
  sessionKey?: string;
}

interface LineShape {
  /** In a list of what there is: `an event a line`. */
  about: string;
  /** What the line has of a frame; `undefined` where it is of another shape. */
  read: (entry: Entry, recording: Recording) => Recorded | undefined;
}

/** They are asked in this order. */
export const lineShapes = {
  events: {
    about: 'an event a line',
    read: (entry) =>
      typeof entry['type'] === 'string' && !isAround(entry) ? { value: entry } : undefined,
  },
  directed: {
    about: 'a line { "direction": …, "event": … }',
    read: (entry, recording) => recordedIn(entry, 'event', recording),
  },
  timed: {
    about: 'a line { "timestamp": …, "data": … }, of text or base64',
    read: (entry, recording) => recordedIn(entry, 'data', recording),
  },
} as const satisfies Record<string, LineShape>;

export type LineShapeName = keyof typeof lineShapes;

/** The names of the shapes of lines, in their order. */
export const lineShapeNames = ['events', 'directed', 'timed'] as const satisfies LineShapeName[];

/** The words for a direction, as whoever recorded it has them. A client receives what the server sent. */
const directions: Readonly<Record<string, { of: Direction; isRelative: boolean }>> = {
  server: { of: 'server', isRelative: false },
  client: { of: 'client', isRelative: false },
  ...Object.fromEntries(
    ['in', 'incoming', 'inbound', 'receive', 'received', 'recv'].map((word) => [
      word,
      { of: 'server' as const, isRelative: true },
    ]),
  ),
  ...Object.fromEntries(
    ['out', 'outgoing', 'outbound', 'send', 'sent'].map((word) => [
      word,
      { of: 'client' as const, isRelative: true },
    ]),
  ),
};

/** Who sent a frame, by the word of a log. */
export function senderBy(
  word: unknown,
  recorder: Direction,
): Pick<Recorded, 'direction' | 'isRelative'> {
  const key = typeof word === 'string' ? word.toLowerCase() : '';
  const found = Object.hasOwn(directions, key) ? directions[key] : undefined;
  if (!found) return {};
  if (!found.isRelative) return { direction: found.of };
  const other = found.of === 'server' ? 'client' : 'server';
  return { direction: recorder === 'client' ? found.of : other, isRelative: true };
}

/** Whether an entry with a `type` of its own is around an event: an event has no word for who sent it. */
function isAround(entry: Entry): boolean {
  return (
    ('event' in entry || 'data' in entry) &&
    senderBy(entry['direction'], 'client').direction !== undefined
  );
}

/** The keys by which logs tell sessions apart. */
const sessionKeys = ['session', 'session_id', 'sessionId', 'connection', 'connection_id'];

/** A frame that stands in an entry below a key, with the direction and the session that are stated beside it. */
export function recordedIn(
  entry: Entry,
  key: string,
  { recorder, sessionKey }: Recording,
): Recorded | undefined {
  const data = entry[key];
  if (!isObject(data) && typeof data !== 'string') return undefined;
  const keys = sessionKey === undefined ? sessionKeys : [sessionKey];
  const session = keys
    .map((one) => entry[one])
    .find((one) => typeof one === 'string' || typeof one === 'number');
  return {
    ...eventIn(data),
    ...senderBy(entry['direction'], recorder),
    ...(session !== undefined && { session: String(session) }),
  };
}

/** An event that stands in a log as it is, as text, or as the base64 of text. */
export function eventIn(data: unknown): Pick<Recorded, 'value' | 'fault'> {
  if (typeof data !== 'string') return { value: data };
  const text = /^\s*[[{]/.test(data) ? data : Buffer.from(data, 'base64').toString('utf8');
  return parsed(text);
}

/** A text that should be JSON. */
export function parsed(text: string): Pick<Recorded, 'value' | 'fault'> {
  try {
    const value: unknown = JSON.parse(text);
    return { value };
  } catch {
    return { fault: 'is not JSON' };
  }
}
