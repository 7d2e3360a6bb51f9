#!/usr/bin/env node
/** The commands, as they are typed; each has a file in `commands/`. */
import { Command, CommanderError, Option } from 'commander';
import { check } from './commands/check.ts';
import {
  exitStatus,
  percent,
  withDocs,
  withFolders,
  type DocsFolder,
  type ExitStatus,
  type Folders,
} from './commands/command.ts';
import { compareWithSdk, type CompareOptions } from './commands/compare.ts';
import { coverage } from './commands/coverage.ts';
import { generate, type GenerateOptions } from './commands/generate.ts';
import { lint, type LintOptions } from './commands/lint.ts';
import { formatNames as lintFormats } from './lint/reports/index.ts';
import { UsageError } from './read.ts';

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
  .action(async (options: GenerateOptions) => {
    status = await generate(options);
  });

withFolders(program.command('check'))
  .description('generate in memory and name every file that is stale, missing or left over')
  .action(async (folders: Folders) => {
    status = await check(folders);
  });

withDocs(program.command('lint'))
  .description('say everything that is wrong with the docs, or what became of each line of a page')
  .addOption(
    new Option('--format <format>', 'how to print it').choices(lintFormats).default('text'),
  )
  .option('--config <file>', 'the settings (default: realtime-events.json, where there is one)')
  .option('--explain <page>', 'print the lines of a page, each with what became of it')
  .action(async (options: LintOptions) => {
    status = await lint(options);
  });

withDocs(program.command('coverage'))
  .description('say how much of the docs is concrete, and list every field that they leave open')
  .action(async (folder: DocsFolder) => {
    status = await coverage(folder);
  });

withDocs(program.command('compare <source> <declarations>'))
  .description('hold a source against the TypeScript declarations of an SDK, path by path')
  .option('--min-paths <percent>', 'the least share of paths that are the same', percent, 0)
  .option('--min-enumerations <percent>', 'the least share of enumerations', percent, 0)
  .action(async (source: string, declarations: string, options: CompareOptions) => {
    status = await compareWithSdk(source, declarations, options);
  });

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
