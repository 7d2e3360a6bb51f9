/**
 * The `yandex-rest` dialect: pages made from a REST schema, with YFM tables.
 */
import type { Code, Heading, Link as LinkElement, RootContent } from 'mdast';
import { about, aboutEntry, aboutObject, report } from '../../diagnostics.ts';
import {
  inlineText,
  locatedText,
  positionOf,
  sourceOf,
  spanOf,
  wordsOf,
} from '../../markdown/inline.ts';
import { undressed } from '../../markdown/undressed.ts';
import type {
  Direction,
  DocumentedEvent,
  DocumentedSource,
  Evidence,
  Field,
  Link,
  ObjectType,
  Position,
  Section,
  Support,
} from '../../model/model.ts';
import { markIgnored, markStructure } from '../account.ts';
import { reportUnknownBlocks } from '../blocks.ts';
import type { Dialect, Page, PageSet } from '../dialect.ts';
import { isExampleTitle, readExamples } from '../examples.ts';
import { factsOfWhole, reportFactsInText } from '../facts-in-words.ts';
import { joinSupport, readFlags, reportMisplacedFlag } from '../flags.ts';
import { indexSections, reportLinkParts } from '../index-page.ts';
import { allSections, outlineOf, sectionTitle, theSection, type PageSection } from '../outline.ts';
import { reportPassedOver } from '../passed-over.ts';
import { bulletSigns, signsIn, structureSigns, type Sign } from '../stray.ts';
import { reportStruckOut } from '../struck-out.ts';
import { withJoints } from './joint.ts';
import { checkSkeleton } from './skeleton.ts';
import { describe, readFields, readTable, type Row } from './tables.ts';
import { outOfTabs, withoutTags } from './tabs.ts';

/** The `yandex-rest` dialect. */
export const yandexRest: Dialect = {
  readSource,
  readFields: readTableAndSections,
  fieldStatement: (name, kinds) =>
    `#|\n||Field | Description ||\n|| ${name} | **${kinds.join(String.raw` \| `)}** ||\n|#`,
  readPage: (page, { name, direction, position }) => {
    const read = readEvent(page, direction, { name, position, text: name });
    return { events: read ? [read.event] : [], sections: read?.sections ?? [] };
  },
  factExamples: {
    'a list of values': '**enum** with a list of - `a` at its end',
    'that it may be null': String.raw`**string \| null**`,
    'whether it is required': 'Required field. What it is.',
  },
  ignores: {
    'http-request': 'the request, which names the event once more; that it does is checked',
    'request-schema': 'the line above the JSON skeleton; that it is there is checked',
    'json-skeleton': 'a second witness of the tables, with which it is compared',
    'request-parameters': 'parameters of the request, which are not in the message of an event',
    'yfm-tags': 'the tags around tabs, notes and cuts, and the names of tabs',
    'http-response': 'the response of an event, which is empty; that it is empty is checked',
  },
  containers: ['yfmTable', 'yfmTableRow', 'yfmTableCell'],
  statementsIn: (words, isCode) => signsIn(signs, words, isCode),
};

/** A type on a line of its own, as it begins a description; names and null are words as well. */
const plain = String.raw`(?:string|integer|number|boolean|object|array|map|enum)(?:\[\])*`;
const typeOrName = String.raw`(?:${plain}|null|[A-Z]\w+(?:\[\])*)`;
const others = String.raw`(?:[ \t]*\|[ \t]*${typeOrName})`;
const rowSentence =
  'a field, a variant, items or a cut is inside a description; make it a row of the table of fields, || name | **type** ||.';
const signs: readonly Sign[] = [
  ...bulletSigns.map((sign): Sign => ({ ...sign, sentence: rowSentence })),
  ...structureSigns,
  {
    rule: 'type-mismatch',
    pattern: new RegExp(
      String.raw`^(?:${plain}${others}*|(?:Any|One|All) of:?[ \t]+${typeOrName}${others}+)[ \t]*\.?[ \t]*$`,
      'gm',
    ),
    sentence:
      'a type is inside a description, where it is words; write it at the beginning of the description.',
    notInCode: true,
  },
];

function readSource(pages: PageSet): DocumentedSource {
  const events: DocumentedEvent[] = [];
  const sections: Section[] = [];
  for (const { direction, page } of pages.indexes) {
    for (const entry of readIndex(page)) {
      const read = about(page.file, { direction, event: entry.name }, () => {
        const target = pages.follow(page, entry.link);
        return target && readEvent(target, direction, entry);
      });
      if (!read) continue;
      events.push(read.event);
      sections.push(...read.sections);
    }
  }
  return { events, sections };
}

