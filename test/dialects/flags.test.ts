import { describe, expect, test } from 'vitest';
import { VFile } from 'vfile';
import { formatDiagnostic } from '../../generator/diagnostics.ts';
import { readBareFlag, readFlags } from '../../generator/dialects/flags.ts';

/** What `readFlags` makes of a text that stands at the beginning of a page. */
function read(text: string) {
  const file = new VFile({ path: 'page.md', value: text });
  const { text: rest, support } = readFlags(file, text, (offset) => ({
    line: 1,
    column: offset + 1,
  }));
  return { rest, support, diagnostics: file.messages.map((message) => formatDiagnostic(message)) };
}

/** What `readBareFlag` makes of a paragraph at the beginning of a page. */
function readBare(text: string) {
  const file = new VFile({ path: 'page.md', value: text });
  const support = readBareFlag(file, text, { line: 1, column: 1 });
  return { support, diagnostics: file.messages.map((message) => formatDiagnostic(message)) };
}

describe('a flag of the table', () => {
  test.each([
    ['[CURRENTLY NOT SUPPORTED]', 'unsupported'],
    ['[NOT SUPPORTED]', 'unsupported'],
    ['[CURRENTLY PARTIALLY SUPPORTED]', 'partial'],
    ['[PARTIALLY SUPPORTED]', 'partial'],
    ['[VERIFIED]', undefined],
  ])('%s says %s', (flag, status) => {
    const { rest, support, diagnostics } = read(`tune ${flag}`);

    expect(rest).toBe('tune');
    expect(support?.status).toBe(status);
    expect(diagnostics).toEqual([]);
  });

  test('keeps its words and its place, quotes included, as evidence', () => {
    expect(read("tune '[CURRENTLY NOT SUPPORTED]'").support).toEqual({
      status: 'unsupported',
      evidence: { position: 'page.md:1:6', text: "'[CURRENTLY NOT SUPPORTED]'" },
    });
  });

  test('is the note of what it supports in part', () => {
    expect(read('[PARTIALLY SUPPORTED]').support).toMatchObject({
      status: 'partial',
      note: '[PARTIALLY SUPPORTED]',
    });
  });

  test('leaves no gap in the middle of a text', () => {
    expect(read('A station [NOT SUPPORTED] far away.').rest).toBe('A station far away.');
  });

  test('counts when it says something of support, though another one stands before it', () => {
    expect(read('[VERIFIED] [NOT SUPPORTED]').support?.status).toBe('unsupported');
  });
});

describe('a flag with a typing error', () => {
  test.each([
    ['[CURRENTLY NOT SUPPORTTED]', 'a letter too many', 'CURRENTLY NOT SUPPORTED'],
    ['[CURENTLY NOT SUPPORTED]', 'a letter too few', 'CURRENTLY NOT SUPPORTED'],
    ['[CURRENTLY NOT SUPPORTET]', 'another letter', 'CURRENTLY NOT SUPPORTED'],
    ['[CURRENTLY NOT SUPPROTED]', 'two letters swapped', 'CURRENTLY NOT SUPPORTED'],
    ['[CURENTLY NOT SUPPORTTED]', 'an error in each of two words', 'CURRENTLY NOT SUPPORTED'],
    ['[currently not supported]', 'lower case', 'CURRENTLY NOT SUPPORTED'],
    ['[NOT SUPORTED]', 'the shorter flag', 'NOT SUPPORTED'],
  ])('%s (%s) is understood, and reported', (flag, _, meant) => {
    const { rest, support, diagnostics } = read(`tune ${flag}`);

    expect(rest).toBe('tune');
    expect(support?.status).toBe('unsupported');
    expect(diagnostics).toEqual([
      `page.md:1:6 warning flag-near-miss ${flag} is read as [${meant}]; mend its spelling.`,
    ]);
  });

  test('has its spaces, too', () => {
    const { support, diagnostics } = read('tune [Currently  Not Supported]');

    expect(support?.evidence.text).toBe('[Currently  Not Supported]');
    expect(diagnostics).toEqual([
      'page.md:1:6 warning flag-near-miss [Currently Not Supported] is read as [CURRENTLY NOT SUPPORTED]; mend its spelling.',
    ]);
  });
});

