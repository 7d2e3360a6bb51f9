/** `validate`: recorded traffic, held against what a source documents. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pathIn } from '../cwd.ts';
import { isSystemError, reasonOf, UsageError } from '../errors.ts';
import { framesOf, type Log, type ShapeName } from '../input/frames/index.ts';
import type { Direction } from '../model/model.ts';
import { formats, type FormatName } from '../traffic/reports/index.ts';
import {
  fails,
  sectionsOf,
  type Role,
  type Threshold,
  type TrafficReport,
} from '../traffic/reports/report.ts';
import { trafficBy, type Traffic } from '../traffic/count.ts';
import type { Context } from './shared/context.ts';
import { readModels } from './shared/models.ts';
import { exitStatus, type DocsFolder, type ExitStatus } from './shared/options.ts';

export interface ValidateOptions extends DocsFolder {
  /** The name of a source, or a `model.json`. */
  source: string;
  exact?: boolean;
  role: Role;
  format: FormatName;
  failOn: Threshold;
  showValues?: boolean;
  shape?: ShapeName;
  direction?: Direction;
  recordedBy: Direction;
  sessionKey?: string;
  where: (readonly [string, string])[];
}

export async function validate(
  files: readonly string[],
  options: ValidateOptions,
  context: Context,
): Promise<ExitStatus> {
  const { source, format, failOn, role } = options;
  const models = await readModels([source], options, context);
  const [model] = models ?? [];
  if (!model) return exitStatus.look;
  const traffic = trafficBy(model, {
    exact: options.exact ?? false,
    showValues: options.showValues ?? false,
    ...(options.direction && { direction: options.direction }),
  });
  for (const file of files) await addLog(await logOf(file, context), [traffic], options);
  const report: TrafficReport = {
    tally: traffic.tally(),
    role,
    against: [],
    suggestions: [],
  };
  context.write(formats[format](report));
  return sectionsOf(report).some(({ weight }) => fails(weight, failOn))
    ? exitStatus.look
    : exitStatus.fine;
}

/** Counts the frames of a log. */
async function addLog(
  log: Log,
  counted: readonly Traffic[],
  { recordedBy, sessionKey, shape, where }: ValidateOptions,
): Promise<void> {
  for (const traffic of counted) traffic.begin();
  const frames = framesOf(log, {
    recorder: recordedBy,
    where,
    onBytes: () => {},
    ...(sessionKey !== undefined && { sessionKey }),
    ...(shape && { shape }),
  });
  try {
    for await (const batch of frames)
      for (const frame of batch) for (const traffic of counted) traffic.add(frame, log.name);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new UsageError(`cannot read ${log.name}: ${reasonOf(error)}.`);
  }
}

/** A file, or what comes on the standard input. */
async function logOf(file: string, { cwd, stdin }: Context): Promise<Log> {
  if (file === '-') return { name: 'stdin', bytes: bytesOf(stdin) };
  const place = pathIn(cwd, file);
  try {
    const found = await stat(place);
    if (found.isDirectory()) throw new UsageError(`${file} is a folder; name the files in it.`);
  } catch (error) {
    if (error instanceof UsageError || !isSystemError(error)) throw error;
    throw new UsageError(`cannot read ${file}: ${reasonOf(error)}.`);
  }
  return { name: file, bytes: bytesOf(createReadStream(place, { highWaterMark: 1024 * 1024 })) };
}

async function* bytesOf(stream: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream)
    if (chunk instanceof Uint8Array) yield chunk;
    else if (typeof chunk === 'string') yield new TextEncoder().encode(chunk);
}
