/**
 * The one place that touches the output folder.
 *
 * Writing is atomic for everybody who asks by way of this program. The new files are made ready in a hidden folder
 * inside the output folder. One rename makes that folder the commit; from then on the new files are what the output
 * folder holds, and all that is left to do is to move them to their places. Cut off before that rename, the old files
 * stand untouched. Cut off after it, `generate` and `check` finish the move before they look at anything, so that both
 * see the old files or the new ones, all of them. Somebody who reads the folder itself in the middle of the move, a
 * millisecond at most, sees whole files, some old and some new; as long as `.realtime-events-commit` is there, the move
 * is not over.
 *
 * The folder as a whole is not exchanged for another one, because that takes two renames with no folder in between,
 * and because it may be a mount point, somebody's current folder, or hold files that are none of our business.
 */
import { lstatSync, readdirSync, renameSync, rmSync, rmdirSync, statSync } from 'node:fs';
import {
  access,
  constants,
  mkdir,
  readFile,
  readdir,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import { bannerMark } from './emit/text.ts';
import type { OutputFiles } from './emit/index.ts';
import { isSystemError, UsageError } from './read.ts';

/** How an output folder differs from what it should hold; paths are relative to it. */
export interface Comparison {
  /** Files that are there with another content. */
  stale: string[];
  /** Files that are not there. */
  missing: string[];
  /** Files that were generated once and no longer are. */
  leftOver: string[];
}

/**
 * Compares an output folder with the files that it should hold. A file that does not say that it was generated is
 * nobody's business but its owner's. A write that was cut off is finished first.
 *
 * @throws UsageError when the folder cannot be read; one that is not there is empty
 */
export async function compareOutput(folder: string, files: OutputFiles): Promise<Comparison> {
  finishWriting(folder);
  const comparison: Comparison = { stale: [], missing: [], leftOver: [] };
  const present = await contentsOf(folder);
  for (const [file, text] of files) {
    const found = present.get(file);
    if (found === undefined) comparison.missing.push(file);
    else if (found !== text) comparison.stale.push(file);
  }
  for (const [file, text] of present) {
    if (!files.has(file) && isGenerated(file, text, present)) comparison.leftOver.push(file);
  }
  return comparison;
}

/** How a generated file begins, by its ending. */
const beginnings: Record<string, string> = {
  ts: `// ${bannerMark}`,
  md: `<!-- ${bannerMark}`,
  html: `<!-- ${bannerMark}`,
  json: `{\n  "$comment": "${bannerMark}`,
};

/** Whether a file is one that we wrote: it begins as ours do. A folder with a matrix is an output folder of its own. */
function isGenerated(file: string, text: string, present: ReadonlyMap<string, string>): boolean {
  const beginning = beginnings[path.extname(file).slice(1)];
  if (beginning === undefined || !text.startsWith(beginning)) return false;
  const folder = path.dirname(file);
  return folder === '.' || !present.has(`${folder}/support-matrix.ts`);
}

/**
 * Makes an output folder hold what it should: writes what is stale or missing, removes what is left over, all of it
 * or nothing.
 *
 * @throws UsageError when the folder cannot be written; it is then what it was before
 */
export async function writeOutput(
  folder: string,
  files: OutputFiles,
  { stale, missing, leftOver }: Comparison,
): Promise<void> {
  const written = [...missing, ...stale];
  if (written.length + leftOver.length === 0) return;
  try {
    await makeFolder(folder);
    await removeAbandoned(folder);
    const ready = path.join(folder, `${hidden}${process.pid}`);
    try {
      for (const file of written)
        await writeReady(path.join(ready, placed, file), files.get(file) ?? '');
      for (const file of leftOver) await writeReady(path.join(ready, removed, file), '');
      for (const file of [...written, ...leftOver]) await checkPlace(folder, file);
      await rename(ready, path.join(folder, commit));
    } finally {
      await rm(ready, { recursive: true, force: true });
    }
  } catch (error) {
    throw asUsageError(error, `cannot write ${folder}`);
  }
  finishWriting(folder);
}

/** The beginning of the names of our own folders in an output folder. */
const hidden = '.realtime-events-';

/** The folder of a write that holds: its files only have to be moved to their places. */
const commit = `${hidden}commit`;

/** In the folder of a write: the new files below `placed`, and below `removed` the names of those to be removed. */
const placed = 'placed';
const removed = 'removed';

/** Makes a file that is there as a whole, on the disk, when the write becomes the commit. */
async function writeReady(file: string, text: string): Promise<void> {
  await makeFolder(path.dirname(file));
  await writeFile(file, text, { flush: true });
}

/** Whether a file can be moved to its place or removed from it, asked while nothing has happened yet. */
async function checkPlace(folder: string, file: string): Promise<void> {
  const parent = path.dirname(path.join(folder, file));
  await makeFolder(parent);
  await access(parent, constants.W_OK);
  const place = path.join(folder, file);
  if (isFolder(place))
    throw new UsageError(`cannot write ${place}: there is a folder in its place.`);
  if (statSync(parent).dev !== statSync(folder).dev)
    throw new UsageError(`cannot write ${place}: its folder is on another file system.`);
}

/** Makes a folder and those above it. Node's own way to do so never ends where the system allows none, as in `/proc`. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === 'ENOENT' && path.dirname(folder) !== folder) {
      await makeFolder(path.dirname(folder));
      await mkdir(folder);
    } else if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}

/** Removes what runs that are no more left behind before they came to a commit. */
async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const owner = Number(name.startsWith(hidden) && name.slice(hidden.length));
    if (owner > 0 && !isRunning(owner))
      await rm(path.join(folder, name), { recursive: true, force: true });
  }
}

