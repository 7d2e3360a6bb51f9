/**
 * Components: the parts of a reference that types lead to by their anchors. Each is a table of fields, a list of values,
 * or a union of others.
 *
 *     ### Name            words, and a table of fields
 *     ### Name            **Allowed Values:** and bullets of one value each; or a table of values
 *     ### Name            "This can be:" and bullets, or headings below, of one type each
 */
import type { Link as LinkElement, List, ListItem, Paragraph, RootContent, Table } from 'mdast';
import { about, aboutObject, report } from '../../diagnostics.ts';
import { inlineText, positionOf, unwrap, wordsOf } from '../../markdown/inline.ts';
import type {
  Enumeration,
  Evidence,
  Field,
  Link,
  Position,
  Section,
  Support,
  Type,
} from '../../model/model.ts';
import { typeSignature } from '../../model/signature.ts';
import { openType, unionOf } from '../../model/types.ts';
import { markIgnored, markStructure } from '../account.ts';
import { reportUnknownBlocks, withoutComments } from '../blocks.ts';
import { factsOfWhole, reportFactsInText } from '../facts-in-words.ts';
import type { Page } from '../dialect.ts';
import { joinSupport } from '../flags.ts';
import { reportPassedOver } from '../passed-over.ts';
import { readProse, takeProse } from '../prose.ts';
import { readFieldTable } from './fields.ts';
import { fieldsIn } from './nesting.ts';
import { readLine } from './phrases.ts';
import { isParagraph, partAt, type Part, type Reference } from './reference.ts';
import type { Links } from './stated-facts.ts';
import { isTable, kindOfTable, linesOfCell, rowsOfTwo, valueOfCode } from './tables.ts';
import { listOf, typeOfValue, withOneList } from './types.ts';

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

// ── What a part holds ───────────────────────────────────────────────────────────────────────────────────────

/** `**Allowed Values:**` */
const valuesLabel = /^(?:allowed|possible|supported) values:$/i;
/** What ends the words above the members of a union. */
const unionWords =
  /(?:\bcan be(?: one of(?: the following)?)?:|\bone of the following:|\bdiscriminated union\b[^.:]*[.:])$/i;

const unionLabel =
  /^(?:this can be(?: one of the following)?|this is a (?:discriminated )?union[^.:]*):$/i;

/** The blocks of a part by what they are. */
interface Content {
  tables: Table[];
  /** The paragraph above the values, and the values. */
  values: { label: RootContent; list: List } | undefined;
  /** The paragraph above the members, and the members where they are bullets. */
  union: { words: RootContent; list: List | undefined } | undefined;
  examples: RootContent[];
  words: RootContent[];
}

function contentOf({ blocks }: Pick<Part, 'blocks'>): Content {
  const content: Content = {
    tables: [],
    values: undefined,
    union: undefined,
    examples: [],
    words: [],
  };
  for (const [i, block] of blocks.entries()) {
    const next = blocks[i + 1];
    const list = next?.type === 'list' ? next : undefined;
    const words = isParagraph(block) ? unwrap(wordsOf(block)) : '';
    if (list && valuesLabel.test(words)) content.values ??= { label: block, list };
    else if (unionWords.test(words))
      content.union ??= { words: block, list: list?.children.some(isMember) ? list : undefined };
    else if (isTable(block)) content.tables.push(block);
    else if (block.type === 'code') content.examples.push(block);
    else if (/^example:$/i.test(words) && next?.type === 'code') content.examples.push(block);
    else if (block !== content.values?.list && block !== content.union?.list)
      content.words.push(block);
  }
  return content;
}

/** A bullet that begins with a link or a value: `- An [X](#x) object`, ``- `"auto"` - words``. */
function isMember({ children: [head] }: ListItem): boolean {
  const [first, second] = head?.type === 'paragraph' ? head.children : [];
  const isArticle = first?.type === 'text' && /^(?:An?|The) $/.test(first.value);
  const subject = isArticle ? second : first;
  return subject?.type === 'link' || subject?.type === 'inlineCode';
}

/** Whether a part says what a type is. */
export function isComponent({ page, blocks }: Part): boolean {
  const { tables, values, union } = contentOf({ blocks });
  return (
    values !== undefined ||
    union !== undefined ||
    tables.some((table) => ['fields', 'values'].includes(kindOfTable(page, table)))
  );
}

