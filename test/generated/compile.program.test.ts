/** The committed code compiles for those who import it, whatever their compiler and however strict. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import ts from 'typescript-5.4';
import { describe, expect, it } from 'vitest';
import { generated, root } from '../support/repository.ts';
import { bundler, files, fine, newest, nodenext, oldest, typeTests } from './compilers.ts';

it('there is code to compile', () => {
  expect(files.length).toBeGreaterThan(3 * 4);
});

describe('TypeScript 5.4', () => {
  // As modules of Node, in `compile.deep.test.ts`.
  it('compiles it for a bundler, and draws the same conclusions from it', async () => {
    const args = [...bundler, '--allowImportingTsExtensions', ...files, ...typeTests];
    expect(await oldest(args)).toEqual(fine);
  });
});

describe('TypeScript 7', () => {
  it('compiles it as modules of Node, its declarations file by file', async () => {
    expect(await newest([...nodenext, ...files])).toEqual(fine);
  });

  it('compiles it for a bundler, its declarations file by file', async () => {
    expect(await newest([...bundler, ...files])).toEqual(fine);
  });
});

it('a mistake would be told', async () => {
  const outcome = await newest([...nodenext, path.join(generated, 'no-such-file.ts')]);
  expect(outcome.status).not.toBe(0);
});

/** The lines of code that say `any`: the type, not a word of a comment or a string. */
function linesWithAny(code: string): number[] {
  const source = ts.createSourceFile('code.ts', code, ts.ScriptTarget.ES2022, true);
  const lines: number[] = [];
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.AnyKeyword)
      lines.push(source.getLineAndCharacterOfPosition(node.getStart()).line + 1);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return lines;
}

it('the word any is found where it is a type, and only there', () => {
  const code = ["/** any */ type A = 'any';", 'type B = { any: Array<any> };', 'let c = <any>1;'];
  expect(linesWithAny(code.join('\n'))).toEqual([2, 3]);
});

describe.each(files.map((file) => [path.relative(root, file), file] as const))('%s', (_, file) => {
  it('says nowhere that something may be of any type', async () => {
    expect(linesWithAny(await readFile(file, 'utf8'))).toEqual([]);
  });

  it('loads no module for its types alone', async () => {
    const text = await readFile(file, 'utf8');
    expect(text.match(/^import \{\s*(?:type \w+,?\s*)+\} from/m)).toBeNull();
  });

  it('silences no check', async () => {
    const text = await readFile(file, 'utf8');
    expect(text.match(/@ts-|eslint-disable|oxlint-disable/g)).toBeNull();
  });
});