/** Whether another process has this id. */
function isRunning(id: number): boolean {
  if (id === process.pid) return false;
  try {
    return process.kill(id, 0);
  } catch (error) {
    return isSystemError(error) && error.code !== 'ESRCH';
  }
}

/**
 * Moves the files of a commit to their places, in one go; does nothing when there is none. Several runs may do so at
 * the same time, and each may be cut off anywhere: what is done already is passed over.
 *
 * @throws UsageError when the folder cannot be written any more; the commit then stays for the next run
 */
function finishWriting(folder: string): void {
  const from = path.join(folder, commit);
  if (!isFolder(from)) return;
  try {
    for (const file of filesBelow(path.join(from, placed)))
      passOver(() => renameSync(path.join(from, placed, file), path.join(folder, file)));
    const gone = filesBelow(path.join(from, removed));
    for (const file of gone) rmSync(path.join(folder, file), { force: true });
    for (const parent of new Set(gone.map((file) => path.dirname(file)))) {
      if (parent !== '.') passOver(() => rmdirSync(path.join(folder, parent)), 'ENOTEMPTY');
    }
    rmSync(from, { recursive: true, force: true });
  } catch (error) {
    throw asUsageError(error, `cannot write ${folder}`);
  }
}

/** The files below a folder, by their path relative to it; none when it is not there. */
function filesBelow(folder: string): string[] {
  const files: string[] = [];
  passOver(() => {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    const found = entries.filter((entry) => !entry.isDirectory());
    files.push(
      ...found.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name))),
    );
  });
  return files;
}

/** Whether there is a folder, and no link to one. */
function isFolder(place: string): boolean {
  let found = false;
  passOver(() => (found = lstatSync(place).isDirectory()), 'ENOTDIR');
  return found;
}

/** Does something, unless there is nothing to do it with, or for the reason that is given. */
function passOver(work: () => unknown, ...reasons: string[]): void {
  try {
    work();
  } catch (error) {
    if (!isSystemError(error) || !['ENOENT', ...reasons].includes(error.code)) throw error;
  }
}

/** The text files of the folder and of its subfolders, which is as deep as anything is generated. */
async function contentsOf(folder: string): Promise<Map<string, string>> {
  const contents = new Map<string, string>();
  const visit = async (prefix: string, depth: number): Promise<void> => {
    const entries = await readdir(path.join(folder, prefix), { withFileTypes: true });
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const file = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
      if (entry.name.startsWith(hidden)) continue;
      if (entry.isDirectory() && depth > 0) await visit(file, depth - 1);
      else if (entry.isFile() && /\.(?:ts|md|json|html)$/.test(entry.name)) {
        contents.set(file, await readFile(path.join(folder, file), 'utf8'));
      }
    }
  };
  try {
    await visit('', 1);
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return contents;
    throw asUsageError(error, `cannot read ${folder}`);
  }
  return contents;
}

function asUsageError(error: unknown, doing: string): unknown {
  return isSystemError(error) ? new UsageError(`${doing}: ${error.message}.`) : error;
}
