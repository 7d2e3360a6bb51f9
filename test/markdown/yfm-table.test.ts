import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { array, assert, constantFrom, property } from 'fast-check';
import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Node, Position } from 'unist';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import type {
  YfmTable,
  YfmTableCell,
  YfmTableRow,
  YfmTableStray,
} from '../../generator/markdown/yfm-table/index.ts';
import { remarkYfmTable } from '../../generator/markdown/yfm-table/index.ts';
import { upstreams } from '../support/upstream.ts';

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkYfmTable).freeze();

/** A page of these lines. */
const page = (...lines: string[]): string => lines.join('\n');

function parse(markdown: string) {
  const file = new VFile(markdown);
  const tree = processor.runSync(processor.parse(file), file);
  return { tree, messages: file.messages };
}

/** All nodes of one type, outer ones first. */
function all<Type extends Nodes['type']>(
  node: Nodes,
  type: Type,
): Extract<Nodes, { type: Type }>[] {
  const found: Extract<Nodes, { type: Type }>[] = [];
  visit(node, (descendant) => {
    if (isOfType(descendant, type)) found.push(descendant);
  });
  return found;
}

function isOfType<Type extends Nodes['type']>(
  node: Node,
  type: Type,
): node is Extract<Nodes, { type: Type }> {
  return node.type === type;
}

/** The `at`-th node of a type, which must be there. */
function pick<Type extends Nodes['type']>(
  markdown: string,
  type: Type,
  at = 0,
): Extract<Nodes, { type: Type }> {
  const node = all(parse(markdown).tree, type)[at];
  if (node === undefined) throw new Error(`no ${type} in ${markdown}`);
  return node;
}

const table = (markdown: string): YfmTable => pick(markdown, 'yfmTable');
const cell = (markdown: string): YfmTableCell => pick(markdown, 'yfmTableCell');
const rowsOf = (node: YfmTable): YfmTableRow[] =>
  node.children.filter((child) => child.type === 'yfmTableRow');
const straysOf = (node: YfmTable): YfmTableStray[] =>
  node.children.filter((child) => child.type === 'yfmTableStray');

/** The text of each cell of the first table, row by row. */
const grid = (markdown: string): string[][] =>
  rowsOf(table(markdown)).map((row) => row.children.map((child) => toString(child)));

/** The text of each cell of a table of one row. */
const cells = (row: string): string[] | undefined => grid(page('#|', row, '|#'))[0];

const blocks = (markdown: string): string[] => cell(markdown).children.map((child) => child.type);

/** `1:1-2:3` */
function place(position: Position | undefined): string {
  if (position === undefined) return 'nowhere';
  const { start, end } = position;
  return `${start.line}:${start.column}-${end.line}:${end.column}`;
}

/** `table-unclosed 1:1` for each message. */
const faults = (markdown: string): string[] =>
  parse(markdown).messages.map(({ ruleId, line, column }) => `${ruleId} ${line}:${column}`);

describe('rows and cells', () => {
  it('reads a table as rows of cells', () => {
    expect(grid(page('#|', '|| Field | Description ||', '|| type | The type. ||', '|#'))).toEqual([
      ['Field', 'Description'],
      ['type', 'The type.'],
    ]);
  });

  it('reads a row that starts on the opening line', () => {
    expect(grid('#| || a | b || |#')).toEqual([['a', 'b']]);
  });

  it('reads several rows on a line', () => {
    expect(grid(page('#|', '|| a || || b ||', '|#'))).toEqual([['a'], ['b']]);
  });

  it('reads a row that runs over lines', () => {
    expect(grid(page('#|', '||', 'a', '|', 'b', '||', '|#'))).toEqual([['a', 'b']]);
  });

  it('needs no blanks around markers', () => {
    expect(cells('||a|b||')).toEqual(['a', 'b']);
  });

  it('keeps empty cells', () => {
    expect(cells('|| | ||')).toEqual(['', '']);
  });

  it('reads `||||` as a row of one empty cell', () => {
    expect(cells('||||')).toEqual(['']);
  });

  it('keeps rows of different lengths', () => {
    expect(grid(page('#|', '|| a ||', '|| b | c ||', '|#'))).toEqual([['a'], ['b', 'c']]);
  });

  it('reads a table without rows', () => {
    expect(table(page('#|', '|#'))).toMatchObject({ children: [] });
  });

  it('has no faults to report in a table that is in order', () => {
    expect(faults(page('#|', '|| a | b ||', '|#'))).toEqual([]);
  });
});

