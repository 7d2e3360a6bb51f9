import { describe, expect, it } from 'vitest';
import { jsdoc } from '../../generator/emit/jsdoc.ts';

/** The lines of a comment, without its frame. */
function commentLines(parts: (string | undefined)[], tags: string[] = []): string[] {
  const [only] = jsdoc(parts, tags);
  if (only === undefined) return [];
  const { description } = only;
  return typeof description === 'string' ? description.replace(/^\n/, '').split('\n') : [];
}

const words = (count: number): string => Array.from({ length: count }, () => 'words').join(' ');

describe('a comment', () => {
  it('is left out when there is nothing to say', () => {
    expect(jsdoc([])).toEqual([]);
  });

  it('is left out when all there is to say is empty', () => {
    expect(jsdoc(['', undefined])).toEqual([]);
  });

  it('stands on one line when it has one', () => {
    expect(jsdoc(['A pipe.'])).toEqual([{ description: 'A pipe.' }]);
  });

  it('stands on lines of its own when it has more', () => {
    expect(jsdoc(['A pipe.', 'It is blue.'])).toEqual([
      { description: '\nA pipe.\n\nIt is blue.' },
    ]);
  });

  it('separates its paragraphs and its tags', () => {
    expect(
      commentLines(['A pipe.', undefined, 'It is blue.'], ['@default 1', '@see here']),
    ).toEqual(['A pipe.', '', 'It is blue.', '', '@default 1', '@see here']);
  });

  it('may be made of a tag alone', () => {
    expect(jsdoc([], ['@default 1'])).toEqual([{ description: '@default 1' }]);
  });

  it('has links that lead somewhere, and of others their words', () => {
    const text =
      'See [the guide](https://small.test/guide), [sound](../sound.md) and [more](#more).';
    expect(commentLines([text])).toEqual([
      'See [the guide](https://small.test/guide), sound and more.',
    ]);
  });

  it('keeps the lines of a code block', () => {
    expect(commentLines(['```json\n{\n  "a": 1\n}\n```'])).toEqual([
      '```json',
      '{',
      '  "a": 1',
      '}',
      '```',
    ]);
  });
});

describe('a long line', () => {
  it('is broken between words, none longer than 96 characters', () => {
    expect(commentLines([words(40)])).toEqual([words(16), words(16), words(8)]);
  });

  it('of 96 characters stays whole', () => {
    const line = `${words(15)} and more`;
    expect(line.concat('.')).toHaveLength(99);
    expect(commentLines([line.slice(0, 96)])).toHaveLength(1);
  });

  it('of 97 characters is broken', () => {
    const line = `${words(15)} and more`;
    expect(commentLines([line.slice(0, 97)])).toHaveLength(2);
  });

  it('of a list keeps the indentation of its item', () => {
    const [first, second] = commentLines([`- ${words(20)}`]);
    expect([first?.slice(0, 7), second?.slice(0, 7)]).toEqual(['- words', '  words']);
  });

  it('of a numbered list keeps the indentation of its item', () => {
    const [first, second] = commentLines([`10. ${words(20)}`]);
    expect([first?.slice(0, 9), second?.slice(0, 9)]).toEqual(['10. words', '    words']);
  });

  it('of a nested list keeps the indentation of its item', () => {
    const [first, second] = commentLines([`  - ${words(20)}`]);
    expect([first?.slice(0, 9), second?.slice(0, 9)]).toEqual(['  - words', '    words']);
  });

  it('without a blank is not broken', () => {
    const address = `https://small.test/${'a'.repeat(120)}`;
    expect(commentLines([`See ${address} for more.`])).toEqual(['See', address, 'for more.']);
  });
});
