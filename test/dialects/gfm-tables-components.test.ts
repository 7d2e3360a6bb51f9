/** Lists of values, unions, headings and indexes of the `gfm-tables` dialect, as people edit them. */
import { describe, expect, test } from 'vitest';
import { typeSummary } from '../../generator/model/signature.ts';
import { diagnosticsOf, modelOf } from '../support/docs.ts';
import { tables } from '../support/small-docs.ts';

/** An event whose field leads to the component `Band`. */
const withBand = (component: string): Record<string, string> =>
  tables('| band | [Band](#band) | Its band. |', `## Components\n\n${component}\n`);

const withValues = (list: string): Record<string, string> =>
  withBand(`### Band\n\n**Allowed Values:**\n\n${list}`);

function typeOfBand(docs: Record<string, string>): string {
  const [shape] = modelOf(docs)?.shapes ?? [];
  return shape ? typeSummary(shape.type) : 'nothing';
}

function rulesOf(docs: Record<string, string>): string[] {
  return diagnosticsOf(docs).map((line) => line.split(' ')[2] ?? '');
}

describe('values of a component', () => {
  test.each([
    ['words', '- `am`\n\nMore of them:\n\n- `fm`'],
    ['a comment', '- `am`\n\n<!-- more -->\n\n- `fm`'],
    ['another mark', '- `am`\n* `fm`'],
    ['a heading', '- `am`\n\n#### More\n\n- `fm`'],
    ['a quote', '- `am`\n\n> - `fm` - New.'],
    ['a tag', '- `am`\n\n<details>\n- `fm` - New.\n</details>'],
  ])('that %s part from their list are told', (_, list) => {
    expect(diagnosticsOf(withValues(list))).toEqual([
      expect.stringContaining('this looks like more of what "Band" can be'),
    ]);
  });

  test.each(['- `am`\n- `fm`\n\nAlso `uhf`.', '- `am`\n- `fm`\n\nOne of `am`, `uhf`.'])(
    'that words name beside them are told once: %s',
    (list) => {
      expect(diagnosticsOf(withValues(list))).toEqual([
        expect.stringContaining(' seems to state a list of values, but is read as words;'),
      ]);
    },
  );

  test('that words name again are not told', () => {
    expect(diagnosticsOf(withValues('- `am`\n- `fm`\n\nOne of `am`, `fm`.'))).toEqual([]);
  });

  test('are listed once', () => {
    expect(diagnosticsOf(withValues('- `am`\n- `fm`\n- `am`'))).toEqual([
      expect.stringContaining('error enum-malformed "am" is listed at radio/index.md:'),
    ]);
  });

  test('are numbers where all are, but for those in quotes', () => {
    expect(typeOfBand(withValues('- `8000`\n- `16000`'))).toBe('16000 | 8000');
    expect(typeOfBand(withValues('- `"8000"`\n- `"16000"`'))).toBe("'16000' | '8000'");
  });

  test('may be null', () => {
    expect(typeOfBand(withValues('- `am`\n- `fm`\n- `null`'))).toBe("'am' | 'fm' | null");
  });

  test('are deprecated where their words say so', () => {
    const [shape] = modelOf(withValues('- `am` - Deprecated.\n- `fm` - New.'))?.shapes ?? [];

    expect(shape?.type).toMatchObject({
      values: [{ value: 'am', deprecated: { text: 'Deprecated.' } }, { value: 'fm' }],
    });
  });

  test('have no support of their own', () => {
    expect(diagnosticsOf(withValues('- `am` - [NOT SUPPORTED]\n- `fm`'))).toEqual([
      expect.stringContaining('[NOT SUPPORTED] has no effect on a value'),
    ]);
  });
});

test.each([
  ['string', 'Does not default to `am`.'],
  ['number', 'Not between `0` and `1`.'],
  ['string', 'Allowed values: `am`, `fm`. `lw` in Europe.'],
  ['string', 'Allowed values: `am`, `fm`...'],
])('what a phrase of a %s denies or leaves open is not read: %s', (type, words) => {
  const docs = tables(`| band | ${type} | ${words} |`);
  const field = modelOf(docs)?.events[0]?.body.fields.find(({ name }) => name === 'band');

  expect(field).toMatchObject({ type: { kind: type } });
  expect(field).not.toHaveProperty('default');
  expect(field).not.toHaveProperty('bounds');
});

