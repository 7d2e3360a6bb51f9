/** What a slip of the hand turns into text, or into something else's part, is reported: the facts in it would be lost. */
import { describe, expect, test } from 'vitest';
import type { Type } from '../../generator/model/model.ts';
import { modelOf, shortDiagnosticsOf, sourceJson, type Texts } from '../support/docs.ts';
import {
  anyA,
  lastField,
  reference,
  rest,
  restIndex,
  restSection,
  summary,
  tables,
  tree,
} from '../support/small-docs.ts';

describe('a heading with a typing error is told once, and what stands below it is read', () => {
  test.each([
    ['openai-tree', tree('- `a` (string, required)\n'), '## Properties', '## properties'],
    ['openai-tree', tree('- `a` (string, required)\n'), '## Properties', '## Propertis'],
    ['yandex-rest', rest('|| a | **string** ||\n', { skeleton: anyA }), '## Body p', '## Body P'],
  ])('%s: %#', (_, texts, title, misspelt) => {
    const docs = Object.fromEntries(
      Object.entries(texts).map(([name, text]) => [name, text.replace(title, misspelt)]),
    );

    expect(shortDiagnosticsOf(docs).map((line) => line.replace(/^\S+ /, ''))).toEqual([
      'error section-unknown',
    ]);
    expect(lastField(docs)?.name).toBe('a');
  });
});

describe('in a tree', () => {
  test.each([
    [
      'a misspelt "Items"',
      '- `a` (array<object>, required)\n  - Itesm:\n',
      '6:3 error bullet-unknown',
    ],
    [
      'a misspelt "Variant"',
      '- `a` (object, required)\n  - Varant (object):\n',
      '6:3 error bullet-unknown',
    ],
    [
      '"Items" with nothing below it',
      '- `a` (array<object>, required)\n  - Items:\n  - `b` (string, required)\n',
      '6:3 error bullet-unknown',
    ],
    ['a cut of two dots', '- `a` (object, required)\n  - ..\n', '6:3 error bullet-unknown'],
    [
      '"Items" without its blank',
      '- `a` (array<object>, required): Text.\n  -Items:\n',
      '6:3 error bullet-unknown',
    ],
    [
      'a variant without its bullet',
      '- `a` (object, required): Text.\n  Variant (object):\n',
      '6:3 error bullet-unknown',
    ],
    [
      'a field as code',
      '- `a` (object, required)\n\n      - `b` (string, required)\n',
      '7:3 error bullet-unknown',
    ],
    [
      'a misspelt "Enum"',
      "- `a` (string, required): Text. Enmu: 'a', 'b'.\n",
      '5:33 error enum-malformed',
    ],
    [
      '"enum" in small letters',
      "- `a` (string, required): Text. enum: 'a', 'b'.\n",
      '5:33 error enum-malformed',
    ],
    [
      '"Enum" without its colon',
      "- `a` (string, required): Text. Enum 'a', 'b'.\n",
      '5:33 error enum-malformed',
    ],
    [
      '"Defaults"',
      '- `a` (string, required): Text. Defaults: `b`.\n',
      '5:33 error default-malformed',
    ],
    [
      '"Minimum" and a blank',
      '- `a` (number, required): Text. Minimum : `1`.\n',
      '5:33 error bound-malformed',
    ],
    [
      'another marker',
      '- `a` (string, required)\n* `b` (string, required)\n',
      '6:1 warning list-misaligned',
    ],
    [
      'a field a blank to the left',
      '- `a` (object, required)\n  - `b` (string, required)\n - `c` (string, required)\n',
      '7:2 warning list-misaligned',
    ],
    [
      'a list that is indented by more than the others',
      '- `a` (object, required)\n  - `b` (object, required)\n     - `c` (string, required)\n',
      '7:6 warning list-misaligned',
    ],
  ])('%s', (_, bullets, fault) => {
    expect(shortDiagnosticsOf(tree(bullets))).toEqual([`radio/tune.md:${fault}`]);
  });

  test.each([
    [
      'the word "default" before code',
      '- `a` (string, required): By default the button `b` talks.\n',
    ],
    ['the word "enum" in a sentence', "- `a` (string, required): An enum 'of' words.\n"],
    ['a list of words', '- `a` (string, required): Text.\n\n  - one thing\n  - two things\n'],
    [
      'lists that are indented by four blanks throughout',
      '- `a` (object, required)\n    - `b` (object, required)\n        - `c` (string, required)\n',
    ],
  ])('but not %s', (_, bullets) => {
    expect(shortDiagnosticsOf(tree(bullets))).toEqual([]);
  });

  test('a bullet of an index that stands a blank aside', () => {
    const docs = {
      ...tree(''),
      'radio/index.md': '# Events\n\n## Contents\n- [tune](tune.md)\n - [stop](stop.md)\n',
      'radio/stop.md': "# stop\n\n## Properties\n- `type` (string, required): Enum: 'stop'.\n",
    };

    expect(shortDiagnosticsOf(docs)).toEqual(['radio/index.md:5:2 warning list-misaligned']);
  });
});

