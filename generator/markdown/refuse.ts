/** Pages that would take too long, or too many calls, to read: they are refused, at the place that is too much. */
import type { Nodes, Root } from 'mdast';
import type { Construct, Extension, ParseContext, TokenizeContext } from 'micromark-util-types';
import type { Point } from 'unist';
import { limits } from '../limits.ts';
import type { RuleId } from '../diagnostics.ts';
import { perText } from '../per-text.ts';
import { movedPoint, partsOf, type Part } from './parts.ts';

/** Why a page is refused. */
export interface Refusal {
  type: 'refusal';
  rule: RuleId;
  point: Point;
  sentence: string;
}

/** The characters of pages that are looked at once: more than those of a run. */
const mostRead = 8_000_000;

/** What is too much about the text of a page, as far as it can be told without reading it as Markdown. */
export const refusalOfText = perText((text): Refusal | undefined => {
  for (const part of partsOf(text)) {
    const refusal = refusalOfPart(part);
    if (refusal) return refusal;
  }
  return undefined;
}, mostRead);

/** What is too much about the text of a part of a page. */
export function refusalOfPart({ text, start }: Part): Refusal | undefined {
  if (text.length > limits.page) {
    return {
      type: 'refusal',
      rule: 'page-too-large',
      point: start,
      sentence: `this page has more than ${limits.page} characters in one piece, and is not read; split it.`,
    };
  }
  const deep = deepPlace(text) ?? deepBullet(text);
  if (deep) return tooDeep(movedPoint(deep, start));
  for (const [kind, what, most] of [
    [lineEnds, 'lines', limits.lines],
    [marks, 'marks (ends of lines, bars, stars, brackets and the like)', limits.marks],
    [items, 'list items, rows and definitions', limits.items],
  ] as const) {
    const place = placeAfter(text, kind, most);
    if (place !== undefined)
      return tooMany(movedPoint(pointOf(text, place), start), `${most} ${what}`);
  }
  return undefined;
}

/** What is too much about the tree of a page. Walks without recursion, as the tree may be deep. */
export function refusalOfTree(tree: Root): Refusal | undefined {
  const open: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }];
  let nodes = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, depth } = next;
    const { start, end } = node.position ?? { start: { line: 1, column: 1 } };
    if (depth > limits.nesting) return tooDeep(start);
    if (isText(node) && (end?.offset ?? 0) - (start.offset ?? 0) > limits.paragraph) {
      return tooLong(texts[node.type], start);
    }
    nodes++;
    if (nodes > limits.nodes) return tooMany(start, `${limits.nodes} nodes`);
    // A list and its items are one level.
    if ('children' in node)
      for (const child of node.children.toReversed())
        open.push({ node: child, depth: depth + (child.type === 'listItem' ? 0 : 1) });
  }
  return undefined;
}

/** The nodes of texts, as a message calls them. */
const texts = { paragraph: 'paragraph', heading: 'heading', tableRow: 'row' } as const;

function isText(node: Nodes): node is Extract<Nodes, { type: keyof typeof texts }> {
  return node.type in texts;
}

function tooLong(what: string, point: Point): Refusal {
  return {
    type: 'refusal',
    rule: 'paragraph-too-long',
    point,
    sentence: `this ${what} has more than ${limits.paragraph} characters, and the page is not read; split it.`,
  };
}

function tooTedious(point: Point): Refusal {
  return {
    type: 'refusal',
    rule: 'page-too-large',
    point,
    sentence:
      'up to here the docs have more than can be read in 20 seconds, such as lines, or marks that are never closed, and this page is not read; close or escape such marks, or split the docs.',
  };
}

function tooLazy(point: Point): Refusal {
  return {
    type: 'refusal',
    rule: 'page-too-large',
    point,
    sentence:
      'up to here too many lines go on with a list or a quote without its indentation or mark, and the page is not read; indent them, or split the page.',
  };
}

function tooMany(point: Point, parts: string): Refusal {
  return {
    type: 'refusal',
    rule: 'page-too-large',
    point,
    sentence: `up to here the page has more than ${parts} in one piece, and is not read; split it.`,
  };
}

function tooDeep(point: Point): Refusal {
  return {
    type: 'refusal',
    rule: 'nesting-too-deep',
    point,
    sentence: `more than ${limits.nesting} levels are nested here, and the page is not read; it needs a flatter form.`,
  };
}

/** Markers of lists and block quotes, one behind the other: `> > -`. Each opens a level of its own on the same line. */
const markers = /(?:>|[-+*](?=[ \t\n\r])|\d{1,9}[.)](?=[ \t\n\r]))[ \t]*/y;

