/** The events of a part of a reference: those that its index lists, and those that only have a section. */
import type { Link as LinkElement } from 'mdast';
import { aboutEntry, report } from '../../diagnostics.ts';
import { positionOf } from '../../markdown/inline.ts';
import type { Direction, DocumentedEvent } from '../../model/model.ts';
import type { Page } from '../dialect.ts';
import { passOver, type Reading } from './components.ts';
import { isPartOfEvent, partsBelow, readEvent } from './event-section.ts';
import { readIndex, type Entry } from './index-table.ts';
import { partAt, type Part } from './reference.ts';
import { withoutRepeated } from './second-sections.ts';
import { isTable } from './tables.ts';

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
