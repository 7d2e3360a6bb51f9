/** The output folder: how it differs from what it should hold, and how it gets it. */
import { lstatSync, readdirSync, type Dirent } from 'node:fs';
import path from 'node:path';
import { pathIn } from '../cwd.ts';
import type { OutputFiles } from '../emit/index.ts';
import { isMarked, kindOf } from '../emit/kinds.ts';
import { readFailure, UsageError } from '../errors.ts';
import { changeFiles, tracesIn } from './files.ts';
import {
  hashOf,
  manifestFile,
  manifestText,
  readManifest,
  type OutputManifest,
} from './output-manifest.ts';
import { ReadFiles } from './read-files.ts';

/** What a run made. */
export interface Output {
  /** Every file that was made. */
  files: OutputFiles;
  /** The hashes of the docs that they were made from, by source. */
  sources: ReadonlyMap<string, string>;
  /** The version of the program. */
  version: string;
  /** Whether the other files of a source, or those of no single one, stay as they are. */
  keeps: (source: string | undefined) => boolean;
}

/** How an output folder differs from what it should hold; paths are relative to it. */
export interface Differences {
  /** Files of ours with another content. */
  stale: string[];
  /** Files that are not there. */
  missing: string[];
  /** Files that were generated once and no longer are. */
  leftOver: string[];
  /** What stands in the place of a generated file, and is not one. */
  foreign: string[];
  /** What a run left behind that was cut off. */
  traces: string[];
}

/** What was done to an output folder; paths are relative to it. */
export interface Updated {
  removed: readonly string[];
  /** The texts that were written, by their paths. */
  written: ReadonlyMap<string, string>;
}

/**
 * Compares an output folder with the files that it should hold. Nothing is written.
 *
 * @param cwd the folder that its name starts from
 * @throws UsageError when the folder cannot be read; one that is not there is empty
 */
export function compareOutput(folder: string, output: Output, cwd = '.'): Differences {
  return compare(folder, output, hashesOf(output), { cwd, read: new ReadFiles() }).differences;
}

/**
 * Makes an output folder hold what it should: writes what is stale or missing, removes what is left over. Files that
 * are none of ours stay.
 *
 * @param cwd the folder that its name starts from
 * @param force whether what is not ours is replaced where it stands in the place of a generated file
 * @param read what was read of the folder before, and is read again only where it has changed
 * @throws UsageError when there is something in the place of a file that is not ours, or when the folder cannot be
 *   written
 */
export async function updateOutput(
  folder: string,
  output: Output,
  {
    cwd = '.',
    force = false,
    read = new ReadFiles(),
  }: { cwd?: string; force?: boolean; read?: ReadFiles } = {},
): Promise<Updated> {
  const hashes = hashesOf(output);
  const before = compare(folder, output, hashes, { cwd, read });
  let updated: Updated = { removed: [], written: new Map() };
  if (Object.values(before.differences).every(({ length }) => length === 0)) return updated;
  await changeFiles(folder, cwd, before.concerned, () => {
    const { manifest, differences } = compare(folder, output, hashes, { cwd, read });
    const { stale, missing, leftOver, foreign } = differences;
    if (!force) refuseForeign(folder, foreign);
    const wanted = new Set([...stale, ...missing, ...foreign]);
    const write = new Map([...output.files].filter(([file]) => wanted.has(file)));
    const last = wanted.has(manifestFile) ? ([manifestFile, manifest] as const) : undefined;
    updated = { removed: leftOver, written: new Map([...write, ...(last ? [last] : [])]) };
    return { write, remove: leftOver, ...(last && { last }) };
  });
  return updated;
}

/** @throws UsageError when there is such a file */
function refuseForeign(folder: string, foreign: readonly string[]): void {
  if (foreign.length === 0) return;
  const files = foreign.map((file) => path.join(folder, file)).join(', ');
  const [are, them] = foreign.length === 1 ? ['is', 'it'] : ['are', 'them'];
  throw new UsageError(
    `cannot write ${folder}: ${files} ${are} in the place of a generated file, and not written by realtime-events; move ${them} away, or replace ${them} with --force.`,
  );
}

interface Compared {
  differences: Differences;
  /** The text of the manifest that the folder should have. */
  manifest: string;
  /** Every file that is ours, or will be. */
  concerned: string[];
}

/** The hashes of the files of an output, by their paths. */
type Hashes = ReadonlyMap<string, string>;

