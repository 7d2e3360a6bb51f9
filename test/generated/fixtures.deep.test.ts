/** What is generated from every fixture of the dialects compiles, and its guards tell messages apart, in all four readings. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readDocs } from '../../generator/input/docs-folder.ts';
import { modelSources } from '../../generator/pipeline.ts';
import { codeFaultsOf, inAllReadings } from '../support/code-faults.ts';
import { root } from '../support/repository.ts';

const fixtures = path.join(root, 'test/dialects/fixtures');

it.each(readdirSync(fixtures))('%s', async (dialect) => {
  const folders = readdirSync(path.join(fixtures, dialect));
  const sources = await Promise.all(
    folders.map(async (name) =>
      modelSources(await readDocs(path.join(fixtures, dialect, name))).flatMap(
        ({ model, sound }) => (model && sound ? inAllReadings(model) : []),
      ),
    ),
  );
  const models = sources.flat();
  expect(models.length).toBeGreaterThan(4);
  expect(codeFaultsOf(models).flat()).toEqual([]);
});
