import { describe, expect, test } from 'vitest';
import { diagnosticsOf, modelOf, sourceJson, type Texts } from '../support/docs.ts';
import { tables } from '../support/small-docs.ts';

/** A summary of the events `a.b` and `a_c`, with these examples. */
function summaryOfTwo(...examples: string[]): Texts {
  const blocks = examples.map((example) => `\`\`\`json\n${example}\n\`\`\`\n`);
  return {
    'radio/source.json': sourceJson('event-summary'),
    'radio/index.md': `# Events\n\n## Event Reference\n\n- \`a.b\` - words\n- \`a_c\` - words\n\n## Event Examples\n\n${blocks.join('\n')}`,
  };
}

/** A source of these events, each on its page. */
function treeOfPages(pages: Record<string, string>): Texts {
  const names = Object.keys(pages);
  return {
    'radio/source.json': sourceJson('openai-tree'),
    'radio/index.md': `# Events\n\n## Contents\n${names.map((name) => `- [${name}](${name}.md)\n`).join('')}`,
    ...Object.fromEntries(
      names.map((name) => [
        `radio/${name}.md`,
        `# ${name}\n\n## Properties\n- \`type\` (string, required): Enum: '${name}'.\n${pages[name]}`,
      ]),
    ),
  };
}

describe('an example', () => {
  test('that fits stays with its event', () => {
    const [event, other] = modelOf(summaryOfTwo('{ "type": "a.b", "level": 1 }')).events;

    expect(event?.examples).toEqual([
      { position: 'radio/index.md:11:1', value: { type: 'a.b', level: 1 } },
    ]);
    expect(other?.examples).toEqual([]);
  });

  test('is not held against more fields than it is worth', () => {
    const fields = Array.from({ length: 900 }, (_, i) => `"a${i}": 1`).join(', ');
    const objects = (count: number) => `"list": [${'{}, '.repeat(count)}{}]`;
    const summary = (count: number) =>
      diagnosticsOf(summaryOfTwo(`{ "type": "a.b", ${fields}, ${objects(count)} }`));
    expect(summary(4000)).toEqual([]);
    expect(summary(5000)).toEqual([
      'radio/index.md:11:1 error source-too-large up to here the examples of this source have more objects, and their events more fields, than can be held against each other; leave out those that show nothing new.',
    ]);
  });

  test('may leave fields out, and may have null where the other has a value', () => {
    expect(
      diagnosticsOf(
        summaryOfTwo(
          '{ "type": "a.b", "level": 1, "station": { "name": "one" } }',
          '{ "type": "a.b", "station": null }',
        ),
      ),
    ).toEqual([]);
  });

  test('has no field that is not documented, and no value beside those that are', () => {
    const told = diagnosticsOf(
      tables(
        '| band | string | Allowed values: `am`, `fm` |\n',
        '#### Example\n\n```json\n{ "type": "tune", "band": "dab", "lost": 1 }\n```\n',
      ),
    );

    expect(told.join('\n')).toMatch(
      / at band, "am" \| "fm" is documented, and the example has "dab"\./,
    );
    expect(told.join('\n')).toMatch(
      / at lost, nothing is documented, and the example has number\./,
    );
  });

  test('that does not fit is reported once for every field', () => {
    expect(
      diagnosticsOf(
        summaryOfTwo(
          '{ "type": "a.b", "level": 1, "tags": ["one"], "station": { "name": "one" } }',
          '{ "type": "a.b", "level": "1", "tags": [2], "station": { "name": true } }',
        ),
      ),
    ).toEqual([
      'radio/index.md:15:1 warning example-mismatch this example of a.b does not fit its fields: at level, number is documented, and the example has "1".',
      'radio/index.md:15:1 warning example-mismatch this example of a.b does not fit its fields: at station.name, string is documented, and the example has true.',
      'radio/index.md:15:1 warning example-mismatch this example of a.b does not fit its fields: at tags[0], string is documented, and the example has 2.',
    ]);
  });
});

describe('an event that is listed twice', () => {
  test('is the first of them', () => {
    const texts = treeOfPages({ tune: '- `first` (string, required)\n' });
    const { events } = modelOf({
      ...texts,
      'radio/index.md': '# Events\n\n## Contents\n- [tune](tune.md)\n- [tune](again.md)\n',
      'radio/again.md': "# tune\n\n## Properties\n- `type` (string, required): Enum: 'tune'.\n",
    });

    expect(events.map(({ page }) => page)).toEqual(['radio/tune.md:1:1']);
  });
});

describe('the name of an event', () => {
  test.each([['tune'], ['a.b_c-d'], ['0.1'], ['a'.repeat(200)]])('%s', (name) => {
    expect(diagnosticsOf(treeOfPages({ [name]: '' }))).toEqual([]);
  });

  test.each([
    ['волна', 'a letter that is not ASCII'],
    ['.a', 'no word before a dot'],
    ['a..b', 'no word between two dots'],
    ['a.', 'no word behind a dot'],
    ['a b', 'a space'],
    ["a'b", 'a quote'],
    ['a'.repeat(201), 'too many letters'],
  ])('is none: %s (%s)', (name) => {
    const title = name.startsWith('.') ? `events${name}` : name;
    const lines = diagnosticsOf({
      'radio/source.json': sourceJson('openai-tree'),
      'radio/index.md': `# Events\n\n## Contents\n- [${name}](page.md)\n`,
      'radio/page.md': `# ${title}\n\n## Properties\n- \`type\` (string, required)\n`,
    });

    expect(lines).toContain(
      `radio/index.md:4:1 error event-name-invalid "${name.slice(0, 80)}" is not a wire name. A wire name is words of letters, digits, _ and - with dots between them, 200 characters at most.`,
    );
  });
});

describe('the same TypeScript name for two things', () => {
  test('of events is spelled in both', () => {
    const { events } = modelOf(treeOfPages({ 'a.b': '', a_b: '' }));
    expect(events.map(({ typeName }) => typeName)).toEqual([
      'Realtime_a_bEvent',
      'Realtime_a$_bEvent',
    ]);
  });

  test('of an event and of what every source has is spelled in the event', () => {
    const { events } = modelOf(treeOfPages({ 'unknown.server': '' }));
    expect(events.map(({ typeName }) => typeName)).toEqual(['Realtime_unknown_serverEvent']);
  });

  test('is an error at a shape that has the name of an event', () => {
    const texts = treeOfPages({
      tune: '- `station` (object, required)\n  - `name` (string, required)\n',
    });

    expect(
      diagnosticsOf({
        ...texts,
        'radio/source.json': sourceJson('openai-tree', { shapes: { TuneEvent: ['tune/station'] } }),
      }),
    ).toEqual([
      'radio/tune.md:5:1 error name-collision the TypeScript name TuneEvent is that of radio/tune.md:1:1 already; give one of them another name under "shapes" of source.json.',
    ]);
  });

  test.each([['RealtimeServerEvent'], ['ClientEventMap'], ['SupportedServerEventName']])(
    'is an error at a shape that has the name of what every source has: %s',
    (name) => {
      const texts = treeOfPages({
        tune: '- `station` (object, required)\n  - `name` (string, required)\n',
      });

      expect(
        diagnosticsOf({
          ...texts,
          'radio/source.json': sourceJson('openai-tree', { shapes: { [name]: ['tune/station'] } }),
        }),
      ).toEqual([
        `radio/tune.md:5:1 error name-collision the TypeScript name ${name} is that of a type that every source has already; give one of them another name under "shapes" of source.json.`,
      ]);
    },
  );
});
