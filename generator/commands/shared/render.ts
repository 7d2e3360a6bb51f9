/** What `generate` writes and `check` compares. */
import { isError } from '../../diagnostics.ts';
import type { OutputFiles } from '../../emit/index.ts';
import { modelSource, renderFiles, type SourceResult } from '../../pipeline.ts';
import { readDocs } from '../../input/docs-folder.ts';
import { readRuntimeModules } from '../../input/runtime-modules.ts';
import { sourceFilesOf } from '../../input/sources.ts';
import type { Context } from './context.ts';
import { printDiagnostics, statusOf, type ExitStatus } from './options.ts';

/** What became of a source, and how long it took. */
export interface TimedResult extends SourceResult {
  milliseconds: number;
}

/** What can be generated. */
interface Output {
  sources: TimedResult[];
  /** Sources that were left out: what was generated of them before stays. */
  unsound: string[];
  files: OutputFiles;
}

export interface Rendered {
  /** What the diagnostics of the docs call for. */
  status: ExitStatus;
  /** Absent: errors in the docs forbid it. */
  output?: Output;
}

/** Reads the docs and renders all files; prints every diagnostic. */
export async function render(
  docsSrc: string,
  context: Context,
  keepGoing = false,
): Promise<Rendered> {
  const { cwd, warn } = context;
  const all = sourceFilesOf(await readDocs(docsSrc, cwd)).map((source): TimedResult => {
    const start = performance.now();
    const result = modelSource(source, { keepGoing });
    return { ...result, milliseconds: performance.now() - start };
  });
  const diagnostics = all.flatMap((source) => source.diagnostics);
  printDiagnostics(docsSrc, diagnostics, context);
  const status = statusOf(diagnostics);
  const errors = diagnostics.filter(isError).length;
  const sources = all.filter(({ sound }) => sound);
  if (errors > 0) warn(`${errors} ${errors === 1 ? 'error' : 'errors'} in the docs.`);
  if (errors > 0 && !keepGoing) {
    warn('Nothing was generated. Mend the errors, or generate the rest with --keep-going.');
    return { status };
  }
  for (const { id, sound, leftOut } of all) {
    if (!sound) warn(`${id} was left out.`);
    else if (leftOut.length > 0)
      warn(`${id} was generated without ${leftOut.map((name) => `"${name}"`).join(', ')}.`);
  }
  const models = sources.flatMap(({ model }) => model ?? []);
  const unsound = all.filter(({ sound }) => !sound).map(({ id }) => id);
  const files = await renderFiles(models, {
    shared: unsound.length === 0,
    runtime: await readRuntimeModules(),
  });
  return { status, output: { sources, unsound, files } };
}
