/** What is generated, copied into an app: the folder of one source, and `runtime/` beside it. */
import { cp, mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import webpack from 'webpack';
import { runTool } from '../support/packed.ts';
import { docsSrc, root, runCommand, runNode, writeFiles } from '../support/repository.ts';
import { folderWith, removeFolders } from '../support/small-repository.ts';

afterAll(removeFolders);

const fine = { status: 0, stdout: '', stderr: '' };

/** What is generated of one source with such imports, once. */
const generatedWith = new Map<string, Promise<string>>();

async function generate(extension: string): Promise<string> {
  const cwd = await folderWith();
  const options = ['--docs-src', docsSrc, '--import-extension', extension];
  await runCommand(['generate', '--source', 'openai-realtime', ...options], { cwd });
  return path.join(cwd, 'generated');
}

/** An app that has a source with such imports, and a module that prints `unknown`. */
async function appWith(
  { extension, ending }: { extension: string; ending: string },
  manifest: { type?: string } = {},
): Promise<string> {
  const generated = generatedWith.get(extension) ?? generate(extension);
  generatedWith.set(extension, generated);
  const app = await folderWith({
    'package.json': JSON.stringify(manifest),
    'src/app.ts': `
      import { parseRealtimeServerEvent } from './openai-realtime/index${ending}';
      declare const console: { log(value: unknown): void };
      console.log(parseRealtimeServerEvent('{ "type": "weather.changed" }').kind);
    `,
  });
  for (const folder of ['openai-realtime', 'runtime'])
    await cp(path.join(await generated, folder), path.join(app, 'src', folder), {
      recursive: true,
    });
  return app;
}

const js = { extension: 'js', ending: '.js' };
const ts = { extension: 'ts', ending: '.ts' };
const none = { extension: 'none', ending: '' };

const strict = ['--strict', '--target', 'es2022', '--lib', 'es2022', '--outDir', 'out'];

describe.each(['module', 'commonjs'])('in an app whose type is %s', (type) => {
  it.each(['typescript-5.4', 'typescript'])('%s compiles it as it is', async (compiler) => {
    const app = await appWith(js, { type });
    const options = [...strict, '--module', 'nodenext', 'src/app.ts'];
    expect(await runTool(`${compiler}/bin/tsc`, options, app)).toEqual(fine);
    expect(await runNode(['out/app.js'], { cwd: app })).toEqual({ ...fine, stdout: 'unknown\n' });
  });
});

it('Node runs it with its own stripping of types, with .ts at the end of imports', async () => {
  const app = await appWith(ts, { type: 'module' });
  // It is the stripper of Node, whether or not this Node has it built in.
  const stripping = pathToFileURL(path.join(root, 'test/support/strip-types.mjs')).href;
  const args = ['--no-warnings', '--import', stripping, 'src/app.ts'];
  expect(await runNode(args, { cwd: app })).toEqual({ ...fine, stdout: 'unknown\n' });
});

describe('without an ending,', () => {
  it('webpack bundles what a compiler makes of it', async () => {
    const app = await appWith(none);
    const options = ['--module', 'esnext', '--moduleResolution', 'bundler', 'src/app.ts'];
    expect(await runTool('typescript-5.9/bin/tsc', [...strict, ...options], app)).toEqual(fine);
    const output = { path: path.join(app, 'bundle'), filename: 'app.js' };
    const entry = './out/app.js';
    const faults = await new Promise((resolve, reject) => {
      webpack({ context: app, mode: 'development', entry, output }, (error, stats) =>
        error ? reject(error) : resolve(stats?.toJson({ all: false, errors: true }).errors),
      );
    });
    expect(faults).toEqual([]);
    expect(await runNode(['bundle/app.js'], { cwd: app })).toEqual({
      ...fine,
      stdout: 'unknown\n',
    });
  });

  it('Jest runs tests of it, by ts-jest as it comes', async () => {
    const app = await appWith(none);
    const tools = path.join(root, 'node_modules');
    await mkdir(path.join(app, 'node_modules'));
    await cp(path.join(tools, 'ts-jest'), path.join(app, 'node_modules/ts-jest'), {
      recursive: true,
    });
    await symlink(path.join(tools, 'typescript-5.9'), path.join(app, 'node_modules/typescript'));
    await writeFiles(app, {
      'tsconfig.json': '{ "compilerOptions": { "strict": true, "target": "es2022" } }',
      'jest.config.json': '{ "preset": "ts-jest", "watchman": false }',
      'src/app.test.ts': `
        import { parseRealtimeServerEvent } from './openai-realtime';
        declare const test: (name: string, run: () => void) => void;
        declare const expect: (value: unknown) => { toBe(value: unknown): void };
        test('it is there', () => {
          expect(parseRealtimeServerEvent('{}').kind).toBe('malformed');
        });
      `,
    });
    const jest = [path.join(tools, 'jest/bin/jest.js'), '--ci', '--config', 'jest.config.json'];
    const outcome = await runNode(jest, { cwd: app, env: { NODE_PATH: tools } });
    expect(outcome).toMatchObject({ status: 0, stderr: expect.stringContaining('1 passed') });
  });
});
