/** The events of a part of a reference: its index, and the section of each event. */
import type { Code, Link as LinkElement, Paragraph, RootContent, Table, TableRow } from 'mdast';
import { about, aboutEntry, aboutField, report } from '../../diagnostics.ts';
import { positionOf, sourceOf, unwrap, wordsOf, type InlineText } from '../../markdown/inline.ts';
import type {
  Direction,
  DocumentedEvent,
  Evidence,
  Example,
  Field,
  Link,
  Position,
  Support,
  Type,
} from '../../model/model.ts';
import { signatureOf } from '../../model/signature.ts';
import { openType } from '../../model/types.ts';
import { markIgnored, markStructure } from '../account.ts';
import { reportUnknownBlocks, withoutComments } from '../blocks.ts';
import type { Page } from '../dialect.ts';
import { isExample, readExamples } from '../examples.ts';
import { joinSupport, readParagraphFlags } from '../flags.ts';
import { reportSecondSection } from '../outline.ts';
import { readProse, takeProse } from '../prose.ts';
import {
  attach,
  isComponent,
  noteIn,
  passOver,
  passOverBlocks,
  reportContinued,
  type Reading,
} from './components.ts';
import { readFieldTable, readMoreWords } from './fields.ts';
import { readLine } from './phrases.ts';
import { allParts, isParagraph, partAt, spanOfPart, type Part } from './reference.ts';
import { isTable, kindOfTable, linesOfCell, rowsOfTwo, valueOfCode } from './tables.ts';

/** A row of an index. */
export interface Entry {
  row: TableRow;
  label: string;
  link: LinkElement | undefined;
  /** The first words in code of its description, which may be the wire name. */
  code: string | undefined;
  position: Position;
  text: string;
  /** What it says of the event, for one whose section has no words. */
  words: string;
  support?: Support;
  deprecated?: Evidence;
}

/** The part of a reference that lists the events of a direction: a section, or all of a page. */
export type IndexPart = Pick<Part, 'page' | 'blocks' | 'parts'> & Partial<Part>;

/** A part that documents an event, of the page of the index or of another one, with what it is read with. */
export interface Found {
  reading: Reading;
  part: Part;
}

/** Finds the events that have pages of their own. */
export interface OtherPages {
  /** Where an entry of an index leads. */
  follow: (page: Page, link: LinkElement) => Found | undefined;
  /** What stands beside the index, where that needs no entry. */
  beside: () => Found[];
}

/** The events of a part, and the parts that document them, or group them. */
export interface ReadEvents {
  events: DocumentedEvent[];
  taken: Part[];
}

/** Reads the events of a direction: those of the index, in its order, then those that only have a section. */
export function readEvents(
  reading: Reading,
  direction: Direction,
  index: IndexPart,
  others: OtherPages,
): ReadEvents {
  const { page } = index;
  checkDirection(index, direction);
  const entries = readIndex(page, index.blocks);
  const sections = sectionsOf(reading, index, entries);
  const taken: Part[] = [...sections.groups];
  const read: { part: Part; event: DocumentedEvent }[] = [];
  const readOne = (from: Reading, part: Part, entry: Entry | undefined): void => {
    taken.push(part, ...partsBelow(part));
    read.push({ part, event: readEvent(from, direction, part, entry) });
  };
  for (const entry of entries) {
    const found = targetOf(reading, page, entry, sections.parts, others.follow);
    if (found) readOne(found.reading, found.part, entry);
  }
  const listed = new Set(read.map(({ part }) => part));
  const unlisted = [...sections.parts.map((part) => ({ reading, part })), ...others.beside()];
  for (const { reading: from, part } of unlisted)
    if (!listed.has(part)) readOne(from, part, undefined);
  if (read.length === 0 && entries.length === 0) {
    const sentence =
      'no event is listed here; it needs a table with the columns "Event" and "Description", or a section for each event.';
    report(page.file, 'index-empty', index.heading, sentence);
  }
  return { events: withoutRepeated(read, listed, entries.length > 0), taken };
}

/** A title that names a direction must name that of the index. */
function checkDirection({ page, heading, title = '' }: IndexPart, direction: Direction): void {
  const [, named] = /\b(server|client) events\b/i.exec(title) ?? [];
  if (named === undefined || named.toLowerCase() === direction) return;
  const sentence = `source.json calls this the index of the ${direction} events, but its title is "${title}"; name the other section.`;
  report(page.file, 'direction-differs', heading, sentence);
}

// ── The index ───────────────────────────────────────────────────────────────────────────────────────────────

