/** A publisher's pages in a commit of a git repository, read without a checkout. */
import path from 'node:path';
import { UsageError } from '../../errors.ts';
import type { PullLimits } from '../../limits.ts';
import { elsewhere, git } from '../git.ts';
import { readBlobs, sizesOfBlobs } from '../git-blobs.ts';
import { fetchCommit, type CommitAddress } from '../git-fetch.ts';
import { leadsOut, roomFor, tooLarge, type Place } from './place.ts';

/** What stands in a folder of a commit. */
interface Entry {
  kind: 'file' | 'folder' | 'link' | 'submodule';
  id: string;
}

/** How many links may lead to one another. */
const mostLinks = 40;

/** The bytes of the names in one folder. */
const mostNames = 16 * 1024 * 1024;

/**
 * @param folder an empty one, into which the commit is fetched
 * @throws UsageError when it cannot be fetched
 */
export async function placeInRepository(
  folder: string,
  address: CommitAddress,
  limits: PullLimits,
): Promise<Place> {
  const { url, ref } = address;
  const commit = await fetchCommit(folder, address, limits);
  const name = ref === undefined ? url : `${url} at ${ref}`;
  const nameOf = (file: string): string => `${file} of ${name}`;

  // Each of them takes runs of git.
  const tooMany = new UsageError(
    `${name} has more than ${limits.folders} folders on the ways to its pages; name a smaller folder with --path, or clone it yourself, and name the folder with --from.`,
  );
  let folders = 0;
  const once =
    <T>(known: Map<string, Promise<T>>, work: (tree: string) => Promise<T>) =>
    async (tree: string): Promise<T> => {
      let result = known.get(tree);
      if (result === undefined) {
        if (++folders > limits.folders) throw tooMany;
        result = work(tree);
        known.set(tree, result);
      }
      return result;
    };
  const entriesOf = once(new Map<string, Promise<ReadonlyMap<string, Entry>>>(), (tree) =>
    readTree(commit.folder, tree, name),
  );

  const takeRoom = roomFor(limits.pages);
  const contentsOf = async (
    files: readonly { file: string; id: string }[],
  ): Promise<Uint8Array[]> => {
    const ids = files.map(({ id }) => id);
    await commit.fetchBlobs(ids);
    const sizes = await sizesOfBlobs(commit.folder, ids, elsewhere);
    const large = sizes.findIndex((size) => size > limits.page);
    if (large >= 0) throw tooLarge(nameOf(files[large]?.file ?? ''), limits.page);
    for (const [i, { file }] of files.entries()) takeRoom(nameOf(file), sizes[i] ?? 0);
    return readBlobs(commit.folder, ids, elsewhere);
  };

  /** Where the links of a folder lead, read all at once. */
  const targetsOf = once(new Map<string, Promise<ReadonlyMap<string, string>>>(), async (tree) => {
    const links = [...(await entriesOf(tree))]
      .filter(([, { kind }]) => kind === 'link')
      .map(([file, { id }]) => ({ file, id }));
    const contents = await contentsOf(links);
    return new Map(
      links.map(({ file }, i) => [file, Buffer.from(contents[i] ?? []).toString()] as const),
    );
  });

  /** What stands at a path, behind all links, and where that is. */
  const look = async (file: string): Promise<(Entry & { real: string }) | undefined> => {
    const way: { name: string; entry: Entry }[] = [];
    const root: Entry = { kind: 'folder', id: commit.tree };
    const todo = file.split('/').toReversed();
    let links = 0;
    for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
      const here = way.at(-1)?.entry ?? root;
      if (here.kind !== 'folder') return undefined;
      if (next === '' || next === '.') continue;
      if (next === '..') {
        if (way.pop() === undefined) throw leadsOut(nameOf(file));
        continue;
      }
      const entry = (await entriesOf(here.id)).get(next);
      if (entry?.kind === 'submodule')
        throw new UsageError(
          `${nameOf(file)} is in a git submodule, ${[...way.map((one) => one.name), next].join('/')}; name its own repository.`,
        );
      if (!entry || (entry.kind === 'link' && ++links > mostLinks)) return undefined;
      if (entry.kind !== 'link') {
        way.push({ name: next, entry });
        continue;
      }
      const text = (await targetsOf(here.id)).get(next) ?? '';
      if (path.posix.isAbsolute(text)) throw leadsOut(nameOf(file));
      todo.push(...text.split('/').toReversed());
    }
    const found = way.at(-1)?.entry ?? root;
    return { ...found, real: way.map((one) => one.name).join('/') };
  };

  return {
    nameOf,
    async list(at) {
      const found = await look(at).catch((error: unknown) => {
        if (error instanceof UsageError && error !== tooMany) return undefined;
        throw error;
      });
      if (found?.kind !== 'folder') return undefined;
      const entries = [...(await entriesOf(found.id))];
      const submodules = entries.filter(([, { kind }]) => kind === 'submodule');
      return {
        real: found.real,
        names: entries.map(([file]) => file),
        submodules: submodules.map(([file]) => file),
      };
    },
    async read(files) {
      const blobs = new Map<string, string>();
      for (const file of files) {
        const found = await look(file);
        if (found?.kind === 'file') blobs.set(file, found.id);
      }
      const there = Array.from(blobs, ([file, id]) => ({ file, id }));
      const contents = await contentsOf(there);
      const byFile = new Map(there.map(({ file }, i) => [file, contents[i]]));
      return files.map((file) => byFile.get(file));
    },
  };
}

const kinds: Readonly<Record<string, Entry['kind']>> = {
  '040000': 'folder',
  120000: 'link',
  160000: 'submodule',
};

/** The entries of `ls-tree -z`: `100644 blob <id>`, a tab, the name. */
async function readTree(
  folder: string,
  tree: string,
  name: string,
): Promise<ReadonlyMap<string, Entry>> {
  const outcome = await git(folder, ['ls-tree', '-z', tree], { env: elsewhere, most: mostNames });
  if (!outcome.ok) throw new UsageError(`git cannot read ${name}: ${outcome.reason}.`);
  const entries = new Map<string, Entry>();
  for (const line of outcome.output.toString().split('\0')) {
    const [, mode = '', id, file] = /^(\d{6}) \w+ (\w+)\t(.*)$/su.exec(line) ?? [];
    if (id !== undefined && file !== undefined)
      entries.set(file, { kind: kinds[mode] ?? 'file', id });
  }
  return entries;
}
