/** The models of all sources, for commands that look something up in them. */
import { existsSync } from 'node:fs';
import { pathIn } from '../../cwd.ts';
import { isError, type Diagnostic } from '../../diagnostics.ts';
import { installedModels } from '../../input/installed-models.ts';
import { readModelAt } from '../../input/model-file.ts';
import type { Model } from '../../model/model.ts';
import { modelSources } from '../../pipeline.ts';
import type { Context } from './context.ts';
import { readNamedDocs } from './docs.ts';
import { printDiagnostics, usualDocs, type DocsFolder } from './options.ts';

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
