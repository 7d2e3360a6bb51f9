/** `check`: whether the generated files are what the docs say. */
import path from 'node:path';
import { compareOutput, type Comparison } from '../output/folder.ts';
import type { Context } from './shared/context.ts';
import { exitStatus, type ExitStatus, type Folders } from './shared/options.ts';
import { render } from './shared/render.ts';

export async function check({ docsSrc, out }: Folders, context: Context): Promise<ExitStatus> {
  const { cwd, print, warn } = context;
  const { status, output } = await render(docsSrc, context);
  if (!output) return status;
  const differences = describeComparison(await compareOutput(out, output.files, cwd));
  if (differences.length === 0) {
    print(`${out} is up to date with ${docsSrc}: ${output.files.size} files.`);
    return exitStatus.fine;
  }
  const options = [
    docsSrc === 'docs-src' ? '' : ` --docs-src ${quoted(docsSrc)}`,
    out === 'generated' ? '' : ` --out ${quoted(out)}`,
  ].join('');
  const command = `npm run generate${options === '' ? '' : ` --${options}`}`;
  for (const { file, what } of differences) warn(`${path.join(out, file)} ${what}: run ${command}`);
  return exitStatus.look;
}

/** A folder as the shell takes it. */
function quoted(folder: string): string {
  return /^[\w./-]+$/.test(folder) ? folder : `'${folder.replaceAll("'", `'\\''`)}'`;
}

function describeComparison({
  stale,
  missing,
  leftOver,
}: Comparison): { file: string; what: string }[] {
  return [
    ...stale.map((file) => ({ file, what: 'is stale' })),
    ...missing.map((file) => ({ file, what: 'is missing' })),
    ...leftOver.map((file) => ({ file, what: 'is left over' })),
  ].toSorted((a, b) => (a.file < b.file ? -1 : 1));
}
