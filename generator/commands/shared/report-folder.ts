/** The folder that a report names its files from. */
import { fromTopOf } from '../../input/git.ts';

/** The formats of which a service makes marks on the files of a commit, wherever the command ran. */
const marking: ReadonlySet<string> = new Set(['github', 'sarif']);

/** The docs folder as a report names it: from the top of its repository for a service, from here for a person. */
export async function folderFor(format: string, folder: string, cwd = '.'): Promise<string> {
  return marking.has(format) ? fromTopOf(folder, cwd) : folder;
}
