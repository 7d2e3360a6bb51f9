/** Recorded traffic: a log goes in, in whatever shape, and its frames come out, in batches. */
import { UsageError } from '../../errors.ts';
import { trafficLimits } from '../../limits.ts';
import { isObject } from '../../runtime/misfits.ts';
import { unpacked } from './bytes.ts';
import type { Frame } from './frame.ts';
import { linesOf } from './lines.ts';
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

export const shapeNames = [...lineShapeNames] as const;
export type ShapeName = LineShapeName;

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
 * The frames of a log, in its order. What has no event in it is a frame with a fault.
 *
 * @throws UsageError where it is no log at all, or one that nothing here can read
 */
export async function* framesOf(log: Log, options: LogOptions): AsyncGenerator<Frame[]> {
  const read = lineReader(options);
  let number = 0;
  for await (const batch of linesOf(
    unpacked(log.bytes, log.name, options.onBytes),
    trafficLimits.line,
  )) {
    const frames: Frame[] = [];
    let line = batch.first;
    for (const text of batch.lines) {
      const recorded = read(text);
      if (recorded) frames.push(frameOf(recorded, ++number, line));
      line++;
    }
    yield frames;
  }
  if (number === 0)
    throw new UsageError(
      `${log.name} has no frame${options.where.length > 0 ? ' that is wanted' : ''}.`,
    );
}

/** Each with the same keys in the same order, as there are many. */
function frameOf(
  { value, fault, direction, session }: Recorded,
  number: number,
  line: number | undefined,
): Frame {
  return { value, fault, direction, session, number, line };
}

/** Reads one line after the other; of one without a frame there is nothing. */
function lineReader(options: LogOptions): (text: string | undefined) => Recorded | undefined {
  let { shape } = options;
  return (text) => {
    if (text === undefined) return { fault: `has more than ${trafficLimits.line} characters` };
    const entry = entryOf(text);
    if (entry === blank) return undefined;
    if (typeof entry === 'string') return { fault: entry };
    shape ??= shapeOf(entry, options);
    if (!isWanted(entry, options)) return undefined;
    return (shape && lineShapes[shape].read(entry, options)) ?? { fault: noFrame };
  };
}

const blank = Symbol('blank');
const noFrame = 'is not a frame of a shape that is known';

/** A line, parsed, or what is wrong with it. */
function entryOf(text: string): Entry | string | typeof blank {
  const json = text.charCodeAt(0) === 0xfe_ff ? text.slice(1) : text;
  try {
    const value: unknown = JSON.parse(json);
    return isObject(value) ? value : 'is not a JSON object';
  } catch {
    return json.trim() === '' ? blank : 'is not JSON';
  }
}

function shapeOf(entry: Entry, recording: Recording): ShapeName | undefined {
  return lineShapeNames.find((name) => lineShapes[name].read(entry, recording) !== undefined);
}

function isWanted(entry: Entry, { where }: LogOptions): boolean {
  return where.every(([key, value]) => String(entry[key]) === value);
}
