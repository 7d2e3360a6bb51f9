/** Tables of GitHub, whose columns are known by the words in their heading row. */
import type { RootContent, Table, TableCell, TableRow } from 'mdast';
import { report } from '../../diagnostics.ts';
import { inlineText, trimmed, wordsOf, type InlineText } from '../../markdown/inline.ts';
import { withPlainBlanks } from '../../markdown/undressed.ts';
import { markStructure } from '../account.ts';
import type { ColumnRole, Page } from '../dialect.ts';
import { reportSigns } from '../prose.ts';

/** The words of each kind of column, in small letters. What a source calls otherwise, its `syntax.columns` says. */
const headings: Readonly<Record<ColumnRole, readonly string[]>> = {
  name: ['field', 'property', 'parameter', 'name', '参数名称', '参数名', '参数', '字段', '字段名'],
  type: ['type', '类型'],
  required: ['required', '是否必填', '必填', '必需'],
  default: ['default', '默认值'],
  values: ['allowed values', 'values', '可选值'],
  description: ['description', '参数描述', '描述', '说明'],
  example: ['example', 'example value', '示例', '示例值'],
};

const roles = new Map(
  Object.entries(headings).flatMap(([role, words]) =>
    words.map((word) => [word, roleNamed(role)] as const),
  ),
);

function roleNamed(role: string): ColumnRole {
  switch (role) {
    case 'name':
    case 'type':
    case 'required':
    case 'default':
    case 'values':
    case 'example':
      return role;
    default:
      return 'description';
  }
}

/** What a table is, by the word above its first column. */
export type TableKind = 'fields' | 'events' | 'values' | 'unknown';

const firstWords: Readonly<Record<string, TableKind>> = {
  event: 'events',
  事件: 'events',
  value: 'values',
  值: 'values',
};

export function kindOfTable(page: Page, table: Table): TableKind {
  const [first] = table.children[0]?.children ?? [];
  if (!first) return 'unknown';
  if (roleOf(page, first) === 'name') return 'fields';
  return firstWords[wordsOf(first).trim().toLowerCase()] ?? 'unknown';
}

function roleOf(page: Page, cell: TableCell): ColumnRole | undefined {
  const words = wordsOf(cell).trim();
  return page.syntax?.columns?.[words] ?? roles.get(words.toLowerCase());
}

/** A row below the heading row, its cells by what they are for. */
export interface Row {
  node: TableRow;
  cells: ReadonlyMap<ColumnRole, TableCell>;
}

/**
 * The rows of a table of fields. A column that the tables of words do not know is reported, and so are rows of another
 * number of cells than the heading row: GitHub fills them up, or cuts them off, in silence.
 */
export function rowsOfFields(page: Page, table: Table): Row[] {
  const [head, ...rows] = table.children;
  if (!head) return [];
  const columns = head.children.map((cell) => ({ cell, role: roleOf(page, cell) }));
  for (const [i, { cell, role }] of columns.entries()) {
    const words = wordsOf(cell).trim();
    if (role === undefined) {
      const sentence = `the column "${words}" is not known; say what it is for under "syntax.columns" of source.json, or fix the word.`;
      report(page.file, 'table-shape', cell, sentence);
    } else if (columns.findIndex((one) => one.role === role) < i) {
      const sentence = `"${words}" is a second column of the same meaning (${role}); remove one of the two.`;
      report(page.file, 'table-shape', cell, sentence);
    }
  }
  for (const role of ['type', 'description'] as const) {
    if (columns.some((one) => one.role === role || one.role === undefined)) continue;
    const sentence = `a table of fields needs a column of this meaning: ${role}.`;
    report(page.file, 'table-shape', head, sentence);
  }
  const typeAt = columns.findIndex(({ role }) => role === 'type');
  const whole = rows.map((row) => ({
    row,
    cells: withWholeType(page, row, typeAt, columns.length),
  }));
  return wholeRows(page, table, whole).map(({ row, cells }) => ({
    node: row,
    cells: new Map(
      columns.flatMap(({ role }, i) => {
        const cell = cells[i];
        return role && cell ? [[role, cell] as const] : [];
      }),
    ),
  }));
}

