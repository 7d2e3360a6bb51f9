/** The models of all sources, for commands that look something up in them. */
import { existsSync } from 'node:fs';
import { pathIn } from '../../cwd.ts';
import { isError, type Diagnostic } from '../../diagnostics.ts';
import { installedModels } from '../../input/installed-models.ts';
import { readModelAt } from '../../input/model-file.ts';
import type { Model } from '../../model/model.ts';
import { modelSources } from '../../pipeline.ts';
import type { Context } from './context.ts';
import { readNamedDocs, refuseUnknown } from './docs.ts';
import { modelFileOf } from './models.ts';
import { printDiagnostics, usualDocs, type DocsFolder } from './options.ts';

/** The models of the docs, and of what was named beside them. */
export interface Sources {
  models: Model[];
  /** The sources that were named. */
  ids: string[];
  /** The sources whose pages are in the docs folder. */
  documented: ReadonlySet<string>;
  errors: Diagnostic[];
}

/**
 * Reads all sources of the docs, for a third one may tell what two call the same, and those that are named and not among
 * them: a `model.json`, or a source of the package of types.
 *
 * @throws UsageError when there is no source of such a name
 */
export async function readSources(
  names: readonly string[],
  folder: DocsFolder,
  context: Context,
): Promise<Sources> {
  const { models: read, errors } = await readAllModels(folder, context);
  const known = new Set(read.map(({ source }) => source.id));
  const named = new Map<string, Model>();
  for (const name of names) {
    const file = known.has(name) ? undefined : modelFileOf(name, folder, context.cwd);
    if (file !== undefined) named.set(name, await readModelAt(file, context.cwd));
  }
  const others = names.filter((name) => !named.has(name));
  refuseUnknown(others, [...known], folder.docsSrc);
  const beside = new Set([...named.values()].map(({ source }) => source.id));
  return {
    models: [...read.filter(({ source }) => !beside.has(source.id)), ...named.values()],
    ids: names.map((name) => named.get(name)?.source.id ?? name),
    documented: new Set([...known].filter((id) => !beside.has(id))),
    errors,
  };
}

/**
 * The models of all sources that have one, and the errors of their docs, which are printed. Where there are no docs, they are
 * those of the package of types, if it is installed.
 */
export async function readAllModels(
  folder: DocsFolder,
  context: Context,
): Promise<{ models: Model[]; errors: Diagnostic[] }> {
  const { cwd } = context;
  const isThere = folder.docsSrc !== usualDocs || existsSync(pathIn(cwd, usualDocs));
  const installed = isThere ? [] : [...installedModels(cwd).values()];
  if (installed.length > 0) {
    const models = await Promise.all(installed.map((file) => readModelAt(file, cwd)));
    return { models, errors: [] };
  }
  const { docs, dialects, severities } = await readNamedDocs(folder, cwd);
  const sources = modelSources(docs, { dialects, severities });
  const errors = sources.flatMap(({ diagnostics }) => diagnostics.filter(isError));
  printDiagnostics(folder.docsSrc, errors, context);
  return { models: sources.flatMap(({ model }) => model ?? []), errors };
}
