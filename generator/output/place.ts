/** Where output goes, and where it must not go. */
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../errors.ts';

/** Where a file or folder is, whatever links lead to it; of one that is not there, where it would be made. */
export function realPlace(place: string): string {
  return existsSync(place) || path.dirname(place) === place
    ? realpathSync(place)
    : path.join(realPlace(path.dirname(place)), path.basename(place));
}

/**
 * Refuses a place in the folder of git itself: a file there may be a hook, which git runs, or damage the repository.
 *
 * @param name what the file or folder is called
 * @param cwd the folder that its name starts from
 * @throws UsageError
 */
export function refuseGitFolder(name: string, cwd: string): void {
  const place = path.resolve(cwd, name);
  if (isInGitFolder(place) || isInGitFolder(realPlace(place)))
    throw new UsageError(
      `cannot write ${name}: it is in a folder .git, which belongs to git; name another place.`,
    );
}

/** In whatever letters: macOS and Windows do not tell them apart. */
function isInGitFolder(place: string): boolean {
  return place.split(/[\\/]/).some((part) => part.toLowerCase() === '.git');
}
