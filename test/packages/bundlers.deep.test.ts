/** The package for apps in the hands of bundlers and of a test runner, and in a browser's bundle. */
import { readFileSync } from 'node:fs';
import { cp, readFile, symlink } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build as esbuild } from 'esbuild';
import { build as vite } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import webpack from 'webpack';
import { folderWithPackage, packTypes, removePacked } from '../support/packed.ts';
import { root, runNode, writeFiles } from '../support/repository.ts';

const message = {
  type: 'response.output_text.delta',
  event_id: 'e1',
  response_id: 'r1',
  item_id: 'i1',
  output_index: 0,
  content_index: 0,
  delta: 'Hello',
};

const entry = `
  import { parseRealtimeServerEvent } from 'realtime-event-types/openai-realtime';
  import { isResponseOutputTextDeltaEvent } from 'realtime-event-types/openai-realtime/guards';
  const outcome = parseRealtimeServerEvent(${JSON.stringify(JSON.stringify(message))});
  console.log(outcome.kind, isResponseOutputTextDeltaEvent(outcome.event));
`;

let app: string;
beforeAll(async () => {
  app = await folderWithPackage(await packTypes());
  await writeFiles(app, { 'entry.js': entry });
});
afterAll(removePacked);

/** What a bundle prints that stands alone: nothing is installed where it runs. */
async function printedBy(bundle: string): Promise<string> {
  const file = path.join(app, 'alone/bundle.cjs');
  await writeFiles(app, { 'alone/bundle.cjs': bundle });
  const { stdout, stderr } = await runNode([file]);
  return stdout + stderr;
}

/** What esbuild makes of some code for browsers. */
async function bundled(code: string): Promise<Uint8Array> {
  const { outputFiles } = await esbuild({
    stdin: { contents: code, resolveDir: app },
    platform: 'browser',
    format: 'esm',
    bundle: true,
    minify: true,
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
}

describe('esbuild', () => {
  it('bundles it for browsers, of which nothing else is needed', async () => {
    const bundle = Buffer.from(await bundled(entry)).toString();
    expect(await printedBy(bundle)).toBe('known true\n');
  });

  it.each(['openai-realtime', 'openai-realtime/guards'])(
    'takes of %s no more than one guard, and the README says how much that is',
    async (module) => {
      const bundle = await bundled(
        `export { isResponseOutputTextDeltaEvent } from 'realtime-event-types/${module}';`,
      );
      const size = gzipSync(bundle, { level: 9 }).length / 1000;
      const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
      const promise = /a bundle with one guard, that of a delta, takes less than (\d\.\d) kB/;

      expect((Math.ceil(size * 10) / 10).toFixed(1)).toBe(promise.exec(readme)?.[1]);
      expect(size).toBeLessThanOrEqual(0.4);
    },
  );

  it('takes of one schema no more than of what throws for the same event', async () => {
    const [schema, assertion] = await Promise.all(
      ['sessionCreatedEventSchema', 'assertSessionCreatedEvent'].map((name) =>
        bundled(`export { ${name} } from 'realtime-event-types/openai-realtime';`),
      ),
    );
    expect(schema?.length).toBeGreaterThan(0);
    expect(schema?.length).toBeLessThan(assertion?.length ?? 0);
  });

  it('takes nothing of a module of which nothing is used', async () => {
    const bundle = await bundled(`import 'realtime-event-types/openai-realtime';`);
    expect(Buffer.from(bundle).toString()).toBe('');
  });
});

it('Vite bundles it', async () => {
  const built = await vite({
    root: app,
    logLevel: 'silent',
    configFile: false,
    build: { write: false, lib: { entry: 'entry.js', formats: ['cjs'], fileName: 'bundle' } },
  });
  const [first] = Array.isArray(built) ? built : [];
  const [chunk] = first?.output ?? [];
  expect(await printedBy(chunk?.code ?? '')).toBe('known true\n');
});

/** What webpack makes of a file as it comes, without a setting. */
async function packedByWebpack(file: string): Promise<string> {
  const output = { path: path.join(app, 'webpack'), filename: 'bundle.js' };
  const stats = await new Promise<webpack.Stats | undefined>((resolve, reject) => {
    webpack({ context: app, mode: 'production', entry: file, output }, (error, result) =>
      error ? reject(error) : resolve(result),
    );
  });
  const { errors, warnings } = stats?.toJson({ all: false, errors: true, warnings: true }) ?? {};
  expect([errors, warnings]).toEqual([[], []]);
  return readFile(path.join(output.path, output.filename), 'utf8');
}

it('webpack bundles it', async () => {
  expect(await printedBy(await packedByWebpack('./entry.js'))).toBe('known true\n');
});

it('Jest runs tests in TypeScript that import it, by ts-jest as it comes', async () => {
  const tools = path.join(root, 'node_modules');
  // It takes the compiler that is installed beside it, and knows none of TypeScript 7.
  await cp(path.join(tools, 'ts-jest'), path.join(app, 'node_modules/ts-jest'), {
    recursive: true,
  });
  await symlink(path.join(tools, 'typescript-5.9'), path.join(app, 'node_modules/typescript'));
  await writeFiles(app, {
    'tsconfig.json': '{ "compilerOptions": { "strict": true } }',
    'jest.config.json': '{ "preset": "ts-jest", "watchman": false, "roots": ["tests"] }',
    'tests/delta.test.ts': `
      import { parseRealtimeServerEvent } from 'realtime-event-types/openai-realtime';
      declare const test: (name: string, run: () => void) => void;
      declare const expect: (value: unknown) => { toBe(value: unknown): void };
      test('a delta is known', () => {
        expect(parseRealtimeServerEvent(${JSON.stringify(JSON.stringify(message))}).kind).toBe('known');
      });
    `,
  });
  const jest = [path.join(tools, 'jest/bin/jest.js'), '--ci', '--config', 'jest.config.json'];
  const outcome = await runNode(jest, { cwd: app, env: { NODE_PATH: tools } });
  expect(outcome).toMatchObject({ status: 0, stderr: expect.stringContaining('1 passed') });
});
