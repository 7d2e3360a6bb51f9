/** A publisher's own pages: from a folder or a git repository, with the line ends that ours have. */
import { lstat, mkdtemp, readFile, readdir, realpath, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkOut, isRepositoryAddress } from './git.ts';
import { isSystemError, UsageError } from './read.ts';

/** Where pages come from. */
export interface Upstream {
  /** A folder, or the address of a git repository. */
  from: string;
  /** A branch, tag or commit. With it, a folder is a git repository as well. */
  ref?: string;
  /** The folder in it whose pages are wanted. */
  path?: string;
}

/**
 * Reads the pages of a publisher.
 *
 * @param parts the folders that are wanted, relative to the folder of the pages; `.` is all of it
 * @returns the texts by their path, sorted
 * @throws UsageError when something cannot be read, is no UTF-8, or is a link that leads out of the folder
 */
export async function readUpstream(
  { from, ref, path: sub = '.' }: Upstream,
  parts: readonly string[],
): Promise<Map<string, string>> {
  const inside = path.posix.normalize(sub);
  if (!isInside(inside)) throw new UsageError(`--path ${sub} must be a folder of ${from}.`);
  const isFolder = await stat(from).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (isFolder && ref === undefined) return readPages(from, inside, parts, from);
  if (!isFolder && !isRepositoryAddress(from))
    throw new UsageError(`--from ${from} is no folder, and no address of a git repository.`);
  const folder = await mkdtemp(path.join(tmpdir(), 'realtime-events-'));
  try {
    const folders = parts.map((part) => path.posix.join(inside, part));
    await checkOut(folder, {
      url: isFolder ? pathToFileURL(path.resolve(from)).href : from,
      ...(ref !== undefined && { ref }),
      ...(!folders.includes('.') && { folders }),
    });
    return await readPages(folder, inside, parts, from);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Whether a path stays inside of the folder that it starts from, and is no option. */
function isInside(relative: string): boolean {
  return !/^(?:\.\.(?:\/|$)|[/\\-])/.test(relative) && !/\p{Cc}/u.test(relative);
}

/** The pages below the parts of a folder in another; `name` is what messages call that one. */
async function readPages(
  top: string,
  folder: string,
  parts: readonly string[],
  name: string,
): Promise<Map<string, string>> {
  try {
    const root = await realpath(path.join(top, folder));
    if (!isInside(path.relative(await realpath(top), root))) throw leadsOut(folder, name);
    const files = await Promise.all(
      parts.map((part) => listPages(root, path.posix.normalize(part))),
    );
    const texts = new Map<string, string>();
    for (const file of [...new Set(files.flat())].toSorted()) {
      if (/\p{Cc}/u.test(file))
        throw new UsageError(`${file} of ${name} has a control character in its name.`);
      const target = await realpath(path.join(root, file));
      if (!isInside(path.relative(root, target))) throw leadsOut(file, name);
      texts.set(file, textOf(await readFile(target), file));
    }
    return texts;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new UsageError(`cannot read the pages of ${name}: ${error.message}.`);
  }
}

function leadsOut(file: string, name: string): UsageError {
  return new UsageError(`${file} of ${name} is a symbolic link that leads out of its folder.`);
}

/**
 * The pages at a path and below it. A link to a page is a page; one to a folder is passed over: it could lead in a
 * circle.
 */
async function listPages(root: string, part: string): Promise<string[]> {
  const found = await lstat(path.join(root, part)).catch(() => undefined);
  if (found?.isDirectory()) {
    const entries = (await readdir(path.join(root, part))).filter((entry) => entry !== '.git');
    const files = entries.map((entry) => listPages(root, path.posix.join(part, entry)));
    return (await Promise.all(files)).flat();
  }
  return found && part.endsWith('.md') ? [part] : [];
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** A page with `\n` at the end of its lines, and without a byte order mark. */
function textOf(bytes: Uint8Array, file: string): string {
  try {
    return utf8.decode(bytes).replaceAll(/\r\n?/g, '\n');
  } catch {
    throw new UsageError(`${file} is no UTF-8.`);
  }
}
