import * as v from 'valibot';
import { expect, it } from 'vitest';
import { recordOf } from '../generator/contract.ts';

const counts = recordOf(v.string(), v.number('must be a number'));

it('a record keeps what is called as something that each object has', () => {
  const text = '{"a":1,"constructor":2,"__proto__":3,"b":4}';
  expect(JSON.stringify(v.parse(counts, JSON.parse(text)))).toBe(text);
});

it('and checks it', () => {
  const { issues } = v.safeParse(counts, JSON.parse('{"__proto__":"x"}'));
  expect(issues?.map((issue) => [v.getDotPath(issue), issue.message])).toEqual([
    ['__proto__', 'must be a number'],
  ]);
});

it('a record is not a list', () => {
  expect(v.is(counts, [])).toBe(false);
});
