/** The docs of a commit, read without a checkout, by the rules of those of a folder. */
import { UsageError } from '../errors.ts';
import { limits } from '../limits.ts';
import { readTree, tooManyLinks, type DocsFiles, type EntryKind } from './docs.ts';
import { readBlobs, sizesOfBlobs } from './git-blobs.ts';
import { git, lineOf } from './git.ts';

/**
 * Reads the docs that a folder of a commit holds, the same files that are read from a disk.
 *
 * @param folder the one git runs in
 * @param top the docs folder, from the top of the repository; empty: the top
 * @param name what messages call the docs
 * @param most the bytes that the names of its files may have
 * @returns `undefined` when the commit has no such folder
 * @throws UsageError when git cannot read them, or {@link readTree} refuses what is in them
 */
export async function readDocsOfCommit(
  folder: string,
  commit: string,
  top: string,
  name: string,
  most = mostNames,
): Promise<DocsFiles | undefined> {
  const tree = await treeOf(folder, `${commit}:${top}`, name);
  if (tree === undefined) return undefined;
  const args = ['ls-tree', '-r', '-z', '--full-tree', tree];
  const listed = await git(folder, args, { most });
  if (!listed.ok)
    throw new UsageError(
      `git cannot list ${name}: ${listed.reason}; name the folder that holds the sources.`,
    );
  const listing = entriesIn(listed.output.toString());
  const ids = new Map(listing.map(({ file, id }) => [file, id]));
  const idsOf = (files: readonly string[]) => files.map((file) => ids.get(file) ?? file);
  const elsewhere = await linksElsewhere(
    folder,
    `${commit}:${top === '' ? '' : `${top}/`}`,
    listing,
    name,
  );
  return readTree({
    name,
    entries: new Map(
      listing.map(({ file, kind }) => [file, elsewhere.has(file) ? 'link elsewhere' : kind]),
    ),
    nameOf: (file) => `${file} of ${name}`,
    sizesOf: (files) => sizesOfBlobs(folder, idsOf(files)),
    read: (files) => readBlobs(folder, idsOf(files)),
  });
}

/** The tree of a folder. On a disk it may be a symbolic link to the folder; within the commit, such a link is followed too. */
async function treeOf(folder: string, place: string, name: string): Promise<string | undefined> {
  const idOf = (object: string) => lineOf(folder, ['rev-parse', '--verify', '--quiet', object]);
  const id = await idOf(place);
  if (id === undefined) return undefined;
  const tree =
    (await idOf(`${id}^{tree}`)) ?? /^(\w+) tree \d+$/m.exec(await followed(folder, place))?.[1];
  if (tree !== undefined) return tree;
  throw new UsageError(
    `${name} is not a folder, nor a symbolic link to one of its commit; name the folder that holds the sources.`,
  );
}

/** What there is at places of commits, each parted from the next by a zero; where one is a link, what it leads to. */
function followed(folder: string, places: string): Promise<string> {
  return textOf(folder, ['cat-file', '--batch-check', '--follow-symlinks', '-z'], places);
}

/** Some 150,000 files. */
const mostNames = 16 * 1024 * 1024;

/** A file of a commit as text; `undefined` when it has none at that path, or one that is larger than any page. */
export async function readFileOfCommit(
  folder: string,
  commit: string,
  file: string,
): Promise<string | undefined> {
  const name = `${commit}:${file}`;
  // To give the beginning of a file, git reads it as a whole.
  const size = await lineOf(folder, ['cat-file', '-s', name]);
  if (size === undefined || Number(size) > limits.page) return undefined;
  const outcome = await git(folder, ['cat-file', 'blob', name]);
  return outcome.ok ? outcome.output.toString() : undefined;
}

interface Listed {
  id: string;
  file: string;
  kind: EntryKind;
}

const kinds: Readonly<Record<string, EntryKind>> = { 120000: 'link', 160000: 'submodule' };

/** The files of `ls-tree -z`: `100644 blob <id>`, a tab, the path. */
function entriesIn(listing: string): Listed[] {
  return listing.split('\0').flatMap((entry) => {
    const [, mode = '', id, file] = /^(\d{6}) \w+ (\w+)\t(.*)$/su.exec(entry) ?? [];
    return id === undefined || file === undefined
      ? []
      : [{ id, file, kind: kinds[mode] ?? 'file' }];
  });
}

/** Those links of a commit that lead to a folder, to nothing, or out of the commit, where nobody can tell. */
async function linksElsewhere(
  folder: string,
  prefix: string,
  listing: readonly Listed[],
  name: string,
): Promise<ReadonlySet<string>> {
  const links = listing.filter(({ kind }) => kind === 'link').map(({ file }) => file);
  if (links.length === 0) return new Set();
  // Git looks for each among all files of its folder.
  if (links.length > limits.links) throw tooManyLinks(name);
  const input = links.map((file) => `${prefix}${file}`).join('\0');
  const answers = (await followed(folder, input)).split(/\n/);
  const leads = new Set<string>();
  for (const link of links) {
    const answer = answers.shift() ?? '';
    // These have a second line, with the path that they end at.
    if (/^(?:symlink|dangling|loop|notdir) \d+$/.test(answer)) answers.shift();
    if (!/ blob \d+$/.test(answer)) leads.add(link);
  }
  return leads;
}

async function textOf(folder: string, args: readonly string[], input: string): Promise<string> {
  const outcome = await git(folder, args, { input });
  if (!outcome.ok) throw new UsageError(`git cannot read the docs: ${outcome.reason}.`);
  return outcome.output.toString();
}