/** Where a line opens more levels than any page has; reading them costs the square of their number. */
function deepPlace(text: string): Point | undefined {
  const marker = /[-+*>\d]/g;
  for (let found = marker.exec(text); found; found = marker.exec(text)) {
    let count = 0;
    markers.lastIndex = found.index;
    let end = found.index;
    while (markers.test(text)) {
      end = markers.lastIndex;
      count++;
    }
    if (count > limits.nesting) return pointOf(text, found.index);
    marker.lastIndex = Math.max(end, found.index + 1);
  }
  return undefined;
}

/** Where bullets are further and further in than any page has them; reading them costs the square of their number, too. */
function deepBullet(text: string): Point | undefined {
  const open: number[] = [];
  for (const { 1: { length } = '', index } of text.matchAll(bullets)) {
    while ((open.at(-1) ?? -1) >= length) open.pop();
    open.push(length);
    if (open.length > limits.nesting) return pointOf(text, index + length);
  }
  return undefined;
}

const lineEnds = /\r\n|\n|\r/g;

/**
 * Where a part of a page may begin or end: lines, cells, emphasis, links, tags, and items and quotes, one behind the
 * other on a line. Reading costs more than its due where there are many of them, whether or not they make a part.
 */
const marks = /\r\n|[\n\r|*_~[\]<>]|(?:[-+]|\d[.)])(?=[ \t])/g;

/** Where a line begins what may be a statement of its own: an item that is not just a value, a row, a definition. */
const items = /^[ \t>]*(?:[-*+][ \t](?!`?")|\d{1,9}[.)][ \t]|\||\[)/gm;

/** What values stand between. */
const quotes = /['"`]/g;

/** What may begin an object: a heading, or the items of a list. */
const headings = /^#{1,6}[ \t]/gm;
const bullets = /^([ \t>]*)[-*+][ \t]/gm;

/** How much a page is, as far as it can be told from its text. */
export interface Extent {
  /** What it costs to read it and to make code of it, in milliseconds. */
  cost: number;
  /** Its items, rows and definitions. */
  items: number;
  /** Its quotation marks and marks of code. */
  quotes: number;
}

/** How much a page is; nothing where it is refused anyway. */
export const extentOf = perText(countExtent, mostRead);

function countExtent(text: string): Extent {
  if (refusalOfText(text)) return { cost: 0, items: 0, quotes: 0 };
  const { page, character, mark, item, level, quote } = limits.costs;
  const count = countOf(text, items);
  const levels = countOf(text, headings) + countLevels(text);
  const quoteMarks = countOf(text, quotes);
  return {
    cost:
      page +
      text.length * character +
      countOf(text, marks) * mark +
      count * item +
      levels * level +
      quoteMarks * quote,
    items: count,
    quotes: quoteMarks,
  };
}

/** How often an item is deeper than the one before it. */
function countLevels(text: string): number {
  let levels = 0;
  let last = 0;
  for (const [, { length } = ''] of text.matchAll(bullets)) {
    if (length > last) levels++;
    last = length;
  }
  return levels;
}

function countOf(text: string, kind: RegExp): number {
  return text.match(kind)?.length ?? 0;
}

/** Where a text has something once more than `most` times. */
function placeAfter(text: string, kind: RegExp, most: number): number | undefined {
  // To look at each takes four times as long as to count them.
  if (countOf(text, kind) <= most) return undefined;
  let count = 0;
  for (const { index } of text.matchAll(kind)) if (++count > most) return index;
  return undefined;
}

function pointOf(text: string, offset: number): Point {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1, offset };
}

/** Thrown out of the parser by {@link patchConsume}; `parsePage` catches it. */
export class RefusedText extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.sentence);
    this.refusal = refusal;
  }
}

/** The work of reading. What is left is taken off by every page. */
export interface Work {
  left: number;
  /** How many faults may still be reported; absent: any number. */
  faults?: number;
}

/** As much work as a run over the docs may take. */
export function workOfRun(): Work {
  return { left: limits.work, faults: limits.faults };
}

/**
 * What reading takes, in nanoseconds, as it was measured for pages of one kind of part each. Where a construct does not
 * match, it has taken its steps, tokens and checks all the same, and is not kept.
 */
const weights = {
  /** A character, or a token, of what lines are: items, quotes, headings, rows. */
  lineStep: 225,
  lineToken: 6000,
  step: 52,
  token: 850,
  check: 600,
  /** The beginning or end of a token that matched. */
  kept: 2900,
  /** An event that is looked back at. */
  look: 1,
  /** A node of the tree. */
  node: 23_000,
};

/** What the page that is being parsed may take; pages are parsed one after the other. */
let work: Work = workOfRun();

/** How many tokens of texts the part that is being parsed may still have. */
let tokensLeft: number = limits.tokens;

/** Parses a part of a page, and takes off what is left what that took. */
export function within(budget: Work, parse: () => Root): Root {
  work = budget;
  tokensLeft = limits.tokens;
  const tree = parse();
  if (!spend(weights.node * countNodes(tree)))
    throw new RefusedText(tooTedious({ line: 1, column: 1, offset: 0 }));
  return tree;
}

