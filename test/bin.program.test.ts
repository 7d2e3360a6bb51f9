/** The built program, run as its users run it: all that a command does not see when it runs in the process of a test. */
import { execFile, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { cp, readFile, utimes } from 'node:fs/promises';
import module from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limits } from '../generator/limits.ts';
import { git } from './support/git-repository.ts';
import {
  bin,
  docsSrc,
  generated,
  readFiles,
  root,
  runNode,
  runProgram,
  type Outcome,
} from './support/repository.ts';
import { tree } from './support/small-docs.ts';
import { folderWith, radio, removeFolders, repository } from './support/small-repository.ts';

afterAll(removeFolders);

it('--version tells the version of package.json', async () => {
  const { version }: { version: string } = JSON.parse(
    await readFile(path.join(root, 'package.json'), 'utf8'),
  );
  expect(await runProgram(['--version'])).toEqual({
    status: 0,
    stdout: `${version}\n`,
    stderr: '',
  });
});

it('validate reads the standard input, and tells a pipe nothing of its progress', () => {
  const model = path.join(root, 'generated/openai-realtime/model.json');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [bin, 'validate', '-', '--source', model],
    { input: '{"type":"input_audio_buffer.clear"}\n', encoding: 'utf8' },
  );

  expect(stdout).toMatch(/^1 frame of 1 session in 1 file, held against OpenAI Realtime/);
  expect([status, stderr]).toEqual([0, '']);
});

it('--help loads neither the parser of Markdown, nor what prints code', async () => {
  const names = ['micromark', 'ts-morph', 'yaml', 'pipeline.js'];
  const loader = `export const load = async (url, context, next) => {
    if (/${names.join('|')}/.test(url)) throw new Error(url);
    return next(url, context);
  };`;
  const register = `import { register } from 'node:module'; register(${JSON.stringify(dataUrl(loader))});`;
  const outcome = await runNode(['--import', dataUrl(register), bin, '--help']);
  expect(outcome).toMatchObject({ status: 0, stderr: '' });
});

/** A module that is its own address. */
function dataUrl(module: string): string {
  return `data:text/javascript,${encodeURIComponent(module)}`;
}

it('what is compiled is kept for the next run, where Node can do so and there is one', async () => {
  const cwd = await folderWith({ 'node_modules/a.txt': '' });
  const isKept = async (env: Record<string, string>): Promise<boolean> => {
    await runProgram(['--help'], { cwd, env });
    return existsSync(path.join(cwd, 'node_modules/.cache/realtime-events/compiled'));
  };
  expect(await isKept({ CI: 'true' })).toBe(false);
  expect(await isKept({ CI: '' })).toBe('enableCompileCache' in module);
});

it('generate has nothing to do where nothing has changed, unless the program has', async () => {
  const cwd = await folderWith({ ...radio(''), 'node_modules/a.txt': '' });
  const generate = () => runProgram(['generate'], { cwd });
  await generate();
  expect((await generate()).stdout).toMatch(/ unchanged\n$/);
  const now = new Date();
  await utimes(bin, now, now);
  expect((await generate()).stdout).toMatch(/ ms\n$/);
});

it('wrong usage exits 2, and says what is wrong', async () => {
  expect(await runProgram(['generate', '--ou', 'here'])).toEqual({
    status: 2,
    stdout: '',
    stderr: expect.stringContaining("unknown option '--ou'"),
  });
});

it('a current folder that is gone is told in a sentence', async () => {
  const cwd = await folderWith();
  const { status, stderr } = spawnSync(
    'sh',
    [
      '-c',
      'mkdir gone && cd gone && rmdir ../gone && exec "$@"',
      'sh',
      process.execPath,
      bin,
      'lint',
    ],
    { cwd, encoding: 'utf8' },
  );
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr:
      'realtime-events: the folder that this was started in is gone; go to one that is there.\n',
  });
});

