/** Tables of fields: a row a field. */
import type { Paragraph, Table, TableCell } from 'mdast';
import type { Node } from 'unist';
import { aboutField, report } from '../../diagnostics.ts';
import { inlineText, positionOf, sourceOf, trimmed } from '../../markdown/inline.ts';
import { undressed } from '../../markdown/undressed.ts';
import { parseJson, parseNumber } from '../../model/json.ts';
import type { Field, Link, Position, Requiredness, Type } from '../../model/model.ts';
import { typeSummary } from '../../model/signature.ts';
import { membersOf } from '../../model/types.ts';
import { markStructure } from '../account.ts';
import type { Page } from '../dialect.ts';
import { reportFactsInWords } from '../facts-in-words.ts';
import { reportDots, reportDressedName } from '../field-name.ts';
import { joinSupport, reportMisplacedFlag } from '../flags.ts';
import { takeProse } from '../prose.ts';
import {
  areValues,
  isBlank,
  readDescription,
  statementsOfColumns,
  type Description,
  type Stated,
} from './descriptions.ts';
import { isOpenObject, reportCounts, siblingsOf, type PlacedField } from './nesting.ts';
import { valuesOfList } from './phrases.ts';
import { factsOf, isExampleOf, settledType, type Links } from './stated-facts.ts';
import {
  linesOfCell,
  linesOfWords,
  reportStatementsOfCell,
  rowsOfFields,
  valueOfCode,
  type Row,
} from './tables.ts';
import { isUnread, readType } from './types.ts';

/** The fields of a table; `isContinued` tells of those whose properties should stand in a table of their own. */
export interface ReadFields {
  fields: Field<Link>[];
  continued: Field<Link>[];
}

const nestingSentence =
  'write "syntax": { "nesting": "." } into source.json, or a mark before the name.';

/** Reads the rows of a table as the fields of an object. */
export function readFieldTable(page: Page, table: Table, links: Links): ReadFields {
  const fields: Field<Link>[] = [];
  const placed: PlacedField[] = [];
  for (const row of rowsOfFields(page, table)) {
    const name = nameOfRow(page, row);
    if (name && anyName.test(name.text)) {
      readMapValues(page, row, placed.at(-1), links);
      continue;
    }
    const read = aboutField(page.file, name?.text ?? '', () => readRow(page, row, name, links));
    if (!read) continue;
    const siblings = siblingsOf(page, read, placed, fields);
    if (!siblings) continue;
    const siblingOf = (name: string): Field<Link> | undefined =>
      siblings.find((one) => one.name === name);
    reportDots(page, row.node, read.field, siblingOf, nestingSentence);
    const twin = siblingOf(read.field.name);
    if (twin) {
      const sentence = `\`${twin.name}\` stands at ${twin.position} already; remove one of the two, or say which object it is a property of.`;
      aboutField(page.file, twin.name, () =>
        report(page.file, 'field-duplicate', row.node, sentence, [twin.position]),
      );
      continue;
    }
    siblings.push(read.field);
    placed.push(read);
  }
  reportCounts(page, placed);
  const continued = placed
    .filter(({ field, isContinued }) => isContinued && !hasFields(field.type))
    .map(({ field }) => field);
  return { fields, continued };
}

/** What stands for a name in the row of those properties that may have any. */
const anyName = /(?:^|\s)\(additional properties\)$/i;

/** Reads the row of the properties that may have any name: the object above is a map of them. */
function readMapValues(page: Page, row: Row, above: PlacedField | undefined, links: Links): void {
  const [typeText, ...moreLines] = linesOfCell(page, row.cells.get('type'));
  const isMap =
    above &&
    (above.field.type.kind === 'map' ||
      isOpenObject(above.field.type) ||
      isUnread(above.field.type));
  if (!above || !isMap || !typeText || moreLines.length > 0) {
    const sentence =
      'a row "(additional properties)" stands below a map, and has the type of its values.';
    report(page.file, 'field-malformed', row.node, sentence);
    return;
  }
  markStructure(page, [row.node]);
  const { field } = above;
  const described = readDescription(page, linesOfWords(page, row.cells.get('description')));
  const stated = [...described.statements, ...statementsOfColumns(page, row)];
  const value = settledType(page, readType(page, typeText, links.toLink), stated, links);
  field.type = { kind: 'map', position: field.type.position, value };
  if (!/^additional properties of this object\.?$/i.test(described.text))
    addWords(page, field, described, row.node);
}

