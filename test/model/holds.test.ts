import { expect, test } from 'vitest';
import { canHold } from '../../generator/model/holds.ts';
import type { Type } from '../../generator/model/model.ts';
import { arrayOf, integer, nothing, reference, string, union } from '../support/models.ts';

/** Shapes that are each one of two lists of the next one. */
const forks = new Map<string, Type>(
  Array.from({ length: 90 }, (_, i) => {
    const next = reference(`S${i + 1}`);
    return [`S${i}`, union(arrayOf(next), arrayOf(union(next, nothing)))] as const;
  }),
).set('S90', integer);

const nested = (value: string) => JSON.parse('['.repeat(90) + value + ']'.repeat(90));

test('a value is held against a shape once, however many ways lead there', () => {
  const shapeOf = (name: string) => forks.get(name);

  expect(canHold(reference('S0'), nested('5'), shapeOf)).toBe(true);
  expect(canHold(reference('S0'), nested('"5"'), shapeOf)).toBe(false);
});

test('a shape that is made of itself says nothing more of itself', () => {
  const station = union(string, reference('Station'));

  expect(canHold(reference('Station'), 'FM', () => station)).toBe(true);
  expect(canHold(reference('Station'), 5, () => station)).toBe(false);
});
