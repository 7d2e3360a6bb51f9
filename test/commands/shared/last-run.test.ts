/** When `generate` finds that it has nothing to do, and what it notices. */
import { rmSync, writeFileSync } from 'node:fs';
import { mkdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from '../../../generator/cli.ts';
import { runCommand, writeFiles, type Outcome } from '../../support/repository.ts';
import { folderWith, radio, removeFolders } from '../../support/small-repository.ts';

afterAll(removeFolders);

const volume = '- `volume` (integer, required): How loud.\n';
const page = 'docs-src/radio/tune.md';

const generate = (cwd: string, ...options: string[]): Promise<Outcome> =>
  runCommand(['generate', ...options], { cwd });

/** A project whose docs were generated. */
async function generatedProject(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const cwd = await folderWith({
    ...radio(volume),
    'node_modules/.package-lock.json': '{}',
    ...files,
  });
  await generate(cwd);
  return cwd;
}

const nothingChanged = {
  status: 0,
  stdout: expect.stringMatching(/^radio .* unchanged\n$/),
  stderr: '',
};
const allDone = { status: 0, stdout: expect.stringMatching(/^radio .* \d+ ms\n$/) };

describe('generate', () => {
  it('has nothing to do where nothing has changed', async () => {
    const cwd = await generatedProject();
    expect(await generate(cwd)).toEqual(nothingChanged);
    expect(await generate(cwd)).toEqual(nothingChanged);
  });

  it('tells the warnings of the docs again', async () => {
    const cwd = await generatedProject({ 'docs-src/radio/unlisted.txt': '' });
    await rm(path.join(cwd, 'generated'), { recursive: true });
    const { stderr } = await generate(cwd);
    expect(stderr).toContain('1 warning in the docs');
    expect(await generate(cwd)).toEqual({ ...nothingChanged, stderr });
  });

  it('remembers nothing where there are no node_modules', async () => {
    const cwd = await folderWith(radio(volume));
    await generate(cwd);
    expect(await generate(cwd)).toMatchObject(allDone);
  });

  it.each<[string, (cwd: string) => Promise<unknown>]>([
    ['a page', (cwd) => writeFiles(cwd, radio(volume.replace('loud', 'soft')))],
    [
      'a page of the same size, whose time was set back',
      async (cwd) => {
        const file = path.join(cwd, page);
        const { atime, mtime } = await stat(file);
        await writeFiles(cwd, radio(volume.replace('loud', 'soft')));
        await utimes(file, atime, mtime);
      },
    ],
    [
      'a page in a folder called dist',
      (cwd) => writeFiles(cwd, { 'docs-src/radio/dist/a.txt': '' }),
    ],
    [
      'a correction',
      (cwd) =>
        writeFiles(cwd, {
          'docs-src/radio/corrections/a.md':
            '---\ntarget: tune/volume\nmatches: 1\nwas: integer, required\nreason: It is not.\nevidence: Heard.\n---\n\n- `volume` (number, required): How loud.\n',
        }),
    ],
    [
      'source.json',
      async (cwd) => {
        const file = path.join(cwd, 'docs-src/radio/source.json');
        const source: object = JSON.parse(await readFile(file, 'utf8'));
        await writeFiles(cwd, {
          'docs-src/radio/source.json': JSON.stringify({ ...source, title: 'Another' }),
        });
      },
    ],
    [
      'the settings',
      (cwd) =>
        writeFiles(cwd, {
          'realtime-events.json': '{ "lint": { "rules": { "page-unlisted": "warning" } } }',
        }),
    ],
    [
      'an output that somebody edited',
      (cwd) => writeFiles(cwd, { 'generated/radio/types.ts': 'export {};\n' }),
    ],
    ['an output that is gone', (cwd) => rm(path.join(cwd, 'generated/radio/types.ts'))],
  ])('notices %s', async (_, change) => {
    const cwd = await generatedProject();
    expect(await generate(cwd)).toEqual(nothingChanged);
    await change(cwd);
    expect((await generate(cwd)).stdout).not.toContain('unchanged');
  });

  it('notices other options', async () => {
    const cwd = await generatedProject();
    expect(await generate(cwd, '--import-extension', 'none')).toMatchObject(allDone);
    await writeFiles(cwd, { 'docs-src/radio/unlisted.txt': '' });
    await generate(cwd);
    expect((await generate(cwd, '--docs-src', './docs-src')).stderr).toContain(
      'lint --docs-src ./docs-src',
    );
  });

  it('tells what is wrong with settings that became a folder', async () => {
    const cwd = await generatedProject();
    await mkdir(path.join(cwd, 'realtime-events.json'));
    expect(await generate(cwd)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('it is a folder'),
    });
  });

  it.each<[string, (file: string) => void, string]>([
    ['edited an output', (file) => writeFileSync(file, 'export {};\n'), 'radio/types.ts'],
    ['removed an output', (file) => rmSync(file, { force: true }), 'radio/types.ts'],
    [
      'removed an output of an earlier run',
      (file) => rmSync(file, { force: true }),
      'runtime/misfits.ts',
    ],
  ])('notices that somebody %s while a run came to its end', async (_, change, name) => {
    const cwd = await generatedProject();
    await writeFiles(cwd, radio(volume.replace('loud', 'soft')));
    const file = path.join(cwd, 'generated', name);
    const stdout = new Writable({
      write(_, __, done) {
        change(file);
        done();
      },
    });
    expect(await run(['generate'], { stdout, stderr: stdout }, cwd)).toBe(0);
    expect(await runCommand(['check'], { cwd })).toMatchObject({ status: 1 });

    await generate(cwd);
    expect(await runCommand(['check'], { cwd })).toMatchObject({ status: 0 });
    expect(await generate(cwd)).toEqual(nothingChanged);
  });

  it('does not trust what it cannot read', async () => {
    const cwd = await generatedProject();
    const folder = path.join(cwd, 'node_modules/.cache/realtime-events');
    await rm(folder, { recursive: true });
    await writeFiles(cwd, { 'node_modules/.cache/realtime-events': 'no folder' });
    expect(await generate(cwd)).toMatchObject(allDone);
    expect(await generate(cwd)).toMatchObject(allDone);
  });

  it('remembers no run that found errors', async () => {
    const cwd = await generatedProject();
    await writeFiles(cwd, radio(volume.replace('integer', 'integr')));
    const first = await generate(cwd);
    expect(first.status).toBe(1);
    expect(await generate(cwd)).toEqual(first);
  });
});

it('check generates in memory, whatever generate remembers', async () => {
  const cwd = await generatedProject();
  expect(await generate(cwd)).toEqual(nothingChanged);
  // What a damaged cache would hide.
  await writeFiles(cwd, { 'generated/radio/types.ts': 'export {};\n' });
  expect(await runCommand(['check'], { cwd })).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('types.ts'),
  });
});
