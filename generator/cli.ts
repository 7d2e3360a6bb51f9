#!/usr/bin/env node
/** The commands: they read, call the pipeline, print and write. */
import path from 'node:path';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import type { VFileMessage } from 'vfile-message';
import { formatDiagnostic, severityOf } from './diagnostics.ts';
import type { OutputFiles } from './emit/index.ts';
import type { Model } from './model/model.ts';
import { fieldsOf } from './model/walk.ts';
import { columns } from './columns.ts';
import { coverageOf, coverageReport } from './coverage/coverage.ts';
import { openDeclarations } from './coverage/declarations.ts';
import { sdkReport, shortfalls } from './coverage/sdk.ts';
import { modelSources, renderFiles, type SourceResult } from './pipeline.ts';
import { readDocs, UsageError } from './read.ts';
import { compareOutput, writeOutput, type Comparison } from './write.ts';

/** Fine; something to look at; wrong usage or input and output that failed. */
const exitStatus = { fine: 0, look: 1, failed: 2 } as const;
type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];

interface Folders {
  docsSrc: string;
  out: string;
  keepGoing?: boolean;
}

const program = new Command('realtime-events')
  .description(
    'TypeScript types, guards and a support matrix from the Markdown references of realtime event APIs.',
  )
  .exitOverride()
  .addHelpText(
    'afterAll',
    `
Every command takes --docs-src DIR, and those that write or compare files take --out DIR.

Exit status:
  0  fine
  1  something to look at: errors in the docs, stale generated files, figures below what is wanted
  2  wrong usage, or a folder that cannot be read or written`,
  );

let status: ExitStatus = exitStatus.fine;

withFolders(program.command('generate'))
  .description('generate everything, and print a line for each source')
  .option('--keep-going', 'leave out what the docs have errors in, and generate the rest')
  .action(async (folders: Folders) => {
    status = await generate(folders);
  });

withFolders(program.command('check'))
  .description('generate in memory and name every file that is stale, missing or left over')
  .action(async (folders: Folders) => {
    status = await check(folders);
  });

program
  .command('coverage')
  .description('say how much of the docs is concrete, and list every field that they leave open')
  .option('--docs-src <dir>', 'the folder of the sources', folder, 'docs-src')
  .action(async ({ docsSrc }: Pick<Folders, 'docsSrc'>) => {
    status = await coverage(docsSrc);
  });

program
  .command('compare <source> <declarations>')
  .description('hold a source against the TypeScript declarations of an SDK, path by path')
  .option('--docs-src <dir>', 'the folder of the sources', folder, 'docs-src')
  .option('--min-paths <percent>', 'the least share of paths that are the same', percent, 0)
  .option('--min-enumerations <percent>', 'the least share of enumerations', percent, 0)
  .action(async (source: string, declarations: string, options: CompareOptions) => {
    status = await compareWithSdk(source, declarations, options);
  });

/** The name of a folder; nothing at all would be the current one, by accident. */
function folder(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('It must name a folder.');
  return value;
}

function withFolders(command: Command): Command {
  return command
    .option('--docs-src <dir>', 'the folder of the sources', folder, 'docs-src')
    .option('--out <dir>', 'the folder of the generated files', folder, 'generated');
}

/** Errors in the docs are printed first: what has one is not counted as its page means it. */
async function coverage(docsSrc: string): Promise<ExitStatus> {
  const sources = modelSources(await readDocs(docsSrc));
  const errors = sources
    .flatMap(({ diagnostics }) => diagnostics)
    .filter((message) => severityOf(message) === 'error');
  printDiagnostics(docsSrc, errors);
  const models = sources.flatMap(({ model }) => model ?? []);
  for (const line of coverageReport(models.map(coverageOf))) console.log(line);
  return errors.length === 0 ? exitStatus.fine : exitStatus.look;
}

interface CompareOptions {
  docsSrc: string;
  minPaths: number;
  minEnumerations: number;
}

async function compareWithSdk(
  id: string,
  file: string,
  { docsSrc, minPaths, minEnumerations }: CompareOptions,
): Promise<ExitStatus> {
  const model = modelSources(await readDocs(docsSrc)).find((source) => source.id === id)?.model;
  if (!model) throw new UsageError(`${docsSrc} has no source ${id} that can be read.`);
  const report = sdkReport(model, await openDeclarations(file), docsSrc);
  for (const line of report.lines) console.log(line);
  const short = shortfalls(report, { paths: minPaths, enumerations: minEnumerations });
  for (const line of short) console.error(line);
  return short.length === 0 ? exitStatus.fine : exitStatus.look;
}

function percent(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 100))
    throw new InvalidArgumentError('It is a number from 0 to 100.');
  return value;
}

async function generate({ docsSrc, out, keepGoing = false }: Folders): Promise<ExitStatus> {
  const rendered = await render(docsSrc, keepGoing);
  if (!rendered) return exitStatus.look;
  const comparison = await compareOutput(out, rendered.files);
  const leftOver = comparison.leftOver.filter((file) => !isOf(rendered.unsound, file));
  await writeOutput(out, rendered.files, { ...comparison, leftOver });
  for (const line of summaryLines(rendered.sources)) console.log(line);
  return rendered.complete ? exitStatus.fine : exitStatus.look;
}

