/** `generate`: makes the output folder what the docs say. */
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { columns } from '../reports/columns.ts';
import type { Model } from '../model/model.ts';
import { isRuledOut } from '../model/support.ts';
import { fieldsOf } from '../model/walk.ts';
import { UsageError } from '../errors.ts';
import { updateOutput } from '../output/folder.ts';
import type { Context } from './shared/context.ts';
import type { Define, ExitStatus, GeneratedFolder } from './shared/options.ts';
import { listed, render, type TimedResult } from './shared/render.ts';

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
  const { docsSrc, out, force = false } = options;
  const { cwd, print, warn } = context;
  refuseOverlap(docsSrc, out, cwd);
  const { status, sources, faulty, output } = await render(options, context);
  if (!output) warn('Nothing was generated.');
  else {
    const removed = await updateOutput(out, output, { cwd, force });
    for (const file of removed) print(`removed ${path.join(out, file)}`);
    for (const { id, leftOut } of sources)
      if (leftOut.length > 0) warn(`${id} was generated without ${listed(leftOut)}.`);
  }
  for (const id of faulty) warn(`${id} was not generated: its files stay as they were.`);
  if (faulty.length > 0 && !options.keepGoing)
    warn('Fix the errors, or generate the other events with --keep-going.');
  for (const line of summaryLines(sources)) print(line);
  return status;
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

/** Where a folder is, whatever links lead to it; of one that is not there, where it would be made. */
function realPlace(folder: string): string {
  return existsSync(folder) || path.dirname(folder) === folder
    ? realpathSync(folder)
    : path.join(realPlace(path.dirname(folder)), path.basename(folder));
}

/** Whether a folder is another, or below it. */
function isBelow(inner: string, outer: string): boolean {
  const way = path.relative(outer, inner);
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}

/** One line a source: what it documents, what is flagged, what to look at, how long it took. */
function summaryLines(sources: readonly TimedResult[]): string[] {
  const rows = sources.flatMap(({ id, model, diagnostics, milliseconds }) =>
    model
      ? [
          [
            id,
            ...counts(model),
            `${diagnostics.length} diagnostics`,
            `${milliseconds.toFixed(0)} ms`,
          ],
        ]
      : [],
  );
  return columns(rows);
}

function counts(model: Model): string[] {
  const fields = model.events.reduce((sum, event) => sum + fieldsOf(model, event).length, 0);
  const unsupported = model.events.filter(({ support }) => isRuledOut(support)).length;
  return [`${model.events.length} events`, `${fields} fields`, `${unsupported} unsupported`];
}
