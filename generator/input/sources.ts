/** The files of a docs folder, source by source, and how much of them is read. */
import { createHash } from 'node:crypto';
import { limits } from '../limits.ts';
import { marksToRead, workOfRun, type Work } from '../markdown/refuse.ts';
import { isDocsFile, type DocsFiles } from './docs.ts';

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
  // What may still be read, of all sources together.
  let marksLeft: number = limits.docsMarks;
  const work = workOfRun();
  return bySource(docs).map(([id, files]) => {
    const size = sizeOf(files);
    const refusal = refusalOf(size, marksLeft);
    if (refusal === undefined) marksLeft -= size.marks;
    return { id, files, refusal, work };
  });
}

/** The files of each source, by id. */
function bySource(docs: DocsFiles): [string, DocsFiles][] {
  const sources = new Map<string, Map<string, Uint8Array>>();
  for (const [file, content] of docs) {
    const end = file.indexOf('/');
    if (end < 0) continue;
    const id = file.slice(0, end);
    const files = sources.get(id) ?? new Map<string, Uint8Array>();
    sources.set(id, files.set(file, content));
  }
  return [...sources].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** How much there is to read; the marks only where the bytes are not too many already. */
function sizeOf(files: DocsFiles): { bytes: number; marks: number } {
  const contents = [...files.values()];
  const bytes = contents.reduce((sum, { length }) => sum + length, 0);
  if (bytes > limits.source) return { bytes, marks: 0 };
  const utf8 = new TextDecoder();
  return {
    bytes,
    marks: contents.reduce((sum, content) => sum + marksToRead(utf8.decode(content)), 0),
  };
}

/** Why the files of a source are not read; `undefined` when they are. */
function refusalOf(
  { bytes, marks }: { bytes: number; marks: number },
  marksLeft: number,
): string | undefined {
  const [has, most] =
    bytes > limits.source
      ? ['the files of this source have', `${limits.source} bytes`]
      : marks > limits.sourceMarks
        ? ['the files of this source have', `${limits.sourceMarks} marks of Markdown`]
        : marks > marksLeft
          ? ['this source and those before it have', `${limits.docsMarks} marks of Markdown`]
          : [];
  return has && `${has} more than ${most}, and this source is not read; split it.`;
}

/** The docs of some sources. */
export function docsOfSources(docs: DocsFiles, ids: readonly string[]): DocsFiles {
  return new Map([...docs].filter(([file]) => ids.includes(file.slice(0, file.indexOf('/')))));
}

/** A hash of the docs of each source, by id, whatever the ends of their lines became in a checkout. */
export function docsHashes(docs: DocsFiles): ReadonlyMap<string, string> {
  return new Map(bySource(docs).map(([id, files]) => [id, hashOf(files)]));
}

function hashOf(files: DocsFiles): string {
  const hash = createHash('sha256');
  // What is neither a page nor a source.json is not read.
  const read = [...files].filter(([file]) => isDocsFile(file));
  for (const [file, bytes] of read.toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const text = Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n');
    hash.update(`${file}\0${text.length}\0`).update(text, 'latin1');
  }
  return hash.digest('hex');
}