function readIndex(page: Page, blocks: readonly RootContent[]): Entry[] {
  const tables = blocks.filter(isTable).filter((table) => kindOfTable(page, table) === 'events');
  passOverBlocks(
    page,
    blocks.filter((block) => !isTable(block)),
  );
  reportUnknownBlocks(
    page,
    blocks.filter((block) => isTable(block) && !tables.includes(block)),
    'an index, whose table has the columns "Event" and "Description",',
  );
  return tables.flatMap((table) =>
    rowsOfTwo(page, table).flatMap(({ node, cells: [cell, description] }) => {
      const label = cell ? wordsOf(cell).trim() : '';
      const link = cell?.children.find((one) => one.type === 'link');
      if (!cell || label === '') {
        const sentence = 'a row of an index begins with the event, as a link to its section.';
        aboutEntry(page.file, label, () => report(page.file, 'table-shape', node, sentence));
        return [];
      }
      markStructure(page, [node]);
      const entry: Entry = {
        row: node,
        label,
        link,
        code: description?.children.find((one) => one.type === 'inlineCode')?.value,
        position: positionOf(page, link ?? cell),
        text: sourceOf(page, cell).replaceAll('|', '').trim(),
        words: '',
      };
      const words: string[] = [];
      for (const line of linesOfCell(page, description)) {
        const { support, deprecated, text } = readParagraphFlags(page, line);
        if (text !== '') words.push(unwrap(text));
        const joined = joinSupport(
          page,
          entry.support,
          joinSupport(page, support, noteOfLine(page, line)),
        );
        if (joined) entry.support = joined;
        if (deprecated) entry.deprecated ??= deprecated;
      }
      return [{ ...entry, words: words.join('\n\n') }];
    }),
  );
}

function noteOfLine(page: Page, line: InlineText): Support | undefined {
  const note = readLine(line).statements.find(({ what }) => what === 'note');
  if (!note) return undefined;
  const { line: at, column } = line.pointAt(note.offset);
  const position: Position = `${page.file.path}:${at}:${column}`;
  return { status: 'partial', note: note.text, evidence: { position, text: note.text } };
}

/** The sections below an index that document events, and those that only group them. */
function sectionsOf(
  { reference }: Reading,
  index: IndexPart,
  entries: readonly Entry[],
): { parts: Part[]; groups: Part[] } {
  const targets = new Set(entries.map(({ link }) => link && partAt(reference, link.url)));
  const parts: Part[] = [];
  const groups: Part[] = [];
  const todo = [...index.parts];
  for (let part = todo.shift(); part; part = todo.shift()) {
    const isEvent =
      targets.has(part) ||
      part.blocks.some(isTable) ||
      part.parts.some(({ title }) => isPartOfEvent(title));
    // A heading with nothing but others below it groups these.
    if (isEvent || part.parts.length === 0) parts.push(part);
    else {
      passOver(part);
      groups.push(part);
      todo.unshift(...part.parts);
    }
  }
  return { parts, groups };
}

function targetOf(
  reading: Reading,
  page: Page,
  entry: Entry,
  parts: readonly Part[],
  follow: OtherPages['follow'],
): Found | undefined {
  const { link, label, row } = entry;
  if (link) reading.followed.add(positionOf(page, link));
  const isAnchor = link === undefined || link.url.startsWith('#');
  if (!isAnchor) return follow(page, link);
  const part = link
    ? partAt(reading.reference, link.url)
    : parts.find(({ title }) => title === label);
  if (part) return { reading, part };
  const sentence = `"${link?.url ?? label}" leads to no section of this page; add the section, or fix the link.`;
  aboutEntry(page.file, label, () => report(page.file, 'page-missing', link ?? row, sentence));
  return undefined;
}

// ── The section of an event ─────────────────────────────────────────────────────────────────────────────────

const propertiesTitle = /^(?:properties|parameters|fields)$/i;
const nestedTitle = /^(?<of>.+) properties$|^items in (?<items>.+) array$/i;
const exampleTitle = /^(?:event )?(?:structure|examples?)\b/i;
const detailsTitle = /^property details$/i;

function isPartOfEvent(title: string): boolean {
  return [propertiesTitle, nestedTitle, exampleTitle, detailsTitle].some((one) => one.test(title));
}

/** The parts below the heading of an event that are about it. A page of its own may have components as well. */
function partsBelow({ heading, parts }: Part): Part[] {
  const own =
    heading.depth > 1
      ? parts
      : parts.filter((part) => isPartOfEvent(part.title) || !isComponent(part));
  return allParts(own);
}

/** A part below an event about one of its fields: a table of what it holds, or words on what it is. */
interface Nested {
  part: Part;
  name: string;
  content: Table | Paragraph;
}

