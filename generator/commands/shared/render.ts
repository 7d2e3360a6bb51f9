/** What `generate` writes and `check` compares. */
import { isError, type Diagnostic } from '../../diagnostics.ts';
import {
  joinFiles,
  modelSource,
  withOtherNamesChecked,
  type PipelineOptions,
} from '../../pipeline.ts';
import { emitRuntime } from '../../emit/runtime.ts';
import { dialectModulesOf } from '../../input/dialect-modules.ts';
import type { ImportExtension } from '../../emit/module-names.ts';
import type { OutputFiles } from '../../emit/index.ts';
import type { ParsePage } from '../../markdown/parse.ts';
import type { Model } from '../../model/model.ts';
import { programVersion } from '../../input/program.ts';
import { readPageParts } from '../../input/page-parts.ts';
import { readRuntimeModules } from '../../input/runtime-modules.ts';
import { docsHashes, sourceFilesOf, type SourceFiles } from '../../input/sources.ts';
import type { Output } from '../../output/folder.ts';
import { renamesIn } from '../../source/renames.ts';
import { severityInWords, summaryOf } from '../../lint/summary.ts';
import { counted } from '../../text.ts';
import type { Context } from './context.ts';
import { readNamedDocs, type NamedDocs } from './docs.ts';
import {
  madeOf,
  recallNothing,
  taken,
  type KnownSource,
  type MadeWith,
  type ReadSource,
  type Recall,
} from './known-sources.ts';
import type { Progress } from './progress.ts';
import { startRendering, type Rendering } from './rendering.ts';
import {
  docsOptionsOf,
  printDiagnostics,
  statusOf,
  type DocsFolder,
  type ExitStatus,
  type KeepsGoing,
} from './options.ts';

/** What became of a source, and how long it took; of one that was known, nothing. */
export interface TimedResult extends ReadSource {
  milliseconds: number | undefined;
}

export interface Rendered {
  /** What the diagnostics of the docs call for. */
  status: ExitStatus;
  /** The sources that files were made of. */
  sources: readonly TimedResult[];
  /** The sources of which none were made, as their docs have errors. */
  faulty: readonly ReadSource[];
  /** Absent: there is nothing to make files of. */
  output?: Output;
  /** Whether all of it comes from the docs and this program: a dialect from outside may read anything. */
  isClosed: boolean;
  /** What the next run need not find out again. */
  known: readonly KnownSource[];
  /** The dialects from outside. */
  modules: readonly string[];
}

/** What a run takes over from those before it. */
export interface Earlier {
  /** Gives sources that need not be read again. */
  recall?: Recall;
  parse?: ParsePage;
  /** What renders, and goes on when the run has ended. */
  rendering?: Rendering;
}

export interface RenderedDocs extends DocsFolder, KeepsGoing {
  /** The names of the sources that are wanted; none: all of them. */
  source: readonly string[];
  importExtension?: ImportExtension;
}

/**
 * Reads the docs and renders the files of the sources that are wanted; prints the errors of these, and how much else there
 * is to look at. One that has an error keeps none of the others from being rendered.
 *
 * @throws UsageError when the docs cannot be read, or have no source of such a name
 */
export function render(
  docs: RenderedDocs,
  context: Context,
  earlier: Earlier = {},
): Promise<Rendered> {
  return context.during('generate', (progress) => rendered(docs, context, earlier, progress));
}

async function rendered(
  { source: names, importExtension = 'js', keepGoing = false, ...docsOptions }: RenderedDocs,
  context: Context,
  { recall = recallNothing, parse, rendering: running }: Earlier,
  progress: Progress,
): Promise<Rendered> {
  const named = await readNamedDocs(docsOptions, context.cwd, names);
  const { severities, docs, wanted, dialects } = named;
  const hashes = docsHashes(docs);
  const isAll = names.length === 0;
  const renames = renamesIn(docs);
  const settings = [keepGoing, [...severities], importExtension, renames];
  const toMake = sourcesToMake(named, { hashes, settings }, recall);
  const rendering = running ?? startRendering(toMake.filter(({ known }) => !known).length);
  const options = { keepGoing, severities, dialects, ...(parse && { parse }) };
  try {
    const made = toMake.map((one, i) => {
      // Reading and rendering take about as long.
      progress({ share: i / toMake.length / 2, words: one.source.id });
      return makeSource(one, options, (model) => rendering.source(model, importExtension, renames));
    });
    const read = made.map(({ result, milliseconds }) => ({ ...result, milliseconds }));
    // The names of others can only be checked where all sources are read.
    const all = isAll ? withOtherNamesChecked(read, { severities, keepGoing }) : read;
    const status = tell(all, { ...docsOptions, source: names }, context);
    const sources = all.filter(({ sound }) => sound);
    const madeIds = new Set(sources.map(({ id }) => id));
    const isComplete = [...hashes.keys()].every((id) => madeIds.has(id));
    const models = sources.flatMap(({ model }) => model ?? []);
    const common = isComplete
      ? rendering.shared(models, importExtension, await readPageParts())
      : new Map();
    const known = await Promise.all(made.map(finished));
    const rest = {
      status,
      sources,
      faulty: all.filter(({ sound }) => !sound),
      isClosed: dialects.size === 0,
      known,
      modules: dialectModulesOf(wanted, docsOptions.docsSrc, context.cwd),
    };
    if (sources.length === 0) return rest;
    const runtime = emitRuntime(await readRuntimeModules(), importExtension);
    const texts = known.filter(({ result }) => madeIds.has(result.id)).map(({ files }) => files);
    const files = joinFiles([...texts, await common, runtime]);
    return { ...rest, output: outputOf(files, { hashes, madeIds, isAll, isComplete }) };
  } finally {
    if (!running) await rendering.end();
  }
}

