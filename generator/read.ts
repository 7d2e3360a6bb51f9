/** The one place that reads the docs folder. */
import type { Dirent } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { besideOf } from './beside.ts';
import { limits } from './limits.ts';

/** A docs folder in memory: every file of every source, by its path relative to the folder, with `/` separators. */
export type DocsFiles = ReadonlyMap<string, Uint8Array>;

/** Something that keeps a command from doing its work at all: wrong usage, or a folder that cannot be read. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/**
 * Reads the sources of a docs folder: the Markdown pages and the `source.json` of every subfolder.
 *
 * @returns the files, sorted by path
 * @throws UsageError when the folder cannot be read, holds no source, or has a symbolic link to a page in it
 */
export async function readDocs(folder: string): Promise<DocsFiles> {
  try {
    const docs = new Map<string, Uint8Array>();
    let size = 0;
    const files = await listFiles(folder);
    for (const file of files.filter(isDocsFile)) {
      const content = await readBeginning(path.join(folder, file));
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

/** Whether a file of a docs folder is one of a source: a page, or a `source.json`. */
export function isDocsFile(file: string): boolean {
  return (
    file.includes('/') && (file.endsWith('.md') || path.posix.basename(file) === 'source.json')
  );
}

/**
 * Docs that hold a source at least.
 *
 * @param name what the docs are called
 * @throws UsageError when they hold none
 */
export function withSources(docs: DocsFiles, name: string): DocsFiles {
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
async function listFiles(folder: string): Promise<string[]> {
  const files: string[] = [];
  const visit = async (prefix: string): Promise<void> => {
    const entries = await readdir(path.join(folder, prefix), { withFileTypes: true });
    const present = prefix === '' ? sourcesOf(entries, folder) : entries;
    for (const entry of present) {
      const file = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
      if (entry.isDirectory()) await visit(file);
      else if (entry.isSymbolicLink()) await refuseLink(path.join(folder, file));
      else if (entry.isFile()) files.push(file);
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
async function refuseLink(file: string): Promise<void> {
  const target = await stat(file).catch(() => undefined);
  const isWanted = file.endsWith('.md') || path.basename(file) === 'source.json';
  if (isWanted || target?.isDirectory()) throw linkError(file);
}

/** Says of a symbolic link that it is none of the docs. */
export function linkError(file: string): UsageError {
  return new UsageError(`${file} is a symbolic link; put what it leads to in its place.`);
}

/** Whether an error comes from the operating system. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException & { code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}
