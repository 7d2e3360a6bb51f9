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

/** `help diff` is `diff --help`: what options a command has is known as soon as its module is loaded. */
function typedFor({ commands }: Command, argv: readonly string[]): readonly string[] {
  const [help, name] = argv;
  const command = help === 'help' && commands.find((one) => one.name() === name);
  return command ? [command.name(), '--help'] : argv;
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

  const modules = new Map<Command, () => Promise<{ define: Define }>>();
  /** Only the module of the command that is typed is loaded. */
  const lazily = (command: Command, load: () => Promise<{ define: Define }>): void => {
    modules.set(command, load);
  };
  program.hook('preSubcommand', async (_, command) => {
    const module = await modules.get(command)?.();
    module?.define(command, { ends, context });
  });

  lazily(
    withDocs(program.command('init <name>')).description(
      'write the first pages of a source of your own, one event of each direction',
    ),
    () => import('./commands/init.ts'),
  );
  lazily(
    withSources(program.command('generate')).description(
      'generate everything, and print a line for each source',
    ),
    () => import('./commands/generate.ts'),
  );
  lazily(
    withSources(program.command('check')).description(
      'generate in memory and name every file that is stale, missing or left over',
    ),
    () => import('./commands/check.ts'),
  );
  lazily(
    withDocs(program.command('lint')).description(
      'say everything that is wrong with the docs, or what became of each line of a page',
    ),
    () => import('./commands/lint.ts'),
  );
  lazily(
    withDocs(program.command('coverage')).description(
      'say how much of the docs is concrete, and list every field that they leave open',
    ),
    () => import('./commands/coverage.ts'),
  );
  lazily(
    withDocs(program.command('support [event...]'))
      .summary('say which sources have an event or a field, and under which name')
      .description(
        'say which sources have an event or a field, and under which name: an event by any name that a source has for it, with * for any part of it; or a field of one, as in session.update/session.voice. By default, all events. Exit status 1: one of the sources does not have something that is asked for.',
      ),
    () => import('./commands/support.ts'),
  );
  lazily(
    withDocs(program.command('inspect <source> <event>')).description(
      'show the fields of an event as a tree, with their types and where each is documented',
    ),
    () => import('./commands/inspect.ts'),
  );
  lazily(
    withKeepGoing(withDocs(program.command('diff [base] [head]')))
      .summary('say what changed between two states of the docs, and what it means')
      .description(
        'say what changed between two states of the docs, and what it means. Each side is a folder of sources, a model.json or a git ref. By default, the base is the commit at which the main branch and this one parted, and the head is the working tree.',
      ),
    () => import('./commands/diff.ts'),
  );
  lazily(
    withKeepGoing(withDocs(program.command('pull <source>'))).description(
      "put a publisher's pages in the place of a source's, and say what they change",
    ),
    () => import('./commands/pull.ts'),
  );
  lazily(
    withDocs(program.command('validate <file...>'))
      .summary('hold recorded traffic against what a source documents')
      .description(
        'hold recorded traffic against what a source documents. Each file is a log of frames, plain or packed with gzip or zstd; - is the standard input.',
      ),
    () => import('./commands/validate.ts'),
  );
  return program;
}
