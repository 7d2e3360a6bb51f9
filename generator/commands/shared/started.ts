/** How the program was started, so that what it tells people to type is what they type. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { visibleLine } from '../../text.ts';

/** What a process knows of how it was started. */
export interface Start {
  /** The file that Node was given, as `process.argv[1]` has it. */
  script: string;
  /** What package managers tell the scripts that they run. */
  env: Readonly<Record<string, string | undefined>>;
  cwd: string;
}

/** A command as it is typed here, with its options: `commandLine('check', ['--source', 'radio'])`. */
export type CommandLine = (command: string, options?: readonly string[]) => string;

/** How it is typed where the package is a dependency, and nothing else is known. */
export const withNpx: CommandLine = (command, options = []) =>
  typed('npx realtime-events', command, options);

/**
 * How commands are typed where the program was started like this:
 *
 * - by a script of `package.json`: as the script that runs the command, where there is one;
 * - as a package that is installed in a project: with the runner of the package manager;
 * - by itself: by the name, or the file, that was started.
 */
export function commandLineOf({ script, env, cwd }: Start): CommandLine {
  const manager = managerOf(env['npm_config_user_agent']);
  const event = env['npm_lifecycle_event'];
  const byScript = event !== undefined && event !== 'npx' && env['npm_command'] !== 'exec';
  const scripts = byScript
    ? scriptsOf(env['npm_package_json'] ?? path.join(cwd, 'package.json'))
    : {};
  const program = programOf(script, cwd, manager);
  return (command, options = []) => {
    const found = Object.entries(scripts).find(([, text]) => runs(text, command));
    return found
      ? typed(manager.run, quoted(found[0]), options, manager.separator)
      : typed(program, command, options);
  };
}

interface Manager {
  /** Runs a script of `package.json`. */
  run: string;
  /** What stands between the name of a script and its options. */
  separator: readonly string[];
  /** Runs a program of an installed package. */
  exec: string;
}

const npm: Manager = { run: 'npm run', separator: ['--'], exec: 'npx' };
const managers: Readonly<Record<string, Manager>> = {
  pnpm: { run: 'pnpm run', separator: [], exec: 'pnpm exec' },
  yarn: { run: 'yarn run', separator: [], exec: 'yarn run' },
  bun: { run: 'bun run', separator: [], exec: 'bunx' },
};

/** @param agent what a package manager calls itself: `pnpm/10.1.0 npm/? node/v22.12.0 linux x64` */
function managerOf(agent = ''): Manager {
  const [name = ''] = agent.split('/');
  return managers[name] ?? npm;
}

function programOf(script: string, cwd: string, { exec }: Manager): string {
  const parts = script.split(/[\\/]/);
  if (parts.includes('node_modules') || parts.includes('_npx')) return `${exec} realtime-events`;
  if (parts.at(-1) === 'realtime-events') return 'realtime-events';
  const way = path.relative(cwd, script);
  return `node ${quoted(way.startsWith('..') ? script : way)}`;
}

const packageContract = v.object({ scripts: v.optional(v.record(v.string(), v.string()), {}) });

/** The scripts of a `package.json`; none where it cannot be read, as a hint is worth no error. */
function scriptsOf(file: string): Record<string, string> {
  try {
    return v.parse(packageContract, JSON.parse(readFileSync(file, 'utf8'))).scripts;
  } catch {
    return {};
  }
}

/** Whether the last thing that a script does is this command of the program. */
function runs(script: string, command: string): boolean {
  const words = script.split(/&&|;/).at(-1)?.trim().split(/\s+/) ?? [];
  const at = words.findIndex((word) => /(?:^|[\\/])(?:realtime-events|bin\.[jt]s)$/.test(word));
  return at >= 0 && words[at + 1] === command;
}

function typed(
  program: string,
  command: string,
  options: readonly string[],
  separator: readonly string[] = [],
): string {
  const tail = options.length > 0 ? [...separator, ...options.map(quoted)] : [];
  return [program, command, ...tail].join(' ');
}

/** A word as the shell takes it, and a screen shows it. */
function quoted(word: string): string {
  const shown = visibleLine(word);
  return /^[\w./:@-]+$/.test(shown) ? shown : `'${shown.replaceAll("'", `'\\''`)}'`;
}
