/** The model of a source that a user names. */
import { existsSync } from 'node:fs';
import { sourceId } from '../../contract.ts';
import { pathIn } from '../../cwd.ts';
import { isError } from '../../diagnostics.ts';
import { readModelAt } from '../../input/model-file.ts';
import { UsageError } from '../../errors.ts';
import { sourceFilesOf } from '../../input/sources.ts';
import type { Model, Renames } from '../../model/model.ts';
import { renamesOf } from '../../model/pairing.ts';
import type { DocsFiles } from '../../input/docs.ts';
import { modelSource, renamesIn, type SourceResult } from '../../pipeline.ts';
import type { Addition } from '../../resolve/additions.ts';
import type { Context } from './context.ts';
import { readNamedDocs } from './docs.ts';
import { printDiagnostics, type DocsFolder } from './options.ts';

/**
 * Reads the models of sources of the docs folder, by their names, or of files that are a `model.json`.
 *
 * @returns the models, and what sources tell of the names of others; `undefined` where the docs of one have errors, which
 *   are printed
 * @throws UsageError when there is no such source or file
 */
export async function readModels(
  names: readonly string[],
  folder: DocsFolder,
  context: Context,
): Promise<{ models: Model[]; renames: Renames[] } | undefined> {
  const { cwd } = context;
  let renames: Renames[] = [];
  const sources = names.filter((name) => !isFile(name));
  const models = new Map<string, Model>();
  if (sources.length > 0) {
    const { severities, docs, wanted, dialects } = await readNamedDocs(folder, cwd, sources).catch(
      (error: unknown) => {
        throw withInstalledModel(error, sources, cwd);
      },
    );
    renames = renamesIn(docs);
    for (const source of sourceFilesOf(wanted)) {
      const { id, model, sound, diagnostics } = modelSource(source, {
        keepGoing: false,
        severities,
        dialects,
      });
      if (!model || !sound) {
        printDiagnostics(folder.docsSrc, diagnostics.filter(isError), context);
        return undefined;
      }
      models.set(id, model);
    }
  }
  for (const name of names.filter(isFile)) models.set(name, await readModelAt(name, cwd));
  const found = names.flatMap((name) => models.get(name) ?? []);
  return { models: found, renames: renames.length > 0 ? renames : renamesOf(found) };
}

/** Who looks for a source in vain may have its model, in the package of types. */
function withInstalledModel(error: unknown, names: readonly string[], cwd: string): unknown {
  const model = names
    .filter((name) => sourceId.test(name))
    .map((name) => `node_modules/realtime-event-types/dist/data/${name}/model.json`)
    .find((file) => existsSync(pathIn(cwd, file)));
  return error instanceof UsageError && model !== undefined
    ? new UsageError(`${error.message} A model.json may be named as well: ${model}`)
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

function isFile(name: string): boolean {
  return name.endsWith('.json');
}
