/**
 * What the pages of a run say word for word more than once, which is parsed once. A reference may write out the same object wherever
 * it may stand: more than half of the lines of OpenAI's pages repeat others, and to parse a line costs twenty times as much as
 * to copy what was made of it.
 */
import type { ListItem, Nodes, Root } from 'mdast';
import type { Point } from 'unist';

/** A page without what it repeats. */
export interface Shortened {
  text: string;
  /** A place in the shorter text as one of the page. */
  placeOf: (point: Point) => Point;
  /** The tree of the page, from that of the shorter text; absent where what was left out may be read otherwise. */
  completed: (tree: Root) => Root | undefined;
  /** Keeps what the page has for the first time, from its tree, which nobody may change any more. */
  remember: (tree: Root) => void;
}

/** What stood on pages before, by its text. */
export type KnownContents = Map<string, Original>;

interface Line {
  text: string;
  /** How many lines and characters stand before it. */
  number: number;
  offset: number;
  /** How many blanks it begins with; absent where there is nothing else. */
  indent: number | undefined;
}

/** The lines of an item of a list that stand below its first one, between empty lines. */
interface Content {
  item: Line;
  first: Line;
  last: Line;
  /** With the empty lines around it, and without the indentation that all of it has. */
  text: string;
}

/** A content that was parsed, and its item. */
export interface Original extends Content {
  node: ListItem;
}

/** A content, and the one above it, or on a page before, that is the same. */
interface Repeat {
  content: Content;
  original: Content | Original;
}

