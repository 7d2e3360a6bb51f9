/**
 * A write that is cut off at every one of its calls of the file system, in a process of its own that really dies there:
 * every file is whole, the next comparison tells, and the next run completes it.
 */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareOutput, updateOutput, type Output } from '../../generator/output/folder.ts';
import { manifestFile } from '../../generator/output/output-manifest.ts';
import { newFolder, readFiles, root, runNode, type Outcome } from '../support/repository.ts';

const foreign = { 'notes.md': '# Notes\n', 'radio/mine.ts': 'mine' };
const old = { 'gone/types.ts': 'gone', 'radio/types.ts': 'old', 'shared.ts': 'old' };
/** One file is new, two come in the place of others, and one is left over. */
const wanted = { 'radio/guards.ts': 'new', 'radio/types.ts': 'new', 'shared.ts': 'new' };

const outputOf = (files: Readonly<Record<string, string>>): Output => ({
  files: new Map(Object.entries(files)),
  sources: new Map(),
  version: '1.0.0',
  keeps: () => false,
});

const interrupt = pathToFileURL(path.join(import.meta.dirname, '../support/interrupt.mjs')).href;
const folderModule = pathToFileURL(path.join(root, 'generator/dist/output/folder.js')).href;

/** The program of the process: `generate` without its docs. */
const program = `
  import { updateOutput } from ${JSON.stringify(folderModule)};
  const files = new Map(Object.entries(${JSON.stringify(wanted)}));
  const output = { files, sources: new Map(), version: '1.0.0', keeps: () => false };
  try {
    await updateOutput(process.env.FOLDER, output);
  } catch (error) {
    if (error.name !== 'UsageError') throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
`;

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

/** A folder of old files. */
async function newOutput(): Promise<string> {
  const folder = await newFolder(foreign);
  folders.push(folder);
  await updateOutput(folder, outputOf(old));
  return folder;
}

interface Run {
  folder: string;
  outcome: Outcome;
  left: Record<string, string>;
}

/** Runs the program; its call number `at` is where it ends. */
async function cutOff(at: number, how: string): Promise<Run> {
  const folder = await newOutput();
  const args = ['--import', interrupt, '--input-type=module', '--eval', program];
  const env = { FOLDER: folder, AT: String(at), WITH: how };
  const outcome = await runNode(args, { env });
  return { folder, outcome, left: await readFiles(folder) };
}

/** How many processes run at a time. */
const together = 4;

/** Cuts it off at its first call that changes something, at the next one, and so on. */
async function cutOffEverywhere(how: string): Promise<{ runs: Run[]; calls: string[] }> {
  const whole = await cutOff(Infinity, how);
  const calls = whole.outcome.stdout.trim().split(' ');
  const changing = [...calls.keys()].filter((at) =>
    /^(?:mk|write|rename|rm)/.test(calls[at] ?? ''),
  );
  const runs: Run[] = [];
  for (let i = 0; i < changing.length; i += together) {
    const batch = changing.slice(i, i + together).map((at) => cutOff(at, how));
    runs.push(...(await Promise.all(batch)));
  }
  return { runs, calls: changing.map((at) => calls[at] ?? '') };
}

const isUpToDate = (folder: string): boolean =>
  Object.values(compareOutput(folder, outputOf(wanted))).every(({ length }) => length === 0);

describe('killed', () => {
  let all: Awaited<ReturnType<typeof cutOffEverywhere>>;
  beforeAll(async () => {
    all = await cutOffEverywhere('SIGKILL');
  });

  it('at each of its calls that change something, those that put files in their places among them', () => {
    expect(all.calls).toContain('renameSync');
    expect(all.runs.map(({ outcome }) => outcome.status)).toEqual(all.calls.map(() => null));
  });

  it('at any call, leaves whole files, and those of others as they are', () => {
    for (const { left } of all.runs) {
      expect(left).toMatchObject(foreign);
      expect(['old', 'new']).toContain(left['radio/types.ts']);
      expect(['old', 'new']).toContain(left['shared.ts']);
      expect([undefined, 'new']).toContain(left['radio/guards.ts']);
    }
  });

  it('before all files are written, has replaced none', () => {
    const { runs, calls } = all;
    const before = runs.slice(0, calls.indexOf('renameSync') + 1);
    expect(before.map(({ left }) => left['radio/types.ts'])).toEqual(before.map(() => 'old'));
  });

  it('at any call, is told by the next comparison', () => {
    expect(all.runs.map(({ folder }) => isUpToDate(folder))).toEqual(all.runs.map(() => false));
    // The first call takes the lock; from the next one on, there is a trace.
    const traces = all.runs
      .slice(1)
      .map(({ folder }) => compareOutput(folder, outputOf(wanted)).traces);
    expect(traces.filter(({ length }) => length === 0)).toEqual([]);
  });

  it('at any call, is completed by the next run', async () => {
    for (const { folder } of all.runs) await updateOutput(folder, outputOf(wanted));
    const completed = await Promise.all(all.runs.map(({ folder }) => readFiles(folder)));
    const expected = { ...foreign, ...wanted, [manifestFile]: expect.any(String) };
    expect(completed).toEqual(completed.map(() => expected));
    expect(all.runs.filter(({ folder }) => !isUpToDate(folder))).toEqual([]);
  });
});

describe('failing', () => {
  let all: Awaited<ReturnType<typeof cutOffEverywhere>>;
  beforeAll(async () => {
    all = await cutOffEverywhere('ENOSPC');
  });

  it('at any call, says so in a sentence', () => {
    expect(all.calls).toContain('renameSync');
    expect(all.runs.map(({ outcome }) => [outcome.status, outcome.stderr])).toEqual(
      all.runs.map(() => [2, expect.stringMatching(/^cannot write [^\n]*: ENOSPC: [^\n]*\.\n$/)]),
    );
  });

  it('before the first file is replaced, leaves everything as it was', () => {
    const { runs, calls } = all;
    const before = runs.slice(0, calls.indexOf('renameSync') + 1);
    const expected = { ...foreign, ...old, [manifestFile]: expect.any(String) };
    expect(before.map(({ left }) => left)).toEqual(before.map(() => expected));
  });
});
