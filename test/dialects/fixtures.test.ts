/**
 * Folders of small pages, and beside them what the pipeline reads in them:
 *
 *     fixtures/<dialect>/<case>/<source>/…       a docs folder
 *     fixtures/<dialect>/<case>/expected.json    its models and diagnostics
 *
 * `UPDATE=1 npx vitest run test/dialects` writes `expected.json` anew; read what changed before you keep it.
 */
import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { lineOfDiagnostic } from '../../generator/diagnostics.ts';
import { dialects } from '../../generator/dialects/index.ts';
import { modelSources } from '../../generator/pipeline.ts';
import { readDocs } from '../../generator/input/docs-folder.ts';
import { messageFaultsOf } from '../support/code-faults.ts';

const fixtures = path.join(import.meta.dirname, 'fixtures');

test('every dialect has fixtures, and there are no others', () => {
  expect(foldersIn(fixtures)).toEqual(Object.keys(dialects).toSorted());
});

describe.each(foldersIn(fixtures))('%s', (dialect) => {
  const cases = path.join(fixtures, dialect);

  test.each(foldersIn(cases))('the guards of %s look into every object', async (name) => {
    for (const { model, sound } of modelSources(await readDocs(path.join(cases, name))))
      expect(model && sound ? messageFaultsOf(model) : []).toEqual([]);
  });

  test.each(foldersIn(cases))('%s', async (name) => {
    const expected = path.join(cases, name, 'expected.json');
    const results = modelSources(await readDocs(path.join(cases, name)));
    const actual = {
      models: results.flatMap(({ model }) => model ?? []),
      diagnostics: results.flatMap(({ diagnostics }) => diagnostics.map(lineOfDiagnostic)),
    };
    const text = `${JSON.stringify(actual, null, 2)}\n`;
    if (process.env['UPDATE'] === '1') await writeFile(expected, text);
    expect(text).toBe(await readFile(expected, 'utf8'));
  });
});

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
}
