/**
 * The way from docs to generated files, stage by stage. This file is the map of the house, whose rooms are the stages:
 *
 *     input ─► source ─► markdown ─► dialects ─► resolve ─► model ─► emit ─► output
 *
 * Everything between `input` and `output` is pure: the same docs give the same files, in any order, at any time.
 */
import { VFile } from 'vfile';
import { decodeFile } from './input/decode.ts';
import {
  diagnosticsAbout,
  diagnosticsIn,
  isError,
  report,
  sortDiagnostics,
  TooManyFaults,
  type Diagnostic,
  type RuleId,
  type Severities,
} from './diagnostics.ts';
import { fatesOf, type Fate } from './dialects/account.ts';
import { appliedOf, readCorrection, type Correction } from './source/correction.ts';
import type { Dialect } from './dialects/dialect.ts';
import type { LoadedDialect, LoadedDialects } from './dialects/index.ts';
import type { OutputFiles } from './emit/index.ts';
import type { ImportExtension } from './emit/module-names.ts';
import type { PageParts } from './emit/support/page.ts';
import { clashOf } from './emit/kinds.ts';
import { emitRuntime } from './emit/runtime.ts';
import { parseOnce, parsePage, type ParsePage } from './markdown/parse.ts';
import { limits } from './limits.ts';
import { dialectOf } from './source/dialect-of.ts';
import { openPages } from './source/pages.ts';
import type { DocumentedEvent, DocumentedSource, Model, Position, Renames } from './model/model.ts';
import { renamesOf } from './model/pairing.ts';
import { splitPosition } from './model/position.ts';
import type { DocsFiles } from './input/docs.ts';
import { applyCorrections } from './resolve/corrections.ts';
import { checkModel } from './resolve/checks.ts';
import { addedFields, type AddedField, type Addition } from './resolve/additions.ts';
import { needlessIn, objectPathsOf, settled } from './resolve/settlements.ts';
import { checkOtherNames } from './resolve/renames.ts';
import { resolveSource } from './resolve/resolve.ts';
import type { ReportAt } from './resolve/report-at.ts';
import { sourceFilesOf, type SourceFiles } from './input/sources.ts';
import {
  failuresOf,
  isTypeFaulty,
  keyOf,
  ownershipOf,
  takeSubjects,
  type Ownership,
} from './source/failures.ts';
import { readListed } from './source/listed.ts';
import { isSound, leaveOutFailed, type LeftOut, type Run } from './source/keep-going.ts';
import { readSource, type Source } from './source/source-json.ts';
import { readRenames, renamesFile } from './source/renames.ts';
import { weighed } from './source/severities.ts';
import { reportUnread, reportWordsOnly } from './source/unread.ts';

/** What became of one source: plain data, which can be cloned, kept and printed. */
export interface SourceResult {
  id: string;
  /** Absent when its `source.json` cannot be used. */
  model?: Model;
  diagnostics: Diagnostic[];
  /** What became of each line of each of its files but `source.json`, by their paths. */
  lines: Record<string, Fate[]>;
  /** Events that were left out because their own page, or a correction of it, has an error. */
  leftOut: string[];
  /** The same by their keys, which stay the same in every state of the docs. */
  leftOutByKey: Record<string, string>;
  /** Whether the model holds events and no error concerns them, so that files may be made of it. */
  sound: boolean;
  /** Whether an error concerns more than single events, so that leaving these out is of no use. */
  unusable: boolean;
  /** What is asked for with {@link PipelineOptions.additions}, in their order. */
  added?: AddedField[];
}

export interface PipelineOptions {
  /** Leave out the events whose page has an error, so that the others can be generated. */
  keepGoing?: boolean;
  /** What is left out in any case. */
  leaveOut?: LeftOut;
  /** What the project wants of single rules. */
  severities?: Severities;
  /** How pages are parsed, each once a source; runs that share pages share what they have parsed. */
  parse?: ParsePage;
  /** The dialects from outside, where the docs are those of the working tree. */
  dialects?: LoadedDialects;
  /** Fields that the pages may lack: what corrections that add them have to say is asked for. */
  additions?: readonly Addition[];
}

