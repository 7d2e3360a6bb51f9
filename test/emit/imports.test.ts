/** How generated modules name each other. */
import { expect, test } from 'vitest';
import { StructureKind } from 'ts-morph';
import { runtimeModule, withImports } from '../../generator/emit/imports.ts';

test.each([
  ['js', './types.js'],
  ['ts', './types.ts'],
  ['none', './types'],
] as const)('with %s, a statement imports %s', (extension, name) => {
  const text = "import * as types from './types.js';";
  expect(withImports(text, extension)).toBe(`import * as types from '${name}';`);

  const kind = StructureKind.ImportDeclaration;
  const statement = { kind, moduleSpecifier: './types.js', namedImports: ['Event'] } as const;
  expect(withImports({ ...statement, namedImports: ['Event'] }, extension)).toEqual({
    ...statement,
    moduleSpecifier: name,
  });
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
