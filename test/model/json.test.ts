import { describe, expect, it, test } from 'vitest';
import {
  isTooDeep,
  keysOf,
  parseUnambiguousJson,
  repeatedKeys,
} from '../../generator/model/json.ts';

describe('keys', () => {
  test.each([
    ['of one object', '{"a": 1, "b": 2, "a": 3}', ['a']],
    ['that are spelled otherwise', String.raw`{"a": 1, "\u0061": 3}`, ['a']],
    ['of an object in a list', '{"a": [{}, {"b": 1, "b": 2}]}', ['a.1.b']],
    ['of different objects', '{"a": {"a": 1}, "b": {"a": [{"a": 1}, {"a": 1}]}}', []],
    ['beside strings that look like them', String.raw`{"a": "{\"b\":1,\"b\":2}"}`, []],
  ])('%s are told where they are there twice', (_, text, paths) => {
    expect(repeatedKeys(text).map(({ path }) => path)).toEqual(paths);
  });

  it('are found with their places', () => {
    expect(keysOf('{"a": {"b": 1}}', ({ key }) => key === 'b')).toEqual([
      { key: 'b', path: 'a.b', offset: 7, isRepeated: false },
    ]);
  });

  it('that are there twice make no JSON that says one thing', () => {
    expect(parseUnambiguousJson('{"a": 1, "a": 1}')).toBeUndefined();
    expect(parseUnambiguousJson('{"a": 1, "b": "a"}')).toEqual({ a: 1, b: 'a' });
  });
});

describe('JSON is nested too deep', () => {
  test.each([
    ['in brackets', '[[['],
    ['in an object', '{"a": [{'],
    ['behind a string that does not end', '["\n[['],
    ['behind a string that does not end in any line', '["\r[['],
    ['behind a string of ends', '["]]]]",[['],
    ['behind a quote in a comment', '/* " */ [[['],
    ['behind a quote in the comment of a line', '// "\n[[['],
  ])('%s', (_, text) => {
    expect(isTooDeep(text, 2)).toBe(true);
  });

  test.each([
    ['where brackets close', '[[], [], []]'],
    ['where brackets stand in a comment', '[] /* [[[ */ // [[['],
    ['where a comment does not end', '[] /* [[['],
    ['where a comment only begins', '[]/'],
    ['where brackets stand in a string', String.raw`["\"[[[", "["]`],
  ])('but not %s', (_, text) => {
    expect(isTooDeep(text, 2)).toBe(false);
  });
});
