/** Documents of the three dialects that nobody wrote. `FUZZ=10` tries ten times as many, and others in each run. */
import { describe, expect, it } from 'vitest';
import type { Texts } from '../docs.ts';
import type { Arbitrary } from 'fast-check';
import { tryDocuments } from './documents.ts';
import { restDocs, summaryDocs, treeDocs } from './grammars.ts';

const dialects: [string, Arbitrary<Texts>, number][] = [
  ['openai-tree', treeDocs, 6000],
  ['yandex-rest', restDocs, 4500],
  ['event-summary', summaryDocs, 7500],
];

describe('documents made by the grammar of a dialect', () => {
  it.each(dialects)(
    '%s: throw nothing, hang nowhere, and compile or are told why not',
    async (_, documents, runs) => {
      const tally = await tryDocuments(documents, runs);
      expect(tally.documents).toBeGreaterThanOrEqual(runs);
      expect(tally.compiled).toBeGreaterThan(runs / 50);
    },
    3_600_000,
  );
});