function hashesOf({ files }: Output): Hashes {
  return new Map(Array.from(files, ([file, text]) => [file, hashOf(text)] as const));
}

function compare(
  folder: string,
  output: Output,
  hashes: Hashes,
  { cwd, read }: { cwd: string; read: ReadFiles },
): Compared {
  const place = pathIn(cwd, folder);
  const { files, keeps } = output;
  try {
    const before = manifestOf(place, read);
    const manifest = manifestText(manifestAfter(before, output, hashes));
    const concerned = [...new Set([...files.keys(), ...before.files.keys()])];
    const differences: Differences = {
      stale: [],
      missing: [],
      leftOver: [...before.files.keys()].filter(
        (file) =>
          !files.has(file) && !keeps(sourceOf(file)) && at(place, file, read)?.text !== undefined,
      ),
      foreign: [],
      traces: tracesIn(place, concerned),
    };
    for (const [file, text] of [...files, [manifestFile, manifest] as const]) {
      const found = at(place, file, read);
      if (found === undefined) differences.missing.push(file);
      else if (found.text === text) continue;
      else if (before.files.has(file) || isOurs(file, found)) differences.stale.push(file);
      else differences.foreign.push(file);
    }
    return { differences, manifest, concerned };
  } catch (error) {
    throw readFailure(folder, error);
  }
}

/** What a manifest becomes by a run. */
function manifestAfter(
  before: OutputManifest,
  { sources, version, keeps }: Output,
  hashes: Hashes,
): OutputManifest {
  const keptSources = [...before.sources].filter(([id]) => keeps(id));
  const keptFiles = [...before.files].filter(([file]) => keeps(sourceOf(file)));
  return {
    version,
    sources: new Map([...keptSources, ...sources]),
    files: new Map([...keptFiles, ...hashes]),
  };
}

/** The source that a generated file is of; `undefined` for one of no single source. */
function sourceOf(file: string): string | undefined {
  return file.includes('/') ? file.slice(0, file.indexOf('/')) : undefined;
}

/** What stands at a place: a text in the line ends that ours have, or something that is not a file. */
interface Found {
  text?: string;
}

function at(place: string, file: string, read: ReadFiles): Found | undefined {
  const found = path.join(place, file);
  // A link on the way leads to what is not ours.
  if (file.includes('/') && !statsOf(path.dirname(found))?.isDirectory()) return undefined;
  const stats = statsOf(found);
  if (!stats) return undefined;
  return stats.isFile() ? { text: read.text(found, stats) } : {};
}

function statsOf(file: string) {
  return lstatSync(file, { bigint: true, throwIfNoEntry: false });
}

/** Whether a file is one that we wrote although no manifest lists it: a run that was cut off may have written it. */
function isOurs(file: string, { text }: Found): boolean {
  return text !== undefined && (file === manifestFile || isMarked(file, text));
}

/** What was written into a folder. One of an earlier version has no manifest, nor has one whose first run was cut off. */
function manifestOf(place: string, read: ReadFiles): OutputManifest {
  const manifest = readManifest(at(place, manifestFile, read)?.text ?? '');
  return manifest ?? { version: '', sources: new Map(), files: markedFiles(place, read) };
}

/** The files of a folder and of its subfolders that begin as ours do. */
function markedFiles(place: string, read: ReadFiles): Map<string, string> {
  const files = new Map<string, string>();
  const add = (file: string, isSure = false): void => {
    const text = at(place, file, read)?.text;
    if (text !== undefined && (isSure || isMarked(file, text))) files.set(file, hashOf(text));
  };
  for (const entry of entriesOf(place)) {
    if (entry.isFile() && kindOf(entry.name)) add(entry.name);
    if (!entry.isDirectory()) continue;
    const inner = entriesOf(path.join(place, entry.name));
    if (inner.some(({ name }) => name === manifestFile || name === 'support-matrix.ts')) continue;
    for (const { name } of inner) if (kindOf(name)) add(`${entry.name}/${name}`);
  }
  // This one has no banner.
  if (files.has('support-matrix.md')) add('support-matrix.json', true);
  return files;
}

function entriesOf(folder: string): Dirent[] {
  const isThere = lstatSync(folder, { throwIfNoEntry: false }) !== undefined;
  return isThere ? readdirSync(folder, { withFileTypes: true }) : [];
}
