import type { Dialect } from './dialect.ts';
import { eventSummary } from './event-summary/index.ts';
import { gfmTables } from './gfm-tables/index.ts';
import { openaiReference } from './openai-reference/index.ts';
import { openaiTree } from './openai-tree/index.ts';
import { yandexRest } from './yandex-rest/index.ts';

/** Every dialect by the name that `source.json` gives it. A new dialect is one folder and one line here. */
export const dialects: Readonly<Record<string, Dialect>> = {
  'openai-tree': openaiTree,
  'openai-reference': openaiReference,
  'yandex-rest': yandexRest,
  'gfm-tables': gfmTables,
  'event-summary': eventSummary,
};

/** A dialect from outside, which a source names by its module; or why there is none. */
export type LoadedDialect = { ok: true; dialect: Dialect } | { ok: false; fault: string };

/** Dialects from outside, by the ids of the sources that name them. */
export type LoadedDialects = ReadonlyMap<string, LoadedDialect>;

/** Whether a source names a module of its own: a path from its folder, such as `./my-dialect.js`. */
export function isModule(name: string): boolean {
  return /^\.{1,2}\/\S*[^/\s]\.m?[jt]s$/.test(name);
}

/** Whether a source may name such a dialect. */
export function isDialectName(name: string): boolean {
  return Object.hasOwn(dialects, name) || isModule(name);
}

/**
 * The dialect of a name.
 *
 * @param loaded what came of its module, where it was loaded
 */
export function dialectNamed(name: string, loaded: LoadedDialect | undefined): LoadedDialect {
  const dialect = Object.hasOwn(dialects, name) ? dialects[name] : undefined;
  if (dialect) return { ok: true, dialect };
  const fault = `"dialect" names the code ${name}, which is loaded from the working tree alone, never from a commit or from a folder that is only compared; compare the model.json files that were generated instead.`;
  return loaded ?? { ok: false, fault };
}
