/** What all places have in common at which a publisher's pages may be: a folder, a git repository, the web. */
import { UsageError } from '../../errors.ts';

/** A tree of files; their paths have `/` separators. */
export interface Place {
  /** What messages call a file of it, and where that is. */
  nameOf: (file: string) => string;
  /** Absent where nobody can say what stands in a folder, as on the web. */
  list?: ListFolder;
  /** Reads files, in the same order; `undefined` for what is not there. */
  read: (files: readonly string[]) => Promise<(Uint8Array | undefined)[]>;
}

/**
 * The names that stand in a folder, and where it is behind all links; `undefined` when there is no such folder, or when a
 * link leads out of the place.
 */
export type ListFolder = (folder: string) => Promise<ListedFolder | undefined>;

export interface ListedFolder {
  real: string;
  names: string[];
  /** Those of the names that are repositories of their own, whose files are not there. */
  submodules?: readonly string[];
}

export function leadsOut(name: string): UsageError {
  return new UsageError(`${name} is a symbolic link that leads out of its folder.`);
}

export function tooLarge(name: string, most: number): UsageError {
  return new UsageError(`${name} has more than ${most} bytes; it is not a page that can be read.`);
}

/**
 * Counts the bytes of pages, before they are in memory where that can be told.
 *
 * @returns takes the size of a page off what all may have; throws UsageError where it is too much
 */
export function roomFor(most: number): (name: string, size: number) => void {
  let left = most;
  return (name, size) => {
    left -= size;
    if (left < 0)
      throw new UsageError(`${name} is one page too many: all have over ${most} bytes.`);
  };
}
