import { expect, it } from 'vitest';
import { readTree, type EntryKind } from '../../generator/input/docs.ts';
import { limits } from '../../generator/limits.ts';

/** A tree of empty files. */
const treeOf = (files: readonly string[]) => ({
  name: 'docs',
  entries: new Map(files.map((file): [string, EntryKind] => [file, 'file'])),
  nameOf: (file: string) => `docs/${file}`,
  sizesOf: async (pages: readonly string[]) => pages.map(() => 0),
  read: async (pages: readonly string[]) => pages.map(() => new Uint8Array()),
});

it('a tree may hold more files beside its sources than a call has arguments', async () => {
  const images = Array.from({ length: 130_000 }, (_, i) => `images/${i}.png`);
  const docs = await readTree(treeOf(['radio/source.json', ...images]));
  expect([...docs.keys()]).toEqual(['radio/source.json']);
});

it('sources of more files than are read are refused, whatever these are', async () => {
  const files = Array.from({ length: limits.files }, (_, i) => `radio/${i}.png`);
  await expect(readTree(treeOf(['radio/source.json', ...files]))).rejects.toThrow(
    `the sources of docs have more than ${limits.files} files, which are not read; split it, or leave out what is not docs.`,
  );
});

it('a page that is larger than a source may be is not read', async () => {
  const large = 'radio/large.md';
  const tree = treeOf(['radio/source.json', large]);
  const asked: string[] = [];
  const docs = await readTree({
    ...tree,
    sizesOf: async (pages) => pages.map((page) => (page === large ? 5e8 : 0)),
    read: async (pages) => {
      asked.push(...pages);
      return tree.read(pages);
    },
  });
  expect(asked).toEqual(['radio/source.json']);
  expect(docs.get(large)).toHaveLength(limits.source + 1);
});
