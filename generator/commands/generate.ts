/** `generate`: makes the output folder what the docs say. */
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { columns } from '../reports/columns.ts';
import type { Model } from '../model/model.ts';
import { isRuledOut } from '../model/support.ts';
import { fieldsOf } from '../model/walk.ts';
import { pathIn, usualSettings } from '../cwd.ts';
import { UsageError } from '../errors.ts';
import type { Updated } from '../output/folder.ts';
import type { ReadFiles } from '../output/read-files.ts';
import { realPlace, refuseGitFolder } from '../output/place.ts';
import type { Context } from './shared/context.ts';
import type { KnownSource } from './shared/known-sources.ts';
import { lastRun, statesOf, type States } from './shared/last-run.ts';
import type { Earlier } from './shared/render.ts';
import {
  exitStatus,
  type Define,
  type ExitStatus,
  type GeneratedFolder,
} from './shared/options.ts';

export interface GenerateOptions extends GeneratedFolder {
  /** Whether files that are not ours are replaced. */
  force?: boolean;
  /** Whether to go on, and generate again whenever the docs have changed. */
  watch?: boolean;
}

export const define: Define = (command, { ends, context }) => {
  command
    .option('--force', 'replace files that this program did not write')
    .option('--watch', 'generate again whenever the docs have changed, until Ctrl-C')
    .action(ends((options: GenerateOptions) => generate(options, context)));
};

export async function generate(options: GenerateOptions, context: Context): Promise<ExitStatus> {
  const { docsSrc, out } = options;
  const { cwd, print, warn } = context;
  refuseOverlap(docsSrc, out, cwd);
  if (options.watch) return watch(options, context);
  refuseGitFolder(out, cwd);
  const { printed, sources, keep } = lastRun(options, context);
  if (printed) {
    for (const line of printed.warned) warn(line);
    for (const line of columns(printed.rows.map((row) => [...row, 'unchanged']))) print(line);
    return exitStatus.fine;
  }
  const { recallFrom, storedSources } = await import('./shared/known-sources.ts');
  const warned: string[] = [];
  const { status, rows, known, written, isRepeatable } = await generateChanged(
    options,
    {
      ...context,
      warn(line) {
        warned.push(line);
        warn(line);
      },
    },
    { recall: recallFrom(sources, pathIn(cwd, out)) },
  );
  const printedNow = isRepeatable ? { warned, rows } : undefined;
  keep({ printed: printedNow, sources: { ...sources, ...storedSources(known) } }, written);
  return status;
}

/** What a run did. */
interface Generated {
  status: ExitStatus;
  /** The lines of the sources, without the time that each took. */
  rows: string[][];
  known: readonly KnownSource[];
  /** The dialects from outside. */
  modules: readonly string[];
  /** The texts that were written, by their paths in the output folder. */
  written: ReadonlyMap<string, string>;
  /** Whether the same files would give the same again. */
  isRepeatable: boolean;
}

/** Generates until it is interrupted. What was read and parsed once is kept in this process. */
async function watch(options: GenerateOptions, context: Context): Promise<ExitStatus> {
  const { docsSrc, config = usualSettings } = options;
  const { cwd, warn } = context;
  const { whenChanged } = await import('./shared/watching.ts');
  const { recallAmong } = await import('./shared/known-sources.ts');
  const { startRendering } = await import('./shared/rendering.ts');
  const { parseChanged } = await import('../markdown/parsed-pages.ts');
  const { ReadFiles } = await import('../output/read-files.ts');
  const known = new Map<string, KnownSource>();
  // Both at once: the files of the source that has changed, and those about all.
  const [beside, here] = [startRendering(2), startRendering(1)];
  const rendering = { ...beside, shared: here.shared };
  const earlier = { recall: recallAmong(known), parse: parseChanged(), rendering };
  const read = new ReadFiles();
  let modules: readonly string[] = [];
  const files = () => [pathIn(cwd, config), ...modules];
  const folder = pathIn(cwd, docsSrc);
  let last: States | undefined;
  try {
    await whenChanged({ folder, files }, context, async (isFirst) => {
      const start = performance.now();
      const now = statesOf([folder, ...files()]);
      // One save may tell of itself more than once.
      if (now && isDeepStrictEqual(now, last)) return;
      last = now;
      const run = await generateChanged(options, context, earlier, read);
      modules = run.modules;
      for (const source of run.known) known.set(source.result.id, source);
      const watched = [docsSrc, config, ...modules.map((module) => path.relative(cwd, module))];
      warn(
        isFirst
          ? `Watching ${watched.join(', ')}; Ctrl-C ends it.`
          : `Done in ${(performance.now() - start).toFixed(0)} ms.`,
      );
    });
  } finally {
    await rendering.end();
  }
  return exitStatus.fine;
}

async function generateChanged(
  options: GenerateOptions,
  context: Context,
  earlier: Earlier,
  read?: ReadFiles,
): Promise<Generated> {
  const { out, force = false } = options;
  const { cwd, print, warn } = context;
  // Nothing of this is loaded where nothing has changed.
  const { listed, render } = await import('./shared/render.ts');
  const { updateOutput } = await import('../output/folder.ts');
  const { status, sources, faulty, output, isClosed, known, modules } = await render(
    options,
    context,
    earlier,
  );
  let updated: Updated = { removed: [], written: new Map() };
  if (!output) warn('Nothing was generated.');
  else {
    updated = await updateOutput(out, output, { cwd, force, ...(read && { read }) });
    for (const file of updated.removed) print(`removed ${path.join(out, file)}`);
    for (const { id, leftOut } of sources)
      if (leftOut.length > 0) warn(`${id} was generated without ${listed(leftOut)}.`);
  }
  for (const { id } of faulty) warn(`${id} was not generated: its files stay as they were.`);
  if (!options.keepGoing && faulty.some(({ unusable }) => !unusable))
    warn('Fix the errors, or generate the other events with --keep-going.');
  // Who watches wants to see what has changed.
  const shown = options.watch
    ? sources.filter(({ milliseconds }) => milliseconds !== undefined)
    : sources;
  const summaries = shown.flatMap(({ id, model, diagnostics, milliseconds }) =>
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
    modules,
    written: updated.written,
    isRepeatable: status === exitStatus.fine && isClosed && updated.removed.length === 0,
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
