/**
 * The `gfm-tables` dialect: tables of GitHub, often on one long page.
 *
 *     ## Server events            the section that source.json names, with a table of the events
 *     ### event.name              words of the event; perhaps another name, where the wire name stands in `type`
 *     #### Event structure        a JSON code block
 *     #### Properties             a table of its fields
 *     #### X properties           a table of those of its field `x`
 *     ## Components               what types lead to, by anchors
 */
import { report } from '../../diagnostics.ts';
import type { DocumentedEvent, DocumentedSource, Field, Link, Section } from '../../model/model.ts';
import { reportUnknownBlocks, withoutComments } from '../blocks.ts';
import type { Dialect, Page, PageSet } from '../dialect.ts';
import { rowOfField, signsIn, signsOfFields, type Sign } from '../stray.ts';
import {
  attach,
  markHeading,
  passOverBlocks,
  readComponents,
  readingOf,
  reportContinued,
  type Reading,
} from './components.ts';
import { reportDeadLinks } from './dead-links.ts';
import { readEvents, type Found, type IndexPart } from './events.ts';
import { readFieldTable } from './fields.ts';
import { markStructure } from '../account.ts';
import { allParts, partAt, referenceOf, type Part, type Reference } from './reference.ts';
import { isTable } from './tables.ts';

/** The `gfm-tables` dialect. */
export const gfmTables: Dialect = {
  readSource,
  readFields: readCorrection,
  fieldStatement: (name, kinds) =>
    `| Field | Type | Description |\n|-------|------|-------------|\n| ${name} | ${kinds.join(' or ')} | |`,
  factExamples: {
    'a list of values': 'Allowed values: `a`, `b`',
    'a default': 'Defaults to `a`.',
    'a bound': 'between `0` and `1`',
    'that it may be null': 'This property is nullable.',
    'whether it is required': 'Required. What it is.',
  },
  readsParts: true,
  readsSettings: true,
  ignores: {
    'about-the-page':
      'words about the reference as a whole: what groups events or types, and what is about neither',
    'component-example': 'an example of a component; messages are examples of events',
    'second-section':
      'a second section of an event or a component, which is compared with the first one',
  },
  containers: ['table'],
  statementsIn: (words, isCode) => signsIn(signs, words, isCode),
};

/** A row outside of a table, whose cells may have several lines. */
const row = String.raw`[ \t]*\|?[^|\n]+\|[^\n]*(?:\n[^|\n]*){0,8}\|[ \t]*`;

/** Fields outside of a table, and rows that are part of none, since the line below the heading row is not as it must be. */
const signs: readonly Sign[] = [
  ...signsOfFields.map((sign): Sign => ({
    ...sign,
    sentence:
      'this looks like a field, but is read as words; give it a row of the table whose fields it belongs to.',
  })),
  {
    rule: 'table-stray-text',
    // The bar that begins a row is a mark, and is not among the words.
    pattern: new RegExp(String.raw`^${row}(?:\n${row})*$|${rowOfField}`, 'gimu'),
    sentence:
      'this looks like a row of a table, but there is none; check the line below its heading row.',
    notInCode: true,
  },
];

/** A reference that is read. */
interface Opened {
  reading: Reading;
  /** Whether an index of it was not found, so that there is no telling what its parts are. */
  isUnknown: boolean;
}

function readSource(pages: PageSet): DocumentedSource {
  const opened = new Map<string, Opened>();
  const open = (page: Page): Opened => {
    const known = opened.get(page.file.path);
    if (known) return known;
    const fresh: Opened = {
      reading: readingOf(referenceOf(page, pages)),
      isUnknown: false,
    };
    opened.set(page.file.path, fresh);
    return fresh;
  };
  const events: DocumentedEvent[] = [];
  /** The parts that document events, or list or group them. */
  const taken = new Set<IndexPart>();
  for (const { direction, page, section } of pages.indexes) {
    const { reading } = open(page);
    const index = indexPartOf(reading.reference, section);
    if (!index) {
      const sentence = `source.json names the section #${section} of this page as the index of the ${direction} events, and no heading has this anchor; fix one of the two.`;
      report(page.file, 'section-missing', undefined, sentence);
      open(page).isUnknown = true;
      continue;
    }
    if (index.heading) markHeading(index.page, index.heading);
    const read = readEvents(reading, direction, index, {
      follow: (from, link) => {
        const target = pages.follow(from, link);
        return target && firstPart(open(target).reading, target);
      },
      beside: () =>
        page.syntax?.index === 'folder'
          ? pages.beside(page).flatMap((one) => firstPart(open(one).reading, one) ?? [])
          : [],
    });
    events.push(...read.events);
    for (const part of [...read.taken, index]) taken.add(part);
  }
  const sections = [...opened.values()].flatMap(({ reading, isUnknown }) =>
    isUnknown ? [] : readRest(reading, taken),
  );
  return { events, sections };
}

/** The part of a reference that lists the events: a section, or all that is below the title. */
function indexPartOf(reference: Reference, section: string | undefined): IndexPart | undefined {
  if (section !== undefined) return partAt(reference, `#${section}`);
  const [title, ...others] = reference.parts;
  if (title && others.length === 0) return title;
  const [preamble] = reference.preambles;
  return preamble && { page: preamble.page, blocks: [], parts: reference.parts };
}

/** The event that a page of its own documents: its first section. */
function firstPart(reading: Reading, page: Page): Found | undefined {
  const [part] = reading.reference.parts;
  if (part) return { reading, part };
  report(
    page.file,
    'title-missing',
    undefined,
    'the page must begin with a title, "# " and the name of the event.',
  );
  return undefined;
}

/** What of a reference documents no event: components, and words. */
function readRest(reading: Reading, taken: ReadonlySet<IndexPart>): Section[] {
  const { reference } = reading;
  for (const { page, blocks } of reference.preambles) {
    reportUnknownBlocks(page, blocks.filter(isTable), 'the part above the first heading');
    passOverBlocks(
      page,
      blocks.filter((block) => !isTable(block)),
    );
  }
  const sections = readComponents(
    reading,
    allParts(reference.parts).filter((part) => !taken.has(part)),
  );
  reportDeadLinks(reading);
  return sections;
}

/** The fields that a correction states: a table, tables of what its objects hold, and components. */
function readCorrection(page: Page): { fields: Field<Link>[]; sections: Section[] } {
  const reference = referenceOf(page);
  const reading = readingOf(reference);
  const [preamble] = reference.preambles;
  const blocks = withoutComments(page, preamble?.blocks ?? []);
  const [table] = blocks.filter(isTable);
  reportUnknownBlocks(
    page,
    blocks.filter((block) => block !== table),
    'a correction, which is one table',
  );
  if (!table) return { fields: [], sections: [] };
  const { fields, continued } = readFieldTable(page, table, reading.links);
  const nested = reference.parts.filter((part) => readNested(reading, part, fields));
  reportContinued(
    page,
    continued.filter(({ type }) => type.kind === 'open'),
  );
  const rest = allParts(reference.parts).filter((part) => !nested.includes(part));
  return { fields, sections: readComponents(reading, rest) };
}

/** `## X properties`, of a field that the correction states. */
function readNested(reading: Reading, part: Part, fields: readonly Field<Link>[]): boolean {
  const name = /^(.+) properties$/i.exec(part.title)?.[1];
  const field = fields.find((one) => one.name === name);
  const table = part.blocks.find(isTable);
  if (!field || !table) return false;
  markStructure(part.page, [part.heading]);
  attach(part, field, reading.links, table);
  return true;
}
