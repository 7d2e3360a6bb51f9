/** What `docs/architecture.md` says of the tree is so, and the arrows between its rooms go one way. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../support/repository.ts';

const generator = path.join(root, 'generator');

/** The paths in the tree of the page, folders with a slash at their end. */
function documentedTree(): string[] {
  const page = readFileSync(path.join(root, 'docs/architecture.md'), 'utf8');
  const [, tree = ''] = /## The tree[^]*?```text\n([^]*?)```/.exec(page) ?? [];
  const open: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', name] = /^((?: {2})*)(\S+)/.exec(line) ?? [];
    if (name === undefined) return [];
    open.splice(indent.length / 2, Infinity, name);
    return [open.join('')];
  });
}

/** The folders below one, at any depth, but for what was built. */
function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${path.relative(root, path.join(entry.parentPath, entry.name))}/`)
    .filter((name) => !name.startsWith('generator/dist/'));
}

describe('the tree', () => {
  const tree = documentedTree();

  test('has every folder of the project', () => {
    const hidden = (name: string): boolean =>
      name.startsWith('.') || ['dist', 'node_modules'].includes(name);
    const folders = readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !hidden(entry.name))
      .map(({ name }) => `${name}/`);

    expect(tree.filter((name) => /^[^/]+\/$/.test(name)).toSorted()).toEqual(folders.toSorted());
  });

  test('has every folder of the program, and the files that stand in none', () => {
    const files = readdirSync(generator, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => `generator/${name}`);

    expect(tree.filter((name) => /^generator\/./.test(name)).toSorted()).toEqual(
      [...foldersIn(generator), ...files].toSorted(),
    );
  });

  test('has every folder of the scripts', () => {
    expect(tree.filter((name) => /^scripts\/./.test(name)).toSorted()).toEqual(
      foldersIn(path.join(root, 'scripts')).toSorted(),
    );
  });
});

/** Which files of the program each of them imports, by their paths in `generator/`. */
function importsOfFiles(): Map<string, string[]> {
  const files = readdirSync(generator, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.ts') && !file.startsWith('dist/'));
  return new Map(
    files.map((file) => {
      const code = readFileSync(path.join(generator, file), 'utf8');
      const imports = code.matchAll(/(?:from |import\()'(\.{1,2}\/[^']+\.ts)'/g);
      return [
        file,
        Array.from(imports, ([, name = '']) => path.posix.join(path.posix.dirname(file), name)),
      ];
    }),
  );
}

/** The ways that lead back to where they began. */
function circlesIn(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (one: string, way: readonly string[]): void => {
    if (way.includes(one)) circles.push([...way.slice(way.indexOf(one)), one].join(' → '));
    if (done.has(one)) return;
    done.add(one);
    for (const target of graph.get(one) ?? []) walk(target, [...way, one]);
  };
  for (const one of graph.keys()) walk(one, []);
  return circles;
}

/** The room that a file is in, or the file itself where it is in none. */
function roomOf(file: string): string {
  return file.split('/')[0] ?? file;
}

describe('the arrows', () => {
  const imports = importsOfFiles();

  /** What the files of a room import of other rooms, as `file imports file`. */
  const arrowsOf = (room: string): { to: string; arrow: string }[] =>
    [...imports].flatMap(([file, targets]) =>
      roomOf(file) === room
        ? targets
            .filter((target) => roomOf(target) !== room)
            .map((target) => ({ to: roomOf(target), arrow: `${file} imports ${target}` }))
        : [],
    );

  test('are found', () => {
    expect(arrowsOf('dialects').map(({ to }) => to)).toEqual(
      expect.arrayContaining(['markdown', 'model']),
    );
    expect(arrowsOf('emit').map(({ to }) => to)).toContain('model');
  });

  test.each([
    ['model', []],
    ['runtime', []],
    ['markdown', ['diagnostics.ts', 'limits.ts', 'model', 'per-text.ts']],
    ['dialects', ['diagnostics.ts', 'limits.ts', 'markdown', 'model', 'per-text.ts']],
    ['validation', ['model', 'runtime']],
  ])('%s imports of our rooms at most these: %j', (room, allowed: string[]) => {
    const others = arrowsOf(room).filter(({ to }) => !allowed.includes(to));

    expect(others.map(({ arrow }) => arrow)).toEqual([]);
  });

  test('emit knows neither how docs are read nor where files go', () => {
    const rooms = ['input', 'source', 'markdown', 'dialects', 'resolve', 'output', 'commands'];

    expect(arrowsOf('emit').filter(({ to }) => rooms.includes(to))).toEqual([]);
  });

  test('no file imports itself by way of others', () => {
    expect(circlesIn(imports)).toEqual([]);
  });

  test('no room imports itself by way of others', () => {
    const rooms = new Set([...imports.keys()].map(roomOf));

    expect(
      circlesIn(new Map(Array.from(rooms, (room) => [room, arrowsOf(room).map(({ to }) => to)]))),
    ).toEqual([]);
  });
});
