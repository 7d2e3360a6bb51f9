/** `generate`: makes the output folder what the docs say. */
import path from 'node:path';
import { columns } from '../reports/columns.ts';
import type { Model } from '../model/model.ts';
import { isRuledOut } from '../model/support.ts';
import { fieldsOf } from '../model/walk.ts';
import { pathIn } from '../cwd.ts';
import { UsageError } from '../errors.ts';
import { realPlace, refuseGitFolder } from '../output/place.ts';
import type { Context } from './shared/context.ts';
import type { KnownSource, Recall } from './shared/known-sources.ts';
import { lastRun } from './shared/last-run.ts';
import {
  exitStatus,
  type Define,
  type ExitStatus,
  type GeneratedFolder,
} from './shared/options.ts';

export interface GenerateOptions extends GeneratedFolder {
  /** Whether files that are not ours are replaced. */
  force?: boolean;
}

export const define: Define = (command, { ends, context }) => {
  command
    .option('--force', 'replace files that this program did not write')
    .action(ends((options: GenerateOptions) => generate(options, context)));
};

export async function generate(options: GenerateOptions, context: Context): Promise<ExitStatus> {
  const { docsSrc, out } = options;
  const { cwd, print, warn } = context;
  refuseOverlap(docsSrc, out, cwd);
  refuseGitFolder(out, cwd);
  const { printed, sources, keep } = lastRun(options, context);
  if (printed) {
    for (const line of printed.warned) warn(line);
    for (const line of columns(printed.rows.map((row) => [...row, 'unchanged']))) print(line);
    return exitStatus.fine;
  }
  const { recallFrom, storedSources } = await import('./shared/known-sources.ts');
  const warned: string[] = [];
  const { status, rows, known, isRepeatable } = await generateChanged(
    options,
    {
      ...context,
      warn(line) {
        warned.push(line);
        warn(line);
      },
    },
    recallFrom(sources, pathIn(cwd, out)),
  );
  keep({
    printed: isRepeatable ? { warned, rows } : undefined,
    sources: { ...sources, ...storedSources(known) },
  });
  return status;
}

/** What a run did. */
interface Generated {
  status: ExitStatus;
  /** The lines of the sources, without the time that each took. */
  rows: string[][];
  known: readonly KnownSource[];
  /** Whether the same files would give the same again. */
  isRepeatable: boolean;
}

/** @param recall gives sources that have not changed */
async function generateChanged(
  options: GenerateOptions,
  context: Context,
  recall: Recall,
): Promise<Generated> {
  const { out, force = false } = options;
  const { cwd, print, warn } = context;
  // Nothing of this is loaded where nothing has changed.
  const { listed, render } = await import('./shared/render.ts');
  const { updateOutput } = await import('../output/folder.ts');
  const { status, sources, faulty, output, isClosed, known } = await render(
    options,
    context,
    recall,
  );
  let removed: string[] = [];
  if (!output) warn('Nothing was generated.');
  else {
    removed = await updateOutput(out, output, { cwd, force });
    for (const file of removed) print(`removed ${path.join(out, file)}`);
    for (const { id, leftOut } of sources)
      if (leftOut.length > 0) warn(`${id} was generated without ${listed(leftOut)}.`);
  }
  for (const id of faulty) warn(`${id} was not generated: its files stay as they were.`);
  if (faulty.length > 0 && !options.keepGoing)
    warn('Fix the errors, or generate the other events with --keep-going.');
  const summaries = sources.flatMap(({ id, model, diagnostics, milliseconds }) =>
    model
      ? [{ row: [id, ...counts(model), `${diagnostics.length} diagnostics`], milliseconds }]
      : [],
  );
  for (const line of columns(
    summaries.map(({ row, milliseconds }) => [
      ...row,
      milliseconds === undefined ? 'unchanged' : `${milliseconds.toFixed(0)} ms`,
    ]),
  ))
    print(line);
  return {
    status,
    rows: summaries.map(({ row }) => row),
    known,
    isRepeatable: status === exitStatus.fine && isClosed && removed.length === 0,
  };
}

/**
 * Refuses to generate into the docs, or around them: what is generated would be read as pages.
 *
 * @throws UsageError
 */
function refuseOverlap(docsSrc: string, out: string, cwd: string): void {
  const [docs, output] = [realPlace(path.resolve(cwd, docsSrc)), realPlace(path.resolve(cwd, out))];
  if (isBelow(docs, output) || isBelow(output, docs))
    throw new UsageError(
      `cannot write into ${out}: the docs are in ${docsSrc}, and what is generated would be read with them; name another folder.`,
    );
}

/** Whether a folder is another, or below it. */
function isBelow(inner: string, outer: string): boolean {
  const way = path.relative(outer, inner);
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}

/** What a source documents, and what is flagged. */
function counts(model: Model): string[] {
  const fields = model.events.reduce((sum, event) => sum + fieldsOf(model, event).length, 0);
  const unsupported = model.events.filter(({ support }) => isRuledOut(support)).length;
  return [`${model.events.length} events`, `${fields} fields`, `${unsupported} unsupported`];
}
