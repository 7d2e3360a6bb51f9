/**
 * Inline content as a line of Markdown whose characters still know where they come from.
 */
import { decodeString } from 'micromark-util-decode-string';
import type { BlockContent, DefinitionContent, Nodes, PhrasingContent, RootContent } from 'mdast';
import type { Point } from 'unist';
import type { VFile } from 'vfile';

/**
 * Inline content as text. Code, links, emphasis and HTML keep their Markdown; plain text is unescaped, and a comment is
 * nothing.
 */
export interface InlineText {
  text: string;
  /** The place of a character of `text` in the page. */
  pointAt: (offset: number) => Point;
}

/** The page's own characters for a node. */
export function sourceOf(
  file: VFile,
  node: { position?: { start: Point; end: Point } | undefined },
): string {
  const { start, end } = node.position ?? {};
  return String(file).slice(start?.offset, end?.offset);
}

const nowhere: Point = { line: 1, column: 1 };

/**
 * Flattens inline content to {@link InlineText}. Text keeps its characters (escapes undone, line breaks kept),
 * so that the small grammars of the dialects need no knowledge of Markdown.
 */
export function inlineText(file: VFile, nodes: readonly PhrasingContent[]): InlineText {
  const pieces: { start: number; node: PhrasingContent }[] = [];
  let text = '';
  for (const node of nodes) {
    pieces.push({ start: text.length, node });
    text += textOf(file, node);
  }
  return {
    text,
    pointAt(offset) {
      const piece = pieces.findLast(({ start }) => start <= offset);
      const start = piece?.node.position?.start;
      if (!piece || !start) return nowhere;
      const lines = text.slice(piece.start, offset).split('\n');
      const inLine = lines.at(-1) ?? '';
      if (lines.length === 1) return shift(start, sourceLength(file, piece.node, inLine.length));
      const line = start.line + lines.length - 1;
      return { line, column: contentColumn(file, line) + inLine.length };
    },
  };
}

function textOf(file: VFile, node: PhrasingContent): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'break') return '\n';
  return isComment(node) ? '' : sourceOf(file, node);
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
function sourceLength(file: VFile, node: PhrasingContent, length: number): number {
  const source = sourceOf(file, node);
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
 * Renders blocks as Markdown text for descriptions: paragraphs on one line each, lists as `- ` lines, the rest
 * as the page has it. How the page wraps its lines leaves no trace.
 */
export function proseOf(
  file: VFile,
  blocks: readonly (RootContent | BlockContent | DefinitionContent)[],
): string {
  return blocks
    .map((block) => proseOfBlock(file, block))
    .filter((text) => text !== '')
    .join('\n\n');
}

function proseOfBlock(file: VFile, block: RootContent | BlockContent | DefinitionContent): string {
  switch (block.type) {
    case 'paragraph':
      return unwrap(inlineText(file, block.children).text);
    case 'list':
      return block.children
        .map((item, index) => {
          const marker = block.ordered ? `${(block.start ?? 1) + index}. ` : '- ';
          return (
            marker +
            proseOf(file, item.children).replaceAll(/\n(?=.)/g, `\n${' '.repeat(marker.length)}`)
          );
        })
        .join('\n');
    default:
      return dedent(sourceOf(file, block), (block.position?.start.column ?? 1) - 1);
  }
}

/** Joins hard-wrapped lines. */
export function unwrap(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** Takes the indentation of the first line, which is not part of the node's text, off the other lines. */
function dedent(text: string, columns: number): string {
  if (columns < 1) return text;
  return text.replaceAll(new RegExp(`\n[ \t]{1,${columns}}`, 'g'), '\n');
}
