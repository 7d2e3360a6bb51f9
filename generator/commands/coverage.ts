/** `coverage`: how much of the docs is concrete. */
import { coverageOf, coverageReport } from '../reports/coverage.ts';
import { readAllModels } from './shared/all-models.ts';
import type { Context } from './shared/context.ts';
import { statusOf, type DocsFolder, type ExitStatus, type Define } from './shared/options.ts';

export const define: Define = (command, { ends, context }) => {
  command.action(ends((folder: DocsFolder) => coverage(folder, context)));
};

/** Errors in the docs are printed first: what has one is not counted as its page means it. */
export async function coverage(folder: DocsFolder, context: Context): Promise<ExitStatus> {
  const { models, errors } = await readAllModels(folder, context);
  for (const line of coverageReport(models.map(coverageOf))) context.print(line);
  return statusOf(errors);
}
