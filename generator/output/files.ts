/** How files come into a folder: each whole, by a file with another name beside it and a rename. */
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { pathIn } from '../cwd.ts';
import { isSystemError, UsageError } from '../errors.ts';
import { isAbandoned, lockFile, withLock } from './lock.ts';
import { refuseGitFolder } from './place.ts';

/** What is to be done to the files of a folder; paths are relative to it, with `/` separators. */
export interface Changes {
  /** The texts of files, by their paths. What stands in their places is replaced. */
  write: ReadonlyMap<string, string>;
  remove: readonly string[];
  /** Written when everything else is done. */
  last?: readonly [file: string, text: string];
}

/**
 * Changes files of a folder, which is made where there is none. Everything is written under other names before the first
 * file is replaced; what is to be removed goes last. One run at a time does so: another one waits, and then fails.
 *
 * @param folder what the folder is called
 * @param cwd the folder that its name starts from
 * @param plan what to do, asked when no other run writes any more
 * @param concerned the files whose folders may hold what is left of a run that was cut off
 * @throws UsageError when the plan does, when a file would come into the folder of git itself, when a folder stands in
 *   the place of a file, when something else stands in the place of a folder, or when the system fails
 */
export async function changeFiles(
  folder: string,
  cwd: string,
  concerned: readonly string[],
  plan: () => Changes,
): Promise<void> {
  const place = pathIn(cwd, folder);
  try {
    refuseGitFolder(folder, cwd);
    makeFolder(place);
    await withLock(place, folder, () => {
      const { write, remove, last } = plan();
      for (const file of [...write.keys(), ...remove, ...(last ? [last[0]] : [])]) {
        refuseGitFolder(path.join(folder, file), cwd);
        checkWay(place, file, folder);
      }
      for (const file of temporaryFiles(place, concerned)) rmSync(path.join(place, file));
      writeAll(place, write);
      for (const file of remove) removeFile(place, file);
      if (last) writeAll(place, new Map([last]));
    });
  } catch (error) {
    throw isSystemError(error)
      ? new UsageError(`cannot write ${folder}: ${error.message}.`)
      : error;
  }
}

/** What is left in a folder of a run that was cut off. */
export function tracesIn(place: string, concerned: readonly string[]): string[] {
  const lock = isAbandoned(place) ? [lockFile] : [];
  return [...lock, ...temporaryFiles(place, concerned)];
}

/** The name of a file that is not in its place yet: the next run knows it by that. */
function temporaryName(index: number): string {
  return `.realtime-events-${index}.tmp`;
}

/** The files with such names in the folders of some others. */
function temporaryFiles(place: string, concerned: readonly string[]): string[] {
  const folders = new Set(['.', ...concerned.map((file) => path.posix.dirname(file))]);
  return [...folders].flatMap((folder) =>
    namesIn(path.join(place, folder))
      .filter((name) => /^\.realtime-events-\d+\.tmp$/.test(name))
      .map((name) => path.posix.join(folder, name)),
  );
}

/** What stands in a folder; nothing in one that is not there. */
function namesIn(folder: string): string[] {
  return isFolder(folder) ? readdirSync(folder) : [];
}

/** Writes files under other names, all of them, and then puts each in its place. */
function writeAll(place: string, files: ReadonlyMap<string, string>): void {
  const written: { temporary: string; target: string }[] = [];
  try {
    for (const [file, text] of files) {
      const target = path.join(place, file);
      const temporary = path.join(path.dirname(target), temporaryName(written.length));
      mkdirSync(path.dirname(target), { recursive: true });
      written.push({ temporary, target });
      writeFileSync(temporary, text, { flag: 'wx' });
    }
    for (const { temporary, target } of written) renameSync(temporary, target);
  } catch (error) {
    for (const { temporary } of written) rmSync(temporary, { force: true });
    throw error;
  }
}

/** Removes a file, and the folders that are empty by it. */
function removeFile(place: string, file: string): void {
  rmSync(path.join(place, file), { force: true });
  for (let folder = path.dirname(file); folder !== '.'; folder = path.dirname(folder)) {
    if (namesIn(path.join(place, folder)).length > 0) return;
    rmdirSync(path.join(place, folder));
  }
}

/**
 * Refuses a file that a symbolic link or a file on the way leads away from its folder, or that is a folder. A link in
 * the place of the file itself is replaced, as a file is; what it leads to stays.
 */
function checkWay(place: string, file: string, folder: string): void {
  const parts = file.split('/');
  for (let i = 1; i <= parts.length; i++) {
    const part = parts.slice(0, i).join('/');
    const found = lstatSync(path.join(place, part), { throwIfNoEntry: false });
    if (!found) return;
    if (found.isDirectory() === (part !== file)) continue;
    const what = found.isDirectory()
      ? 'a folder'
      : found.isSymbolicLink()
        ? 'a symbolic link'
        : 'not a folder';
    throw new UsageError(
      `cannot write ${folder}: ${path.join(folder, part)} is ${what}; remove it.`,
    );
  }
}

/** Makes a folder and those above it. Node's own way to do so never ends where the system allows none, as in `/proc`. */
function makeFolder(folder: string): void {
  if (isFolder(folder)) return;
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === 'ENOENT' && path.dirname(folder) !== folder) {
      makeFolder(path.dirname(folder));
      mkdirSync(folder);
    } else if (!isFolder(folder)) throw error;
  }
}

function isFolder(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
