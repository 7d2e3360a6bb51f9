/** A publisher's own pages: from a folder, a git repository or the web, with the line ends that ours have. */
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { pathIn } from '../../cwd.ts';
import { isSystemError, reasonOf, UsageError } from '../../errors.ts';
import { pullLimits, type PullLimits } from '../../limits.ts';
import { isInside, isRepositoryAddress } from '../addresses.ts';
import { collectPages, type Published, type PublishedIndex } from './collect.ts';
import { isBareRepository, placeInFolder } from './folder.ts';
import type { Place } from './place.ts';
import { placeInRepository } from './repository.ts';
import { placeOnWeb } from './web.ts';

/** Where pages come from. */
export type Upstream =
  | { kind: 'web'; address: string }
  | {
      kind: 'folder or repository';
      /** A folder, or the address of a git repository. */
      from: string;
      /** A branch, tag or commit. With it, a folder is a git repository as well. */
      ref?: string;
      /** The folder in it whose pages are wanted. */
      folder?: string;
    };

/**
 * Reads the pages of a publisher: those below the folders of its index pages. An index in no folder of its own, or on the
 * web, comes with the pages that it links to. Pages that a page includes come with it.
 *
 * @param indexes the paths of the index pages, from the folder of the pages and from that of our source
 * @param cwd the folder that names of folders start from
 * @param onPage told of each page that is to be read, with its name where others wait for it
 * @throws UsageError when an index is not there, or something cannot be read, is not Markdown in UTF-8, is larger than
 *   is allowed, is hidden, or leads out of its folder
 */
export async function readPublished(
  upstream: Upstream,
  indexes: readonly PublishedIndex[],
  cwd = '.',
  limits: PullLimits = pullLimits,
  onPage: (name?: string) => void = () => {},
): Promise<Published> {
  const counted = (place: Place): Place => ({
    ...place,
    read: (files) => {
      for (const _ of files) onPage();
      return place.read(files);
    },
  });
  if (upstream.kind === 'web') {
    const place = placeOnWeb(upstream.address, limits, onPage);
    return collectPages(place, '.', indexes, limits);
  }
  const { from, ref, folder = '.' } = upstream;
  if (!isInside(folder)) throw new UsageError(`--path ${folder} must be a folder of ${from}.`);
  const top = path.posix.normalize(folder);
  const place = pathIn(cwd, from);
  const isFolder = await stat(place).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder && !isRepositoryAddress(from))
    throw new UsageError(`--from ${from} is neither a folder nor the address of a git repository.`);
  const isRepository = !isFolder || ref !== undefined || (await isBareRepository(place));
  const temporary = isRepository && (await mkdtemp(path.join(tmpdir(), 'realtime-events-')));
  try {
    const url = isFolder ? pathToFileURL(path.resolve(cwd, from)).href : from;
    const files =
      temporary === false
        ? placeInFolder(place, from, limits)
        : await placeInRepository(temporary, { url, ...(ref !== undefined && { ref }) }, limits);
    return await collectPages(counted(files), top, indexes, limits);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new UsageError(`cannot read the pages of ${from}: ${reasonOf(error)}.`);
  } finally {
    // A git that was stopped may have children that write for a moment yet.
    if (temporary !== false)
      await rm(temporary, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  }
}
