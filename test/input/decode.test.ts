import { expect, it } from 'vitest';
import { decodeText } from '../../generator/input/decode.ts';
import { modelSources } from '../../generator/pipeline.ts';
import { docsOf } from '../support/docs.ts';
import { tree } from '../support/small-docs.ts';

const encoder = new TextEncoder();

it.each([
  ['of another system', 'a\r\nb\r\n', 'a\nb\n'],
  ['of an old one', 'a\rb', 'a\nb'],
  ['behind a byte order mark', '\ufeffa\r\n', 'a\n'],
  ['before a byte order mark', 'a\r\n\ufeff# b', 'a\n# b'],
])('line ends %s are line ends', (_, text, decoded) => {
  expect(decodeText(encoder.encode(text))).toBe(decoded);
});

it('the model of pages is the same, whatever ends their lines', () => {
  const texts = tree(
    '- `a` (string, optional): Words\n  of it. Default: `x`.\n\n  More of them.\n',
  );
  const others = Object.fromEntries(
    Object.entries(texts).map(([file, text]) => [file, text.replaceAll('\n', '\r\n')]),
  );
  const [one, other] = [texts, others].map((docs) => modelSources(docsOf(docs))[0]?.model);
  expect(one?.events).toHaveLength(1);
  expect(other).toEqual(one);
});
