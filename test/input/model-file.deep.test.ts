import { expect, it } from 'vitest';
import { foundOfWideUnion } from './wide-union.ts';

it('a model.json may have a union of more members than a call may have arguments', () => {
  const members = 150_000;
  expect(() => Math.max(...Array.from({ length: members }, () => 0))).toThrow(RangeError);
  expect(foundOfWideUnion(members)).toEqual(['put-otherwise']);
});
