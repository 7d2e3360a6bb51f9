/**
 * Tables of fields:
 *
 *     || name[] | **type**            a row: the name, `[]` for an array; then the type,
 *
 *     Required field. Text.           the only mark of requiredness, and the text,
 *
 *     - `value` ||                    and the values of an `enum`
 */
import type { List, RootContent } from 'mdast';
import { decodeString } from 'micromark-util-decode-string';
import type { Point } from 'unist';
import { aboutField, report } from '../../diagnostics.ts';
import { inlineText, locatedText, positionOf, sourceOf, wordsOf } from '../../markdown/inline.ts';
import { undressed } from '../../markdown/undressed.ts';
import type { YfmTable, YfmTableCell, YfmTableRow } from '../../markdown/yfm-table/index.ts';
import type {
  Enumeration,
  Evidence,
  Field,
  Link,
  Literal,
  Position,
  Support,
  Type,
} from '../../model/model.ts';
import { positionAt } from '../../model/position.ts';
import { markStructure } from '../account.ts';
import { endOf, reportUnknownBlocks, withoutComments } from '../blocks.ts';
import type { Page } from '../dialect.ts';
import { isOneEditAway, joinSupport, readFlags } from '../flags.ts';
import { reportFactsInWords } from '../facts-in-words.ts';
import { reportDots, reportDressedName } from '../field-name.ts';
import { readProse, takeProse } from '../prose.ts';
import { withoutTags } from './tabs.ts';
import { readType } from './types.ts';

/** A row of a table, with its two cells. */
export interface Row {
  node: YfmTableRow;
  cells: [YfmTableCell, YfmTableCell];
}

/** The rows below the heading row of the one table in `blocks`, each of two cells. */
export function readTable(
  page: Page,
  blocks: readonly RootContent[],
  columns: [string, string],
  where: string,
): Row[] {
  const tables = blocks.filter((block): block is YfmTable => block.type === 'yfmTable');
  reportUnknownBlocks(
    page,
    blocks.filter((block) => block.type !== 'yfmTable'),
    where,
  );
  return tables.flatMap((table) => {
    const rows = table.children.flatMap((row) => {
      if (row.type !== 'yfmTableRow') return [];
      const [first, second, ...more] = row.children;
      if (first && second && more.length === 0)
        return [{ node: row, cells: [first, second] } satisfies Row];
      report(
        page.file,
        'table-shape',
        row,
        `this row has ${row.children.length} cells; the table has two columns, ${columns.join(' and ')}.`,
      );
      return [];
    });
    const [head, ...body] = rows;
    markStructure(page, [table]);
    if (!head || columns.some((column, i) => wordsOf(head.cells[i]).trim() !== column)) {
      report(
        page.file,
        'table-shape',
        head?.node ?? table,
        `the heading row must be "${columns.join(' | ')}".`,
      );
    } else
      markStructure(
        page,
        head.cells.flatMap(({ children }) => children),
      );
    return body;
  });
}

/** The fields of the tables in `blocks`, which stand below `heading`. */
export function readFields(
  page: Page,
  blocks: readonly RootContent[],
  heading: RootContent | undefined,
): Field<Link>[] {
  if (!blocks.some((block) => block.type === 'yfmTable')) {
    report(page.file, 'section-missing', heading, 'this section has no table of fields; add one.');
  }
  const fields: Field<Link>[] = [];
  for (const row of readTable(page, blocks, ['Field', 'Description'], 'a table of fields')) {
    const name = /^[^\s[\]]*/.exec(wordsOf(row.cells[0]).trim())?.[0] ?? '';
    const field = aboutField(page.file, name, () => readField(page, row));
    const fieldOf = (name: string): Field<Link> | undefined =>
      fields.find((one) => one.name === name);
    const twin = field && fieldOf(field.name);
    if (twin)
      aboutField(page.file, twin.name, () =>
        report(
          page.file,
          'field-duplicate',
          row.node,
          `\`${twin.name}\` stands at ${twin.position} already; remove one of the two.`,
          [twin.position],
        ),
      );
    else if (field) {
      reportDots(page, row.node, field, fieldOf, 'move it to the table of that one.');
      fields.push(field);
    }
  }
  return fields;
}