/** Reads words below a heading that names a field as more words of that field: they may say what its elements are. */
export function readMoreWords(
  page: Page,
  paragraph: Paragraph,
  field: Field<Link>,
  links: Links,
): void {
  takeProse(page, [paragraph]);
  const described = readDescription(page, [trimmed(inlineText(page, paragraph.children))]);
  field.type = settledType(page, field.type, described.statements, links);
  addWords(page, field, described, paragraph);
}

/** Adds what is said of a field at another place to what its row says. */
function addWords(page: Page, field: Field<Link>, added: Description, node: Node): void {
  const description = [field.description ?? '', added.text].filter((text) => text !== '');
  if (description.length > 0) field.description = description.join('\n\n');
  const support = joinSupport(page, field.support, added.support);
  if (support) field.support = support;
  if (added.deprecated) field.deprecated ??= added.deprecated;
  reportFactsInWords(page, { ...field, description: added.text }, node);
}

function hasFields(type: Type<Link>): boolean {
  if (type.kind === 'array') return hasFields(type.element);
  return membersOf(type).some(({ kind }) => kind === 'object' || kind === 'link');
}

// ── A row ───────────────────────────────────────────────────────────────────────────────────────────────────

interface RowName {
  text: string;
  cell: TableCell;
  indentation: number;
  above: string[];
}

/** The name of a row: as messages have it, perhaps in code, with a mark before it where it is part of another field. */
function nameOfRow(page: Page, { cells }: Row): RowName | undefined {
  const cell = cells.get('name');
  if (!cell) return undefined;
  const nesting = page.syntax?.nesting ?? '+';
  const source = sourceOf(page, cell).replace(/^\|/, '').replace(/\|$/, '');
  const blanks = source.length - source.trimStart().length;
  const written = source.trim();
  const isMarked = nesting !== '.' && written.startsWith(nesting);
  const bare = (isMarked ? written.slice(nesting.length) : written)
    .trim()
    .replace(/^(\*\*|`)+/, '')
    .replace(/(\*\*|`)+$/, '')
    .replaceAll(/\\([_*.[\]])/g, '$1');
  const names = nesting === '.' ? bare.split('.') : [bare];
  return {
    text: names.at(-1) ?? bare,
    above: names.slice(0, -1),
    cell,
    indentation: isMarked ? blanks + 1 : 0,
  };
}

function readRow(
  page: Page,
  row: Row,
  name: RowName | undefined,
  links: Links,
): PlacedField | undefined {
  const { cells } = row;
  const typeCell = cells.get('type');
  if (!name || name.text === '') {
    const sentence = 'a row of a table of fields begins with the name of the field.';
    report(page.file, 'field-malformed', row.node, sentence);
    return undefined;
  }
  if (reportDressedName(page, [...name.above, name.text].join('.'), name.cell)) return undefined;
  const [typeText, ...moreLines] = linesOfCell(page, typeCell);
  if (!typeText || moreLines.length > 0) {
    const sentence = `\`${name.text}\` needs a type, on one line; write it into the column of types.`;
    report(page.file, 'field-malformed', typeCell ?? row.node, sentence);
    return undefined;
  }
  markStructure(page, [row.node]);
  const described = readDescription(page, linesOfWords(page, cells.get('description')));
  const columns = statementsOfColumns(page, row);
  reportContradictions(page, row, described, columns);
  const stated = [...described.statements, ...columns];
  const base = readType(page, typeText, links.toLink);
  const type = settledType(page, base, stated, links);
  const field: Field<Link> = {
    name: name.text,
    position: positionOf(page, name.cell.children[0] ?? name.cell),
    requiredness: requirednessOf(page, row, described.requiredness),
    type,
    origin: 'documented',
    ...factsOf(page, type, stated, links),
  };
  if (described.text !== '') field.description = described.text;
  if (described.support) field.support = described.support;
  if (described.deprecated) field.deprecated = described.deprecated;
  reportFactsInWords(page, field, row.node);
  searchExample(page, cells.get('example'), field, links);
  const parent = stated.find(({ what }) => what === 'parent')?.text;
  return {
    field,
    row,
    indentation: name.indentation,
    above: name.above,
    isContinued: stated.some(({ what }) => what === 'nested'),
    ...(parent !== undefined && { parent }),
  };
}

