/**
 * The program for other programs, as the package exports it (`realtime-events`): texts go in, plain data comes out. Nothing
 * here reads the docs from a disk, writes a file or keeps anything: the same texts give the same results.
 */
import type { Diagnostic, Severity } from './diagnostics.ts';
import type { Dialect } from './dialects/dialect.ts';
import { diffModels as findingsOf } from './diff/index.ts';
import type { Finding } from './diff/finding.ts';
import type { Role } from './diff/judge/judge.ts';
import { readModelFile } from './input/model-file.ts';
import { clashOf } from './emit/kinds.ts';
import { importExtensions, type ImportExtension } from './emit/module-names.ts';
import { UsageError } from './errors.ts';
import { readPageParts } from './input/page-parts.ts';
import { readRuntimeModules } from './input/runtime-modules.ts';
import type { Direction, Model, ReadingMode } from './model/model.ts';
import { renamesOf } from './model/pairing.ts';
import { modelSources as resultsOf, renderFiles as filesOf } from './pipeline.ts';
import { outcomeOf } from './runtime/outcomes.ts';
import type { Outcome } from './runtime/types.ts';
import { eventSetOf, type AnyEvent } from './validation/event-set.ts';

export type { Diagnostic, RuleId, Severity } from './diagnostics.ts';
export type { Dialect } from './dialects/dialect.ts';
export type { Finding, Place, Side } from './diff/finding.ts';
export type { Role } from './diff/judge/judge.ts';
export type { Verdict } from './diff/judgement.ts';
export type { ImportExtension } from './emit/module-names.ts';
export { UsageError } from './errors.ts';
export type * from './model/model.ts';
export type { Misfit, Outcome } from './runtime/types.ts';
export type { AnyEvent } from './validation/event-set.ts';

/** The files of a docs folder: texts, or bytes of UTF-8, by their paths: `acme/source.json`, `acme/server-events/index.md`. */
export type Docs = Readonly<Record<string, string | Uint8Array>>;

export interface ModelOptions {
  /** Whether events that have errors are left out, so that the rest of their source can be generated. */
  keepGoing?: boolean;
  /** What is wanted of single rules of the docs, by their names. */
  severities?: Readonly<Record<string, Severity | 'off'>>;
  /** Dialects of one's own, by the sources whose `source.json` names a module as its dialect. */
  dialects?: Readonly<Record<string, Dialect>>;
}

/** What became of one source. */
export interface ModeledSource {
  id: string;
  /** Absent when its `source.json` cannot be used. */
  model?: Model;
  diagnostics: Diagnostic[];
  /** The events that were left out because they have errors. */
  leftOut: string[];
  /** Whether the model holds events and no error concerns them, so that files may be made of it. */
  sound: boolean;
}

/**
 * Reads docs.
 *
 * @returns each source: its model, and what is wrong with its docs
 * @throws UsageError when a dialect of one's own fails
 */
export function modelSources(docs: Docs, options: ModelOptions = {}): ModeledSource[] {
  const { keepGoing = false, severities = {}, dialects = {} } = options;
  const text = new TextEncoder();
  const files = Object.entries(docs).map(
    ([path, file]) => [path, typeof file === 'string' ? text.encode(file) : file] as const,
  );
  const loaded = Object.entries(dialects).map(
    ([source, dialect]) => [source, { ok: true, dialect }] as const,
  );
  const results = resultsOf(new Map(files), {
    keepGoing,
    severities: new Map(Object.entries(severities)),
    dialects: new Map(loaded),
  });
  return results.map(({ id, model, diagnostics, leftOut, sound }) => ({
    id,
    ...(model && { model }),
    diagnostics,
    leftOut,
    sound,
  }));
}

export interface RenderOptions {
  /** What the names of modules end with where they import each other. */
  importExtension?: ImportExtension;
  /** Whether the models are those of all sources, so that the support matrix is made of them. */
  shared?: boolean;
}

/**
 * Renders what is generated of models.
 *
 * @returns the text of each file, by its path in the output folder: `acme/types.ts`, `runtime/outcomes.ts`
 * @throws UsageError when two models are of one source, the folder of one would be that of other files, or
 *   `importExtension` is none that there is
 */
export async function renderFiles(
  models: readonly Model[],
  { importExtension = 'js', shared = true }: RenderOptions = {},
): Promise<Record<string, string>> {
  // Of a program in JavaScript, nothing has checked it.
  if (!importExtensions.includes(importExtension))
    throw new UsageError(
      `importExtension must be one of ${importExtensions.join(', ')}; it is ${JSON.stringify(importExtension)}.`,
    );
  for (const [i, { source }] of models.entries()) {
    const clash = clashOf(source.id);
    if (clash !== undefined)
      throw new UsageError(`the source "${source.id}" must not be named ${clash}.`);
    if (models.findIndex((other) => other.source.id === source.id) < i)
      throw new UsageError(
        `two of the models are of the source "${source.id}"; render one of them.`,
      );
  }
  const [runtime, page] = await Promise.all([readRuntimeModules(), readPageParts()]);
  return Object.fromEntries(await filesOf(models, { importExtension, shared, runtime, page }));
}

/**
 * Compares two versions of a source.
 *
 * @param before absent when the source is new
 * @param after absent when it is gone
 * @param options `role`: whose code it is about. `others`: models of other sources, so that what these say of the names of the two is
 *   known, too
 * @returns what changed, and what that means for those who write code of this role
 */
export function diffModels(
  before: Model | undefined,
  after: Model | undefined,
  { role = 'client', others = [] }: { role?: Role; others?: readonly Model[] } = {},
): Finding[] {
  const models = [before, after, ...others].filter((model) => model !== undefined);
  return findingsOf(before, after, role, renamesOf(models));
}

/**
 * Holds messages against a model, as the parser that is generated of it does.
 *
 * @param messages each as JSON in text or in bytes of UTF-8, or parsed already
 * @param options `reading`: how the docs are read; absent: as the source says. `others`: models of other sources, so that
 *   what these call a thing is told, too
 * @returns what each message is: known, with what does not fit, unknown, or no event at all
 */
export function validate(
  model: Model,
  messages: Iterable<unknown>,
  {
    direction,
    reading,
    others = [],
  }: { direction: Direction; reading?: ReadingMode; others?: readonly Model[] },
): Outcome<AnyEvent>[] {
  const events = eventSetOf(model, direction, renamesOf([model, ...others]));
  return Array.from(messages, (message) => outcomeOf(message, events, reading));
}

/**
 * Reads the text of a `model.json`.
 *
 * @param name what messages call it
 * @throws UsageError that says where it is not a model
 */
export function readModel(text: string, name = 'model.json'): Model {
  return readModelFile(text, name);
}