describe('where a table may stand', () => {
  const lines = ['#|', '|| a | b ||', '|#'];

  it('interrupts a paragraph', () => {
    const { tree } = parse(page('text', ...lines, 'text'));
    expect(tree.children.map((child) => child.type)).toEqual([
      'paragraph',
      'yfmTable',
      'paragraph',
    ]);
  });

  it('ends a GFM table', () => {
    const { tree } = parse(page('| a |', '| - |', ...lines));
    expect(tree.children.map((child) => child.type)).toEqual(['table', 'yfmTable']);
  });

  it('follows another table at once', () => {
    const { tree } = parse(page(...lines, ...lines));
    expect(tree.children.map((child) => child.type)).toEqual(['yfmTable', 'yfmTable']);
  });

  it('takes up to three blanks of indentation, and takes them off its lines', () => {
    expect(blocks(page('   #|', '   ||', '   a', '', '     b', '   ||', '   |#'))).toEqual([
      'paragraph',
      'paragraph',
    ]);
  });

  it('is indented code behind four blanks', () => {
    expect(parse('    #|').tree.children).toMatchObject([{ type: 'code', value: '#|' }]);
  });

  it('stands in a list item', () => {
    expect(grid(page('- #|', '  || a | b ||', '  |#', '- c'))).toEqual([['a', 'b']]);
  });

  it('stands in a block quote', () => {
    expect(grid(page('> #|', '> || a', '> b | c ||', '> |#'))).toEqual([['a\nb', 'c']]);
  });

  it('is text where it does not start the line', () => {
    expect(parse('a #| b').tree.children).toMatchObject([{ type: 'paragraph' }]);
  });

  it('needs no final line ending', () => {
    expect(place(table(page(...lines)).position)).toBe('1:1-3:3');
  });
});

describe('content of cells', () => {
  it('is block content', () => {
    const markdown = page('#|', '|| a', '', '- b', '', '# c', '', '~~~', 'd', '~~~', '||', '|#');
    expect(blocks(markdown)).toEqual(['paragraph', 'list', 'heading', 'code']);
  });

  it('may start with a list on the line of the marker', () => {
    expect(blocks(page('#|', '|| - a', '- b ||', '|#'))).toEqual(['list']);
  });

  it('is not indented by the blanks that align it', () => {
    expect(blocks(page('#|', '||      a ||', '|#'))).toEqual(['paragraph']);
  });

  it('is a list of its own, whatever its neighbour has', () => {
    expect(
      all(parse(page('#|', '|| > a', 'b | > c', 'd ||', '|#')).tree, 'blockquote'),
    ).toHaveLength(2);
  });

  it('resolves a definition of the page', () => {
    const markdown = page('#|', '|| [a] ||', '|#', '', '[a]: b.md');
    expect(pick(markdown, 'linkReference')).toMatchObject({ identifier: 'a' });
  });

  it('may be a table', () => {
    const markdown = page('#|', '|| a |', '#|', '|| b | c ||', '|#', '|| || d ||', '|#');
    expect(pick(markdown, 'yfmTable', 1).children).toHaveLength(1);
  });
});

