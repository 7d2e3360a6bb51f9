/** Documents of the `yandex-rest` dialect that nobody wrote. `FUZZ=10` tries ten times as many, and others in each run. */
import { expect, it } from 'vitest';
import { tryDocuments } from './documents.ts';
import { restDocs } from './grammars.ts';

it('documents throw nothing, hang nowhere, and compile or are told why not', async () => {
  const tally = await tryDocuments(restDocs, 4500);
  expect(tally.documents).toBeGreaterThanOrEqual(4500);
  expect(tally.compiled).toBeGreaterThan(4500 / 50);
}, 3_600_000);
