/** Documents of the `openai-tree` dialect that nobody wrote. `FUZZ=10` tries ten times as many, and others in each run. */
import { expect, it } from 'vitest';
import { tryDocuments } from './documents.ts';
import { treeDocs } from './grammars.ts';

it('documents throw nothing, hang nowhere, and compile or are told why not', async () => {
  const tally = await tryDocuments(treeDocs, 6000);
  expect(tally.documents).toBeGreaterThanOrEqual(6000);
  expect(tally.compiled).toBeGreaterThan(6000 / 50);
}, 3_600_000);
