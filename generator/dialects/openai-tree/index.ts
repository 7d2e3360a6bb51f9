/**
 * The `openai-tree` dialect: an index of nested links, and pages whose fields are nested bullets.
 */
import type {
  Heading,
  Link as LinkElement,
  List,
  ListItem,
  PhrasingContent,
  RootContent,
} from 'mdast';
import { about, aboutEntry, report } from '../../diagnostics.ts';
import { inlineText, positionOf, saysSomething, spanOf, wordsOf } from '../../markdown/inline.ts';
import type { Direction, DocumentedEvent, Field, Link, Position } from '../../model/model.ts';
import { markStructure } from '../account.ts';
import { reportUnknownBlocks } from '../blocks.ts';
import type { Dialect, Page, PageSet } from '../dialect.ts';
import { isExampleTitle, readExamples } from '../examples.ts';
import { joinSupport, readFlags, type Flagged } from '../flags.ts';
import { indexSections, reportLinkParts } from '../index-page.ts';
import { allSections, blocksOf, outlineOf, theSection, type PageSection } from '../outline.ts';
import { readProse, takeProse } from '../prose.ts';
import { reportStruckOut } from '../struck-out.ts';
import { reportMisaligned } from './alignment.ts';
import { isStructure, readBullets, statementsIn, strayStatements } from './bullets.ts';
import { reportFactsIn } from './description.ts';

/** The `openai-tree` dialect. */
export const openaiTree: Dialect = {
  readSource: (pages) => ({
    events: pages.indexes.flatMap(({ direction, page }) => readIndex(pages, direction, page)),
    sections: [],
  }),
  readFields: (page) => ({
    fields: readProperties(page, blocksOf(page)),
    sections: [],
  }),
  readPage: (page, { name, direction, position }) => {
    const event = readEvent(page, direction, position, name);
    return { events: event ? [event] : [], sections: [] };
  },
  ignores: {},
  typeLine: (name) => `- \`type\` (string, required): Enum: '${name}'.`,
  fieldStatement: (name, kinds) => `- \`${name}\` (${kinds.join(' | ')}, optional)`,
  factExamples: {
    'a list of values': "Enum: 'a', 'b'.",
    'a default': 'Default: `a`.',
    'a bound': 'Minimum: `0`. Maximum: `1`.',
    'that it may be null': '(string | null, required)',
    'whether it is required': '(string, required) or (string, optional)',
  },
  tablesAreWords: true,
  strayStatements,
  statementsIn,
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
      'this index lists no event; it needs a list of links to the pages of events under "## Contents" (where events share a page, openai-reference and gfm-tables read it).',
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
  return about(index.file, { direction, event: entry.name }, () => {
    const page = pages.follow(index, entry.link);
    const children = entry.children.flatMap((child) => readEntry(pages, direction, index, child));
    const isGroup = entry.children.length > 0;
    if (!page) return children;
    if (isGroup && !documentsEvent(page)) {
      checkGroupPage(pages, index, page, entry);
      return children;
    }
    if (isGroup)
      report(
        page.file,
        'group-is-event',
        page.tree.children[0],
        `this page documents an event, and ${positionOf(index, entry.item)} lists other events below it; both are read.`,
        [positionOf(index, entry.item)],
      );
    const event = readEvent(page, direction, positionOf(index, entry.item), entry.name);
    return event ? [event, ...children] : children;
  });
}

/** Reads the "Contents" of an index or group page; names that begin with a dot are relative to `parent`. */
function readContents(page: Page, parent = ''): IndexEntry[] {
  return indexSections(page, 'Contents').flatMap(({ blocks }) => {
    const lists = blocks.filter((block) => block.type === 'list');
    const others = blocks.filter((block) => block.type !== 'list');
    for (const block of others)
      aboutEntry(page.file, wordsOf(block), () =>
        reportUnknownBlocks(page, [block], 'the list of an index'),
      );
    reportMisaligned(page, lists, () => true);
    return lists.flatMap((list) => readEntries(page, list, parent));
  });
}

