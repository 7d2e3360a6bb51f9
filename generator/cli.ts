/** The commands as they are typed; each has a file in `commands/`. */
import { inspect } from 'node:util';
import { Command, CommanderError } from 'commander';
import { contextOf, type Context, type Streams } from './commands/shared/context.ts';
import type { CommandLine } from './commands/shared/started.ts';
import {
  exitStatus,
  withDocs,
  withKeepGoing,
  withSources,
  type Define,
  type Ends,
  type ExitStatus,
} from './commands/shared/options.ts';
import { UsageError } from './errors.ts';
import { programVersion } from './input/program.ts';
import { similarTo } from './runtime/similar.ts';
import { printed, withoutCredentials } from './text.ts';

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
    const program = programOf(streams, context, ends);
    await program.parseAsync(typedFor(program, argv), { from: 'user' });
    return status;
  } catch (error) {
    return statusOfError(error, context);
  }
}

/**
 * `help diff` is `diff --help`: what options a command has is known as soon as its module is loaded.
 *
 * @throws UsageError when there is no such command: with `--help`, commander would tell of all commands, and that all is fine
 */
function typedFor({ commands }: Command, argv: readonly string[]): readonly string[] {
  const [first, ...rest] = argv;
  const isHelp = first === 'help';
  const name = isHelp ? rest[0] : first;
  if (name === undefined || name.startsWith('-')) return argv;
  const names = commands.map((command) => command.name());
  if (names.includes(name)) return isHelp ? [name, '--help'] : argv;
  const similar = similarTo(name, names);
  const hint =
    similar === undefined ? `the commands are ${names.join(', ')}.` : `did you mean ${similar}?`;
  throw new UsageError(`there is no command "${name}"; ${hint}`);
}

/** Tells what ended a command, and the exit status that it calls for. */
function statusOfError(error: unknown, { warn }: Context): ExitStatus {
  if (error instanceof CommanderError && error.exitCode === 0) return exitStatus.fine;
  const sentence = usageSentence(error);
  if (sentence !== undefined) {
    if (sentence !== '') warn(`realtime-events: ${withoutCredentials(sentence)}`);
    return exitStatus.failed;
  }
  // What nobody foresaw is a fault of this program, not of the docs.
  const [reason = ''] = String(error).split('\n');
  warn(`realtime-events: unexpected: ${withoutCredentials(reason.slice(0, 300))}`);
  if (process.env.DEBUG !== undefined) for (const line of inspect(error).split('\n')) warn(line);
  return exitStatus.failed;
}

/** What is wrong with what was typed: nothing to say where commander has shown the help; `undefined` where it is another error. */
function usageSentence(error: unknown): string | undefined {
  if (error instanceof UsageError) return error.message;
  if (!(error instanceof CommanderError)) return undefined;
  if (error.code === 'commander.help') return '';
  const sentence = error.message.replace(/^error: /, '').replaceAll('\n', ' ');
  return /[.?)]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** Adds what would be right, where commander does not say it. */
function withAdvice(error: CommanderError, command: Command): CommanderError {
  const { exitCode, code, message } = error;
  const advice = adviceOn(error, command);
  return advice === undefined
    ? error
    : new CommanderError(exitCode, code, `${message.replace(/\.?$/, '.')} ${advice}`);
}

function adviceOn({ code, message }: CommanderError, command: Command): string | undefined {
  const { options } = command;
  if (code === 'commander.excessArguments' && options.some(({ long }) => long === '--source'))
    return 'Name a source with --source.';
  if (code === 'commander.excessArguments' || code === 'commander.missingArgument')
    return `Usage: ${command.name()} ${command.usage()}.`;
  if (code !== 'commander.optionMissingArgument') return undefined;
  // Commander names the option in its message only.
  const choices = options.find(({ flags }) => message.includes(`'${flags}'`))?.argChoices;
  return choices && `Allowed choices are ${choices.join(', ')}.`;
}

