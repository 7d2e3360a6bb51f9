/** `check`: whether the generated files are what the docs say. */
import path from 'node:path';
import { compareOutput, type Differences } from '../output/folder.ts';
import type { Context } from './shared/context.ts';
import {
  exitStatus,
  optionsOf,
  type ExitStatus,
  type GeneratedFolder,
  type Define,
} from './shared/options.ts';
import { listed, render } from './shared/render.ts';
import { compareText } from '../text.ts';

export type CheckOptions = GeneratedFolder;

export const define: Define = (command, { ends, context }) => {
  command.action(ends((options: CheckOptions) => check(options, context)));
};

export async function check(options: CheckOptions, context: Context): Promise<ExitStatus> {
  const { docsSrc, out } = options;
  const { cwd, print, warn } = context;
  const { status, sources, faulty, output } = await render(options, context);
  const lines = output
    ? linesOf(compareOutput(out, output, cwd), output.files.size, options, context)
    : [];
  for (const line of lines) warn(line);
  for (const { id, leftOut } of sources)
    if (leftOut.length > 0) warn(`${id} was checked without ${listed(leftOut)}.`);
  for (const { id } of faulty) warn(`${id} was not checked: its docs have errors.`);
  if (status !== exitStatus.fine || !output) return status;
  if (lines.length > 0) return exitStatus.look;
  print(`${out} is up to date with ${docsSrc}: ${output.files.size} files.`);
  return exitStatus.fine;
}

/**
 * What is to be looked at, and the command that fixes it.
 *
 * @param count how many files there should be
 */
function linesOf(
  differences: Differences,
  count: number,
  options: CheckOptions,
  { commandLine }: Context,
): string[] {
  const { stale, missing, leftOver, foreign, traces } = differences;
  const { out } = options;
  const command = (...more: string[]): string =>
    commandLine('generate', [...optionsOf(options), ...more]);
  const isNew = missing.length >= count;
  const files = [
    ...stale.map((file) => ({ file, what: 'is stale.' })),
    ...(isNew ? [] : missing).map((file) => ({ file, what: 'is missing.' })),
    ...leftOver.map((file) => ({ file, what: 'is left over.' })),
    ...foreign.map((file) => ({
      file,
      what: `is not written by realtime-events: move it away, or run ${command('--force')}`,
    })),
  ];
  return [
    ...(traces.length > 0
      ? [`${out} is incomplete, a run was cut off while it wrote: run ${command()}`]
      : []),
    ...(isNew ? [`${out} has none of the ${count} files.`] : []),
    ...files
      .toSorted((a, b) => compareText(a.file, b.file))
      .map(({ file, what }) => `${path.join(out, file)} ${what}`),
    ...(stale.length + missing.length + leftOver.length > 0 ? [`Run ${command()}`] : []),
  ];
}
