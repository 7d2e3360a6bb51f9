/** The figures of docs/validate.md are those of the recorded messages. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { validatedTable } from '../../../scripts/traffic/validated.ts';
import { root } from '../../support/repository.ts';

/** The cells of each row of a table. */
const cellsOf = (table: string): string[][] =>
  table
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => !cells.some((cell) => /^-+:?$/.test(cell)));

test('docs/validate.md has the figures of all recorded messages', async () => {
  const page = await readFile(path.join(root, 'docs/validate.md'), 'utf8');
  const [, section = ''] = page.split('## Recorded sessions');
  const table = await validatedTable(path.join(root, '../shared/traffic/recorded.jsonl'));

  expect(cellsOf(section)).toEqual(cellsOf(table));
});
