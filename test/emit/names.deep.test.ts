/** As `names.test.ts`, with ten thousand docs. */
import { expect, it } from 'vitest';
import { faultyDocsOf } from '../support/random-names.ts';

it.each(Array.from({ length: 10 }, (_, i) => i + 1))(
  'whatever things are called, their code compiles and their guards tell messages apart: 1,000 docs, seed %i',
  (seed) => {
    expect(faultyDocsOf(1000, seed)).toEqual([]);
  },
);