/** Looks for each source among those that are known. */
function sourcesToMake(
  { wanted, dialects }: NamedDocs,
  madeWith: MadeWith,
  recall: Recall,
): ToMake[] {
  return sourceFilesOf(wanted).map((source) => {
    const hash = madeOf(source, madeWith);
    // What a dialect from outside makes of pages may depend on anything.
    return { source, hash, known: dialects.has(source.id) ? undefined : recall(source.id, hash) };
  });
}

/** What a run is about, of which the output folder is made. */
interface Extent {
  /** The hash of the docs of each source, by id. */
  hashes: ReadonlyMap<string, string>;
  /** The sources that have files. */
  madeIds: ReadonlySet<string>;
  /** Whether all sources are wanted, not single ones. */
  isAll: boolean;
  /** Whether all sources of the docs have files, so that there are those about all. */
  isComplete: boolean;
}

function outputOf(files: OutputFiles, { hashes, madeIds, isAll, isComplete }: Extent): Output {
  return {
    files,
    sources: new Map([...hashes].filter(([id]) => madeIds.has(id))),
    version: programVersion(),
    keeps(source) {
      if (source === undefined) return !isComplete;
      // What is left of a source that the docs no longer have goes, but not in a run of single sources.
      return !madeIds.has(source) && (hashes.has(source) || !isAll);
    },
  };
}

/** A source to be made, unless it is known. */
interface ToMake {
  source: SourceFiles;
  /** Of everything that it is made of. */
  hash: string;
  known: KnownSource | undefined;
}

/** A source as it is made: its files may still be in the making. Of one that is not sound, there are none. */
interface MadeSource extends Omit<KnownSource, 'files'> {
  files: Promise<OutputFiles> | OutputFiles;
  milliseconds: number | undefined;
}

/** Reads a source and begins to render it, unless it is known. */
function makeSource(
  { source, hash, known }: ToMake,
  options: PipelineOptions,
  filesOf: (model: Model) => Promise<OutputFiles>,
): MadeSource {
  const again = taken(known, source);
  if (again) return { ...again, milliseconds: undefined };
  const start = performance.now();
  const before = source.work.left;
  const { lines: _, ...result } = modelSource(source, options);
  const files = result.sound && result.model ? filesOf(result.model) : new Map();
  const work = before - source.work.left;
  return { madeOf: hash, result, work, files, milliseconds: performance.now() - start };
}

/** Waits for the files of a source. */
async function finished(source: MadeSource): Promise<KnownSource> {
  const { milliseconds: _, files, ...rest } = source;
  return { ...rest, files: await files };
}

/** Prints the errors of sources, and how much else there is to look at. */
function tell(
  sources: readonly ReadSource[],
  { source, ...docsOptions }: DocsFolder & { source: readonly string[] },
  context: Context,
): ExitStatus {
  const { warn } = context;
  const diagnostics = sources.flatMap((source) => source.diagnostics);
  const errors = diagnostics.filter(isError);
  printDiagnostics(docsOptions.docsSrc, errors, context);
  if (errors.length > 0) warn(`${counted(errors.length, 'error')} in the docs.`);
  const others = othersIn(diagnostics);
  const asked = source.flatMap((name) => ['--source', name]);
  const lint = context.commandLine('lint', [...docsOptionsOf(docsOptions), ...asked]);
  if (others !== undefined) warn(`${others} in the docs: ${lint} shows them.`);
  return statusOf(diagnostics);
}

/** How many diagnostics there are beside the errors, in words. */
function othersIn(diagnostics: readonly Diagnostic[]): string | undefined {
  const { warning, info } = summaryOf(diagnostics);
  const counts = [
    ...(warning > 0 ? [severityInWords(warning, 'warning')] : []),
    ...(info > 0 ? [severityInWords(info, 'info')] : []),
  ];
  return counts.length > 0 ? counts.join(' and ') : undefined;
}

/** Names in a sentence. */
export function listed(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