/** The values that a part lists, without a word on how they are written. */
function valuesOfPart(part: Part): Enumeration['values'] | undefined {
  const { values, tables } = contentOf(part);
  if (values) return values.list.children.flatMap((item) => valueOfItem(part.page, item) ?? []);
  const table = tables.find((one) => kindOfTable(part.page, one) === 'values');
  return table?.children.slice(1).flatMap(({ children: [cell] }) => {
    const [code] = cell?.children ?? [];
    if (code?.type !== 'inlineCode') return [];
    return { value: valueOfCode(code.value), position: positionOf(part.page, code) };
  });
}

/** ``- `value` ``, or ``- `value` - words`` */
function valueOfItem(
  page: Page,
  { children: [head] }: ListItem,
): Enumeration['values'][number] | undefined {
  const code = head?.type === 'paragraph' ? head.children[0] : undefined;
  if (code?.type !== 'inlineCode') return undefined;
  return { value: valueOfCode(code.value), position: positionOf(page, code) };
}

// ── Reading ─────────────────────────────────────────────────────────────────────────────────────────────────

/** What a part says of a type. */
interface Read {
  type: Type<Link>;
  /** Words of values and members, for which a type has no place. */
  words: string[];
}

/** Reads a part as a component. */
function readComponent(reading: Reading, part: Part): Section {
  const { page, heading, title, anchor } = part;
  const position = positionOf(page, heading);
  markStructure(page, [heading]);
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
      const known = factsOfWhole({ ...prose, support });
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
  for (const evidence of [support?.evidence, deprecated]) {
    if (!evidence) continue;
    const sentence = `${evidence.text} has no effect on a list of values or a union; write it at the fields that have it.`;
    report(page.file, 'text-dropped', evidence.position, sentence);
  }
}

/** What the words of blocks say of support in a phrase. */
export function noteIn(page: Page, blocks: readonly RootContent[]): Support | undefined {
  for (const block of blocks) {
    const paragraphs = block.type === 'blockquote' ? block.children : [block];
    for (const paragraph of paragraphs) {
      if (paragraph.type !== 'paragraph') continue;
      const inline = inlineText(page, paragraph.children);
      const note = readLine(inline).statements.find(({ what }) => what === 'note');
      if (!note) continue;
      const point = inline.pointAt(note.offset);
      const position = `${page.file.path}:${point.line}:${point.column}` as const;
      return { status: 'partial', note: note.text, evidence: { position, text: note.text } };
    }
  }
  return undefined;
}

/** Passes over examples; a table that is code, by a fence or by its indentation, is none. */
function markExamples(page: Page, blocks: readonly RootContent[]): void {
  const isTableInCode = (block: RootContent): boolean =>
    block.type === 'code' && /^\s*\|.*\|\s*\n\s*\|[-:| ]+\|/m.test(block.value);
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
  reportUnknownBlocks(page, others, 'a component, which has one table,');
  if (first && second) {
    const sentence = `"${part.title}" has several of these: a table, a list of values, a union; make components of them.`;
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
  } else if (part.blocks.length === 0) {
    const sentence = `nothing stands below this heading, so that "${part.title}" stays open; write its table or its values here, and headings within it one level deeper.`;
    report(page.file, 'reference-dead', heading, sentence);
  } else reportUnlabelled(page, part, content.words);
  return { type: openType(position), words: [] };
}

/** Reports bullets that look like the values of a type, or the members of a union, of which nothing says that they are. */
function reportUnlabelled(page: Page, { title }: Part, words: readonly RootContent[]): void {
  const list = words.find((block) => block.type === 'list' && block.children.every(isAlternative));
  if (!list) return;
  const sentence = `these bullets look like the values of "${title}", or the members of a union, but are read as words, and the type stays open; write "**Allowed Values:**" or "This can be:" right above them.`;
  report(page.file, 'fact-in-words', list, sentence);
}

/** A bullet that begins with a value, or with a link to a section. */
function isAlternative(item: ListItem): boolean {
  const link = item.children[0]?.type === 'paragraph' ? linkIn(item.children[0]) : undefined;
  return isMember(item) && (link === undefined || link.url.startsWith('#'));
}

