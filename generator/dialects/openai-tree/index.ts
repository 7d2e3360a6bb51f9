/**
 * The `openai-tree` dialect: an index of nested links, and pages whose fields are nested bullets.
 */
import { toString } from 'mdast-util-to-string';
import type { Link as LinkElement, List, ListItem, RootContent } from 'mdast';
import type { VFile } from 'vfile';
import { report } from '../../diagnostics.ts';
import { inlineText } from '../../markdown/inline.ts';
import type { Page } from '../../markdown/parse.ts';
import type {
  Direction,
  DocumentedEvent,
  Field,
  Link,
  Position,
  Support,
} from '../../model/model.ts';
import { markStructure } from '../account.ts';
import {
  outlineOf,
  positionOf,
  reportUnknownBlocks,
  indexSections,
  theSection,
  type Dialect,
  type PageSection,
  type PageSet,
} from '../dialect.ts';
import { joinSupport, readFlags } from '../flags.ts';
import { readProse, takeProse } from '../prose.ts';
import { reportMisaligned } from './alignment.ts';
import { isStatement, isStructure, readBullets } from './bullets.ts';

/** The `openai-tree` dialect. */
export const openaiTree: Dialect = {
  readSource: (pages) => ({
    events: pages.indexes.flatMap(({ direction, page }) => readIndex(pages, direction, page)),
    sections: [],
  }),
  readFields: (page) => ({
    fields: readProperties(
      page,
      page.tree.children.filter((block) => block.type !== 'yaml'),
    ),
    sections: [],
  }),
};

// ── The index: a tree of links ──────────────────────────────────────────────────────────────────────────────

interface IndexEntry {
  name: string;
  link: LinkElement;
  item: ListItem;
  children: IndexEntry[];
}

function readIndex(pages: PageSet, direction: Direction, page: Page): DocumentedEvent[] {
  const entries = readContents(page);
  if (entries.length === 0) {
    report(
      page.file,
      'index-empty',
      undefined,
      'this index lists no event; it needs a list of links under "## Contents".',
    );
  }
  return entries.flatMap((entry) => readEntry(pages, direction, page, entry));
}

/** Follows an entry: a group has a page that lists its children, any other entry is an event. */
function readEntry(
  pages: PageSet,
  direction: Direction,
  index: Page,
  entry: IndexEntry,
): DocumentedEvent[] {
  const page = pages.follow(index, entry.link);
  if (entry.children.length > 0) {
    if (page) checkGroupPage(pages, index, page, entry);
    return entry.children.flatMap((child) => readEntry(pages, direction, index, child));
  }
  if (!page) return [];
  const event = readEvent(page, direction, positionOf(index.file, entry.item), entry.name);
  return event ? [event] : [];
}

/** Reads the "Contents" of an index or group page; names that begin with a dot are relative to `parent`. */
function readContents(page: Page, parent = ''): IndexEntry[] {
  return indexSections(page, 'Contents').flatMap(({ blocks }) => {
    const lists = blocks.filter((block) => block.type === 'list');
    const others = blocks.filter((block) => block.type !== 'list');
    reportUnknownBlocks(page, others, 'the list of an index');
    reportMisaligned(page, lists, () => true);
    return lists.flatMap((list) => readEntries(page, list, parent));
  });
}

function readEntries(page: Page, list: List, parent: string): IndexEntry[] {
  return list.children.flatMap((item) => {
    const [first, ...rest] = item.children;
    const link =
      first?.type === 'paragraph' && first.children.length === 1 ? first.children[0] : undefined;
    if (link?.type !== 'link') {
      report(page.file, 'bullet-unknown', item, 'every bullet of an index is one link to a page.');
      return [];
    }
    markStructure(page.file, [first]);
    const name = toString(link).startsWith('.') ? parent + toString(link) : toString(link);
    const children = rest.flatMap((block) => {
      if (block.type === 'list') return readEntries(page, block, name);
      reportUnknownBlocks(page, [block], 'the list of an index');
      return [];
    });
    return [{ name, link, item, children }];
  });
}

