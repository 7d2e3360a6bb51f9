/** `generate`: everything, or nothing. */
import path from 'node:path';
import { columns } from '../reports/columns.ts';
import type { Model } from '../model/model.ts';
import { fieldsOf } from '../model/walk.ts';
import { UsageError } from '../errors.ts';
import { isBelow, mendFolder } from '../output/replace-folder.ts';
import { compareOutput, writeOutput } from '../output/folder.ts';
import type { Context } from './shared/context.ts';
import type { ExitStatus, Folders } from './shared/options.ts';
import { render, type TimedResult } from './shared/render.ts';

export interface GenerateOptions extends Folders {
  keepGoing?: boolean;
}

export async function generate(
  { docsSrc, out, keepGoing = false }: GenerateOptions,
  context: Context,
): Promise<ExitStatus> {
  const { cwd, print } = context;
  refuseOverlap(docsSrc, out, cwd);
  mendFolder(out, cwd);
  const { status, output } = await render(docsSrc, context, keepGoing);
  if (!output) return status;
  const comparison = await compareOutput(out, output.files, cwd);
  const leftOver = comparison.leftOver.filter((file) => !isOf(output.unsound, file));
  writeOutput(out, output.files, { ...comparison, leftOver }, cwd);
  for (const line of summaryLines(output.sources)) print(line);
  return status;
}

/**
 * Refuses to generate into the docs, or around them: what is generated would be read as pages.
 *
 * @throws UsageError
 */
function refuseOverlap(docsSrc: string, out: string, cwd: string): void {
  const [docs, output] = [path.resolve(cwd, docsSrc), path.resolve(cwd, out)];
  if (isBelow(docs, output) || isBelow(output, docs))
    throw new UsageError(`cannot write ${out}: ${docsSrc} holds the docs; name another folder.`);
}

/** Whether a generated file belongs to one of the sources, or to all of them together. */
function isOf(sources: readonly string[], file: string): boolean {
  return sources.some((id) => file.startsWith(`${id}/`) || !file.includes('/'));
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
  const unsupported = model.events.filter(({ support }) => support.status === 'unsupported').length;
  return [`${model.events.length} events`, `${fields} fields`, `${unsupported} unsupported`];
}
