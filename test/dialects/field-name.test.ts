import { expect, test } from 'vitest';
import { diagnosticsOf } from '../support/docs.ts';
import { reference, rest, tree } from '../support/small-docs.ts';

test.each([
  [
    'openai-tree',
    tree('- `station` (object, required)\n- `station.name` (string, required)\n'),
    'radio/tune.md:6:1',
  ],
  [
    'yandex-rest',
    rest('|| station | **object** ||\n|| station.name | **string** ||\n', {
      skeleton: '"station": {}, "station.name": "string"',
    }),
    'radio/tune.md:25:1',
  ],
  [
    'openai-reference',
    reference('- `station: map[string]`\n- `station.name: string`\n'),
    'radio/index.md:16:1',
  ],
])('a name with dots that leads through a field beside it is told in %s', (_, docs, place) => {
  expect(diagnosticsOf(docs)).toEqual([
    expect.stringContaining(
      `${place} warning name-confusable \`station.name\` looks like a property of \`station\`, and is read as a name with dots; `,
    ),
  ]);
});
