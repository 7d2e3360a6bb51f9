#!/usr/bin/env node
/** The commands, as they are typed; each has a file in `commands/`. */
import { Command, CommanderError, Option } from 'commander';
import { check } from './commands/check.ts';
import {
  exitStatus,
  withDocs,
  withFolders,
  type DocsFolder,
  type ExitStatus,
  type Folders,
} from './commands/shared/options.ts';
import { coverage } from './commands/coverage.ts';
import { diff, type DiffOptions } from './commands/diff.ts';
import { generate, type GenerateOptions } from './commands/generate.ts';
import { pull, type PullOptions } from './commands/pull.ts';
import { reasons } from './diff/judge/approvals.ts';
import { formatNames } from './diff/reports/index.ts';
import { profiles, thresholds } from './diff/judge/weight.ts';
import { lint, type LintOptions } from './commands/lint.ts';
import { formatNames as lintFormats } from './lint/reports/index.ts';
import { UsageError } from './errors.ts';
import { visibleLine, withoutCredentials } from './text.ts';

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
  1  something to look at: errors in the docs, stale files, figures or findings beyond what is wanted
  2  wrong usage, a source.json that cannot be used, or something that cannot be read or written`,
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
  .addOption(
    new Option(
      '--explain <page>',
      'print the lines of a page, each with what became of it',
    ).conflicts('format'),
  )
  .action(async (options: LintOptions) => {
    status = await lint(options);
  });

withDocs(program.command('coverage'))
  .description('say how much of the docs is concrete, and list every field that they leave open')
  .action(async (folder: DocsFolder) => {
    status = await coverage(folder);
  });

const collect = (value: string, values: string[]): string[] => [...values, value];

withDocs(program.command('diff [base] [head]'))
  .summary('say what changed between two states of the docs, and what it means')
  .description(
    'Each side is a folder of sources, a model.json or a git ref. By default, the base is the commit at which the main branch and this one parted, and the head is the working tree.',
  )
  .addOption(
    new Option('--role <role>', 'whose code the verdicts are for')
      .choices(['client', 'server'])
      .default('client'),
  )
  .addOption(
    new Option('--profile <profile>', 'how findings are weighed')
      .choices(profiles)
      .default('default'),
  )
  .addOption(
    new Option('--fail-on <verdict>', 'exit 1 when there is such a finding, or a worse one')
      .choices(thresholds)
      .default('breaking'),
  )
  .addOption(
    new Option('--format <format>', 'how to print the findings')
      .choices(formatNames)
      .default('text'),
  )
  .option('--config <file>', 'the settings (default: realtime-events.json, where there is one)')
  .option('--approvals <file>', 'the approved findings', 'realtime-events.approvals.json')
  .addOption(
    new Option('--approve <reason>', 'approve the findings that make the diff fail').choices(
      reasons,
    ),
  )
  .option('--note <words>', 'with --approve: why they may pass')
  .addOption(
    new Option('--finding <fingerprint>', 'with --approve: only this one; may be repeated')
      .argParser(collect)
      .default([], 'all that make the diff fail'),
  )
  .option('--check-version', 'exit 1 when the version of package.json is too small a step')
  .action(async (base: string | undefined, head: string | undefined, options: DiffOptions) => {
    status = await diff(base, head, options);
  });

withDocs(program.command('pull <source>'))
  .description("put a publisher's pages in the place of a source's, and say what they change")
  .requiredOption('--from <dir|url>', 'a folder, or the address of a git repository')
  .option('--ref <ref>', 'the branch, tag or commit of the repository')
  .option('--path <folder>', 'where in it the pages of the source are')
  .action(async (source: string, options: PullOptions) => {
    status = await pull(source, options);
  });

let outputFailed = false;

/** Whoever reads the output may stop before its end, as `head` does; a disk that is full is another matter. */
function onOutputError(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE' || outputFailed) return;
  outputFailed = true;
  process.exitCode = exitStatus.failed;
  console.error(`realtime-events: cannot write the output: ${visibleLine(error.message)}.`);
}

process.stdout.on('error', onOutputError);
process.stderr.on('error', onOutputError);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    status = error.exitCode === 0 ? exitStatus.fine : exitStatus.failed;
  } else if (error instanceof UsageError) {
    console.error(`realtime-events: ${visibleLine(withoutCredentials(error.message))}`);
    status = exitStatus.failed;
  } else {
    // What nobody foresaw is a fault of this program, not of the docs.
    const [reason] = String(error).split('\n');
    console.error(
      `realtime-events: unexpected: ${visibleLine(withoutCredentials(reason?.slice(0, 300) ?? ''))}`,
    );
    if (process.env.DEBUG !== undefined) console.error(error);
    status = exitStatus.failed;
  }
}
process.exitCode = outputFailed ? exitStatus.failed : status;
