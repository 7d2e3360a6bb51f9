/** Tables of fields: a row a field. */
import type { Paragraph, Table, TableCell } from 'mdast';
import type { Node } from 'unist';
import { aboutField, report } from '../../diagnostics.ts';
import {
  inlineText,
  positionOf,
  sourceOf,
  trimmed,
  unwrap,
  type InlineText,
} from '../../markdown/inline.ts';
import { canHold } from '../../model/holds.ts';
import { parseUnambiguousJson } from '../../model/json.ts';
import type {
  Bounds,
  Enumeration,
  Evidence,
  Field,
  Json,
  Link,
  ObjectType,
  Position,
  Requiredness,
  Support,
  Type,
} from '../../model/model.ts';
import { positionAt } from '../../model/position.ts';
import { typeSummary } from '../../model/signature.ts';
import { membersOf, openType, unionOf } from '../../model/types.ts';
import { markStructure } from '../account.ts';
import type { ColumnRole, Page } from '../dialect.ts';
import { reportFactsInWords } from '../facts-in-words.ts';
import { reportDressedName } from '../field-name.ts';
import { joinSupport, readParagraphFlags } from '../flags.ts';
import { readLine, valuesOfList, type Statement } from './phrases.ts';
import { linesOfCell, rowsOfFields, valueOfCode, type Row } from './tables.ts';
import { listOf, readType, type LinkReader } from './types.ts';

/** What fields lead to. */
export interface Links {
  toLink: LinkReader;
  /** The values of the list that a link leads to. */
  valuesOf: (type: Type<Link>) => Enumeration['values'] | undefined;
}

/** A field, and what its row says of its place. */
interface PlacedField {
  field: Field<Link>;
  row: Row;
  /** How far to the right the mark of nesting stands; 0 without one. */
  indentation: number;
  /** The object that it is a property of, where the row says so. */
  parent?: string;
  /** The names on the way to it, where names have dots. */
  above: string[];
  /** Whether its properties are said to come next. */
  isContinued: boolean;
}

/** The fields of a table; `isContinued` tells of those whose properties should stand in a table of their own. */
export interface ReadFields {
  fields: Field<Link>[];
  continued: Field<Link>[];
}

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
    const twin = siblings.find((one) => one.name === read.field.name);
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
  const isMap = above?.field.type.kind === 'map' || (above && isOpenObject(above.field.type));
  if (!above || !isMap || !typeText || moreLines.length > 0) {
    const sentence =
      'a row "(additional properties)" stands below a map, and has the type of its values.';
    report(page.file, 'field-malformed', row.node, sentence);
    return;
  }
  markStructure(page, [row.node]);
  const { field } = above;
  const described = readDescription(page, linesOfCell(page, row.cells.get('description')));
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
  markStructure(page, [paragraph]);
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

// ── Nesting ─────────────────────────────────────────────────────────────────────────────────────────────────

/** The fields that a field stands beside: those of the table, or of the object that it is a property of. */
function siblingsOf(
  page: Page,
  { row, indentation, parent, above }: PlacedField,
  placed: readonly PlacedField[],
  fields: Field<Link>[],
): Field<Link>[] | undefined {
  if (above.length > 0) return fieldsOnTheWay(page, row, above, fields);
  if (indentation === 0 && parent === undefined) return fields;
  const isToldOnly = indentation === 0 && placed.every(({ field }) => field.name !== parent);
  if (isToldOnly) {
    const sentence = `this says that it is a property of \`${parent}\`, which is not here; it stays a property of the whole.`;
    report(page.file, 'text-dropped', row.node, sentence);
    return fields;
  }
  const found =
    parent === undefined
      ? placed.findLast((one) => one.indentation < indentation)
      : placed.findLast(({ field }) => field.name === parent);
  const before = placed.at(-1);
  // Marks of one depth do not tell whether it is of the object above, or of the one that this is part of.
  const isAmbiguous =
    parent === undefined &&
    before !== found &&
    before !== undefined &&
    before.indentation === indentation &&
    (isOpenObject(before.field.type) || isOfAnother(before, found));
  const own = found && !isAmbiguous ? fieldsIn(found.field) : undefined;
  if (own) return own;
  const sentence =
    found && !isAmbiguous
      ? `\`${found.field.name}\` is not an object, and has no properties; say which object this is a property of.`
      : 'it is not clear which object this is a property of; write "A property of the `name` object." into its description.';
  report(page.file, 'field-malformed', row.node, sentence);
  return undefined;
}

