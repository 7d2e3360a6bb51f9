/** The model of a source that a user names. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathIn } from '../../cwd.ts';
import { isError } from '../../diagnostics.ts';
import { installedModels } from '../../input/installed-models.ts';
import { readModelAt } from '../../input/model-file.ts';
import { UsageError } from '../../errors.ts';
import { sourceFilesOf } from '../../input/sources.ts';
import type { Model, Renames } from '../../model/model.ts';
import { renamesOf } from '../../model/pairing.ts';
import type { DocsFiles } from '../../input/docs.ts';
import { modelSource, type SourceResult } from '../../pipeline.ts';
import { renamesIn } from '../../source/renames.ts';
import type { Addition } from '../../resolve/additions.ts';
import type { Context } from './context.ts';
import { readNamedDocs } from './docs.ts';
import { printDiagnostics, usualDocs, type DocsFolder } from './options.ts';

/** The models that a command asked for, and what sources tell of the names of others. */
export interface NamedModels {
  models: Model[];
  renames: Renames[];
}

/**
 * Reads the models of sources, by their names, or of files that are a `model.json`. A source that is not in the docs may be
 * one of the package of types, where that is installed.
 *
 * @returns `undefined` where the docs of one have errors, which are printed
 * @throws UsageError when there is no such source or file
 */
export async function readModels(
  names: readonly string[],
  folder: DocsFolder,
  context: Context,
): Promise<NamedModels | undefined> {
  const { cwd } = context;
  const files = new Map(
    names.flatMap((name) => {
      const file = modelFileOf(name, folder, cwd);
      return file === undefined ? [] : [[name, file] as const];
    }),
  );
  const read = await readDocumented(
    names.filter((name) => !files.has(name)),
    folder,
    context,
  );
  if (!read) return undefined;
  const { models, renames } = read;
  for (const [name, file] of files) models.set(name, await readModelAt(file, cwd));
  const found = names.flatMap((name) => models.get(name) ?? []);
  return { models: found, renames: renames.length > 0 ? renames : renamesOf(found) };
}

/** The models of sources of the docs, by their names. */
async function readDocumented(
  names: readonly string[],
  folder: DocsFolder,
  context: Context,
): Promise<{ models: Map<string, Model>; renames: Renames[] } | undefined> {
  const models = new Map<string, Model>();
  if (names.length === 0) return { models, renames: [] };
  const { severities, docs, wanted, dialects } = await readNamedDocs(
    folder,
    context.cwd,
    names,
  ).catch((error: unknown) => {
    throw withInstalled(error, folder, context.cwd);
  });
  for (const source of sourceFilesOf(wanted)) {
    const { id, model, sound, diagnostics } = modelSource(source, { severities, dialects });
    if (!model || !sound) {
      printDiagnostics(folder.docsSrc, diagnostics.filter(isError), context);
      return undefined;
    }
    models.set(id, model);
  }
  return { models, renames: renamesIn(docs) };
}

/**
 * The `model.json` that is read in the place of pages: the one that is named, or that of the package of types where the
 * usual folder of docs has no such source.
 */
export function modelFileOf(
  name: string,
  { docsSrc }: DocsFolder,
  cwd: string,
): string | undefined {
  if (name.endsWith('.json')) return name;
  if (docsSrc !== usualDocs || existsSync(pathIn(cwd, path.join(docsSrc, name)))) return undefined;
  return installedModels(cwd).get(name);
}

/** Who looks for a source in vain may mean one of the package of types. */
function withInstalled(error: unknown, { docsSrc }: DocsFolder, cwd: string): unknown {
  const installed = docsSrc === usualDocs ? [...installedModels(cwd).keys()] : [];
  return error instanceof UsageError && installed.length > 0
    ? new UsageError(`${error.message} The package of types has ${installed.join(', ')}.`)
    : error;
}

/** The pages of a source, which can be read with other files beside them. */
export interface Pages {
  model: (options: {
    additions?: readonly Addition[];
    /** Files that are not there, by their paths in the docs folder. */
    more?: DocsFiles;
  }) => SourceResult;
}

/** @throws UsageError when the docs folder has no such source */
export async function readPages(
  name: string,
  folder: DocsFolder,
  { cwd }: Context,
): Promise<Pages> {
  const { severities, wanted, dialects } = await readNamedDocs(folder, cwd, [name]);
  return {
    model: ({ additions = [], more = new Map() }) => {
      const [source] = sourceFilesOf(new Map([...wanted, ...more]));
      if (!source) throw new UsageError(`${folder.docsSrc} has no source "${name}".`);
      return modelSource(source, { severities, dialects, additions });
    },
  };
}
