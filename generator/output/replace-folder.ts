/**
 * Replaces a folder as a whole, for everybody who looks at it. What it becomes is made ready in a folder beside it; one
 * rename puts the folder aside, and another the new one in its place. Cut off at any moment, the folder is what it was
 * or what it becomes. Between the two renames there is none, until `mendFolder` puts it back.
 */
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { besideOf, nameBeside } from './aside-names.ts';
import { isSystemError, UsageError } from '../errors.ts';

/**
 * Mends what runs that were cut off left behind: a folder that is put aside is put back, and what they had made ready
 * is removed.
 *
 * @throws UsageError when this fails, or when the folder is one that cannot be replaced
 */
export function mendFolder(folder: string, cwd = '.'): void {
  const place = path.resolve(cwd, folder);
  const parent = path.dirname(place);
  const entries = inSentence(`cannot write ${folder}`, () => {
    refuseFolder(place, folder, cwd);
    return existsSync(parent) ? readdirSync(parent, { withFileTypes: true }) : [];
  });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const left = names.flatMap((name) => {
    const found = besideOf(name);
    return found?.of === path.basename(place)
      ? [{ ...found, beside: path.join(parent, name) }]
      : [];
  });
  const isReady = (owner: number) => left.some((one) => one.owner === owner && !one.isOld);
  // The old folders first: as long as the new one stands beside them, it is not in its place.
  for (const { isOld, owner, beside } of left.toSorted(
    (a, b) => Number(b.isOld) - Number(a.isOld),
  )) {
    if (isOld && !existsSync(place)) putBack(beside, place);
    else if (isRunning(owner)) continue;
    else if (isOld && isReady(owner) && holdsAll(beside, place)) putBack(beside, place);
    else inSentence(`cannot remove ${beside}, which a run left behind`, () => removeFolder(beside));
  }
}

/** Whether a folder has every file of another, which is then what a run left of it; anything else is somebody's own. */
function holdsAll(folder: string, other: string): boolean {
  const files = readdirSync(other, { recursive: true, encoding: 'utf8' });
  return files.every((file) => existsSync(path.join(folder, file)));
}

/** Puts back what a folder was; what was left of it while it was removed goes. */
function putBack(aside: string, place: string): void {
  inSentence(`cannot put ${aside} back`, () => {
    removeFolder(place);
    renameSync(aside, place);
  });
}

/**
 * Replaces a folder by a changed copy of it.
 *
 * @param change what is done to the copy, which is empty when there is no folder yet
 * @throws UsageError when the folder cannot be replaced; it is then what it was before
 */
export function replaceFolder(folder: string, change: (copy: string) => void, cwd = '.'): void {
  mendFolder(folder, cwd);
  const place = path.resolve(cwd, folder);
  const own = { of: path.basename(place), owner: process.pid };
  const copy = path.join(path.dirname(place), nameBeside({ ...own, isOld: false }));
  const aside = path.join(path.dirname(place), nameBeside({ ...own, isOld: true }));
  const isThere = existsSync(place);
  inSentence(`cannot write ${folder}`, () => {
    makeFolder(path.dirname(place));
    try {
      if (isThere) cpSync(place, copy, asItIs);
      else mkdirSync(copy);
      change(copy);
      if (isThere) putAside(place, aside);
      putInPlace(copy, place, aside);
    } finally {
      removeFolder(copy);
    }
  });
  inSentence(`${folder} is written, but what it was cannot be removed`, () => removeFolder(aside));
}

const asItIs = { recursive: true, preserveTimestamps: true, verbatimSymlinks: true };

/**
 * Puts a folder aside. One of a layer of an image, as containers have them, cannot be renamed: it is copied, and then
 * removed.
 */
function putAside(place: string, aside: string): void {
  try {
    renameSync(place, aside);
  } catch (error) {
    if (!isSystemError(error) || error.code !== 'EXDEV') throw error;
    copyAside(place, aside);
  }
}

function copyAside(place: string, aside: string): void {
  try {
    cpSync(place, aside, asItIs);
    removeFolder(place);
  } catch (error) {
    // What is missing on either side is on the other one.
    if (existsSync(aside)) cpSync(aside, place, asItIs);
    removeFolder(aside);
    throw error;
  }
}

/** Puts a new folder in its place; when this fails, the old one again, if there was one. */
function putInPlace(copy: string, place: string, aside: string): void {
  try {
    renameSync(copy, place);
  } catch (error) {
    if (existsSync(aside)) renameSync(aside, place);
    throw error;
  }
}

/**
 * Refuses what two renames cannot replace.
 *
 * @throws UsageError
 */
function refuseFolder(place: string, name: string, cwd: string): void {
  const found = lstatSync(place, { throwIfNoEntry: false });
  if (!found) return;
  if (found.isSymbolicLink())
    throw new UsageError(
      `cannot write ${name}: it is a symbolic link; name the folder that it leads to.`,
    );
  if (!found.isDirectory())
    throw new UsageError(`cannot write ${name}: there is a file in its place.`);
  if (isBelow(realpathSync(cwd), realpathSync(place)))
    throw new UsageError(
      `cannot write ${name}: the current folder is in it, so that it cannot be replaced; name a folder below.`,
    );
}

/** Whether a folder is another, or below it. */
export function isBelow(inner: string, outer: string): boolean {
  const way = path.relative(outer, inner);
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}

/** Makes a folder and those above it. Node's own way to do so never ends where the system allows none, as in `/proc`. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === 'ENOENT' && path.dirname(folder) !== folder) {
      makeFolder(path.dirname(folder));
      mkdirSync(folder);
    } else if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}

/** Removes a folder if it is there, folders in it that nobody may write to included. */
function removeFolder(folder: string): void {
  if (!existsSync(folder)) return;
  chmodSync(folder, 0o700);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) chmodSync(path.join(entry.parentPath, entry.name), 0o700);
  }
  rmSync(folder, { recursive: true });
}

/** Whether another process has this id. */
function isRunning(id: number): boolean {
  if (id === process.pid) return false;
  try {
    return process.kill(id, 0);
  } catch (error) {
    return isSystemError(error) && error.code === 'EPERM';
  }
}

/** Does something; what the system says against it becomes a sentence. */
function inSentence<Result>(doing: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const hint = error.code === 'EBUSY' ? '; a mount point cannot be replaced' : '';
    throw new UsageError(`${doing}: ${error.message}${hint}.`);
  }
}