function readField(page: Page, row: Row): Field<Link> | undefined {
  const { file } = page;
  const [nameCell, descriptionCell] = row.cells;
  const name = readName(page, nameCell);
  const [head, ...blocks] = withoutTags(page, withoutComments(page, descriptionCell.children));
  if (!name || head?.type !== 'paragraph') {
    report(
      file,
      'field-malformed',
      row.node,
      'a row is the name of a field and its description, which begins with a type.',
    );
    return undefined;
  }
  markStructure(page, [nameCell.children[0], head]);
  const { values, rest } = takeValues(page, blocks);
  const described = describe(page, rest, 'field');
  const expression = readType(page, head, values);
  if (values && !expression.takesValues) {
    report(
      file,
      'enum-malformed',
      blocks.at(-1),
      'a list of values is below a type that is not an enum.',
    );
  }
  if (expression.takesValues) reportStrayValues(page, rest, values !== undefined);
  const field: Field<Link> = {
    name: name.text,
    position: positionOf(page, nameCell.children[0] ?? nameCell),
    requiredness: described.required ? 'required' : expression.isUnion ? 'unstated' : 'optional',
    type: name.dimensions.reduce<Type<Link>>(
      (element, position) => ({ kind: 'array', position, element }),
      expression.type,
    ),
    origin: 'documented',
  };
  if (described.text !== '') field.description = described.text;
  const support = joinSupport(page, name.support, described.support);
  if (support) field.support = support;
  const deprecated = name.deprecated ?? described.deprecated;
  if (deprecated) field.deprecated = deprecated;
  reportFactsInWords(page, field, row.node);
  return field;
}

/** The name cell: a name, `[]` for each array around its type, perhaps a flag. */
function readName(
  page: Page,
  cell: YfmTableCell,
): { text: string; dimensions: Position[]; support?: Support; deprecated?: Evidence } | undefined {
  const [paragraph, ...others] = cell.children;
  if (paragraph?.type !== 'paragraph' || others.length > 0) return undefined;
  // The page's own characters: to Markdown, `__proto__` is a word in bold.
  const raw = decodeString(sourceOf(page, paragraph));
  const start = paragraph.position?.start ?? { line: 1, column: 1 };
  const pointAt = (offset: number): Point => ({ line: start.line, column: start.column + offset });
  const { text, ...flags } = readFlags(page, locatedText(raw, pointAt));
  // More arrays in arrays than anybody writes would be more calls than the stack has.
  const match = /^([^\s[\]]+)((?:\[\]){0,8})$/.exec(text);
  const [, name, brackets = ''] = match ?? [];
  if (name === undefined || reportDressedName(page, name, paragraph)) return undefined;
  const dimensions = Array.from({ length: brackets.length / 2 }, (_, i) =>
    positionAt(page.file.path, pointAt(name.length + 2 * i)),
  );
  return { ...flags, text: name, dimensions };
}

/** The values of an enum, which end a description, and the blocks before them. */
function takeValues(
  page: Page,
  blocks: readonly RootContent[],
): { values: Literal | Enumeration | undefined; rest: RootContent[] } {
  const lists: Enumeration['values'][] = [];
  const rest = [...blocks];
  // Another marker begins another list, which goes on with the values.
  for (let last = rest.at(-1); last?.type === 'list'; last = rest.at(-1)) {
    const found = readValues(page, last);
    if (!found) break;
    lists.push(found);
    rest.pop();
  }
  const values = lists.toReversed().flat();
  const [only, ...more] = values;
  if (!only) return { values: undefined, rest };
  const above = rest.at(-1);
  if (above?.type === 'paragraph' && isValuesOnly(sourceOf(page, above))) {
    const sentence = 'a value is above the list of values; make it a bullet: - `value`.';
    report(page.file, 'enum-malformed', above, sentence);
  }
  return {
    values:
      more.length === 0
        ? { kind: 'literal', ...only }
        : { kind: 'enumeration', position: only.position, values },
    rest,
  };
}