test('values of a field may be null', () => {
  const docs = tables('| band | string | Its band.<br>Allowed values: `am`, `fm`, `null` |');
  const field = modelOf(docs)?.events[0]?.body.fields.find(({ name }) => name === 'band');

  expect(field && typeSummary(field.type)).toBe("'am' | 'fm' | null");
});

describe('a member of a union', () => {
  const union = (member: string): Record<string, string> =>
    withBand(
      `### Band\n\nThis can be:\n\n- \`"auto"\`\n${member}\n\n### Name\n\n| Field | Type | Description |\n|---|---|---|\n| text | string | Words. |`,
    );

  test.each(['- An [Name](#name) object', '- the [Name](#name)', '- [Name](#name) - words'])(
    'is a link: %s',
    (member) => {
      expect(rulesOf(union(member))).toEqual([]);
    },
  );

  test.each([
    ['- An array of [Name](#name) objects', 'text-dropped'],
    ['- [Name](#name)[]', 'enum-malformed'],
    ['- [Name](#name) or null', 'enum-malformed'],
    ['- [Name](#name) - Deprecated.', 'text-dropped'],
    ['  or `"none"`', 'enum-malformed'],
  ])('says no more: %s', (member, rule) => {
    expect(rulesOf(union(member))).toContain(rule);
  });
});

describe('a heading', () => {
  test.each([
    '### Band <!-- of a radio -->',
    '### <a id="b"></a>Band',
    '### Band ![new](new.png)',
    '### Band:',
    '### Band<br>',
  ])('is its words: %s', (heading) => {
    const docs = withBand(`${heading}\n\n**Allowed Values:**\n\n- \`am\`\n- \`fm\``);

    expect(diagnosticsOf(docs)).toEqual([]);
    expect(modelOf(docs)?.shapes.map(({ name }) => name)).toEqual(['Band']);
  });

  test.each([
    ['## Components [NOT SUPPORTED]', 'flag-misplaced [NOT SUPPORTED] has no effect here'],
    ['## ~~Components~~', 'flag-misplaced what is struck out here says nothing'],
    ['## <del>Components</del>', 'flag-misplaced what is struck out here says nothing'],
  ])('says nothing of what stands below it: %s', (heading, told) => {
    const docs = tables(
      '| band | [Band](#band) | Its band. |',
      `${heading}\n\n### Band\n\n**Allowed Values:**\n\n- \`am\`\n`,
    );

    expect(diagnosticsOf(docs)).toEqual([expect.stringContaining(told)]);
  });
});

test.each([
  ['a fold', '<details>\n<summary>Fields</summary>', '</details>'],
  ['a zone', '::: zone pivot="python"', '::: zone-end'],
])('%s around a table is none of its words', (_, start, end) => {
  const table = '| Field | Type | Description |\n|---|---|---|\n| text | string | Words. |';
  const docs = withBand(`### Band\n\nA part of the dial.\n\n${start}\n\n${table}\n\n${end}`);

  expect(modelOf(docs)?.shapes[0]?.description).toBe('A part of the dial.');
});

test('what stands beside the link of an index is told', () => {
  const texts = tables();
  const index = texts['radio/index.md']?.replace('(#tune) |', '(#tune) (deprecated) |') ?? '';

  expect(diagnosticsOf({ ...texts, 'radio/index.md': index })).toEqual([
    expect.stringContaining('text-dropped "(deprecated)" beside the link to an event is not read'),
  ]);
});

describe('a type that cannot be read is told once', () => {
  test.each([
    '| a | arry | Array items: string |',
    '| a | array | Array items: strin |',
    '| a | mp | Words. |\n| (additional properties) | string | Words. |',
  ])('%s', (rows) => {
    expect(rulesOf(tables(rows))).toEqual(['type-unknown']);
  });
});

test('a name with dots that leads through a field beside it is told', () => {
  const rows = '| station | object | Words. |\n| station.name | string | Words. |';

  expect(diagnosticsOf(tables(rows))).toEqual([
    expect.stringContaining('`station.name` looks like a property of `station`'),
  ]);
});