describe('pipes that split no cell', () => {
  it.each([
    ['are escaped', String.raw`|| a \| b ||`, ['a | b']],
    ['are escaped, two in a row', String.raw`|| a \|\| b ||`, ['a || b']],
    ['stand in a code span', '|| `a | b` ||', ['a | b']],
    ['stand in a code span of several backticks', '|| ``a ` || b`` ||', ['a ` || b']],
    ['stand in a code span that ends with a backslash', '|| `a |\\` | b ||', ['a |\\', 'b']],
    ['stand in fenced code', '|| ```\na | b || c |#\n```\n||', ['a | b || c |#']],
    ['stand in fenced code of tildes', '|| ~~~\na || b\n~~~\n||', ['a || b']],
    ['stand in fenced code in a list', '|| - ~~~\n  a || b\n  ~~~\n||', ['a || b']],
    ['stand in fenced code in a block quote', '|| > ~~~\n> a || b\n> ~~~\n||', ['a || b']],
    ['stand in fenced code that holds shorter fences', '|| ~~~~\n~~~\n||\n~~~~ ||', ['~~~\n||']],
  ])('%s', (_, row, expected) => {
    expect(cells(row)).toEqual(expected);
  });
});

describe('pipes that do split', () => {
  it.each([
    ['follow an escaped backslash', String.raw`|| a \\| b ||`, ['a \\', 'b']],
    ['follow a backtick that no other matches', '|| a ` b | c ||', ['a ` b', 'c']],
    ['follow a run of backticks of another size', '|| a `` b | c ` ||', ['a `` b', 'c `']],
    ['follow an escaped backtick', '|| a \\` b | c ` ||', ['a ` b', 'c `']],
    ['follow a closing fence on its line', '|| ~~~\na\n~~~ | b ||', ['a', 'b']],
    ['follow the end of a block quote with a fence', '|| > ~~~\n> a\n| b ||', ['a', 'b']],
    ['follow tildes in the middle of a line', '|| a ~~~ | b ||', ['a ~~~', 'b']],
    ['follow a backtick that only another line matches', '|| a ` b\n| c ` ||', ['a ` b', 'c `']],
  ])('%s', (_, row, expected) => {
    expect(cells(row)).toEqual(expected);
  });
});

describe('nested tables', () => {
  it('keep their pipes to themselves', () => {
    const markdown = page('#|', '|| #|', '|| a | b ||', '|# | c ||', '|#');
    expect(rowsOf(table(markdown))[0]?.children).toHaveLength(2);
  });

  it('stand on one line with the outer row', () => {
    const markdown = page('#|', '|| #| || a | b || |# | c ||', '|#');
    expect(rowsOf(pick(markdown, 'yfmTable', 1))[0]?.children).toHaveLength(2);
  });

  it('stand in a list in a cell', () => {
    const markdown = page('#|', '|| - #|', '  || a | b ||', '  |#', '||', '|#');
    expect(rowsOf(pick(markdown, 'yfmTable', 1))[0]?.children).toHaveLength(2);
  });

  it('do not end in their own code', () => {
    const markdown = page('#|', '|| #|', '|| ~~~', '|#', '~~~ || |# || || b ||', '|#');
    expect(rowsOf(table(markdown))).toHaveLength(2);
  });

  it('do not end at an escaped closing', () => {
    const markdown = page('#|', '|| #|', String.raw`|| \|# | a || |# || || b ||`, '|#');
    expect(rowsOf(table(markdown))).toHaveLength(2);
  });

  it('do not end in their own attributes', () => {
    const markdown = page('#|', '|| #|', '||::{a="|#"} a || |# || || b ||', '|#');
    expect(rowsOf(table(markdown))).toHaveLength(2);
  });

  it('are reported where they are too deep', () => {
    const deep = '#|\n|| '.repeat(9) + 'a' + ' ||\n|#'.repeat(9);
    expect(faults(deep)).toEqual(['table-too-deep 9:4']);
  });

  it('are text, in one piece, where they are too deep', () => {
    const deep = '#|\n|| '.repeat(10) + 'a' + ' ||\n|#'.repeat(10);
    expect(all(parse(deep).tree, 'yfmTable').at(-1)).toMatchObject({
      tooDeep: true,
      children: [{ type: 'yfmTableStray', value: '|| #|\n|| a ||\n|# ||' }],
    });
  });
});

