/**
 * The `openai-reference` dialect: one page a direction, with every event on it.
 *
 *     <a id="event.name"></a>
 *     ## event.name             words of the event
 *     ### Schema                Schema name: `NameOfItsType`, then nested bullets of one code span each
 *     ### Example               a JSON code block
 */
import type { Heading, RootContent } from 'mdast';
import { about, report } from '../../diagnostics.ts';
import { inlineText, positionOf, sourceOf, wordsOf } from '../../markdown/inline.ts';
import type { Direction, DocumentedEvent, Field, Link, Type } from '../../model/model.ts';
import { markIgnored, markStructure } from '../account.ts';
import { reportUnknownBlocks, withoutComments } from '../blocks.ts';
import type { Dialect, Page } from '../dialect.ts';
import { isExampleTitle, readExamples } from '../examples.ts';
import { joinSupport, readFlags } from '../flags.ts';
import { blocksOf, reportSecondSection, spanOfSection, type PageSection } from '../outline.ts';
import { readProse, takeProse } from '../prose.ts';
import { readBelow, statementsIn, strayStatements } from './bullets.ts';
import { reportPassedOver } from '../passed-over.ts';
import { referencePageOf, type EventSection } from './outline.ts';
import { readFields } from './types.ts';
import type { Reading } from './reading.ts';

/** The `openai-reference` dialect. */
export const openaiReference: Dialect = {
  readSource: (pages) => ({
    events: pages.indexes.flatMap(({ direction, page }) => readPage(page, direction)),
    sections: [],
  }),
  readFields: (page) => {
    const { prose, bullets } = readBelow(page, blocksOf(page));
    reportUnknownBlocks(page, prose, 'a correction');
    return { fields: readFields({ page, written: new Map() }, bullets), sections: [] };
  },
  typeLine: (name) => `- \`type: "${name}"\``,
  fieldStatement: (name, kinds) => {
    const words: Readonly<Record<string, string>> = {
      object: 'map[unknown]',
      array: 'array of unknown',
    };
    return `- \`${name}: optional ${kinds.map((kind) => words[kind] ?? kind).join(' or ')}\``;
  },
  factExamples: {
    'a list of values': '`name: "a" or "b"`',
    'a default': 'Defaults to `a`.',
    'a bound': 'between 0 and 1',
    'that it may be null': '`name: string or null`',
    'whether it is required': '`name: optional string`',
  },
  ignores: {
    'about-the-page': 'what stands between the title of a page and its events',
  },
  strayStatements,
  statementsIn,
};

function readPage(page: Page, direction: Direction): DocumentedEvent[] {
  const { title, preamble, events } = referencePageOf(page);
  checkTitle(page, direction, title);
  readPreamble(page, preamble);
  if (events.length === 0) {
    const sentence =
      'this page lists no event; it needs a section "## event.name" for each, with "### Schema" below.';
    report(page.file, 'index-empty', undefined, sentence);
  }
  const reading: Reading = { page, written: new Map<string, Type<Link>>() };
  return events.flatMap(
    (section) =>
      about(page.file, { direction, event: wordsOf(section.section.heading) }, () =>
        readEvent(reading, direction, section),
      ) ?? [],
  );
}

/** A title that names a direction must name that of the page. */
function checkTitle(page: Page, direction: Direction, title: Heading | undefined): void {
  const { file } = page;
  if (!title) {
    const sentence =
      'the page must begin with a title, "# " and what its events are, such as "# Realtime server events".';
    report(file, 'title-missing', undefined, sentence);
    return;
  }
  markStructure(page, [title]);
  const words = wordsOf(title);
  const [, named] = /\b(server|client) events\b/i.exec(words) ?? [];
  if (named === undefined || named.toLowerCase() === direction) return;
  const sentence = `source.json calls this the page of the ${direction} events, but its title is "${words}"; give each direction its own page.`;
  report(file, 'direction-differs', title, sentence);
}

/** What stands above the events says nothing of any of them. */
function readPreamble(page: Page, blocks: readonly RootContent[]): void {
  const known = blocks.filter(({ type }) => type === 'paragraph' || type === 'blockquote');
  reportUnknownBlocks(
    page,
    blocks.filter((block) => !known.includes(block)),
    'the part above the events',
  );
  for (const block of known) reportPassedOver(page, block);
  markIgnored(page, 'about-the-page', known);
}

