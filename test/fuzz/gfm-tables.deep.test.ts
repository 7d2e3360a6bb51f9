/** Documents of the `gfm-tables` dialect that nobody wrote. `FUZZ=10` tries ten times as many, and others in each run. */
import { expect, it } from 'vitest';
import { tryDocuments } from './documents.ts';
import { tableDocs } from './grammars.ts';

it('documents throw nothing, hang nowhere, and compile or are told why not', async () => {
  const tally = await tryDocuments(tableDocs, 400);
  expect(tally.documents).toBeGreaterThanOrEqual(400);
  expect(tally.compiled).toBeGreaterThan(400 / 50);
}, 3_600_000);