describe('attributes', () => {
  it('of a table are those of its lines and of its closing', () => {
    const markdown = page('#|', '|:{a}', '|:{b="}"}', '|| a ||', '|# {.c}');
    expect(table(markdown).attributes).toEqual(['a', 'b="}"', '.c']);
  });

  it('of a table may touch its closing', () => {
    expect(table(page('#|', '|| a ||', '|#{.c}')).attributes).toEqual(['.c']);
  });

  it('of a row follow its opening', () => {
    expect(pick(page('#|', '||:{.r} a ||', '|#'), 'yfmTableRow').attributes).toBe('.r');
  });

  it('of a cell follow its marker', () => {
    const row = pick(page('#|', '||::{a} b |::{c="|"} d ||', '|#'), 'yfmTableRow');
    expect(row.children.map((child) => child.attributes)).toEqual(['a', 'c="|"']);
  });

  it('of the first cell follow those of the row', () => {
    expect(cell(page('#|', '||:{.r} ::{a} b ||', '|#')).attributes).toBe('a');
  });

  it('may be empty', () => {
    expect(cell(page('#|', '||::{} b ||', '|#')).attributes).toBe('');
  });

  it('are no content', () => {
    expect(cells('||:{.r} ::{a} b |::{c} d ||')).toEqual(['b', 'd']);
  });

  it('are content when they are not closed', () => {
    expect(cells('||::{a b | c ||')).toEqual(['::{a b', 'c']);
  });

  it('are absent where there are none', () => {
    expect(Object.keys(table(page('#|', '|| a ||', '|#')))).not.toContain('attributes');
  });
});

describe('spans', () => {
  it('are cells of nothing but `>` and `^`', () => {
    const row = pick(page('#|', '|| a | > |^||', '|#'), 'yfmTableRow');
    expect(row.children.map((child) => child.span)).toEqual([undefined, 'column', 'row']);
  });

  it('have no children', () => {
    expect(cell(page('#|', '|| > ||', '|#')).children).toEqual([]);
  });

  it('are none where more follows', () => {
    expect(blocks(page('#|', '|| > a ||', '|#'))).toEqual(['blockquote']);
  });
});

describe('positions', () => {
  it('of table, row and cell include their markers', () => {
    const markdown = page('text', '', '#|', '|| a | b ||', '|#');
    const row = pick(markdown, 'yfmTableRow');
    expect([table(markdown), row, ...row.children].map((node) => place(node.position))).toEqual([
      '3:1-5:3',
      '4:1-4:12',
      '4:1-4:6',
      '4:6-4:10',
    ]);
  });

  it('in a cell are those of the page', () => {
    const markdown = page('#|', '|| a | **b**', '', '- `c` ||', '|#');
    expect(pick(markdown, 'strong').position).toEqual({
      start: { line: 2, column: 8, offset: 10 },
      end: { line: 2, column: 13, offset: 15 },
    });
    expect(pick(markdown, 'inlineCode').position).toEqual({
      start: { line: 4, column: 3, offset: 19 },
      end: { line: 4, column: 6, offset: 22 },
    });
  });

  it('hold behind CRLF', () => {
    const markdown = '#|\r\n|| a\r\n\r\n`b` ||\r\n|#\r\n';
    expect(pick(markdown, 'inlineCode').position?.start.offset).toBe(markdown.indexOf('`b`'));
  });

  it('hold behind tabs', () => {
    const markdown = page('#|', '||\ta\t|\t`b`\t||', '|#');
    expect(pick(markdown, 'inlineCode').position?.start.offset).toBe(markdown.indexOf('`b`'));
  });

  it('hold in a block quote in a list', () => {
    const markdown = page('- > #|', '  > || a', '  >', '  > `b` ||', '  > |#');
    expect(pick(markdown, 'inlineCode').position?.start.offset).toBe(markdown.indexOf('`b`'));
  });

  it('hold in a nested table', () => {
    const markdown = page('#|', '|| #|', '|| a', '', '`b` ||', '|# ||', '|#');
    expect(pick(markdown, 'inlineCode').position?.start.offset).toBe(markdown.indexOf('`b`'));
  });
});

