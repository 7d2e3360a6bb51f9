/**
 * Components: the parts of a reference that types lead to by their anchors. Each is a table of fields, a list of values,
 * or a union of others.
 *
 *     ### Name            words, and a table of fields
 *     ### Name            **Allowed Values:** and bullets of one value each; or a table of values
 *     ### Name            "This can be:" and bullets, or headings below, of one type each
 */
import type { Heading, List, RootContent, Table } from 'mdast';
import { about, aboutObject, report } from '../../diagnostics.ts';
import { inlineText, positionOf, unwrap, wordsOf } from '../../markdown/inline.ts';
import { nodesIn } from '../../markdown/nodes.ts';
import { withPlainBlanks } from '../../markdown/undressed.ts';
import type { Evidence, Field, Link, Position, Section, Support, Type } from '../../model/model.ts';
import { typeSignature } from '../../model/signature.ts';
import { openType, unionOf } from '../../model/types.ts';
import { markIgnored, markStructure } from '../account.ts';
import { reportUnknownBlocks, withoutComments } from '../blocks.ts';
import type { Page } from '../dialect.ts';
import { factsOfWhole, reportFactsInText, reportValuesInWords } from '../facts-in-words.ts';
import { joinSupport, reportMisplaced } from '../flags.ts';
import { reportPassedOver, reportStatementsOfHeading } from '../passed-over.ts';
import { readProse, takeProse } from '../prose.ts';
import { rowOfField } from '../stray.ts';
import { mayBe } from '../worded-facts/held.ts';
import { listOfValues } from '../worded-facts/list-of-values.ts';
import { readFieldTable } from './fields.ts';
import { fieldsIn } from './nesting.ts';
import { readLine } from './phrases.ts';
import { isParagraph, partAt, type Part, type Reference } from './reference.ts';
import type { Links } from './stated-facts.ts';
import { isTable, kindOfTable } from './tables.ts';
import { typeOfValue, withOneList } from './types.ts';
import {
  readValues,
  readValueTable,
  readWords,
  reportMoreThanWords,
  reportWithoutEffect,
  type Read,
} from './value-lists.ts';
import {
  contentOf,
  isComponent,
  reportApart,
  reportBelow,
  reportOpen,
  reportUnlabelled,
  unionLabel,
  valuesOfPart,
  type Content,
} from './component-content.ts';

/** A reference that is being read. */
export interface Reading {
  reference: Reference;
  links: Links;
  /** The parts that types lead to. */
  linked: Set<Part>;
  /** Where the links of types and of the index stand; where these lead to nothing, it is told. */
  followed: Set<Position>;
}

