/** The names of files and folders start from the folder that the program was started in. */
import path from 'node:path';

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
