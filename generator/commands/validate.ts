/** `validate`: recorded traffic, held against what a source documents. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import { readTextIn } from '../cwd.ts';
import { trafficLimits } from '../limits.ts';
import { readFailure, UsageError } from '../errors.ts';
import { framesOf, shapeNames, shapes, type Log, type ShapeName } from '../input/frames/index.ts';
import { openLog, type SizedLog } from '../input/frames/log-file.ts';
import type { Direction } from '../model/model.ts';
import { formatNames, formats, type FormatName } from '../traffic/reports/index.ts';
import {
  fails,
  sectionsOf,
  thresholds,
  type Role,
  type Suggestion,
  type Threshold,
  type TrafficReport,
} from '../traffic/reports/report.ts';
import { readTallies } from '../traffic/contract.ts';
import { trafficBy, type Traffic } from '../traffic/count.ts';
import { mergeFault, merged, type Tally } from '../traffic/tally.ts';
import type { Context } from './shared/context.ts';
import { modelFileOf, readModels, readPages } from './shared/models.ts';
import { candidatesIn, suggestionOf } from '../traffic/suggest.ts';
import { isError } from '../diagnostics.ts';
import {
  exitStatus,
  refuseIdle,
  type DocsFolder,
  type ExitStatus,
  type Define,
} from './shared/options.ts';

export interface ValidateOptions extends DocsFolder {
  /** The name of a source, or a `model.json`. */
  source?: string;
  /** The names of other sources. */
  against: string[];
  /** The files are reports in JSON. */
  merge?: boolean;
  exact?: boolean;
  order?: boolean;
  role: Role;
  format: FormatName;
  failOn: Threshold;
  showValues?: boolean;
  suggest?: boolean;
  shape?: ShapeName;
  direction?: Direction;
  recordedBy: Direction;
  sessionKey?: string;
  where: (readonly [string, string])[];
}

/** The options that reports, whose logs have been read, have no use for. */
const ofLogs = [
  'against',
  'exact',
  'order',
  'showValues',
  'shape',
  'direction',
  'recordedBy',
  'sessionKey',
  'where',
];

export const define: Define = (command, { ends, context }) => {
  command
    .option('--source <name>', 'the source, or a model.json; needed unless --merge is given')
    .addOption(
      new Option('--against <names>', 'other sources, to see which fits best: a,b')
        .argParser(namesIn)
        .default([], 'none'),
    )
    .option('--merge', 'the files are reports of --format json: tell what is in all of them')
    .option('--exact', 'hold every event against the letter of the docs')
    .addOption(
      new Option('--role <role>', 'whom the report is for: who writes a client, or runs a server')
        .choices(['client', 'server'])
        .default('client'),
    )
    .addOption(
      new Option('--format <format>', 'how to print it').choices(formatNames).default('text'),
    )
    .addOption(
      new Option('--fail-on <what>', 'exit 1 when there is such a finding, or a worse one')
        .choices(thresholds)
        .default('mismatch'),
    )
    .option('--order', 'look for events that came before what the docs say they follow')
    .option('--suggest', 'print corrections that add the fields that several sessions have')
    .option('--show-values', 'show what stands in messages, which may be what people said')
    .addOption(
      new Option(
        '--shape <shape>',
        `how the logs write frames (default: found by itself): ${shapeNames
          .map((name) => `${name}, ${shapes[name].about}`)
          .join('; ')}`,
      ).choices(shapeNames),
    )
    .addOption(
      new Option(
        '--direction <direction>',
        'who sent the frames of which the log does not tell',
      ).choices(['server', 'client']),
    )
    .addOption(
      new Option('--recorded-by <side>', 'who it was that sent and received, as the log has it')
        .choices(['server', 'client'])
        .default('client'),
    )
    .option('--session-key <key>', 'the key of the log that tells sessions apart')
    .addOption(
      new Option('--where <key=value>', 'only frames whose entry has this; may be repeated')
        .argParser(condition)
        .default([], 'all of them'),
    )
    .action(
      ends(async (files: string[], options: ValidateOptions, typed: Command) => {
        if (options.merge)
          refuseIdle(typed, ofLogs, 'with --merge: the reports say how their logs were read');
        return validate(files, options, context);
      }),
    );
};

/** Holds logs against a source, or merges what was found before. */
export async function validate(
  files: readonly string[],
  options: ValidateOptions,
  context: Context,
): Promise<ExitStatus> {
  const { format, failOn, role, source } = options;
  const file = source === undefined ? undefined : modelFileOf(source, options, context.cwd);
  if (options.suggest && file !== undefined)
    throw new UsageError(
      `--suggest needs the pages of a source, of which ${file} is only the model; name the source.`,
    );
  const tallies = options.merge
    ? await mergedTallies(files, options, context)
    : await talliedLogs(files, options, context);
  const [tally, ...against] = tallies;
  if (!tally) return exitStatus.look;
  const suggestions = options.suggest ? await suggestedFor(tally, options, context) : [];
  const report: TrafficReport = { tally, role, against, suggestions };
  const text = formats[format](report, failOn);
  if (format === 'github') context.annotate(text);
  else context.write(text);
  return sectionsOf(report).some(({ weight }) => fails(weight, failOn))
    ? exitStatus.look
    : exitStatus.fine;
}

/**
 * The corrections that the traffic speaks for, each tried on the pages.
 *
 * @throws UsageError when there are no pages, only a model
 */
