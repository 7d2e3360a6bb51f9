/** The other half of `names.1.deep.test.ts`. */
import { expect, it } from 'vitest';
import { faultyDocsOf } from '../support/random-names.ts';

it.each([6, 7, 8, 9, 10])(
  'whatever things are called, their code compiles and their guards tell messages apart: 1,000 docs, seed %i',
  (seed) => {
    expect(faultyDocsOf(1000, seed)).toEqual([]);
  },
);
