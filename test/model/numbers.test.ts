import { expect, it } from 'vitest';
import { unheldNumber } from '../../generator/model/numbers.ts';

it.each([
  '0',
  '-0.0',
  '0.10',
  '100',
  '1e3',
  '1E-7',
  '0.1234567890123456',
  '123456789.125',
  '[0.5, 1]',
])('%s is held', (text) => {
  expect(unheldNumber(text)).toBeUndefined();
});

it.each(['0.12345678901234567', '1.00000000000000000001', '-0.30000000000000000001', '1e-400'])(
  '%s comes out as another',
  (text) => {
    expect(unheldNumber(text)).toBe(text);
  },
);

it('numbers in quotes are texts', () => {
  expect(unheldNumber(`['1.00000000000000000001', "2.00000000000000000001"]`)).toBeUndefined();
});

it('integers that are too great are a matter of the contract', () => {
  expect(unheldNumber('9007199254740993')).toBeUndefined();
});
