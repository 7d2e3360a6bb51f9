/** A shape of both directions of which a correction is for one. */
import { expect, test } from 'vitest';
import { typeSummary } from '../../generator/model/signature.ts';
import { diagnosticsOf, modelOf, sourceJson, type Texts } from '../support/docs.ts';

const station = (indent: string) =>
  [
    '- `station: Station`',
    '  - `name: Label`',
    '    - `text: optional string`',
    '    - `size: optional number`',
    '  - `owner: Owner`',
    '    - `id: string`',
  ]
    .map((line) => `${indent}${line}`)
    .join('\n');

const page = (direction: string, event: string) => `# Radio ${direction} events

<a id="${event}"></a>

## ${event}

### Schema

Schema name: \`Radio\`

- \`type: "${event}"\`
  - \`"${event}"\`
${station('')}
`;

const correction = (target: string, matches: number) => `---
target: ${target}
matches: ${matches}
was: string, optional
reason: It is null where nobody wrote one.
evidence: a recording
---

- \`text: optional string or null\`
`;

const docs = (target: string, matches: number): Texts => ({
  'radio/source.json': sourceJson('openai-reference', {
    index: { server: 'server-events.md', client: 'client-events.md' },
  }),
  'radio/server-events.md': page('server', 'station.changed'),
  'radio/client-events.md': page('client', 'station.set'),
  'radio/corrections/text.md': correction(target, matches),
});

/** The shapes of docs, each with its fields. */
function shapesIn(texts: Texts): Record<string, string> {
  return Object.fromEntries(
    modelOf(texts).shapes.map(({ name, type }) => [
      name,
      type.kind === 'object'
        ? type.fields.map((field) => `${field.name}: ${typeSummary(field.type)}`).join(', ')
        : typeSummary(type),
    ]),
  );
}

test('it is two shapes, and so is what it is a part of', () => {
  const texts = docs('station.changed/station.name.text', 1);

  expect(shapesIn(texts)).toEqual({
    Label: 'text: null | string, size: number',
    Owner: 'id: string',
    Station: 'name: Label, owner: Owner',
    LabelParam: 'text: string, size: number',
    StationParam: 'name: LabelParam, owner: Owner',
  });
  expect(diagnosticsOf(texts)).toEqual([]);
  const [changed, set] = modelOf(texts).events.map(({ body }) => body.fields[1]?.type);
  expect([changed, set]).toMatchObject([{ name: 'Station' }, { name: 'StationParam' }]);
});

test('it stays one where the correction is for both', () => {
  expect(Object.keys(shapesIn(docs('Label/text', 2)))).toEqual(['Station', 'Label', 'Owner']);
});
