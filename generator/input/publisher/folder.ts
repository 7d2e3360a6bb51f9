/** A publisher's pages in a folder on a disk. */
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { isSystemError, UsageError } from '../../errors.ts';
import type { PullLimits } from '../../limits.ts';
import { isInside } from '../addresses.ts';
import { leadsOut, roomFor, tooLarge, type Place } from './place.ts';

/**
 * @param top where the folder is
 * @param name what messages call it
 */
export function placeInFolder(top: string, name: string, limits: PullLimits): Place {
  const nameOf = (file: string): string => `${file} of ${name}`;

  /** Where something is behind all links; `undefined` when it is not there. */
  const realPlace = async (file: string): Promise<string | undefined> => {
    try {
      const real = await realpath(path.join(top, file));
      if (!isInside(path.relative(await realpath(top), real))) throw leadsOut(nameOf(file));
      return real;
    } catch (error) {
      if (!isSystemError(error) || !['ENOENT', 'ENOTDIR', 'ELOOP'].includes(error.code))
        throw error;
      // The way to it may lead out, which is to be told.
      if (path.dirname(file) !== '.') await realPlace(path.dirname(file));
      return undefined;
    }
  };

  const takeRoom = roomFor(limits.pages);
  const read = async (file: string): Promise<Uint8Array | undefined> => {
    const real = await realPlace(file);
    const found = real === undefined ? undefined : await stat(real);
    if (real === undefined || !found?.isFile()) return undefined;
    if (found.size > limits.page) throw tooLarge(nameOf(file), limits.page);
    takeRoom(nameOf(file), found.size);
    return readFile(real);
  };

  return {
    nameOf,
    async list(folder) {
      const real = await realPlace(folder).catch((error: unknown) => {
        if (error instanceof UsageError) return undefined;
        throw error;
      });
      if (real === undefined || !(await stat(real)).isDirectory()) return undefined;
      return { real, names: await readdir(real) };
    },
    async read(files) {
      const contents: (Uint8Array | undefined)[] = [];
      for (const file of files) contents.push(await read(file));
      return contents;
    },
  };
}

/** Whether a folder is a bare git repository. */
export async function isBareRepository(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch((): string[] => []);
  return ['HEAD', 'objects', 'refs'].every((name) => names.includes(name));
}