/** A table of fields, then the sections that its types name. */
function readTableAndSections(page: Page): { fields: Field<Link>[]; sections: Section[] } {
  const { preamble, sections } = outlineOf(page);
  const fields = readFields(page, preamble, page.tree.children[0]);
  const named = allSections(sections).flatMap((section) => readSection(page, section) ?? []);
  const body: ObjectType<Link> = { kind: 'object', position: positionOf(page, page.tree), fields };
  return { fields, sections: withJoints(page, [body], named) };
}

// ── The index: a table of methods ───────────────────────────────────────────────────────────────────────────

interface IndexEntry {
  name: string;
  /** What stands before the name of the event in that of its method: `realtime.`, with the dot. */
  prefix?: string;
  link: LinkElement;
  position: Position;
  /** The cell as the page has it. */
  text: string;
  support?: Support;
  deprecated?: Evidence;
}

function readIndex(page: Page): IndexEntry[] {
  const entries = indexSections(page, 'Methods').flatMap(({ blocks }) =>
    readTable(page, blocks, ['Method', 'Description'], 'the list of an index').flatMap(
      (row) => readIndexRow(page, row) ?? [],
    ),
  );
  reportPrefixes(page, entries);
  if (entries.length === 0) {
    report(
      page.file,
      'index-empty',
      undefined,
      'this index lists no event; it needs a table under "## Methods".',
    );
  }
  return entries;
}

/** Reports the methods whose names begin otherwise than those of most others. */
function reportPrefixes(page: Page, entries: readonly IndexEntry[]): void {
  const counts = new Map<string, number>();
  for (const { prefix } of entries)
    if (prefix !== undefined) counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  const [[usual] = ['']] = Array.from(counts).toSorted(([, a], [, b]) => b - a);
  for (const { prefix, name, link } of entries) {
    if (prefix === undefined || prefix === usual) continue;
    const sentence = `the method is "${prefix}${name}", but those of this index begin with "${usual}"; make them agree.`;
    report(page.file, 'event-name-invalid', link, sentence);
  }
}

function readIndexRow(page: Page, row: Row): IndexEntry | undefined {
  const { file } = page;
  const [method, description] = row.cells;
  const [way, ...moreWay] = method.children;
  const [text, ...moreText] = description.children;
  const link = way?.type === 'paragraph' && way.children.length === 1 ? way.children[0] : undefined;
  const isWhole = moreWay.length === 0 && moreText.length === 0;
  if (link?.type !== 'link' || text?.type !== 'paragraph' || !isWhole) {
    const sentence = 'a row of an index is a link to a page and the name of its event.';
    aboutEntry(file, wordsOf(method), () => {
      if (!reportStruckOut(page, method)) report(file, 'table-shape', row.node, sentence);
    });
    return undefined;
  }
  markStructure(page, [way, text]);
  reportLinkParts(page, link);
  const { text: name, support, deprecated } = readFlags(page, inlineText(page, text.children));
  const methodName = wordsOf(link);
  const isNamed = methodName.endsWith(`.${name}`);
  if (!isNamed) {
    aboutEntry(file, name, () =>
      report(
        file,
        'event-name-invalid',
        text,
        `the method is "${methodName}" and the event "${name}"; the method must end in the name of the event.`,
      ),
    );
  }
  const entry: IndexEntry = {
    name,
    link,
    position: positionOf(page, text),
    text: sourceOf(page, text).trim(),
  };
  if (isNamed) entry.prefix = methodName.slice(0, -name.length);
  if (support) entry.support = support;
  if (deprecated) entry.deprecated = deprecated;
  return entry;
}

// ── A reference page ────────────────────────────────────────────────────────────────────────────────────────

