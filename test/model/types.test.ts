import { expect, test } from 'vitest';
import type { Reference } from '../../generator/model/model.ts';
import { pathBelow, mapParts, membersOf, openType, unionOf } from '../../generator/model/types.ts';
import {
  arrayOf,
  integer,
  mapOf,
  object,
  somewhere,
  required,
  string,
  union,
} from '../support/models.ts';

test('a union of one member is that member', () => {
  expect(unionOf<Reference>(somewhere, [string])).toBe(string);
  expect(unionOf<Reference>(somewhere, [string, integer])).toEqual(union(string, integer));
});

test('what is not a union is its own only member', () => {
  expect(membersOf<Reference>(union(string, integer))).toEqual([string, integer]);
  expect(membersOf<Reference>(string)).toEqual([string]);
});

test('a type of which nothing is said is anything, or any object', () => {
  expect(openType(somewhere)).toEqual({
    kind: 'open',
    position: somewhere,
    of: 'value',
    reason: 'opaque',
  });
  expect(openType(somewhere, 'object', 'cut')).toEqual({
    kind: 'open',
    position: somewhere,
    of: 'object',
    reason: 'cut',
  });
});

test.each([
  [arrayOf(string), arrayOf(integer)],
  [mapOf(string), mapOf(integer)],
  [union(string, string), union(integer, integer)],
  [object([required('a', string)]), object([required('a', integer)])],
  [string, string],
])('the parts of %j are replaced', (type, expected) => {
  expect(mapParts(type, () => integer)).toEqual(expected);
});

test('the path of a field begins with that of its object', () => {
  expect(pathBelow('', 'a')).toBe('a');
  expect(pathBelow('a[]', 'b')).toBe('a[].b');
});
