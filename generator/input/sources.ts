/** The files of a docs folder, source by source, and how much of them is read. */
import { createHash } from 'node:crypto';
import { limits } from '../limits.ts';
import { extentOf, workOfRun, type Extent, type Work } from '../markdown/refuse.ts';
import { isDocsFile, type DocsFiles } from './docs.ts';
import { compareText } from '../text.ts';

/** The files of one source, and why they are not read, if they are not. */
export interface SourceFiles {
  id: string;
  files: DocsFiles;
  refusal: string | undefined;
  /** What reading may still take, of all sources together. */
  work: Work;
}

/** The files of every source, by id; what is too much for one run is not read. */
export function sourceFilesOf(docs: DocsFiles): SourceFiles[] {
  let costLeft: number = limits.cost;
  const work = workOfRun();
  return docsBySource(docs).map(([id, files]) => {
    const size = sizeOf(files);
    const refusal = refusalOf(size, costLeft);
    if (refusal === undefined) costLeft -= size.cost;
    return { id, files, refusal, work };
  });
}

/** The files of each source, by id. */
export function docsBySource(docs: DocsFiles): [string, DocsFiles][] {
  const sources = new Map<string, Map<string, Uint8Array>>();
  for (const [file, content] of docs) {
    const end = file.indexOf('/');
    if (end < 0) continue;
    const id = file.slice(0, end);
    const files = sources.get(id) ?? new Map<string, Uint8Array>();
    sources.set(id, files.set(file, content));
  }
  return [...sources].toSorted(([a], [b]) => compareText(a, b));
}

interface Size extends Extent {
  bytes: number;
}

/** How much there is to read; what is in it only where the bytes are not too many already. */
function sizeOf(files: DocsFiles): Size {
  const contents = [...files.values()];
  const bytes = contents.reduce((sum, { length }) => sum + length, 0);
  if (bytes > limits.source) return { bytes, cost: 0, items: 0, quotes: 0 };
  const utf8 = new TextDecoder();
  const extents = contents.map((content) => extentOf(utf8.decode(content)));
  return {
    bytes,
    cost: extents.reduce((sum, { cost }) => sum + cost, 0),
    items: extents.reduce((sum, { items }) => sum + items, 0),
    quotes: extents.reduce((sum, { quotes }) => sum + quotes, 0),
  };
}

/** Why the files of a source are not read; `undefined` when they are. */
function refusalOf({ bytes, cost, items, quotes }: Size, costLeft: number): string | undefined {
  if (bytes > limits.source)
    return `the files of this source have more than ${limits.source} bytes, and this source is not read; split it.`;
  if (items > limits.sourceItems)
    return `the pages of this source have more than ${limits.sourceItems} list items, table rows and definitions, each of which may be a field, and this source is not read; split it.`;
  if (quotes > limits.sourceQuotes)
    return `the pages of this source have more than ${limits.sourceQuotes} quotation marks and marks of code, two of which each value has, and this source is not read; split it.`;
  if (cost > limits.cost)
    return `the pages of this source have more list items, table rows, values and marks of Markdown than can be read in ${limits.cost / 1000} seconds, and this source is not read; split it.`;
  if (cost > costLeft)
    return `this source and those before it have more list items, table rows, values and marks of Markdown than can be read in ${limits.cost / 1000} seconds, and this source is not read; put it into a docs folder of its own, or generate it by itself with --source.`;
  return undefined;
}

/** The ids of all sources, sorted. */
export function sourceIdsOf(docs: DocsFiles): string[] {
  return docsBySource(docs).map(([id]) => id);
}

/** The docs of some sources. */
export function docsOfSources(docs: DocsFiles, ids: readonly string[]): DocsFiles {
  const wanted = new Set(ids);
  return new Map([...docs].filter(([file]) => wanted.has(file.slice(0, file.indexOf('/')))));
}

/** A hash of the docs of each source, by id, whatever the ends of their lines became in a checkout. */
export function docsHashes(docs: DocsFiles): ReadonlyMap<string, string> {
  return new Map(docsBySource(docs).map(([id, files]) => [id, hashOf(files)]));
}

function hashOf(files: DocsFiles): string {
  const hash = createHash('sha256');
  // What is neither a page nor a source.json is not read.
  const read = [...files].filter(([file]) => isDocsFile(file));
  for (const [file, bytes] of read.toSorted(([a], [b]) => compareText(a, b))) {
    const text = Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n');
    hash.update(`${file}\0${text.length}\0`).update(text, 'latin1');
  }
  return hash.digest('hex');
}