/** A command as it is typed, and the module that has its other options and does it. */
interface CommandEntry {
  /** Its name and its arguments. */
  usage: string;
  /** Adds the options that it shares with others. */
  shared: (command: Command) => Command;
  /** What it does. */
  summary: string;
  /** More of it, which only its own help says. */
  details?: string;
  load: () => Promise<{ define: Define }>;
}

const commands: readonly CommandEntry[] = [
  {
    usage: 'init <name>',
    shared: withDocs,
    summary: 'write the first pages of a source of your own, one event of each direction',
    load: () => import('./commands/init.ts'),
  },
  {
    usage: 'generate',
    shared: withSources,
    summary: 'generate everything, and print a line for each source',
    load: () => import('./commands/generate.ts'),
  },
  {
    usage: 'check',
    shared: withSources,
    summary: 'generate in memory and name every file that is stale, missing or left over',
    load: () => import('./commands/check.ts'),
  },
  {
    usage: 'lint',
    shared: withDocs,
    summary: 'say everything that is wrong with the docs, or what became of each line of a page',
    load: () => import('./commands/lint.ts'),
  },
  {
    usage: 'coverage',
    shared: withDocs,
    summary: 'say how much of the docs is concrete, and list every field that they leave open',
    load: () => import('./commands/coverage.ts'),
  },
  {
    usage: 'support [event...]',
    shared: withDocs,
    summary: 'say which sources have an event or a field, and under which name',
    details:
      'An event by any name that a source has for it, with * for any part of it; or a field of one, as in session.update/session.voice. By default, all events. Exit status 1: one of the sources does not have something that is asked for.',
    load: () => import('./commands/support.ts'),
  },
  {
    usage: 'inspect <source> <event>',
    shared: withDocs,
    summary: 'show the fields of an event as a tree, with their types and where each is documented',
    load: () => import('./commands/inspect.ts'),
  },
  {
    usage: 'diff [base] [head]',
    shared: (command) => withKeepGoing(withDocs(command)),
    summary: 'say what changed between two states of the docs, and what it means',
    details:
      'Each side is a folder of sources, a model.json or a git ref. By default, the base is the commit at which the main branch and this one parted, and the head is the working tree.',
    load: () => import('./commands/diff.ts'),
  },
  {
    usage: 'pull <source>',
    shared: (command) => withKeepGoing(withDocs(command)),
    summary: "put a publisher's pages in the place of a source's, and say what they change",
    load: () => import('./commands/pull.ts'),
  },
  {
    usage: 'validate <file...>',
    shared: withDocs,
    summary: 'hold recorded traffic against what a source documents',
    details:
      'Each file is a log of frames, plain or packed with gzip or zstd; - is the standard input.',
    load: () => import('./commands/validate.ts'),
  },
];

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
      // It is told as all errors are.
      outputError: () => {},
    })
    .addHelpText(
      'after',
      `
Every command takes --docs-src DIR and --config FILE; generate and check take --out DIR, where the generated files are.
realtime-events COMMAND --help says what else a command takes.`,
    )
    .addHelpText(
      'afterAll',
      `
Exit status:
  0  fine
  1  something to look at: errors in the docs, stale files, figures or findings beyond what is wanted
  2  wrong usage, a source.json that cannot be used, or something that cannot be read or written`,
    );
  const loading = new Map(
    commands.map(({ usage, shared, summary, details, load }) => {
      const command = shared(program.command(usage)).summary(summary);
      command.description(details === undefined ? summary : `${summary}\n\n${details}`);
      command.exitOverride((error) => {
        throw withAdvice(error, command);
      });
      return [command, load];
    }),
  );
  // Only the module of the command that is typed is loaded.
  program.hook('preSubcommand', async (_, command) => {
    const module = await loading.get(command)?.();
    module?.define(command, { ends, context });
  });
  return program;
}