function readEntries(page: Page, list: List, parent: string): IndexEntry[] {
  return list.children.flatMap((item) => {
    const [first, ...rest] = item.children;
    const parts = first?.type === 'paragraph' ? first.children.filter(saysSomething) : [];
    const link = parts.find((part) => part.type === 'link');
    if (!link || parts.length > 1) {
      const sentence =
        'every bullet of an index is one link to a page; anything else about the event, including a flag, belongs on its page.';
      aboutEntry(page.file, wordsOf(link ?? first ?? item), () => {
        if (!reportStruckOut(page, item)) report(page.file, 'bullet-unknown', item, sentence);
      });
    }
    if (!link) return [];
    markStructure(page, [first]);
    reportLinkParts(page, link);
    const label = wordsOf(link);
    const name = label.startsWith('.') ? parent + label : label;
    const children = rest.flatMap((block) => {
      if (block.type === 'list') return readEntries(page, block, name);
      reportUnknownBlocks(page, [block], 'the list of an index');
      return [];
    });
    return [{ name, link, item, children }];
  });
}

/** Whether a page is that of an event: a group page has no properties. */
function documentsEvent(page: Page): boolean {
  return page.tree.children.some(
    (block) => block.type === 'heading' && wordsOf(block) === 'Properties',
  );
}

