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
import { visit } from 'unist-util-visit';
import { report } from '../../diagnostics.ts';
import {
  inlineText,
  positionOf,
  sourceOf,
  spanOf,
  unwrap,
  wordsOf,
} from '../../markdown/inline.ts';
import { undressed } from '../../markdown/undressed.ts';
import type { Direction, DocumentedEvent, Field, Link, Position } from '../../model/model.ts';
import { wireName } from '../../model/names.ts';
import { markIgnored, markStructure } from '../account.ts';
import { reportUnknownBlocks } from '../blocks.ts';
import type { Dialect, Page } from '../dialect.ts';
import { isOneEditAway, readParagraphFlags, reportMisplacedFlag } from '../flags.ts';
import { allSections, anySection, outlineOf, type PageSection } from '../outline.ts';
import { reportBlockSigns, reportSigns } from '../prose.ts';
import { signsIn } from '../stray.ts';
import { reportStruckOut } from '../struck-out.ts';
import { addExamples, readExamples, type ShownExample } from './examples.ts';
import {
  fieldSigns,
  reportFactsOfDocument,
  reportFactsOfHeading,
  signs,
} from './lost-statements.ts';

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
  statementsIn: (words, isCode) => signsIn([...signs, ...fieldSigns], words, isCode),
  ignores: {
    'about-the-document':
      'what a summary says of itself: title, summary, key facts, sources, history',
    'group-title': 'the heading of a group of events',
    'section-of-words': 'a section that lists no event, and is told as one',
    'example-title': 'the heading of an example, which names its event itself',
  },
};

/** Sections that are about the document itself, and carry no facts about events. */
const aboutTheDocument = new Set(['Summary', 'Sources', 'Document History']);
/** Sections that mean what their titles say. Any other one lists events, or is words. */
const known = new Set(['Key Facts', 'Event Reference', 'Event Examples', ...aboutTheDocument]);

/** Whether a section, or one in it, has a bullet of an event. */
function listsEvents(section: PageSection): boolean {
  return allSections([section]).some(({ blocks }) =>
    blocks.some((block) => block.type === 'list' && block.children.some(isEntry)),
  );
}

/** What stands between the name of an event and its words: a dash, whichever, or a colon. */
const betweenNameAndWords = /^(?:\s+[-–—]|\s*:)\s+/;

/** Whether a bullet is an event: a wire name in code, a dash or a colon, words. */
function isEntry({ children: [head] }: ListItem): boolean {
  if (head?.type !== 'paragraph') return false;
  const [name, words] = head.children;
  return (
    name?.type === 'inlineCode' &&
    wireName.test(name.value) &&
    words?.type === 'text' &&
    betweenNameAndWords.test(words.value)
  );
}

/** Tells that a section is read as words, and what in it looks like more. */
function tellWords(page: Page, section: PageSection): void {
  const title = wordsOf(section.heading);
  const meant = [...known].find((one) => isOneEditAway(title.toLowerCase(), one.toLowerCase()));
  if (meant !== undefined) {
    const sentence = `the section "${title}" is not known; did you mean "${meant}"?`;
    // That of the examples is looked for, and told, once all are known.
    if (meant !== 'Event Examples') report(page.file, 'section-unknown', section.heading, sentence);
    return;
  }
  const sentence = `the section "${title}" lists no event (- \`event.name\` - words) and is read as words about the document.`;
  report(page.file, 'section-of-words', section.heading, sentence);
  for (const block of section.blocks) reportFactsOfDocument(page, block);
  reportSigns(page, section.heading);
  markIgnored(page, 'section-of-words', [section.heading, ...section.blocks]);
}

function readSummary(page: Page, direction: Direction): DocumentedEvent[] {
  const events: DocumentedEvent[] = [];
  const examples: ShownExample[] = [];
  let chapter = '';
  /** Whether the chapter lists events. */
  let isList = false;
  const outline = outlineOf(page);
  const sections = allSections(outline.sections);
  reportUnknownBlocks(page, outline.preamble, 'the part before the title');
  for (const [order, section] of sections.entries()) {
    const title = wordsOf(section.heading);
    if (section.heading.depth < 3) {
      chapter = title;
      isList = title === 'Event Reference' || (!known.has(title) && listsEvents(section));
    }
    reportMisplacedFlag(page, inlineText(page, section.heading.children));
    const isTitle = order === 0 && section.heading.depth === 1;
    if (isTitle || aboutTheDocument.has(chapter)) {
      for (const block of section.blocks) reportFactsOfDocument(page, block);
      reportSigns(page, section.heading);
      markIgnored(page, 'about-the-document', [section.heading, ...section.blocks]);
      continue;
    }
    if (!isList && !known.has(chapter)) {
      tellWords(page, section);
      continue;
    }
    if (title === chapter) markStructure(page, [section.heading]);
    if (chapter === 'Key Facts') checkDirection(page, section, direction);
    else if (isList) {
      reportFactsOfHeading(page, section.heading);
      markIgnored(page, 'group-title', [section.heading]);
      readGroup(page, section, direction, events);
    } else {
      markIgnored(page, 'example-title', [section.heading]);
      examples.push(...readExamples(page, section));
    }
  }
  if (events.length === 0) {
    report(
      page.file,
      'index-empty',
      undefined,
      'this summary lists no event; it needs bullets (- `event.name` - words) under "## Event Reference".',
    );
  }
  anySection(page, 'Event Examples', sections);
  addExamples(page, events, examples);
  return events;
}

