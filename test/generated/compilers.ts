/** The committed code, and the compilers that must take it, however strict. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { generated, root, runNode, type Outcome } from '../support/repository.ts';

export const files = (await readdir(generated, { recursive: true }))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => path.join(generated, file))
  .toSorted();

export const typeTests = (await readdir(import.meta.dirname))
  .filter((file) => file.endsWith('.test-d.ts'))
  .map((file) => path.join(import.meta.dirname, file))
  .toSorted();

/** As strict as it gets, and without anything of a platform: no DOM, no Node. */
const strict = [
  '--noEmit',
  '--strict',
  '--exactOptionalPropertyTypes',
  '--noUncheckedIndexedAccess',
  '--noPropertyAccessFromIndexSignature',
  '--noImplicitOverride',
  '--noImplicitReturns',
  '--noFallthroughCasesInSwitch',
  '--noUnusedLocals',
  '--noUnusedParameters',
  '--verbatimModuleSyntax',
  '--isolatedModules',
  ['--target', 'es2022'],
  ['--lib', 'es2022'],
  ['--typeRoots', path.join(root, 'no-types')],
].flat();

export const nodenext = ['--module', 'nodenext'];
export const bundler = ['--module', 'esnext', '--moduleResolution', 'bundler'];

/** The oldest TypeScript that is promised to work. */
export const oldest = (args: readonly string[]): Promise<Outcome> =>
  runNode([path.join(root, 'node_modules/typescript-5.4/bin/tsc'), ...strict, ...args]);

export const newest = (args: readonly string[]): Promise<Outcome> =>
  runNode([
    path.join(root, 'node_modules/typescript/bin/tsc'),
    '--ignoreConfig',
    ...strict,
    '--erasableSyntaxOnly',
    '--declaration',
    '--isolatedDeclarations',
    ...args,
  ]);

export const fine: Outcome = { status: 0, stdout: '', stderr: '' };
