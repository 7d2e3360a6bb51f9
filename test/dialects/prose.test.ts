/** What looks like a statement and stands among words is reported, wherever the words stand. */
import { describe, expect, test } from 'vitest';
import { shortDiagnosticsOf, type Texts } from '../support/docs.ts';
import { anyA, rest, restSection, tree, treePage } from '../support/small-docs.ts';

const table = '#|\n||Field | Description ||\n|| lost | **string** ||\n|#\n';

describe('in a tree', () => {
  /** The page of `tune` with words of its description, which begin on line 3. */
  const described = (words: string): Texts => ({
    ...tree(''),
    'radio/tune.md': treePage('tune').replace('\n\n', `\n\n${words}\n`),
  });

  test.each([
    ['a field', '- `lost` (string, required)\n', '3:1 error bullet-unknown'],
    [
      'a field below a word',
      '- Words:\n  - `lost` (string, required)\n',
      '4:3 error bullet-unknown',
    ],
    ['a field in a quote', '> - `lost` (string, required)\n', '3:3 error bullet-unknown'],
    [
      'a field without its bullet',
      'Words.\n`lost` (string, required)\n',
      '4:1 error bullet-unknown',
    ],
    ['items', '- Items:\n', '3:1 error bullet-unknown'],
    ['a variant', '- Variant (object): Words.\n', '3:1 error bullet-unknown'],
    ['a cut', '- ...\n', '3:1 error bullet-unknown'],
    ['a table', table, '3:1 error block-unknown'],
    [
      'a table of GFM',
      '| Field | Type |\n|---|---|\n| lost | string |\n',
      '3:1 error block-unknown',
    ],
    ['a heading without its blank', '##Properties\n', '3:1 error section-unknown'],
  ])('%s in the description of an event', (_, words, fault) => {
    expect(shortDiagnosticsOf(described(words))).toEqual([`radio/tune.md:${fault}`]);
  });

  test.each([
    [
      'a field below a word',
      '  - Words:\n    - `lost` (string, required)\n',
      '8:5 error bullet-unknown',
    ],
    [
      'a table of fields in a list',
      '  - Words:\n\n    | Field | Words |\n    |---|---|\n',
      '9:5 error block-unknown',
    ],
    [
      'a table with a type in a cell',
      '  | a | b |\n  |---|---|\n  | lost | string, required |\n',
      '7:3 error block-unknown',
    ],
  ])('%s in the text of a field', (_, words, fault) => {
    expect(shortDiagnosticsOf(tree(`- \`a\` (object, required): Text.\n\n${words}`))).toEqual([
      `radio/tune.md:${fault}`,
    ]);
  });

  test('but a table of words is a description where fields are bullets', () => {
    const words = '| level | heard |\n| --- | --- |\n| 1 | in the room |\n';

    expect(shortDiagnosticsOf(described(words))).toEqual([]);
    expect(
      shortDiagnosticsOf(
        tree(`- \`a\` (string, required): Text.\n\n${words}`.replaceAll('\n|', '\n  |')),
      ),
    ).toEqual([]);
  });

  test('but words, lists of words and code are a description', () => {
    expect(
      shortDiagnosticsOf(described('Words.\n\n- one\n- `two`: a word\n\n```json\n{}\n```\n')),
    ).toEqual([]);
  });
});

describe('in a table', () => {
  test('a table in a cell', () => {
    expect(
      shortDiagnosticsOf(rest(`|| a | **object**\n\n${table}||\n`, { skeleton: anyA })),
    ).toEqual(['radio/tune.md:26:1 error block-unknown']);
  });

  test('a table in a cell, also with text that was decoded with the wrong encoding', () => {
    const damaged = table.replace('lost', 'lost â†’ found');

    expect(
      shortDiagnosticsOf(rest(`|| a | **object**\n\n${damaged}||\n`, { skeleton: anyA })),
    ).toEqual([
      'radio/tune.md:26:1 error block-unknown',
      'radio/tune.md:28:4 warning encoding-damaged',
    ]);
  });

  test('a table with a fault of its own has that one alone', () => {
    const unclosed = table.replace(' ||\n|#', '\n|#');

    expect(
      shortDiagnosticsOf(rest(`|| a | **object**\n\n${unclosed}||\n`, { skeleton: anyA })),
    ).toEqual(['radio/tune.md:28:1 error table-row-unclosed']);
  });

  test('a table in a quote above the table of a section', () => {
    const quote = table.replaceAll(/^/gm, '> ').trimEnd().replace(/> $/, '');
    const sections = restSection('Part').replace('\n\n', `\n\n${quote}\n\n`);
    const docs = rest('|| a | **[Part](#Part)** ||\n', { skeleton: anyA, sections });

    expect(shortDiagnosticsOf(docs)).toEqual(['radio/tune.md:29:3 error block-unknown']);
  });

  test('a field of a tree above the table of a section', () => {
    const sections = restSection('Part').replace('\n\n', '\n\n- `lost` (string, required)\n\n');
    const docs = rest('|| a | **[Part](#Part)** ||\n', { skeleton: anyA, sections });

    expect(shortDiagnosticsOf(docs)).toEqual(['radio/tune.md:29:3 error bullet-unknown']);
  });
});
