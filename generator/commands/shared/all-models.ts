/** The models of all sources, for commands that look something up in them. */
import { isError, type Diagnostic } from '../../diagnostics.ts';
import type { Model } from '../../model/model.ts';
import { modelSources } from '../../pipeline.ts';
import type { Context } from './context.ts';
import { readNamedDocs } from './docs.ts';
import { printDiagnostics, type DocsFolder } from './options.ts';

/** The models of all sources that have one, and the errors of their docs, which are printed. */
export async function readAllModels(
  folder: DocsFolder,
  context: Context,
): Promise<{ models: Model[]; errors: Diagnostic[] }> {
  const { docs, dialects, severities } = await readNamedDocs(folder, context.cwd);
  const sources = modelSources(docs, { dialects, severities });
  const errors = sources.flatMap(({ diagnostics }) => diagnostics.filter(isError));
  printDiagnostics(folder.docsSrc, errors, context);
  return { models: sources.flatMap(({ model }) => model ?? []), errors };
}
