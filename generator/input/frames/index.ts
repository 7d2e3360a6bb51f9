/** Recorded traffic: a log goes in, in whatever shape, and its frames come out, in batches. */
import { UsageError } from '../../errors.ts';
import { trafficLimits } from '../../limits.ts';
import { isObject } from '../../runtime/objects.ts';
import { rejoined, unpacked } from './bytes.ts';
import {
  documentShapeNames,
  documentShapeOf,
  documentShapes,
  framesOfDocument,
  type DocumentShapeName,
} from './document.ts';
import type { Frame } from './frame.ts';
import { linesOf, type Lines } from './lines.ts';
import {
  lineShapeNames,
  lineShapes,
  type Entry,
  type LineShapeName,
  type Recorded,
  type Recording,
} from './shapes.ts';

export type { Frame } from './frame.ts';
export type { Recording } from './shapes.ts';

/** How logs write frames, each with what is said of it. */
export const shapes: Readonly<Record<ShapeName, { about: string }>> = {
  ...lineShapes,
  ...documentShapes,
};
export const shapeNames = [...lineShapeNames, ...documentShapeNames] as const;
export type ShapeName = LineShapeName | DocumentShapeName;

export interface Log {
  /** What it is called. */
  name: string;
  bytes: AsyncIterable<Uint8Array>;
}

export interface LogOptions extends Recording {
  /** Absent: it is found by itself. */
  shape?: ShapeName;
  /** Entries count only where each of these keys has this value. */
  where: readonly (readonly [key: string, value: string])[];
  /** Told how many bytes were read. */
  onBytes: (count: number) => void;
}

/**
 * The frames of a log, in its order. What has no event in it is a frame with a fault. Each is read when it is asked for, so
 * that no more than one is in memory.
 *
 * @throws UsageError where it is not a log at all, or one that nothing here can read
 */
export async function* framesOf(log: Log, options: LogOptions): AsyncGenerator<Iterable<Frame>> {
  const bytes = unpacked(log.bytes, log.name, options.onBytes);
  const { value: first = new Uint8Array() } = await bytes.next();
  const all = rejoined(first, bytes);
  const beginning = Buffer.from(first.subarray(0, 1000)).toString('utf8');
  const shape = options.shape ?? documentShapeOf(log.name, beginning);
  const count = { frames: 0 };
  const batches =
    shape === 'har' || shape === 'cassette'
      ? framesInDocument(all, log.name, shape, options, count)
      : framesInLines(all, { ...options, shape }, count);
  yield* batches;
  if (count.frames === 0)
    throw new UsageError(
      `${log.name} has no frame${options.where.length > 0 ? ' that is wanted' : ''}.`,
    );
}

async function* framesInDocument(
  bytes: AsyncIterable<Uint8Array>,
  name: string,
  shape: DocumentShapeName,
  options: LogOptions,
  count: Count,
): AsyncGenerator<Iterable<Frame>> {
  if (options.where.length > 0)
    throw new UsageError(`${name} has no lines for --where to choose from.`);
  for await (const frames of framesOfDocument(bytes, name, shape, options))
    yield frames.map((recorded) => frameOf(recorded, ++count.frames, undefined));
}

async function* framesInLines(
  bytes: AsyncIterable<Uint8Array>,
  options: LineOptions,
  count: Count,
): AsyncGenerator<Iterable<Frame>> {
  const read = lineReader(options);
  for await (const batch of linesOf(bytes, trafficLimits.line))
    yield framesInBatch(batch, read, count);
}

function* framesInBatch(
  { first, lines }: Lines,
  read: (text: string | undefined) => Recorded | undefined,
  count: Count,
): Generator<Frame> {
  let line = first;
  for (const text of lines) {
    const recorded = read(text);
    if (recorded) yield frameOf(recorded, ++count.frames, line);
    line++;
  }
}

/** How many frames came so far. */
interface Count {
  frames: number;
}

/** Options of a log of lines. */
type LineOptions = Omit<LogOptions, 'shape'> & { shape: LineShapeName | undefined };

/** Each with the same keys in the same order, as there are many. */
function frameOf(
  { value, fault, direction, isRelative, session }: Recorded,
  number: number,
  line: number | undefined,
): Frame {
  return { value, fault, direction, isRelative, session, number, line };
}

/** Reads one line after the other; of one without a frame there is nothing. */
function lineReader(options: LineOptions): (text: string | undefined) => Recorded | undefined {
  let { shape } = options;
  return (text) => {
    if (text === undefined) return { fault: `has more than ${trafficLimits.line} characters` };
    const entry = entryOf(text);
    if (entry === blank) return undefined;
    if (typeof entry === 'string') return { fault: entry };
    shape ??= shapeOf(entry, options);
    if (!isWanted(entry, options)) return undefined;
    return (
      (shape && lineShapes[shape].read(entry, options)) ?? {
        fault: shape === 'events' ? noName : noFrame,
      }
    );
  };
}

const blank = Symbol('blank');
const noFrame =
  'is not a frame of a shape that is known (validate --help says which are, at --shape)';
const noName = 'has no text in "type", which is where the name of an event is';

/** A line, parsed, or what is wrong with it. */
function entryOf(text: string): Entry | string | typeof blank {
  // What is thrown for each of many lines takes its time.
  if (text === '') return blank;
  const json = text.charCodeAt(0) === 0xfe_ff ? text.slice(1) : text;
  try {
    const value: unknown = JSON.parse(json);
    return isObject(value) ? value : 'is not a JSON object';
  } catch {
    return json.trim() === '' ? blank : 'is not JSON';
  }
}

function shapeOf(entry: Entry, recording: Recording): LineShapeName | undefined {
  return lineShapeNames.find((name) => lineShapes[name].read(entry, recording) !== undefined);
}

function isWanted(entry: Entry, { where }: Pick<LogOptions, 'where'>): boolean {
  return where.every(([key, value]) => String(entry[key]) === value);
}
