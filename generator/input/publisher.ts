/** A publisher's own pages: from a folder or a git repository, with the line ends that ours have. */
import { lstat, mkdtemp, readFile, readdir, realpath, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { checkOut, isRepositoryAddress } from './git.ts';
import { parsePage } from '../markdown/parse.ts';
import { targetOf } from '../source/pages.ts';
import { pathIn } from '../cwd.ts';
import { isSystemError, UsageError } from '../errors.ts';
import { isPage } from './docs.ts';

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
 * @param parts what is wanted, relative to the folder of the pages: folders, and pages with those that they link to
 * @param cwd the folder that names of folders start from
 * @returns the texts by their path, sorted
 * @throws UsageError when something cannot be read, is no UTF-8, is a symbolic link that leads out of the folder, or
 *   when a page links to a hidden one
 */
export async function readUpstream(
  { from, ref, path: sub = '.' }: Upstream,
  parts: readonly string[],
  cwd = '.',
): Promise<Map<string, string>> {
  const inside = path.posix.normalize(sub);
  if (!isInside(inside)) throw new UsageError(`--path ${sub} must be a folder of ${from}.`);
  const isFolder = await stat(pathIn(cwd, from)).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (isFolder && ref === undefined) return readPages(pathIn(cwd, from), inside, parts, from);
  if (!isFolder && !isRepositoryAddress(from))
    throw new UsageError(`--from ${from} is neither a folder nor the address of a git repository.`);
  const folder = await mkdtemp(path.join(tmpdir(), 'realtime-events-'));
  try {
    const folders = parts.map((part) =>
      path.posix.join(inside, isPage(part) ? path.posix.dirname(part) : part),
    );
    await checkOut(folder, {
      url: isFolder ? pathToFileURL(path.resolve(cwd, from)).href : from,
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

/** Whether a file, or a folder on the way to it, has a name that begins with a dot: it is no page for readers. */
function isHidden(file: string): boolean {
  return file.split('/').some((name) => /^\.(?!\.?$)/.test(name));
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
    const texts = new Map<string, string>();
    const read = async (files: readonly string[]): Promise<void> => {
      for (const file of files) {
        const text = await readPage(root, file, name);
        if (text !== undefined) texts.set(file, text);
      }
    };
    for (const part of parts.map((one) => path.posix.normalize(one))) {
      await read(await listPages(root, part));
      const linked = linkedPages(part, texts.get(part) ?? '').map((page) => listPages(root, page));
      await read((await Promise.all(linked)).flat());
    }
    return new Map([...texts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new UsageError(`cannot read the pages of ${name}: ${error.message}.`);
  }
}

/** A page; `undefined` for what is no file. */
async function readPage(root: string, file: string, name: string): Promise<string | undefined> {
  if (/\p{Cc}/u.test(file))
    throw new UsageError(`${file} of ${name} has a control character in its name.`);
  const target = await realpath(path.join(root, file));
  if (!isInside(path.relative(root, target))) throw leadsOut(file, name);
  return (await stat(target)).isFile() ? textOf(await readFile(target), file) : undefined;
}

/** The pages inside of the folder that a page links to. */
function linkedPages(page: string, text: string): string[] {
  const pages: string[] = [];
  const parsed = parsePage(new VFile({ path: page, value: text }));
  if (!parsed) throw new UsageError(`${page} is too large to find the pages that it links to.`);
  visit(parsed.tree, ['link', 'definition'], (node) => {
    const target = 'url' in node ? targetOf(page, node.url) : undefined;
    if (target === undefined || !isPage(target) || !isInside(target)) return;
    if (isHidden(target)) throw new UsageError(`${page} links to ${target}, which is hidden.`);
    pages.push(target);
  });
  return pages;
}

function leadsOut(file: string, name: string): UsageError {
  return new UsageError(`${file} of ${name} is a symbolic link that leads out of its folder.`);
}

/**
 * The pages at a path and below it, but for hidden ones. A link to a page is a page; one to a folder is passed over:
 * it could lead in a circle.
 */
async function listPages(root: string, part: string): Promise<string[]> {
  const found = await lstat(path.join(root, part)).catch(() => undefined);
  if (found?.isDirectory()) {
    const entries = (await readdir(path.join(root, part))).filter((entry) => !isHidden(entry));
    const files = entries.map((entry) => listPages(root, path.posix.join(part, entry)));
    return (await Promise.all(files)).flat();
  }
  const isWanted = (found?.isFile() || found?.isSymbolicLink()) && isPage(part);
  return isWanted ? [part] : [];
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** A page with `\n` at the end of its lines, and without a byte order mark. */
function textOf(bytes: Uint8Array, file: string): string {
  try {
    return utf8.decode(bytes).replaceAll(/\r\n?/g, '\n');
  } catch {
    throw new UsageError(`${file} is not UTF-8.`);
  }
}
