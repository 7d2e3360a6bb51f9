/** The package of the program, installed from its tarball, and used as its users do. */
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packProgram, removePacked, runTool } from '../support/packed.ts';
import { root, runNode, writeFiles } from '../support/repository.ts';
import { folderWith, removeFolders } from '../support/small-repository.ts';

const call = promisify(execFile);

/** A project that has the program, unpacked where npm puts it, with what it depends on from this repository. */
let project: string;
let installed: string;
beforeAll(async () => {
  const tarball = await packProgram();
  project = await folderWith({ 'package.json': '{ "type": "module" }' });
  installed = path.join(project, 'node_modules/realtime-events');
  const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(
    readFileSync(path.join(root, 'generator/package.json'), 'utf8'),
  );
  for (const name of Object.keys(dependencies)) {
    const place = path.join(project, 'node_modules', name);
    await mkdir(path.dirname(place), { recursive: true });
    await symlink(path.join(root, 'node_modules', name), place);
  }
  await mkdir(installed, { recursive: true });
  await call('tar', ['-xzf', tarball, '--strip-components=1', '-C', installed]);
  await mkdir(path.join(project, 'node_modules/.bin'));
  await symlink(
    '../realtime-events/start.js',
    path.join(project, 'node_modules/.bin/realtime-events'),
  );
});
afterAll(removePacked);
afterAll(removeFolders);

const npx = async (command: string) => {
  const { stdout, stderr } = await call('npx', ['--no-install', ...command.split(' ')], {
    cwd: project,
  });
  return stdout + stderr;
};

it('has what it needs, and nothing that only this repository needs', () => {
  expect(readdirSync(installed).toSorted()).toEqual([
    'LICENSE',
    'README.md',
    'action.yml',
    'dist',
    'docs',
    'package.json',
    'page',
    'runtime',
    'schemas',
    'start.js',
  ]);
});

it('is a command by the name of the package', async () => {
  await npx('realtime-events init acme');
  await npx('realtime-events generate');
  expect(await npx('realtime-events check')).toMatch(/^generated is up to date with docs-src: /);
});

it('leads to the rules in its own folder', async () => {
  await writeFiles(project, {
    'docs-src/radio/source.json': '{ "title": "Radio", "dialect": "openai-tree", "index": {} }',
  });
  const { stdout } = await runNode([path.join(installed, 'start.js'), 'lint'], { cwd: project });
  expect(stdout).toMatch(/node_modules\/realtime-events\/docs\/rules\.md#/);
});

describe('its API', () => {
  const page = readFileSync(path.join(root, 'docs/api.md'), 'utf8');
  const [, example = ''] = /```ts\n([^]*?)```/.exec(page) ?? [];

  const dialect = `
    import { readProse, type Dialect } from 'realtime-events/dialect';
    export const own: Partial<Dialect> = {};
    export const prose: typeof readProse = readProse;
  `;

  it.each(['typescript-5.9', 'typescript'])(
    'of docs/api.md compiles with %s, and runs',
    async (compiler) => {
      await writeFiles(project, { 'api.ts': example, 'dialect.ts': dialect });
      const strict = ['--strict', '--exactOptionalPropertyTypes', '--skipLibCheck', 'false'];
      const options = [
        ...strict,
        '--module',
        'nodenext',
        '--target',
        'es2022',
        'api.ts',
        'dialect.ts',
      ];
      expect(await runTool(`${compiler}/bin/tsc`, options, project)).toEqual({
        status: 0,
        stdout: '',
        stderr: '',
      });
      const said = Array.from(
        example.matchAll(/console\.log\(.*; \/\/ (.+)$/gm),
        ([, text]) => text,
      );
      expect(said).toHaveLength(2);
      expect(await runNode(['api.js'], { cwd: project })).toEqual({
        status: 0,
        stdout: `${said.join('\n')}\n`,
        stderr: '',
      });
    },
  );
});