/** Reports the example of a field that its type does not have, and what it says beside values: it is passed over. */
function searchExample(
  page: Page,
  cell: TableCell | undefined,
  field: Field<Link>,
  links: Links,
): void {
  if (!cell) return;
  const words = undressed(page, cell);
  reportMisplacedFlag(page, words);
  const text = words.text.replaceAll('|', '').trim();
  const isValue = areValues(text) || parseJson(text) !== undefined;
  if (isValue && !isBlank(text) && !isExampleOf(text, field.type, links)) {
    const sentence = `the example ${text} cannot be of the type ${typeSummary(field.type)}; fix one of the two.`;
    report(page.file, 'example-mismatch', cell, sentence);
  }
  if (isValue) return;
  reportStatementsOfCell(page, cell);
  reportFactsInWords(page, { ...field, description: text }, cell);
}

/** Reports what the words of a row say otherwise than its columns do, as only one of the two can be meant. */
function reportContradictions(
  page: Page,
  row: Row,
  { requiredness, statements }: Description,
  columns: readonly Stated[],
): void {
  const tell = (place: Node | Position, column: string, words: string): void => {
    const sentence = `the column says ${column}, and the words of this row ${words}; make them agree.`;
    report(page.file, 'text-dropped', place, sentence);
  };
  const cell = row.cells.get('required');
  const ofColumn = cell && statedRequiredness(page, cell);
  if (cell && ofColumn && requiredness && ofColumn !== requiredness)
    tell(cell, ofColumn, requiredness);
  for (const kinds of [['default'], ['list', 'literal']]) {
    const ofKind = ({ what }: Stated): boolean => kinds.includes(what);
    const [column, words] = [columns.filter(ofKind), statements.filter(ofKind)];
    const [first] = column;
    if (!first || words.length === 0 || hasSameValues(column, words)) continue;
    const textOf = (stated: readonly Stated[]): string => stated.map(({ text }) => text).join(', ');
    tell(first.position, textOf(column), textOf(words));
  }
}

function hasSameValues(some: readonly Stated[], others: readonly Stated[]): boolean {
  const valuesIn = (stated: readonly Stated[]): string =>
    stated
      .flatMap(({ what, text }) =>
        what === 'list' ? valuesOfList(text).map(({ value }) => value) : valueOfCode(text),
      )
      .map((value) => String(parseNumber(value) ?? value))
      .toSorted()
      .join('\n');
  return valuesIn(some) === valuesIn(others);
}

const required = /^(?:yes|y|true|required|是|必填|必需|✓|✔)$/i;
const optional = /^(?:no|n|false|optional|否|可选|选填)$/i;

/** What the column of requiredness says, or else the first word of the description, or else what silence means. */
function requirednessOf(
  page: Page,
  { cells }: Row,
  described: Requiredness | undefined,
): Requiredness {
  const silence = page.syntax?.silence ?? 'unstated';
  const cell = cells.get('required');
  if (!cell) return described ?? silence;
  const stated = statedRequiredness(page, cell);
  if (stated) return stated;
  const words = wordsOfMark(page, cell);
  if (isBlank(words)) return described ?? silence;
  const sentence = `"${words}" does not say whether the field must be there; write Yes or No.`;
  report(page.file, 'field-malformed', cell, sentence);
  return 'unstated';
}

function statedRequiredness(page: Page, cell: TableCell): Requiredness | undefined {
  const words = wordsOfMark(page, cell);
  if (required.test(words)) return 'required';
  return optional.test(words) ? 'optional' : undefined;
}

function wordsOfMark(page: Page, cell: TableCell): string {
  return sourceOf(page, cell).replaceAll(/[|`*]/g, '').trim();
}
