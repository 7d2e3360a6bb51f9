import { describe, expect, it } from 'vitest';
import { wordedFactIn } from '../../generator/dialects/facts-in-words.ts';
import { shortDiagnosticsOf } from '../support/docs.ts';
import { anyA, lastField, reference, rest, tree } from '../support/small-docs.ts';

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
