/**
 * What a part of a page says, whatever it is dressed in: quotes, bullets, headings, tables, emphasis, links, tags,
 * escapes. It is made of the source text, so that it holds for every type of node, also for those to come.
 */
import { decodeString } from 'micromark-util-decode-string';
import type { Node, Point } from 'unist';
import { perText } from '../per-text.ts';
import { locatedText, sourceOf, type InlineText } from './inline.ts';
import type { ParsedPage } from './parse.ts';

/** Bullets and signs that nobody calls Markdown: `· `, `▸ `, `⚠️ `. */
const sign = String.raw`[\u00b7\u2022\u2023\u2043\u2139\u2190-\u2bff\u{1f000}-\u{1faff}]\ufe0f?`;
/** What begins a block, and may stand in a row of others: `> - `, `1. `, `## `, `| `, `[^1]: `. */
const beginning = String.raw`(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])|#{1,6}(?=[ \t])|\|(?![|#])|\[\^[^\]\n]{1,100}\]:|${sign}(?=[ \t]))[ \t]*`;
const fence = String.raw`(?:\x60{3,}|~{3,})[^\x60\n]*$`;
/** Blanks that look like others, and characters that nobody sees. */
const oddBlank = String.raw`[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]`;
const unseen = String.raw`[\u00ad\u200b-\u200d\u2060\ufeff]`;
/**
 * What some publishers' tools put around blocks, or behind them: `:::note`, `{% note info "Title" %}`, `{{< note >}}`,
 * `!!! note "Title"`, `=== "Title"`, `{/* words *\/}`, `{: .note title="Title" }`.
 */
const shortcode = String.raw`:{3,}[ \t]*(?:[a-z][\w-]*)?|\{%[^%\n]{0,300}%\}|\{\{[<%][^{}\n]{0,300}[%>]\}\}|(?<!\S)(?:!!!|\?\?\?\+?)[ \t]+[a-z][\w-]*(?:[ \t]+"[^"\n]{0,300}")?|(?<!\S)===[!+]?[ \t]+"[^"\n]{0,300}"|\{\/\*?[ \t]*|\*?\/\}|\{:[^{}\n]{0,300}\}`;
const parts = [
  String.raw`^[ \t]*(?:${beginning})+(?:${fence})?|^[ \t]*${fence}|^[ \t]+`,
  String.raw`(?<code>(?<!\x60)(?<mark>\x60{1,9})(?!\x60)[^\x60]{1,500}\k<mark>(?!\x60))`,
  String.raw`(?<comment><!--)`,
  String.raw`(?<!\b(?:array|map))<\/?(?<tag>[a-z][a-z\d]{0,20})(?:[\s/][^<>]{0,1000})?>`,
  String.raw`(?<escape>\\[!-\/:-@[-\x60{-~]|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});)`,
  String.raw`(?<blank>${oddBlank})|${unseen}+`,
  String.raw`[*~]+|(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])`,
  String.raw`!?\[(?=[^[\]\n]{0,300}\][([])|(?<=[^\s\\])\](?:\((?:<[^<>\n]{0,1000}>|[^()\s]{0,1000})(?:[ \t]+(?:(?<quote>["'])(?<title>[^"'\n]{0,300})\k<quote>|\((?<inBrackets>[^()\n]{0,300})\)))?\)|\[[^[\]\n]{0,300}\])`,
  String.raw`(?<shortcode>${shortcode})`,
];
const oddBlanks = new RegExp(oddBlank, 'g');
const unseens = new RegExp(unseen, 'g');
const dress = new RegExp(parts.join('|'), 'gimu');

const codeTags = new Set(['code', 'tt', 'kbd', 'samp', 'var']);
/** Tags within a line; any other begins a line of its own. */
const inlineTags = new Set(['a', 'b', 'strong', 'i', 'em', 'u', 's', 'del', 'span', 'sup', 'sub']);

/** The words of a node, line by line, each of which knows where it comes from. Code keeps its marks. */
export function undressed(page: ParsedPage, node: Node): InlineText {
  const source = sourceOf(page, node);
  const { words, origins } = wordsOf(source);
  const pointAt = pointsOf(node, source);
  return locatedText(words, (offset) => pointAt(origins[offset] ?? 0));
}

/** What a source says, and where each character of it comes from. */
interface Words {
  words: string;
  origins: readonly number[];
}

