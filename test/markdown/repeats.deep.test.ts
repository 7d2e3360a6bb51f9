import { expect, test } from 'vitest';
import { decodeFile } from '../../generator/input/decode.ts';
import { readDocs } from '../../generator/input/docs-folder.ts';
import { docsSrc } from '../support/repository.ts';
import { treeInShort, treeOf } from '../support/whole-trees.ts';

test('the pages of the references have the same trees with what they repeat and without', async () => {
  const pages = [...(await readDocs(docsSrc))].filter(([path]) => path.endsWith('.md'));
  let count = 0;
  for (const [path, content] of pages) {
    const text = String(decodeFile(path, content));
    const tree = treeInShort(text);
    if (!tree) continue;
    count++;
    expect({ path, tree }).toEqual({ path, tree: treeOf(text) });
  }
  expect(count).toBeGreaterThan(1);
}, 60_000);
