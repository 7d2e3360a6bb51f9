/**
 * The way from docs to generated files, stage by stage. This file is the map of the house:
 *
 *     read ─► parse ─► interpret ─► resolve ─► model ─► emit ─► format ─► write
 *
 * Everything between `read` and `write` is pure: the same docs give the same files, in any order, at any time.
 */
import type { VFileMessage } from 'vfile-message';
import { VFile } from 'vfile';
import { decodeFile } from './input/decode.ts';
import { report, severityOf, sortDiagnostics, type RuleId } from './diagnostics.ts';
import { reportUnaccounted } from './dialects/account.ts';
import { readCorrection, type Correction } from './source/correction.ts';
import { dialects } from './dialects/index.ts';
import type { OutputFiles } from './emit/index.ts';
import { kindOf } from './emit/kinds.ts';
import { parseOnce, parsePage, type ParsePage } from './markdown/parse.ts';
import { openPages } from './source/pages.ts';
import type { AppliedCorrection, DocumentedEvent, Model, Position } from './model/model.ts';
import { splitPosition } from './model/position.ts';
import type { DocsFiles } from './input/docs-folder.ts';
import { applyCorrections } from './resolve/corrections.ts';
import { resolveSource } from './resolve/resolve.ts';
import { sourceFilesOf, type SourceFiles } from './input/sources.ts';
import { readSource, type Source } from './source/manifest.ts';

/** What became of one source. */
export interface SourceResult {
  id: string;
  /** Absent when its `source.json` cannot be used. */
  model?: Model;
  diagnostics: VFileMessage[];
  /** The pages that were read, each with its account, in the order of their paths. */
  pages: VFile[];
  /** Events that were left out because their own page, or a correction of it, has an error. */
  leftOut: string[];
  /** Whether the model holds events and no error concerns them, so that files may be made of it. */
  sound: boolean;
  /** How long it took, in milliseconds. */
  milliseconds: number;
}

export interface PipelineOptions {
  /** Leave out the events whose page has an error, so that the others can be generated. */
  keepGoing?: boolean;
  /** How pages are parsed, each once a run; runs that share pages share what they have parsed. */
  parse?: ParsePage;
}

/** parse ─► interpret ─► resolve ─► model: every source of a docs folder, by id. */
export function modelSources(docs: DocsFiles, options: PipelineOptions = {}): SourceResult[] {
  const { keepGoing = false, parse = parsePage } = options;
  return sourceFilesOf(docs).map((source) => modelSource(source, keepGoing, parseOnce(parse)));
}

/** The events that fail although others were left out. */
function newlyFailed({ failed }: Run, leftOut: ReadonlyMap<string, string>): [string, string][] {
  return [...failed].filter(([key]) => !leftOut.has(key));
}

/** How often a source is read without the events that failed, before all of it is left out. */
const mostRounds = 10;

function modelSource(source: SourceFiles, keepGoing: boolean, parse: ParsePage): SourceResult {
  const { id } = source;
  const start = performance.now();
  const first = runSource(source, parse, new Map());
  const leftOut = new Map<string, string>();
  let run = first;
  let failed = keepGoing ? newlyFailed(run, leftOut) : [];
  const diagnostics = [...first.diagnostics];
  // What is left out may have documented a shape of another event, which then fails in its turn.
  for (let rounds = 0; !run.unusable && failed.length > 0 && rounds < mostRounds; rounds++) {
    for (const [key, name] of failed) leftOut.set(key, name);
    run = runSource(source, parse, leftOut);
    failed = newlyFailed(run, leftOut);
    diagnostics.push(...run.diagnostics.filter((message) => severityOf(message) === 'error'));
  }
  return {
    id,
    ...(run.model && { model: run.model }),
    diagnostics: sortDiagnostics(diagnostics),
    pages: first.pages,
    leftOut: [...leftOut.values()].toSorted(),
    sound:
      run.model !== undefined &&
      run.model.events.length > 0 &&
      !run.unusable &&
      newlyFailed(run, leftOut).length === 0,
    milliseconds: performance.now() - start,
  };
}

/** What one run over the pages of a source gives. */
interface Run {
  model?: Model;
  diagnostics: VFileMessage[];
  pages: VFile[];
  /** Events (where they are unknown, pages) with an error of their own or in a correction of theirs, key to name. */
  failed: Map<string, string>;
  /** Whether an error concerns more than single events: one of `source.json` or of an index. */
  unusable: boolean;
}

/** Tells an event from one of the same name in the other direction. */
function keyOf({ direction, name }: DocumentedEvent): string {
  return `${direction} ${name}`;
}

