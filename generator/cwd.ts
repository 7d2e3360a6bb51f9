/** The names of files and folders start from the folder that the program was started in. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from './errors.ts';

/** Where the settings of a project are, unless it is said otherwise. */
export const usualSettings = 'realtime-events.json';

/**
 * Where a file or folder is that was named in a folder. Below `.`, the current folder, it keeps the name that it has,
 * so that what the system says of it is in the words of the user.
 */
export function pathIn(cwd: string, name: string): string {
  return path.isAbsolute(name) ? name : path.join(cwd, name);
}

/** The folder that the program was started in; `undefined` where somebody has removed it. */
export function currentFolder(): string | undefined {
  try {
    return process.cwd();
  } catch {
    return undefined;
  }
}

/**
 * Reads a text that people or this program wrote; what is larger than any of its kind is told from its size.
 *
 * @param most the bytes that it may have
 * @throws UsageError when it has more
 */
export async function readTextIn(cwd: string, name: string, most: number): Promise<string> {
  const place = pathIn(cwd, name);
  const { size } = await stat(place);
  if (size > most)
    throw new UsageError(
      `${name} has ${size} bytes, more than the ${most} that it may have; see that it is the file you mean.`,
    );
  return readFile(place, 'utf8');
}