const directionWords = /\b(?:server|client)\s*(?:→|->)\s*(?:server|client)\b/i;

/** `- **Direction**: Server → Client` must agree with the direction that `source.json` gives the page. */
function checkDirection(page: Page, section: PageSection, expected: Direction): void {
  const { file } = page;
  const arrow = expected === 'server' ? 'Server → Client' : 'Client → Server';
  for (const block of section.blocks) {
    if (block.type !== 'list') {
      reportUnknownBlocks(page, [block], 'the list of key facts');
      continue;
    }
    for (const item of block.children) {
      const fact = unwrap(wordsOf(item));
      if (!fact.startsWith('Direction:')) {
        reportNearDirection(page, item);
        reportFactsOfDocument(page, item);
        markIgnored(page, 'about-the-document', [item]);
        continue;
      }
      markStructure(page, item.children);
      if (fact.includes(arrow)) continue;
      report(
        file,
        'direction-differs',
        item,
        `source.json calls this page an index of ${expected} events (${arrow}), but it says "${fact}"; fix one of the two.`,
      );
    }
  }
}

/** A direction that has another name, or stands below another fact, would be compared with nothing. */
function reportNearDirection(page: Page, item: ListItem): void {
  visit(item, 'listItem', (node) => {
    const fact = unwrap(node.children[0] ? wordsOf(node.children[0]) : '');
    const [word = ''] = /\w+/.exec(fact) ?? [];
    const isDirection = isOneEditAway(word.toLowerCase(), 'direction') || directionWords.test(fact);
    if (!isDirection) return;
    const sentence = 'a direction is a key fact of its own: - **Direction**: Server → Client.';
    report(page.file, 'direction-differs', node, sentence);
  });
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
      events.push(...readEntry(page, item, direction));
    }
  }
}

/**
 * Reads a bullet, which is one event. Of a bullet that cannot be read, the events that it may be meant to list are there
 * all the same, so that it is known what its error concerns.
 */
function readEntry(page: Page, item: ListItem, direction: Direction): DocumentedEvent[] {
  const { file } = page;
  const [paragraph, ...others] = item.children;
  const [code, ...rest] = paragraph?.type === 'paragraph' ? paragraph.children : [];
  const inline = inlineText(page, rest);
  const mark = betweenNameAndWords.exec(inline.text)?.[0];
  if (code?.type !== 'inlineCode' || mark === undefined || others.length > 0) {
    const sentence = 'every bullet of a group is an event: - `event.name` - words.';
    if (!reportStruckOut(page, item)) report(file, 'bullet-unknown', item, sentence);
    return namesIn(page, item).map((name) => eventOf(page, item, direction, name));
  }
  const { text, support, deprecated } = readParagraphFlags(page, inline.slice(mark.length));
  markStructure(page, [paragraph]);
  const event = eventOf(page, item, direction, code.value, unwrap(text));
  if (support) event.support = support;
  if (deprecated) event.deprecated = deprecated;
  if (paragraph && !hasAnother(page, paragraph)) {
    reportBlockSigns(page, paragraph);
    for (const { rule, place, sentence } of signsIn(fieldSigns, undressed(page, paragraph)))
      report(file, rule, place, sentence);
    return [event];
  }
  const sentence =
    'an event is inside the description of another one; give it a bullet of its own.';
  report(file, 'bullet-unknown', item, sentence);
  const more = namesIn(page, item).filter((name) => name !== event.name);
  return [event, ...more.map((name) => eventOf(page, item, direction, name))];
}

/** Whether the words of an event hold another one, or an example. */
function hasAnother(page: Page, paragraph: RootContent | undefined): boolean {
  const words = paragraph ? undressed(page, paragraph).text.replace(/^\W*[\w.]+\W*/, '') : '';
  return (
    /(?:`[^`]+`|\b[a-z]\w*(?:\.\w+)+)\s+[-–—]\s/i.test(words) ||
    signs.some(({ pattern }) => words.search(pattern) >= 0)
  );
}

/** An event by the name that a bullet gives it. */
function eventOf(
  page: Page,
  item: ListItem,
  direction: Direction,
  name: string,
  description?: string,
): DocumentedEvent {
  const position = positionOf(page, item);
  return {
    name,
    direction,
    position,
    page: position,
    spans: [spanOf(page, item)],
    ...(description !== undefined && { description }),
    support: {
      status: 'supported',
      evidence: { position, text: sourceOf(page, item.children[0] ?? item).trim() },
    },
    body: { kind: 'object', position, fields: [typeField(name, position)], open: 'opaque' },
    examples: [],
  };
}

/** The names that a bullet may be meant to list: what it begins with, and whatever stands in code before a dash. */
function namesIn(page: Page, item: ListItem): string[] {
  const text = sourceOf(page, item);
  const first = /^[-*+]\s+\**(?:`([^`\n]+)`|([a-z]\w*(?:\.\w+)+))/i.exec(text);
  const others = Array.from(text.matchAll(/`([^`\n]+)`\**\s*[-–—:]/g), ([, name]) => name);
  const names = [first?.[1] ?? first?.[2], ...others].filter((name) => name !== undefined);
  return [...new Set(names)].filter((name) => wireName.test(name));
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