/** A group page says nothing of its own: its title and its children must be those of the index. */
function checkGroupPage(pages: PageSet, index: Page, page: Page, entry: IndexEntry): void {
  const heading = titleOf(page);
  if (!heading) return;
  markStructure(page, [heading]);
  const title = wordsOf(heading);
  const label = wordsOf(entry.link);
  if (title !== label) {
    report(
      page.file,
      'title-differs',
      heading,
      `the title is "${title}", but ${positionOf(index, entry.item)} lists this page as "${label}".`,
      [positionOf(index, entry.item)],
    );
  }
  const targets = (from: Page, children: IndexEntry[]) =>
    children
      .map((child) => {
        const subject = { ...from.file.data.subject, event: child.name };
        const target = about(from.file, subject, () => pages.follow(from, child.link));
        return `${child.name} (${target?.file.path})`;
      })
      .join(', ');
  const listed = targets(page, readContents(page, entry.name));
  const expected = targets(index, entry.children);
  if (listed !== expected) {
    report(
      page.file,
      'group-differs',
      heading,
      `this group lists ${listed || 'nothing'}, but ${positionOf(index, entry.item)} lists ${expected} below it; make them agree.`,
      [positionOf(index, entry.item)],
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
  const [title, ...sections] = allSections(outline.sections);
  if (!titleOf(page) || !title) return undefined;
  reportUnknownBlocks(page, outline.preamble, 'the part before the title');
  const { text: heading, support, deprecated } = readHeading(page, title);
  const text = heading.replace(/^([`*_]{1,3})(.*)\1$/, '$2');
  markStructure(page, [title.heading]);
  if (text !== name) {
    report(
      file,
      'title-differs',
      title.heading,
      `the title is "${text}", but ${position} lists this page as "${name}".`,
      [position],
    );
  }
  const properties = theSection(page, 'Properties', sections);
  for (const section of sections) {
    const { heading } = section;
    const isKnown = wordsOf(heading) === 'Properties' || section === properties;
    if (isKnown || isExampleTitle(heading)) continue;
    report(
      file,
      'section-unknown',
      heading,
      `an event has no section "${wordsOf(heading)}"; known are ## Properties and ## Example.`,
    );
  }
  if (!properties) return undefined;
  const { url, blocks } = takeUrl(page, title.blocks);
  const { words, rest } = leadingWords(properties.blocks);
  const prose = takeProse(page, [...blocks, ...words]);
  const described = readProse(page, prose);
  reportFactsIn(page, prose);
  const event: DocumentedEvent = {
    name,
    direction,
    position,
    page: positionOf(page, title.heading),
    spans: [spanOf(page, page.tree)],
    support: joinSupport(page, support, described.support) ?? {
      status: 'supported',
      evidence: { position, text: name },
    },
    body: {
      kind: 'object',
      position: positionOf(page, properties.heading),
      fields: readProperties(page, rest),
    },
    examples: sections.flatMap(({ heading, blocks: shown }) => {
      if (!isExampleTitle(heading)) return [];
      markStructure(page, [heading]);
      return readExamples(page, shown, `## ${wordsOf(heading)}`);
    }),
  };
  if (url !== undefined) event.url = url;
  if (described.text !== '') event.description = described.text;
  const said = deprecated ?? described.deprecated;
  if (said) event.deprecated = said;
  return event;
}

function readHeading(page: Page, section: PageSection): Flagged {
  return readFlags(page, inlineText(page, section.heading.children));
}

/** The first heading, which must be of depth 1; reports a page that has none. */
function titleOf(page: Page): Heading | undefined {
  const heading = page.tree.children.find((block) => block.type === 'heading');
  if (heading?.depth === 1) return heading;
  report(
    page.file,
    'title-missing',
    heading,
    'the page must begin with a title, "# " and the name that the index lists.',
  );
  return undefined;
}

/** `Source: …` names the published page, wherever it stands above the fields; the other blocks are the description. */
function takeUrl(page: Page, blocks: RootContent[]): { url?: string; blocks: RootContent[] } {
  const source = blocks.find(
    (block) => block.type === 'paragraph' && /^Source:\s+https?:/.test(wordsOf(block)),
  );
  if (source?.type !== 'paragraph') return { blocks };
  const written = /^Source:\s+(https?:\/\/\S+)$/.exec(wordsOf(source))?.[1];
  // In an address, Markdown leaves the marks of escapes as they are.
  const url = written?.replaceAll(/\\(?=[!-/:-@[-`{-~])/g, '');
  if (url === undefined) {
    const sentence =
      'more than the address of the page is in this paragraph, which is read as words; give "Source: https://…" a paragraph of its own.';
    report(page.file, 'text-dropped', source, sentence);
    return { blocks };
  }
  const other = source.children.find(
    (node) => node.type === 'link' && node.url !== url && node.url !== written,
  );
  if (other) {
    const sentence = 'the words of this link and its target are two addresses; make them one.';
    report(page.file, 'text-dropped', other, sentence);
  }
  markStructure(page, [source]);
  return { url, blocks: blocks.filter((block) => block !== source) };
}

/** Words and bullets of links that stand before the first field, which are about the event, and all that is behind them. */
function leadingWords(blocks: readonly RootContent[]): {
  words: RootContent[];
  rest: RootContent[];
} {
  const start = blocks.findIndex(({ type }) => type === 'list');
  if (start < 0) return { words: [], rest: [...blocks] };
  const isWords = ({ type }: RootContent): boolean => type === 'paragraph' || type === 'blockquote';
  const above = blocks.slice(0, start);
  const [list, ...others] = blocks.slice(start);
  const words = above.filter(isWords);
  const unknown = above.filter((block) => !isWords(block));
  const count = list?.type === 'list' ? list.children.findIndex((item) => !isLinkItem(item)) : 0;
  if (list?.type !== 'list' || count <= 0)
    return { words, rest: [...unknown, ...blocks.slice(start)] };
  return {
    words: [...words, listOf(list, list.children.slice(0, count))],
    rest: [...unknown, listOf(list, list.children.slice(count)), ...others],
  };
}

/** Some items of a list, as one that stands where they do. */
function listOf(list: List, children: ListItem[]): List {
  const [start, end] = [children[0]?.position?.start, children.at(-1)?.position?.end];
  return { ...list, children, ...(start && end && { position: { start, end } }) };
}

/** Whether a bullet is a link, with or without words about it, and nothing else. */
function isLinkItem({ children: [only, ...others] }: ListItem): boolean {
  if (others.length > 0 || only?.type !== 'paragraph') return false;
  return only.children[0]?.type !== 'inlineCode' && only.children.some(hasLink);
}

function hasLink(node: PhrasingContent): boolean {
  return node.type === 'link' || ('children' in node && node.children.some(hasLink));
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
