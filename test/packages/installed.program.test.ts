/** The package for apps, installed from its tarball into an empty folder, and run by Node. */
import { readFileSync, statSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderWithPackage, packTypes, removePacked, runTool } from '../support/packed.ts';
import {
  generated,
  generatedSources,
  root,
  readFiles,
  runNode,
  writeFiles,
} from '../support/repository.ts';

const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
const [, example = ''] = /```ts\n(import [^]*?)```/.exec(readme) ?? [];

/** What the README's example listens to: it receives these messages when everything has been loaded. */
const socket = `
  globalThis.socket = new EventTarget();
  const messages = [
    '{ "type": "response.output_text.delta", "event_id": "e1", "response_id": "r1", "item_id": "i1", "output_index": 0, "content_index": 0, "delta": "Hello" }',
    '{ "type": "weather.changed" }',
  ];
  process.once('beforeExit', () => {
    for (const data of messages) socket.dispatchEvent(new MessageEvent('message', { data }));
  });
`;

let tarball: string;
/** A folder that has installed it, and the apps below. */
let installed: string;
beforeAll(async () => {
  tarball = await packTypes();
  installed = await folderWithPackage(tarball);
});
afterAll(removePacked);

const modules = [
  'support-matrix',
  ...generatedSources.flatMap((name) => [name, `${name}/guards`, `${name}/parse`]),
].map((name) => `realtime-event-types/${name}`);
/** Modules of types, which have nothing that runs. */
const types = generatedSources.map((name) => `realtime-event-types/${name}/types`);
/** Everything that is generated as data, by the names of the modules. */
const data = (await readdir(generated, { recursive: true }))
  .filter((file) => file.endsWith('.json') && !file.startsWith('.'))
  .map((file) => `realtime-event-types/${file.split(path.sep).join('/')}`);

describe.each(['module', 'commonjs'])('in an app whose type is %s', (type) => {
  let app: string;
  beforeAll(async () => {
    app = path.join(installed, type);
    await writeFiles(app, {
      'package.json': JSON.stringify({ type }),
      'app.ts': example,
      'socket.cjs': socket,
    });
  });

  it('the first example of the README compiles and runs', async () => {
    const options = ['--strict', '--module', 'nodenext', '--target', 'es2022'];
    expect(await runTool('typescript/bin/tsc', [...options, 'app.ts'], app)).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
    expect(await runNode(['--require', './socket.cjs', 'app.js'], { cwd: app })).toEqual({
      status: 0,
      stdout: 'Hello\n',
      stderr: 'an event that the docs do not have weather.changed\n',
    });
  });
});

