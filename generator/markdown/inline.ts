/**
 * Inline content as a line of Markdown whose characters still know where they come from.
 */
import { decodeString } from 'micromark-util-decode-string';
import type {
  BlockContent,
  DefinitionContent,
  InlineCode,
  Nodes,
  Paragraph,
  PhrasingContent,
  RootContent,
} from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Node, Point } from 'unist';
import type { VFile } from 'vfile';
import type { Position, Span } from '../model/model.ts';
import { positionAt } from '../model/position.ts';
import { nodesIn } from './nodes.ts';
import type { ParsedPage } from './parse.ts';

/**
 * Inline content as text. Code, links, emphasis and HTML keep their Markdown; plain text is unescaped, and a comment is
 * nothing.
 */
export interface InlineText {
  text: string;
  /** The place of a character of `text` in the page. */
  pointAt: (offset: number) => Point;
  /** A part of it, from `start` up to `end` or to its end, counted as in `text`. */
  slice: (start: number, end?: number) => InlineText;
}

/** The page's own characters for a node. */
export function sourceOf({ file }: ParsedPage, node: Node): string {
  const { start, end } = node.position ?? {};
  return String(file).slice(start?.offset, end?.offset);
}

const nowhere: Point = { line: 1, column: 1 };

/** Where a node begins. */
export function positionOf({ file }: ParsedPage, node: Node): Position {
  return positionAt(file.path, node.position?.start ?? nowhere);
}

/** The lines of a node. */
export function spanOf({ file }: ParsedPage, node: Node): Span {
  const { start = nowhere, end = nowhere } = node.position ?? {};
  return { first: positionAt(file.path, start), last: positionAt(file.path, end) };
}

/** The words of a node without what marks them up. Of what is struck out the marks are left: it is not said any more. */
export function wordsOf(node: Nodes | undefined): string {
  const isStruck = node !== undefined && nodesIn(node).some(({ type }) => type === 'delete');
  const words =
    node?.type === 'heading'
      ? toString(node.children.filter((child) => !isComment(child))).trim()
      : toString(node);
  return isStruck ? `~~${words}~~` : words;
}

/**
 * Text whose characters know where they come from.
 *
 * @param pointAt the place of a character of `text`
 */
export function locatedText(text: string, pointAt: (offset: number) => Point): InlineText {
  return {
    text,
    pointAt,
    slice: (start, end) => locatedText(text.slice(start, end), (offset) => pointAt(start + offset)),
  };
}

/** Text without the blanks around it. */
export function trimmed(inline: InlineText): InlineText {
  const start = inline.text.length - inline.text.trimStart().length;
  return inline.slice(start, start + inline.text.trim().length);
}

/**
 * Flattens inline content to {@link InlineText}. Text keeps its characters (escapes undone, line breaks kept, those that
 * an author asks for with two blanks before them), so that the small grammars of the dialects need no knowledge of Markdown.
 */
export function inlineText(page: ParsedPage, nodes: readonly PhrasingContent[]): InlineText {
  const { file } = page;
  const pieces: { start: number; node: PhrasingContent }[] = [];
  let text = '';
  for (const node of nodes) {
    pieces.push({ start: text.length, node });
    text += textOf(page, node);
  }
  return locatedText(text, (offset) => {
    const piece = pieces.findLast(({ start }) => start <= offset);
    const start = piece?.node.position?.start;
    if (!piece || !start) return nowhere;
    const lines = text.slice(piece.start, offset).split('\n');
    const inLine = lines.at(-1) ?? '';
    if (lines.length === 1) return shift(start, sourceLength(page, piece.node, inLine.length));
    const line = start.line + lines.length - 1;
    return { line, column: contentColumn(file, line) + inLine.length };
  });
}

function textOf(page: ParsedPage, node: PhrasingContent): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'break') return '  \n';
  if (isComment(node)) return '';
  const source = sourceOf(page, node);
  return hasNeedlessMarks(node, source) ? `\`${node.value}\`` : source;
}

