/**
 * What `generate` remembers of its last run: a run that finds all as it was left has nothing to do. It is kept in
 * `node_modules/.cache`, and nowhere if there is no such folder.
 *
 * Files are known by their inode, size and times, as git knows them: to read them would take longer than all else.
 */
import { createHash, randomUUID } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { pathIn, usualSettings } from '../../cwd.ts';
import { isSystemError } from '../../errors.ts';
import { partOfProgram } from '../../input/program.ts';
import type { StoredSources } from './known-sources.ts';
import type { Context } from './context.ts';
import type { GeneratedFolder } from './options.ts';

/** What a run printed: beside the answer, and of each source. */
export interface Printed {
  warned: readonly string[];
  rows: readonly string[][];
}

/** What is kept of a run. */
export interface Kept {
  /** Absent: the next run must not take it for its own. */
  printed: Printed | undefined;
  sources: StoredSources;
}

interface Stored extends Kept {
  /** The program that ran. */
  program: string;
  /** Everything that the run depended on, and what it left. */
  state: string;
}

export interface Remembered extends Kept {
  /** Remembers this run, as the one that began when {@link lastRun} was called. */
  keep: (run: Kept) => void;
}

/**
 * What is remembered of the last run with this output folder.
 *
 * @returns what it printed, if its options were the same and nothing that matters is another now; its sources, if this
 *   is the program that made them
 */
export function lastRun(options: GeneratedFolder, { cwd, commandLine }: Context): Remembered {
  const nothing: Kept = { printed: undefined, sources: {} };
  const modules = path.join(cwd, 'node_modules');
  if (!existsSync(modules)) return { ...nothing, keep: () => {} };
  const { docsSrc, out, config = usualSettings } = options;
  const programStates = statesOf(programPlaces());
  if (programStates === undefined) return { ...nothing, keep: () => {} };
  const program = hashOf(JSON.stringify([process.version, programStates]));
  const before = statesOf([pathIn(cwd, docsSrc), pathIn(cwd, config)]);
  const stateNow = (): string => {
    const all = {
      options,
      commands: commandLine('lint'),
      before,
      after: statesOf([pathIn(cwd, out)]),
    };
    // Where links lead is not looked at, so that such a state is like no other.
    return before && all.after ? hashOf(JSON.stringify(all)) : randomUUID();
  };
  const file = path.join(
    modules,
    '.cache/realtime-events',
    `${hashOf(path.resolve(cwd, out))}.json`,
  );
  const last = readLast(file);
  const isOurs = last?.program === program;
  return {
    printed: isOurs && last.state === stateNow() ? last.printed : undefined,
    sources: isOurs ? last.sources : {},
    keep(run) {
      const stored: Stored = { ...run, program, state: stateNow() };
      try {
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, sealed(JSON.stringify(stored)));
      } catch (error) {
        // The next run has more to do, which is all.
        if (!isSystemError(error)) throw error;
      }
    },
  };
}

function readLast(file: string): Stored | undefined {
  try {
    const text = readFileSync(file, 'utf8');
    const json = text.slice(text.indexOf('\n') + 1);
    if (text !== sealed(json)) return undefined;
    const stored: Stored = JSON.parse(json);
    return stored;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return undefined;
  }
}

/** A text below its own hash: what has it is as this program wrote it. */
function sealed(text: string): string {
  return `${hashOf(text)}\n${text}`;
}

/** What this program is made of: its modules, what it copies, and what package managers say of its dependencies. */
function programPlaces(): string[] {
  const modules = fileURLToPath(new URL('../..', import.meta.url));
  const installed = ['.package-lock.json', '.modules.yaml', '.yarn-state.yml', '.yarn-integrity'];
  // Where the program is not built, its modules stand beside what it was built to, and what was installed for it.
  const own = readdirSync(modules).filter((name) => name !== 'dist' && name !== 'node_modules');
  return [
    ...own.map((name) => path.join(modules, name)),
    partOfProgram('runtime'),
    partOfProgram('page'),
    ...foldersAbove(modules).flatMap((folder) =>
      installed.map((file) => path.join(folder, 'node_modules', file)),
    ),
  ];
}

function foldersAbove(folder: string): string[] {
  const above = path.dirname(folder);
  return above === folder ? [] : [above, ...foldersAbove(above)];
}

/** The states of files and of all files below folders; `undefined` where one of them is neither, but leads elsewhere. */
export function statesOf(places: readonly string[]): string[] | undefined {
  const states: string[] = [];
  const isKnown = (place: string): boolean => {
    const stats = lstatSync(place, { bigint: true, throwIfNoEntry: false });
    if (stats?.isDirectory())
      return readdirSync(place).every((name) => isKnown(path.join(place, name)));
    if (stats) states.push(`${place} ${stats.ino} ${stats.size} ${stats.mtimeNs} ${stats.ctimeNs}`);
    return stats === undefined || stats.isFile();
  };
  return places.every(isKnown) ? states : undefined;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