/** Whether a generated file belongs to one of the sources, or to all of them together. */
function isOf(sources: readonly string[], file: string): boolean {
  return sources.some((id) => file.startsWith(`${id}/`) || !file.includes('/'));
}

async function check({ docsSrc, out }: Folders): Promise<ExitStatus> {
  const rendered = await render(docsSrc);
  if (!rendered) return exitStatus.look;
  const differences = describeComparison(await compareOutput(out, rendered.files));
  if (differences.length === 0) {
    console.log(`${out} is up to date with ${docsSrc}: ${rendered.files.size} files.`);
    return exitStatus.fine;
  }
  const options = [
    docsSrc === 'docs-src' ? '' : ` --docs-src ${quoted(docsSrc)}`,
    out === 'generated' ? '' : ` --out ${quoted(out)}`,
  ].join('');
  const command = `npm run generate${options === '' ? '' : ` --${options}`}`;
  for (const { file, what } of differences)
    console.error(`${path.join(out, file)} ${what}: run ${command}`);
  return exitStatus.look;
}

/** A folder as the shell takes it. */
function quoted(folder: string): string {
  return /^[\w./-]+$/.test(folder) ? folder : `'${folder.replaceAll("'", `'\\''`)}'`;
}

function describeComparison({
  stale,
  missing,
  leftOver,
}: Comparison): { file: string; what: string }[] {
  return [
    ...stale.map((file) => ({ file, what: 'is stale' })),
    ...missing.map((file) => ({ file, what: 'is missing' })),
    ...leftOver.map((file) => ({ file, what: 'is left over' })),
  ].toSorted((a, b) => (a.file < b.file ? -1 : 1));
}

/** What can be generated; `complete`: nothing had to be left out. */
interface Rendered {
  sources: SourceResult[];
  /** Sources that were left out: what was generated of them before stays. */
  unsound: string[];
  files: OutputFiles;
  complete: boolean;
}

/** Reads the docs and renders all files; prints every diagnostic. `undefined`: errors in the docs forbid it. */
async function render(docsSrc: string, keepGoing = false): Promise<Rendered | undefined> {
  const all = modelSources(await readDocs(docsSrc), { keepGoing });
  const diagnostics = all.flatMap((source) => source.diagnostics);
  printDiagnostics(docsSrc, diagnostics);
  const errors = diagnostics.filter((message) => severityOf(message) === 'error').length;
  const sources = all.filter(({ sound }) => sound);
  if (errors > 0) console.error(`${errors} ${errors === 1 ? 'error' : 'errors'} in the docs.`);
  if (errors > 0 && !keepGoing) {
    console.error(
      'Nothing was generated. Mend the errors, or generate the rest with --keep-going.',
    );
    return undefined;
  }
  for (const { id, sound, leftOut } of all) {
    if (!sound) console.error(`${id} was left out.`);
    else if (leftOut.length > 0)
      console.error(`${id} was generated without ${leftOut.join(', ')}.`);
  }
  const models = sources.flatMap(({ model }) => model ?? []);
  const unsound = all.filter(({ sound }) => !sound).map(({ id }) => id);
  const files = await renderFiles(models, unsound.length === 0);
  return { sources, unsound, files, complete: errors === 0 };
}

function printDiagnostics(docsSrc: string, diagnostics: readonly VFileMessage[]): void {
  const folder = docsSrc.replace(/\/+$/, '');
  for (const message of diagnostics) console.error(`${folder}/${formatDiagnostic(message)}`);
}

/** One line a source: what it documents, what is flagged, what to look at, how long it took. */
function summaryLines(sources: readonly SourceResult[]): string[] {
  const rows = sources.flatMap(({ id, model, diagnostics, milliseconds }) =>
    model
      ? [
          [
            id,
            ...counts(model),
            `${diagnostics.length} diagnostics`,
            `${milliseconds.toFixed(0)} ms`,
          ],
        ]
      : [],
  );
  return columns(rows);
}

function counts(model: Model): string[] {
  const fields = model.events.reduce((sum, event) => sum + fieldsOf(model, event).length, 0);
  const unsupported = model.events.filter(({ support }) => support.status === 'unsupported').length;
  return [`${model.events.length} events`, `${fields} fields`, `${unsupported} unsupported`];
}

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    status = error.exitCode === 0 ? exitStatus.fine : exitStatus.failed;
  } else if (error instanceof UsageError) {
    console.error(`realtime-events: ${error.message}`);
    status = exitStatus.failed;
  } else {
    // What nobody foresaw is a fault of this program, not of the docs.
    const [reason] = String(error).split('\n');
    console.error(`realtime-events: unexpected: ${reason?.slice(0, 300)}`);
    if (process.env.DEBUG !== undefined) console.error(error);
    status = exitStatus.failed;
  }
}
process.exitCode = status;
