/** What `generate` writes and `check` compares. */
import { isError, type Diagnostic } from '../../diagnostics.ts';
import { UsageError } from '../../errors.ts';
import {
  modelSource,
  renamesIn,
  withOtherNamesChecked,
  type SourceResult,
} from '../../pipeline.ts';
import { emitRuntime } from '../../emit/runtime.ts';
import { loadDialects } from '../../input/dialect-modules.ts';
import type { ImportExtension } from '../../emit/imports.ts';
import type { OutputFiles } from '../../emit/index.ts';
import type { Model } from '../../model/model.ts';
import { readDocs } from '../../input/docs-folder.ts';
import { programVersion } from '../../input/program.ts';
import { readPageParts } from '../../input/page-parts.ts';
import { readRuntimeModules } from '../../input/runtime-modules.ts';
import { docsHashes, docsOfSources, sourceFilesOf } from '../../input/sources.ts';
import type { Output } from '../../output/folder.ts';
import { readSettings } from '../../settings.ts';
import { similarTo } from '../../runtime/similar.ts';
import { counted, summaryOf } from '../../lint/summary.ts';
import type { Context } from './context.ts';
import type { Progress } from './progress.ts';
import { startRendering } from './rendering.ts';
import {
  docsOptionsOf,
  printDiagnostics,
  statusOf,
  type DocsFolder,
  type ExitStatus,
  type KeepsGoing,
} from './options.ts';

/** What became of a source, and how long it took. */
export interface TimedResult extends SourceResult {
  milliseconds: number;
}

export interface Rendered {
  /** What the diagnostics of the docs call for. */
  status: ExitStatus;
  /** The sources that files were made of. */
  sources: readonly TimedResult[];
  /** The sources of which none were made, as their docs have errors. */
  faulty: readonly string[];
  /** Absent: there is nothing to make files of. */
  output?: Output;
  /** Whether all of it comes from the docs and this program: a dialect from outside may read anything. */
  isClosed: boolean;
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
export function render(docs: RenderedDocs, context: Context): Promise<Rendered> {
  return context.during('generate', (progress) => rendered(docs, context, progress));
}

async function rendered(
  { source: names, importExtension = 'js', keepGoing = false, ...docsOptions }: RenderedDocs,
  context: Context,
  progress: Progress,
): Promise<Rendered> {
  const { cwd } = context;
  const { severities } = await readSettings(docsOptions.config, cwd);
  const docs = await readDocs(docsOptions.docsSrc, cwd);
  const hashes = docsHashes(docs);
  refuseUnknown(names, [...hashes.keys()], docsOptions.docsSrc);
  const isAll = names.length === 0;
  const wanted = isAll ? docs : docsOfSources(docs, names);
  const dialects = await loadDialects(wanted, docsOptions.docsSrc, cwd);
  const toRead = sourceFilesOf(wanted);
  const rendering = startRendering(importExtension, renamesIn(docs), toRead.length);
  try {
    const begun = new Map<Model, Promise<OutputFiles>>();
    const read = toRead.map((source, i): TimedResult => {
      // Reading and rendering take about as long.
      progress({ share: i / toRead.length / 2, words: source.id });
      const start = performance.now();
      const result = modelSource(source, { keepGoing, severities, dialects });
      if (result.sound && result.model) begun.set(result.model, rendering.source(result.model));
      return { ...result, milliseconds: performance.now() - start };
    });
    // The names of others can only be checked where all sources are read.
    const all = isAll ? withOtherNamesChecked(read, { severities, keepGoing }) : read;
    const status = tell(all, docsOptions, context);
    const sources = all.filter(({ sound }) => sound);
    const faulty = all.filter(({ sound }) => !sound).map(({ id }) => id);
    const isClosed = dialects.size === 0;
    if (sources.length === 0) return { status, sources, faulty, isClosed };
    const made = new Set(sources.map(({ id }) => id));
    const shared = [...hashes.keys()].every((id) => made.has(id));
    const models = sources.flatMap(({ model }) => model ?? []);
    const texts = [
      ...models.map((model) => begun.get(model) ?? rendering.source(model)),
      ...(shared ? [rendering.shared(models, await readPageParts())] : []),
    ];
    const runtime = emitRuntime(await readRuntimeModules(), importExtension);
    const output: Output = {
      files: new Map([...(await Promise.all(texts)), runtime].flatMap((some) => [...some])),
      sources: new Map([...hashes].filter(([id]) => made.has(id))),
      version: programVersion(),
      keeps: (source) => {
        if (source === undefined) return !shared;
        // What is left of a source that the docs no longer have goes, but not in a run of single sources.
        return !made.has(source) && (hashes.has(source) || !isAll);
      },
    };
    return { status, sources, faulty, output, isClosed };
  } finally {
    await rendering.end();
  }
}

/** Prints the errors of sources, and how much else there is to look at. */
function tell(
  sources: readonly SourceResult[],
  docsOptions: DocsFolder,
  context: Context,
): ExitStatus {
  const { warn } = context;
  const diagnostics = sources.flatMap((source) => source.diagnostics);
  const errors = diagnostics.filter(isError);
  printDiagnostics(docsOptions.docsSrc, errors, context);
  if (errors.length > 0) warn(`${counted(errors.length, 'error')} in the docs.`);
  const others = othersIn(diagnostics);
  const lint = context.commandLine('lint', docsOptionsOf(docsOptions));
  if (others !== undefined) warn(`${others} in the docs: ${lint} shows them.`);
  return statusOf(diagnostics);
}

/** @throws UsageError when one of the names is that of no source */
export function refuseUnknown(
  names: readonly string[],
  ids: readonly string[],
  docsSrc: string,
): void {
  const unknown = names.find((name) => !ids.includes(name));
  if (unknown === undefined) return;
  const similar = similarTo(unknown, ids);
  const hint =
    similar === undefined ? `its sources are ${ids.join(', ')}.` : `did you mean ${similar}?`;
  throw new UsageError(`${docsSrc} has no source "${unknown}"; ${hint}`);
}

/** How many diagnostics there are beside the errors, in words. */
function othersIn(diagnostics: readonly Diagnostic[]): string | undefined {
  const { warning, info } = summaryOf(diagnostics);
  const counts = [
    ...(warning > 0 ? [counted(warning, 'warning')] : []),
    ...(info > 0 ? [counted(info, 'info')] : []),
  ];
  return counts.length > 0 ? counts.join(' and ') : undefined;
}

/** Names in a sentence. */
export function listed(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
