import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { chmod, readdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { mendFolder, replaceFolder } from '../../generator/output/replace-folder.ts';
import { readFiles, temporaryFolder } from '../support/repository.ts';

/** A process that is no more, and one that runs. */
const dead = spawnSync(process.execPath, ['--version']).pid;
const alive = process.ppid;

describe('a folder that was put aside', () => {
  it('is put back when nothing came in its place', async () => {
    const folder = await temporaryFolder({ [`.out.realtime-events-${dead}-old/a.ts`]: 'old' });
    mendFolder(path.join(folder, 'out'));
    expect(await readFiles(folder)).toEqual({ 'out/a.ts': 'old' });
  });

  it('is put back when a part of it is there, and the new one not yet in its place', async () => {
    const folder = await temporaryFolder({
      'out/a.ts': 'old',
      [`.out.realtime-events-${dead}-old/a.ts`]: 'old',
      [`.out.realtime-events-${dead}-old/b.ts`]: 'old',
      [`.out.realtime-events-${dead}/a.ts`]: 'new',
    });
    mendFolder(path.join(folder, 'out'));
    expect(await readFiles(folder)).toEqual({ 'out/a.ts': 'old', 'out/b.ts': 'old' });
  });

  it('is removed when somebody has put a folder of their own there', async () => {
    const folder = await temporaryFolder({
      'out/mine.ts': 'mine',
      [`.out.realtime-events-${dead}-old/a.ts`]: 'old',
      [`.out.realtime-events-${dead}/a.ts`]: 'new',
    });
    mendFolder(path.join(folder, 'out'));
    expect(await readFiles(folder)).toEqual({ 'out/mine.ts': 'mine' });
  });

  it('is removed when the new one is in its place', async () => {
    const folder = await temporaryFolder({
      'out/a.ts': 'new',
      [`.out.realtime-events-${dead}-old/a.ts`]: 'old',
    });
    mendFolder(path.join(folder, 'out'));
    expect(await readFiles(folder)).toEqual({ 'out/a.ts': 'new' });
  });
});

describe('what was made ready', () => {
  it('is removed when its run is no more', async () => {
    const folder = await temporaryFolder({ [`.out.realtime-events-${dead}/a.ts`]: 'half' });
    mendFolder(path.join(folder, 'out'));
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    ['of a run that goes on', `.out.realtime-events-${alive}/a.ts`],
    ['beside another folder', `.other.realtime-events-${dead}/a.ts`],
    ['of somebody else', '.out.realtime-events-mine/a.ts'],
  ])('stays: %s', async (_, file) => {
    const folder = await temporaryFolder({ [file]: 'theirs' });
    mendFolder(path.join(folder, 'out'));
    expect(await readFiles(folder)).toEqual({ [file]: 'theirs' });
  });
});

it('a folder with folders that nobody may write to is replaced', async () => {
  const folder = await temporaryFolder({ 'out/mine/a.ts': 'mine' });
  await chmod(path.join(folder, 'out/mine'), 0o500);
  replaceFolder(path.join(folder, 'out'), (copy) => writeFileSync(path.join(copy, 'b.ts'), 'b'));
  expect(await readFiles(folder)).toEqual({ 'out/b.ts': 'b', 'out/mine/a.ts': 'mine' });
  await chmod(path.join(folder, 'out/mine'), 0o700);
});

it('another run that was faster is not overwritten', async () => {
  const folder = await temporaryFolder();
  const out = path.join(folder, 'out');
  const faster = (): void => {
    mkdirSync(out);
    writeFileSync(path.join(out, 'a.ts'), 'faster');
  };
  expect(() => replaceFolder(out, faster)).toThrow(/^cannot write .*out: ENOTEMPTY: .*\.$/);
  expect(await readFiles(folder)).toEqual({ 'out/a.ts': 'faster' });
});