/** Begins to read a reference. */
export function readingOf(reference: Reference): Reading {
  const linked = new Set<Part>();
  const followed = new Set<Position>();
  const links: Links = {
    toLink: (page, label, url, position) => {
      followed.add(position);
      const part = partAt(reference, url);
      const words = label.replaceAll('`', '');
      if (part) linked.add(part);
      if (part && part.title !== words) {
        const sentence = `the words of this link are "${words}", and it leads to "${part.title}"; make them agree.`;
        report(page.file, 'label-differs', position, sentence);
      }
      if (!url.startsWith('#')) {
        const sentence = `"${url}" is another page; a type is a section of this one, such as (#${words.toLowerCase()}).`;
        report(page.file, 'reference-dead', position, sentence);
        if (!part) return openType(position);
      }
      const anchor = part?.anchor ?? url.replace(/^#/, '');
      const file = part && part.page !== page ? part.page.file.path : undefined;
      return { kind: 'link', position, label: words, anchor, ...(file !== undefined && { file }) };
    },
    valuesOf: (type) => {
      if (type.kind !== 'link') return undefined;
      const part = reference.byAnchor.get(type.anchor);
      return part && valuesOfPart(part);
    },
  };
  return { reference, links, linked, followed };
}

// ── Reading ─────────────────────────────────────────────────────────────────────────────────────────────────

/** Reads a part as a component. */
function readComponent(reading: Reading, part: Part): Section {
  const { page, heading, title, anchor } = part;
  const position = positionOf(page, heading);
  markHeading(page, heading);
  withoutComments(page, part.blocks);
  const content = contentOf(part);
  return about(page.file, undefined, () =>
    aboutObject(page.file, position, () => {
      const { type, words } = readContent(reading, part, content);
      const intro = [...content.words, ...wordsOfUnion(page, content)];
      const prose = readProse(page, takeProse(page, intro));
      markExamples(page, content.examples);
      const description = [prose.text, words.join('\n')].filter(Boolean).join('\n\n');
      const section: Section = { file: page.file.path, anchor, title, name: title, type };
      if (description !== '') section.description = description;
      const support = joinSupport(page, prose.support, noteIn(page, intro));
      describe(page, type, { ...prose, support });
      const known = new Set(factsOfWhole({ ...prose, support }));
      if (mayBe(type, ({ kind }) => kind === 'enumeration' || kind === 'literal')) {
        known.add(listOfValues.name);
        reportValuesInWords(page, type, prose.text, intro[0] ?? heading);
      }
      reportFactsInText(page, intro[0] ?? heading, prose.text, known);
      return section;
    }),
  );
}

/** The words above the members of a union, unless they say no more than that these come. */
function wordsOfUnion(page: Page, { union }: Content): RootContent[] {
  if (!union) return [];
  const isLabel = unionLabel.test(isParagraph(union.words) ? unwrap(wordsOf(union.words)) : '');
  if (isLabel) markStructure(page, [union.words]);
  return isLabel ? [] : [union.words];
}

/** What a component as a whole is; the model has a place for it at an object. */
function describe(
  page: Page,
  type: Type<Link>,
  { support, deprecated }: { support?: Support | undefined; deprecated?: Evidence },
): void {
  if (type.kind === 'object') {
    if (support) type.support = support;
    if (deprecated) type.deprecated = deprecated;
    return;
  }
  for (const evidence of [support?.evidence, deprecated])
    if (evidence) reportWithoutEffect(page, evidence, 'on a list of values or a union');
}

/** What the words of blocks say of support in a phrase. */
export function noteIn(page: Page, blocks: readonly RootContent[]): Support | undefined {
  for (const paragraph of blocks.flatMap((block) => nodesIn(block))) {
    if (paragraph.type !== 'paragraph') continue;
    const inline = withPlainBlanks(inlineText(page, paragraph.children));
    const note = readLine(inline).statements.find(({ what }) => what === 'note');
    if (!note) continue;
    const point = inline.pointAt(note.offset);
    const position = `${page.file.path}:${point.line}:${point.column}` as const;
    return { status: 'partial', note: note.text, evidence: { position, text: note.text } };
  }
  return undefined;
}

/** A heading row with the line below it, or the row of a field. */
const tableInCode = new RegExp(String.raw`^\s*\|.*\|\s*\n\s*\|[-:| ]+\||${rowOfField}`, 'imu');

/** Passes over examples; a table that is code, by a fence or by its indentation, is none. */
function markExamples(page: Page, blocks: readonly RootContent[]): void {
  const isTableInCode = (block: RootContent): boolean =>
    block.type === 'code' && tableInCode.test(block.value);
  for (const block of blocks.filter(isTableInCode)) {
    const sentence =
      'this table is code, and is not read; take away its fence, or begin its rows where the lines around it begin.';
    report(page.file, 'block-unknown', block, sentence);
  }
  markIgnored(page, 'component-example', blocks);
}

function readContent(reading: Reading, part: Part, content: Content): Read {
  const { page, heading } = part;
  const { tables, values, union } = content;
  const position = positionOf(page, heading);
  const [table, ...others] = tables;
  const statements = [table, values?.list, union?.words].filter((one) => one !== undefined);
  const [first, second] = statements;
  reportUnknownBlocks(page, others, 'a component, which has one table');
  if (values || union) reportApart(page, part, content);
  if (first && second) {
    const sentence = `"${part.title}" has several of these: a table, a list of values, a union; make a component of each.`;
    report(page.file, 'section-duplicate', second, sentence);
  }
  if (table) return readTable(reading, part, table);
  if (values) {
    markStructure(page, [values.label]);
    return readValues(page, values.list);
  }
  if (union?.list) return readMembers(reading, page, union.list);
  if (part.parts.length > 0 && (union || reading.linked.has(part))) {
    if (!union) reportUnlabelled(page, part, content.words);
    return readMemberParts(reading, part);
  }
  if (union) {
    const sentence = 'the members of this union are missing; add a bullet or a heading for each.';
    report(page.file, 'enum-without-values', union.words, sentence);
  } else reportOpen(page, part, content.words);
  return { type: openType(position), words: [] };
}

function readTable(reading: Reading, part: Part, table: Table): Read {
  const { page, heading } = part;
  const position = positionOf(page, heading);
  const kind = kindOfTable(page, table);
  if (kind === 'values') return readValueTable(page, table);
  if (kind === 'fields') {
    const { fields, continued } = readFieldTable(page, table, reading.links);
    reportContinued(page, continued);
    return { type: { kind: 'object', position, fields }, words: [] };
  }
  const sentence =
    'the first column of this table is not known; a table of fields begins with "Field", one of values with "Value".';
  report(page.file, 'table-shape', table, sentence);
  return { type: openType(position), words: [] };
}

/** Reports fields whose properties should come next, and do not. */
export function reportContinued(page: Page, continued: readonly Field<Link>[]): void {
  for (const { name, position } of continued) {
    const sentence = `the properties of \`${name}\` should come next, and there are none; the object stays open.`;
    report(page.file, 'reference-dead', position, sentence);
  }
}

// ── Unions ──────────────────────────────────────────────────────────────────────────────────────────────────

function readMembers(reading: Reading, page: Page, list: List): Read {
  const words: string[] = [];
  const members = list.children.flatMap((item) => {
    const [head, ...more] = item.children;
    reportUnknownBlocks(page, more, 'a bullet of a union');
    if (head?.type !== 'paragraph') return [];
    markStructure(page, [head]);
    const at = head.children.findIndex(({ type }) => type === 'link' || type === 'inlineCode');
    const subject = head.children[at];
    const position = positionOf(page, subject ?? head);
    const title = subject?.type === 'inlineCode' ? subject.value : wordsOf(subject);
    const type =
      subject?.type === 'link'
        ? reading.links.toLink(page, title, subject.url, position)
        : typeOfValue(title, position);
    if (!type) {
      const sentence =
        'a member of a union is a link, or a value as JSON has it, such as `"auto"`.';
      report(page.file, 'type-unknown', item, sentence);
      return [];
    }
    const before = inlineText(page, head.children.slice(0, at)).text.trim();
    if (!/^(?:an?|the)?$/i.test(before)) {
      const sentence = `"${before}" before a member of a union is not read; begin with the link or the value, and write words behind it.`;
      report(page.file, 'text-dropped', item, sentence);
    }
    const behind = inlineText(page, head.children.slice(at + 1));
    const rest = behind.slice(/^ objects?\b/.exec(behind.text)?.[0].length ?? 0);
    reportMoreThanWords(page, item, rest);
    const read = readWords(page, title, rest);
    words.push(...read.words);
    if (read.deprecated) reportWithoutEffect(page, read.deprecated, 'on a member of a union');
    return [type];
  });
  return { type: withOneList(positionOf(page, list), members), words };
}

/** The members of a union that are the headings below it. */
function readMemberParts({ linked }: Reading, { page, heading, parts }: Part): Read {
  const members = parts.map((part): Type<Link> => {
    linked.add(part);
    return {
      kind: 'link',
      position: positionOf(part.page, part.heading),
      label: part.title,
      anchor: part.anchor,
    };
  });
  return { type: unionOf(positionOf(page, heading), members), words: [] };
}

// ── All of a reference ──────────────────────────────────────────────────────────────────────────────────────

/**
 * Reads the components of a reference: every part that says what a type is, and every other one that a type leads to.
 * The rest are words about the reference.
 *
 * @param parts those that belong to no event
 */
export function readComponents(reading: Reading, parts: readonly Part[]): Section[] {
  const read = new Map<Part, Section>();
  for (const part of parts) if (isComponent(part)) read.set(part, readComponent(reading, part));
  // What one leads to may lead to others.
  for (let isMore = true; isMore;) {
    isMore = false;
    for (const part of parts) {
      if (read.has(part) || !reading.linked.has(part)) continue;
      read.set(part, readComponent(reading, part));
      isMore = true;
    }
  }
  for (const part of parts) if (!read.has(part)) passOver(part);
  for (const part of read.keys()) reportBelow(part, read);
  return parts
    .flatMap((part) => read.get(part) ?? [])
    .filter((section, _, all) => isOwn(reading, section, all));
}

/** A second component of one title is compared with the first one, unless something leads to it. */
function isOwn({ reference, linked }: Reading, section: Section, all: readonly Section[]): boolean {
  const first = all.find(({ title }) => title === section.title);
  const part = reference.byAnchor.get(section.anchor);
  if (!part || !first || first === section || linked.has(part)) return true;
  const isSame = typeSignature(first.type) === typeSignature(section.type);
  const [rule, words] = isSame
    ? (['section-repeated', 'says the same'] as const)
    : ([
        'section-diverges',
        `says otherwise (there ${typeSignature(first.type)}, here ${typeSignature(section.type)})`,
      ] as const);
  const sentence = `"${section.title}" stands at ${first.type.position} already, and this ${words}; the first one counts. Remove one of the two.`;
  report(part.page.file, rule, part.heading, sentence, [first.type.position]);
  return false;
}

/** Passes over a part that says nothing of an event or a type. */
export function passOver({ page, heading, blocks }: Part): void {
  passOverBlocks(page, blocks);
  reportStatementsOfHeading(page, heading);
  markIgnored(page, 'about-the-page', [heading]);
}

/** A heading that names what stands below it, and says no more. */
export function markHeading(page: Page, heading: Heading): void {
  reportStatementsOfHeading(page, heading);
  markStructure(page, [heading]);
}

/** Passes over words about the reference as a whole; what looks like a statement in them is reported. */
export function passOverBlocks(page: Page, blocks: readonly RootContent[]): void {
  const others = withoutComments(page, blocks);
  for (const block of others) {
    if (!isTable(block) && block.type !== 'code') reportPassedOver(page, block);
  }
  const note = noteIn(page, others);
  // Without the words "This event", it may be said of the whole reference.
  if (note?.evidence.text.startsWith('only ')) reportMisplaced(page, note, ', where no event is');
  markIgnored(page, 'about-the-page', others);
}

/** The fields that stand below `#### X properties` become those of the field that it names. */
export function attach(
  { page, heading }: Part,
  field: Field<Link>,
  links: Links,
  table: Table,
): void {
  const { fields, continued } = readFieldTable(page, table, links);
  reportContinued(page, continued);
  const own = field.type.kind === 'link' ? undefined : fieldsIn(field);
  if (own) {
    for (const one of fields) {
      const twin = own.find(({ name }) => name === one.name);
      if (!twin) own.push(one);
      else {
        const sentence = `\`${one.name}\` stands at ${twin.position} already; remove one of the two.`;
        report(page.file, 'field-duplicate', one.position, sentence, [twin.position]);
      }
    }
    return;
  }
  const sentence = `\`${field.name}\` is ${typeSignature(field.type)} at ${field.position}, which says what its properties are; this table is passed over. Remove it, or make the field an object.`;
  report(page.file, 'section-diverges', heading, sentence, [field.position]);
}