/** From `source` to `model`: every source of a docs folder, by id. */
export function modelSources(docs: DocsFiles, options: PipelineOptions = {}): SourceResult[] {
  const results = sourceFilesOf(docs).map((source) => modelSource(source, options));
  return withOtherNamesChecked(results, options);
}

/**
 * Holds what sources say of the names of others against those others, which takes all of them.
 *
 * @returns the same, with what is wrong
 */
export function withOtherNamesChecked<Result extends Omit<SourceResult, 'lines'>>(
  results: readonly Result[],
  { severities = new Map(), keepGoing = false }: PipelineOptions = {},
): Result[] {
  const models = results.flatMap(({ model }) => model ?? []);
  return results.map((result) => {
    if (!result.model?.renames) return result;
    const file = new VFile({ path: `${result.id}/${renamesFile}` });
    checkOtherNames(result.model, models, (rule, position, sentence) =>
      report(file, rule, position, sentence),
    );
    const found = weighed(diagnosticsIn(file), severities, true);
    return {
      ...result,
      diagnostics: sortDiagnostics([...result.diagnostics, ...found]),
      // A name that is nobody's is told nobody, so that the rest can do without it.
      sound: result.sound && (keepGoing || !found.some(isError)),
    };
  });
}

/** The same for one source. */
export function modelSource(
  source: SourceFiles,
  {
    keepGoing = false,
    leaveOut = new Map(),
    severities = new Map(),
    parse = parsePage,
    dialects,
    additions = [],
  }: PipelineOptions = {},
): SourceResult {
  const how = {
    parse: parseOnce(parse, source.work),
    severities,
    loaded: dialects?.get(source.id),
    additions,
    faults: source.work.faults ?? Infinity,
  };
  const run = (leftOut: LeftOut) => runSource(source, how, leftOut);
  const first = run(leaveOut);
  const { last, leftOut, diagnostics } = keepGoing
    ? leaveOutFailed(first, run, leaveOut)
    : { last: first, leftOut: leaveOut, diagnostics: first.diagnostics };
  if (source.work.faults !== undefined) source.work.faults -= first.diagnostics.length;
  return {
    id: source.id,
    ...(last.model && { model: last.model }),
    ...(first.added.length > 0 && { added: first.added }),
    diagnostics: sortDiagnostics(diagnostics),
    lines: first.lines,
    leftOut: [...leftOut.values()].toSorted(),
    leftOutByKey: Object.fromEntries(leftOut),
    sound: last.model !== undefined && last.model.events.length > 0 && isSound(last, leftOut),
    unusable: last.unusable,
  };
}

/** What one run over the pages of a source gives. */
interface SourceRun extends Run {
  model?: Model;
  lines: Record<string, Fate[]>;
  added: AddedField[];
}

/** How a source is read. */
interface Reading {
  parse: ParsePage;
  severities: Severities;
  /** The dialect from outside that it names, where it was loaded. */
  loaded: LoadedDialect | undefined;
  additions: readonly Addition[];
  /** How many faults may be reported. */
  faults: number;
}

/**
 * Reads a source once.
 *
 * @param leftOut events that are read and corrected, but do not become part of the model, by their keys
 */
