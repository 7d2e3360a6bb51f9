/**
 * The `event-summary` dialect: one hand-written page that lists events by name and shows a few messages.
 *
 *     ### Group
 *     - `event.name` - words
 *
 *     ## Event Examples
 *     ### Title            a JSON code block: its fields are inferred, and marked so
 */
import type { ListItem, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { report } from '../diagnostics.ts';
import { inlineText, sourceOf, unwrap } from '../markdown/inline.ts';
import type { Page } from '../markdown/parse.ts';
import { isJsonObject, parseJson } from '../model/json.ts';
import { splitPosition } from '../model/position.ts';
import type {
  Direction,
  DocumentedEvent,
  Example,
  Field,
  Json,
  Link,
  ObjectType,
  Position,
  Type,
} from '../model/model.ts';
import { markIgnored, markStructure } from './account.ts';
import {
  outlineOf,
  positionOf,
  reportUnknownBlocks,
  type Dialect,
  type PageSection,
} from './dialect.ts';
import { readFlags } from './flags.ts';

/** The `event-summary` dialect. Each summary page is its own index; there is no syntax for fields. */
export const eventSummary: Dialect = {
  readSource: (pages) => ({
    events: pages.indexes.flatMap(({ direction, page }) => readSummary(page, direction)),
    sections: [],
  }),
  readFields: (page) => {
    report(
      page.file,
      'correction-invalid',
      undefined,
      'a summary has no syntax for fields, so that nothing can be corrected.',
    );
    return { fields: [], sections: [] };
  },
};

/** Sections that are about the document itself, and carry no facts about events. */
const aboutTheDocument = new Set(['Summary', 'Sources', 'Document History']);

function readSummary(page: Page, direction: Direction): DocumentedEvent[] {
  const events: DocumentedEvent[] = [];
  const examples: Example[] = [];
  let chapter = '';
  const { preamble, sections } = outlineOf(page);
  reportUnknownBlocks(page, preamble, 'the part before the title');
  for (const [order, section] of sections.entries()) {
    const title = toString(section.heading);
    if (section.heading.depth < 3) chapter = title;
    const isTitle = order === 0 && section.heading.depth === 1;
    if (isTitle || aboutTheDocument.has(chapter)) {
      reportEntries(page, section);
      markIgnored(page.file, 'about-the-document', [section.heading, ...section.blocks]);
      continue;
    }
    if (title === chapter) markStructure(page.file, [section.heading]);
    if (chapter === 'Key Facts') checkDirection(page, section, direction);
    else if (chapter === 'Event Reference') {
      markIgnored(page.file, 'group-title', [section.heading]);
      readGroup(page, section, direction, events);
    } else if (chapter === 'Event Examples') {
      markIgnored(page.file, 'example-title', [section.heading]);
      examples.push(...readExamples(page, section));
    } else
      report(page.file, 'section-unknown', section.heading, `a summary has no section "${title}".`);
  }
  if (events.length === 0) {
    report(
      page.file,
      'index-empty',
      undefined,
      'this summary lists no event; it needs bullets (- `event.name` - words) under "## Event Reference".',
    );
  }
  for (const example of examples) addExample(page, events, example);
  return events;
}

/** An event listed among words about the document would be lost. */
function reportEntries(page: Page, { blocks }: PageSection): void {
  for (const list of blocks.filter((block) => block.type === 'list')) {
    for (const item of list.children) {
      const [first] = item.children;
      const [code, rest] = first?.type === 'paragraph' ? first.children : [];
      if (code?.type !== 'inlineCode' || rest?.type !== 'text' || !rest.value.startsWith(' - '))
        continue;
      report(
        page.file,
        'bullet-unknown',
        item,
        'an event is listed below a group of "## Event Reference", not here.',
      );
    }
  }
}

/** `- **Direction**: Server → Client` must agree with the direction that `source.json` gives the page. */
function checkDirection(page: Page, section: PageSection, direction: Direction): void {
  const arrow = direction === 'server' ? 'Server → Client' : 'Client → Server';
  for (const block of section.blocks) {
    if (block.type !== 'list') {
      reportUnknownBlocks(page, [block], 'the list of key facts');
      continue;
    }
    for (const item of block.children) {
      const fact = unwrap(toString(item));
      if (fact.startsWith('Direction:')) markStructure(page.file, item.children);
      else markIgnored(page.file, 'about-the-document', [item]);
      if (fact.startsWith('Direction:') && !fact.includes(arrow)) {
        report(
          page.file,
          'direction-differs',
          item,
          `source.json calls this page an index of ${direction} events (${arrow}), but it says "${fact}".`,
        );
      }
    }
  }
}

function readGroup(
  page: Page,
  section: PageSection,
  direction: Direction,
  events: DocumentedEvent[],
): void {
  for (const block of section.blocks) {
    if (block.type !== 'list') {
      reportUnknownBlocks(page, [block], 'a group of events');
      continue;
    }
    for (const item of block.children) {
      const event = readEntry(page, item, direction);
      if (event) events.push(event);
    }
  }
}

function readEntry(page: Page, item: ListItem, direction: Direction): DocumentedEvent | undefined {
  const { file } = page;
  const [paragraph, ...others] = item.children;
  const [code, ...rest] = paragraph?.type === 'paragraph' ? paragraph.children : [];
  const inline = inlineText(file, rest);
  const words = /^ - (\S[\s\S]*)$/.exec(inline.text)?.[1];
  if (code?.type !== 'inlineCode' || words === undefined || others.length > 0) {
    report(
      file,
      'bullet-unknown',
      item,
      'every bullet of a group is an event: - `event.name` - words.',
    );
    return undefined;
  }
  const { text, support } = readFlags(file, words, (offset) =>
    inline.pointAt(offset + ' - '.length),
  );
  if (/`[^`]+` - /.test(words)) {
    const sentence = 'an event stands in the words of another one; give it a bullet of its own.';
    report(file, 'bullet-unknown', item, sentence);
  }
  markStructure(file, [paragraph]);
  const position = positionOf(file, item);
  return {
    name: code.value,
    direction,
    position,
    page: position,
    description: unwrap(text),
    support: support ?? {
      status: 'supported',
      evidence: { position, text: sourceOf(file, paragraph ?? item).trim() },
    },
    body: { kind: 'object', position, fields: [typeField(code.value, position)], open: 'opaque' },
    examples: [],
  };
}

/** The name of an event is the value of its `type`; a summary has no other place that would say so. */
function typeField(name: string, position: Position): Field<Link> {
  return {
    name: 'type',
    position,
    requiredness: 'required',
    type: { kind: 'literal', position, value: name },
    origin: 'documented',
  };
}

// ── Examples ────────────────────────────────────────────────────────────────────────────────────────────────

function readExamples(page: Page, section: PageSection): Example[] {
  return section.blocks.flatMap((block: RootContent) => {
    if (block.type !== 'code' || block.lang !== 'json') {
      reportUnknownBlocks(page, [block], 'the examples');
      return [];
    }
    const value = parseJson(block.value);
    markStructure(page.file, [block]);
    if (!isJsonObject(value)) {
      const sentence = 'this example is no JSON object; mend its JSON.';
      report(page.file, 'example-malformed', block, sentence);
      return [];
    }
    // What JSON.stringify writes as an escape is half a character.
    if (!/\\ud[89a-f]/.test(JSON.stringify(value)))
      return [{ value, position: positionOf(page.file, block) }];
    const sentence = 'this example has half a character in it, which no file can hold; mend it.';
    report(page.file, 'example-malformed', block, sentence);
    return [];
  });
}

/** Gives an event the fields that its example shows. */
function addExample(page: Page, events: DocumentedEvent[], example: Example): void {
  const event = events.find(({ name }) => name === example.value.type);
  if (!event) {
    const { line, column } = splitPosition(example.position);
    report(
      page.file,
      'example-unknown',
      { line, column },
      `this example is of ${JSON.stringify(example.value.type)}, which the page does not list.`,
    );
    return;
  }
  event.examples.push(example);
  event.body = merged(event.body, inferObject(example.value, example.position));
}

/** What two examples show together; the first one that shows a field gives it its type. */
function merged(known: ObjectType<Link>, shown: ObjectType<Link>): ObjectType<Link> {
  const names = new Set(known.fields.map(({ name }) => name));
  const fields = known.fields.map((field) => {
    const again = shown.fields.find(({ name }) => name === field.name);
    if (field.type.kind !== 'object' || again?.type.kind !== 'object') return field;
    return { ...field, type: merged(field.type, again.type) };
  });
  return { ...known, fields: [...fields, ...shown.fields.filter(({ name }) => !names.has(name))] };
}

/** The type that a value shows. One example cannot say what is required, nor that it shows every field. */
function inferType(value: Json, position: Position): Type<Link> {
  if (value === null) return { kind: 'null', position };
  if (Array.isArray(value)) {
    const kinds = new Map(value.map((item) => [kindOf(item), item]));
    const members = Array.from(kinds.values(), (item) => inferType(item, position));
    const [only, ...others] = members;
    const element: Type<Link> =
      only === undefined
        ? { kind: 'open', position, of: 'value', reason: 'example' }
        : others.length === 0
          ? only
          : { kind: 'union', position, members };
    return { kind: 'array', position, element };
  }
  if (isJsonObject(value)) return inferObject(value, position);
  return {
    kind: typeof value === 'string' ? 'string' : typeof value === 'number' ? 'number' : 'boolean',
    position,
  };
}

function kindOf(value: Json): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}

function inferObject(value: { [key: string]: Json }, position: Position): ObjectType<Link> {
  const fields = Object.entries(value).map(([name, inner]): Field<Link> => ({
    name,
    position,
    requiredness: 'unstated',
    type: inferType(inner, position),
    origin: 'inferred',
  }));
  return { kind: 'object', position, fields, open: 'example' };
}