/** The parts of the section of an event by what they are. */
interface EventParts {
  table: { page: Page; table: Table } | undefined;
  nested: Nested[];
  examples: { page: Page; blocks: readonly RootContent[]; where: string }[];
  words: RootContent[];
}

function partsOfEvent(part: Part): EventParts {
  const found: EventParts = { table: undefined, nested: [], examples: [], words: [] };
  const take = (one: Part, table: Table): void => {
    if (!found.table) found.table = { page: one.page, table };
    else if (one === part)
      reportUnknownBlocks(one.page, [table], 'an event, which has one table of fields,');
    else reportSecondSection(one.page, one.heading, one.title);
  };
  for (const block of withoutComments(part.page, part.blocks)) {
    if (isTable(block)) take(part, block);
    else if (block.type === 'code')
      found.examples.push({ page: part.page, blocks: [block], where: part.title });
    else found.words.push(block);
  }
  for (const one of partsBelow(part)) {
    const { page, heading, title, blocks } = one;
    if (allParts(detailsOf(part)).includes(one)) {
      markIgnored(page, 'second-section', [heading, ...blocks]);
      continue;
    }
    if (!isPartOfEvent(title)) {
      const sentence = `an event has no section "${title}"; known are "Event structure", "Example …", "Properties", "… properties" and "Items in … array".`;
      report(page.file, 'section-unknown', heading, sentence);
      continue;
    }
    markStructure(page, [heading]);
    if (exampleTitle.test(title)) {
      found.examples.push({ page, blocks, where: title });
      continue;
    }
    const { of, items } = nestedTitle.exec(title)?.groups ?? {};
    const [first] = blocks;
    if (items !== undefined && isParagraph(first) && blocks.length === 1) {
      found.nested.push({ part: one, name: items, content: first });
      continue;
    }
    const [table, ...more] = blocks.filter(isTable);
    reportUnknownBlocks(
      page,
      blocks.filter((block) => !isTable(block)),
      `the part "${title}" of an event`,
    );
    reportUnknownBlocks(page, more, `the part "${title}", which has one table,`);
    if (!table) {
      const sentence = `"${title}" has no table of fields; add one.`;
      report(page.file, 'section-missing', heading, sentence);
    } else if (propertiesTitle.test(title)) take(one, table);
    else found.nested.push({ part: one, name: of ?? items ?? title, content: table });
  }
  return found;
}

function detailsOf({ parts }: Part): Part[] {
  return parts.filter(({ title }) => detailsTitle.test(title));
}

function readEvent(
  reading: Reading,
  direction: Direction,
  part: Part,
  entry: Entry | undefined,
): DocumentedEvent {
  const { page, heading } = part;
  const name = nameOfEvent(part, entry);
  return about(page.file, { direction, event: name }, () => {
    markStructure(page, [heading]);
    const parts = partsOfEvent(part);
    checkWitnesses(part, name, entry);
    const fields = readBody(reading, part, parts, name);
    const described = readProse(page, takeProse(page, parts.words));
    const noted = joinSupport(page, described.support, noteIn(page, parts.words));
    const support = joinSupport(page, noted, entry?.support);
    const position = positionOf(page, heading);
    const event: DocumentedEvent = {
      name,
      direction,
      position: entry?.position ?? position,
      page: position,
      support: support ?? {
        status: 'supported',
        evidence: {
          position: entry?.position ?? position,
          text: entry?.text ?? sourceOf(page, heading).trim(),
        },
      },
      body: { kind: 'object', position, fields },
      examples: parts.examples.flatMap(examplesOf),
      spans: [spanOfPart(part)],
    };
    if (part.title !== name && !part.title.includes(name)) event.schemaName = part.title;
    const words = described.text === '' ? entry?.words : described.text;
    if (words) event.description = words;
    const deprecated = described.deprecated ?? entry?.deprecated;
    if (deprecated) event.deprecated = deprecated;
    return event;
  });
}

function readBody(
  reading: Reading,
  part: Part,
  { table, nested }: EventParts,
  name: string,
): Field<Link>[] {
  const { page, heading } = part;
  if (!table) {
    const sentence = `"${name}" has no table of fields; add a section "Properties" with one.`;
    report(page.file, 'section-missing', heading, sentence);
    return [];
  }
  const { fields, continued } = readFieldTable(table.page, table.table, reading.links);
  for (const { part: below, name: words, content } of nested) {
    const field = fieldCalled(fields, words);
    if (field && content.type === 'paragraph')
      aboutField(below.page.file, field.name, () =>
        readMoreWords(below.page, content, field, reading.links),
      );
    else if (field && content.type === 'table') attach(below, field, reading.links, content);
    else {
      const sentence = `"${below.title}" names no field of ${name}; call it after the field whose properties it has.`;
      report(below.page.file, 'section-unknown', below.heading, sentence);
    }
  }
  reportContinued(
    page,
    continued.filter(({ type }) => type.kind === 'open'),
  );
  const type = fields.find((field) => field.name === 'type');
  if (type?.type.kind === 'string')
    type.type = { kind: 'literal', position: type.position, value: name };
  // It tells the event from all others.
  if (type) type.requiredness = 'required';
  return fields;
}