/** The cells of a row, where bars that nobody escaped may have cut the type into several: `anyOf: string | string`. */
function withWholeType(
  page: Page,
  row: TableRow,
  typeAt: number,
  count: number,
): readonly TableCell[] {
  const { children } = row;
  const surplus = children.length - count;
  const type = children[typeAt];
  if (surplus <= 0 || !type || !/^(?:any|one)of:/i.test(wordsOf(type).trim())) return children;
  const sentence =
    'a bar ends this cell, and is read as part of the type all the same; write it as \\|.';
  report(page.file, 'table-bar-unescaped', type, sentence);
  const parts = children.slice(typeAt, typeAt + surplus + 1);
  return children.toSpliced(typeAt, parts.length, parts.reduce(joinedCells));
}

/** Two cells as one, with what stands between their words. */
function joinedCells(first: TableCell, second: TableCell): TableCell {
  const [start, end] = [first.children.at(-1)?.position?.end, second.children[0]?.position?.start];
  const between = { ...(start && end && { position: { start, end } }) };
  return {
    ...first,
    children: [...first.children, { type: 'text', value: ' | ', ...between }, ...second.children],
    ...(first.position &&
      second.position && { position: { start: first.position.start, end: second.position.end } }),
  };
}

/** A row of a table of two columns. */
export interface RowOfTwo {
  node: TableRow;
  cells: readonly TableCell[];
}

/** The rows of a table of two columns, of which the second is words. */
export function rowsOfTwo(page: Page, table: Table): RowOfTwo[] {
  const [head, ...rows] = table.children;
  const second = head?.children[1];
  if (head?.children.length !== 2 || !second || roleOf(page, second) !== 'description') {
    const sentence = 'this table must have two columns, of which the second is "Description".';
    report(page.file, 'table-shape', head ?? table, sentence);
    return [];
  }
  const whole = rows.map((row) => ({ row, cells: row.children }));
  return wholeRows(page, table, whole).map(({ row, cells }) => ({ node: row, cells }));
}

/** Those rows that have a cell for each column. */
function wholeRows<Cells extends { row: TableRow; cells: readonly TableCell[] }>(
  page: Page,
  table: Table,
  rows: readonly Cells[],
): Cells[] {
  const count = table.children[0]?.children.length ?? 0;
  markStructure(page, [table, table.children[0]]);
  return rows.filter(({ row, cells }) => {
    if (cells.length === count) return true;
    const sentence = `this row has ${cells.length} cells, and the heading row has ${count}; write a bar within a cell as \\|.`;
    report(page.file, 'table-shape', row, sentence);
    return false;
  });
}

/** What ends a line of a cell. */
export const breaks = /<\/?br\s*\/?>/gi;

/** The lines of a cell, which `<br>` ends; those without words are left out. */
export function linesOfCell(page: Page, cell: TableCell | undefined): InlineText[] {
  if (!cell) return [];
  const inline = withPlainBlanks(inlineText(page, cell.children));
  const lines: InlineText[] = [];
  let start = 0;
  for (const { 0: mark, index } of inline.text.matchAll(breaks)) {
    lines.push(trimmed(inline.slice(start, index)));
    start = index + mark.length;
  }
  lines.push(trimmed(inline.slice(start)));
  return lines.filter(({ text }) => text !== '');
}

/** The lines of a cell of words, in which what looks like a statement of a field is reported. */
export function linesOfWords(page: Page, cell: TableCell | undefined): InlineText[] {
  reportStatementsOfCell(page, cell);
  return linesOfCell(page, cell);
}

/** Reports what looks like a statement in a cell of words; the bars around these are none of them. */
export function reportStatementsOfCell(page: Page, cell: TableCell | undefined): void {
  const [start, end] = [cell?.children[0]?.position?.start, cell?.children.at(-1)?.position?.end];
  if (cell && start && end)
    reportSigns(page, { type: 'paragraph', children: cell.children, position: { start, end } });
}

/** A value in code, as messages have it. */
export function valueOfCode(code: string): string {
  const inner = code.replaceAll('\\|', '|').replace(/^`+\s?|\s?`+$/g, '');
  return /^"[^"]*"$/.test(inner) ? inner.slice(1, -1) : inner;
}

export function isTable(block: RootContent): block is Table {
  return block.type === 'table';
}
