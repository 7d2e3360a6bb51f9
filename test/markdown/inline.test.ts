import type { Paragraph } from 'mdast';
import { describe, expect, test } from 'vitest';
import { inlineText, proseOf, sourceOf, trimmed, unwrap } from '../../generator/markdown/inline.ts';
import type { ParsedPage } from '../../generator/markdown/parse.ts';
import { pageOf } from '../support/page.ts';

/** The paragraph that a page begins with, in a quote or not. */
function paragraphOf({ tree }: ParsedPage): Paragraph {
  const [block] = tree.children;
  const first = block?.type === 'blockquote' ? block.children[0] : block;
  if (first?.type !== 'paragraph') throw new Error('the page begins with no paragraph');
  return first;
}

function inlineOf(text: string) {
  const page = pageOf(text);
  return inlineText(page, paragraphOf(page).children);
}

describe('inline content as text', () => {
  test.each([
    ['plain words', 'plain words'],
    ['`code` and *emphasis*', '`code` and *emphasis*'],
    ['``code`` and `` more ``', '`code` and `more`'],
    ['`` `code` ``', '`` `code` ``'],
    ['a [link](page.md), an <b>element</b>', 'a [link](page.md), an <b>element</b>'],
    ['array<string>', 'array<string>'],
    ['string \\| null', 'string | null'],
    ['1 &lt; 2', '1 < 2'],
    ['one\ntwo', 'one\ntwo'],
    ['one  \ntwo', 'one  \ntwo'],
    ['one\\\ntwo', 'one  \ntwo'],
  ])('%j is %j', (page, text) => {
    expect(inlineOf(page).text).toBe(text);
  });
});

describe('the place of a character', () => {
  test.each([
    ['in the first text', 'one `two` three', 'one', '1:1'],
    ['inside a text', 'one `two` three', 'ne', '1:2'],
    ['in code', 'one `two` three', 'two', '1:6'],
    ['in code of two marks', 'one `` two `` three', 'two', '1:8'],
    ['behind code of two marks', 'one ``two`` three', 'three', '1:13'],
    ['behind code', 'one `two` three', 'three', '1:11'],
    ['behind a line break and code', 'one\n`two` three', 'three', '2:7'],
    ['behind a line break', 'one\ntwo three', 'three', '2:5'],
    ['behind a line break and blanks', 'one\n   two', 'two', '2:4'],
    ['behind two line breaks', 'one\n two\n  three', 'three', '3:3'],
    ['behind a hard break', 'one  \ntwo', 'two', '2:1'],
    ['behind an escape', 'one \\| two', 'two', '1:8'],
    ['of an escape', 'one \\| two', '|', '1:5'],
    ['behind a character reference', '1 &lt; two', 'two', '1:8'],
    ['behind an escape on the line before', 'one \\|\ntwo', 'two', '2:1'],
    ['behind a quote marker', '> one\n> two', 'two', '2:3'],
  ])('%s', (_, page, word, expected) => {
    const inline = inlineOf(page);
    const { line, column } = inline.pointAt(inline.text.indexOf(word));

    expect(`${line}:${column}`).toBe(expected);
  });

  test('knows its offset in the page', () => {
    const inline = inlineOf('one `two` three');

    expect(inline.pointAt(inline.text.indexOf('three'))).toEqual({
      line: 1,
      column: 11,
      offset: 10,
    });
  });

  test('of no content is the beginning of the page', () => {
    expect(inlineText(pageOf(''), []).pointAt(3)).toEqual({ line: 1, column: 1 });
  });
});

describe('a part of a text', () => {
  const inline = inlineOf('one\n`two` three');

  test('begins where it was cut', () => {
    const part = inline.slice(inline.text.indexOf('three'));

    expect(part.text).toBe('three');
    expect(part.pointAt(0)).toMatchObject({ line: 2, column: 7 });
  });

  test('of a part knows its place as well', () => {
    const part = inline.slice(4).slice(6, -1);

    expect(part.text).toBe('thre');
    expect(part.pointAt(1)).toMatchObject({ line: 2, column: 8 });
  });

  test('without the blanks around it begins behind them', () => {
    const part = trimmed(inline.slice('one\n`two`'.length));

    expect(part.text).toBe('three');
    expect(part.pointAt(0)).toMatchObject({ line: 2, column: 7 });
  });
});

test("the source of a node is the page's own characters", () => {
  const page = pageOf('one *two* \\| `three`');
  const sources = paragraphOf(page).children.map((node) => sourceOf(page, node));

  expect(sources).toEqual(['one ', '*two*', ' \\| ', '`three`']);
});

test('unwrapping joins lines and trims', () => {
  expect(unwrap(' one\n  two\tthree ')).toBe('one two three');
});

describe('prose', () => {
  test.each([
    ['a paragraph, on one line', 'one\ntwo\n', 'one two'],
    ['paragraphs', 'one\n\n\ntwo\n', 'one\n\ntwo'],
    ['bullets, whatever their marker', '* one\n* two\n  more\n', '- one\n- two more'],
    ['numbers, from the first', '3. one\n4. two\n', '3. one\n4. two'],
    ['bullets in bullets', '- one\n  - two\n    - three\n', '- one\n\n  - two\n\n    - three'],
    ['paragraphs in a bullet', '- one\n\n  two\n', '- one\n\n  two'],
    ['a fence, as it stands', '```json\n{}\n```\n', '```json\n{}\n```'],
    ['a fence at the margin, with its indentation', '```\na\n  b\n```\n', '```\na\n  b\n```'],
    [
      'a fence in a bullet, moved left',
      '- one\n\n  ```\n  a\n    b\n  ```\n',
      '- one\n\n  ```\n  a\n    b\n  ```',
    ],
    ['a heading', '## one\n', '## one'],
    ['nothing', '', ''],
  ])('%s', (_, text, prose) => {
    const page = pageOf(text);

    expect(proseOf(page, page.tree.children)).toBe(prose);
  });
});
