/** As `names.test.ts`, with ten thousand docs: half of them here, half in the file beside. */
import { expect, it } from 'vitest';
import { faultyDocsOf } from '../support/random-names.ts';

it.each([1, 2, 3, 4, 5])(
  'whatever things are called, their code compiles and their guards tell messages apart: 1,000 docs, seed %i',
  (seed) => {
    expect(faultyDocsOf(1000, seed)).toEqual([]);
  },
);