/** Takes something off what is left. Says whether that much was left. */
function spend(nanoseconds: number): boolean {
  work.left -= nanoseconds;
  return work.left >= 0;
}

function countNodes(tree: Root): number {
  const open: Nodes[] = [tree];
  let nodes = 0;
  for (let node = open.pop(); node; node = open.pop()) {
    nodes++;
    if ('children' in node) for (const child of node.children) open.push(child);
  }
  return nodes;
}

/**
 * A micromark extension that stops the parser, by throwing {@link RefusedText}, in a text that is too long, or where the
 * run has taken too much work: brackets, emphasis and addresses look back over all of their text, and everything that is
 * opened and never closed is looked for up to the end of it.
 *
 * This is a patch: micromark has no limits, and no hook where a text begins. A construct that never matches is tried at
 * every ASCII character at which another may begin, and at the first one of each text it replaces what all constructs of
 * the text share: `effects.consume`, `effects.enter` and `effects.check`. The same is done for what lines are.
 */
export function patchConsume(): Extension {
  /** What is kept of each tokenizer so far. */
  const patched = new WeakMap<object, { kept: number }>();
  const countKept = (of: { kept: number }, { events }: TokenizeContext): void => {
    if (events.length > of.kept) spend(weights.kept * (events.length - of.kept));
    of.kept = Math.max(of.kept, events.length);
  };
  const ofText: Construct = {
    name: 'patchText',
    previous() {
      const known = patched.get(this);
      if (known) countKept(known, this);
      spend(weights.look * this.events.length);
      return !known;
    },
    /** The first time in each text, makes its tokenizer count what it consumes. */
    tokenize(effects, _, nok) {
      if (patched.has(this)) return nok;
      patched.set(this, { kept: this.events.length });
      const start = this.now();
      let steps = 0;
      const { check, consume, enter } = effects;
      effects.check = (...constructs) => {
        spend(weights.check);
        return check(...constructs);
      };
      effects.enter = (type, fields) => {
        spend(weights.token);
        if (--tokensLeft < 0) throw new RefusedText(tooMany(start, `${limits.tokens} tokens`));
        return enter(type, fields);
      };
      effects.consume = (code) => {
        steps++;
        if (!spend(weights.step)) throw new RefusedText(tooTedious(start));
        if (steps % 1000 === 0 && this.now().offset - start.offset > limits.paragraph)
          throw new RefusedText(tooLong('text', start));
        consume(code);
      };
      return nok;
    },
  };
  const ofLines: Construct = {
    name: 'patchLines',
    tokenize(effects, _, nok) {
      const known = patched.get(effects);
      if (known) {
        countKept(known, this);
        return nok;
      }
      patched.set(effects, { kept: this.events.length });
      const { consume, enter } = effects;
      effects.enter = (type, fields) => {
        spend(weights.lineToken);
        return enter(type, fields);
      };
      effects.consume = (code) => {
        if (!spend(weights.lineStep)) throw new RefusedText(tooTedious(this.now()));
        consume(code);
      };
      return nok;
    },
  };
  return { text: atAscii(ofText), document: atAscii(ofLines), flow: atAscii(ofLines) };
}

function atAscii(construct: Construct): Record<number, Construct> {
  return Object.fromEntries(Array.from({ length: 128 }, (_, code) => [code, construct]));
}

/**
 * A micromark extension that stops the parser, by throwing {@link RefusedText}, on a page with too many lines that go on
 * with a list or a quote without its mark: at each of them, micromark looks back over all lines since a list or quote
 * began or ended.
 *
 * Its constructs never match; micromark tries them at the beginning of each line.
 */
export function countLazyLines(): Extension {
  const known = new WeakMap<ParseContext, { line: number; start: number; looks: number }>();
  // By their lists of events: the tokenizer itself comes in several guises.
  const begun = new WeakSet<TokenizeContext['events']>();
  const seenOf = (parser: ParseContext) => {
    const seen = known.get(parser) ?? { line: 0, start: 1, looks: 0 };
    known.set(parser, seen);
    return seen;
  };
  const count: Construct = {
    name: 'countLazyLines',
    tokenize(_effects, _ok, nok) {
      const seen = seenOf(this.parser);
      const { line, column, offset } = this.now();
      for (; seen.line < line; seen.line++)
        if (this.parser.lazy[seen.line]) seen.looks += Math.max(0, line - seen.start);
      if (seen.looks > limits.lazyLines) throw new RefusedText(tooLazy({ line, column, offset }));
      return nok;
    },
  };
  const begin: Construct = {
    name: 'beginFlow',
    tokenize(_effects, _ok, nok) {
      if (!begun.has(this.events)) seenOf(this.parser).start = this.now().line;
      begun.add(this.events);
      return nok;
    },
  };
  return { document: atAscii(count), flow: atAscii(begin) };
}