/** Finds or makes the objects that a name with dots leads through. */
function fieldsOnTheWay(
  page: Page,
  row: Row,
  above: readonly string[],
  fields: Field<Link>[],
): Field<Link>[] | undefined {
  let siblings = fields;
  for (const name of above) {
    const known = siblings.find((one) => one.name === name);
    const position = positionOf(page, row.node);
    const field: Field<Link> = known ?? {
      name,
      position,
      requiredness: 'unstated',
      origin: 'documented',
      type: openType(position, 'object'),
    };
    if (!known) siblings.push(field);
    const own = fieldsIn(field);
    if (!own) {
      const sentence = `\`${name}\` stands at ${field.position} and is not an object; this cannot be a property of it.`;
      report(page.file, 'field-malformed', row.node, sentence, [field.position]);
      return undefined;
    }
    siblings = own;
  }
  return siblings;
}

/** Whether a field says that it is a property of another object than that one. */
function isOfAnother({ parent }: PlacedField, found: PlacedField | undefined): boolean {
  return parent !== undefined && parent !== found?.field.name;
}

function isOpenObject(type: Type<Link>): boolean {
  return type.kind === 'open' && type.of === 'object';
}

/** The fields of the object that a field is, or that its elements are; an open one becomes one with fields. */
export function fieldsIn(field: Field<Link>): Field<Link>[] | undefined {
  const found = withObject(field.type);
  if (!found) return undefined;
  field.type = found.type;
  return found.object.fields;
}

function withObject(type: Type<Link>): { type: Type<Link>; object: ObjectType<Link> } | undefined {
  switch (type.kind) {
    case 'object':
      return { type, object: type };
    case 'open': {
      const object: ObjectType<Link> = { kind: 'object', position: type.position, fields: [] };
      return { type: object, object };
    }
    case 'array': {
      const found = withObject(type.element);
      return found && { type: { ...type, element: found.type }, object: found.object };
    }
    case 'union': {
      for (const [i, member] of type.members.entries()) {
        const found = withObject(member);
        if (!found) continue;
        return {
          type: { ...type, members: type.members.toSpliced(i, 1, found.type) },
          object: found.object,
        };
      }
      return undefined;
    }
    default:
      return undefined;
  }
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
  if (reportDressedName(page, name.text, name.cell)) return undefined;
  const [typeText, ...moreLines] = linesOfCell(page, typeCell);
  if (!typeText || moreLines.length > 0) {
    const sentence = `\`${name.text}\` needs a type, on one line; write it into the column of types.`;
    report(page.file, 'field-malformed', typeCell ?? row.node, sentence);
    return undefined;
  }
  markStructure(page, [row.node]);
  const described = readDescription(page, linesOfCell(page, cells.get('description')));
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
      .map((value) => (isNumeral(value) ? String(Number(value)) : value))
      .toSorted()
      .join('\n');
  return valuesIn(some) === valuesIn(others);
}

const isNumeral = (value: string): boolean => value.trim() !== '' && !Number.isNaN(Number(value));

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

// ── Descriptions ────────────────────────────────────────────────────────────────────────────────────────────

/** A statement, and where it stands. */
export interface Stated extends Omit<Statement, 'offset'> {
  inline: InlineText;
  position: Position;
}

export interface Description {
  text: string;
  statements: Stated[];
  requiredness?: Requiredness;
  support?: Support;
  deprecated?: Evidence;
}

/** What stands above values of which each begins a line of its own: ``- `auto` picks one``. */
const valuesFollow =
  /(?:\bThe following values are allowed|^(?:Allowed|Possible|Supported) values):$/;

/** What a description begins with, unless it goes on with a condition: `Required if it is a call.` */
const firstWord =
  /^(?<word>Optional|Required)\b(?!,? (?:if|when|unless|for|only|in)\b)(?<dot>\.)?\s*/;

