/** The commands as they are typed; each has a file in `commands/`. */
import { inspect } from 'node:util';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { check, type CheckOptions } from './commands/check.ts';
import { contextOf, type Context, type Streams } from './commands/shared/context.ts';
import type { CommandLine } from './commands/shared/started.ts';
import {
  collect,
  exitStatus,
  withDocs,
  withKeepGoing,
  withSources,
  type DocsFolder,
  type ExitStatus,
} from './commands/shared/options.ts';
import { coverage } from './commands/coverage.ts';
import { diff, type DiffOptions } from './commands/diff.ts';
import { generate, type GenerateOptions } from './commands/generate.ts';
import { init, type InitOptions } from './commands/init.ts';
import { pull, type PullOptions } from './commands/pull.ts';
import { reasons } from './diff/judge/approvals.ts';
import { formatNames } from './diff/reports/index.ts';
import { profiles, thresholds } from './diff/judge/weight.ts';
import { lint, type LintOptions } from './commands/lint.ts';
import { formatNames as lintFormats } from './lint/reports/index.ts';
import { validate, type ValidateOptions } from './commands/validate.ts';
import { UsageError } from './errors.ts';
import { lineShapes, lineShapeNames } from './input/frames/shapes.ts';
import { formatNames as trafficFormats } from './traffic/reports/index.ts';
import { thresholds as trafficThresholds } from './traffic/reports/report.ts';
import { starters } from './source/starter.ts';
import { programVersion } from './input/program.ts';
import { printed, withoutCredentials } from './text.ts';

/** What an action does with its exit status. */
type Ends = <Args extends unknown[]>(
  action: (...args: Args) => Promise<ExitStatus>,
) => (...args: Args) => Promise<void>;

/**
 * Runs a command.
 *
 * @param argv what is typed after the name of the program
 * @param cwd the folder that names of files and folders start from
 * @param commandLine how commands are typed where the program was started
 * @returns the exit status. Nothing is thrown: what goes wrong is told on the standard error.
 */
export async function run(
  argv: readonly string[],
  streams: Streams,
  cwd: string,
  commandLine?: CommandLine,
): Promise<ExitStatus> {
  const context = contextOf(streams, cwd, commandLine);
  let status: ExitStatus = exitStatus.fine;
  const ends: Ends =
    (action) =>
    async (...args) => {
      status = await action(...args);
    };
  try {
    await programOf(streams, context, ends).parseAsync(argv, { from: 'user' });
    return status;
  } catch (error) {
    return statusOfError(error, context);
  }
}

/** Tells what ended a command, and the exit status that it calls for. */
function statusOfError(error: unknown, { warn }: Context): ExitStatus {
  if (error instanceof CommanderError)
    return error.exitCode === 0 ? exitStatus.fine : exitStatus.failed;
  if (error instanceof UsageError) {
    warn(`realtime-events: ${withoutCredentials(error.message)}`);
    return exitStatus.failed;
  }
  // What nobody foresaw is a fault of this program, not of the docs.
  const [reason = ''] = String(error).split('\n');
  warn(`realtime-events: unexpected: ${withoutCredentials(reason.slice(0, 300))}`);
  if (process.env.DEBUG !== undefined) for (const line of inspect(error).split('\n')) warn(line);
  return exitStatus.failed;
}

function programOf({ stdout, stderr }: Streams, context: Context, ends: Ends): Command {
  const program = new Command('realtime-events')
    .version(programVersion())
    .description(
      'TypeScript types, guards and a support matrix from the Markdown references of realtime event APIs.',
    )
    .exitOverride()
    .configureOutput({
      writeOut: (text) => stdout.write(printed(text)),
      writeErr: (text) => stderr.write(printed(text)),
    })
    .addHelpText(
      'afterAll',
      `
Every command takes --docs-src DIR and --config FILE; generate and check take --out DIR, where the generated files are.

Exit status:
  0  fine
  1  something to look at: errors in the docs, stale files, figures or findings beyond what is wanted
  2  wrong usage, a source.json that cannot be used, or something that cannot be read or written`,
    );

  withDocs(program.command('init <name>'))
    .description('write the first pages of a source of your own, one event of each direction')
    .addOption(
      new Option('--dialect <dialect>', 'the syntax of its pages')
        .choices(Object.keys(starters))
        .default('openai-tree'),
    )
    .action(ends((name: string, options: InitOptions) => init(name, options, context)));

  withSources(program.command('generate'))
    .description('generate everything, and print a line for each source')
    .option('--force', 'replace files that this program did not write')
    .action(ends((options: GenerateOptions) => generate(options, context)));

  withSources(program.command('check'))
    .description('generate in memory and name every file that is stale, missing or left over')
    .action(ends((options: CheckOptions) => check(options, context)));

  withDocs(program.command('lint'))
    .description(
      'say everything that is wrong with the docs, or what became of each line of a page',
    )
    .addOption(
      new Option('--format <format>', 'how to print it').choices(lintFormats).default('text'),
    )
    .addOption(
      new Option(
        '--explain <page>',
        'print the lines of a page, each with what became of it',
      ).conflicts('format'),
    )
    .action(ends((options: LintOptions) => lint(options, context)));

  withDocs(program.command('coverage'))
    .description('say how much of the docs is concrete, and list every field that they leave open')
    .action(ends((folder: DocsFolder) => coverage(folder, context)));

  withKeepGoing(withDocs(program.command('diff [base] [head]')))
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
    .action(
      ends((base: string | undefined, head: string | undefined, options: DiffOptions) =>
        diff(base, head, options, context),
      ),
    );

  withKeepGoing(withDocs(program.command('pull <source>')))
    .description("put a publisher's pages in the place of a source's, and say what they change")
    .option(
      '--from <dir|url>',
      'a folder, or the address of a git repository (default: where source.json says that the pages are)',
    )
    .option('--ref <ref>', 'the branch, tag or commit of the repository')
    .option('--path <folder>', 'where in it the pages of the source are')
    .action(ends((source: string, options: PullOptions) => pull(source, options, context)));

  withDocs(program.command('validate <file...>'))
    .summary('hold recorded traffic against what a source documents')
    .description(
      'Each file is a log of frames, plain or packed with gzip or zstd; - is the standard input.',
    )
    .requiredOption('--source <name>', 'the source, or a model.json')
    .option('--exact', 'hold every event against the letter of the docs')
    .addOption(
      new Option('--role <role>', 'whom the report is for: who writes a client, or runs a server')
        .choices(['client', 'server'])
        .default('client'),
    )
    .addOption(
      new Option('--format <format>', 'how to print it').choices(trafficFormats).default('text'),
    )
    .addOption(
      new Option('--fail-on <what>', 'exit 1 when there is such a finding, or a worse one')
        .choices(trafficThresholds)
        .default('mismatch'),
    )
    .option('--show-values', 'show what stands in messages, which may be what people said')
    .addOption(
      new Option(
        '--shape <shape>',
        `how the logs write frames (default: found by itself): ${lineShapeNames
          .map((name) => `${name}, ${lineShapes[name].about}`)
          .join('; ')}`,
      ).choices(lineShapeNames),
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
    .action(ends((files: string[], options: ValidateOptions) => validate(files, options, context)));

  return program;
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
