import { describe, expect, test } from 'vitest';
import type { Root, RootContent } from 'mdast';
import { VFile } from 'vfile';
import { diagnosticsIn, lineOfDiagnostic } from '../../generator/diagnostics.ts';
import { repairEncoding } from '../../generator/markdown/encoding.ts';
import { parsePage } from '../../generator/markdown/parse.ts';

describe('damaged text is repaired', () => {
  test.each([
    ['Server â†’ Client', 'Server → Client'],
    ['the radioâ€™s station', 'the radio’s station'],
    ['â€œloudâ€\u009d', '“loud”'],
    ['from 1 â€“ 2 â€” or more â€¦', 'from 1 – 2 — or more …'],
    ['cafÃ©', 'café'],
    ['Â«radioÂ»', '«radio»'],
    ['a\u00c2\u00a0b', 'a\u00a0b'],
    ['â‚¬ 5', '€ 5'],
    ['Ð’Ð¾Ð»Ð½Ð°', 'Волна'],
    ['ðŸ“»', '📻'],
  ])('%s → %s', (damaged, sound) => {
    expect(repairEncoding(damaged)).toBe(sound);
  });
});

describe('sound text stays as it is', () => {
  test.each([
    ['plain words'],
    ['Server → Client'],
    ['“loud” – or ‘quiet’ …'],
    ['café, naïve, Ångström'],
    ['CAFÉ»'],
    ['Волна'],
    ['📻'],
    ['ã alone, â alone, Ã alone, Â alone'],
    [''],
  ])('%s', (text) => {
    expect(repairEncoding(text)).toBe(text);
  });
});

describe('in a page', () => {
  const file = new VFile({ path: 'page.md', value: 'One\n\nServer *â†’* Client `â†’`\n' });
  const tree = parsePage(file)?.tree;

  test('every damaged text is reported at its place, and code, which stays as it is', () => {
    expect(diagnosticsIn(file).map(lineOfDiagnostic)).toEqual([
      'page.md:3:9 warning encoding-damaged this text was decoded with the wrong encoding; it is read as "→". Save the page as UTF-8.',
      'page.md:3:21 warning encoding-damaged this code was decoded with the wrong encoding; it is left as it is. Save the page as UTF-8.',
    ]);
  });

  test('the tree has the sound text, at the place of the damaged one', () => {
    expect((tree ? textsOf(tree) : []).map(({ value, start }) => `${start} ${value}`)).toEqual([
      '1:1 One',
      '3:1 Server ',
      '3:9 →',
      '3:13  Client ',
    ]);
  });
});

describe('damage is found', () => {
  test.each([
    ['in a code block', '```\nServer â†’ Client\n```\n', '1:1'],
    ['beside sound text', 'one â†’волна\n', '1:1'],
    ['in references to characters', '&acirc;&#8224;&rsquo;\n', '1:1'],
    ['beside an accent', 'café â†’ one\n', '1:1'],
  ])('%s', (_, page, place) => {
    const file = new VFile({ path: 'page.md', value: page });
    parsePage(file);

    expect(diagnosticsIn(file).map(lineOfDiagnostic)).toEqual([
      expect.stringMatching(new RegExp(`^page\\.md:${place} warning encoding-damaged `)),
    ]);
  });
});

/** The text nodes of a tree, each with the place where it begins. */
function textsOf(node: Root | RootContent): { value: string; start: string }[] {
  if (node.type === 'text') {
    const { line, column } = node.position?.start ?? { line: 0, column: 0 };
    return [{ value: node.value, start: `${line}:${column}` }];
  }
  return 'children' in node ? node.children.flatMap(textsOf) : [];
}
