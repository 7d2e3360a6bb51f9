/** Apps of every kind compile against the package for apps, and run: each compiler that is promised, each way of resolution. */
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderWithPackage, packTypes, removePacked, runTool } from '../support/packed.ts';
import { runNode, writeFiles } from '../support/repository.ts';

let installed: string;
beforeAll(async () => {
  installed = await folderWithPackage(await packTypes());
});
afterAll(removePacked);

const message = {
  type: 'response.output_text.delta',
  event_id: 'e1',
  response_id: 'r1',
  item_id: 'i1',
  output_index: 0,
  content_index: 0,
  delta: 'Hello',
};

/** What every app does, whatever it calls the modules. */
const body = `
  const text: string = ${JSON.stringify(JSON.stringify(message))};
  const outcome = realtime.parseRealtimeServerEvent(text);
  if (outcome.kind === 'known' && outcome.event.type === 'response.output_text.delta') {
    const delta: string = outcome.event.delta;
    // @ts-expect-error: the types are there, and tell this from a string.
    const wrong: number = outcome.event.delta;
    console.log(delta, typeof wrong);
  }
  const parsed: unknown = JSON.parse(text);
  if (guards.isResponseOutputTextDeltaEvent(parsed)) console.log(parsed.item_id);
  console.log(Object.keys(matrix.supportMatrix.sources).length > 0);
`;

const names = {
  realtime: 'realtime-event-types/openai-realtime',
  guards: 'realtime-event-types/openai-realtime/guards',
  matrix: 'realtime-event-types/support-matrix',
};
const imports = Object.entries(names).map(([as, from]) => `import * as ${as} from '${from}';`);
const requires = Object.entries(names).map(([as, from]) => `import ${as} = require('${from}');`);

const compilers = { '5.4': 'typescript-5.4', '5.9': 'typescript-5.9', '7': 'typescript' };
const modules = ['node16', 'nodenext', 'bundler'] as const;

/** @param module what is given as moduleResolution; a bundler takes modules as they are written */
function optionsOf(module: (typeof modules)[number]): string[] {
  return module === 'bundler'
    ? ['--module', 'preserve', '--moduleResolution', 'bundler']
    : ['--module', module];
}

describe.each(Object.entries(compilers))('TypeScript %s', (version, compiler) => {
  describe.each(['module', 'commonjs'] as const)('in a package of type %s', (type) => {
    it.each(modules)('compiles as %s, and what it compiles to runs', async (module) => {
      const app = path.join(installed, `${type}-${version}-${module}`);
      // Left as it is written, an import is not CommonJS.
      const head = type === 'commonjs' && module === 'bundler' ? requires : imports;
      await writeFiles(app, {
        'package.json': JSON.stringify({ type }),
        'app.ts': [
          ...head,
          'declare const console: { log(...values: unknown[]): void };',
          body,
        ].join('\n'),
      });
      const strict = ['--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess'];
      const target = ['--target', 'es2022', '--lib', 'es2022'];
      const options = [...strict, ...target, ...optionsOf(module), 'app.ts'];

      expect(await runTool(`${compiler}/bin/tsc`, options, app)).toEqual({
        status: 0,
        stdout: '',
        stderr: '',
      });
      expect(await runNode(['app.js'], { cwd: app })).toEqual({
        status: 0,
        stdout: 'Hello string\ni1\ntrue\n',
        stderr: '',
      });
    });
  });
});
