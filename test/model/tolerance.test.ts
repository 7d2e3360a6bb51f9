import { expect, test } from 'vitest';
import { mayBeAbsent, toleranceOf } from '../../generator/model/tolerance.ts';

const tolerant = { nullable: true, openValues: true, unknownKeys: true };
const exact = { nullable: false, openValues: false, unknownKeys: false };

test('reading is tolerant, and writing exact', () => {
  expect(toleranceOf({}, 'server')).toEqual(tolerant);
  expect(toleranceOf({}, 'client')).toEqual(exact);
});

test('a source may say otherwise, for each direction', () => {
  expect(toleranceOf({ reading: { server: 'exact' } }, 'server')).toEqual(exact);
  expect(toleranceOf({ reading: { server: 'exact' } }, 'client')).toEqual(exact);
  expect(toleranceOf({ reading: { client: 'tolerant' } }, 'client')).toEqual(tolerant);
});

test('what is not required may be absent', () => {
  expect(mayBeAbsent({ requiredness: 'required' })).toBe(false);
  expect(mayBeAbsent({ requiredness: 'optional' })).toBe(true);
  expect(mayBeAbsent({ requiredness: 'unstated' })).toBe(true);
});