describe('of what it exports,', () => {
  it('import and require load the same', async () => {
    await writeFiles(installed, {
      'same.mjs': `
        import { createRequire } from 'node:module';
        const require = createRequire(import.meta.url);
        const exported = {};
        for (const name of ${JSON.stringify(modules)}) {
          const [imported, required] = [await import(name), require(name)].map((module) =>
            Object.keys(module).filter((key) => key !== 'default' && key !== 'module.exports').sort().join());
          exported[name] = imported === required && imported.length > 0;
        }
        for (const name of ${JSON.stringify(types)}) {
          const loaded = [await import(name), require(name)].flatMap((module) => Object.keys(module));
          exported[name] = loaded.every((key) => key === 'default' || key === 'module.exports');
        }
        for (const name of ${JSON.stringify(data)}) {
          const imported = (await import(name, { with: { type: 'json' } })).default;
          exported[name] = JSON.stringify(imported) === JSON.stringify(require(name));
        }
        console.log(JSON.stringify(exported));
      `,
    });
    const { stdout } = await runNode(['--no-warnings', 'same.mjs'], { cwd: installed });
    const same = [...modules, ...types, ...data].map((name) => [name, true]);
    expect(JSON.parse(stdout)).toEqual(Object.fromEntries(same));
  });

  /** What a compiler reads for a type of it, of the declarations of the package. */
  async function readFor(entry: string): Promise<string[]> {
    await writeFiles(installed, {
      'read.mts': `
        import type { RealtimeServerEvent } from 'realtime-event-types/${entry}';
        export const nameOf = (event: RealtimeServerEvent): string => event.type;
      `,
    });
    const options = ['--strict', '--noEmit', '--listFiles', '--module', 'nodenext'];
    const { stdout } = await runTool('typescript/bin/tsc', [...options, 'read.mts'], installed);
    const [, ...ofPackage] = stdout.split('realtime-event-types/dist/');
    return ofPackage.map((file) => file.split('\n')[0] ?? '').toSorted();
  }

  it('a program that imports types alone has nothing else of the package read', async () => {
    expect(await readFor('openai-realtime/types')).toEqual([
      'cjs/openai-realtime/types.d.ts',
      'esm/openai-realtime/types.d.ts',
    ]);
  });

  it('a program that imports all of a source has nothing read of how the runtime works', async () => {
    expect(await readFor('openai-realtime')).toEqual([
      'cjs/openai-realtime/constants.d.ts',
      'cjs/openai-realtime/former-types.d.ts',
      'cjs/openai-realtime/guards.d.ts',
      'cjs/openai-realtime/parse.d.ts',
      'cjs/openai-realtime/schemas.d.ts',
      'cjs/openai-realtime/send.d.ts',
      'cjs/openai-realtime/types.d.ts',
      'cjs/runtime/event-error.d.ts',
      'cjs/runtime/types.d.ts',
      'esm/openai-realtime/index.d.ts',
    ]);
  });

  it('types that a compiler writes into declarations have names there', async () => {
    await writeFiles(installed, {
      'declared.mts': `
        import * as realtime from 'realtime-event-types/openai-realtime';
        export const outcome = realtime.parseRealtimeEvent('');
        export const handled = realtime.handleRealtimeServerEvent('', {}, { context: 1 });
        export const validated = realtime.sessionCreatedEventSchema['~standard'].validate(1);
        export const send = realtime.createRealtimeClientEventSender({ send: (text: string) => text });
        export const failed: NonNullable<realtime.ServerEventHandlers['onError']> = () => undefined;
        export class OurError extends realtime.EventError {}
      `,
    });
    const options = ['--strict', '--declaration', '--outDir', 'declared', '--module', 'nodenext'];
    const { stdout } = await runTool('typescript/bin/tsc', [...options, 'declared.mts'], installed);
    expect(stdout).toBe('');
  });

  it('an error of one is an instance of the class of the other', async () => {
    await writeFiles(installed, {
      'error.mjs': `
        import { createRequire } from 'node:module';
        import { EventError, assertRealtimeServerEvent } from 'realtime-event-types/openai-realtime';
        const required = createRequire(import.meta.url)('realtime-event-types/openai-realtime');
        const thrown = (assert) => { try { assert({}); } catch (error) { return error; } };
        console.log(
          EventError === required.EventError,
          thrown(assertRealtimeServerEvent) instanceof required.EventError,
          thrown(required.assertRealtimeServerEvent) instanceof EventError,
        );
      `,
    });
    const { stdout } = await runNode(['error.mjs'], { cwd: installed });
    expect(stdout).toBe('false true true\n');
  });

  it('the data is that of this repository, models and schemas among it', async () => {
    expect(data).toContain('realtime-event-types/openai-realtime/model.json');
    expect(data).toContain('realtime-event-types/openai-realtime/server.schema.json');
    for (const name of data) {
      const file = name.slice('realtime-event-types/'.length);
      const packed = path.join(installed, 'node_modules/realtime-event-types/dist/data', file);
      const [own, theirs] = await Promise.all(
        [path.join(generated, file), packed].map((place) => readFile(place, 'utf8')),
      );
      expect(JSON.parse(theirs ?? '')).toEqual(JSON.parse(own ?? ''));
    }
  });

  describe('declarations', () => {
    const folder = (): string => path.join(installed, 'node_modules/realtime-event-types');

    it('lead to sources that are there', async () => {
      const files = await readFiles(folder());
      const maps = Object.keys(files).filter((file) => file.endsWith('.d.ts.map'));
      const led = maps.map((map) => {
        const { sources: names }: { sources: string[] } = JSON.parse(files[map] ?? '');
        return names.map((name) => path.posix.join(path.posix.dirname(map), name));
      });

      // Those of types are their source themselves.
      const declarations = Object.keys(files).filter(
        (file) => /^dist\/cjs\/.*\.d\.ts$/.test(file) && !/\/(?:former-)?types\.d\.ts$/.test(file),
      );
      expect(maps).toEqual(declarations.map((file) => `${file}.map`));
      expect(led.flat().filter((file) => !(file in files))).toEqual([]);
    });

    it('and the sources find all that they import, and are without a fault', async () => {
      const options = ['--strict', '--noEmit', '--types', '', '--module', 'nodenext'];
      const files = (await readdir(path.join(folder(), 'dist'), { recursive: true }))
        .filter((file) => file.endsWith('.ts'))
        .map((file) => path.join('dist', file));
      expect(await runTool('typescript/bin/tsc', [...options, ...files], folder())).toEqual({
        status: 0,
        stdout: '',
        stderr: '',
      });
    });
  });
});

describe('its size', () => {
  /** The number of megabytes that the README promises to stay below. */
  const promised = (what: 'packed' | 'unpacked'): number =>
    Number(new RegExp(`less than (\\d+) MB ${what}`).exec(readme)?.[1]);

  it('is that of one package', async () => {
    const packages = await readdir(path.join(installed, 'node_modules'));
    expect(packages.filter((name) => !name.startsWith('.'))).toEqual(['realtime-event-types']);
  });

  it('is what the README says, packed', () => {
    const size = statSync(tarball).size / 1e6;
    expect(Math.ceil(size)).toBe(promised('packed'));
  });

  it('is what the README says, unpacked, and at most 8 MB', async () => {
    const files = await readFiles(path.join(installed, 'node_modules'));
    const size = Object.values(files).reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
    expect(Math.ceil(size)).toBe(promised('unpacked'));
    expect(size).toBeLessThan(8);
  });
});