describe('a flag that the table does not have', () => {
  test.each([
    ['[NOW SUPPORTED]', 'one letter away from its opposite'],
    ['[NOD SUPPORTED]', 'a typing error in a short word'],
    ['[CURRENTLY SUPPORTED]', 'a word too few'],
    ['[NOT YET SUPPORTED]', 'a word too many'],
    ['[NOT SUPPROTTED]', 'two typing errors in one word'],
    ['[NOT]', 'a single word'],
    ['[НЕ ПОДДЕРЖИВАЕТСЯ]', 'another alphabet'],
    ['[NOT SUPPORTED SINCE 2026]', 'a date behind it'],
    ['[CURRENTLY NOT SUPPORTED (BETA)]', 'brackets in it'],
    ['[BETA]', 'a word of support alone'],
  ])('%s (%s) is an error, and stays in the text', (flag) => {
    const { rest, support, diagnostics } = read(`tune ${flag}`);

    expect(rest).toBe(`tune ${flag}`);
    expect(support).toBeUndefined();
    expect(diagnostics).toEqual([
      `page.md:1:6 error flag-unknown the flag ${flag} is not known; the flags are ` +
        '[CURRENTLY NOT SUPPORTED], [NOT SUPPORTED], [CURRENTLY PARTIALLY SUPPORTED], ' +
        '[PARTIALLY SUPPORTED], [VERIFIED].',
    ]);
  });
});

describe('brackets that are no flag', () => {
  test.each([
    ['the list [A] and [B]'],
    ['[the manual]'],
    ['["text"] or ["audio"]'],
    ['`tools[0]`'],
    ['[]'],
    ['not supported'],
    ['[now supported]'],
  ])('%s stays as it is', (text) => {
    expect(read(text)).toEqual({ rest: text, support: undefined, diagnostics: [] });
  });
});

describe('a paragraph in capitals', () => {
  test('is a flag without brackets', () => {
    expect(readBare('CURRENTLY NOT SUPPORTED')).toEqual({
      support: {
        status: 'unsupported',
        evidence: { position: 'page.md:1:1', text: 'CURRENTLY NOT SUPPORTED' },
      },
      diagnostics: [],
    });
  });

  test('with a typing error is understood, and reported', () => {
    const { support, diagnostics } = readBare('CURRENTLY NOT SUPPORTTED');

    expect(support?.status).toBe('unsupported');
    expect(diagnostics).toEqual([
      'page.md:1:1 warning flag-near-miss [CURRENTLY NOT SUPPORTTED] is read as [CURRENTLY NOT SUPPORTED]; mend its spelling.',
    ]);
  });

  test('may end in a full stop', () => {
    expect(readBare('CURRENTLY NOT SUPPORTED.')).toEqual({
      support: {
        status: 'unsupported',
        evidence: { position: 'page.md:1:1', text: 'CURRENTLY NOT SUPPORTED' },
      },
      diagnostics: [],
    });
  });

  test.each([['NOW SUPPORTED'], ['DEPRECATED.'], ['NOT YET SUPPORTED']])(
    'that speaks of support in words that the table does not have is an error: %s',
    (text) => {
      expect(readBare(text)).toEqual({
        support: undefined,
        diagnostics: [expect.stringMatching(/^page\.md:1:1 error flag-unknown the flag \[/)],
      });
    },
  );

  test.each([
    ['Currently not supported'],
    ['CURRENTLY NOT SUPPORTED by this model'],
    ['VERIFIED'],
    ['A'],
    [''],
  ])('"%s" is none', (text) => {
    expect(readBare(text)).toEqual({ support: undefined, diagnostics: [] });
  });
});
