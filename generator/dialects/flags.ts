/**
 * The flags in which pages say what is supported: a closed table. A flag with a typing error is understood and
 * reported; one that the table does not have is an error, so that it never passes for "supported".
 */
import type { RootContent } from 'mdast';
import type { Point } from 'unist';
import { report } from '../diagnostics.ts';
import { inlineText, type InlineText } from '../markdown/inline.ts';
import { positionAt } from '../model/position.ts';
import { deprecationIn, deprecationMark } from '../model/deprecation.ts';
import type { Evidence, Support } from '../model/model.ts';
import type { Page } from './dialect.ts';

/** What a flag means. `none`: it says nothing of support. */
type Meaning = 'unsupported' | 'partial' | 'deprecated' | 'none';

interface Flag {
  text: string;
  meaning: Meaning;
}

const flags: readonly Flag[] = [
  { text: 'CURRENTLY NOT SUPPORTED', meaning: 'unsupported' },
  { text: 'NOT SUPPORTED', meaning: 'unsupported' },
  { text: 'CURRENTLY PARTIALLY SUPPORTED', meaning: 'partial' },
  { text: 'PARTIALLY SUPPORTED', meaning: 'partial' },
  { text: 'DEPRECATED', meaning: 'deprecated' },
  { text: 'VERIFIED', meaning: 'none' },
];

/** A bracketed text with what marks it up: quotes, emphasis, code, the rest of a link. Bounded, so that it stays linear. */
const bracketed =
  /(?:['"*_~`[]|<(?:b|strong|em|i|u)>){0,4}\[([^[\]]*)\](?:['"*_~`\]]|<\/(?:b|strong|em|i|u)>){0,4}(?:\[[^[\]]*\]|\([^()\s]*\))?/g;
/** What ends a link: its address, or the name of one. */
const linkEnd = /\)$|\]\[[^[\]]+\]$/;
/**
 * Two capitals at least and no small letter: `[A]` is a footnote mark, `[0.6, 1.2]` a range. Scripts without capitals
 * are words of a text.
 */
const capitals = /^(?=.*\p{Lu}.*\p{Lu})[^\p{Ll}\p{Lo}]*$/su;

/** Text without its flags, and the support that they state. */
export interface Flagged {
  text: string;
  support?: Support;
  /** The words that call it deprecated. */
  deprecated?: Evidence;
}

/**
 * Takes the flags out of a text.
 *
 * @param isSentence whether a flag counts only where it stands alone, at the beginning or the end: in a sentence it may
 * mean anything
 * @returns the text without flags, trimmed; `support` and `deprecated` when a flag says something of them
 */
export function readFlags(page: Page, { text, pointAt }: InlineText, isSentence = false): Flagged {
  let support: Support | undefined;
  let deprecated: Evidence | undefined;
  const rest = text.replaceAll(bracketed, (match: string, inner: string, offset: number) => {
    const point = pointAt(offset);
    const meaning = flagOf(inner)?.meaning;
    if (isSentence && meaning && !standsAlone(text, offset, offset + match.length)) {
      const evidence = { position: positionAt(page.file.path, point), text: match };
      if (meaning !== 'none') reportMisplaced(page, { evidence }, ', within a sentence');
      return match;
    }
    // A link in capitals is a link, and code is a quotation, unless their words are a flag.
    const found = readFlag(page, inner, point, !linkEnd.test(match) && !isInCode(text, offset));
    if (!found) return match;
    const evidence = { position: positionAt(page.file.path, point), text: match };
    const stated = supportOf(found, match, evidence.position);
    if ((stated ?? found === 'deprecated') && match.includes('~~')) {
      reportMisplaced(page, { evidence }, ': it is struck out');
      return match;
    }
    if (found === 'deprecated') deprecated ??= evidence;
    support = joinSupport(page, support, stated);
    return '';
  });
  const flagged: Flagged = { text: rest.replaceAll(/[ \t]{2,}(?![ \t]*\n)/g, ' ').trim() };
  if (support) flagged.support = support;
  if (deprecated) flagged.deprecated = deprecated;
  return flagged;
}