describe('in its current folder', () => {
  let cwd: string;
  let outcome: Outcome;
  beforeAll(async () => {
    cwd = await folderWith(radio(''));
    outcome = await runProgram(['generate'], { cwd });
  });

  it('generates, and prints a line for each source', () => {
    expect(outcome).toEqual({
      status: 0,
      stdout: expect.stringMatching(/^radio +1 events .* ms\n$/),
      stderr: '',
    });
  });

  it('finds what it has generated', async () => {
    expect(await runProgram(['check'], { cwd })).toEqual({
      status: 0,
      stdout: expect.stringMatching(/^generated is up to date with docs-src: \d+ files\.\n$/),
      stderr: '',
    });
  });

  it('names what the system has against a file as it was typed', async () => {
    expect(await runProgram(['lint', '--config', 'generated'], { cwd })).toEqual({
      status: 2,
      stdout: '',
      stderr: 'realtime-events: cannot read generated: it is a folder, not a file.\n',
    });
  });
});

it('generates the same in Turkish, in Kathmandu', async () => {
  const env = { LC_ALL: 'tr_TR.UTF-8', TZ: 'Asia/Kathmandu' };
  const print = ['-p', 'Intl.DateTimeFormat().resolvedOptions().locale + new Date(0).getHours()'];
  expect(await runNode(print, { env })).toMatchObject({ stdout: 'tr-TR5\n' });
  const cwd = await folderWith();
  const id = 'yandex-ai-studio';
  await cp(path.join(docsSrc, id), path.join(cwd, 'docs-src', id), { recursive: true });
  expect(await runProgram(['generate'], { cwd, env })).toMatchObject({ status: 0 });
  const [here, there] = await Promise.all(
    [generated, path.join(cwd, 'generated')].map((folder) => readFiles(path.join(folder, id))),
  );
  for (const file of ['model.json', 'types.ts', 'guards.ts'])
    expect(there?.[file]).toBe(here?.[file]);
});

it('reads of a page of 20 MB only so much that this can be told', async () => {
  const docs = tree(`- \`a\` (string, required): ${'words '.repeat(3_500_000)}`);
  const cwd = await folderWith(
    Object.fromEntries(Object.entries(docs).map(([file, text]) => [`docs-src/${file}`, text])),
  );
  const { status, stderr } = await runNode(['--max-old-space-size=64', bin, 'check'], { cwd });
  expect(status).toBe(1);
  expect(stderr).toContain(
    `docs-src/radio/source.json:1:1 error source-too-large the files of this source have more than ${limits.source} bytes, and this source is not read; split it.\n`,
  );
});

describe('colours', () => {
  let cwd: string;
  beforeAll(async () => {
    cwd = await repository();
  });

  it('are there where they are wanted', async () => {
    const env = { FORCE_COLOR: '1', NO_COLOR: '', TERM: 'xterm-256color' };
    const { stdout } = await runProgram(['diff'], { cwd, env });
    expect(stdout).toContain('\u001b[31mBREAKING\u001b[39m');
  });

  it('are not there where nobody wants them', async () => {
    const { stdout } = await runProgram(['diff'], { cwd, env: { NO_COLOR: '1' } });
    expect(stdout).not.toContain('\u001b');
  });
});

describe('an output', () => {
  it('that nobody reads to its end is the end, without a word', async () => {
    const script = `{ sleep 0.2; "$0" "$1" diff; } | true`;
    const child = await promisify(execFile)('sh', ['-c', script, process.execPath, bin], {
      cwd: await repository(),
    });
    expect(child.stderr).toBe('');
  });

  // A device that Linux has.
  it.each(['/dev/full'].filter((file) => existsSync(file)))(
    'on a full disk exits 2 with one sentence: %s',
    async (file) => {
      const full = openSync(file, 'w');
      const { status, stderr } = spawnSync(process.execPath, [bin, 'lint'], {
        cwd: await folderWith(radio('')),
        stdio: ['ignore', full, 'pipe'],
        encoding: 'utf8',
      });
      closeSync(full);
      expect([status, stderr]).toEqual([
        2,
        'realtime-events: cannot write the output: ENOSPC: no space left on device, write.\n',
      ]);
    },
  );
});

it('does not mind the git of whoever started it', async () => {
  const upstream = await repository();
  const cwd = await folderWith(radio(''));
  const env = { GIT_DIR: path.join(cwd, '.git'), GIT_INDEX_FILE: 'index' };
  const args = ['pull', 'radio', '--from', upstream, '--ref', 'main', '--path', 'docs-src/radio'];
  expect(await runProgram(args, { cwd, env })).toMatchObject({ status: 0, stderr: '' });
  expect(await git(upstream, 'status', '--porcelain', '--untracked-files=no')).toBe(
    'M docs-src/radio/tune.md',
  );
});
