import { expect, it } from 'vitest';
import { columns } from '../../generator/reports/columns.ts';

it('names stand to the left, and figures to the right', () => {
  expect(
    columns([
      ['radio', '2 events', '10 ms'],
      ['television', '12 events', '5 ms'],
    ]),
  ).toEqual(['radio        2 events  10 ms', 'television  12 events   5 ms']);
});

it('there may be more rows than a call has arguments', () => {
  expect(columns(Array.from({ length: 200_000 }, () => ['a', '1']))).toHaveLength(200_000);
});
