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
import { modelSources, type SourceResult } from '../../generator/pipeline.ts';
import { readDocs } from '../../generator/input/docs-folder.ts';
import { messageFaultsOf } from '../support/code-faults.ts';

const fixtures = path.join(import.meta.dirname, 'fixtures');

test('every dialect has fixtures, and there are no others', () => {
  expect(foldersIn(fixtures)).toEqual(Object.keys(dialects).toSorted());
});

describe.each(foldersIn(fixtures))('%s', (dialect) => {
  const cases = path.join(fixtures, dialect);

  const known = new Map<string, SourceResult[]>();
  /** What is read in a case; each is read once. */
  const read = async (name: string): Promise<readonly SourceResult[]> => {
    const results = known.get(name) ?? modelSources(await readDocs(path.join(cases, name)));
    known.set(name, results);
    return results;
  };

  test.each(foldersIn(cases))('the guards of %s look into every object', async (name) => {
    const faults = (await read(name)).flatMap(({ model, sound }) =>
      model && sound ? messageFaultsOf(model) : [],
    );
    expect(faults).toEqual([]);
  });

  test('some cases have guards', async () => {
    const results = await Promise.all(foldersIn(cases).map(read));
    expect(results.flat().some(({ model, sound }) => model && sound)).toBe(true);
  });

  test.each(foldersIn(cases))('%s', async (name) => {
    const expected = path.join(cases, name, 'expected.json');
    const results = await read(name);
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
