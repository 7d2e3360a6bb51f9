/** Examples keep the structure of a message, and nothing of what it says. */
import { expect, test } from 'vitest';
import { exampleOf } from '../../generator/traffic/hidden.ts';

const message = {
  type: 'tuned',
  user: { name: 'Ann', age: 7, tags: ['a', 'b'], 'ann@home': true },
  parts: [{ kind: 'song' }, { kind: 'news', words: 'secret', rate: 0.5 }],
  more: { words: 'secret' },
};
const hidden = { values: false, documented: new Set(['tuned', 'news']) };

test.each<[(string | number)[], unknown]>([
  [
    ['user', 'age'],
    {
      type: 'tuned',
      user: {
        name: '<string, 3 characters>',
        age: '<integer>',
        tags: ['<2 items>'],
        '<key>': '<boolean>',
      },
      parts: ['<2 items>'],
      more: '<object>',
    },
  ],
  [
    ['parts', 1, 'rate'],
    {
      type: 'tuned',
      user: '<object>',
      parts: [
        { kind: 'news', words: '<string, 6 characters>', rate: '<number>' },
        '<1 other item>',
      ],
      more: '<object>',
    },
  ],
])('on the way to %j', (path, expected) => {
  expect(exampleOf(message, path, hidden)).toEqual(expected);
});

test('with values, as they are', () => {
  expect(exampleOf({ a: 'x', b: 1, c: null }, [], { ...hidden, values: true })).toEqual({
    a: 'x',
    b: 1,
    c: null,
  });
});

test('with few of many keys, and the one that it is about', () => {
  const many = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`k${i}`, i]));

  expect(Object.keys(Object(exampleOf(many, ['k99'], hidden)))).toEqual([
    ...Array.from({ length: 12 }, (_, i) => `k${i}`),
    'k99',
    '<others>',
  ]);
});

test('with one of a thing told as one', () => {
  const keys = Object.fromEntries(Array.from({ length: 13 }, (_, i) => [`k${i}`, i]));
  const shown = exampleOf({ a: 'x', b: ['x'], c: keys }, ['c'], hidden);

  expect(shown).toMatchObject({ a: '<string, 1 character>', b: ['<1 item>'] });
  expect(shown).toHaveProperty(['c', '<others>'], '<1 key>');
});
