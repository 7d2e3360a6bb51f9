/**
 * Tells that files may have changed; which, whoever is told finds out. Every folder has a watcher of its own: Node's
 * recursive ones are made of the same on Linux, and lose folders that are replaced.
 */
import { readdirSync, statSync, watch, type FSWatcher } from 'node:fs';
import path from 'node:path';
import { isSystemError, reasonOf, UsageError } from '../errors.ts';

/** What is watched. None of it need be there yet. */
export interface WatchedPlaces {
  /** A folder, with all that is below it. */
  folder: string;
  /** Files that are of interest, at the time. */
  files: () => readonly string[];
}

export interface Watch {
  /** Watches what has come since. What is read after that is not older than what is told next. */
  lookAgain: () => void;
  end: () => void;
}

/** @param onChange called for each change, of which one save may make several */
export function watchPlaces({ folder, files }: WatchedPlaces, onChange: () => void): Watch {
  const watchers = new Map<string, { watcher: FSWatcher; inode: number }>();

  const stop = (place: string): void => {
    watchers.get(place)?.watcher.close();
    watchers.delete(place);
  };

  /** @param concerns whether a name in this folder is of interest */
  const start = (place: string, key: string, concerns: (name: string) => boolean): boolean => {
    const inode = inodeOf(place);
    if (watchers.has(key) && watchers.get(key)?.inode === inode) return true;
    stop(key);
    if (inode === undefined) return false;
    const watcher = watch(place, (_, name) => {
      if (name === null || concerns(name)) onChange();
    });
    watcher.on('error', () => {
      stop(key);
      onChange();
    });
    watchers.set(key, { watcher, inode });
    return true;
  };

  const watchBelow = (place: string, seen: Set<string>): void => {
    // First the watcher, then the list: what comes between is told.
    if (!start(place, place, isShown)) return;
    seen.add(place);
    for (const entry of entriesOf(place))
      if (entry.isDirectory()) watchBelow(path.join(place, entry.name), seen);
  };

  const watchFile = (file: string, seen: Set<string>): void => {
    // A file that is replaced is another one: its folder tells.
    const key = `${file} in its folder`;
    if (start(path.dirname(file), key, (name) => name === path.basename(file))) seen.add(key);
  };

  const lookAgain = (): void => {
    const seen = new Set<string>();
    try {
      for (const file of [folder, ...files()]) watchFile(file, seen);
      watchBelow(folder, seen);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      throw new UsageError(`cannot watch ${folder}: ${reasonOf(error)}.`);
    }
    for (const key of watchers.keys()) if (!seen.has(key)) stop(key);
  };

  return {
    lookAgain,
    end() {
      for (const key of watchers.keys()) stop(key);
    },
  };
}

/** Editors keep what is not saved in hidden files, which nothing reads. */
function isShown(name: string): boolean {
  return !path.basename(name).startsWith('.');
}

/** Which folder stands at a place; `undefined` where there is none. */
function inodeOf(place: string): number | undefined {
  const stats = statSync(place, { throwIfNoEntry: false });
  return stats?.isDirectory() ? stats.ino : undefined;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    // It may be gone again, which is told.
    if (!isSystemError(error)) throw error;
    return [];
  }
}
