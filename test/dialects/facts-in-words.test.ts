import { describe, expect, it } from 'vitest';
import { wordedFactIn } from '../../generator/dialects/facts-in-words.ts';
import { diagnosticsOf, shortDiagnosticsOf } from '../support/docs.ts';
import { anyA, lastField, reference, rest, tables, tree } from '../support/small-docs.ts';

describe('facts in words', () => {
  it('are told by the words that look like one', () => {
    expect(wordedFactIn('How it sounds. One of: `a`, `b`.')).toBe('One of: `a`, `b`');
  });

  // Where a wording can be taken in two ways, and that again and again, looking for it would not end.
  it.each(['`a` or or or or ', '`a`/`b`\t/', '1,/00', 'and and or `a`, '])(
    'are looked for to the end in %j, however often it stands there',
    (words) => {
      expect(wordedFactIn(`Words ${words.repeat(200)}!`)).toBeUndefined();
    },
  );
});

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
      expect.stringMatching(/ warning fact-in-words .* looks like a list of values, /),
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