describe('in a table', () => {
  const skeleton = '"a": "unknown"';

  test.each([
    [
      'a mark of requiredness that is neither first nor last',
      '|| a | **string**\n\nText. Required field. Text. ||\n',
      '26:7 error field-malformed',
    ],
    [
      'a heading of a section without its mark',
      '|| a | **string**\n\nStation {#Station} ||\n',
      '26:1 error section-unknown',
    ],
    [
      'a value without its bullet',
      '|| a | **enum**\n\n`am`\n- `fm` ||\n',
      '26:1 error enum-malformed',
    ],
    ['a value as code', '|| a | **enum**\n\n\t- `am`\n- `fm` ||\n', '26:1 error bullet-unknown'],
  ])('%s', (_, row, fault) => {
    expect(shortDiagnosticsOf(rest(row, { skeleton }))).toEqual([`radio/tune.md:${fault}`]);
  });

  test.each([
    ['a heading without its blank', '##Response {#200}\n', 'section-unknown'],
    ['a second end of the table', '|#\n', 'table-stray-text'],
  ])('%s', (_, sections, rule) => {
    expect(shortDiagnosticsOf(rest('', { sections }))).toEqual([
      `radio/tune.md:26:1 error ${rule}`,
    ]);
  });

  test.each([
    ['with another marker', '- `am`\n* `fm`'],
    ['with a comment between them', '- `am`\n<!-- and -->\n- `fm`'],
  ])('values %s are one list', (_, values) => {
    const type: Partial<Type> = {
      kind: 'enumeration',
      values: [
        { value: 'am', position: 'radio/tune.md:26:3' },
        { value: 'fm', position: expect.any(String) },
      ],
    };

    expect(lastField(rest(`|| a | **enum**\n\n${values} ||\n`, { skeleton }))?.type).toMatchObject(
      type,
    );
  });
});

describe('in a summary', () => {
  test('an event without its bullet', () => {
    const docs = {
      'radio/source.json': sourceJson('event-summary'),
      'radio/index.md':
        '# Events\n\n## Event Reference\n\n- `tune` - words\n`stop` - words\n\n## Event Examples\n',
    };

    expect(shortDiagnosticsOf(docs)).toEqual(['radio/index.md:5:1 error bullet-unknown']);
  });

  test('but not a comment', () => {
    expect(
      shortDiagnosticsOf({
        ...summary(),
        'radio/index.md':
          '# Events\n\n## Event Reference\n\n<!-- sorted -->\n- `tune` - words\n\n## Event Examples\n',
      }),
    ).toEqual([]);
  });
});

test('a comment among words is not part of them', () => {
  const docs = tree('- `a` (string, required): Text.\n\n  <!-- a comment -->\n\n  More text.\n');

  expect(modelOf(docs).events[0]?.body.fields[1]?.description).toBe('Text.\n\nMore text.');
});

describe('what Markdown shows alike is read alike', () => {
  const plain = tree('- `a` (string, optional): Text. Default: `x`.\n');

  test.each([
    ['a name between two marks', '- ``a`` (string, optional): Text. Default: `x`.\n'],
    ['a name with blanks', '- `` a `` (string, optional): Text. Default: `x`.\n'],
    ['a value between two marks', '- `a` (string, optional): Text. Default: ``x``.\n'],
    ['a value with blanks', '- `a` (string, optional): Text. Default: `` x ``.\n'],
    ['a marker on its own line', '-\n  `a` (string, optional): Text. Default: `x`.\n'],
    ['escaped brackets', '- `a` \\(string, optional\\): Text. Default: `x`.\n'],
    [
      'tabs',
      '- `b` (object, optional)\n  - `c` (object, optional)\n\t- `d` (string, optional)\n- `a` (string, optional): Text. Default: `x`.\n',
    ],
    ['a wrapped line', '- `a` (string,\noptional): Text. Default:\n`x`.\n'],
  ])('%s', (_, bullets) => {
    const docs = tree(bullets);

    expect(shortDiagnosticsOf(docs)).toEqual([]);
    expect(lastField(docs)).toMatchObject({
      name: 'a',
      description: 'Text.',
      default: { value: 'x' },
    });
  });

  test.each([
    ['a heading with a comment', plain, '## Properties', '## Properties <!-- all of them -->'],
    ['a link whose marker is alone', plain, '- [tune]', '-\n  [tune]'],
    [
      'a field with a comment',
      reference('\n- `a: optional string`\n'),
      '- `a: optional string`',
      '- `a: optional string` <!-- new -->',
    ],
  ])('%s', (_, docs, said, written) => {
    const edited = Object.fromEntries(
      Object.entries(docs).map(([file, text]) => [file, text.replace(said, written)]),
    );

    expect(shortDiagnosticsOf(edited)).toEqual([]);
    expect(lastField(edited)?.name).toBe('a');
  });
});

test('a default of a reference between two marks is read', () => {
  const docs = reference('\n- `a: optional string`\n\n  The band, ``low`` is the default.\n');

  expect(shortDiagnosticsOf(docs)).toEqual([]);
  expect(lastField(docs)).toMatchObject({
    default: { value: 'low' },
    description: 'The band, `low` is the default.',
  });
});

