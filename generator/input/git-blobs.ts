/** Reads blobs of a git repository as they are: no attribute of it changes anything. */
import { UsageError } from '../errors.ts';
import { git, type RunOptions } from './git.ts';

/** The sizes of blobs in bytes, in the same order. */
export async function sizesOfBlobs(
  folder: string,
  ids: readonly string[],
  env?: RunOptions['env'],
): Promise<number[]> {
  const answers = await run(folder, ['cat-file', '--batch-check'], ids.join('\n'), env);
  const lines = answers.toString().split('\n');
  return ids.map((id, i) => {
    const [, size] = /^\w+ blob (\d+)$/.exec(lines[i] ?? '') ?? [];
    if (size === undefined) throw missing(id);
    return Number(size);
  });
}

/** Reads many blobs in one run. Each begins with a line, `<id> blob <size>`, and ends with a line break. */
export async function readBlobs(
  folder: string,
  ids: readonly string[],
  env?: RunOptions['env'],
): Promise<Uint8Array[]> {
  const output = await run(folder, ['cat-file', '--batch'], ids.join('\n'), env);
  let offset = 0;
  return ids.map((id) => {
    const end = output.indexOf('\n', offset);
    const [, size] = /^\w+ blob (\d+)$/.exec(output.toString('utf8', offset, end)) ?? [];
    if (size === undefined) throw missing(id);
    const start = end + 1;
    offset = start + Number(size) + 1;
    return output.subarray(start, offset - 1);
  });
}

async function run(
  folder: string,
  args: readonly string[],
  input: string,
  env: RunOptions['env'] = {},
): Promise<Buffer> {
  const outcome = await git(folder, args, { input, env });
  if (!outcome.ok) throw new UsageError(`git cannot read the docs: ${outcome.reason}.`);
  return outcome.output;
}

function missing(id: string): UsageError {
  return new UsageError(`git cannot read ${id}: it is not in the repository.`);
}
