/** How generated modules name each other. */
import { expect, test } from 'vitest';
import { importOf, withImports } from '../../generator/emit/imports.ts';
import { runtimeModule } from '../../generator/emit/module-names.ts';
import { printed } from '../../generator/emit/print.ts';

test.each([
  ['js', './types.js'],
  ['ts', './types.ts'],
  ['none', './types'],
] as const)('with %s, a statement imports %s', (extension, name) => {
  const text = "import * as types from './types.js';";
  expect(withImports(text, extension)).toBe(`import * as types from '${name}';`);

  expect(printed([withImports(importOf('./types.js', ['Event'], true), extension)])).toBe(
    `import type { Event } from '${name}';\n`,
  );
});

test('where the ending leaves no room for all names, each has a line', () => {
  const names = importOf('./types.js', ['Event'.repeat(8), 'Type'.repeat(6)]);
  const one = 'EventEventEventEventEventEventEventEvent';
  const other = 'TypeTypeTypeTypeTypeType';
  expect(printed([withImports({ ...names, names: [...names.names, 'Abc'] }, 'none')])).toBe(
    `import { ${one}, ${other}, Abc } from './types';\n`,
  );
  expect(printed([withImports({ ...names, names: [...names.names, 'Abcdef'] }, 'js')])).toBe(
    `import {\n  ${one},\n  ${other},\n  Abcdef,\n} from './types.js';\n`,
  );
});

test('a module of ours is told in a line of code, not in a text that looks like one', () => {
  const module = `/** What comes from './here.ts'; */
import { a } from './a.ts';
import {
  b,
} from '../b/c.ts';
const text = "x from './here.ts';";
export type { d } from './d.ts';
`;
  expect(runtimeModule(module, 'none')).toBe(`/** What comes from './here.ts'; */
import { a } from './a';
import {
  b,
} from '../b/c';
const text = "x from './here.ts';";
export type { d } from './d';
`);
});
