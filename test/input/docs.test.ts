import { expect, it } from 'vitest';
import { readTree, type EntryKind } from '../../generator/input/docs.ts';

/** A tree of empty files. */
const treeOf = (files: readonly string[]) => ({
  name: 'docs',
  entries: new Map(files.map((file): [string, EntryKind] => [file, 'file'])),
  nameOf: (file: string) => `docs/${file}`,
  sizesOf: async (pages: readonly string[]) => pages.map(() => 0),
  read: async (pages: readonly string[]) => pages.map(() => new Uint8Array()),
});

it('a tree may hold more files than a call has arguments', async () => {
  const images = Array.from({ length: 130_000 }, (_, i) => `radio/${i}.png`);
  const docs = await readTree(treeOf(['radio/source.json', ...images]));
  expect(docs.size).toBe(130_001);
});
