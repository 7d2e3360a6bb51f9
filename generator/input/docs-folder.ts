/** The one place that reads the docs folder. */
import type { Dirent } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { pathIn } from '../cwd.ts';
import { isSystemError, UsageError } from '../errors.ts';
import { besideOf } from '../output/aside-names.ts';
import { limits } from '../limits.ts';

/** A docs folder in memory: every file of every source, by its path relative to the folder, with `/` separators. */
export type DocsFiles = ReadonlyMap<string, Uint8Array>;

/**
 * Reads the sources of a docs folder: the Markdown pages and the `source.json` of every subfolder. What else stands in
 * one is there with nothing in it, so that it can be told; but for hidden files, which editors and systems make.
 *
 * @param cwd the folder that its name starts from
 * @returns the files, sorted by path
 * @throws UsageError when the folder cannot be read, holds no source, or has a symbolic link to a page in it
 */
export async function readDocs(folder: string, cwd = '.'): Promise<DocsFiles> {
  const place = pathIn(cwd, folder);
  try {
    const docs = new Map<string, Uint8Array>();
    let size = 0;
    for (const file of filesOfSources(await listFiles(place, folder))) {
      const content = isDocsFile(file)
        ? await readBeginning(path.join(place, file))
        : new Uint8Array();
      size += content.length;
      if (size > limits.docs)
        throw new UsageError(`${folder} holds more than ${limits.docs} bytes of pages.`);
      docs.set(file, content);
    }
    return withSources(docs, folder);
  } catch (error) {
    if (error instanceof UsageError || !isSystemError(error)) throw error;
    throw new UsageError(
      `cannot read ${folder}: ${error.code === 'ENOENT' ? 'there is no such folder' : error.message}.`,
    );
  }
}

/**
 * Those files of a docs folder that stand in a source. What is neither a page nor a `source.json` is only to be told,
 * unless it is hidden.
 */
export function filesOfSources(files: readonly string[]): string[] {
  const ids = new Set(files.filter(isDocsFile).map(sourceOf));
  const isHidden = (file: string): boolean => path.posix.basename(file).startsWith('.');
  return files.filter((file) => isDocsFile(file) || (ids.has(sourceOf(file)) && !isHidden(file)));
}

/** Whether a file is a Markdown page, by its name. */
export function isPage(file: string): boolean {
  return /\.(?:md|markdown)$/i.test(file);
}

/** Whether a file of a docs folder is one of a source: a page, or a `source.json`. */
export function isDocsFile(file: string): boolean {
  return file.includes('/') && isWanted(file);
}

function isWanted(file: string): boolean {
  return isPage(file) || path.posix.basename(file) === 'source.json';
}

/** The name of the subfolder that a file stands in. */
function sourceOf(file: string): string {
  return file.slice(0, Math.max(0, file.indexOf('/')));
}

/**
 * Docs that hold a source at least.
 *
 * @param name what the docs are called
 * @throws UsageError when they hold none, or two that are one folder where the case of letters does not count
 */
export function withSources(docs: DocsFiles, name: string): DocsFiles {
  const ids = new Map<string, string>();
  for (const id of new Set([...docs.keys()].map(sourceOf))) {
    const other = ids.get(id.toLowerCase());
    if (other !== undefined)
      throw new UsageError(
        `${name} holds the sources ${other} and ${id}, which are one folder on macOS and Windows; rename one of them.`,
      );
    ids.set(id.toLowerCase(), id);
  }
  if ([...docs.keys()].some((file) => /^[^/]+\/source\.json$/.test(file))) return docs;
  throw new UsageError(`${name} holds no source: there is no subfolder with a source.json in it.`);
}

/** More bytes than any page that is read has: a character takes three of them at most. */
const mostBytes = 3 * limits.page + 1;

/** Reads a file; of one that is too long for a page only so much that this can be told. */
async function readBeginning(file: string): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    if (size <= mostBytes) return await handle.readFile();
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(mostBytes));
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** The files below a folder, by code point, so that the order is that of no file system. */
async function listFiles(place: string, folder: string): Promise<string[]> {
  const files: string[] = [];
  const visit = async (prefix: string): Promise<void> => {
    const entries = await readdir(path.join(place, prefix), { withFileTypes: true });
    const present = prefix === '' ? sourcesOf(entries, folder) : entries;
    for (const entry of present) {
      const file = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
      if (entry.isDirectory()) await visit(file);
      else {
        if (entry.isSymbolicLink())
          await refuseLink(path.join(place, file), path.join(folder, file));
        else if (!entry.isFile() && isDocsFile(file)) throw specialError(path.join(folder, file));
        files.push(file);
      }
    }
  };
  await visit('');
  return files.toSorted();
}

/**
 * The entries of a docs folder without what stands beside a source that `pull` replaces.
 *
 * @throws UsageError when a source was put aside and nothing came in its place: without it, all seems well
 */
function sourcesOf(entries: readonly Dirent[], folder: string): Dirent[] {
  const names = new Set(entries.map(({ name }) => name));
  const gone = entries
    .map(({ name }) => besideOf(name))
    .find((beside) => beside?.isOld && !names.has(beside.of));
  if (gone)
    throw new UsageError(
      `${path.join(folder, gone.of)} is not there: pull was cut off while it replaced it; pull it again.`,
    );
  return entries.filter(({ name }) => !besideOf(name));
}

/**
 * A link may lead out of the folder, where nobody looks for the docs.
 *
 * @throws UsageError when what it leads to would be read
 */
async function refuseLink(place: string, file: string): Promise<void> {
  const target = await stat(place).catch(() => undefined);
  if (isWanted(file) || target?.isDirectory()) throw linkError(file);
}

/** Says of a symbolic link that it is none of the docs. */
export function linkError(file: string): UsageError {
  return new UsageError(`${file} is a symbolic link; put what it leads to in its place.`);
}

/** A pipe, a socket or a device, which may have no end. */
function specialError(file: string): UsageError {
  return new UsageError(`${file} is no regular file; put a page in its place.`);
}
