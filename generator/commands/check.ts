/** `check`: whether the generated files are what the docs say. */
import path from 'node:path';
import { compareOutput, type Comparison } from '../output/folder.ts';
import { exitStatus, printLines, type ExitStatus, type Folders } from './shared/options.ts';
import { render } from './shared/render.ts';

export async function check({ docsSrc, out }: Folders): Promise<ExitStatus> {
  const { status, output } = await render(docsSrc);
  if (!output) return status;
  const differences = describeComparison(await compareOutput(out, output.files));
  if (differences.length === 0) {
    console.log(`${out} is up to date with ${docsSrc}: ${output.files.size} files.`);
    return exitStatus.fine;
  }
  const options = [
    docsSrc === 'docs-src' ? '' : ` --docs-src ${quoted(docsSrc)}`,
    out === 'generated' ? '' : ` --out ${quoted(out)}`,
  ].join('');
  const command = `npm run generate${options === '' ? '' : ` --${options}`}`;
  printLines(
    differences.map(({ file, what }) => `${path.join(out, file)} ${what}: run ${command}`),
    console.error,
  );
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
