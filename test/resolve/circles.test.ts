import { expect, it } from 'vitest';
import type { Shape } from '../../generator/model/model.ts';
import { typeSignature } from '../../generator/model/signature.ts';
import { openCircles } from '../../generator/resolve/circles.ts';
import {
  arrayOf,
  integer,
  object,
  optional,
  reference,
  shape,
  string,
  union,
} from '../support/models.ts';

/** What becomes of shapes. */
function opened(...shapes: Shape[]): string[] {
  const empty = openCircles(shapes).map(({ name }) => `${name} is nothing but itself`);
  return [...shapes.map(({ name, type }) => `${name} = ${typeSignature(type)}`), ...empty];
}

it('a union that has itself as a member is what its others are', () => {
  expect(opened(shape('A', union(string, reference('A'))))).toEqual(['A = string']);
});

it('unions that have each other as members are what all their others are', () => {
  expect(
    opened(shape('A', union(string, reference('B'))), shape('B', union(integer, reference('A')))),
  ).toEqual(['A = string | integer', 'B = integer | string']);
});

it('a union beside a circle keeps its members', () => {
  expect(
    opened(shape('A', union(string, reference('B'))), shape('B', union(integer, reference('B')))),
  ).toEqual(['A = string | B', 'B = integer']);
});

it('what contains itself in a list or in an object is not a circle', () => {
  expect(
    opened(
      shape('A', union(string, arrayOf(reference('A')), reference('B'))),
      shape('B', object([optional('a', reference('A'))])),
    ),
  ).toEqual(['A = string | array<A> | B', 'B = { a: A optional }']);
});

it('what is nothing but itself is open, and told', () => {
  expect(opened(shape('A', reference('B')), shape('B', reference('A')))).toEqual([
    'A = unknown',
    'B = unknown',
    'A is nothing but itself',
    'B is nothing but itself',
  ]);
});
