/** The text of a field, and the facts at its end: ``Enum: 'a', 'b'. Minimum: `0`. Maximum: `1`. Default: `x`.`` */
import type { Paragraph, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Node, Point } from 'unist';
import { report, type RuleId } from '../../diagnostics.ts';
import { inlineText, proseOf, unwrap, type InlineText } from '../../markdown/inline.ts';
import { undressed } from '../../markdown/undressed.ts';
import type {
  Bounds,
  Enumeration,
  Evidence,
  Json,
  Link,
  Literal,
  Position,
  Support,
  Type,
} from '../../model/model.ts';
import { canHold } from '../../model/holds.ts';
import { parseJson, parseNumber, parseUnambiguousJson } from '../../model/json.ts';
import { numberInWords, unheldNumber, unheldSentence } from '../../model/numbers.ts';
import { positionAt } from '../../model/position.ts';
import { markStructure } from '../account.ts';
import { endOf } from '../blocks.ts';
import type { Page } from '../dialect.ts';
import {
  isOneEditAway,
  joinSupport,
  quotedDeprecation,
  readParagraphFlags,
  takeDeprecation,
} from '../flags.ts';
import { reportBlockSigns } from '../prose.ts';
import { bulletSigns, signsIn } from '../stray.ts';

/** The text of a field, and the facts that end its paragraphs. */
export interface Description {
  text: string;
  /** The names of the facts that were read. */
  facts: Set<string>;
  /** The markers that were read, or reported. */
  markers: Marker[];
  support?: Support;
  deprecated?: Evidence;
  values?: Literal | Enumeration;
  default?: { text: string; position: Position };
  bounds?: Bounds;
}

/** A fact at the end of a paragraph: how it is written, and where it goes. */
interface Fact {
  rule: RuleId;
  /** What follows the marker, up to the end of the text. */
  pattern: RegExp;
  form: string;
  /** @param value what the pattern captures  @param rest what stands behind the marker */
  read: (page: Page, value: string, rest: InlineText, into: Description) => void;
}

const quoted = String.raw`'[^']*'|"[^"]*"|\x60[^\x60]*\x60|‘[^’]*’|“[^”]*”`;
const scalar = String.raw`(?:${quoted}|-?\d[\d.]*|true|false)(?:\s+(?:\(deprecated\)|\[DEPRECATED\]))?`;
const bound = new RegExp(String.raw`^(\x60${numberInWords}\x60|${numberInWords})\.$`);
const beginningOf = ({ file }: Page, text: InlineText): Position =>
  positionAt(file.path, text.pointAt(0));

const facts: Record<string, Fact> = {
  Enum: {
    rule: 'enum-malformed',
    pattern: new RegExp(String.raw`^(${scalar}(?:,\s+${scalar})*(?:,\s+…)?)\.$`),
    form: "'a', 'b'. (a list that may grow: 'a', 'b', ….)",
    read: (page, value, rest, into) => {
      reportUnheld(page, 'enum-malformed', value, rest);
      into.values = readValues(page, rest.slice(0, value.length));
    },
  },
  Minimum: {
    rule: 'bound-malformed',
    pattern: bound,
    form: '`0`.',
    read: (page, value, rest, into) => {
      reportUnheld(page, 'bound-malformed', value, rest);
      const position = beginningOf(page, rest);
      into.bounds = { position, ...into.bounds, minimum: numberOf(value) };
    },
  },
  Maximum: {
    rule: 'bound-malformed',
    pattern: bound,
    form: '`1`.',
    read: (page, value, rest, into) => {
      reportUnheld(page, 'bound-malformed', value, rest);
      const position = beginningOf(page, rest);
      into.bounds = { position, ...into.bounds, maximum: numberOf(value) };
    },
  },
  Default: {
    rule: 'default-malformed',
    pattern: new RegExp(String.raw`^(${quoted}|-?\d[\d.]*|true|false|null|none)\.$`, 'i'),
    form: '`a`.',
    read: (page, value, rest, into) => {
      const text = value.replace(/^`([^]*)`$|^[‘“]([^]*)[’”]$/, '$1$2');
      into.default = { text, position: beginningOf(page, rest) };
    },
  },
};

/** Reports a number that would come out as another. */
function reportUnheld(page: Page, rule: RuleId, text: string, place: InlineText): void {
  const number = unheldNumber(text);
  if (number !== undefined) report(page.file, rule, place.pointAt(0), unheldSentence(number));
}