function readEvent(
  page: Page,
  direction: Direction,
  entry: Omit<IndexEntry, 'link'>,
): { event: DocumentedEvent; sections: Section[] } | undefined {
  const { file } = page;
  const { preamble, sections } = outlineOf(page);
  reportUnknownBlocks(page, preamble, 'the part before the title');
  const [title, ...others] = allSections(sections);
  const heading = title && readTitle(page, title.heading);
  if (!title || !heading) {
    report(
      file,
      'title-missing',
      title?.heading,
      'the page must begin with a title, "# REST: " and the name of the event.',
    );
    return undefined;
  }
  markStructure(page, [title.heading]);
  if (heading.name !== entry.name) {
    report(
      file,
      'title-differs',
      title.heading,
      `the title names "${heading.name}", but ${entry.position} lists this page as "${entry.name}".`,
      [entry.position],
    );
  }
  const intro = withoutTags(page, title.blocks);
  const strange = intro.filter((block) => !isProse(block));
  reportUnknownBlocks(page, strange, 'the part below the title');

  const request = theSection(page, 'HTTP request', others);
  if (request) checkRequest(page, request, entry.name);
  for (const response of others) {
    if (sectionTitle(response.heading) === 'Response') checkResponse(page, response);
  }
  for (const section of others)
    if (requestParameters.includes(sectionTitle(section.heading))) passOver(page, section);
  const parameters = theSection(page, 'Body parameters', others);
  const described = parameters && readBody(page, parameters, intro.filter(isProse));
  const support = joinSupport(page, heading.support, described?.support);
  if (support?.status !== entry.support?.status) {
    report(
      file,
      'flag-differs',
      title.heading,
      `the page says ${support?.status ?? 'nothing of support'}, ${entry.position} says ${entry.support?.status ?? 'nothing of support'}; make them agree.`,
      [entry.position],
    );
  }
  if (!described) return undefined;
  const { text, body, skeleton } = described;
  const ofExamples = others.filter(isOfExamples);
  const ofFields = others.filter(
    (section) => section !== request && section !== parameters && !ofExamples.includes(section),
  );
  const named = withJoints(page, [body], readSections(page, ofFields));
  if (skeleton) checkSkeleton(page, skeleton, body, named);
  const event: DocumentedEvent = {
    name: entry.name,
    direction,
    position: entry.position,
    page: positionOf(page, title.heading),
    spans: [spanOf(page, page.tree)],
    support: entry.support ?? {
      status: 'supported',
      evidence: { position: entry.position, text: entry.text },
    },
    body,
    examples: ofExamples.flatMap(({ heading: shown, blocks }) => {
      markStructure(page, [shown]);
      return readExamples(page, withoutTags(page, blocks), `## ${wordsOf(shown)}`);
    }),
  };
  if (text !== '') event.description = text;
  const deprecated = heading.deprecated ?? described.deprecated ?? entry.deprecated;
  if (deprecated) event.deprecated = deprecated;
  return { event, sections: named };
}

/** Whether a section shows messages of the event; one with an anchor is of fields, whatever it is called. */
function isOfExamples({ heading }: PageSection): boolean {
  return isExampleTitle(heading) && sectionTitle(heading) === wordsOf(heading);
}

const requestParameters = ['Path parameters', 'Query parameters', 'Headers'];
const fixedSections = ['HTTP request', 'Body parameters', 'Response', ...requestParameters];

/** The sections that types may name, each with an anchor of its own. */
function readSections(page: Page, sections: readonly PageSection[]): Section[] {
  const named: Section[] = [];
  for (const section of sections) {
    if (fixedSections.includes(sectionTitle(section.heading))) continue;
    const read = readSection(page, section);
    const twin = named.find(({ anchor }) => anchor === read?.anchor);
    if (twin) {
      const sentence = `the anchor #${twin.anchor} stands at ${twin.type.position} already; give one of the two sections another.`;
      report(page.file, 'anchor-duplicate', section.heading, sentence, [twin.type.position]);
    } else if (read) named.push(read);
  }
  return named;
}

function readTitle(
  page: Page,
  heading: Heading,
): { name: string; support?: Support; deprecated?: Evidence } | undefined {
  const inline = inlineText(page, heading.children);
  const prefix = 'REST: ';
  if (heading.depth !== 1 || !inline.text.startsWith(prefix)) return undefined;
  const { text: name, ...flags } = readFlags(page, inline.slice(prefix.length));
  return { name, ...flags };
}

/** The request says nothing but the name of the event, once more. */
function checkRequest(page: Page, section: PageSection, name: string): void {
  const blocks = outOfTabs(page, section.blocks);
  const isRequest = (block: RootContent): boolean =>
    block.type === 'code' &&
    /^POST \S+$/.test(block.value.trim()) &&
    block.value.trimEnd().endsWith(`/${name}`);
  if (blocks.some(isRequest)) {
    // Tabs show one request in several languages.
    const inTabs = blocks.filter(({ type }) => type === 'code');
    const known = section.blocks.some(isRequest) ? blocks.filter(isRequest) : inTabs;
    markIgnored(page, 'http-request', known);
    const others = blocks.filter((block) => !known.includes(block));
    reportUnknownBlocks(page, others, 'the HTTP request');
    return;
  }
  report(
    page.file,
    'title-differs',
    blocks[0] ?? section.heading,
    `the HTTP request must be a code block with the one line "POST …/${name}".`,
  );
}