function linkIn({ children }: Paragraph): LinkElement | undefined {
  return children.find((child) => child.type === 'link');
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

function readValues(page: Page, list: List): Read {
  const words: string[] = [];
  const values = list.children.flatMap((item) => {
    const value = valueOfItem(page, item);
    const [head, ...more] = item.children;
    if (!value) {
      const sentence = 'a bullet in a list of values begins with the value in code: - `value`.';
      report(page.file, 'enum-malformed', item, sentence);
      return [];
    }
    markStructure(page, [head]);
    const [, ...rest] = head?.type === 'paragraph' ? head.children : [];
    const { text } = inlineText(page, rest);
    if (!isWordsOfValue(text)) {
      const sentence =
        'behind a value stands a dash with words, and no other value; give each value a bullet of its own.';
      report(page.file, 'enum-malformed', item, sentence);
    }
    words.push(...wordsOfValue(String(value.value), text));
    reportUnknownBlocks(page, more, 'a bullet of a value');
    return [value];
  });
  return { type: wholeList(page, list, values), words };
}

function readValueTable(page: Page, table: Table): Read {
  const words: string[] = [];
  const values = rowsOfTwo(page, table).flatMap(({ node, cells: [cell, description] }) => {
    const [code, ...others] = cell?.children ?? [];
    if (code?.type !== 'inlineCode' || others.length > 0) {
      report(
        page.file,
        'enum-malformed',
        node,
        'a row of a table of values begins with the value in code.',
      );
      return [];
    }
    markStructure(page, [node]);
    const value = valueOfCode(code.value);
    const lines = linesOfCell(page, description).map(({ text }) => text);
    words.push(...wordsOfValue(value, lines.join(' ')));
    return [{ value, position: positionOf(page, code) }];
  });
  return { type: wholeList(page, table, values), words };
}

function wholeList(page: Page, node: List | Table, values: Enumeration['values']): Type<Link> {
  return listOf(values) ?? { kind: 'string', position: positionOf(page, node) };
}

/** Whether what stands behind a value are words about it, and not another bullet that lost its line. */
function isWordsOfValue(text: string): boolean {
  return /^\s*(?:[-–—:]\s|$)/.test(text) && !/`[^`]+`\s*(?:[-–—]\s|$)/.test(text);
}

/** What a value means, as a line of the description of its list. */
function wordsOfValue(value: string, text: string): string[] {
  const words = unwrap(text.replace(/^\s*[-–—:]\s*/, ''));
  return words === '' ? [] : [`- \`${value}\`: ${words}`];
}

// ── Unions ──────────────────────────────────────────────────────────────────────────────────────────────────

function readMembers(reading: Reading, page: Page, list: List): Read {
  const words: string[] = [];
  const members = list.children.flatMap((item) => {
    const [head, ...more] = item.children;
    reportUnknownBlocks(page, more, 'a bullet of a union');
    if (head?.type !== 'paragraph') return [];
    const at = head.children.findIndex(({ type }) => type === 'link' || type === 'inlineCode');
    const subject = head.children[at];
    const behind = inlineText(page, head.children.slice(at + 1)).text;
    markStructure(page, [head]);
    const position = positionOf(page, subject ?? head);
    if (subject?.type === 'link') {
      const title = wordsOf(subject);
      words.push(...wordsOfValue(title, behind.replace(/^ (?:object|array|string)\b/, '')));
      return [reading.links.toLink(page, title, subject.url, position)];
    }
    const code = subject?.type === 'inlineCode' ? subject.value : '';
    const type = typeOfValue(code, position);
    words.push(...wordsOfValue(code, behind));
    if (type) return [type];
    const sentence = 'a member of a union is a link, or a value as JSON has it, such as `"auto"`.';
    report(page.file, 'type-unknown', item, sentence);
    return [];
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
  markIgnored(page, 'about-the-page', [heading]);
}

/** Passes over words about the reference as a whole; what looks like a statement in them is reported. */
export function passOverBlocks(page: Page, blocks: readonly RootContent[]): void {
  const others = withoutComments(page, blocks);
  for (const block of others) {
    if (!isTable(block) && block.type !== 'code') reportPassedOver(page, block);
  }
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