const wordsOf = perText((source): Words => {
  const pieces: string[] = [];
  const origins: number[] = [];
  const take = (words: string, from: number, step: 0 | 1): void => {
    pieces.push(words);
    for (let i = 0; i < words.length; i++) origins.push(from + i * step);
  };
  // A comment is for nobody. One that is never closed is none: what is behind it may have been meant.
  const lastClose = source.lastIndexOf('-->');
  let end = 0;
  for (const match of source.matchAll(dress)) {
    const [whole] = match;
    if (match.index < end) continue;
    take(source.slice(end, match.index), end, 1);
    end = match.index + whole.length;
    const { code, mark, comment, tag, escape, blank, shortcode: block } = match.groups ?? {};
    const title = match.groups?.['title'] ?? match.groups?.['inBrackets'];
    if (code !== undefined && mark !== undefined && mark.length > 1) {
      const inner = code.slice(mark.length, -mark.length).trim();
      take(seenText(`\`${inner}\``), match.index + code.indexOf(inner) - 1, 1);
    } else if (code !== undefined) take(seenText(code), match.index, 1);
    else if (blank !== undefined) take(' ', match.index, 0);
    else if (comment !== undefined && end <= lastClose) end = source.indexOf('-->', end) + 3;
    else if (tag !== undefined) take(wordsOfTag(source, match.index, whole, tag), match.index, 0);
    else if (title !== undefined)
      take(`\n${title}\n`, match.index + whole.lastIndexOf(title) - 1, 1);
    else if (block !== undefined) take(wordsOfShortcode(block), match.index, 0);
    else if (escape !== undefined) take(decodeString(escape), match.index, 0);
  }
  take(source.slice(end), end, 1);
  return { words: pieces.join(''), origins };
}, 500_000);

/** The source of a node as it is. */
export function textOfSource(page: ParsedPage, node: Node): InlineText {
  const source = sourceOf(page, node);
  return locatedText(source, pointsOf(node, source));
}

/** A text with plain blanks in the place of those that look like them, character by character. */
export function withPlainBlanks({ text, pointAt }: InlineText): InlineText {
  return locatedText(text.replaceAll(oddBlanks, ' '), pointAt);
}

/** A text as people see it: with plain blanks, and without characters that have no width. */
export function seenText(text: string): string {
  return text.replaceAll(oddBlanks, ' ').replaceAll(unseens, '');
}

/** A text without tags of HTML, each part of it on a line of its own; what tags call code is in marks of code. */
export function withoutTags(text: string): string {
  return text.replaceAll(
    /<\/?([a-z][a-z\d]{0,20})(?:[\s/][^<>\n]{0,1000})?>/gi,
    (whole: string, tag: string, at: number) => wordsOfTag(text, at, whole, tag),
  );
}

/** A text without the titles of its links and what stands around blocks, each of their words on a line of its own. */
export function withoutTitles(text: string): string {
  return text
    .replaceAll(linkOfTitle, (_, label: string, title: string | undefined) =>
      title === undefined ? label : `${label}\n${title}\n`,
    )
    .replaceAll(definitionOfTitle, '\n$1\n')
    .replaceAll(shortcodes, wordsOfShortcode);
}

const linkOfTitle =
  /!?\[([^[\]\n]{0,300})\](?:\([^()\s]{0,1000}(?:[ \t]+["'(]([^"'()\n]{0,300})["')])?\)|\[[^[\]\n]{0,300}\])/g;
const definitionOfTitle =
  /^ *\[[^[\]\n]{1,300}\]:[ \t]*\S{1,1000}[ \t]+["'(]([^"'()\n]{0,300})["')] *$/gm;
const shortcodes = new RegExp(shortcode, 'gi');

/** What a tag is in words: the mark of code, unless it stands around one, nothing, or the end of a line; and its attributes. */
function wordsOfTag(source: string, at: number, whole: string, tag: string): string {
  const isAroundCode = source.charAt(at - 1) === '`' || source.charAt(at + whole.length) === '`';
  const said = wordsOfAttributes(whole);
  if (codeTags.has(tag.toLowerCase())) return said + (isAroundCode ? '' : '`');
  return said + (isInline(tag) ? '' : '\n');
}

/** Attributes that hold no words for anybody. */
const forPrograms =
  /^(?:class|style|href|src|srcset|sizes|rel|allow|d|points|viewbox|transform|on[a-z]+)$/i;

/** Attributes that people see. */
const forPeople = /^(?:alt|caption|label|summary|text|title)$/i;

/** What the attributes of a tag say, line by line: in most, a word alone is a name or an address. */
function wordsOfAttributes(tag: string): string {
  return Array.from(
    tag.matchAll(/([\w:-]{1,50})=\s*(?:"([^"]*)"|'([^']*)')/g),
    ([, name = '', double, single]) => ({ name, words: double ?? single ?? '' }),
  )
    .filter(
      ({ name, words }) =>
        !forPrograms.test(name) && (forPeople.test(name) || /\s|\.$/.test(words)),
    )
    .map(({ words }) => `\n${words}\n`)
    .join('');
}

/** The title that a shortcode has in quotation marks, or the end of a line. */
function wordsOfShortcode(text: string): string {
  const [, title] = /"([^"\n]*)"/.exec(text) ?? [];
  return title === undefined ? '\n' : `\n${title}\n`;
}

function isInline(tag: string): boolean {
  return codeTags.has(tag.toLowerCase()) || inlineTags.has(tag.toLowerCase());
}

/** Where the characters of a node stand. Its lines are counted once, for there may be many to find. */
function pointsOf(node: Node, source: string): (offset: number) => Point {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= [
      0,
      ...Array.from(source.matchAll(/\r\n|\n|\r/g), ({ 0: end, index }) => index + end.length),
    ];
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    const inLine = offset - (starts[low] ?? 0);
    return { line: line + low, column: low === 0 ? column + inLine : inLine + 1 };
  };
}
