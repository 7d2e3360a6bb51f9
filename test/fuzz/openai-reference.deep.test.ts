/** Documents of the `openai-reference` dialect that nobody wrote. `FUZZ=10` tries ten times as many, and others in each run. */
import { expect, it } from 'vitest';
import { tryDocuments } from './documents.ts';
import { referenceDocs } from './grammars.ts';

it('documents throw nothing, hang nowhere, and compile or are told why not', async () => {
  const tally = await tryDocuments(referenceDocs, 800);
  expect(tally.documents).toBeGreaterThanOrEqual(800);
  expect(tally.compiled).toBeGreaterThan(800 / 50);
}, 3_600_000);
