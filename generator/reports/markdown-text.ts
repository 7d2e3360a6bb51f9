/** Text of pages in Markdown that we write: nothing of it is markup, an address, or a mention of anybody. */
import type { InlineCode, PhrasingContent, Root, RootContent, Table, Text } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown, type Options } from 'mdast-util-to-markdown';
import { perValue } from '../per-text.ts';
import { visible } from '../text.ts';

/** What sites that show Markdown make links, mentions or signs of: `@name`, `#12`, `GH-12`, `http:`, `www.`, `:sign:`. */
const linking = /(@|#|\bGH-|www|:)(?=\S)/gi;

/** Parts what would be linked, and shows as nothing. No text holds one of its own: `visible` writes it out. */
const zeroWidthSpace = '\u200b';

/** A text that reads as it is. */
export function textNode(words: string): Text {
  return { type: 'text', value: oneLine(words).replaceAll(linking, `$1${zeroWidthSpace}`) };
}

/** A text as code, whatever it holds. */
export function codeNode(words: string): InlineCode {
  return { type: 'inlineCode', value: oneLine(words) };
}

/** A line of words and code, for the inside or the beginning of a paragraph. */
export function markdownLine(children: PhrasingContent[]): string {
  return printedOnce({ type: 'paragraph', children });
}

/** A text that reads as it is. */
export function markdownText(words: string): string {
  return markdownLine([textNode(words)]);
}

/** A text as a code span. */
export function markdownCode(words: string): string {
  return markdownLine([codeNode(words)]);
}

/**
 * A table; the first row is its head.
 *
 * @param widthOf how many columns of a screen a cell takes: the columns of the table are below each other then
 */
export function markdownTable(
  rows: readonly PhrasingContent[][][],
  widthOf?: (cell: string) => number,
): string {
  const table: Table = {
    type: 'table',
    children: rows.map((cells) => ({
      type: 'tableRow',
      children: cells.map((cell) => ({ type: 'tableCell', children: withoutOuterBlanks(cell) })),
    })),
  };
  return printed(
    table,
    widthOf
      ? { stringLength: (cell) => widthOf(withNamedSpaces(cell)) }
      : { tablePipeAlign: false },
  );
}

/** Blanks at the edges of a cell do not show, and are not counted as its width. */
function withoutOuterBlanks(cell: readonly PhrasingContent[]): PhrasingContent[] {
  return cell.map((child, i) => {
    if (child.type !== 'text') return child;
    const begun = i === 0 ? child.value.trimStart() : child.value;
    return { ...child, value: i === cell.length - 1 ? begun.trimEnd() : begun };
  });
}

/** A footnote of one paragraph. */
export function markdownFootnote(identifier: string, children: PhrasingContent[]): string {
  return printedOnce({
    type: 'footnoteDefinition',
    identifier,
    children: [{ type: 'paragraph', children }],
  });
}

/** In a matrix, most lines are those that it had before an edit. */
const printedOnce = perValue((content: RootContent) => printed(content));

type TableOptions = Parameters<typeof gfmToMarkdown>[0];

function printed(content: RootContent, tables?: TableOptions): string {
  const root: Root = { type: 'root', children: [content] };
  const options: Options = {
    extensions: [gfmToMarkdown(tables)],
    // Formulas, where a site has them.
    unsafe: [{ character: '$', inConstruct: 'phrasing' }],
  };
  return withNamedSpaces(toMarkdown(root, options).trimEnd());
}

function withNamedSpaces(text: string): string {
  return text.replaceAll(zeroWidthSpace, '&#8203;');
}

function oneLine(words: string): string {
  return visible(words.replaceAll(/\s+/g, ' '));
}
