/** A file that was read is read anew once it is another one, and where it may be. */
import { lstatSync } from 'node:fs';
import { lstat, rename, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { updateOutput, type Output } from '../../generator/output/folder.ts';
import { ReadFiles } from '../../generator/output/read-files.ts';
import { readFiles, temporaryFolder } from '../support/repository.ts';

const longAgo = BigInt(Date.parse('2026-01-01')) * 1_000_000n;
const state = { dev: 1n, ino: 2n, size: 3n, mtimeNs: longAgo, ctimeNs: longAgo };

/** A file that was read when it was known by `state`, and holds something else now. */
async function readBefore(): Promise<{ file: string; read: ReadFiles }> {
  const file = path.join(await temporaryFolder({ 'a.ts': 'old' }), 'a.ts');
  const read = new ReadFiles();
  read.text(file, state);
  await writeFile(file, 'new');
  return { file, read };
}

it('a file that is as it was is not read again', async () => {
  const { file, read } = await readBefore();
  expect(read.text(file, state)).toBe('old');
});

it.each(['dev', 'ino', 'size', 'mtimeNs', 'ctimeNs'] as const)('another %s tells', async (what) => {
  const { file, read } = await readBefore();
  expect(read.text(file, { ...state, [what]: state[what] + 1n })).toBe('new');
});

it('a file that has just changed may change once more at the same time', async () => {
  const file = path.join(await temporaryFolder({ 'a.ts': 'old' }), 'a.ts');
  const read = new ReadFiles();
  const stats = lstatSync(file, { bigint: true });
  read.text(file, stats);
  await writeFile(file, 'new');
  expect(read.text(file, stats)).toBe('new');
});

it('what somebody does to the files of an output is undone by the next run that knows what it read', async () => {
  const folder = await temporaryFolder();
  const files = { 'radio/a.ts': 'a', 'radio/b.ts': 'b' };
  const output: Output = {
    files: new Map(Object.entries(files)),
    sources: new Map([['radio', 'docs']]),
    version: '1.0.0',
    keeps: () => false,
  };
  const read = new ReadFiles();
  await updateOutput(folder, output, { read });
  await updateOutput(folder, output, { read });

  const place = path.join(folder, 'radio/a.ts');
  const { atime, mtime } = await lstat(place);
  await writeFile(place, 'x');
  await utimes(place, atime, mtime);
  await writeFile(path.join(folder, 'other'), 'y');
  await rename(path.join(folder, 'other'), path.join(folder, 'radio/b.ts'));

  expect((await updateOutput(folder, output, { read })).written.size).toBe(2);
  expect(await readFiles(folder)).toMatchObject(files);
});
