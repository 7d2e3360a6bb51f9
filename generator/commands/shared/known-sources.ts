/**
 * What a run leaves of each source for the next one: a source that is made of the same again is neither read nor rendered.
 * On the disk it is the generated files themselves, by their hashes, with what they do not hold beside them.
 */
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { OutputFiles } from '../../emit/index.ts';
import type { SourceFiles } from '../../input/sources.ts';
import type { Model } from '../../model/model.ts';
import { hashOf, withOurLineEnds } from '../../output/output-manifest.ts';
import { textOf } from '../../output/text-of.ts';
import type { SourceResult } from '../../pipeline.ts';

/** What `generate` needs of a source. */
export type ReadSource = Omit<SourceResult, 'lines'>;

/** A source as a run read and rendered it. */
export interface KnownSource {
  /** Everything that it was made of, beside the program, as one hash. */
  madeOf: string;
  /** Before names of other sources were held against these. */
  result: ReadSource;
  /** How much it took of what reading all sources may take. */
  work: number;
  files: OutputFiles;
}

/** Gives a source as an earlier run made it of the same, if it is known. */
export type Recall = (id: string, madeOf: string) => KnownSource | undefined;

export const recallNothing: Recall = () => undefined;

/** What sources have in common, or tell each other, that changes what is made of each. */
export interface MadeWith {
  /** The hash of the docs of each source, by id. */
  hashes: ReadonlyMap<string, string>;
  /** Whatever else it is, as JSON keeps it. */
  settings: readonly unknown[];
}

/** Everything that a source is made of, beside the program, as one hash. */
export function madeOf({ id, files }: SourceFiles, { hashes, settings }: MadeWith): string {
  // Files that are not read are not hashed, but that they are there is reported.
  const all = [hashes.get(id), [...files.keys()], settings];
  return createHash('sha256').update(JSON.stringify(all)).digest('hex');
}

/** Takes a known source in the place of reading it, unless reading would have been refused this time. */
export function taken(
  known: KnownSource | undefined,
  { refusal, work }: SourceFiles,
): KnownSource | undefined {
  if (!known || refusal !== undefined || known.work > work.left) return undefined;
  work.left -= known.work;
  if (work.faults !== undefined) work.faults -= known.result.diagnostics.length;
  return known;
}

/** A known source as it is kept on the disk: files by their hashes, and the model in one of them. */
export interface StoredSource extends Omit<KnownSource, 'result' | 'files'> {
  result: Omit<ReadSource, 'model'>;
  files: Record<string, string>;
}

export type StoredSources = Record<string, StoredSource>;

export function storedSources(sources: readonly KnownSource[]): StoredSources {
  const written = sources.filter(({ files }) => files.size > 0);
  return Object.fromEntries(
    written.map(({ result, files, ...known }) => {
      const { model: _, ...rest } = result;
      const hashes = Array.from(files, ([file, text]) => [file, hashOf(text)] as const);
      return [result.id, { ...known, result: rest, files: Object.fromEntries(hashes) }];
    }),
  );
}

/** Recalls sources of the runs of this process. */
export function recallAmong(known: ReadonlyMap<string, KnownSource>): Recall {
  return (id, wanted) => {
    const source = known.get(id);
    return source?.madeOf === wanted ? source : undefined;
  };
}

/** Recalls sources whose files still stand in the output folder as they were written. */
export function recallFrom(stored: StoredSources, out: string): Recall {
  const sources = new Map(Object.entries(stored));
  return (id, wanted) => {
    const source = sources.get(id);
    if (source?.madeOf !== wanted) return undefined;
    const files = filesAsWritten(source.files, out);
    const model = files?.get(`${id}/model.json`);
    if (!files || model === undefined) return undefined;
    return { ...source, result: { ...source.result, model: modelIn(model) }, files };
  };
}

function filesAsWritten(hashes: Record<string, string>, out: string): OutputFiles | undefined {
  const files = new Map<string, string>();
  for (const [file, hash] of Object.entries(hashes)) {
    const text = textOf(path.join(out, file));
    if (text === undefined || hashOf(text) !== hash) return undefined;
    files.set(file, withOurLineEnds(text));
  }
  return files;
}

/** The model in a file that this very program wrote: its hash says so. */
function modelIn(text: string): Model {
  const written: Model & { $comment: string; version: unknown } = JSON.parse(text);
  const { $comment: _, version: __, ...model } = written;
  return model;
}