function runSource(
  { id, files: contents, refusal }: SourceFiles,
  { parse, severities, loaded, additions, faults: mostFaults }: Reading,
  leftOut: LeftOut,
): SourceRun {
  const files = new Map(
    Array.from(contents, ([path, content]) => [path, decodeFile(path, content)] as const),
  );
  const sourceJson = files.get(`${id}/source.json`) ?? missingSourceJson(id, files);
  const faults = { left: mostFaults };
  for (const file of files.values()) if (file !== sourceJson) file.data.faults = faults;
  if (refusal !== undefined) report(sourceJson, 'source-too-large', undefined, refusal);
  const source = refusal === undefined ? sourceOf(id, sourceJson) : undefined;
  const dialect = source && dialectOf(source, sourceJson, loaded);
  const interpreted =
    dialect &&
    orTooManyFaults(sourceJson, () =>
      interpret(source, dialect, { sourceJson, files, parse, additions, severities }, leftOut),
    );
  const words = severities.get('words-only') ?? 'off';
  if (interpreted && words !== 'off') reportWordsOnly(interpreted.model, files);
  const reported = sortDiagnostics([...files.values()].flatMap(diagnosticsIn));
  const weighted = weighed(reported, severities, interpreted?.hasEvents ?? false);
  const diagnostics = interpreted ? interpreted.settle(weighted) : weighted;
  const failures = failuresOf(diagnostics, {
    id,
    indexes: (source?.index ?? []).map(({ page }) => `${id}/${page}`),
    owned: interpreted?.owned ?? new Map(),
    uncorrected: interpreted?.uncorrected ?? [],
  });
  const pages = [...files.values()].filter(
    (file) => file !== sourceJson && file.path !== `${id}/${renamesFile}`,
  );
  return {
    ...(interpreted && { model: interpreted.model }),
    diagnostics,
    lines: Object.fromEntries(pages.map((page) => [page.path, fatesOf(page)])),
    added: interpreted?.added ?? [],
    ...failures,
  };
}

/** Interprets a source, unless it has more faults than are told: then that is told. */
function orTooManyFaults(sourceJson: VFile, read: () => Interpreted): Interpreted | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof TooManyFaults)) throw error;
    const sentence = `the docs have more than ${limits.faults} faults up to here, and this source is not read any further; fix the first ones, and see that "dialect" names the syntax of its pages.`;
    report(sourceJson, 'source-too-large', undefined, sentence);
    return undefined;
  }
}

/** Reads a `source.json`, unless the folder of what is generated of it would be taken for a generated file. */
function sourceOf(id: string, sourceJson: VFile): Source | undefined {
  const clash = clashOf(id);
  if (clash === undefined) return readSource(id, sourceJson);
  const sentence = `the folder "${id}" must not be named ${clash}.`;
  report(sourceJson, 'source-invalid', undefined, sentence);
  return undefined;
}

/** Stands for a `source.json` that is not there: pages without one are not passed over in silence. */
function missingSourceJson(id: string, files: Map<string, VFile>): VFile {
  const sourceJson = new VFile({ path: `${id}/source.json`, value: '' });
  files.set(sourceJson.path, sourceJson);
  return sourceJson;
}

/** What a source is read from, and how. */
interface SourceInput {
  sourceJson: VFile;
  files: ReadonlyMap<string, VFile>;
  parse: ParsePage;
  additions: readonly Addition[];
  severities: Severities;
}

/** What the pages of a source are read as. */
interface Interpreted {
  model: Model;
  hasEvents: boolean;
  owned: Ownership;
  /** The events that a correction failed on. */
  uncorrected: Set<DocumentedEvent>;
  /** Makes info of the faults that a correction settles. */
  settle: (diagnostics: readonly Diagnostic[]) => Diagnostic[];
  added: AddedField[];
}

/** What may be wrong with what is declared beside the pages of events. */
const declarationRules: ReadonlySet<RuleId> = new Set([
  'shape-unmatched',
  'alias-unknown',
  'rename-unknown',
]);