/** Reads the lines of a description: its first word, its phrases, its flags, and the words that are left. */
function readDescription(page: Page, lines: InlineText[]): Description {
  const description: Description = { text: '', statements: [] };
  const [first] = lines;
  const mark = first && firstWord.exec(first.text);
  if (first && mark) {
    description.requiredness = mark.groups?.['word'] === 'Required' ? 'required' : 'optional';
    // Without its full stop, it is a word of a sentence.
    if (mark.groups?.['dot'] !== undefined) lines[0] = first.slice(mark[0].length);
  }
  const texts: string[] = [];
  let isListing = false;
  for (const line of lines) {
    const { statements, words } = readLine(line);
    const listed = isListing ? /^(?:- )?(?<list>`[^`]+`)/.exec(line.text) : undefined;
    const list = listed?.groups?.['list'];
    if (listed && list !== undefined)
      statements.unshift({ what: 'list', text: list, offset: listed[0].length - list.length });
    else isListing = valuesFollow.test(line.text);
    for (const { offset, ...statement } of statements) {
      const inline = trimmed(line.slice(offset, offset + statement.text.length));
      const position = positionAt(page.file.path, inline.pointAt(0));
      description.statements.push({ ...statement, text: inline.text, inline, position });
    }
    if (!words) continue;
    const flagged = readParagraphFlags(page, words);
    if (flagged.deprecated) description.deprecated ??= flagged.deprecated;
    const support = joinSupport(page, flagged.support, noteOf(description.statements));
    const joined = joinSupport(page, description.support, support);
    if (joined) description.support = joined;
    if (flagged.text !== '') texts.push(unwrap(flagged.text));
  }
  description.text = texts.join('\n\n').replaceAll(/^(- .*)\n\n(?=- )/gm, '$1\n');
  return description;
}

/** What a phrase says of support. */
function noteOf(statements: readonly Stated[]): Support | undefined {
  const note = statements.find(({ what }) => what === 'note');
  if (!note) return undefined;
  const { position, text } = note;
  return { status: 'partial', note: text, evidence: { position, text } };
}

/** What columns of their own state as phrases do. */
function statementsOfColumns(page: Page, { cells }: Row): Stated[] {
  const statedIn = (role: ColumnRole): InlineText[] =>
    linesOfCell(page, cells.get(role)).filter(({ text }) => !isBlank(text));
  const lists = statedIn('values')
    .filter((inline) => hasOnlyValues(page, inline))
    .map((inline) => ({ what: 'list' as const, inline }));
  const defaults = statedIn('default').map((inline) => ({
    what: 'default' as const,
    inline,
  }));
  return [...lists, ...defaults].map(({ what, inline }) => ({
    what,
    inline,
    isWholeLine: true,
    text: what === 'list' && !inline.text.includes('`') ? inCode(inline.text) : inline.text,
    position: positionAt(page.file.path, inline.pointAt(0)),
  }));
}

/** Whether a line of a column of values has values alone; what else it has is reported. */
function hasOnlyValues(page: Page, { text, pointAt }: InlineText): boolean {
  const rest = text.includes('`')
    ? text.replaceAll(/`[^`]+`/g, ',')
    : text.replaceAll(/"[^"]*"/g, ',');
  const separators = /[\s,，、/|\\•-]|\b(?:or|and)\b|或|和/g;
  const isValues = text.includes('`')
    ? rest.replaceAll(separators, '') === ''
    : rest.split(/[,，]\s*/).every((value) => !/\s|\.{3}|…/.test(value.trim()));
  if (isValues) return true;
  const sentence = `"${text}" is more than values with commas between them, and is not read; write each value in code, and the rest into the description.`;
  report(page.file, 'text-dropped', pointAt(0), sentence);
  return false;
}

/** Whether a cell is filled only to say that there is nothing. */
function isBlank(text: string): boolean {
  return /^(?:[-–—]?|n\/a)$/i.test(text);
}

/** Values without code marks, as if they had them. */
function inCode(values: string): string {
  return values
    .split(/[,，]\s*/)
    .map((value) => `\`${value}\``)
    .join(', ');
}

// ── Types and facts ─────────────────────────────────────────────────────────────────────────────────────────

/** The type of a field, with what its words state of it. */
function settledType(
  page: Page,
  base: Type<Link>,
  stated: readonly Stated[],
  links: Links,
): Type<Link> {
  let type = base;
  const elements = stated.find(({ what }) => what === 'elements');
  if (elements && type.kind === 'array')
    type = { ...type, element: readType(page, elements.inline, links.toLink) };
  else if (elements) {
    const sentence = 'only an array has items; make the type of this field "array".';
    report(page.file, 'type-mismatch', elements.position, sentence);
  }
  type = withValues(page, type, stated, links);
  const isNull = stated.find(({ what }) => what === 'null');
  if (isNull && !membersOf(type).some(({ kind }) => kind === 'null')) {
    const members = [...membersOf(type), { kind: 'null' as const, position: isNull.position }];
    type = unionOf(type.position, members);
  }
  return type;
}