function readEvent(
  reading: Reading,
  direction: Direction,
  { section, anchor }: EventSection,
): DocumentedEvent | undefined {
  const { page } = reading;
  const { heading } = section;
  const position = positionOf(page, heading);
  const { text: name, support, deprecated } = readFlags(page, inlineText(page, heading.children));
  markStructure(page, [heading, anchor?.node]);
  checkAnchor(page, heading, { anchor, name });
  const described = readProse(page, takeProse(page, section.blocks));
  const { schema, examples } = partsOf(page, section);
  if (!schema) {
    const sentence = `"${name}" has no section "### Schema"; without it nothing is known of its fields.`;
    report(page.file, 'section-missing', heading, sentence);
    return undefined;
  }
  const { schemaName, blocks } = takeSchemaName(page, schema);
  const event: DocumentedEvent = {
    name,
    direction,
    position,
    page: position,
    support: joinSupport(page, support, described.support) ?? {
      status: 'supported',
      evidence: { position, text: sourceOf(page, heading).trim() },
    },
    body: {
      kind: 'object',
      position: positionOf(page, schema.heading),
      fields: readSchema(reading, blocks),
    },
    examples: examples.flatMap(({ heading: title, blocks: shown }) =>
      readExamples(page, shown, `### ${wordsOf(title)}`),
    ),
    spans: [
      { ...spanOfSection(page, section), ...(anchor && { first: positionOf(page, anchor.node) }) },
    ],
  };
  if (schemaName !== undefined) event.schemaName = schemaName;
  if (described.text !== '') event.description = described.text;
  const said = deprecated ?? described.deprecated;
  if (said) event.deprecated = said;
  return event;
}

function checkAnchor(
  { file }: Page,
  heading: Heading,
  { anchor, name }: { anchor: EventSection['anchor']; name: string },
): void {
  if (!anchor) {
    const sentence = `the anchor of this event is missing; write <a id="${name}"></a> above its heading.`;
    report(file, 'anchor-missing', heading, sentence);
  } else if (anchor.id !== name) {
    const sentence = `the anchor is "${anchor.id}", but the heading below it is "${name}"; make them agree.`;
    report(file, 'title-differs', anchor.node, sentence);
  }
}

/** The parts of an event that have a meaning; others, and a second schema, are reported. */
function partsOf(
  page: Page,
  { sections }: PageSection,
): { schema: PageSection | undefined; examples: PageSection[] } {
  const [schema, ...others] = sections.filter(({ heading }) => wordsOf(heading) === 'Schema');
  const examples = sections.filter(({ heading }) => isExampleTitle(heading));
  const known = [schema, ...others, ...examples];
  for (const section of sections.filter((one) => !known.includes(one))) {
    const sentence = `an event has no section "${wordsOf(section.heading)}"; known are ### Schema and ### Example.`;
    report(page.file, 'section-unknown', section.heading, sentence);
  }
  for (const { heading } of others) reportSecondSection(page, heading, 'Schema');
  markStructure(
    page,
    [schema, ...examples].map((section) => section?.heading),
  );
  return { schema, examples };
}

/** ``Schema name: `RealtimeServerEventError` `` */
function takeSchemaName(
  page: Page,
  { heading, blocks }: PageSection,
): { schemaName?: string; blocks: RootContent[] } {
  const [first, ...others] = withoutComments(page, blocks);
  const [words, code, ...more] = first?.type === 'paragraph' ? first.children : [];
  const isLabel = words?.type === 'text' && /^\s*Schema\sname:\s*$/.test(words.value);
  if (isLabel && code?.type === 'inlineCode' && more.length === 0) {
    markStructure(page, [first]);
    return { schemaName: code.value, blocks: others };
  }
  const sentence =
    'the name of the schema is missing; write "Schema name: " and the name in code below this heading.';
  report(page.file, 'schema-name-missing', heading, sentence);
  return { blocks };
}

function readSchema(reading: Reading, blocks: readonly RootContent[]): Field<Link>[] {
  const { page } = reading;
  const dump = blocks.find(({ type }) => type === 'code');
  if (dump) {
    const sentence =
      'a code block is where the bullets of the fields are expected. The publisher printed its declarations as dumps in JSON for a while (July 2026), which hold types without their fields; use the page as it is published today.';
    report(page.file, 'block-unknown', dump, sentence);
  }
  const { prose, bullets } = readBelow(
    page,
    blocks.filter((block) => block !== dump),
  );
  reportUnknownBlocks(page, prose, 'a schema, which is a list of fields');
  return readFields(reading, bullets);
}