/** From `markdown` to `model`: what the pages of a source say, corrected, resolved and checked. */
function interpret(
  source: Source,
  dialect: Dialect,
  { sourceJson, files, parse, additions, severities }: SourceInput,
  leftOut: LeftOut,
): Interpreted {
  const fileOf = (position: Position): VFile =>
    files.get(splitPosition(position).file) ?? sourceJson;
  const reportAt: ReportAt = (rule, position, sentence, places) => {
    // What is left out may be all that a declaration is about.
    if (declarationRules.has(rule) && leftOut.size > 0) return;
    if (rule === 'event-type-missing') {
      const told = weighed(diagnosticsAbout('type', fileOf(position)), severities, true);
      if (isTypeFaulty(told, position, documented.events)) return;
    }
    report(fileOf(position), rule, position, sentence, places);
  };
  const pages = openPages({ source, sourceJson, files, dialect, parse });
  const documented = dialect.readSource(pages);
  const corrections = pages.corrections.flatMap((page) => readCorrection(page) ?? []);
  readListed(documented, corrections, dialect, pages.open, reportAt);
  const owned = ownershipOf(documented.events);
  reportUnread(pages, documented, owned, fileOf);
  const corrected = correct(documented, corrections, [...files.values()], owned, reportAt);
  const added = addedFields(additions, documented, dialect.fieldStatement?.bind(dialect));
  const events = documented.events.filter((event) => !leftOut.has(keyOf(event)));
  const declaredNames = files.get(`${source.info.id}/${renamesFile}`);
  const model = resolveSource(
    source.info,
    { ...documented, events },
    {
      shapes: source.shapes,
      aliases: source.aliases,
      renames: declaredNames && readRenames(declaredNames),
      corrections: corrections.map(appliedOf),
      typeLine: dialect.typeLine?.bind(dialect),
    },
    reportAt,
  );
  // Copies of a shape are checked as well, before they are joined.
  const copies = [
    ...events.map(({ body }) => body),
    ...documented.sections.map(({ type }) => type),
  ];
  checkModel(model, copies, reportAt);
  return { model, hasEvents: documented.events.length > 0, owned, added, ...corrected };
}

/** Applies corrections to what the pages say, and reports those that are needed no more. */
function correct(
  documented: DocumentedSource,
  corrections: readonly Correction[],
  files: readonly VFile[],
  owned: Ownership,
  reportAt: ReportAt,
): Pick<Interpreted, 'uncorrected' | 'settle'> {
  const subjects = takeSubjects(files, owned);
  const paths = objectPathsOf(documented);
  const { failed, settlements } = applyCorrections(documented, corrections, subjects, reportAt);
  const faults = files.flatMap(diagnosticsIn);
  for (const { correction, unchanged } of needlessIn(settlements, faults, paths)) {
    const [{ position } = { position: correction }] = unchanged;
    const sentence = `the docs say the same at ${position}; remove this correction.`;
    reportAt('correction-redundant', correction, sentence, [position]);
    for (const { event } of unchanged) if (event) failed.add(event);
  }
  return {
    uncorrected: failed,
    settle: (diagnostics) => settled(diagnostics, settlements, paths),
  };
}

export interface RenderOptions {
  /** Whether `models` are all there are; the files about all sources are made of nothing less. */
  shared?: boolean;
  /** The texts of `generator/runtime`, by the names of their files, which become a part of what is generated. */
  runtime?: ReadonlyMap<string, string>;
  /** The texts of `generator/page`, of which the page of the support matrix is made. */
  page?: PageParts;
  /** What the names of modules end with where they import each other. */
  importExtension?: ImportExtension;
  /** What sources tell of the names of others; absent: what the models tell. */
  renames?: readonly Renames[];
}

/** `emit`: every generated file, by its path relative to the output folder. */
export async function renderFiles(
  models: readonly Model[],
  {
    shared = true,
    runtime = new Map(),
    page,
    importExtension = 'js',
    renames = renamesOf(models),
  }: RenderOptions = {},
): Promise<OutputFiles> {
  // ts-morph costs as much to load as a source to read: only what renders loads it.
  const { emitShared, emitSource } = await import('./emit/index.ts');
  return joinFiles([
    ...models.map((model) => emitSource(model, importExtension, renames)),
    ...(shared ? [emitShared(models, importExtension, page)] : []),
    ...(models.length > 0 ? [emitRuntime(runtime, importExtension)] : []),
  ]);
}

/** The files of each source, those about all, and the runtime, as one folder. */
export function joinFiles(parts: readonly OutputFiles[]): OutputFiles {
  return new Map(parts.flatMap((files) => [...files]));
}