async function suggestedFor(
  tally: Tally,
  { docsSrc, config, source = tally.source.id }: ValidateOptions,
  context: Context,
): Promise<Suggestion[]> {
  const { found, ofOneSession } = candidatesIn(tally);
  const pages = await readPages(
    source,
    { docsSrc, ...(config !== undefined && { config }) },
    context,
  );
  const { added = [] } = pages.model({ additions: found });
  const suggested = found.flatMap((candidate, i) => {
    const { matches = 0, statement } = added[i] ?? {};
    // What it is to stand in may be a section that another event has led to.
    return matches === 0 || statement === undefined
      ? []
      : [suggestionOf(candidate, matches, statement)];
  });
  const file = ({ file }: Suggestion): string => `${source}/corrections/${file}`;
  const { diagnostics } = pages.model({
    more: new Map(suggested.map((one) => [file(one), new TextEncoder().encode(one.text)])),
  });
  const faulty = new Set(diagnostics.filter(isError).map((one) => one.file));
  const fine = suggested.filter((one) => !faulty.has(file(one)));
  if (ofOneSession > 0)
    context.warn(
      ofOneSession === 1
        ? '1 field is that of one session only, which is no evidence; no correction is suggested of it.'
        : `${ofOneSession} fields are those of one session only, which is no evidence; no correction is suggested of them.`,
    );
  const others = found.length - fine.length;
  if (others > 0)
    context.warn(
      `${others} more ${others === 1 ? 'field stands' : 'fields stand'} in what another correction is about, or in what no correction can name.`,
    );
  return fine;
}

/** @returns the tally of each source that the logs are held against; none where its docs have errors, which are printed */
async function talliedLogs(
  files: readonly string[],
  options: ValidateOptions,
  context: Context,
): Promise<Tally[]> {
  const { source, exact = false, order = false, showValues = false, direction } = options;
  if (source === undefined)
    throw new UsageError(
      '--source is missing: it names the source that the logs are held against.',
    );
  const names = [...new Set([source, ...options.against])];
  const read = await readModels(names, options, context);
  if (!read) return [];
  const { models, renames } = read;
  const all = models.map((model) =>
    trafficBy(model, { exact, order, showValues, renames, ...(direction && { direction }) }),
  );
  await context.during('validate', async (progress) => {
    const logs: SizedLog[] = [];
    for (const file of files) logs.push(await openLog(file, context));
    const total = logs.reduce((sum, { size }) => sum + size, 0);
    let [bytes, frames] = [0, 0];
    for (const log of logs)
      await addLog(log, all, {
        ...options,
        onBytes: (count) => {
          bytes += count;
        },
        onFrames: (count) => {
          frames += count;
          progress({
            words: `${Math.round(bytes / 1e6)} MB, ${frames} events`,
            ...(Number.isFinite(total) && total > 0 && { share: Math.min(1, bytes / total) }),
          });
        },
      });
  });
  return all.map((traffic) => traffic.tally());
}

/** Merges reports that were written with `--format json`, source by source. */
async function mergedTallies(
  files: readonly string[],
  { source }: ValidateOptions,
  { cwd }: Context,
): Promise<readonly Tally[]> {
  if (source !== undefined)
    throw new UsageError('--source has no effect with --merge: the reports say what they are of.');
  if (files.length === 0) throw new UsageError('there is no report to merge.');
  const [first = '', ...others] = files;
  let all: readonly Tally[] = readTallies(await textOf(first, cwd), first);
  // One after the other: each may be large.
  for (const file of others) {
    const tallies = readTallies(await textOf(file, cwd), file);
    const fault = reportFault(all, tallies);
    if (fault !== undefined)
      throw new UsageError(`${first} and ${file} cannot be merged: ${fault}.`);
    all = all.map((tally, i) => merged(tally, tallies[i] ?? tally));
  }
  return all;
}

/** Why two reports cannot be merged; `undefined` where they can. */
function reportFault(a: readonly Tally[], b: readonly Tally[]): string | undefined {
  const names = (tallies: readonly Tally[]) => tallies.map((tally) => tally.source.id).join(', ');
  if (names(a) !== names(b)) return `one is of ${names(a)}, the other of ${names(b)}`;
  return a.flatMap((tally, i) => mergeFault(tally, b[i] ?? tally) ?? [])[0];
}

async function textOf(file: string, cwd: string): Promise<string> {
  try {
    return await readTextIn(cwd, file, trafficLimits.report);
  } catch (error) {
    throw readFailure(file, error);
  }
}

/** What is told while a log is read. */
interface Reading {
  onBytes: (count: number) => void;
  onFrames: (count: number) => void;
}

/** Counts the frames of a log. */
async function addLog(
  log: Log,
  counted: readonly Traffic[],
  { recordedBy, sessionKey, shape, where, onBytes, onFrames }: ValidateOptions & Reading,
): Promise<void> {
  for (const traffic of counted) traffic.begin();
  const frames = framesOf(log, {
    recorder: recordedBy,
    where,
    onBytes,
    ...(sessionKey !== undefined && { sessionKey }),
    ...(shape && { shape }),
  });
  try {
    for await (const batch of frames) {
      let count = 0;
      for (const frame of batch) {
        count++;
        for (const traffic of counted) traffic.add(frame, log.name);
      }
      onFrames(count);
    }
  } catch (error) {
    throw readFailure(log.name, error);
  }
}

/** `a,b`: names between commas. */
function namesIn(text: string): string[] {
  const names = text.split(',').map((name) => name.trim());
  if (names.includes('')) throw new InvalidArgumentError('It has names with a comma in between.');
  return names;
}

/** `provider=xai`: a key of an entry, and the value that it is to have. */
function condition(
  text: string,
  others: readonly (readonly [string, string])[],
): (readonly [string, string])[] {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('It has a key, "=" and a value.');
  return [...others, [text.slice(0, at), text.slice(at + 1)]];
}
