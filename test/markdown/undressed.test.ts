import { expect, test } from 'vitest';
import { undressed } from '../../generator/markdown/undressed.ts';
import { pageOf } from '../support/page.ts';

function wordsOf(text: string) {
  const page = pageOf(text);
  return undressed(page, page.tree);
}

test.each([
  ['quotes and bullets', '> - 1. a', 'a'],
  ['headings', '## a', 'a'],
  ['emphasis', '**a**, _b_ and ~~c~~', 'a, b and c'],
  ['links', '[`a`](b.md) and ![c](d.png)', '`a` and c'],
  ['tags', '<p><b>a</b></p>', '\na\n'],
  ['tags with words in them', '<abbr id="x" title="a b">c</abbr>', '\na b\n\nc\n'],
  ['titles in brackets', '[a](b.md (c))', 'a\nc\n'],
  ['notes', ':::note\na\n:::', '\n\na\n\n'],
  ['code of HTML', '<code>a</code>', '`a`'],
  ['escapes', '\\[a\\] &amp; &#96;b&#96;', '[a] & `b`'],
  ['fences', '```md\n- a\n```', '\na\n'],
  ['footnotes', '[^1]: a', 'a'],
  ['comments', 'a<!-- b -->c', 'ac'],
])('takes off %s', (_, text, words) => {
  expect(wordsOf(text).text).toBe(words);
});

test.each([
  ['names', 'item_id'],
  ['types in types', '(array<object>, map<string>)'],
  ['code', '`*a_ <b>`'],
  ['marks of a YFM table', '|| a | b ||'],
])('keeps %s', (_, text) => {
  expect(wordsOf(text).text).toBe(text);
});

test('knows where its characters come from', () => {
  const words = wordsOf('> - **a** &amp; `b`\n> - <code>c</code>');

  expect(['a', '&', 'b', 'c'].map((word) => words.pointAt(words.text.indexOf(word)))).toEqual([
    { line: 1, column: 7 },
    { line: 1, column: 11 },
    { line: 1, column: 18 },
    { line: 2, column: 11 },
  ]);
});
