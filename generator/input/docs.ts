/** What of a tree of files is docs, wherever it lies: on a disk or in a commit. The rules are the same. */
import path from 'node:path';
import { UsageError } from '../errors.ts';
import { limits } from '../limits.ts';

/** Docs in memory: every file of every source, by its path relative to the docs folder, with `/` separators. */
export type DocsFiles = ReadonlyMap<string, Uint8Array>;

/** What stands at a path. `link`: a symbolic link to a file; `special`: a pipe, a socket or a device. */
export type EntryKind = 'file' | 'link' | 'link elsewhere' | 'submodule' | 'special';

/** A tree of files. */
export interface Tree {
  /** What messages call it. */
  name: string;
  /** Everything in it that is not a folder, by its path. */
  entries: ReadonlyMap<string, EntryKind>;
  /** What messages call a file of it. */
  nameOf: (file: string) => string;
  /** The sizes of files in bytes, in the same order. */
  sizesOf: (files: readonly string[]) => Promise<number[]>;
  /** The bytes of files, in the same order. */
  read: (files: readonly string[]) => Promise<Uint8Array[]>;
}

/** More bytes than any page that is read has. */
const mostBytes = limits.source + 1;
const none = new Uint8Array();

/**
 * Reads the sources of a tree: the Markdown pages, the `source.json` and the `renames.json` of every subfolder. Other files of a source are
 * listed empty, so that they can be reported; hidden ones, which editors and systems make, are not.
 *
 * @returns the files, sorted by path
 * @throws UsageError when the tree holds no source, too much to read, or what cannot be read in the same way everywhere:
 *   links, submodules, pipes
 */
export async function readTree(tree: Tree): Promise<DocsFiles> {
  for (const [file, kind] of tree.entries) refuseEntry(tree.nameOf(file), file, kind);
  const files = filesOfSources([...tree.entries.keys()].toSorted());
  if (files.length > limits.files)
    throw new UsageError(
      `the sources of ${tree.name} have more than ${limits.files} files, which are not read; split it, or leave out what is not docs.`,
    );
  const pages = files.filter(isDocsFile);
  const sizes = await tree.sizesOf(pages);
  if (sizes.reduce((sum, size) => sum + Math.min(size, mostBytes), 0) > limits.docs)
    throw new UsageError(
      `${tree.name} holds more than ${limits.docs} bytes of pages, which are not read; split it, or leave out what is not docs.`,
    );
  // A page that is more than a source may be is not read: blanks of its size say as much.
  const isTooLarge = (i: number): boolean => (sizes[i] ?? 0) >= mostBytes;
  const blanks = pages.some((_, i) => isTooLarge(i)) ? new Uint8Array(mostBytes).fill(0x20) : none;
  const readable = pages.filter((_, i) => !isTooLarge(i));
  const contents = await tree.read(readable);
  const read = new Map([
    ...pages.map((page) => [page, blanks] as const),
    ...readable.map((page, i) => [page, contents[i] ?? none] as const),
  ]);
  const docs = new Map(files.map((file) => [file, read.get(file) ?? none]));
  if (tree.entries.has('source.json') && !files.some((file) => file.endsWith('/source.json')))
    throw new UsageError(`${tree.name} is a source itself; name the folder that it stands in.`);
  return withSources(docs, tree.name);
}

/** That there are more links than anybody asks where they lead. */
export function tooManyLinks(name: string): UsageError {
  return new UsageError(
    `${name} holds more than ${limits.links} symbolic links; put what they lead to in their place, or leave them out.`,
  );
}

/** @throws UsageError for what may lead elsewhere, has no end, or is not there for everybody */
function refuseEntry(name: string, file: string, kind: EntryKind): void {
  if (kind === 'link elsewhere' || (kind === 'link' && isWanted(file)))
    throw new UsageError(`${name} is a symbolic link; put what it leads to in its place.`);
  if (kind === 'submodule')
    throw new UsageError(
      `${name} is a git submodule, and its files are not in this commit; put them in its place, or compare folders.`,
    );
  if (kind === 'special' && isDocsFile(file))
    throw new UsageError(`${name} is not a regular file; put a page in its place.`);
}

/** Those files that stand in a source. */
function filesOfSources(files: readonly string[]): string[] {
  const ids = new Set(files.filter(isDocsFile).map(sourceOf));
  const isHidden = (file: string): boolean => path.posix.basename(file).startsWith('.');
  return files.filter((file) => isDocsFile(file) || (ids.has(sourceOf(file)) && !isHidden(file)));
}

/** Whether a file is a Markdown page, by its name. */
export function isPage(file: string): boolean {
  return /\.(?:md|markdown)$/i.test(file);
}

/** Whether a file of a docs folder is one of a source: a page, a `source.json`, or a `renames.json`. */
export function isDocsFile(file: string): boolean {
  return file.includes('/') && isWanted(file);
}

function isWanted(file: string): boolean {
  return isPage(file) || ['source.json', 'renames.json'].includes(path.posix.basename(file));
}

/** The name of the subfolder that a file stands in. */
function sourceOf(file: string): string {
  return file.slice(0, Math.max(0, file.indexOf('/')));
}

/** @throws UsageError when docs hold no source, or two that are one folder where the case of letters does not count */
function withSources(docs: DocsFiles, name: string): DocsFiles {
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
  throw new UsageError(
    `${name} holds no source: there is no subfolder with a source.json in it; "init" writes one.`,
  );
}
