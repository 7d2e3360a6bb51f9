/** What the blocks of a component are: a table, a list of values, a union, examples, words. */
import type { Link as LinkElement, List, ListItem, Paragraph, RootContent, Table } from 'mdast';
import { report } from '../../diagnostics.ts';
import { isComment, sourceOf, unwrap, wordsOf } from '../../markdown/inline.ts';
import { undressed } from '../../markdown/undressed.ts';
import type { Enumeration, Section } from '../../model/model.ts';
import type { Page } from '../dialect.ts';
import { isParagraph, type Part } from './reference.ts';
import { isTable, kindOfTable } from './tables.ts';
import { codeOfItem, isCode, valuesOf } from './value-lists.ts';

/** `**Allowed Values:**` */
const valuesLabel = /^(?:allowed|possible|supported) values:$/i;
/** What ends the words above the members of a union. */
const unionWords =
  /(?:\bcan be(?: one of(?: the following)?)?:|\bone of the following:|\bdiscriminated union\b[^.:]*[.:])$/i;

/** A line that says that a union follows, and nothing else. */
export const unionLabel =
  /^(?:this can be(?: one of the following)?|this is a (?:discriminated )?union[^.:]*):$/i;

/** The blocks of a part by what they are. */
export interface Content {
  tables: Table[];
  /** The paragraph above the values, and the values. */
  values: { label: RootContent; list: List } | undefined;
  /** The paragraph above the members, and the members where they are bullets. */
  union: { words: RootContent; list: List | undefined } | undefined;
  examples: RootContent[];
  words: RootContent[];
}

/** Sorts the blocks of a part. */
export function contentOf(part: Pick<Part, 'blocks'>): Content {
  const blocks = part.blocks.filter((block) => !isComment(block));
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
export function valuesOfPart(part: Part): Enumeration['values'] | undefined {
  const { values, tables } = contentOf(part);
  if (values) return valuesOf(part.page, values.list.children.flatMap(codeOfItem));
  const table = tables.find((one) => kindOfTable(part.page, one) === 'values');
  const cells = table?.children.slice(1).map(({ children: [cell] }) => cell?.children[0]);
  return cells && valuesOf(part.page, cells.filter(isCode));
}

/** Reports bullets that look like the values of a type, or the members of a union, of which nothing says that they are. */
export function reportUnlabelled(page: Page, { title }: Part, words: readonly RootContent[]): void {
  const list = words.find(isListOfAlternatives);
  if (!list) return;
  const sentence = `these bullets look like the values of "${title}", or the members of a union, but are read as words, and the type stays open; write "**Allowed Values:**" or "This can be:" right above them.`;
  report(page.file, 'fact-in-words', list, sentence);
}

/** Reports a type of which nothing that is read says what it is. */
export function reportOpen(page: Page, part: Part, words: readonly RootContent[]): void {
  const { title, heading, blocks } = part;
  if (words.some(isListOfAlternatives)) {
    reportUnlabelled(page, part, words);
    return;
  }
  const label = words.find((one) => isParagraph(one) && valuesLabel.test(unwrap(wordsOf(one))));
  if (label) {
    const sentence = `below this line, the values of "${title}" are not read, and the type stays open; write them right below as a list, with a bullet for each: - \`value\`.`;
    report(page.file, 'enum-without-values', label, sentence);
    return;
  }
  const what = blocks.length === 0 ? 'nothing stands' : 'no table, values or union stand';
  const sentence = `${what} below this heading, so that "${title}" stays open; write its table or its values here, and headings within it one level deeper.`;
  report(page.file, 'reference-dead', heading, sentence);
}

/** Reports what looks like more values, or members, behind the list of them, and is part of none: a line between ends one. */
export function reportApart(
  page: Page,
  { title }: Part,
  { values, union, words, examples }: Omit<Content, 'tables'>,
): void {
  const start = (values?.label ?? union?.words)?.position?.start.offset ?? 0;
  for (const block of [...words, ...examples]) {
    const isBehind = (block.position?.start.offset ?? 0) > start;
    const isLikeOne =
      valueLine.test(undressed(page, block).text) ||
      memberLine.test(sourceOf(page, block)) ||
      isListOfAlternatives(block);
    if (!isBehind || !isLikeOne) continue;
    const sentence = `this looks like more of what "${title}" can be, but is not part of its list, and is read as words; make one list of all, with the same mark before each.`;
    report(page.file, 'fact-in-words', block, sentence);
  }
}

/** Reports values below a heading that parts them from their list. */
export function reportBelow(part: Part, read: ReadonlyMap<Part, Section>): void {
  const { values, union } = contentOf(part);
  if (!values && !union) return;
  for (const below of part.parts.filter((one) => !read.has(one)))
    reportApart(below.page, part, { values, union, words: below.blocks, examples: [] });
}

/** A line that begins with a value, or is nothing else. */
const valueLine = /^\s*(?:[-*+] )?`[^`\n]+`\s*(?:[-–—:]\s|$)/m;

/** A line that is a link to a section, whatever begins it, and perhaps words behind a dash. */
const memberLine =
  /^(?:[\s>*+•·:–-]|\[\^[^\]\n]+\]:|<[^<>\n]+>)*(?:(?:An?|The)\s+)?\[[^\]\n]+\]\(#[^)\s]+\)(?:\s+objects?)?\s*(?:[-–—:]\s|<|$)/im;

function isListOfAlternatives(block: RootContent): boolean {
  return block.type === 'list' && block.children.every(isAlternative);
}

/** A bullet that begins with a value, or with a link to a section. */
function isAlternative(item: ListItem): boolean {
  const link = item.children[0]?.type === 'paragraph' ? linkIn(item.children[0]) : undefined;
  return isMember(item) && (link === undefined || link.url.startsWith('#'));
}

/** The first link of a paragraph. */
export function linkIn({ children }: Paragraph): LinkElement | undefined {
  return children.find((child) => child.type === 'link');
}
