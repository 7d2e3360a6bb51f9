/** The models of all sources, for commands that look something up in them. */
import { isError, type Diagnostic } from '../../diagnostics.ts';
import { loadDialects } from '../../input/dialect-modules.ts';
import { readDocs } from '../../input/docs-folder.ts';
import type { Model } from '../../model/model.ts';
import { modelSources } from '../../pipeline.ts';
import { readSettings } from '../../settings.ts';
import type { Context } from './context.ts';
import { printDiagnostics, type DocsFolder } from './options.ts';

/** The models of all sources that have one, and the errors of their docs, which are printed. */
export async function readAllModels(
  { docsSrc, config }: DocsFolder,
  context: Context,
): Promise<{ models: Model[]; errors: Diagnostic[] }> {
  const { severities } = await readSettings(config, context.cwd);
  const docs = await readDocs(docsSrc, context.cwd);
  const dialects = await loadDialects(docs, docsSrc, context.cwd);
  const sources = modelSources(docs, { dialects, severities });
  const errors = sources.flatMap(({ diagnostics }) => diagnostics.filter(isError));
  printDiagnostics(docsSrc, errors, context);
  return { models: sources.flatMap(({ model }) => model ?? []), errors };
}