/** @param leftOut events that are read and corrected, but do not become part of the model, by their keys */
function runSource(
  { id, files: contents, refusal }: SourceFiles,
  parse: ParsePage,
  leftOut: ReadonlyMap<string, string>,
): Run {
  const files = new Map(
    Array.from(contents, ([path, content]) => [path, decodeFile(path, content)] as const),
  );
  const manifest = files.get(`${id}/source.json`) ?? missingManifest(id, files);
  if (refusal !== undefined) report(manifest, 'source-too-large', undefined, refusal);
  const source = refusal === undefined ? sourceOf(id, manifest) : undefined;
  const interpreted = source && interpret(source, manifest, files, parse, leftOut);
  const diagnostics = sortDiagnostics(
    Array.from(files.values(), ({ messages }) => messages).flat(),
  );
  const failed = new Map(
    Array.from(interpreted?.failed ?? [], (event) => [keyOf(event), event.name]),
  );
  const shared = [`${id}/source.json`, ...(source?.index ?? []).map(({ page }) => `${id}/${page}`)];
  let unusable = false;
  for (const message of diagnostics) {
    const file = message.file ?? '';
    if (severityOf(message) !== 'error') continue;
    // A correction that can be read names the events that it fails on; one that cannot concerns who knows what.
    if (file.startsWith(`${id}/corrections/`))
      unusable ||= failed.size === 0 || message.ruleId === 'correction-invalid';
    else if (shared.includes(file)) unusable = true;
    else {
      const event = interpreted?.eventOfPage.get(file);
      failed.set(event ? keyOf(event) : file, event?.name ?? file);
    }
  }
  const pages = [...files.values()].filter((file) => file !== manifest);
  return { ...(interpreted && { model: interpreted.model }), diagnostics, pages, failed, unusable };
}

/** Reads a `source.json`, unless the folder of what is generated of it would be taken for a generated file. */
function sourceOf(id: string, manifest: VFile): Source | undefined {
  if (kindOf(id) === undefined) return readSource(id, manifest);
  const sentence = `the folder "${id}" must not be named like a generated file; take the ending off.`;
  report(manifest, 'source-invalid', undefined, sentence);
  return undefined;
}

/** Stands for a `source.json` that is not there: pages without one are not passed over in silence. */
function missingManifest(id: string, files: Map<string, VFile>): VFile {
  const manifest = new VFile({ path: `${id}/source.json`, value: '' });
  files.set(manifest.path, manifest);
  return manifest;
}

/** What the model keeps of a correction. */
function appliedOf({ position, target, was, reason, evidence }: Correction): AppliedCorrection {
  return { position, target: target.text, was: was.text, reason, evidence };
}

/** interpret ─► resolve: the pages of a source to its model, and the events that its corrections failed on. */
function interpret(
  source: Source,
  manifest: VFile,
  files: ReadonlyMap<string, VFile>,
  parse: ParsePage,
  leftOut: ReadonlyMap<string, string>,
): { model: Model; failed: Set<DocumentedEvent>; eventOfPage: Map<string, DocumentedEvent> } {
  const dialect = dialects[source.dialect];
  const pages = openPages(manifest, files, source, dialect, parse);
  const documented = dialect.readSource(pages);
  pages.reportUnlisted();
  const reportAt = (rule: RuleId, position: Position, sentence: string): void => {
    // What is left out may be all that a declaration matched.
    if (rule === 'shape-unmatched' && leftOut.size > 0) return;
    const { file, line, column } = splitPosition(position);
    report(files.get(file) ?? manifest, rule, { line, column }, sentence);
  };
  const corrections = pages.corrections.flatMap((page) => readCorrection(page) ?? []);
  for (const { file } of pages.opened()) reportUnaccounted(file);
  const failed = applyCorrections(documented, corrections, reportAt);
  const events = documented.events.filter((event) => !leftOut.has(keyOf(event)));
  return {
    model: resolveSource(
      source.info,
      { ...documented, events },
      { shapes: source.shapes, corrections: corrections.map(appliedOf) },
      reportAt,
    ),
    failed,
    eventOfPage: new Map(documented.events.map((event) => [splitPosition(event.page).file, event])),
  };
}

export interface RenderOptions {
  /** Whether `models` are all there are; the files about all sources are made of nothing less. */
  shared?: boolean;
  /** The texts of `generator/runtime`, by the names of their files, which become a part of what is generated. */
  runtime?: ReadonlyMap<string, string>;
}

/** emit ─► format: every generated file, by its path relative to the output folder. */
export async function renderFiles(
  models: readonly Model[],
  { shared = true, runtime = new Map() }: RenderOptions = {},
): Promise<OutputFiles> {
  // ts-morph and prettier cost more to load than all pages to parse: only what renders loads them.
  const [{ emitRuntime, emitShared, emitSource }, { formatFiles }] = await Promise.all([
    import('./emit/index.ts'),
    import('./emit/format.ts'),
  ]);
  const files = new Map([
    ...models.flatMap((model) => [...emitSource(model)]),
    ...(shared ? emitShared(models) : []),
  ]);
  return new Map([
    ...(await formatFiles(files)),
    // These are files of this program, formatted as its others.
    ...(models.length > 0 ? emitRuntime(runtime) : []),
  ]);
}
