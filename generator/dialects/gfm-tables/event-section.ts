/** The section of an event: its words, its fields, and the parts of it that say more of some. */
import type { Code, Paragraph, RootContent, Table } from 'mdast';
import { about, aboutField, report } from '../../diagnostics.ts';
import { positionOf, sourceOf } from '../../markdown/inline.ts';
import type { Direction, DocumentedEvent, Example, Field, Link, Type } from '../../model/model.ts';
import { markIgnored } from '../account.ts';
import { reportUnknownBlocks, withoutComments } from '../blocks.ts';
import type { Page } from '../dialect.ts';
import { isExample, readExamples } from '../examples.ts';
import { factsOfWhole, reportFactsInWordsOfEvent } from '../facts-in-words.ts';
import { joinSupport } from '../flags.ts';
import { reportSecondSection } from '../outline.ts';
import { readProse, takeProse } from '../prose.ts';
import { attach, markHeading, noteIn, reportContinued, type Reading } from './components.ts';
import { mayStateMore } from '../words-only.ts';
import { checkWitnesses, nameOfEvent, propertiesTitle } from './event-names.ts';
import { readFieldTable, readMoreWords } from './fields.ts';
import type { Entry } from './index-table.ts';
import { comparePropertyDetails } from './property-details.ts';
import { allParts, isParagraph, spanOfPart, type Part } from './reference.ts';
import { isTable } from './tables.ts';
import { isComponent } from './component-content.ts';

const nestedTitle = /^(?<of>.+) properties$|^items in (?<items>.+) array$/i;
const exampleTitle = /^(?:event )?(?:structure|examples?)\b/i;
const detailsTitle = /^property details$/i;

export function isPartOfEvent(title: string): boolean {
  return [propertiesTitle, nestedTitle, exampleTitle, detailsTitle].some((one) => one.test(title));
}

/** The parts below the heading of an event that are about it. A page of its own may have components as well. */
export function partsBelow({ heading, parts }: Part): Part[] {
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
  const { page } = part;
  for (const block of withoutComments(page, part.blocks)) {
    if (isTable(block) && found.table)
      reportUnknownBlocks(page, [block], 'an event, which has one table of fields');
    else if (isTable(block)) found.table = { page, table: block };
    else if (block.type === 'code')
      found.examples.push({ page, blocks: [block], where: part.title });
    else found.words.push(block);
  }
  const details = new Set(allParts(detailsOf(part)));
  for (const one of partsBelow(part)) {
    const isOfExamples = exampleTitle.test(one.title);
    if (details.has(one) && !isOfExamples)
      markIgnored(one.page, 'second-section', [one.heading, ...one.blocks]);
    else if (!isPartOfEvent(one.title)) {
      const sentence = `an event has no section "${one.title}"; known are "Event structure", "Example …", "Properties", "… properties" and "Items in … array".`;
      report(one.page.file, 'section-unknown', one.heading, sentence);
    } else {
      markHeading(one.page, one.heading);
      if (isOfExamples)
        found.examples.push({ page: one.page, blocks: one.blocks, where: one.title });
      else takePart(found, one);
    }
  }
  return found;
}

/** Takes a part that says what a field holds, or has the table of fields. */
function takePart(found: EventParts, part: Part): void {
  const { page, heading, title, blocks } = part;
  const { of, items } = nestedTitle.exec(title)?.groups ?? {};
  const [first] = blocks;
  if (items !== undefined && isParagraph(first) && blocks.length === 1) {
    found.nested.push({ part, name: items, content: first });
    return;
  }
  const [table, ...more] = blocks.filter(isTable);
  reportUnknownBlocks(
    page,
    blocks.filter((block) => !isTable(block)),
    `the part "${title}" of an event`,
  );
  reportUnknownBlocks(page, more, `the part "${title}", which has one table`);
  if (!table) {
    const sentence = `"${title}" has no table of fields; add one.`;
    report(page.file, 'section-missing', heading, sentence);
  } else if (!propertiesTitle.test(title))
    found.nested.push({ part, name: of ?? items ?? title, content: table });
  else if (found.table) reportSecondSection(page, heading, title);
  else found.table = { page, table };
}

function detailsOf({ parts }: Part): Part[] {
  return parts.filter(({ title }) => detailsTitle.test(title));
}

/** Reads the section of an event. */
export function readEvent(
  reading: Reading,
  direction: Direction,
  part: Part,
  entry: Entry | undefined,
): DocumentedEvent {
  const { page, heading } = part;
  const name = nameOfEvent(part, entry);
  return about(page.file, { direction, event: name }, () => {
    markHeading(page, heading);
    if (propertiesTitle.test(part.title)) {
      const sentence = `"${part.title}" is the heading of a part of an event, and no event stands above it; give it a heading, which is its name.`;
      report(page.file, 'title-missing', heading, sentence);
    }
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
    // The event takes over no more of these words than what may state a fact.
    if (entry && words !== entry.words) {
      const known = factsOfWhole({ deprecated, support: event.support.status !== 'supported' });
      reportFactsInWordsOfEvent(entry.page, entry.row, entry.words, known);
      event.description = withMore(event, described.text, entry.words);
    }
    return event;
  });
}

/** A text with the sentences of another one that are not in it, and may state a fact of the event. */
function withMore(event: DocumentedEvent, text: string, other: string): string {
  const known = bareWords(text);
  const more = other
    .split(/(?<=[.!?])\s+|(?<=[。！？])\s*|\n\n/)
    .filter((one) => !known.includes(bareWords(one)) && mayStateMore(event, one));
  return [text, more.join(' ')].filter(Boolean).join('\n\n');
}

/** The letters and digits of a text. */
function bareWords(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
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
  for (const details of detailsOf(part))
    comparePropertyDetails(details, name, (words) => fieldCalled(fields, words));
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
