import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { visit } from 'unist-util-visit';
import { markdownTable, markdownText, textNode } from '../../generator/reports/markdown-text.ts';

/** What a reader of GitHub's Markdown finds in it besides paragraphs of text. */
function markupIn(markdown: string): string[] {
  const found: string[] = [];
  const tree: Nodes = fromMarkdown(markdown, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  visit(tree, ({ type }) => void found.push(type));
  return found.filter((type) => !['root', 'paragraph', 'text'].includes(type));
}

describe('a text of a page in Markdown', () => {
  it.each([
    '# big',
    '1. one',
    '- one',
    '> said',
    '_www.example.com',
    '(http://example.com)',
    'me@example.com',
    '[NOT SUPPORTED](x.md)',
    '**loud** ~~gone~~ `code`',
    '<b>bold</b> <!-- hidden',
    '[^1]: note',
    '***',
  ])('%s is text', (words) => {
    expect(markupIn(markdownText(words))).toEqual([]);
  });

  it('is not a formula', () => {
    expect(markdownText('from $x$ to $y$')).toBe(String.raw`from \$x\$ to \$y\$`);
  });

  it('stays in its cell', () => {
    const rows = [[[textNode('a | b')]], [[textNode('c\n\n| d |')]]];
    const markup = markupIn(markdownTable(rows));
    expect(markup).toEqual(['table', 'tableRow', 'tableCell', 'tableRow', 'tableCell']);
  });

  it('is as wide as it shows: without the blanks at its edges', () => {
    const rows = [[[textNode('a ')]], [[textNode(' bc')]]];
    expect(markdownTable(rows, (cell) => cell.length)).toBe('| a  |\n| -- |\n| bc |');
  });
});
