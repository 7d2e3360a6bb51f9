/** Types in one line, as differences between copies of a shape speak of them. */
import { expect, test } from 'vitest';
import type { Type } from '../../generator/model/model.ts';
import { typeSummary } from '../../generator/model/signature.ts';
import {
  arrayOf,
  integer,
  literal,
  mapOf,
  nothing,
  object,
  oneOf,
  openObject,
  openOneOf,
  openValue,
  reference,
  string,
  union,
} from '../support/models.ts';

test.each<[Type, string]>([
  [string, 'string'],
  [{ kind: 'string', position: 'a.md:1:1', format: 'uri' }, 'string (uri)'],
  [literal('am'), "'am'"],
  [oneOf('am', 2, true), "'am' | 2 | true"],
  [openOneOf('am', 'fm'), "'am' | 'fm' | …"],
  [openObject, 'object'],
  [openValue, 'unknown'],
  [arrayOf(string), 'array<string>'],
  [mapOf(arrayOf(integer)), 'map<array<integer>>'],
  [object([]), 'object with fields'],
  [union(reference('Station'), nothing), 'Station | null'],
])('%#. the summary of %j is %s', (type, summary) => {
  expect(typeSummary(type)).toBe(summary);
});

test('a summary does not depend on the order of values or members', () => {
  expect(typeSummary(oneOf('fm', 'am'))).toBe(typeSummary(oneOf('am', 'fm')));
  expect(typeSummary(union(string, nothing))).toBe(typeSummary(union(nothing, string)));
});

test('a value with a quote in it is not taken for several', () => {
  expect(typeSummary(literal("a' | 'b"))).not.toBe(typeSummary(oneOf('a', 'b')));
});
