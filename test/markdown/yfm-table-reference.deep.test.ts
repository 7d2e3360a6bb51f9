/**
 * The same tables read by the reference implementation of Yandex Flavored Markdown: as many rows, as many cells, the
 * same words in each of them, down to the tables in cells. What is known to be read differently is listed, with the reason.
 */
import transform from '@diplodoc/transform';
import { array, assert, constantFrom, letrec, oneof, property, tuple } from 'fast-check';
import type { Nodes } from 'mdast';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { parsePage } from '../../generator/markdown/parse.ts';
import { docsSrc, readFiles } from '../support/repository.ts';

/** The tables of a text; each is rows of cells, each cell its words and the tables in it. */
type Table = Cell[][];
interface Cell {
  words: string;
  tables: Table[];
}

const inOneLine = (words: string): string => words.replaceAll(/\s+/g, ' ').trim();

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** What the reference implementation makes of a text, read from its HTML. */
function tablesOfReference(markdown: string): Table[] {
  const top: Cell = { words: '', tables: [] };
  const cells = [top];
  const tables: Table[] = [];
  const html = transform(markdown, { disableLiquid: true }).result.html;
  for (const [token, end, tag] of html.matchAll(/<(\/?)(\w+)[^>]*>|[^<]+/g)) {
    const cell = cells.at(-1) ?? top;
    if (tag === undefined)
      cell.words += token.replaceAll(
        /&([\w#]+);/g,
        (whole, name: string) => entities[name] ?? whole,
      );
    else if (tag === 'table' && end === '') {
      const table: Table = [];
      cell.tables.push(table);
      tables.push(table);
    } else if (tag === 'table') tables.pop();
    else if (tag === 'tr' && end === '') tables.at(-1)?.push([]);
    else if (tag === 'td' && end === '') {
      const inner: Cell = { words: '', tables: [] };
      tables.at(-1)?.at(-1)?.push(inner);
      cells.push(inner);
    } else if (tag === 'td') {
      cell.words = inOneLine(cell.words);
      cells.pop();
    } else if (/^(?:p|li|ul|ol|pre|br|h\d)$/.test(tag)) cell.words += ' ';
  }
  return top.tables;
}

/** What this program makes of it. */
function tablesOfOurs(markdown: string): Table[] {
  const tree = parsePage(new VFile({ path: 'page.md', value: markdown }))?.tree;
  const read = (node: Nodes, cell: Cell): void => {
    if (node.type === 'yfmTable') {
      const rows = node.children.filter((child) => child.type === 'yfmTableRow');
      cell.tables.push(
        rows.map((row) =>
          row.children.map((child) => {
            const inner: Cell = { words: '', tables: [] };
            for (const block of child.children) read(block, inner);
            return { ...inner, words: inOneLine(inner.words) };
          }),
        ),
      );
    } else if ('children' in node) {
      for (const child of node.children) read(child, cell);
      if (node.type === 'paragraph' || node.type === 'heading') cell.words += ' ';
    } else if (node.type === 'break') cell.words += ' ';
    else if ('value' in node) cell.words += node.type === 'code' ? `${node.value} ` : node.value;
  };
  const top: Cell = { words: '', tables: [] };
  if (tree) read(tree, top);
  return top.tables;
}

const page = (...lines: string[]): string => `${lines.join('\n')}\n`;

const texts: Record<string, string> = {
  'a table of a cell': page('#|', '|| a ||', '|#'),
  'two columns': page('#|', '|| a | b ||', '|#'),
  'two rows': page('#|', '|| a | b ||', '|| c | d ||', '|#'),
  'a row over lines': page('#|', '||', 'a', '|', 'b', '||', '|#'),
  'paragraphs in a cell': page('#|', '|| a', '', 'b | c', '', 'd ||', '|#'),
  'a list in a cell': page('#|', '|| a | b', '', '- `c`', '- `d` ||', '|#'),
  'a fence in a cell': page('#|', '|| a |', '```', 'b || c | d', '```', '||', '|#'),
  'escaped bars': page('#|', String.raw`|| **a \| b** | c ||`, '|#'),
  'empty cells': page('#|', '|| | a ||', '|| b | ||', '|#'),
  'a table in a cell': page('#|', '|| a |', '', '#|', '|| b | c ||', '|#', '', '||', '|#'),
  'two tables in a cell': page(
    '#|',
    '||',
    '',
    '#|',
    '|| a ||',
    '|#',
    '',
    '#|',
    '|| b ||',
    '|#',
    '',
    '||',
    '|#',
  ),
  'text around': page('before', '', '#|', '|| a | b ||', '|#', '', 'after'),
  'two tables': page('#|', '|| a ||', '|#', '', '#|', '|| b ||', '|#'),
  'a heading row without blanks': page('#|', '||Field | Description ||', '|| a | b ||', '|#'),
  'emphasis and links': page('#|', '|| **[a](#a)** | *b* ||', '|#'),
  'rows that touch': page('#|', '||a||', '||b||', '|#'),
};

describe('the reference implementation reads alike', () => {
  it.each(Object.entries(texts))('%s', (_, markdown) => {
    expect(tablesOfOurs(markdown)).toEqual(tablesOfReference(markdown));
  });
});

/** Cells of one row, by their words. */
const row = (...words: string[]): Table => [words.map((one) => ({ words: one, tables: [] }))];

/** What is read differently, and why: the text, the tables of the reference implementation, and ours. */
const differences: [string, string, Table[], Table[]][] = [
  [
    'a bar in code belongs to the code, as everywhere else in Markdown',
    page('#|', '|| `a | b` ||', '|#'),
    [row('`a', 'b`')],
    [row('a | b')],
  ],
  [
    'a row that has too few cells is a fault of the page, and is not filled up',
    page('#|', '|| a ||', '|| b | c ||', '|#'),
    [[...row('a', ''), ...row('b', 'c')]],
    [[...row('a'), ...row('b', 'c')]],
  ],
  [
    'a table without an end is a fault of the page, and no text',
    page('#|', '|| a ||', '', 'b'),
    [],
    [row('a')],
  ],
  [
    'what begins a block begins it behind the bars, too',
    page('#|', '|| # a | b ||', '|#'),
    [row('# a', 'b')],
    [row('a', 'b')],
  ],
];

describe('the reference implementation reads differently', () => {
  it.each(differences)('%s', (_, markdown, reference, ours) => {
    expect(tablesOfReference(markdown)).toEqual(reference);
    expect(tablesOfOurs(markdown)).toEqual(ours);
  });
});

describe('every page of tables in docs-src', async () => {
  const files = Object.entries(await readFiles(docsSrc));
  const pages = files.filter(([file, text]) => file.endsWith('.md') && text.includes('#|'));

  it.each(pages)('%s is read alike', (_, text) => {
    const ours = tablesOfOurs(text);
    expect(ours.length).toBeGreaterThan(0);
    expect(ours).toEqual(tablesOfReference(text));
  });
});

/** Tables that are written as the publisher writes them, as deep as it comes. */
const { table } = letrec<{ table: string; cell: string }>((tie) => ({
  table: array(tuple(tie('cell'), tie('cell')), {
    minLength: 1,
    maxLength: 3,
    depthIdentifier: 'table',
  }).map((rows) => page('#|', ...rows.map((row) => `|| ${row.join(' | ')} ||`), '|#')),
  cell: oneof(
    { depthSize: 'small', depthIdentifier: 'table', maxDepth: 3 },
    constantFrom('a', 'b c', '', '**a**', '`a`', String.raw`a \| b`, '[a](#b)', 'Any of **a**'),
    constantFrom(
      'a\n\nb',
      'a\nb',
      '**a**\n\nb.\n\n- `c`\n- `d`',
      '\n\n```\na | b || c\n```\n\n',
      'a\n\n> b\n\n',
    ),
    tuple(constantFrom('', 'a\n'), tie('table')).map(
      ([before, inner]) => `${before}\n\n${inner}\n`,
    ),
  ),
}));

it('any table is read alike', () => {
  assert(
    property(array(table, { minLength: 1, maxLength: 2 }), (tables) => {
      const markdown = tables.join('\n');
      expect(tablesOfOurs(markdown)).toEqual(tablesOfReference(markdown));
    }),
    { numRuns: 500, seed: 1 },
  );
});
