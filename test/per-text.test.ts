import { expect, it } from 'vitest';
import { perText, perValue } from '../generator/per-text.ts';

it('looks into each text once, and into another one again', () => {
  const texts: string[] = [];
  const lengthOf = perText((text) => texts.push(text) && text.length);
  expect(['one', 'three', 'one', 'One'].map(lengthOf)).toEqual([3, 5, 3, 3]);
  expect(texts).toEqual(['one', 'three', 'One']);
});

it('finds nothing once as well', () => {
  let count = 0;
  const nothing = perText(() => void count++);
  expect([nothing('a'), nothing('a'), count]).toEqual([undefined, undefined, 1]);
});

it('forgets what it found when that is too much', () => {
  const texts: string[] = [];
  const find = perText((text) => texts.push(text), 4);
  for (const text of ['ab', 'cd', 'ab', 'e', 'ab', 'longer']) find(text);
  expect(texts).toEqual(['ab', 'cd', 'e', 'ab', 'longer']);
});

it('makes something of each value once, and of any other again', () => {
  const lengths = perValue((values: readonly number[]) => ({ length: values.length }));
  const made = lengths([1, 2]);
  expect(lengths([1, 2])).toBe(made);
  expect(lengths([1, 2, 3])).toEqual({ length: 3 });
});
