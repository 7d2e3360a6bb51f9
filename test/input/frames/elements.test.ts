/** The elements of lists of JSON, whatever stands around them, in whatever pieces the document comes. */
import { describe, expect, test } from 'vitest';
import {
  elementsIn,
  UnreadableDocument,
  type Element,
  type Way,
} from '../../../generator/input/frames/elements.ts';

const isWanted = (way: Way): boolean => way.at(-1) === 'wanted';

async function read(document: string, { size = 3, most = 1000 } = {}): Promise<Element[]> {
  const found: Element[] = [];
  for await (const some of elementsIn(pieces(document, size), isWanted, most)) found.push(...some);
  return found;
}

async function* pieces(document: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(document);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const document = `\ufeff{ "version": 1.5e3, "none": [], "empty": {}, "a\\"b": "[{\\\\",
  "list": [ true, { "wanted": [ {"ö": "]}\\"\\\\"}, 7, "x", null, [[1], {"a": [{}]}] , {} ] }, -0 ],
  "wanted": [], "last": { "wanted": { "wanted": [{"a":1}] } } }`;

describe('elements', () => {
  test.each([1, 2, 3, 7, 1000])('come in pieces of %s bytes', async (size) => {
    expect(await read(document, { size })).toEqual([
      { way: ['list', 1, 'wanted', 0], value: { ö: ']}"\\' } },
      { way: ['list', 1, 'wanted', 1], value: 7 },
      { way: ['list', 1, 'wanted', 2], value: 'x' },
      { way: ['list', 1, 'wanted', 3], value: null },
      { way: ['list', 1, 'wanted', 4], value: [[1], { a: [{}] }] },
      { way: ['list', 1, 'wanted', 5], value: {} },
      { way: ['last', 'wanted', 'wanted', 0], value: { a: 1 } },
    ]);
  });

  test('that are too large have no value', async () => {
    const found = await read('{"wanted":[{"a":"0123456789","b":[1]},{},"0123456789"]}', {
      most: 10,
    });

    expect(found).toEqual([
      { way: ['wanted', 0] },
      { way: ['wanted', 1], value: {} },
      { way: ['wanted', 2] },
    ]);
  });

  test('may be wanted of no list that there is', async () => {
    expect(await read('[1, {"wanted": "[{}]"}, {"wanted": {"0": {}}}]')).toEqual([]);
  });

  test('that came before a fault are given', async () => {
    const elements = elementsIn(pieces('{"wanted":[1,2,oh', 15), isWanted, 1000);

    expect(await elements.next()).toMatchObject({ value: [{ value: 1 }, { value: 2 }] });
    await expect(elements.next()).rejects.toThrow(UnreadableDocument);
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
])('%s is not JSON', async (text) => {
  expect(() => JSON.parse(text)).toThrow(SyntaxError);
  await expect(read(text)).rejects.toMatchObject({ isTooDeep: false });
});

test.each(['{}', '[]', '"a"', '1', ' null ', '[[],{}]', '{"a":{"b":[1,2]}}'])(
  '%s is',
  async (text) => {
    expect(await read(text)).toEqual([]);
  },
);

test('a document that is nested deeper than any is not read', async () => {
  await expect(read('['.repeat(2000))).rejects.toMatchObject({ isTooDeep: true });
});