describe('stray text', () => {
  it.each([
    ['before the first row', page('#|', 'odd', '|| a ||', '|#'), 'odd', '2:1-2:4'],
    ['on the opening line', page('#| odd', '|| a ||', '|#'), 'odd', '1:4-1:7'],
    ['between rows', page('#|', '|| a || odd || b ||', '|#'), 'odd', '2:9-2:12'],
    ['after the last row', page('#|', '|| a ||', 'odd', '|#'), 'odd', '3:1-3:4'],
    ['after the closing', page('#|', '|| a ||', '|# odd'), 'odd', '3:4-3:7'],
    ['after the attributes of the closing', page('#|', '|#{.c} odd '), 'odd', '2:8-2:11'],
    ['that is a pipe', page('#|', '|| a || |', '|#'), '|', '2:9-2:10'],
    ['of several lines', page('#|', '|| a ||', 'odd', '', ' text', '|#'), 'odd\n\ntext', '3:1-5:6'],
    ['with pipes in code', page('#|', '`||` odd', '|| a ||', '|#'), '`||` odd', '2:1-2:9'],
    ['that is a table', page('#|', '#| || a || |#', '|| b ||', '|#'), '#| || a || |#', '2:1-2:14'],
  ])('%s is kept', (_, markdown, value, at) => {
    const strays = straysOf(table(markdown));
    expect(strays.map((stray) => [stray.value, place(stray.position)])).toEqual([[value, at]]);
  });

  it('is reported where it stands', () => {
    expect(faults(page('#|', 'odd', '|| a ||', '|#'))).toEqual(['table-stray-text 2:1']);
  });

  it('is not made of blanks', () => {
    expect(straysOf(table(page('#|  ', ' \t', '|| a ||  ', '', '|#  ')))).toEqual([]);
  });

  it('is text between attributes too', () => {
    const strays = straysOf(table(page('#|', 'a', '|:{b}', 'c', '|#')));
    expect(strays.map((stray) => stray.value)).toEqual(['a', 'c']);
  });
});

describe('what is not closed', () => {
  it('is a row that its table ends', () => {
    expect(pick(page('#|', '|| a | b |#'), 'yfmTableRow')).toMatchObject({
      unclosed: true,
      children: [{}, {}],
    });
  });

  it('is a row that is reported at its opening', () => {
    expect(faults(page('#|', '|| a | b |#'))).toEqual(['table-row-unclosed 2:1']);
  });

  it('is a table that the page ends', () => {
    expect(table(page('#|', '|| a ||', '', ''))).toMatchObject({ unclosed: true });
  });

  it('is a table that is reported at its opening, and its last row is not', () => {
    expect(faults(page('text', '  #|', '|| a ||', '|| b'))).toEqual(['table-unclosed 2:3']);
  });

  it('keeps the rows so far', () => {
    expect(grid(page('#|', '|| a ||', '|| b | c'))).toEqual([['a'], ['b', 'c']]);
  });

  it('ends with its list item', () => {
    const { tree } = parse(page('- #|', '  || a', '- b'));
    expect(all(tree, 'listItem')).toHaveLength(2);
  });

  it('ends at a line that is not in its block quote', () => {
    const { tree } = parse(page('> #|', '> || a', 'b'));
    expect(tree.children.map((child) => child.type)).toEqual(['blockquote', 'paragraph']);
  });

  it('is not marked on what is closed', () => {
    const markdown = page('#|', '|| a ||', '|#');
    const keys = [table(markdown), pick(markdown, 'yfmTableRow')].flatMap(Object.keys);
    expect(keys).not.toContain('unclosed');
  });

  it('is reported as a message that says what to do', () => {
    expect(parse('#|').messages[0]).toMatchObject({
      source: 'realtime-events',
      reason: expect.stringContaining('put `|#` after its last row'),
    });
  });
});