/** The field that a heading names: one of the event, or else one within these of which nothing is known yet. */
function fieldCalled(fields: readonly Field<Link>[], words: string): Field<Link> | undefined {
  const isNamed = ({ name }: Field<Link>): boolean => wordsOfName(name) === wordsOfName(words);
  const own = fields.find(isNamed);
  const inner = fields.flatMap(({ type }) => fieldsWithin(type));
  return own ?? inner.find((field) => isNamed(field) && isOpen(field.type)) ?? inner.find(isNamed);
}

function fieldsWithin(type: Type<Link>): Field<Link>[] {
  if (type.kind === 'array') return fieldsWithin(type.element);
  if (type.kind !== 'object') return [];
  return type.fields.flatMap((field) => [field, ...fieldsWithin(field.type)]);
}

function isOpen(type: Type<Link>): boolean {
  return type.kind === 'array' ? isOpen(type.element) : type.kind === 'open';
}

function wordsOfName(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '_');
}

/** Dots that stand for what an example leaves out. */
const elision = /"(?:[^"\\]|\\.)*"|(?:\.\.\.|…),?/g;

/** The messages of a part; those that are shortened are read without what stands for the rest. */
function examplesOf({ page, blocks, where }: EventParts['examples'][number]): Example[] {
  const whole = blocks.map((block) => (isExample(block) ? withoutDots(page, block) : block));
  return readExamples(page, whole, where);
}

function withoutDots(page: Page, block: Code): Code {
  const value = block.value.replaceAll(elision, (match) =>
    match.startsWith('"') ? match : ' '.repeat(match.length),
  );
  if (value !== block.value) {
    const sentence = 'this example is read without its dots, which stand for what it leaves out.';
    report(page.file, 'example-loose', block, sentence);
  }
  return { ...block, value };
}

// ── Names ───────────────────────────────────────────────────────────────────────────────────────────────────

/** A wire name as headings have it: small letters, and dots. */
const wireHeading = /^[a-z][a-z\d_]*(?:\.[a-z\d_]+)*$/;
const namedAtEnd = /[a-z][a-z\d_]*(?:\.[a-z\d_]+)+$/;

/** The wire name: the heading if it is one, else the value of `type`, else what the words around it say. */
function nameOfEvent(part: Part, entry: Entry | undefined): string {
  const title = part.title.replaceAll('`', '').trim();
  if (wireHeading.test(title)) return title;
  const literal = literalOfType(part);
  return literal ?? namedAtEnd.exec(title)?.[0] ?? firstCode(part) ?? entry?.code ?? title;
}

/** The value of `type` in the table of fields. */
function literalOfType(part: Part): string | undefined {
  for (const one of [part, ...part.parts]) {
    if (one !== part && !propertiesTitle.test(one.title)) continue;
    for (const table of one.blocks.filter(isTable)) {
      const row = table.children.find(
        ({ children: [cell] }) => cell && wordsOf(cell).trim() === 'type',
      );
      for (const cell of row?.children ?? [])
        for (const line of linesOfCell(one.page, cell)) {
          const literal = readLine(line).statements.find(
            ({ what }) => what === 'literal' || what === 'list',
          );
          if (literal) return valueOfCode(literal.text);
        }
    }
  }
  return undefined;
}

/** The event that the first sentence of a section is about: ``The server `error` event is …`` */
function firstCode({ blocks }: Part): string | undefined {
  const first = blocks.find(isParagraph);
  const text = first ? unwrap(wordsOfSource(first)) : '';
  return /^The (?:client|server) `([^`]+)` event\b/.exec(text)?.[1];
}

function wordsOfSource(paragraph: RootContent): string {
  if (paragraph.type !== 'paragraph') return '';
  return paragraph.children
    .map((one) => (one.type === 'inlineCode' ? `\`${one.value}\`` : wordsOf(one)))
    .join('');
}

