/** What a page says more than once is left out before it is parsed, and put back into its tree. */
import { expect, test } from 'vitest';
import { VFile } from 'vfile';
import { parseOnce, parsePage } from '../../generator/markdown/parse.ts';
import { withoutRepeats, type KnownContents } from '../../generator/markdown/repeats.ts';
import { randomOf, type Random } from '../support/random.ts';
import { treeInShort, treeOf } from '../support/whole-trees.ts';

const tune = '- `tune: object`\n\n  What to tune.\n\n  - `band: string`\n\n    Its band.\n\n';

test('what stands behind an item as behind another is left out', () => {
  const page = `${tune}- \`again: object\`\n\n  What to tune.\n\n  - \`band: string\`\n\n    Its band.\n\n## End\n`;
  expect(withoutRepeats(page).text).toBe(`${tune}- \`again: object\`\n\n  xxxxxxxxxxx\n\n## End\n`);
});

const body = '  A **b**\n  c.\n\n  - `d`\n\n    E [f](g).\n\n  - h\n\n';
const deeper = body.replaceAll(/^(?=.)/gm, '  ');

test.each([
  ['behind two items', `- a\n\n${body}- b\n\n${body}- c\n`],
  ['behind items of two lists', `- a\n\n${body}# B\n\n* b\n\n${body}c\n`],
  ['deeper than above', `- a\n\n${body}- b\n\n  - c\n\n${deeper}d\n`],
  ['less deep than above', `- b\n\n  - c\n\n${deeper}- d\n\n${body}e\n`],
  [
    'three times, one of them in what is repeated',
    `- a\n\n  - b\n\n${deeper}- c\n\n${body}- d\n\n  - b\n\n${deeper}e\n`,
  ],
  ['with lines that end as on Windows', `- a\n\n${body}- b\n\n${body}c\n`.replaceAll('\n', '\r\n')],
  ['behind many empty lines', `- a\n\n\n${body}\n\n- b\n\n\n${body}\n\nc\n`],
  ['with tables', `- a\n\n  | b |\n  | - |\n  | c |\n\n- d\n\n  | b |\n  | - |\n  | c |\n\ne\n`],
])('the tree is that of the whole page: %s', (_, text) => {
  expect(treeInShort(text)).toEqual(treeOf(text));
});

test.each([
  ['at the end of a page', `- a\n\n${body}- b\n\n${body}`],
  ['with words that go on', `- a\n\n${body}- b\n\n${body.trimEnd()}\nc\n`],
  ['with code that may go on', '- a\n\n  b\n\n  ```\n\n- a\n\n  b\n\n  ```\n\nc\n'],
  ['in code that goes on', `- \`\`\`\n\n${body}- \`\`\`\n\n${body}c\n`],
  ['with other indentation', `- a\n\n${body}-  b\n\n ${body}c\n`],
  ['on a page with definitions', `[g]: h\n\n- a\n\n${body}- b\n\n${body}c\n`],
  ['on a page with tabs', `- a\n\n${body}- b\n\n${body}c\td\n`],
  ['below an item in an item', `- - a\n\n${body}- - b\n\n${body}c\n`],
  ['of one line', '- a\n\n  b\n\n- c\n\n  b\n\nd\n'],
])('nothing is left out: %s', (_, text) => {
  expect(withoutRepeats(text).text).toBe(text);
});

test('what looks like items in code is code', () => {
  const text = `\`\`\`\n- a\n\n${body}- b\n\n${body}c\n\`\`\`\n`;
  expect(treeInShort(text)).toBeUndefined();
  expect(parsePage(new VFile(text))?.tree).toEqual(treeOf(text));
});

test('what stands on one page of a run is left out of the next', () => {
  const parse = parseOnce();
  const first = new VFile({ path: 'a.md', value: `- a\n\n${body}b\n` });
  const next = new VFile({ path: 'b.md', value: `# C\n\n- d\n\n  - e\n\n${deeper}f\n` });
  parse(first);
  expect(parse(next)).toEqual(parsePage(next));

  const known: KnownContents = new Map();
  parsePage(first, undefined, known);
  expect(withoutRepeats(String(next), known).text).toBe('# C\n\n- d\n\n  - e\n\n    xxx\n\nf\n');
});

test('what is repaired is told of each page that has it', () => {
  const parse = parseOnce();
  const value = '- a\n\n  Itâ€™s b.\n\n  - c\n\nd\n';
  const files = ['a.md', 'b.md'].map((path) => new VFile({ path, value }));
  for (const file of files) parse(file);
  expect(files.map(({ messages }) => messages.length)).toEqual([1, 1]);
});

test('a page is refused where it is too much, not where its shorter text is', () => {
  const above = `- a\n\n${body}- b\n\n${body}c\n\n`;
  const file = new VFile(above + 'd '.repeat(5000));
  expect(parsePage(file)).toBeUndefined();
  expect(file.messages.map(({ line }) => line)).toEqual([above.split('\n').length]);
});

const words = [
  '`b`',
  '**c**\nd',
  '[l](u)',
  '# h',
  '> q',
  '1. n',
  '- z',
  '***',
  'w\\',
  '| a |',
  '===',
] as const;

/** Items with what stands behind them, of which some is repeated, deeper or less deep. */
function randomPage({ below, one, happens }: Random): string {
  const contents: string[][] = [];
  const items = Array.from({ length: 3 + below(8) }, () => {
    const again = happens(0.5) ? contents[below(contents.length)] : undefined;
    const content = again ?? randomContent({ below, one, happens });
    contents.push(content);
    const deeper = ' '.repeat(one([0, 0, 2, 4]));
    return [`- ${one(words)}`, '', ...content].map((line) => line && deeper + line);
  });
  return `${items.flat().join('\n')}\nend\n`;
}

function randomContent({ below, one, happens }: Random): string[] {
  let indent = 2;
  return Array.from({ length: 2 + below(6) }, () => {
    const begin = ' '.repeat(indent) + one(['- ', '- ', '- ', '* ', '', '> ', '1. ']);
    indent = Math.max(2, indent + one([2, 2, 0, 0, -2, -4, 1]));
    const line = begin + (happens(0.7) ? one(['a', 'b', 'c']) : one(words));
    return [line, ...Array.from({ length: one([1, 1, 1, 1, 1, 2]) }, () => '')];
  }).flat();
}

test('whatever is repeated, the tree is that of the whole page', () => {
  const pages = Array.from({ length: 150 }, (_, seed) => randomPage(randomOf(seed)));
  const trees = pages.flatMap((page) => {
    const tree = treeInShort(page);
    return tree ? [{ page, tree }] : [];
  });
  expect(trees.length).toBeGreaterThan(50);
  for (const { page, tree } of trees) expect({ page, tree }).toEqual({ page, tree: treeOf(page) });
});
