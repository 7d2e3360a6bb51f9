/** `coverage`: how much of the docs is concrete. */
import { coverageOf, coverageReport } from '../reports/coverage.ts';
import { isError } from '../diagnostics.ts';
import { modelSources } from '../pipeline.ts';
import { loadDialects } from '../input/dialect-modules.ts';
import { readSettings } from '../settings.ts';
import { readDocs } from '../input/docs-folder.ts';
import type { Context } from './shared/context.ts';
import {
  printDiagnostics,
  statusOf,
  type DocsFolder,
  type ExitStatus,
  type Define,
} from './shared/options.ts';

export const define: Define = (command, { ends, context }) => {
  command.action(ends((folder: DocsFolder) => coverage(folder, context)));
};

/** Errors in the docs are printed first: what has one is not counted as its page means it. */
export async function coverage(
  { docsSrc, config }: DocsFolder,
  context: Context,
): Promise<ExitStatus> {
  const { severities } = await readSettings(config, context.cwd);
  const docs = await readDocs(docsSrc, context.cwd);
  const dialects = await loadDialects(docs, docsSrc, context.cwd);
  const sources = modelSources(docs, { dialects, severities });
  const errors = sources.flatMap(({ diagnostics }) => diagnostics.filter(isError));
  printDiagnostics(docsSrc, errors, context);
  const models = sources.flatMap(({ model }) => model ?? []);
  for (const line of coverageReport(models.map(coverageOf))) context.print(line);
  return statusOf(errors);
}
