/** The elements of lists of JSON, whatever stands around them, in whatever pieces the document comes. */
import { describe, expect, test } from 'vitest';
import { Elements, type Element, type Way } from '../../../generator/input/frames/elements.ts';

const isWanted = (way: Way): boolean => way.at(-1) === 'wanted';

function read(document: string, { size = 3, most = 1000 } = {}): Elements & { found: Element[] } {
  const elements = new Elements(isWanted, most);
  const bytes = Buffer.from(document);
  const found: Element[] = [];
  for (let at = 0; at < bytes.length; at += size)
    found.push(...elements.read(bytes.subarray(at, at + size)));
  elements.end();
  return Object.assign(elements, { found });
}

const document = `\ufeff{ "version": 1.5e3, "none": [], "empty": {}, "a\\"b": "[{\\\\",
  "list": [ true, { "wanted": [ {"ö": "]}\\"\\\\"}, 7, "x", null, [[1], {"a": [{}]}] , {} ] }, -0 ],
  "wanted": [], "last": { "wanted": { "wanted": [{"a":1}] } } }`;

describe('elements', () => {
  test.each([1, 2, 3, 7, 1000])('come in pieces of %s bytes', (size) => {
    const { found, hasList, isFaulty } = read(document, { size });

    expect(found).toEqual([
      { way: ['list', 1, 'wanted', 0], text: '{"ö": "]}\\"\\\\"}' },
      { way: ['list', 1, 'wanted', 4], text: '[[1], {"a": [{}]}]' },
      { way: ['list', 1, 'wanted', 5], text: '{}' },
      { way: ['last', 'wanted', 'wanted', 0], text: '{"a":1}' },
    ]);
    expect([hasList, isFaulty]).toEqual([true, false]);
  });

  test('that are too large have no text', () => {
    const { found } = read('{"wanted":[{"a":"0123456789"},{}]}', { most: 10 });

    expect(found).toEqual([{ way: ['wanted', 0] }, { way: ['wanted', 1], text: '{}' }]);
  });

  test('may be wanted of no list that there is', () => {
    expect(read('[1, {"wanted": "[{}]"}]')).toMatchObject({ hasList: false, isFaulty: false });
  });
});

test.each([
  '{"wanted":[{}',
  '{"wanted":[{}]',
  '{"wanted":[{}}',
  '{"wanted":[{}]]',
  '{"wanted":[{} {}]}',
  '{"wanted":[{},]}',
  '{"wanted":[,{}]}',
  '{"wanted" [{}]}',
  '{"wanted":[{}],}',
  '{:1}',
  '{"a":}',
  '{"a" "b":1}',
  '{"a":1 2}',
  '{a:1}',
  '{1:1}',
  '{"a":nul}',
  '{"a":01}',
  '{"a":1}}',
  '{} {}',
  '[}',
  '[1:2]',
  ',',
  ']',
  ':',
  '"a',
  '[1',
  '',
])('%s is not JSON', (text) => {
  expect(() => JSON.parse(text)).toThrow(SyntaxError);
  expect(read(text).isFaulty).toBe(true);
});

test.each(['{}', '[]', '"a"', '1', ' null ', '[[],{}]', '{"a":{"b":[1,2]}}'])('%s is', (text) => {
  expect(read(text).isFaulty).toBe(false);
});

test('a document that is nested deeper than any is not read', () => {
  expect(read('['.repeat(1001))).toMatchObject({ isFaulty: true, isTooDeep: true });
});