/** A group page says nothing of its own: its title and its children must be those of the index. */
function checkGroupPage(pages: PageSet, index: Page, page: Page, entry: IndexEntry): void {
  const title = titleOf(page);
  if (title === undefined) return;
  markStructure(page.file, [page.tree.children.find((block) => block.type === 'heading')]);
  const label = toString(entry.link);
  if (title !== label) {
    report(
      page.file,
      'title-differs',
      page.tree.children[0],
      `the title is "${title}", but ${positionOf(index.file, entry.item)} lists this page as "${label}".`,
    );
  }
  const targets = (from: Page, children: IndexEntry[]) =>
    children
      .map((child) => `${child.name} ${pages.follow(from, child.link)?.file.path}`)
      .join(', ');
  const listed = targets(page, readContents(page, entry.name));
  const expected = targets(index, entry.children);
  if (listed !== expected) {
    report(
      page.file,
      'group-differs',
      page.tree.children[0],
      `this group lists ${listed || 'nothing'}; ${positionOf(index.file, entry.item)} lists ${expected}.`,
    );
  }
}

// ── A reference page ────────────────────────────────────────────────────────────────────────────────────────

function readEvent(
  page: Page,
  direction: Direction,
  position: Position,
  name: string,
): DocumentedEvent | undefined {
  const { file } = page;
  const outline = outlineOf(page);
  const [title, ...sections] = outline.sections;
  if (titleOf(page) === undefined || !title) return undefined;
  reportUnknownBlocks(page, outline.preamble, 'the part before the title');
  const { text, support } = readHeading(file, title);
  markStructure(file, [title.heading]);
  if (text !== name) {
    report(
      file,
      'title-differs',
      title.heading,
      `the title is "${text}", but ${position} lists this page as "${name}".`,
    );
  }
  for (const { heading } of sections) {
    if (toString(heading) === 'Properties') continue;
    report(
      file,
      'section-unknown',
      heading,
      `an event has no section "${toString(heading)}"; only "Properties" is known.`,
    );
  }
  const properties = theSection(page, 'Properties', sections);
  if (!properties) return undefined;
  const { url, blocks } = takeUrl(title.blocks);
  const described = readProse(file, takeProse(file, blocks, isStatement));
  const event: DocumentedEvent = {
    name,
    direction,
    position,
    page: positionOf(file, title.heading),
    support: joinSupport(file, support, described.support) ?? {
      status: 'supported',
      evidence: { position, text: name },
    },
    body: {
      kind: 'object',
      position: positionOf(file, properties.heading),
      fields: readProperties(page, properties.blocks),
    },
    examples: [],
  };
  if (url !== undefined) {
    event.url = url;
    markStructure(file, [title.blocks[0]]);
  }
  if (described.text !== '') event.description = described.text;
  return event;
}

function readHeading(file: VFile, section: PageSection): { text: string; support?: Support } {
  const inline = inlineText(file, section.heading.children);
  return readFlags(file, inline.text, inline.pointAt);
}

/** The text of the first heading, which must be of depth 1; reports a page that has none. */
function titleOf(page: Page): string | undefined {
  const heading = page.tree.children.find((block) => block.type === 'heading');
  if (heading?.depth === 1) return toString(heading);
  report(
    page.file,
    'title-missing',
    heading,
    'the page must begin with a title, "# " and the name that the index lists.',
  );
  return undefined;
}

/** `Source: …` names the published page; the other blocks are the description. */
function takeUrl(blocks: RootContent[]): { url?: string; blocks: RootContent[] } {
  const [first, ...rest] = blocks;
  if (first?.type !== 'paragraph') return { blocks };
  const url = /^Source: (https?:\/\/\S+)$/.exec(toString(first))?.[1];
  return url === undefined ? { blocks } : { url, blocks: rest };
}

function readProperties(page: Page, blocks: readonly RootContent[]): Field<Link>[] {
  const fields: Field<Link>[] = [];
  const lists = blocks.filter((block) => block.type === 'list');
  const others = blocks.filter((block) => block.type !== 'list');
  reportUnknownBlocks(page, others, 'the list of properties');
  reportMisaligned(page, lists, isStructure);
  for (const list of lists) {
    const nested = readBullets(page, list);
    fields.push(...nested.fields);
    for (const { node } of [...nested.variants, ...nested.items, ...nested.cuts]) {
      report(
        page.file,
        'bullet-unknown',
        node,
        'the properties of an event are fields; variants, items and cuts belong below a field.',
      );
    }
  }
  return fields;
}
