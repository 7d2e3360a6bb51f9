/** Single examples of a page in the `event-summary` dialect; whole pages are in `fixtures/event-summary`. */
import { describe, expect, test } from 'vitest';
import { diagnosticsOf, modelOf, sourceJson, type Texts } from '../support/docs.ts';
import { lastField, summary } from '../support/small-docs.ts';

test('nested fields that only a second example shows are added to those of the first', () => {
  const [station] = modelOf(
    summary(
      '{ "type": "tune", "station": { "name": "one" } }',
      '{ "type": "tune", "station": { "city": "Rome" } }',
    ),
  ).shapes;

  expect(station?.type.kind === 'object' && station.type.fields.map(({ name }) => name)).toEqual([
    'name',
    'city',
  ]);
});

test('an example does not contradict the type that is inferred from it', () => {
  expect(diagnosticsOf(summary('{ "type": "tune", "mixed": [1, "one"] }'))).toEqual([]);
});

test('an example that is nested four thousand deep is a fault of the page, and nothing throws', () => {
  const value = `${'['.repeat(4000)}${']'.repeat(4000)}`;

  expect(diagnosticsOf(summary(`{ "type": "tune", "a": ${value} }`))).toEqual([
    'radio/index.md:9:1 error example-malformed this example is not one JSON object, or several, one behind the other; fix its JSON.',
  ]);
});

describe('the elements of a list', () => {
  test('show together what each of them shows', () => {
    const { shapes } = modelOf(
      summary(
        '{ "type": "tune", "stations": [{ "name": "one", "at": [1] }, { "city": "Rome", "at": ["x"] }] }',
      ),
    );
    const [station] = shapes;

    expect(station?.type).toMatchObject({
      fields: [
        { name: 'name' },
        { name: 'at', type: { kind: 'array', element: { kind: 'number' } } },
        { name: 'city' },
      ],
    });
  });

  test('show what a second example shows of them', () => {
    const { shapes } = modelOf(
      summary(
        '{ "type": "tune", "stations": [] }',
        '{ "type": "tune", "stations": [{ "name": "one" }] }',
        '{ "type": "tune", "stations": [{ "city": "Rome" }, null] }',
      ),
    );

    expect(shapes.map(({ type }) => type)).toMatchObject([
      { fields: [{ name: 'name' }, { name: 'city' }] },
    ]);
  });

  test('of several kinds show what a second example shows of one of them', () => {
    const { shapes } = modelOf(
      summary(
        '{ "type": "tune", "stations": [null, { "name": "one" }] }',
        '{ "type": "tune", "stations": [{ "city": "Rome" }] }',
      ),
    );

    expect(shapes.map(({ type }) => type)).toMatchObject([
      { fields: [{ name: 'name' }, { name: 'city' }] },
    ]);
  });

  test('of several kinds are any of these', () => {
    expect(
      lastField(summary('{ "type": "tune", "a": [1, { "b": 1 }, "one", 2] }'))?.type,
    ).toMatchObject({
      element: { members: [{ kind: 'number' }, { kind: 'reference' }, { kind: 'string' }] },
    });
  });
});

test('a key that an example has twice is reported at the second', () => {
  expect(diagnosticsOf(summary('{ "type": "tune",\n  "a": { "b": 1,\n "b": "x" } }'))).toEqual([
    'radio/index.md:12:2 error example-malformed this example has the key "b" twice in one object; remove one of the two.',
  ]);
});

test.each(['[NOT SUPPORTED]', 'Text. NOT SUPPORTED.', 'Text. NOT SUPPORTED'])(
  'the last event above a section of no examples may be flagged: %s',
  (words) => {
    const docs = {
      ...summary(),
      'radio/index.md': `# Events\n\n## Event Reference\n\n- \`tune\` - ${words}\n\n## Event Examples\n`,
    };
    expect(diagnosticsOf(docs)).toEqual([]);
    expect(modelOf(docs).events[0]?.support.status).toBe('unsupported');
  },
);

describe('words about the document', () => {
  /** A summary with a section that is about the document; its words begin on line 11. */
  const withSources = (words: string): Texts => ({
    ...summary(),
    'radio/index.md': `${summary()['radio/index.md'] ?? ''}## Sources\n\n${words}`,
  });

  test.each([
    ['an example', '```json\n{ "type": "tune" }\n```\n', '11:1 error block-unknown'],
    ['an example below a heading', '### Tune\n\n```json\n{}\n```\n', '13:1 error block-unknown'],
    ['a table', '| Event | Words |\n|---|---|\n| lost | words |\n', '11:1 error block-unknown'],
    ['an event', '- `lost` - an event\n', '11:1 error bullet-unknown'],
    ['an event with a colon', '- `lost`: an event\n', '11:1 error bullet-unknown'],
    ['an event in bold', '- **`lost`** - an event\n', '11:1 error bullet-unknown'],
    ['the dotted name of an event', '- `response.lost`\n', '11:1 error bullet-unknown'],
    ['an event below a bullet', '- Words:\n  - `lost` - an event\n', '12:3 error bullet-unknown'],
    ['an event without its bullet', 'Words.\n`lost` - an event\n', '11:1 error bullet-unknown'],
  ])('hold no %s', (_, words, fault) => {
    const faults = diagnosticsOf(withSources(words));

    expect(faults).toEqual([expect.stringContaining(`radio/index.md:${fault} `)]);
  });

  test.each([
    ['a book', '- IN-01 - the reference\n'],
    ['a file', '- `_BOOK.md [IN-26]` for the background\n'],
    ['a format', '- `JSON` over WebSocket\n'],
  ])('may name %s', (_, words) => {
    expect(diagnosticsOf(withSources(words))).toEqual([]);
  });
});

