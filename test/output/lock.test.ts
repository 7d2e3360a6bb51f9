import { readFileSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, symlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { isAbandoned, lockFile, withLock } from '../../generator/output/lock.ts';
import { readFiles, temporaryFolder } from '../support/repository.ts';

/** The ids of a process that runs, and of none: no system has so many. */
const running = process.ppid;
const gone = 2 ** 30;

const lockOf = (pid: number, host = hostname()): string => JSON.stringify({ pid, host });

/** Does nothing in a folder, and waits for nobody. */
const hold = (folder: string): Promise<string> => withLock(folder, 'out', () => 'done', 0);

describe('a lock', () => {
  it('is there while the work is done, and says whose it is', async () => {
    const folder = await temporaryFolder();
    const during = await withLock(folder, 'out', () =>
      readFileSync(path.join(folder, lockFile), 'utf8'),
    );
    expect(during).toBe(`${lockOf(process.pid)}\n`);
  });

  it('is gone afterwards', async () => {
    const folder = await temporaryFolder();
    await hold(folder);
    expect(await readdir(folder)).toEqual([]);
  });

  it('is gone as well when the work fails', async () => {
    const folder = await temporaryFolder();
    const fail = (): never => {
      throw new Error('no');
    };
    await expect(withLock(folder, 'out', fail)).rejects.toThrow('no');
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('the lock of another run', () => {
  it.each([
    ['here', lockOf(running), `process ${running} on ${hostname()}`],
    ['on another machine', lockOf(gone, 'elsewhere'), `process ${gone} on elsewhere`],
  ])('%s stays, and is named', async (_, text, holder) => {
    const folder = await temporaryFolder({ [lockFile]: text });
    await expect(hold(folder)).rejects.toThrow(
      `cannot write out: ${holder} is writing into it; try again later, or remove out/${lockFile} if there is no such process.`,
    );
    expect(await readFiles(folder)).toEqual({ [lockFile]: text });
  });

  it('that came in the place of one of nobody is put back', async () => {
    const folder = await temporaryFolder({ [lockFile]: lockOf(gone) });
    // The other run takes the lock over just when this one has found that nobody holds it.
    const kill = vi.spyOn(process, 'kill').mockImplementationOnce(() => {
      writeFileSync(path.join(folder, lockFile), lockOf(running));
      throw new Error('ESRCH');
    });
    await expect(hold(folder)).rejects.toThrow(`process ${running} on ${hostname()} is writing`);
    expect(await readFiles(folder)).toEqual({ [lockFile]: lockOf(running) });
    kill.mockRestore();
  });

  it('is waited for', async () => {
    const folder = await temporaryFolder();
    const order: string[] = [];
    const both = ['one', 'two'].map((run) => withLock(folder, 'out', () => order.push(run)));
    await Promise.all(both);
    expect(order).toEqual(['one', 'two']);
  });

  it.each([
    ['a process that is gone', lockOf(gone)],
    ['an earlier process of the same id', lockOf(process.pid)],
    ['a process that was cut off while it wrote it', ''],
  ])('is taken over from %s', async (_, text) => {
    const folder = await temporaryFolder({ [lockFile]: text });
    expect(await hold(folder)).toBe('done');
    expect(await readdir(folder)).toEqual([]);
  });

  it('is not looked for where a link leads', async () => {
    const folder = await temporaryFolder({ mine: lockOf(running) });
    await symlink('mine', path.join(folder, lockFile));
    expect(await hold(folder)).toBe('done');
    expect(await readFiles(folder)).toEqual({ mine: lockOf(running) });
  });
});

it('a folder in the place of a lock stays, and is told', async () => {
  const folder = await temporaryFolder();
  await mkdir(path.join(folder, lockFile));
  await expect(hold(folder)).rejects.toThrow('EISDIR');
  expect(await readdir(folder)).toEqual([lockFile]);
});

it.each([
  ['of a run that was cut off', lockOf(gone), true],
  ['of a run that goes on', lockOf(running), false],
  ['of a run on another machine, of which nobody can tell', lockOf(gone, 'elsewhere'), false],
])('a lock %s: is told from others', async (_, text, isCutOff) => {
  expect(isAbandoned(await temporaryFolder({ [lockFile]: text }))).toBe(isCutOff);
});