/** Reports who calls the event by another name: its index, its first sentence, its field `type`. */
function checkWitnesses(part: Part, name: string, entry: Entry | undefined): void {
  const { page, heading } = part;
  const witnesses = [
    ['its field `type`', literalOfType(part)],
    ['its first sentence', firstCode(part)],
    [
      'the index',
      entry && wireHeading.test(entry.label) && entry.label.includes('.') ? entry.label : undefined,
    ],
    [
      'the index',
      entry?.code !== undefined && /^The (?:client|server) /.test(wordsOf(entry.row.children[1]))
        ? entry.code
        : undefined,
    ],
  ] as const;
  for (const [who, said] of witnesses) {
    if (said === undefined || said === name) continue;
    const sentence = `this event is called "${name}" here, and "${said}" by ${who}; make them agree.`;
    report(page.file, 'title-differs', heading, sentence);
  }
}

// ── Events that are documented twice ────────────────────────────────────────────────────────────────────────

interface Documented {
  part: Part;
  event: DocumentedEvent;
}

/** One event a name: a second section is compared with the first one, which counts. */
function withoutRepeated(
  read: readonly Documented[],
  listed: ReadonlySet<Part>,
  isIndexed: boolean,
): DocumentedEvent[] {
  const events = new Map<string, DocumentedEvent>();
  for (const { part, event } of read) {
    const first = events.get(event.name);
    if (first && !listed.has(part)) {
      compare(part, first, event);
      first.spans.push(...event.spans);
      first.examples.push(...event.examples);
      continue;
    }
    if (isIndexed && !listed.has(part)) {
      const sentence = `the index does not list ${event.name}, which is read all the same; add a row for it.`;
      report(part.page.file, 'event-unlisted', part.heading, sentence);
    }
    // Two rows for one event are reported when the source is resolved.
    events.set(first ? `${event.name} ${event.position}` : event.name, event);
  }
  return [...events.values()];
}

function compare({ page, heading }: Part, first: DocumentedEvent, second: DocumentedEvent): void {
  const differences = [
    ...differencesOf(first.body.fields, second.body.fields, ''),
    ...differencesInFlags(first, second),
  ];
  const [rule, words] =
    differences.length === 0
      ? (['section-repeated', 'has the same fields'] as const)
      : (['section-diverges', `says otherwise: ${differences.join('; ')}`] as const);
  const sentence = `${first.name} has a section at ${first.page} already, and this one ${words}. The first one counts; remove one of the two.`;
  report(page.file, rule, heading, sentence, [first.page]);
}

/** The fields in which two objects differ; of objects in both, the fields within these. */
function differencesOf(
  there: readonly Field<Link>[],
  here: readonly Field<Link>[],
  above: string,
): string[] {
  const known = new Map(there.map((field) => [field.name, field]));
  const names = new Set([...there, ...here].map(({ name }) => name));
  const found = new Map(here.map((field) => [field.name, field]));
  return Array.from(names).flatMap((name) => {
    const [one, other] = [known.get(name), found.get(name)];
    const [was, is] = [one, other].map((field) => (field ? signatureOf(field) : 'absent'));
    if (was === is) return [];
    const within = one && other ? differencesWithin(one, other, `${above}${name}`) : [];
    return within.length > 0 ? within : [`${above}${name} (${was}, here ${is})`];
  });
}

function differencesWithin(one: Field<Link>, other: Field<Link>, path: string): string[] {
  const [there, here] = [objectIn(one.type), objectIn(other.type)];
  if (!there || !here || there.marks !== here.marks) return [];
  const [was, is] = [one, other].map((field) =>
    signatureOf({ ...field, type: openType(field.position, 'object') }),
  );
  const inner = differencesOf(there.fields, here.fields, `${path}${there.marks}.`);
  return was === is ? inner : [`${path} (${was}, here ${is})`, ...inner];
}

/** The fields of an object, or of the elements of an array, and a mark for each array. */
function objectIn(type: Type<Link>): { fields: Field<Link>[]; marks: string } | undefined {
  if (type.kind === 'object') return { fields: type.fields, marks: '' };
  const inner = type.kind === 'array' ? objectIn(type.element) : undefined;
  return inner && { ...inner, marks: `[]${inner.marks}` };
}

/** What a second section says of the event as a whole and the first one does not. */
function differencesInFlags(first: DocumentedEvent, second: DocumentedEvent): string[] {
  const differences: string[] = [];
  const [was, is] = [first, second].map(({ support }) =>
    support.status === 'partial' ? `partial, ${support.note}` : support.status,
  );
  if (second.support.status !== 'supported' && was !== is)
    differences.push(`support (${was}, here ${is})`);
  if (second.deprecated && !first.deprecated) differences.push('here it is deprecated');
  return differences;
}