/** A number, in code or not. */
function numberOf(text: string): number {
  return Number(text.replaceAll('`', ''));
}

const factNames = Object.keys(facts).join('|');
/** Its name and its colon may be emphasised. */
const factMarker = new RegExp(
  String.raw`(?<=^|\s)[*_]{0,2}(${factNames})(?::[*_]{0,2}|[*_]{1,2}:)\s*`,
  'g',
);

/**
 * Reads the text of a field. Facts may end any of its paragraphs and the text itself, whatever it ends with, and they
 * may be a bullet or a quote of their own. Anywhere else, they are reported.
 *
 * @param head the paragraph of its bullet  @param first what is words of it
 * @param prose what follows below the bullet
 */
export function readDescription(
  page: Page,
  head: RootContent | undefined,
  first: InlineText,
  prose: readonly RootContent[],
): Description {
  const description: Description = { text: '', facts: new Set(), markers: [] };
  const texts = [readParagraph(page, first, description)];
  const readable = new Set<Node>(prose.flatMap(ownFacts));
  const last = endOf(prose.at(-1));
  if (last) readable.add(last);
  for (const block of prose) {
    const quoted = description.deprecated ?? quotedDeprecation(page, block);
    if (quoted) description.deprecated = quoted;
    if (block.type === 'paragraph')
      texts.push(readParagraph(page, inlineText(page, block.children), description));
    else
      texts.push(
        proseOf(page, [block], (paragraph) => {
          const inline = inlineText(page, paragraph.children);
          return readable.has(paragraph)
            ? readFactsOf(page, inline, description)
            : unwrap(inline.text);
        }),
      );
  }
  if (last?.type === 'tableCell') readFactsOf(page, inlineText(page, last.children), description);
  description.text = texts.filter(Boolean).join('\n\n');
  reportHidden(page, head, prose, description);
  return description;
}

/** The bullets of a list and the paragraphs of a quote that begin with a fact: they are of what the block is about. */
function ownFacts(block: RootContent): Paragraph[] {
  const children =
    block.type === 'list'
      ? block.children.flatMap(({ children: [only] }) => only ?? [])
      : block.type === 'blockquote'
        ? block.children
        : [];
  return children.filter(
    (child): child is Paragraph =>
      child.type === 'paragraph' && toString(child).search(factMarker) === 0,
  );
}

/** The name of a fact in a text, and its line. */
interface Marker {
  name: string;
  line: number;
}

/** A marker of a fact in words without their marks. In a quotation it is one only before what looks like a value. */
const strayMarker = new RegExp(
  String.raw`(?<![\w\x60'"])(?:${factNames}):(?=\s|$)|(?<!\w)(?:${factNames}):\s*(?=['\x60]|-?\d|(?:[Tt]rue|[Ff]alse|null|[Nn]one)\b)`,
  'g',
);
/** In a quotation, of what other programs print. */
const markerInCode = new RegExp(
  String.raw`(?<!\w)(?:${factNames}):\s*(?=['\x60]|(?:-?\d[^\n]*|[Tt]rue|[Ff]alse|null|[Nn]one)\.[\x60 \t]*$)`,
  'gm',
);
/** Values without "Enum:", which may be the other half of a list. */
const valuesAlone = /^(?:(?:or|and|,)\s*)*'[^'\n]*'(?:[\s,]+(?:(?:or|and)\s+)?'[^'\n]*')*[.,;]?$/i;

/** Reports facts in the description of an event, which has none. */
export function reportFactsIn(page: Page, blocks: readonly RootContent[]): void {
  for (const block of blocks) reportStrayFacts(page, block, []);
}

