#!/usr/bin/env node
/** The commands: they read, call the pipeline, print and write. */
import path from 'node:path';
import { Command, CommanderError } from 'commander';
import type { VFileMessage } from 'vfile-message';
import { formatDiagnostic, severityOf } from './diagnostics.ts';
import type { Model } from './model/model.ts';
import { fieldsOf } from './model/walk.ts';
import { columns } from './columns.ts';
import { coverageOf, coverageReport } from './coverage/coverage.ts';
import { modelSources, renderFiles, type SourceResult } from './pipeline.ts';
import { readDocs, UsageError } from './read.ts';
import { compareOutput, writeOutput, type Comparison } from './write.ts';

/** Fine; something to look at; wrong usage or input and output that failed. */
const exitStatus = { fine: 0, look: 1, failed: 2 } as const;
type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];

interface Folders {
  docsSrc: string;
  out: string;
}

const program = new Command('realtime-events')
  .description(
    'TypeScript types, guards and a support matrix from the Markdown references of realtime event APIs.',
  )
  .exitOverride()
  .addHelpText(
    'after',
    `
Exit status:
  0  fine
  1  something to look at: errors in the docs, or generated files that are not up to date
  2  wrong usage, or a folder that cannot be read or written`,
  );

let status: ExitStatus = exitStatus.fine;

withFolders(program.command('generate'))
  .description('generate everything, and print a line for each source')
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
  .option('--docs-src <dir>', 'the folder of the sources', 'docs-src')
  .action(async ({ docsSrc }: Pick<Folders, 'docsSrc'>) => {
    const models = modelSources(await readDocs(docsSrc)).flatMap(({ model }) => model ?? []);
    for (const line of coverageReport(models.map(coverageOf))) console.log(line);
  });

function withFolders(command: Command): Command {
  return command
    .option('--docs-src <dir>', 'the folder of the sources', 'docs-src')
    .option('--out <dir>', 'the folder of the generated files', 'generated');
}

async function generate({ docsSrc, out }: Folders): Promise<ExitStatus> {
  const rendered = await render(docsSrc);
  if (!rendered) return exitStatus.look;
  await writeOutput(out, rendered.files, await compareOutput(out, rendered.files));
  for (const line of summaryLines(rendered.sources)) console.log(line);
  return exitStatus.fine;
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
    docsSrc === 'docs-src' ? '' : ` --docs-src ${docsSrc}`,
    out === 'generated' ? '' : ` --out ${out}`,
  ].join('');
  const command = `npm run generate${options === '' ? '' : ` --${options}`}`;
  for (const { file, what } of differences)
    console.error(`${path.join(out, file)} ${what}: run ${command}`);
  return exitStatus.look;
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

/** Reads the docs and renders all files; prints every diagnostic. `undefined`: the docs have errors. */
async function render(docsSrc: string) {
  const sources = modelSources(await readDocs(docsSrc));
  const diagnostics = sources.flatMap((source) => source.diagnostics);
  printDiagnostics(docsSrc, diagnostics);
  const models = sources.flatMap(({ model }) => model ?? []);
  const errors = diagnostics.filter((message) => severityOf(message) === 'error').length;
  if (errors === 0) return { sources, files: await renderFiles(models) };
  console.error(
    `${errors} ${errors === 1 ? 'error' : 'errors'} in the docs; nothing was generated.`,
  );
  return undefined;
}

function printDiagnostics(docsSrc: string, diagnostics: readonly VFileMessage[]): void {
  for (const message of diagnostics)
    console.error(path.posix.join(docsSrc, formatDiagnostic(message)));
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
    throw error;
  }
}
process.exitCode = status;