/** Whether nothing stands in a text but code spans, and what is left of bullets. */
function isValuesOnly(text: string): boolean {
  return /^[\s*+-]*$/.test(text.replaceAll(/`[^`]*`/g, ''));
}

/** A line that is one value, or two with a word between them, or ends in a bullet that lost its line. */
const valueLine =
  /^\W{0,3}`[^`\n]+`(?:[\s,;.]|or|and|`[^`\n]+`)*$|(?:\s`?[-*+•]|\n\s*:)\s+`[^`\n]+``?[\s.]*$/i;

/** Reports values of an enum that stand above its list, in whatever node, and would be words. */
function reportStrayValues(page: Page, blocks: readonly RootContent[], isListed: boolean): void {
  for (const block of blocks) {
    const source = sourceOf(page, block);
    // Reported already: a value above the list, bullets that are code.
    if (isListed && block === blocks.at(-1) && block.type === 'paragraph' && isValuesOnly(source))
      continue;
    if (block.type === 'code' && /^[-*+] /.test(source.trimStart())) continue;
    const words = undressed(page, block);
    const lines = block.type === 'paragraph' ? /\S[^]*/g : /\S.*/g;
    for (const { 0: line, index } of words.text.matchAll(lines)) {
      const isValue =
        valueLine.test(line.trim()) || (isListed && block.type === 'list' && line.startsWith('`'));
      if (!isValue) continue;
      const sentence =
        'a value is not in the list of values, which ends the description; make it a bullet there: - `value`.';
      report(page.file, 'enum-malformed', words.pointAt(index), sentence);
    }
  }
}

/** Bullets that are one code span each, and perhaps the mark of what is deprecated. Any other list is text. */
function readValues(page: Page, list: List): Enumeration['values'] | undefined {
  const values: Enumeration['values'] = [];
  for (const item of list.children) {
    const [paragraph, ...others] = item.children;
    const [code, mark, ...more] = paragraph?.type === 'paragraph' ? paragraph.children : [];
    if (code?.type !== 'inlineCode' || others.length + more.length > 0) return undefined;
    const value: Enumeration['values'][number] = {
      value: code.value,
      position: positionOf(page, code),
    };
    if (mark) {
      const text = sourceOf(page, mark).trim();
      if (!/^(?:\(deprecated\)|\[DEPRECATED\])\.?$/.test(text)) return undefined;
      value.deprecated = { position: positionOf(page, mark), text };
    }
    values.push(value);
  }
  markStructure(
    page,
    list.children.flatMap(({ children }) => children),
  );
  return values;
}

/** Whether a text begins like the mark of a required field, and is none. */
function isNearRequired(text: string): boolean {
  const [, first = '', gap = '', second = ''] =
    /^\W*(\w+)(\W*)(\w*)/.exec(text.toLowerCase()) ?? [];
  if (first !== 'required') return second === 'field' && isOneEditAway(first, 'required');
  // `Required if …` and `Required fields are …` are words.
  if (second === 'fields') return !/^\W*required\s+fields\s+\w/i.test(text);
  return !/^\s+$/.test(gap) || second === 'field' || isOneEditAway(second, 'field');
}

/** Where a mark of a required field stands that is not read, in a block whatever it is. */
function strayRequired(page: Page, block: RootContent, isMarked: boolean): Point[] {
  const words = undressed(page, block);
  const lines = block.type === 'paragraph' ? /\S[^]*/g : /\S.*/g;
  return Array.from(words.text.matchAll(lines)).flatMap(({ 0: line, index }) => {
    const start = isMarked && index === 0 ? 'Required field.'.length : 0;
    const said = line.slice(start);
    if (isNearRequired(said)) return [words.pointAt(index + start)];
    const marks = said.matchAll(
      /(?<!\bnot\san?\s)\brequired\s+field\b(?=\W*$)|(?<!\bnot\san?\s)\bRequired\s+field\./gim,
    );
    return Array.from(marks, (mark) => words.pointAt(index + start + mark.index));
  });
}

interface Described {
  text: string;
  required: boolean;
  support?: Support;
  deprecated?: Evidence;
}

/**
 * The paragraphs of a description: `Required field.`, flags, text.
 *
 * @param of what they describe; only a field can be required
 */
export function describe(
  page: Page,
  blocks: readonly RootContent[],
  of: 'field' | 'section',
): Described {
  const prose = takeProse(page, blocks);
  const [first] = prose;
  const marker =
    of === 'field' && first?.type === 'paragraph'
      ? (/^Required field\.\s*/.exec(inlineText(page, first.children).text)?.[0] ?? '')
      : '';
  if (marker !== '') markStructure(page, [first?.position?.start]);
  const ending = of === 'field' && marker === '' ? endingMark(page, prose.at(-1)) : undefined;
  if (ending) markStructure(page, [ending]);
  const sound = prose.filter((block) => {
    const isFirst = block === first && marker !== '';
    const stray = strayRequired(page, block, isFirst).filter((point) => !isSame(point, ending));
    for (const point of stray)
      report(
        page.file,
        'field-malformed',
        point,
        'the mark of a required field is "Required field.", at the beginning of its description.',
      );
    return stray.length === 0 || isFirst || block.type !== 'paragraph';
  });
  const described = readProse(page, sound, marker.length);
  if (!ending) return { required: marker !== '', ...described };
  return { ...described, required: true, text: described.text.replace(markAtTheEnd, '').trimEnd() };
}

/** The mark of a required field as the last sentence of a text, or as a bullet of its own. */
const markAtTheEnd =
  /(?:(?<=[.!?:;…)\]'"`”’]\s{1,80})|(?:^|\n[\s>]*)(?:[-*+>]\s+)?)Required field\.\s*$/;

/** Where a description ends in the mark of a required field, whatever it ends with. */
function endingMark(page: Page, block: RootContent | undefined): Point | undefined {
  const last = endOf(block);
  if (last?.type !== 'paragraph') return undefined;
  const words = inlineText(page, last.children);
  const found = markAtTheEnd.exec(words.text);
  return found ? words.pointAt(found.index + found[0].indexOf('Required')) : undefined;
}

function isSame(one: Point, other: Point | undefined): boolean {
  return one.line === other?.line && one.column === other.column;
}