/** Whether code has more marks than it needs, ` ``a`` `: it says what `` `a` `` says. */
function hasNeedlessMarks(node: PhrasingContent, source: string): node is InlineCode {
  return (
    node.type === 'inlineCode' &&
    source.startsWith('``') &&
    !/`|\n|\r|\\\|/.test(source.replaceAll(/^`+|`+$/g, ''))
  );
}

/** Whether inline content is more than blanks and comments. */
export function saysSomething(part: PhrasingContent): boolean {
  if (part.type === 'text') return part.value.trim() !== '';
  return !isComment(part);
}

/** Whether a node is one HTML comment and nothing else. */
export function isComment(node: Nodes): boolean {
  if (node.type !== 'html') return false;
  const text = node.value.trim();
  return text.startsWith('<!--') && text.indexOf('-->') === text.length - '-->'.length;
}

function shift({ line, column, offset }: Point, by: number): Point {
  const shifted: Point = { line, column: column + by };
  if (offset !== undefined) shifted.offset = offset + by;
  return shifted;
}

/** How many characters of the page stand for the first `length` of a text: escapes and references are longer. */
function sourceLength(page: ParsedPage, node: PhrasingContent, length: number): number {
  const source = sourceOf(page, node);
  if (length > 0 && hasNeedlessMarks(node, source)) return length + source.indexOf(node.value) - 1;
  if (node.type !== 'text' || source.startsWith(node.value.slice(0, length))) return length;
  const lengths = sourceLengths.get(node) ?? lengthsOf(source);
  sourceLengths.set(node, lengths);
  return lengths[length] ?? source.length;
}

const sourceLengths = new WeakMap<PhrasingContent, number[]>();

/** For each length of a text, how many characters of the page stand for it. */
function lengthsOf(source: string): number[] {
  const lengths = [0];
  for (let at = 0; at < source.length;) {
    const written =
      /^(?:\\[!-/:-@[-`{-~]|&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});|[\s\S])/.exec(
        source.slice(at, at + 40),
      );
    const [characters = ' '] = written ?? [];
    at += characters.length;
    for (let read = decodeString(characters).length; read > 0; read--) lengths.push(at);
  }
  return lengths;
}

const linesOf = new WeakMap<VFile, string[]>();

/** Where the text of a continuation line begins: behind the blanks and quote markers that Markdown takes off it. */
function contentColumn(file: VFile, line: number): number {
  const lines = linesOf.get(file) ?? String(file).split(/\r\n|\n|\r/);
  linesOf.set(file, lines);
  return (/^[\s>]*/.exec(lines[line - 1] ?? '')?.[0].length ?? 0) + 1;
}

/**
 * Renders blocks as Markdown text for descriptions: paragraphs on one line each, lists as `- ` lines, quotes as `> `
 * lines, the rest as the page has it. How the page wraps its lines leaves no trace.
 *
 * @param textOf what a paragraph says; a bullet that says nothing is left out
 */
export function proseOf(
  page: ParsedPage,
  blocks: readonly (RootContent | BlockContent | DefinitionContent)[],
  textOf = (paragraph: Paragraph): string => unwrap(inlineText(page, paragraph.children).text),
): string {
  return blocks
    .map((block) => proseOfBlock(page, block, textOf))
    .filter((text) => text !== '')
    .join('\n\n');
}

function proseOfBlock(
  page: ParsedPage,
  block: RootContent | BlockContent | DefinitionContent,
  textOf: (paragraph: Paragraph) => string,
): string {
  switch (block.type) {
    case 'paragraph':
      return textOf(block);
    case 'blockquote':
      return proseOf(page, block.children, textOf)
        .replaceAll(/^./gm, '> $&')
        .replaceAll(/\n(?=\n)/g, '\n>');
    case 'list':
      return block.children
        .flatMap((item, index) => {
          const marker = block.ordered ? `${(block.start ?? 1) + index}. ` : '- ';
          const text = proseOf(page, item.children, textOf);
          if (text === '') return [];
          return [marker + text.replaceAll(/\n(?=.)/g, `\n${' '.repeat(marker.length)}`)];
        })
        .join('\n');
    default:
      return dedent(sourceOf(page, block), (block.position?.start.column ?? 1) - 1);
  }
}

/** Joins lines that an editor wrapped. A line that its author ended, with two blanks as Markdown has it, stays one. */
export function unwrap(text: string): string {
  return text.replaceAll(/\s+/g, (blanks) => (/ {2}\n/.test(blanks) ? '\n' : ' ')).trim();
}

/** Takes the indentation of the first line, which is not part of the node's text, off the other lines. */
function dedent(text: string, columns: number): string {
  if (columns < 1) return text;
  return text.replaceAll(new RegExp(`\n[ \t]{1,${columns}}`, 'g'), '\n');
}
