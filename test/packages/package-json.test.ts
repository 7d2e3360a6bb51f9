/** What the `package.json` of the two packages promise, without anything built. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { generated, generatedSources, root } from '../support/repository.ts';

function read(file: string) {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8'));
}
const types = read('package.json');
const program = read('generator/package.json');
const lock = read('package-lock.json');

describe('the package for apps', () => {
  test('has no dependency', () => {
    for (const kind of ['dependencies', 'peerDependencies', 'optionalDependencies'])
      expect(types).not.toHaveProperty(kind);
  });

  test('says that nothing happens when it is imported', () => {
    expect(types.sideEffects).toBe(false);
  });

  test('exports modules that every source has', () => {
    const modules = Object.keys(types.exports).flatMap((name) =>
      name.startsWith('./*') && !name.endsWith('.json') ? [name.slice('./*'.length)] : [],
    );

    expect(modules.toSorted()).toEqual(['', '/guards', '/parse', '/types']);
    const files = generatedSources.flatMap((source) =>
      modules.map((module) => `${source}${module === '' ? '/index' : module}.ts`),
    );
    expect(files.filter((file) => !existsSync(path.join(generated, file)))).toEqual([]);
  });

  test('tells compilers that know no exports the same', () => {
    const declarations = Object.entries<{ require: { types: string } } | string>(types.exports)
      .filter(([name]) => name !== './package.json')
      .map(([name, target]) => [
        name.slice('./'.length),
        [typeof target === 'string' ? target : target.require.types],
      ]);

    expect(types.typesVersions).toEqual({ '*': Object.fromEntries(declarations) });
    // The first pattern that fits counts there, not the longest.
    expect(Object.keys(types.typesVersions['*']).at(-1)).toBe('*');
  });
});

describe('both packages', () => {
  test('have one version', () => {
    const versions = [types, program, lock, lock.packages[''], lock.packages.generator].map(
      ({ version }: { version: string }) => version,
    );
    expect([...new Set(versions)]).toEqual([types.version]);
  });

  test('need a Node: that for apps any of those that are promised, the program one that its libraries take', () => {
    expect(types.engines).toEqual({ node: '>=20' });
    expect(program.engines).toEqual({ node: '>=20.19' });
    expect(lock.packages[''].engines).toEqual(types.engines);
  });

  test('have the same license', () => {
    expect(program.license).toEqual(types.license);
  });
});

test('the lock file does not say which registry a machine used', () => {
  const resolved = Object.values<{ resolved?: string; link?: boolean }>(lock.packages).filter(
    (entry) => entry.resolved !== undefined,
  );
  expect(resolved).toEqual([{ resolved: 'generator', link: true }]);
});