/** Definitions hold for a whole page; YFM tables and front matter are not made of lines; tabs are as wide as it takes. */
const unsuited = /^---|\]:|^ *(?:#\||\|#|\|\|)|\t/m;

/**
 * The first line of an item that begins with words, and with no list or quote that what is below may go on with. What is
 * deeper is seldom long, and would be looked at with each item around it.
 */
const bullet = /^ {0,16}[-*+] (?![>\d]|[-*+]\s)(?=\S)/;

/** What may go on beyond an empty line: code between fences, comments and their like. */
const opening = /^[ >*+\-\d.)]*(?:`{3}|~{3}|<)/;

/** A page without the contents that are known, or stand on it before. */
export function withoutRepeats(page: string, known: KnownContents = new Map()): Shortened {
  const lines = unsuited.test(page) ? [] : linesOf(page);
  const { originals, repeats } = contentsOf(lines, known);
  const remember = (tree: Root): void => {
    const items = itemsOf(tree);
    for (const content of originals) {
      const node = items.get(placeOfItem(content));
      if (node) known.set(content.text, { ...content, node });
    }
  };
  if (repeats.length === 0)
    return { text: page, placeOf: (point) => point, completed: (tree) => tree, remember };
  const kept = linesWithout(lines, repeats);
  const placeAt: PlaceAt = (line, column) => {
    const { offset } = lines[line - 1] ?? { offset: 0 };
    return { line, column, offset: offset + column - 1 };
  };
  const placeOf = ({ line, column }: Point) => placeAt((kept[line - 1]?.number ?? 0) + 1, column);
  return {
    text: kept.map(({ text }) => text).join(''),
    placeOf,
    completed(short) {
      const tree = moved(short, placeOf);
      const items = itemsOf(tree);
      const isComplete = repeats.every((repeat) => putBack(repeat, items, placeAt));
      return isComplete ? tree : undefined;
    },
    remember,
  };
}

/** A place of a page by its line and column. */
type PlaceAt = (line: number, column: number) => Point;

/** The lines of a page, with one line instead of each content that is repeated. */
function linesWithout(lines: readonly Line[], repeats: readonly Repeat[]): Line[] {
  const kept: Line[] = [];
  let next = 0;
  for (const { content } of repeats) {
    kept.push(...lines.slice(next, content.first.number), standIn(content));
    next = content.last.number + 1;
  }
  return [...kept, ...lines.slice(next)];
}

/** A paragraph that stands for a content, and ends where it ends. */
function standIn({ first: { indent = 0 }, last }: Content): Line {
  const words = last.text.slice(indent).replaceAll(/[^\r\n]/g, 'x');
  return { ...last, text: last.text.slice(0, indent) + words };
}

/** Puts a copy of what is repeated in place of the paragraph that stands for it, if it is there. */
function putBack(
  { content, original }: Repeat,
  items: ReadonlyMap<string, ListItem>,
  placeAt: PlaceAt,
): boolean {
  const into = items.get(placeOfItem(content));
  const from = 'node' in original ? original.node : items.get(placeOfItem(original));
  const lineOf = ({ position }: Nodes) => (position?.start.line ?? 0) - 1;
  const at = into?.children.findIndex(
    (child) => child.type === 'paragraph' && lineOf(child) === content.last.number,
  );
  if (!into || !from || at === undefined || at < 0) return false;
  const { first, last } = original;
  const nodes = from.children.filter(
    (child) => lineOf(child) >= first.number && lineOf(child) <= last.number,
  );
  const down = content.first.number - first.number;
  const right = (content.first.indent ?? 0) - (first.indent ?? 0);
  // What ends with a line ends at the beginning of the next, whatever that is indented by.
  const placeOf = ({ line, column }: Point) =>
    placeAt(line + down, column === 1 ? column : column + right);
  into.children.splice(at, 1, ...nodes.map((node) => moved(node, placeOf)));
  return true;
}

function placeOfItem({ item: { number, indent = 0 } }: Content): string {
  return `${number + 1}:${indent + 1}`;
}

/** The items of all lists by where they begin. */
function itemsOf(tree: Root): Map<string, ListItem> {
  const items = new Map<string, ListItem>();
  const todo: Nodes[] = [tree];
  for (let node = todo.pop(); node; node = todo.pop()) {
    if (node.type === 'listItem' && node.position)
      items.set(`${node.position.start.line}:${node.position.start.column}`, node);
    // No words hold a list.
    if ('children' in node && node.type !== 'paragraph') todo.push(...node.children);
  }
  return items;
}

/** A copy whose places are others. */
function moved<Node extends Nodes>(node: Node, placeOf: (point: Point) => Point): Node {
  const { position } = node;
  return {
    ...node,
    ...(position && {
      position: { start: placeOf(position.start), end: placeOf(position.end) },
    }),
    ...('children' in node && { children: node.children.map((child) => moved(child, placeOf)) }),
  };
}

function linesOf(page: string): Line[] {
  return Array.from(page.matchAll(/[^\r\n]*(?:\r\n|[\r\n]|$)/g), ({ 0: text, index }, number) => {
    const indent = text.search(/[^ \r\n]/);
    return { text, number, offset: index, indent: indent < 0 ? undefined : indent };
  });
}

/** The contents of a page that are new, and those that are not, but for what is in one of these. */
function contentsOf(
  lines: readonly Line[],
  known: KnownContents,
): { originals: Content[]; repeats: Repeat[] } {
  const originals = new Map<string, Content>();
  const repeats: Repeat[] = [];
  let next = 0;
  for (const item of lines) {
    const content = item.number < next ? undefined : contentOf(item, lines);
    if (!content) continue;
    const original = known.get(content.text) ?? originals.get(content.text);
    if (original) {
      repeats.push({ content, original });
      next = content.last.number + 1;
    } else originals.set(content.text, content);
  }
  return { originals: [...originals.values()], repeats };
}

/** The content of an item, where it has more than one line, and nothing in it may go on behind it. */
function contentOf(item: Line, lines: readonly Line[]): Content | undefined {
  if (!bullet.test(item.text) || opening.test(item.text)) return undefined;
  const indent = (item.indent ?? 0) + 2;
  const isBelow = (line: Line | undefined) => line && (line.indent ?? indent) >= indent;
  let end = item.number + 1;
  while (isBelow(lines[end])) end++;
  const below = lines.slice(item.number + 1, end);
  const filled = below.filter((line) => line.indent !== undefined);
  const [first, last] = [filled[0], filled.at(-1)];
  if (!first || !last || first === last || first.indent !== indent) return undefined;
  // At the end of a page, and where words go on without being indented, it ends otherwise.
  const isBetweenEmptyLines = first !== below[0] && last !== below.at(-1) && end < lines.length;
  if (!isBetweenEmptyLines || filled.some(({ text }) => opening.test(text))) return undefined;
  const text = below.map((line) => line.text.slice(line.indent && indent)).join('');
  return /[ \t]$/m.test(text) ? undefined : { item, first, last, text };
}
