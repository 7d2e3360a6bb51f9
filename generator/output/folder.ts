/** The one place that touches the output folder: what it lacks, and how it gets it. */
import { lstatSync, mkdirSync, readdirSync, rmSync, rmdirSync, writeFileSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { bannerMark } from '../emit/text.ts';
import type { OutputFiles } from '../emit/index.ts';
import { pathIn } from '../cwd.ts';
import { isSystemError, UsageError } from '../errors.ts';
import { replaceFolder } from './replace-folder.ts';

/** How an output folder differs from what it should hold; paths are relative to it. */
export interface Comparison {
  /** Files that are there with another content. */
  stale: string[];
  /** Files that are not there. */
  missing: string[];
  /** Files that were generated once and no longer are. */
  leftOver: string[];
}

/**
 * Compares an output folder with the files that it should hold. A file that does not say that it was generated is
 * nobody's business but its owner's. Nothing is written.
 *
 * @throws UsageError when the folder cannot be read; one that is not there is empty
 */
export async function compareOutput(
  folder: string,
  files: OutputFiles,
  cwd = '.',
): Promise<Comparison> {
  const comparison: Comparison = { stale: [], missing: [], leftOver: [] };
  const present = await contentsOf(folder, cwd);
  for (const [file, text] of files) {
    const found = present.get(file);
    if (found === undefined) comparison.missing.push(file);
    else if (found !== text) comparison.stale.push(file);
  }
  for (const [file, text] of present) {
    if (!files.has(file) && isGenerated(file, text, present)) comparison.leftOver.push(file);
  }
  return comparison;
}

/** How a generated file begins, by its ending. */
const beginnings: Record<string, string> = {
  ts: `// ${bannerMark}`,
  md: `<!-- ${bannerMark}`,
  html: `<!-- ${bannerMark}`,
  json: `{\n  "$comment": "${bannerMark}`,
};

/** Whether a file is one that we wrote: it begins as ours do. A folder with a matrix is an output folder of its own. */
function isGenerated(file: string, text: string, present: ReadonlyMap<string, string>): boolean {
  const beginning = beginnings[path.extname(file).slice(1)];
  if (beginning === undefined || !text.startsWith(beginning)) return false;
  const folder = path.dirname(file);
  return folder === '.' || !present.has(`${folder}/support-matrix.ts`);
}

/**
 * Makes an output folder hold what it should: writes what is stale or missing, removes what is left over, all of it
 * or nothing. Files that are none of ours stay.
 *
 * @throws UsageError when the folder cannot be written, or has a symbolic link on the way to one of the files; it is
 *   then what it was before
 */
export function writeOutput(
  folder: string,
  files: OutputFiles,
  { stale, missing, leftOver }: Comparison,
  cwd = '.',
): void {
  const written = [...missing, ...stale];
  if (written.length + leftOver.length === 0) return;
  const change = (copy: string): void => {
    for (const file of [...written, ...leftOver]) checkWay(copy, file, folder);
    for (const file of leftOver) removeFile(copy, file);
    for (const file of written) {
      const place = path.join(copy, file);
      mkdirSync(path.dirname(place), { recursive: true });
      // In the place of one that nobody may write to, as well.
      rmSync(place, { force: true });
      writeFileSync(place, files.get(file) ?? '', { flag: 'wx' });
    }
  };
  replaceFolder(folder, change, cwd);
}

/** Refuses a file in the place of which there is something else, or that a symbolic link leads to, wherever to. */
function checkWay(copy: string, file: string, folder: string): void {
  const parts = file.split('/');
  for (let i = 1; i <= parts.length; i++) {
    const part = parts.slice(0, i).join('/');
    const found = lstatSync(path.join(copy, part), { throwIfNoEntry: false });
    if (!found) return;
    const isRight = part === file ? found.isFile() : found.isDirectory();
    if (isRight) continue;
    const what = found.isSymbolicLink()
      ? 'a symbolic link'
      : found.isDirectory()
        ? 'a folder'
        : 'a file';
    throw new UsageError(
      `cannot write ${folder}: ${path.join(folder, part)} is ${what}; remove it.`,
    );
  }
}

/** Removes a file, and the folder that is empty by it. */
function removeFile(copy: string, file: string): void {
  rmSync(path.join(copy, file));
  const parent = path.dirname(path.join(copy, file));
  if (parent !== copy && readdirSync(parent).length === 0) rmdirSync(parent);
}

/** The text files of the folder and of its subfolders, which is as deep as anything is generated. */
async function contentsOf(folder: string, cwd: string): Promise<Map<string, string>> {
  const place = pathIn(cwd, folder);
  const contents = new Map<string, string>();
  const visit = async (prefix: string, depth: number): Promise<void> => {
    const entries = await readdir(path.join(place, prefix), { withFileTypes: true });
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const file = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
      if (entry.isDirectory() && depth > 0) await visit(file, depth - 1);
      else if (entry.isFile() && /\.(?:ts|md|json|html)$/.test(entry.name)) {
        contents.set(file, await readFile(path.join(place, file), 'utf8'));
      }
    }
  };
  try {
    await visit('', 1);
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return contents;
    throw isSystemError(error) ? new UsageError(`cannot read ${folder}: ${error.message}.`) : error;
  }
  return contents;
}
