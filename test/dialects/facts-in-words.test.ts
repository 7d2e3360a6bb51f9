import { describe, expect, it } from 'vitest';
import { diagnosticsOf, shortDiagnosticsOf, type Texts } from '../support/docs.ts';
import { anyA, lastField, reference, rest, summary, tables, tree } from '../support/small-docs.ts';

describe.each([
  ['a backslash', '\\'],
  ['two blanks', '  '],
])('a line that ends in %s is one of its own', (_, mark) => {
  it.each([
    ['openai-tree', tree(`- \`a\` (string, optional): Words${mark}\n  Required.\n`)],
    ['yandex-rest', rest(`|| a | **string**\n\nWords${mark}\nRequired. ||\n`, { skeleton: anyA })],
    ['openai-reference', reference(`- \`a: optional string\`\n\n  Words${mark}\n  Required.\n`)],
  ])('in %s', (_dialect, texts) => {
    expect(lastField(texts)?.description).toBe('Words\nRequired.');
    expect(shortDiagnosticsOf(texts)).toEqual([expect.stringContaining(' fact-in-words')]);
  });
});

it.each(['~~Sets the tone.~~', '<del>Sets the tone.</del>'])(
  'a field of which all words are struck out seems to be deprecated: %s',
  (words) => {
    expect(diagnosticsOf(tree(`- \`a\` (string, optional): ${words}\n`))).toEqual([
      expect.stringContaining('seems to state that it is deprecated'),
    ]);
  },
);

describe('bullets of bare words', () => {
  const row = (words: string): string => `| mode | string | Optional. Mode.${words} |\n`;

  it.each([
    ['openai-tree', tree('- `mode` (string, optional): Mode.\n  - slow\n  - fast\n')],
    ['openai-tree, with stars', tree('- `mode` (string, optional): Mode.\n\n  * slow\n  * fast\n')],
    ['openai-reference', reference('- `mode: string`\n\n  Mode.\n\n  - a: first\n  - b: second\n')],
    [
      'openai-reference, in bold',
      reference('- `mode: string`\n\n  Mode.\n\n  - **a**\n  - **b**\n'),
    ],
    [
      'yandex-rest',
      rest('|| a | **string**\n\nMode.\n\n- **slow**\n- **fast** ||\n', { skeleton: anyA }),
    ],
    ['gfm-tables, in lines', tables(row('<br>• a<br>• b'))],
    ['gfm-tables, as HTML', tables(row('<ul><li>a</li><li>b</li></ul>'))],
  ])('below a text are its values: %s', (_, texts) => {
    expect(diagnosticsOf(texts)).toEqual([
      expect.stringMatching(/ warning fact-in-words .* seems to state a list of values, /),
    ]);
  });

  it.each([
    ['of which one goes on', '(string, optional): Mode.\n  - slow\n  - fast as light\n'],
    ['of which there is one', '(string, optional): Mode.\n  - slow\n'],
    [
      'that say something in passing',
      '(string, optional): Mode.\n  - Note: slow.\n  - See: fast.\n',
    ],
    ['below an object', '(object, optional): Mode.\n  - slow\n  - fast\n'],
  ])('are not told %s', (_, bullet) => {
    expect(diagnosticsOf(tree(`- \`mode\` ${bullet}`))).toEqual([]);
  });
});

describe('what is said of all events or fields of a page', () => {
  const dialects: [string, Texts][] = [
    ['openai-tree', tree('')],
    ['yandex-rest', rest('')],
    ['openai-reference', reference()],
    ['gfm-tables', tables()],
    ['event-summary', summary()],
  ];
  it.each(dialects)('is told in %s', (_, texts) => {
    const index = texts['radio/index.md'] ?? '';
    const words = index.replace('\n\n', '\n\nAll of these events are deprecated.\n\n');
    expect(shortDiagnosticsOf({ ...texts, 'radio/index.md': words })).toEqual([
      'radio/index.md:3:1 warning fact-in-words',
    ]);
  });
});