/** Whether a place of a text is within a code span. */
function isInCode(text: string, offset: number): boolean {
  return Array.from(text.matchAll(/(?<!`)(`+)(?!`)[^]*?(?<!`)\1(?!`)/g)).some(
    ({ 0: span, index }) => index <= offset && offset < index + span.length,
  );
}

/** Takes the flags out of a paragraph, which may as a whole be one without brackets. */
export function readParagraphFlags(page: Page, paragraph: InlineText): Flagged {
  const { words: unmarked, deprecated: marked } = takeDeprecation(page, paragraph);
  const { words, support: sentence } = takeFlagSentence(page, unmarked);
  const { text, support, deprecated } = readFlags(page, words, true);
  // What is left in brackets is reported already, or is not a flag.
  const start = Math.max(0, paragraph.text.search(/\S/));
  const bare = text.includes('[') ? undefined : readBareFlag(page, text, paragraph.pointAt(start));
  if (!bare) reportFlagsWithoutBrackets(page, words);
  const joined = joinSupport(page, joinSupport(page, sentence, support), bare);
  const whole = bareDeprecation(page, words);
  const said = marked ?? deprecated ?? whole ?? deprecationOf(page, words);
  return {
    text: bare || whole ? '' : text,
    ...(joined && { support: joined }),
    ...(said && { deprecated: said }),
  };
}

/** Takes the mark off the end of a text that calls something deprecated and says nothing else. */
export function takeDeprecation(
  page: Page,
  text: InlineText,
): { words: InlineText; deprecated?: Evidence } {
  const found = deprecationMark(text.text);
  if (!found) return { words: text };
  const position = positionAt(page.file.path, text.pointAt(found.index));
  return {
    words: text.slice(0, found.index),
    deprecated: { position, text: found.words },
  };
}

const flagWords = String.raw`((?:CURRENTLY )?(?:NOT|PARTIALLY) SUPPORTED(?: (?:BY|FOR|IN|ON|WITH) \p{Lu}[\p{Lu}\d -]*)?)`;
const firstSentence = new RegExp(String.raw`^\s*${flagWords}\.(?=\s+\S)`, 'u');
const lastSentence = new RegExp(String.raw`(?<=[.!?]\s{1,80})${flagWords}\.?\s*$`, 'u');

/** Takes a flag without brackets off a text of which it is the first sentence, or the last. */
function takeFlagSentence(page: Page, text: InlineText): { words: InlineText; support?: Support } {
  const first = firstSentence.exec(text.text);
  const found = first ?? lastSentence.exec(text.text);
  const [whole = '', flag = ''] = found ?? [];
  if (!found) return { words: text };
  const words = first ? text.slice(whole.length) : text.slice(0, found.index);
  const point = text.pointAt(found.index + whole.indexOf(flag));
  const support = readBareFlag(page, flag, point);
  return { words, ...(support && { support }) };
}

/** The words of a text that call what it describes deprecated. */
function deprecationOf(page: Page, { text, pointAt }: InlineText): Evidence | undefined {
  const found = deprecationIn(text);
  return found && { position: positionAt(page.file.path, pointAt(found.index)), text: found.words };
}

/** The words of a quote, or a note, that call what it is about deprecated. */
export function quotedDeprecation(page: Page, block: RootContent): Evidence | undefined {
  if (block.type !== 'blockquote') return undefined;
  for (const child of block.children) {
    const found =
      child.type === 'paragraph'
        ? deprecationOf(page, withoutAlert(inlineText(page, child.children)))
        : quotedDeprecation(page, child);
    if (found) return found;
  }
  return undefined;
}

/** A text without the mark of an alert that it may begin with, `[!WARNING]`. */
function withoutAlert(text: InlineText): InlineText {
  const [{ length } = ''] = /^\[![A-Z]+\]\s*/.exec(text.text) ?? [];
  return text.slice(length);
}

/** A text that is the flag and nothing else, without its brackets. */
function bareDeprecation(page: Page, { text, pointAt }: InlineText): Evidence | undefined {
  if (!/^\s*DEPRECATED\.?\s*$/.test(text)) return undefined;
  const position = positionAt(page.file.path, pointAt(text.search(/\S/)));
  return { position, text: text.trim() };
}

/** The words of a flag that says something of support, in capitals and without brackets. */
const withoutBrackets =
  /(?<![\p{L}\p{N}_])(?:(?<!\[[^[\]]{0,80})|(?![^[\]]{0,200}\]))(?:CURRENTLY\s+)?(?:NOT|PARTIALLY)\s+SUPPORTED(?![\p{L}\p{N}_])/gu;

function flagsWithoutBrackets(text: string): RegExpExecArray[] {
  // Most texts have none, and to look behind each character takes long.
  return text.includes('SUPPORTED') ? [...text.matchAll(withoutBrackets)] : [];
}

function reportFlagsWithoutBrackets(page: Page, { text, pointAt }: InlineText): void {
  for (const { 0: words, index } of flagsWithoutBrackets(text)) {
    const support = supportOf('unsupported', words, positionAt(page.file.path, pointAt(index)));
    if (support) reportMisplaced(page, support, ', among other words and without brackets');
  }
}

/** What ends a sentence, and what may stand behind it. */
const sentenceEnd = /[.!?:;…。][)\]"'»”’*_`]*$/u;
/** Words that turn a flag at the end of their sentence into its opposite. */
const denial =
  /\b(?:not?|never|nor|\w+n['’]t|longer|until|unless|if|when|was|were|formerly|previously|instead|used|stopped|stops|ceased|ceases|hardly|scarcely|barely|removed|lifted|dropped|ended|gone|past|once|had|before|earlier|except|excluding|far|without|fixed|resolved)\b/i;

/** What goes on with the flag at the beginning of its sentence. */
const continuation =
  /^(?:[,;(?\d]|(?:[-–—:]\s*)?(?:no|gone|removed|lifted|dropped|ended|resolved|fixed|over|and|any|any\s?more|as|at|before|but|by|except|for|from|if|in|is|nor|of|on|only|or|since|than|till?|to|unless|until|was|when|where|while|with|without|yet)\b)/;

/** Whether a flag stands at the beginning or the end of a text, and is not part of a sentence there. */
function standsAlone(text: string, start: number, end: number): boolean {
  const before = text.slice(0, start).replaceAll(bracketed, '').trim();
  const behind = text.slice(end).replaceAll(bracketed, '').trim();
  if (before === '') return !continuation.test(behind);
  if (behind !== '' && behind !== '.') return false;
  const sentence = before.split(/[.!?;](?=\s)/).at(-1) ?? '';
  return (sentenceEnd.test(before) && !before.endsWith(':')) || !denial.test(sentence);
}

/** The flags in words that say something, wherever they stand. */
export function flagsIn({ text }: InlineText): { words: string; index: number }[] {
  const candidates = [
    ...Array.from(text.matchAll(bracketed), ({ 1: inner = '', index }) => ({ inner, index })),
    ...flagsWithoutBrackets(text).map(({ 0: inner, index }) => ({ inner, index })),
    ...Array.from(text.matchAll(/\S.*$/gm), ({ 0: inner, index }) => ({ inner, index })).filter(
      ({ inner }) => capitals.test(inner) && !inner.includes('['),
    ),
  ];
  const seen = new Set<number>();
  return candidates.flatMap(({ inner, index }) => {
    const words = inner.trim().replace(/\.$/, '');
    const says = (flagOf(words)?.meaning ?? 'none') !== 'none' && !seen.has(index);
    seen.add(index);
    return says ? [{ words: `[${words}]`, index }] : [];
  });
}

/** Reports flags in words that nobody asks what they say of support. */
export function reportMisplacedFlag(page: Page, words: InlineText): void {
  for (const { words: text, index } of flagsIn(words)) {
    const position = positionAt(page.file.path, words.pointAt(index));
    reportMisplaced(page, { evidence: { position, text } });
  }
}

/** Reports a flag that says something where the model has no place for it. */
export function reportMisplaced(page: Page, { evidence }: { evidence: Evidence }, why = ''): void {
  report(
    page.file,
    'flag-misplaced',
    evidence.position,
    `${evidence.text} has no effect here${why}; move it to a paragraph of the event or field that it is about.`,
  );
}

/** What two flags of one thing say: the first one counts, and one that says something else is reported. */
export function joinSupport(
  page: Page,
  first: Support | undefined,
  second: Support | undefined,
): Support | undefined {
  if (!first || !second) return first ?? second;
  if (first.status === second.status) return first;
  report(
    page.file,
    'flag-differs',
    second.evidence.position,
    `${second.evidence.text} contradicts ${first.evidence.text} at ${first.evidence.position}; remove one of the two.`,
    [first.evidence.position],
  );
  return first;
}

/** Reads a whole text that may be a flag without brackets, such as a paragraph of capitals. */
export function readBareFlag(page: Page, paragraph: string, point: Point): Support | undefined {
  const text = paragraph.trim().replace(/\.$/, '');
  if (!capitals.test(text)) return undefined;
  const entry = flagOf(text);
  if (!entry) {
    // Words that are a flag, or call it deprecated, are told, or read, as such.
    const isKnown = flagsWithoutBrackets(text).length > 0 || deprecationIn(text) !== undefined;
    const isOne =
      /SUPPORT|DEPRECAT|OBSOLETE|REMOVED/.test(text) || (/\s/.test(text) && !isName(text));
    if (!isKnown && isOne) reportUnknown(page, text, point);
    return undefined;
  }
  if (entry.text !== normalize(text)) reportNearMiss(page, text, entry.text, point);
  return supportOf(entry.meaning, text, positionAt(page.file.path, point));
}

/** `A URL`, `ISO 8601`, `MP3, WAV`: the name of something, with an article or a number. */
function isName(text: string): boolean {
  return /^(?:AN? \S+|[\p{L}\d-]*\d[\p{L}\d-]*,? \S+|\S+ \d[\d.-]*)$/u.test(text);
}

/** `[RFC 6716]`: a standard, not a flag. */
const citation =
  /^\s*(?:BCP|ECMA|IEC|IEEE|ISO|ITU(?:-T)?|RFC|STD|W3C)[\s/-]?[\p{Lu}\d./: -]*\d\s*$/u;

/** `not yet supported`: a flag in small letters that is none of ours. */
const saysSupported =
  /^\s*(?:(?:[a-z]+\s+)?(?:not|never|no longer|partly|partially)(?:\s+[a-z]+){0,2}\s+|(?:[a-z]+\s+)?un)supported(?:\s+(?:yet|now|here|currently|any\s?more|at present|for now))?\s*(?:(?:[,;:.(–—-]|\b(?:as|by|for|from|in|on|since|until|with)\b).*)?$|^\s*supported\s+(?:in part|not|only|partially|partly|soon)\b/i;

/** A flag in capitals among other words: `NOT SUPPORTED, see below`. */
const holdsFlag =
  /(?<![\p{L}\p{N}_])(?:(?:NOT|PARTIALLY)\s+SUPPORTED|UNSUPPORTED)(?![\p{L}\p{N}_])/u;

function readFlag(
  page: Page,
  inner: string,
  point: Point,
  mustBeKnown: boolean,
): Meaning | undefined {
  const entry = flagOf(inner);
  if (entry) {
    if (inner.trim().replaceAll(/\s+/g, ' ') !== entry.text)
      reportNearMiss(page, `[${inner}]`, entry.text, point);
    return entry.meaning;
  }
  if (citation.test(inner)) return undefined;
  if (mustBeKnown && (capitals.test(inner) || saysSupported.test(inner) || holdsFlag.test(inner))) {
    reportUnknown(page, `[${inner}]`, point);
  }
  return undefined;
}

/** "Not supported" with what it is not supported by, for, in: some support is left. */
const limited = /^(?:CURRENTLY )?NOT SUPPORTED (?:BY|FOR|IN|ON|WITH) \S/;

/** The flag that a text is, or misspells. */
function flagOf(words: string): Flag | undefined {
  const text = normalize(words);
  if (limited.test(text)) return { text, meaning: 'partial' };
  return flags.find((flag) => flag.text === text) ?? nearMiss(text);
}

function reportUnknown(page: Page, text: string, point: Point): void {
  const known = flags.map((flag) => `[${flag.text}]`).join(', ');
  report(
    page.file,
    'flag-unknown',
    point,
    `the flag ${text} is not known; the flags are ${known}.`,
  );
}

function reportNearMiss(page: Page, text: string, meant: string, point: Point): void {
  report(page.file, 'flag-near-miss', point, `${text} is read as [${meant}]; fix its spelling.`);
}

function supportOf(
  meaning: Meaning,
  text: string,
  position: Support['evidence']['position'],
): Support | undefined {
  const evidence = { position, text };
  if (meaning === 'none' || meaning === 'deprecated') return undefined;
  return meaning === 'partial'
    ? { status: 'partial', note: text, evidence }
    : { status: 'unsupported', evidence };
}

/** The words of a text, whose lines tags of HTML may break. */
function normalize(text: string): string {
  return text
    .replaceAll(/<[^<>]{0,80}>/g, ' ')
    .normalize('NFKC')
    .trim()
    .replaceAll(/\s+/g, ' ')
    .toUpperCase();
}

/**
 * The flag that a text misspells, if there is exactly one: word for word the same, but for one typing error in
 * each longer word. Short words must be exact, for NOT and NOW are one letter apart.
 */
function nearMiss(text: string): Flag | undefined {
  const words = text.split(' ');
  const matches = flags.filter((flag) => {
    const meant = flag.text.split(' ');
    return (
      meant.length === words.length &&
      meant.every(
        (word, i) => word === words[i] || (word.length > 5 && isOneEditAway(words[i] ?? '', word)),
      )
    );
  });
  return matches.length === 1 ? matches[0] : undefined;
}

/** Whether one letter added, left out, changed, or swapped with its neighbour makes `a` of `b`. */
export function isOneEditAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const restA = a.slice(start);
  const restB = b.slice(start);
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0])
  );
}
