import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { movePlaces, partsOf, treeOfParts, type Part } from '../../generator/markdown/parts.ts';

const processor = unified().use(remarkParse).use(remarkGfm).freeze();

/** The tree of a text whose parts are as small as they can be. */
function treeInParts(text: string): Root {
  return treeOfParts<never>(text, partsOf(text, 1), (part) => {
    const tree = processor.parse(part.text);
    movePlaces(tree, part);
    return tree;
  });
}

/** The first lines of the parts of a text. */
function firstLines(text: string): string[] {
  return partsOf(text, 1).map((part) => part.text.split(/\r?\n/)[0] ?? '');
}

describe('a page', () => {
  test('is cut at headings below empty lines', () => {
    expect(firstLines('a\n\n# b\n\nc\n# d\n\n\n## e\n')).toEqual(['a', '# b', '## e']);
    expect(firstLines('a\r\n \r\n# b\r\n')).toEqual(['a', '# b']);
  });

  test('is cut into parts of some length', () => {
    const parts: Part[] = partsOf('# a\n\n'.repeat(100), 50);
    expect(parts).toHaveLength(10);
    expect(parts[1]?.start).toEqual({ line: 21, column: 1, offset: 50 });
  });

  test.each([
    ['definitions', '[a]\n\n# b\n\n[a]: c\n'],
    ['footnotes', '[^a]\n\n# b\n\n[^a]: c\n'],
    ['front matter', '---\na: 1\n\n# b\n---\n'],
    ['YFM tables', '#|\n|| a\n\n# b\n\n||\n|#\n'],
  ])('with %s is one part', (_, text) => {
    expect(partsOf(text, 1)).toHaveLength(1);
  });
});

describe('parts give the tree of the whole', () => {
  test.each([
    ['paragraphs', 'a\nb\n\n# c\n\nd\n'],
    ['lists, which end at a heading', '- a\n\n  - b\n\n# c\n\n- d\n  \n  e\n'],
    ['headings in lists, which are no cut', '- a\n\n  # b\n\n# c\n'],
    ['quotes', '> a\n\n# b\n\n> c\n'],
    ['code that ends', '```\na\n```\n\n# b\n\n    c\n\n# d\n'],
    ['code that goes on', 'a\n\n# b\n\n```\nc\n\n# d\n\n```\n\n# e\n'],
    ['code that never ends', '~~~\na\n\n# b\n\n```\n\n# c\n'],
    ['code whose end is too short, or too far right', '````\n```\n\n# a\n\n````\n\n# b\n'],
    ['code in a list, which ends with it', '- ```\n  a\n\n# b\n\nc\n'],
    ['code in a quote', '> ```\n> a\n\n# b\n\nc\n'],
    ['an opening fence alone', 'a\n\n```\n\n# b\n'],
    ['comments that go on', '<!-- a\n\n# b\n\n-->\n\n# c\n'],
    ['tags, which do not', '<div>\na\n\n# b\n\n</div>\n'],
    ['scripts, which do', '<script>\na\n\n# b\n\n</script>\n\n# c\n'],
    ['tables', '| a |\n| - |\n| b |\n\n# c\n\n| d |\n| - |\n'],
    ['footnotes that nothing defines', '[^a]\n\n# b\n\n[c][d]\n'],
    ['ends of lines of three kinds', 'a\rb\r\n\r\n# c\r\nd\n\n# e\n'],
  ])('of %s', (_, text) => {
    expect(treeInParts(text)).toEqual(processor.parse(text));
  });
});
