/**
 * What `generate` remembers of its last run: a run that finds all as it was left has nothing to do. It is kept in
 * `node_modules/.cache`, and nowhere if there is no such folder.
 *
 * Files are known by their inode, size and times, as git knows them: to read them would take longer than all else.
 */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { pathIn, usualSettings } from '../../cwd.ts';
import { isSystemError } from '../../errors.ts';
import { packageFile, partOfProgram } from '../../input/program.ts';
import { textOf } from '../../output/text-of.ts';
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
  /**
   * Remembers this run, as the one that began when {@link lastRun} was called.
   *
   * @param written the texts that it wrote into the output folder, by their paths in it
   */
  keep: (run: Kept, written: ReadonlyMap<string, string>) => void;
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
  const program = hashOf(JSON.stringify([process.version, ...programStates]));
  const docs = statesOf([pathIn(cwd, docsSrc), pathIn(cwd, config)]);
  const folder = pathIn(cwd, out);
  const before = statesOf([folder]);
  const stateWith = (output: States | undefined): string => {
    // What is not known is like nothing else.
    if (!docs || !output) return randomUUID();
    const all = [options, commandLine('lint'), [...docs], [...output]];
    return hashOf(JSON.stringify(all));
  };
  const file = path.join(
    modules,
    '.cache/realtime-events',
    `${hashOf(path.resolve(cwd, out))}.json`,
  );
  const last = readLast(file);
  const isOurs = last?.program === program;
  return {
    printed: isOurs && last.state === stateWith(before) ? last.printed : undefined,
    sources: isOurs ? last.sources : {},
    keep(run, written) {
      const after = statesOf([folder]);
      const isLeft = after && isAsLeft(after, { before, folder, written });
      const stored: Stored = { ...run, program, state: stateWith(isLeft ? after : undefined) };
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

/** Whether an output folder still is what a run left: somebody may edit a file as soon as it is written. */
function isAsLeft(
  after: States,
  {
    before,
    folder,
    written,
  }: { before: States | undefined; folder: string; written: ReadonlyMap<string, string> },
): boolean {
  const texts = new Map(Array.from(written, ([file, text]) => [path.join(folder, file), text]));
  const isSame = ([place, state]: [string, string]): boolean =>
    state === before?.get(place) || state === isFolder || textOf(place) === texts.get(place);
  const places = [...(before?.keys() ?? []), ...texts.keys()];
  return [...after].every(isSame) && places.every((place) => after.has(place));
}

function readLast(file: string): Stored | undefined {
  const text = textOf(file);
  const json = text?.slice(text.indexOf('\n') + 1);
  if (json === undefined || text !== sealed(json)) return undefined;
  const stored: Stored = JSON.parse(json);
  return stored;
}

/** A text below its own hash: what has it is as this program wrote it. */
function sealed(text: string): string {
  return `${hashOf(text)}\n${text}`;
}

/** What this program is made of: its modules, what it copies, its version, and what package managers say of its dependencies. */
function programPlaces(): string[] {
  const modules = fileURLToPath(new URL('../..', import.meta.url));
  // Where the program is not built, its modules stand beside what it was built to, and what was installed for it.
  const own = readdirSync(modules).filter((name) => name !== 'dist' && name !== 'node_modules');
  return [
    ...own.map((name) => path.join(modules, name)),
    partOfProgram('runtime'),
    partOfProgram('page'),
    packageFile,
    ...foldersAbove(modules).flatMap((folder) => installed.map((file) => path.join(folder, file))),
  ];
}

/** Where npm, pnpm, Yarn and Bun say what is installed. */
const installed = [
  'node_modules/.package-lock.json',
  'node_modules/.modules.yaml',
  'node_modules/.pnpm/lock.yaml',
  'node_modules/.yarn-state.yml',
  'node_modules/.yarn-integrity',
  'bun.lock',
  'bun.lockb',
];

function foldersAbove(folder: string): string[] {
  const above = path.dirname(folder);
  return above === folder ? [] : [above, ...foldersAbove(above)];
}

/** How files were found, and which folders, by their places. */
export type States = ReadonlyMap<string, string>;

const isFolder = 'folder';

/**
 * The states of files, folders, and all that is below these; `undefined` where one of them is neither, but leads elsewhere,
 * or cannot be looked at.
 */
export function statesOf(places: readonly string[]): States | undefined {
  const states = new Map<string, string>();
  const isKnown = (place: string): boolean => {
    const stats = lstatSync(place, { bigint: true, throwIfNoEntry: false });
    if (stats?.isDirectory()) {
      states.set(place, isFolder);
      return readdirSync(place).every((name) => isKnown(path.join(place, name)));
    }
    if (stats) states.set(place, `${stats.ino} ${stats.size} ${stats.mtimeNs} ${stats.ctimeNs}`);
    return stats === undefined || stats.isFile();
  };
  try {
    return places.every(isKnown) ? states : undefined;
  } catch (error) {
    // Whoever reads it says what is wrong.
    if (!isSystemError(error)) throw error;
    return undefined;
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
