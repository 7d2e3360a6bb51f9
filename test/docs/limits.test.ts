/** The table of limits in docs/sources.md has the numbers that the program has. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { limits } from '../../generator/limits.ts';
import { root } from '../support/repository.ts';

const mebibyte = 1024 * 1024;
const { page, lines, items, marks, paragraph, nesting, name, type, objectFields, fields } = limits;
const { source, sourceItems, sourceQuotes, docs, files, entries, links, parts, patterns, indexes } =
  limits;

test('docs are told how large they may be', async () => {
  const text = await readFile(path.join(root, 'docs/sources.md'), 'utf8');
  const section = text.slice(text.indexOf('## How large docs may be'));
  const rows = section.split('\n').filter((line) => line.startsWith('| '));
  const numbers = rows
    .slice(2)
    .map((row) =>
      Array.from((row.split('|')[2] ?? '').matchAll(/[\d.]+/g), ([one]) => Number(one)),
    );

  expect(numbers).toEqual([
    [page / mebibyte, lines, items, marks],
    [paragraph],
    [nesting],
    [name, type],
    [objectFields],
    [fields],
    [source / mebibyte, sourceItems, sourceQuotes],
    [docs / mebibyte, files, entries, links],
    [page / mebibyte, parts],
    [patterns, indexes],
    [limits.frontMatter],
    [limits.model / mebibyte],
    [limits.faults],
  ]);
});
