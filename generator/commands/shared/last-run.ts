/**
 * What `generate` remembers of its last run: a run that finds all as it was left has nothing to do. It is kept in
 * `node_modules/.cache`, and nowhere if there is no such folder.
 *
 * Files are known by their inode, size and times, as git knows them: to read them would take longer than all else.
 */
import { createHash } from 'node:crypto';
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
import * as v from 'valibot';
import { pathIn, usualSettings } from '../../cwd.ts';
import { isSystemError } from '../../errors.ts';
import { partOfProgram } from '../../input/program.ts';
import type { Context } from './context.ts';
import type { GeneratedFolder } from './options.ts';

const contract = v.object({
  /** Everything that the run depended on, and what it left. */
  state: v.string(),
  /** What it printed: beside the answer, and of each source. */
  warned: v.array(v.string()),
  rows: v.array(v.array(v.string())),
});

/** What a run printed. */
export type Printed = Omit<v.InferOutput<typeof contract>, 'state'>;

export interface Remembered {
  /** What the last run printed; `undefined` when anything that matters is another now. */
  printed: Printed | undefined;
  /** Remembers this run, as the one that began when {@link lastRun} was called. */
  keep: (printed: Printed) => void;
}

/** What is remembered of the last run with these options. */
export function lastRun(options: GeneratedFolder, { cwd, commandLine }: Context): Remembered {
  const modules = path.join(cwd, 'node_modules');
  if (!existsSync(modules)) return { printed: undefined, keep: () => {} };
  const { docsSrc, out, config = usualSettings } = options;
  const before = statesOf([...programPlaces(), pathIn(cwd, docsSrc), pathIn(cwd, config)]);
  const stateNow = (): string | undefined => {
    const after = statesOf([pathIn(cwd, out)]);
    if (before === undefined || after === undefined) return undefined;
    const all = { options, version: process.version, commands: commandLine('lint'), before, after };
    return hashOf(JSON.stringify(all));
  };
  const file = path.join(
    modules,
    '.cache/realtime-events',
    `${hashOf(path.resolve(cwd, out))}.json`,
  );
  const last = readLast(file);
  return {
    printed: last && last.state === stateNow() ? last : undefined,
    keep(printed) {
      const state = stateNow();
      if (state === undefined) return;
      try {
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, JSON.stringify({ ...printed, state }));
      } catch (error) {
        // The next run has more to do, which is all.
        if (!isSystemError(error)) throw error;
      }
    },
  };
}

function readLast(file: string): v.InferOutput<typeof contract> | undefined {
  try {
    return v.parse(contract, JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
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
function statesOf(places: readonly string[]): string[] | undefined {
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