test('an event in the heading of a group is not lost', () => {
  const docs = {
    'radio/source.json': sourceJson('event-summary'),
    'radio/index.md':
      '# Events\n\n## Event Reference\n\n- `tune` - words\n\n### `stop` - words\n\n- `seek` - words\n',
  };

  expect(diagnosticsOf(docs)).toEqual([
    expect.stringMatching(/^radio\/index\.md:7:5 error bullet-unknown an event is listed below/),
  ]);
});

test('a summary may have no section of examples', () => {
  const docs = {
    'radio/source.json': sourceJson('event-summary'),
    'radio/index.md':
      '# Events\n\n## Event Reference\n\n- `tune` - words\n\n## Sources\n\nA book.\n',
  };

  expect(diagnosticsOf(docs)).toEqual([]);
  expect(modelOf(docs).events.map(({ name }) => name)).toEqual(['tune']);
});

test.each(['`tune`: words', '`tune` – words', '`tune` — words'])(
  'an event is a name and its words, whatever mark is between them: %s',
  (bullet) => {
    const docs = {
      'radio/source.json': sourceJson('event-summary'),
      'radio/index.md': `# Events\n\n## Event Reference\n\n- ${bullet}\n`,
    };

    expect(modelOf(docs).events[0]).toMatchObject({ name: 'tune', description: 'words' });
  },
);

describe('a direction', () => {
  const withFact = (fact: string): Texts => ({
    ...summary(),
    'radio/index.md': `# Events\n\n## Key Facts\n\n${fact}\n\n${(summary()['radio/index.md'] ?? '').slice('# Events\n\n'.length)}`,
  });

  test.each([
    ['under another name', '- **Directions**: Client → Server', '5:1'],
    ['under no name of its own', '- **Way**: Client -> Server', '5:1'],
    ['below another fact', '- **Protocol**: JSON\n  - **Direction**: Client → Server', '6:3'],
  ])('%s is compared with nothing', (_, fact, place) => {
    expect(diagnosticsOf(withFact(fact))).toEqual([
      `radio/index.md:${place} error direction-differs a direction is a key fact of its own: - **Direction**: Server → Client.`,
    ]);
  });

  test('stands among facts, of which none is an event', () => {
    expect(diagnosticsOf(withFact('- **Direction**: Server → Client\n- `lost`: an event'))).toEqual(
      [
        'radio/index.md:6:1 error bullet-unknown an event is listed below a group of "## Event Reference", not here.',
      ],
    );
  });

  test('is no other fact of client and server', () => {
    expect(diagnosticsOf(withFact('- **Protocol**: a client calls, the server answers'))).toEqual(
      [],
    );
  });
});

test.each([
  ['Tuner (deprecated)', 'fact-in-words'],
  ['~~Tuner~~', 'flag-misplaced'],
])('what the heading of a group says of its events is told: %s', (title, rule) => {
  const docs = summary();
  const page =
    docs['radio/index.md']?.replace('- `tune`', () => `### ${title}\n\n- \`tune\``) ?? '';

  expect(diagnosticsOf({ ...docs, 'radio/index.md': page })).toEqual([
    expect.stringContaining(`radio/index.md:5:`),
  ]);
  expect(diagnosticsOf({ ...docs, 'radio/index.md': page })[0]).toContain(rule);
});

test('a table right below a bullet, which is no table to Markdown, is told', () => {
  const docs = summary();
  const table = '| Event | Words |\n|---|---|\n| `stop` | it stops |';
  const page = docs['radio/index.md']?.replace('- words', `- words\n${table}`) ?? '';

  expect(diagnosticsOf({ ...docs, 'radio/index.md': page })).toEqual([
    expect.stringContaining('radio/index.md:7:1 error block-unknown a table inside a description'),
  ]);
});

describe('words beside an example', () => {
  const withWords = (words: string): string[] => {
    const docs = summary('{ "type": "tune", "level": 1 }');
    const path = 'radio/index.md';
    return diagnosticsOf({
      ...docs,
      [path]: docs[path]?.replace('```json', words + '\n\n```json') ?? '',
    });
  };

  test('are passed over', () => {
    expect(withWords('A station that was found:')).toEqual([]);
  });

  test('are told where they look like a fact', () => {
    expect(withWords('The field `level` is required.').join('\n')).toContain('fact-in-words');
  });
});