/** Parameters of the request say nothing of the event, unless they say what is supported. */
function passOver(page: Page, { heading, blocks }: PageSection): void {
  for (const block of blocks) {
    if (block.type === 'yfmTable') reportMisplacedFlag(page, undressed(page, block));
    else reportPassedOver(page, block);
  }
  markIgnored(page, 'request-parameters', [heading, ...blocks]);
}

/** The response of an event is empty; the section is the generator's. */
function checkResponse(page: Page, section: PageSection): void {
  const known = ['HTTP Code: 200', 'OK'];
  const isKnown = (block: RootContent) =>
    block.type === 'paragraph' && known.includes(wordsOf(block));
  markIgnored(page, 'http-response', [section.heading, ...section.blocks.filter(isKnown)]);
  const others = section.blocks.filter((block) => !isKnown(block));
  reportUnknownBlocks(page, others, 'the response of an event');
}

/**
 * The schema line, the JSON skeleton, the description, the table.
 *
 * @param intro what is said of the event above the request
 */
function readBody(
  page: Page,
  section: PageSection,
  intro: readonly RootContent[],
): {
  text: string;
  support?: Support;
  deprecated?: Evidence;
  body: ObjectType<Link>;
  skeleton: Code | undefined;
} {
  const schema = section.blocks.findIndex(
    (block) => block.type === 'paragraph' && wordsOf(block) === 'Request schema: application/json',
  );
  const skeleton = section.blocks[schema + 1];
  if (schema !== 0 || skeleton?.type !== 'code' || skeleton.lang !== 'json') {
    report(
      page.file,
      'section-missing',
      section.heading,
      'the body begins with "**Request schema: application/json**" and a JSON skeleton.',
    );
  }
  const rest = withoutTags(
    page,
    section.blocks.slice(schema + (skeleton?.type === 'code' ? 2 : 1)),
  );
  const tables = rest.filter((block) => !isProse(block));
  markIgnored(page, 'request-schema', section.blocks.slice(0, schema + 1));
  if (skeleton?.type === 'code') markIgnored(page, 'json-skeleton', [skeleton]);
  return {
    ...describe(page, [...intro, ...rest.filter(isProse)], 'section'),
    body: {
      kind: 'object',
      position: positionOf(page, section.heading),
      fields: readFields(page, tables, section.heading),
    },
    skeleton: skeleton?.type === 'code' ? skeleton : undefined,
  };
}

/** `## Name {#Name}`: text, perhaps a flag, and a table of fields. */
function readSection(page: Page, section: PageSection): Section | undefined {
  const { file } = page;
  const text = wordsOf(section.heading);
  const anchor = /\{#([^{}\s]+)\}$/.exec(text)?.[1];
  const { pointAt } = inlineText(page, section.heading.children);
  const {
    text: title,
    support: flag,
    deprecated,
  } = readFlags(page, locatedText(text.slice(0, Math.max(0, text.lastIndexOf('{#'))), pointAt));
  if (title === '' || anchor === undefined || section.heading.depth !== 2) {
    report(
      file,
      'section-unknown',
      section.heading,
      `the heading "${wordsOf(section.heading)}" is not known; a section of fields is written "## Name {#Name}".`,
    );
    return undefined;
  }
  markStructure(page, [section.heading]);
  const blocks = withoutTags(page, section.blocks);
  const type: ObjectType<Link> = {
    kind: 'object',
    position: positionOf(page, section.heading),
    fields: aboutObject(page.file, positionOf(page, section.heading), () =>
      readFields(
        page,
        blocks.filter((block) => !isProse(block)),
        section.heading,
      ),
    ),
  };
  const prose = blocks.filter(isProse);
  const described = describe(page, prose, 'section');
  if (described.text !== '') type.description = described.text;
  const support = joinSupport(page, flag, described.support);
  if (support) type.support = support;
  const said = deprecated ?? described.deprecated;
  if (said) type.deprecated = said;
  reportFactsInText(page, prose[0] ?? section.heading, described.text, factsOfWhole(type));
  return { file: file.path, anchor, title, type };
}

function isProse(block: RootContent): boolean {
  return (
    block.type === 'paragraph' ||
    block.type === 'list' ||
    block.type === 'blockquote' ||
    block.type === 'code'
  );
}