describe('a task mark', () => {
  test.each([
    ['a field', tree('- [x] `a` (string, required)\n'), 'radio/tune.md:5:1'],
    ['a word', tree('- `a` (string, required): Text.\n\n  - [ ] one\n'), 'radio/tune.md:7:3'],
    [
      'a value',
      rest('|| a | **enum**\n\n- [x] `am` ||\n', { skeleton: anyA }),
      'radio/tune.md:26:1',
    ],
    [
      'a link',
      { ...tree(''), 'radio/index.md': '# Events\n\n## Contents\n- [x] [tune](tune.md)\n' },
      'radio/index.md:4:1',
    ],
  ])('before %s is reported', (_, docs, place) => {
    expect(shortDiagnosticsOf(docs)).toContain(`${place} error bullet-unknown`);
  });
});

describe('what is struck out is not said any more', () => {
  test.each([
    ['a heading', rest(''), '## Body parameters', '## ~~Body parameters~~'],
    ['the heading of a table', rest(''), '||Field |', '||~~Field~~ |'],
    ['the properties of an event', tree(''), '## Properties', '## ~~Properties~~'],
    [
      'that a field is deprecated',
      tree('- `a` (string, optional): Text. [DEPRECATED]\n'),
      '[DEPRECATED]',
      '~~[DEPRECATED]~~',
    ],
  ])('%s', (_, docs, said, struck) => {
    const page = docs['radio/tune.md']?.replace(said, struck) ?? '';

    expect(shortDiagnosticsOf({ ...docs, 'radio/tune.md': page })).not.toEqual([]);
  });
});

describe('a schema', () => {
  test('has a request of one line', () => {
    const docs = rest('');
    const page = docs['radio/tune.md']?.replace('POST ', 'Lost: yes\nPOST ') ?? '';

    expect(shortDiagnosticsOf({ ...docs, 'radio/tune.md': page })).toEqual([
      'radio/tune.md:5:1 error title-differs',
    ]);
  });

  test('links whole pages', () => {
    const index = restIndex('|| [radio.tune](tune.md#top) | tune ||\n');

    expect(shortDiagnosticsOf({ ...rest(''), 'radio/index.md': index })).toEqual([
      'radio/index.md:7:4 warning text-dropped',
    ]);
  });

  test('requires no section', () => {
    const sections = restSection('Part').replace('\n\n', '\n\nRequired field.\n\n');
    const docs = rest('|| a | **[Part](#Part)** ||\n', { skeleton: anyA, sections });

    expect(shortDiagnosticsOf(docs)).toEqual(['radio/tune.md:29:1 error field-malformed']);
  });

  test('has one list of methods', () => {
    const index = `${restIndex('|| [radio.tune](tune.md) | tune ||\n')}\n## Methods\n\n#|\n||Method | Description ||\n|#\n`;

    expect(shortDiagnosticsOf({ ...rest(''), 'radio/index.md': index })).toEqual([
      'radio/index.md:10:1 error section-duplicate',
    ]);
  });

  test('has methods whose names begin alike', () => {
    const stop = (rest('')['radio/tune.md'] ?? '').replaceAll('tune', 'stop');
    const rows = '|| [radio.tune](tune.md) | tune ||\n|| [bogus.words.stop](stop.md) | stop ||\n';

    expect(
      shortDiagnosticsOf({ ...rest(''), 'radio/index.md': restIndex(rows), 'radio/stop.md': stop }),
    ).toEqual(['radio/index.md:8:4 error event-name-invalid']);
  });
});

describe('a number that JSON does not have is told, and not read as another', () => {
  const words = (sentence: string): Record<string, Texts> => ({
    'openai-reference': reference(`\n- \`a: number\`\n\n  ${sentence}\n`),
    'gfm-tables': tables(`| a | number | ${sentence} |\n`),
  });

  test.each(['0x10', '007', '+3', '.5', '1.'])('%s as a default', (number) => {
    const sentence = `Default: \`${number}\`.`;
    const docs = tree(`- \`a\` (number, required): Text. ${sentence}\n`);

    expect(shortDiagnosticsOf(docs)).toEqual(['radio/tune.md:5:1 error default-malformed']);
    for (const texts of Object.values(words(`Defaults to \`${number}\`.`))) {
      expect(shortDiagnosticsOf(texts)).toEqual([expect.stringContaining('fact-in-words')]);
      expect(lastField(texts)?.default).toBeUndefined();
    }
  });

  test.each(['00 and 05', '0x1 and 0x10', '1 and 1,000'])('%s as bounds', (numbers) => {
    for (const texts of Object.values(words(`A number between ${numbers}.`))) {
      expect(shortDiagnosticsOf(texts)).toEqual([expect.stringContaining('fact-in-words')]);
      expect(lastField(texts)?.bounds).toBeUndefined();
    }
  });

  test('0x1 and 02 as values', () => {
    const texts = tables('| a | integer | Text. Allowed values: `0x1`, `02`. |\n');

    expect(lastField(texts)?.type.kind).toBe('integer');
    expect(shortDiagnosticsOf(texts)[0]).toContain('fact-in-words');
  });
});