describe('any text', () => {
  const ofTables = [
    '#|',
    '||',
    '|',
    '|#',
    '|:{',
    '::{a}',
    '{',
    '}',
    ':',
    '"',
    '#|\n|| ',
    '|| a ||',
  ];
  const ofMarkdown = ['`', '``', '```', '~~~', '\\', '\n', ' ', '\t', '- ', '^', 'a'];
  const text = array(constantFrom(...ofTables, ...ofMarkdown), { maxLength: 40 }).map((parts) =>
    parts.join(''),
  );
  const runs = { numRuns: 300 };

  it('is parsed into nodes that lie in the document and in their parents', () => {
    assert(
      property(text, (markdown) => {
        visit(parse(markdown).tree, (node, _, parent) => {
          const [start, end] = range(node);
          const [from, to] = parent === undefined ? [0, markdown.length] : range(parent);
          expect(from <= start && start <= end && end <= to).toBe(true);
        });
      }),
      runs,
    );
  });

  // A letter is no marker, so it must be in a leaf, or in attributes.
  it('loses no letter', () => {
    assert(
      property(text, (markdown) => {
        let inAttributes = '';
        const rest = markdown.split('');
        visit(parse(markdown).tree, (node) => {
          if ('attributes' in node) inAttributes += [node.attributes].flat().join('');
          if (!('children' in node)) rest.fill(' ', ...range(node));
        });
        expect(rest.filter(isLetter)).toEqual(inAttributes.split('').filter(isLetter));
      }),
      runs,
    );
  });

  // What is between the rows and the stray text of a table is markers and attributes.
  it('loses nothing between the rows', () => {
    assert(
      property(text, (markdown) => {
        for (const node of all(parse(markdown).tree, 'yfmTable')) {
          const [start, end] = range(node);
          const rest = markdown.split('');
          for (const child of node.children) rest.fill('\n', ...range(child));
          expect(rest.slice(start, end).join('')).toMatch(
            /^#\|\s*(?:\|:\{[^\n]*\}\s*)*(?:\|#\s*(?:\{[^\n]*\})?\s*)?$/,
          );
        }
      }),
      runs,
    );
  });

  function range(node: Nodes): [number, number] {
    return [node.position?.start.offset ?? -1, node.position?.end.offset ?? -1];
  }

  function isLetter(character: string): boolean {
    return character === 'a';
  }
});

describe.each(upstreams)("the publisher's own pages", (upstream) => {
  const folder = join(upstream, 'yandex-ai-studio');
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({ name, ...parse(readFileSync(join(folder, name), 'utf8')) }));
  const tablesOf = (some: typeof pages): YfmTable[] =>
    some.flatMap(({ tree }) => all(tree, 'yfmTable'));

  it('have 113 tables on the server side', () => {
    expect(tablesOf(pages.filter(({ name }) => /^server-events[\\/]/.test(name)))).toHaveLength(
      113,
    );
  });

  it('have two cells in each row', () => {
    const rows = tablesOf(pages).flatMap(rowsOf);
    expect(rows.filter((row) => row.children.length !== 2)).toEqual([]);
  });

  it('have no faults', () => {
    expect(pages.flatMap(({ messages }) => messages)).toEqual([]);
  });

  it('leave no marker in the text', () => {
    const text = pages.flatMap(({ tree }) => all(tree, 'text'));
    expect(text.filter(({ value }) => /#\||\|#|\|\|/.test(value))).toEqual([]);
  });
});
