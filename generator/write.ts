/** The one place that touches the output folder. */
import { lstat, mkdir, readFile, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bannerMark } from './emit/text.ts';
import type { OutputFiles } from './emit/index.ts';
import { isSystemError, UsageError } from './read.ts';

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
 * nobody's business but its owner's.
 *
 * @throws UsageError when the folder cannot be read; one that is not there is empty
 */
export async function compareOutput(folder: string, files: OutputFiles): Promise<Comparison> {
  const comparison: Comparison = { stale: [], missing: [], leftOver: [] };
  const present = await contentsOf(folder);
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
 * Makes an output folder hold what it should: writes what is stale or missing, removes what is left over.
 *
 * @throws UsageError when the folder cannot be written; before anything is, when a file stands where a folder must, or
 *   the other way round
 */
export async function writeOutput(
  folder: string,
  files: OutputFiles,
  { stale, missing, leftOver }: Comparison,
): Promise<void> {
  for (const file of missing) await refuseConflict(folder, file);
  try {
    for (const file of [...missing, ...stale])
      await writeWhole(path.join(folder, file), files.get(file) ?? '');
    for (const file of leftOver) await rm(path.join(folder, file));
    for (const parent of new Set(leftOver.map((file) => path.dirname(file)))) {
      if (parent !== '.') await removeIfEmpty(path.join(folder, parent));
    }
  } catch (error) {
    throw asUsageError(error, `cannot write ${folder}`);
  }
}

/** @throws UsageError when a folder stands where a file is to be, or a file where one of its folders is to be */
async function refuseConflict(folder: string, file: string): Promise<void> {
  const parts = file.split('/');
  for (const length of parts.keys()) {
    const place = parts.slice(0, length + 1).join('/');
    const found = await lstat(path.join(folder, place)).catch(() => undefined);
    if (!found) return;
    if (place === file && found.isDirectory())
      throw new UsageError(`cannot write ${folder}: ${file} is a folder there.`);
    if (place !== file && found.isFile())
      throw new UsageError(
        `cannot write ${folder}: ${place} is a file, but ${file} needs a folder there.`,
      );
  }
}

/** A file is there as a whole or not at all: what is cut off half-way is a temporary file. */
async function writeWhole(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, text);
    await rename(temporary, file);
  } finally {
    await rm(temporary, { force: true });
  }
}

async function removeIfEmpty(folder: string): Promise<void> {
  const entries = await readdir(folder);
  if (entries.length === 0) await rmdir(folder);
}

/** The text files of the folder and of its subfolders, which is as deep as anything is generated. */
async function contentsOf(folder: string): Promise<Map<string, string>> {
  const contents = new Map<string, string>();
  const visit = async (prefix: string, depth: number): Promise<void> => {
    const entries = await readdir(path.join(folder, prefix), { withFileTypes: true });
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const file = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
      if (entry.isDirectory() && depth > 0) await visit(file, depth - 1);
      else if (entry.isFile() && /\.(?:ts|md|json|html)$/.test(entry.name)) {
        contents.set(file, await readFile(path.join(folder, file), 'utf8'));
      }
    }
  };
  try {
    await visit('', 1);
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return contents;
    throw asUsageError(error, `cannot read ${folder}`);
  }
  return contents;
}

function asUsageError(error: unknown, doing: string): unknown {
  return isSystemError(error) ? new UsageError(`${doing}: ${error.message}.`) : error;
}