describe('the row of an event in an index of gfm-tables', () => {
  it.each(['Removed in v2.', 'No longer sent.', 'Clients must not send it.'])('%s', (words) => {
    const docs = tables();
    const index = docs['radio/index.md']?.replace('Finds a station. |', `${words} |`) ?? '';
    expect(shortDiagnosticsOf({ ...docs, 'radio/index.md': index })).toEqual([
      'radio/index.md:7:1 warning fact-in-words',
    ]);
  });
});

describe('words that are of no field, and name one', () => {
  const fields = '- `b` (string, optional): B.\n- `a` (integer, optional): A.\n';
  const listing = "- `b` (string, optional): B. Enum: 'am', 'fm'.\n- `a` (integer, optional): A.\n";
  /** Words of an event, and words beside its example. */
  const placesOf = (words: string, bullets: string): Texts[] => {
    const docs = tree(bullets);
    const page = docs['radio/tune.md'] ?? '';
    const example = `\n## Example\n\n${words}\n\n\`\`\`json\n{ "type": "tune" }\n\`\`\`\n`;
    return [page.replace('## ', `${words}\n\n## `), page + example].map((text) => ({
      ...docs,
      'radio/tune.md': text,
    }));
  };
  const ruleOf = (fact: string): string => `fact-in-words .* seems to state ${fact}, `;

  it.each([
    ['a list of values', 'Turns. `b` is either `am` or `fm`.'],
    ['a list of values', 'Set `b` to `am` or `fm`.'],
    ['a list of values', 'The field `b` holds `am`, `fm` or `lw`.'],
    ['a list of values', '`b` must be `am`.'],
    ['a list of values', '`b` must be one of `am`, `fm`.'],
    ['a list of values', '`b` (`am` or `fm`) tells the band.'],
    ['a list of values', 'Carries `b`, which is `am` or `fm`.'],
    ['a list of values', 'A place; `n` is `am` or `fm`.'],
    ['a list of values', 'Possible values of `b`: `am`, `fm`.'],
    ['a bound', '`a` is always between 0 and 10.'],
    ['a bound', '`a` cannot exceed 10.'],
    ['that it may be null', '`a` may also be `null` here.'],
  ])('seem to state %s of it: %s', (fact, words) => {
    for (const docs of placesOf(words, fields))
      expect(diagnosticsOf(docs)).toEqual([expect.stringMatching(ruleOf(fact))]);
  });

  it.each([
    'Set `b` to `am` or `fm`.',
    '`b` is `am` or `fm`.',
    'When `b` is `am` or `fm`, the music plays.',
    '`tune.done` must be sent within 10 seconds.',
    '`tune.done` (`am` or `fm`) follows.',
    'Sent after `tune.on` or `tune.off`.',
    '`b` holds `am` and `fm`.',
    '`b` and `a` are sent again.',
  ])('are told as nothing where the field states it, or it is of another thing: %s', (words) => {
    for (const docs of placesOf(words, listing)) expect(diagnosticsOf(docs)).toEqual([]);
  });

  const says = 'Words; `b` is either `am` or `fm`.';
  const replaced = (docs: Texts, file: string, place: string, words: string): Texts => ({
    ...docs,
    [file]: docs[file]?.replace(place, words) ?? '',
  });
  const aboutAll = `## Key Facts\n\n- **Bands**: ${says}\n\n## Event Ref`;
  const part = `## Components\n\n### Place\n\n${says}\n\n| Field | Type | Description |\n|---|---|---|\n| n | string | N. |\n`;

  it.each([
    ['openai-reference', reference('- `b: string`\n', says)],
    ['yandex-rest', replaced(rest(''), 'radio/tune.md', '#|', `${says}\n\n#|`)],
    ['gfm-tables', replaced(tables(), 'radio/index.md', 'Finds a station.\n\n', `${says}\n\n`)],
    ['gfm-tables, of a component', tables('| at | [Place](#place) | At. |', part)],
    ['event-summary', replaced(summary(), 'radio/index.md', '- words', `- ${says}`)],
    ['event-summary, of all', replaced(summary(), 'radio/index.md', '## Event Ref', aboutAll)],
  ])('are told in %s', (_, docs) => {
    expect(diagnosticsOf(docs)).toEqual([expect.stringMatching(ruleOf('a list of values'))]);
  });
});