function withValues(
  page: Page,
  type: Type<Link>,
  stated: readonly Stated[],
  links: Links,
): Type<Link> {
  const literal = stated.find(({ what }) => what === 'literal');
  const lists = stated.filter(({ what }) => what === 'list');
  const values = literal
    ? [{ value: valueOfCode(literal.text), position: literal.position }]
    : lists.flatMap(({ text, inline }) =>
        valuesOfList(text).map(({ value, offset }) => ({
          value,
          position: positionAt(page.file.path, inline.pointAt(offset)),
        })),
      );
  if (values.length === 0) return type;
  const isOpen = stated.some(({ what }) => what === 'rest');
  const confinedType = confined(type, values, isOpen, links);
  // What stands in words as well is told where those are read.
  const lost = confinedType ? undefined : [literal, ...lists].find((one) => one?.isWholeLine);
  if (lost) {
    const sentence = `${lost.text} cannot be the values of the type ${typeSummary(type)}, and is not read; fix the values, or the type.`;
    report(page.file, 'text-dropped', lost.position, sentence);
  }
  return confinedType ?? type;
}

/** A type confined to values; `undefined` where it can have none of them. */
function confined(
  type: Type<Link>,
  values: readonly { value: string; position: Position }[],
  isOpen: boolean,
  links: Links,
): Type<Link> | undefined {
  switch (type.kind) {
    case 'array': {
      const element = confined(type.element, values, isOpen, links);
      return element && { ...type, element };
    }
    case 'open':
      return type.of === 'object' ? undefined : listOf(values, isOpen);
    case 'string':
      return listOf(values, isOpen);
    case 'boolean': {
      const known = new Set(values.map(({ value }) => value));
      const isBoth = known.size === 2 && known.has('true') && known.has('false');
      return isBoth ? type : undefined;
    }
    case 'integer':
    case 'number': {
      const numbers = values.map(({ value, position }) => ({ value: Number(value), position }));
      return numbers.some(({ value }) => !canHold(type, value))
        ? undefined
        : listOf(numbers, isOpen);
    }
    case 'link': {
      const known = links.valuesOf(type);
      if (!known) return undefined;
      const isSame =
        known.length === values.length &&
        known.every(({ value }) => values.some((one) => one.value === value));
      return isSame ? type : listOf(values, isOpen);
    }
    case 'union': {
      const at = type.members.findIndex(({ kind }) => kind === 'string');
      const member = type.members[at];
      const list = member && confined(member, values, isOpen, links);
      return list && { ...type, members: type.members.toSpliced(at, 1, list) };
    }
    default:
      return undefined;
  }
}

/**
 * The default and the bounds that a field states, as far as they fit its type: what does not is words, or told where it
 * has a column of its own.
 */
function factsOf(
  page: Page,
  type: Type<Link>,
  stated: readonly Stated[],
  links: Links,
): Pick<Field<Link>, 'default' | 'bounds'> {
  const facts: Pick<Field<Link>, 'default' | 'bounds'> = {};
  const written = stated.find(({ what }) => what === 'default');
  if (written) {
    const value = defaultOf(written.text, type, links);
    if (value !== undefined) facts.default = { value, position: written.position };
    else if (written.isWholeLine) {
      const sentence = `${written.text} cannot be a default of the type ${typeSummary(type)}, and is not read; fix the default, or the type.`;
      report(page.file, 'text-dropped', written.position, sentence);
    }
  }
  if (!membersOf(type).some(({ kind }) => kind === 'number' || kind === 'integer')) return facts;
  for (const { what, text, position } of stated) {
    if (what !== 'minimum' && what !== 'maximum') continue;
    const bounds: Bounds = { position, ...facts.bounds, [what]: Number(text) };
    facts.bounds = bounds;
  }
  return facts;
}

function defaultOf(text: string, type: Type<Link>, links: Links): Json | undefined {
  const inner = text.replaceAll('\\|', '|').replace(/^`+\s?|\s?`+$/g, '');
  const candidates = [parseUnambiguousJson(inner), inner];
  return candidates.find((one) => one !== undefined && fits(type, one, links));
}

function fits(type: Type<Link>, value: Json, links: Links): boolean {
  if (type.kind === 'link') {
    const known = links.valuesOf(type);
    return known !== undefined && known.some((one) => one.value === value);
  }
  if (type.kind === 'array')
    return Array.isArray(value) && value.every((item) => fits(type.element, item, links));
  if (type.kind === 'union') return type.members.some((member) => fits(member, value, links));
  return canHold(type, value);
}