/** Reports what a description hides: fields in the paragraph of its bullet, facts that are not read, half a list. */
function reportHidden(
  page: Page,
  head: RootContent | undefined,
  prose: readonly RootContent[],
  { markers, values }: Description,
): void {
  const unseen = [...markers];
  if (head) {
    const words = undressed(page, head);
    const own = words.pointAt(0);
    const [{ length: marks } = ''] = /^`*/.exec(words.text) ?? [];
    const isOwn = ({ line, column }: Point): boolean =>
      line === own.line && column <= own.column + marks;
    for (const { rule, place, sentence } of signsIn(bulletSigns, words))
      if (!('line' in place) || !isOwn(place)) report(page.file, rule, place, sentence);
    reportBlockSigns(page, head);
    reportStrayFacts(page, head, unseen);
  }
  for (const block of prose) {
    reportStrayFacts(page, block, unseen);
    if (values) reportHalf(page, block);
  }
}

/** @param known the markers that something became of; each is taken out when it is met */
function reportStrayFacts(page: Page, block: RootContent, known: Marker[]): void {
  const words = undressed(page, block);
  const markers = words.text.matchAll(block.type === 'code' ? markerInCode : strayMarker);
  for (const { 0: marker, index } of markers) {
    const point = words.pointAt(index);
    const name = marker.replace(/:\s*$/, '');
    const met = known.findIndex((other) => other.name === name && other.line === point.line);
    if (met >= 0) known.splice(met, 1);
    else reportStrayFact(page, name, point);
  }
  if (block.type === 'paragraph' || block.type === 'code') return;
  for (const { 0: line, index } of words.text.matchAll(/\S.*$/gm))
    reportNearFacts(page, words.slice(index, index + line.length));
}

function reportStrayFact(page: Page, name: string, point: Point): void {
  const fact = facts[name];
  if (!fact) return;
  const sentence = `"${name}:" is not read here; write ${name}: ${fact.form} at the end of a paragraph of the field, without marks.`;
  report(page.file, fact.rule, point, sentence);
}

/** Reports values that stand apart from the list. */
function reportHalf(page: Page, block: RootContent): void {
  const words = undressed(page, block);
  const lines = block.type === 'paragraph' ? /^\S[^]*$/g : /\S.*$/gm;
  for (const { 0: line, index } of words.text.matchAll(lines)) {
    if (!valuesAlone.test(line.trim().replaceAll(/\s+/g, ' '))) continue;
    const sentence = `these values are not part of the list; write all of them behind one "Enum:".`;
    report(page.file, 'enum-malformed', words.pointAt(index), sentence);
  }
}

/** A marker with a typing error in it or behind it, and what follows it: `Enums: 'a'.`, `Enum 'a'.`, `default: 1.`, `Default[^1]: 1.` */
const nearMarker =
  /(?<![\p{L}\p{N}'_-])(\p{L}{3,9})(\s?:|(?=\s)|(?:\[\^[^\]\s]{1,20}\]|<\/?\w[^<>\n]{0,40}>|[^\p{L}\p{N}\s.,;!?'：-]){1,8})\s*(?=['`"‘“\d-]|[Tt]rue\b|[Ff]alse\b|null\b|[Nn]one\b)/gu;

/** Reports what would be a fact, had its marker no typing error. */
function reportNearFacts(page: Page, inline: InlineText): void {
  for (const match of inline.text.matchAll(nearMarker)) {
    const [whole, word = '', colon = ''] = match;
    const isPlain = /^\s?:$/.test(colon);
    const [name, fact] =
      Object.entries(facts).find(([known]) =>
        colon === ''
          ? word === known
          : isPlain
            ? isOneEditAway(word.toLowerCase(), known.toLowerCase())
            : isOneEditAway(word, known),
      ) ?? [];
    const value = inline.text.slice(match.index + whole.length).trimEnd();
    // A marker as it should be, perhaps in marks of Markdown, is read or reported as such.
    const isMarker = word === name && /^\w+:(?:\s|$)/.test(whole.replaceAll(/<[^<>]*>|[*_~]/g, ''));
    if (!name || !fact?.pattern.test(value) || isMarker) continue;
    const sentence = `"${whole.trim()}" is not a marker; write ${name}: ${fact.form}`;
    report(page.file, fact.rule, inline.pointAt(match.index), sentence);
  }
}

/** Takes the facts off the end of a paragraph, adds them to `into` and returns the words that are left. */
function takeFacts(page: Page, paragraph: InlineText, into: Description): InlineText {
  let words = paragraph;
  for (const match of [...paragraph.text.matchAll(factMarker)].toReversed()) {
    const [{ length }, name = ''] = match;
    const fact = facts[name];
    const marker = words.pointAt(match.index);
    into.markers.push({ name, line: marker.line });
    const rest = words.slice(match.index + length);
    const value = fact?.pattern.exec(rest.text.trimEnd())?.[1];
    if (fact && value !== undefined && !into.facts.has(name)) {
      into.facts.add(name);
      markStructure(page, [marker, rest.pointAt(0)]);
      fact.read(page, value, rest, into);
      words = words.slice(0, match.index);
    } else if (fact) {
      const sentence = `"${name}:" must end its paragraph, once in a field, in the form ${name}: ${fact.form}`;
      report(page.file, fact.rule, marker, sentence);
    }
  }
  return words;
}

/** Takes the facts off the end of words that are not a paragraph of their own, and returns the text that is left. */
function readFactsOf(page: Page, words: InlineText, into: Description): string {
  const ending = takeDeprecation(page, words);
  const deprecated = into.deprecated ?? ending.deprecated;
  if (deprecated) into.deprecated = deprecated;
  return unwrap(takeFacts(page, ending.words, into).text);
}

/** Takes facts and flags out of a paragraph, adds them to `into` and returns the text that is left. */
function readParagraph(page: Page, paragraph: InlineText, into: Description): string {
  const ending = takeDeprecation(page, paragraph);
  const words = takeFacts(page, ending.words, into);
  reportNearFacts(page, words);
  const flagged = readParagraphFlags(page, words);
  const deprecated = into.deprecated ?? ending.deprecated ?? flagged.deprecated;
  if (deprecated) into.deprecated = deprecated;
  const support = joinSupport(page, into.support, flagged.support);
  if (support) into.support = support;
  return unwrap(flagged.text);
}

/** A value of a list, in quotes or without, and its mark. */
const entry = new RegExp(
  String.raw`(?:(${quoted})|([^,\s…]+))(?:\s+(\(deprecated\)|\[DEPRECATED\]))?`,
  'g',
);

function readValues(page: Page, list: InlineText): Literal | Enumeration {
  const listed = list.text.matchAll(entry);
  const values = Array.from(listed, ({ 0: whole, 1: text, 2: word = '', 3: mark, index }) => {
    const at = (offset: number): Position => positionAt(page.file.path, list.pointAt(offset));
    return {
      value: text?.slice(1, -1) ?? readScalar(word),
      position: at(index),
      ...(mark !== undefined && {
        deprecated: { position: at(index + whole.length - mark.length), text: mark },
      }),
    };
  });
  const [only] = values;
  const position = only?.position ?? beginningOf(page, list);
  if (list.text.endsWith('…')) return { kind: 'enumeration', position, values, open: true };
  return values.length === 1 && only
    ? { kind: 'literal', ...only }
    : { kind: 'enumeration', position, values };
}

/** A default as the value that it stands for, read by the type of its field: `True` and `None` as Python writes them, too. */
export function readDefault(text: string, type: Type<Link>): Json | undefined {
  switch (type.kind) {
    case 'integer':
    case 'number': {
      const number = parseNumber(text);
      return number !== undefined && canHold(type, number) ? number : undefined;
    }
    case 'boolean':
      return /^true$/i.test(text) ? true : /^false$/i.test(text) ? false : undefined;
    case 'null':
      return /^(?:null|none)$/i.test(text) ? null : undefined;
    case 'string':
      // The text "null" has quotes; without them, it says something of a field that may not be null.
      return text === 'null' ? undefined : withoutQuotes(text);
    case 'literal':
      return [text, withoutQuotes(text)].includes(String(type.value)) ? type.value : undefined;
    case 'enumeration':
      return (
        type.values.find(({ value }) => [text, withoutQuotes(text)].includes(String(value)))
          ?.value ?? (type.open ? withoutQuotes(text) : undefined)
      );
    case 'union': {
      // Any text is a string: the other members are asked first.
      const members = type.members.toSorted(
        (a, b) => Number(a.kind === 'string') - Number(b.kind === 'string'),
      );
      return members
        .map((member) => readDefault(text, member))
        .find((value) => value !== undefined);
    }
    case 'array':
    case 'object':
    case 'map':
    case 'link':
    case 'named':
    case 'open': {
      const value = readJson(text);
      return value !== undefined && canHold(type, value) ? value : undefined;
    }
  }
}

/** A text that is in quotes as well as in code. */
function withoutQuotes(text: string): string {
  return /^(["'])(.+)\1$/.exec(text)?.[2] ?? text;
}

/** A value of "Enum:" without quotes: a number, true or false. */
function readScalar(text: string): string | number | boolean {
  const value = parseJson(text);
  return typeof value === 'number' || typeof value === 'boolean' ? value : text;
}

/** Lists and objects are written as JSON or, as the publisher's generator does, with single quotes. */
function readJson(text: string): Json | undefined {
  return parseUnambiguousJson(text) ?? parseUnambiguousJson(text.replaceAll("'", '"'));
}
