/**
 * The YFM table as a micromark flow construct.
 *
 * ```markdown
 * #|
 * || Field | Description ||
 * || type | **string**
 *
 * Required field. ||
 * |#
 * ```
 *
 * Cells hold block content. The content of a cell is a list of linked `chunkDocument` tokens, one a
 * line, as in micromark-extension-directive, so that all positions in it are those of the page.
 *
 * Unlike there, the document of a cell is read while the table is read, not afterwards: the table
 * makes the tokenizer of each cell and writes the lines to it, as micromark's own `document` does
 * with `flow`. So it is known how deep a table is nested, and `lazy` lines of one cell are none of
 * its neighbours' business.
 */
import { factorySpace } from 'micromark-factory-space';
import { asciiDigit, markdownLineEnding, markdownSpace } from 'micromark-util-character';
import type {
  Chunk,
  Code,
  Construct,
  Effects,
  Extension,
  ParseContext,
  State,
  Token,
  TokenizeContext,
  TokenType,
} from 'micromark-util-types';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    yfmTable: 'yfmTable';
    yfmTableOpening: 'yfmTableOpening';
    yfmTableOpeningTooDeep: 'yfmTableOpeningTooDeep';
    yfmTableClosing: 'yfmTableClosing';
    yfmTableAttributes: 'yfmTableAttributes';
    yfmTableRow: 'yfmTableRow';
    yfmTableRowOpening: 'yfmTableRowOpening';
    yfmTableRowAttributes: 'yfmTableRowAttributes';
    yfmTableRowClosing: 'yfmTableRowClosing';
    yfmTableCell: 'yfmTableCell';
    yfmTableCellDivider: 'yfmTableCellDivider';
    yfmTableCellAttributes: 'yfmTableCellAttributes';
    yfmTableCellContent: 'yfmTableCellContent';
    yfmTableStray: 'yfmTableStray';
    yfmTableStrayData: 'yfmTableStrayData';
  }
}

const codes = {
  quotationMark: 34, // "
  numberSign: 35, // #
  rightParenthesis: 41, // )
  asterisk: 42, // *
  plusSign: 43, // +
  dash: 45, // -
  dot: 46, // .
  colon: 58, // :
  greaterThan: 62, // >
  backslash: 92, // \
  graveAccent: 96, // `
  leftCurlyBrace: 123, // {
  verticalBar: 124, // |
  rightCurlyBrace: 125, // }
  tilde: 126, // ~
} as const;

/**
 * The deepest table that is read as a table; a table in no other table is at level 1.
 *
 * Every table reads all text in it to find its own end, and hands its cells on to be read again. So
 * text is read once a level, and the call stack grows with each: without a limit, a page of nothing
 * but `#|` costs the square of its length, and then the stack.
 */
const deepestLevel = 8;

/** The size of the shortest code fence. */
const smallestFence = 3;

/** The longest number of an item in an ordered list, as in CommonMark. */
const longestItemNumber = 9;

/** How much further than its opening fence a closing fence may be indented, as in CommonMark. */
const fenceIndent = 3;

/** The level of the table whose cell is being read, for each parser that is in a table. */
const levels = new WeakMap<ParseContext, number>();

/** A code fence that is open. */
interface Fence {
  marker: Code;
  size: number;
  /** The columns before it, on its line or in its cell. */
  indent: number;
  /** The block quote markers before it. */
  quotes: number;
}

/** The runs of backticks of a line. */
interface Runs {
  line: number;
  /** The offset of the last run of each size. */
  lastOfSize: Map<number, number>;
  /** The offset of the last run of any size. */
  last: number;
}

/**
 * Makes the syntax extension for YFM tables.
 *
 * @returns a micromark extension, which adds a flow construct for `#`, named `yfmTable`. It fails on
 * no input: what it cannot place in a cell it marks as stray, and what is not closed it closes where
 * its container ends.
 */
export function yfmTableSyntax(): Extension {
  return {
    flow: {
      [codes.numberSign]: {
        name: 'yfmTable',
        concrete: true,
        tokenize(effects, ok, nok) {
          return tokenizeTable(this, effects, ok, nok);
        },
      },
    },
  };
}

function tokenizeTable(context: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const { parser } = context;
  const [, prefix, prefixContext] = context.events.at(-1) ?? [];
  const initialSize =
    prefix?.type === 'linePrefix' ? (prefixContext?.sliceSerialize(prefix, true).length ?? 0) : 0;
  const level = (levels.get(parser) ?? 0) + 1;
  const tooDeep = level > deepestLevel;

  // Where we are in the table.
  let seenRow = false;
  let inCell = false;
  let inStray = false;
  let cellDocument: TokenizeContext | undefined;
  let chunk: Token | undefined;
  let previousChunk: Token | undefined;

  // Where we are in the text of a cell, or in stray text.
  let nested = 0;
  let fence: Fence | undefined;
  let indent = 0;
  let quotes = 0;
  let marker: Code = null;
  let size = 0;
  let runStart = 0;
  let runs: Runs = { line: 0, lastOfSize: new Map(), last: 0 };

  /**
   * The last line on which attributes were not closed. No others are looked for there: each try reads
   * on to the end of the line, so many of them would cost the square of its length.
   */
  let unclosedAttributesLine = 0;

  const nonLazyLine: Construct = { partial: true, tokenize: tokenizeNonLazyLine(context) };
  const backtickRuns: Construct = { partial: true, tokenize: tokenizeBacktickRuns };
  const closing = marking([codes.verticalBar, codes.numberSign]);
  const rowMarker = marking([codes.verticalBar, codes.verticalBar]);
  const tableAttributes = attributes([codes.verticalBar, codes.colon], 'yfmTableAttributes');
  const closingAttributes = attributes([], 'yfmTableAttributes', true);
  const rowAttributes = attributes([codes.colon], 'yfmTableRowAttributes');
  const cellAttributes = attributes([codes.colon, codes.colon], 'yfmTableCellAttributes');
  const laterCellAttributes = attributes(
    [codes.colon, codes.colon],
    'yfmTableCellAttributes',
    true,
  );
  const nestedAttributes = [attributes([codes.colon]), attributes([codes.colon, codes.colon])];
  const nestedClosingAttributes = attributes([], undefined, true);

  return start;

  // ---------------------------------------------------------------------------------------------
  // The table, between its rows.

  /**
   * ```markdown
   * > | #|
   *     ^
   * ```
   */
  function start(code: Code): State | undefined {
    effects.enter('yfmTable');
    effects.enter(tooDeep ? 'yfmTableOpeningTooDeep' : 'yfmTableOpening');
    effects.consume(code);
    return openingPipe;
  }

  /**
   * ```markdown
   * > | #|
   *      ^
   * ```
   */
  function openingPipe(code: Code): State | undefined {
    if (code !== codes.verticalBar) return nok(code);
    effects.consume(code);
    return openingAfter;
  }

  /**
   * ```markdown
   * > | #|
   *       ^
   * ```
   */
  function openingAfter(code: Code): State | undefined {
    effects.exit(tooDeep ? 'yfmTableOpeningTooDeep' : 'yfmTableOpening');
    // A paragraph asks whether we would interrupt it: we do, whatever follows.
    return context.interrupt === true ? ok(code) : between(code);
  }

  /**
   * Outside of rows.
   *
   * ```markdown
   * > | #| || a | b || |#
   *       ^           ^
   * ```
   */
  function between(code: Code): State | undefined {
    if (code === null) return tableEnd(code);
    if (markdownLineEnding(code)) {
      return effects.check(nonLazyLine, betweenLineEnding, tableEnd)(code);
    }
    leaveQuotedFence(code);
    if (fence !== undefined || nested > 0) return strayStart(code);
    if (markdownSpace(code)) return factorySpace(effects, between, 'whitespace')(code);
    if (code !== codes.verticalBar) return strayStart(code);
    return effects.check(closing, closingStart, betweenPipe)(code);
  }

  /**
   * At a pipe outside of rows that closes nothing.
   *
   * ```markdown
   *   | #|
   * > | |:{header-rows="1"}
   *     ^
   * > | || a | b ||
   *     ^
   * ```
   */
  function betweenPipe(code: Code): State | undefined {
    if (tooDeep) return strayStart(code);
    const other = seenRow
      ? strayStart
      : effects.check(tableAttributes, attributesStart, strayStart);
    return effects.check(rowMarker, rowStart, other)(code);
  }

  /**
   * ```markdown
   *   | #|
   * > | |:{header-rows="1"}
   *     ^
   * ```
   */
  function attributesStart(code: Code): State | undefined {
    exitStray();
    return effects.attempt(tableAttributes, between, strayStart)(code);
  }

  /**
   * ```markdown
   * > | #|
   *       ^
   * ```
   */
  function betweenLineEnding(code: Code): State | undefined {
    effects.enter('lineEnding');
    effects.consume(code);
    effects.exit('lineEnding');
    return lineStart(between);
  }

  /**
   * ```markdown
   * > | |# {.wide} odd
   *     ^
   * ```
   */
  function closingStart(code: Code): State | undefined {
    exitStray();
    effects.enter('yfmTableClosing');
    effects.consume(code);
    return closingSign;
  }

  /**
   * ```markdown
   * > | |# {.wide} odd
   *      ^
   * ```
   */
  function closingSign(code: Code): State | undefined {
    effects.consume(code);
    effects.exit('yfmTableClosing');
    return effects.attempt(closingAttributes, closingAfter, closingAfter);
  }

  /**
   * ```markdown
   * > | |# {.wide} odd
   *               ^
   * ```
   */
  function closingAfter(code: Code): State | undefined {
    if (markdownSpace(code)) return factorySpace(effects, closingAfter, 'whitespace')(code);
    if (code === null || markdownLineEnding(code)) return tableEnd(code);
    enterStray();
    return closingStray(code);
  }

  /**
   * ```markdown
   * > | |# {.wide} odd
   *                ^^^
   * ```
   */
  function closingStray(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) {
      effects.exit('yfmTableStrayData');
      return tableEnd(code);
    }
    effects.consume(code);
    return closingStray;
  }

  /**
   * After the closing line, or where the container ends.
   *
   * ```markdown
   * > | |#
   *       ^
   * ```
   */
  function tableEnd(code: Code): State | undefined {
    exitStray();
    effects.exit('yfmTable');
    return ok(code);
  }

  // ---------------------------------------------------------------------------------------------
  // Rows and cells.

  /**
   * ```markdown
   * > | ||:{.odd} ::{bg="red"} a | b ||
   *     ^
   * ```
   */
  function rowStart(code: Code): State | undefined {
    exitStray();
    seenRow = true;
    effects.enter('yfmTableRow');
    effects.enter('yfmTableCell');
    effects.enter('yfmTableRowOpening');
    effects.consume(code);
    return rowStartPipe;
  }

  /**
   * ```markdown
   * > | ||:{.odd} ::{bg="red"} a | b ||
   *      ^
   * ```
   */
  function rowStartPipe(code: Code): State | undefined {
    effects.consume(code);
    effects.exit('yfmTableRowOpening');
    return effects.attempt(rowAttributes, rowAttributesAfter, cellStart);
  }

  /**
   * ```markdown
   * > | ||:{.odd} ::{bg="red"} a | b ||
   *              ^
   * ```
   */
  function rowAttributesAfter(code: Code): State | undefined {
    return effects.attempt(laterCellAttributes, cellAttributesAfter, cellAttributesAfter)(code);
  }

  /**
   * ```markdown
   * > | || a |::{bg="red"} b ||
   *           ^
   * ```
   */
  function cellStart(code: Code): State | undefined {
    return effects.attempt(cellAttributes, cellAttributesAfter, cellAttributesAfter)(code);
  }

  /**
   * The blanks before the first line of a cell align it with its neighbours: they are not its
   * indentation, and make no indented code.
   *
   * ```markdown
   * > | || a |::{bg="red"} b ||
   *                       ^
   * ```
   */
  function cellAttributesAfter(code: Code): State | undefined {
    inCell = true;
    return markdownSpace(code)
      ? factorySpace(effects, cellLine, 'whitespace')(code)
      : cellLine(code);
  }

  /**
   * At the start of a cell, or of a line in it.
   *
   * ```markdown
   * > | || a
   *        ^
   * > | b | c ||
   *     ^   ^
   * ```
   */
  function cellLine(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) return lineEnd(code);
    leaveQuotedFence(code);
    if (code === codes.verticalBar && fence === undefined && nested === 0) return cellEnd(code);
    enterChunk();
    return fence === undefined ? contentStart(code) : fenceLineStart(code);
  }

  /**
   * ```markdown
   * > | || a
   *         ^
   *   | b | c ||
   * ```
   */
  function cellLineEnding(code: Code): State | undefined {
    enterChunk();
    effects.consume(code);
    exitChunk();
    return lineStart(cellLine);
  }

  /**
   * ```markdown
   * > | || a | b ||
   *          ^   ^
   * ```
   */
  function cellEnd(code: Code): State | undefined {
    exitCell();
    return effects.check(closing, rowUnclosed, effects.check(rowMarker, rowEnd, cellDivider))(code);
  }

  /**
   * ```markdown
   * > | || a | b ||
   *          ^
   * ```
   */
  function cellDivider(code: Code): State | undefined {
    effects.enter('yfmTableCell');
    effects.enter('yfmTableCellDivider');
    effects.consume(code);
    effects.exit('yfmTableCellDivider');
    return cellStart;
  }

  /**
   * ```markdown
   * > | || a | b ||
   *              ^
   * ```
   */
  function rowEnd(code: Code): State | undefined {
    effects.enter('yfmTableRowClosing');
    effects.consume(code);
    return rowEndPipe;
  }

  /**
   * ```markdown
   * > | || a | b ||
   *               ^
   * ```
   */
  function rowEndPipe(code: Code): State | undefined {
    effects.consume(code);
    effects.exit('yfmTableRowClosing');
    effects.exit('yfmTableRow');
    return between;
  }

  /**
   * ```markdown
   * > | || a | b |#
   *              ^
   * ```
   */
  function rowUnclosed(code: Code): State | undefined {
    effects.exit('yfmTableRow');
    return closingStart(code);
  }

  /**
   * Where the container ends in a cell.
   *
   * ```markdown
   * > | > || a
   *           ^
   *   | b
   * ```
   */
  function cellUnclosed(code: Code): State | undefined {
    exitCell();
    effects.exit('yfmTableRow');
    return tableEnd(code);
  }

  // ---------------------------------------------------------------------------------------------
  // Text: of cells, where a pipe ends the cell; and stray, where one may start a row. Which pipes
  // are none (in code, nested tables, escapes) is the same in both. The table in a cell reads its
  // text by these same states, so that the outer and the inner table agree where the inner one ends.

  /**
   * ```markdown
   *   | #|
   * > | odd
   *     ^
   * ```
   */
  function strayStart(code: Code): State | undefined {
    enterStray();
    return fence === undefined ? contentStart(code) : fenceLineStart(code);
  }

  /**
   * Where a nested table, or fenced code, may start: after a pipe, and at the start of a line.
   *
   * ```markdown
   * > | || a | - ~~~
   *          ^
   * ```
   */
  function contentStart(code: Code): State | undefined {
    indent = 0;
    quotes = 0;
    return contentPrefix(code);
  }

  /**
   * In blanks and markers of lists and block quotes.
   *
   * ```markdown
   * > | || a | - > 1. #|
   *           ^^^^^^^^
   * ```
   */
  function contentPrefix(code: Code): State | undefined {
    if (code === codes.greaterThan) quotes++;
    if (code === codes.greaterThan || markdownSpace(code)) {
      indent++;
      effects.consume(code);
      return contentPrefix;
    }
    if (code === codes.dash || code === codes.asterisk || code === codes.plusSign) {
      indent++;
      effects.consume(code);
      return itemMarkerAfter;
    }
    if (asciiDigit(code)) {
      size = 0;
      return itemNumber(code);
    }
    if (code === codes.numberSign) {
      effects.consume(code);
      return nestedOpening;
    }
    if (code === codes.tilde) return fenceStart(code);
    if (code === codes.graveAccent) return withRuns(fenceStart)(code);
    return content(code);
  }

  /**
   * ```markdown
   * > | || a | 1. b
   *            ^^
   * ```
   */
  function itemNumber(code: Code): State | undefined {
    if (asciiDigit(code) && size < longestItemNumber) {
      size++;
      indent++;
      effects.consume(code);
      return itemNumber;
    }
    if (code === codes.dot || code === codes.rightParenthesis) {
      indent++;
      effects.consume(code);
      return itemMarkerAfter;
    }
    return content(code);
  }

  /**
   * ```markdown
   * > | || a | - b
   *             ^
   * ```
   */
  function itemMarkerAfter(code: Code): State | undefined {
    return markdownSpace(code) ? contentPrefix(code) : content(code);
  }

  /**
   * ```markdown
   * > | || a | b \| `c | d` ||
   *            ^^^^^^^^^^^^^
   * ```
   */
  function content(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) return lineEnd(code);
    if (code === codes.verticalBar) return nested > 0 ? nestedPipe(code) : pipe(code);
    if (code === codes.graveAccent) return withRuns(spanStart)(code);
    effects.consume(code);
    return code === codes.backslash ? escape : content;
  }

  /**
   * ```markdown
   * > | || a \| b
   *           ^
   * ```
   */
  function escape(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) return lineEnd(code);
    effects.consume(code);
    return content;
  }

  /**
   * At the end of a line of text.
   *
   * ```markdown
   * > | || a
   *         ^
   * ```
   */
  function lineEnd(code: Code): State | undefined {
    if (!inCell) {
      effects.exit('yfmTableStrayData');
      return between(code);
    }
    return code === null
      ? cellUnclosed(code)
      : effects.check(nonLazyLine, cellLineEnding, cellUnclosed)(code);
  }

  /**
   * At a pipe that nothing protects.
   *
   * ```markdown
   * > | odd || a | b ||
   *         ^    ^   ^
   * ```
   */
  function pipe(code: Code): State | undefined {
    if (inCell) return cellEnd(code);
    return effects.check(
      closing,
      strayEnd,
      tooDeep ? strayPipe : effects.check(rowMarker, strayEnd, strayPipe),
    )(code);
  }

  /**
   * ```markdown
   * > | odd | b || c ||
   *         ^
   * ```
   */
  function strayPipe(code: Code): State | undefined {
    effects.consume(code);
    return contentStart;
  }

  /**
   * ```markdown
   * > | odd || a ||
   *         ^
   * ```
   */
  function strayEnd(code: Code): State | undefined {
    effects.exit('yfmTableStrayData');
    return between(code);
  }

  // ---------------------------------------------------------------------------------------------
  // Nested tables are counted, not read: the document of the cell reads them.

  /**
   * ```markdown
   * > | || a | #|
   *             ^
   * ```
   */
  function nestedOpening(code: Code): State | undefined {
    if (code !== codes.verticalBar) return content(code);
    nested++;
    effects.consume(code);
    return contentStart;
  }

  /**
   * ```markdown
   * > | || a | #| || b || |#
   *               ^    ^  ^
   * ```
   */
  function nestedPipe(code: Code): State | undefined {
    effects.consume(code);
    return nestedPipeAfter;
  }

  /**
   * ```markdown
   * > | || a | #| || b || |#
   *                ^    ^  ^
   * ```
   */
  function nestedPipeAfter(code: Code): State | undefined {
    if (code === codes.numberSign) {
      nested--;
      effects.consume(code);
      return effects.attempt(nestedClosingAttributes, content, content);
    }
    if (code === codes.verticalBar) {
      effects.consume(code);
      return nestedCellStart;
    }
    return nestedCellStart(code);
  }

  /**
   * ```markdown
   * > | || a | #| ||::{bg="red"} b || |#
   *                 ^
   * ```
   */
  function nestedCellStart(code: Code): State | undefined {
    return effects.attempt(nestedAttributes, contentStart, contentStart)(code);
  }

  // ---------------------------------------------------------------------------------------------
  // Code spans on one line, and fenced code.

  /**
   * ```markdown
   * > | || a `b | c` ||
   *          ^
   * ```
   */
  function spanStart(code: Code): State | undefined {
    size = 0;
    runStart = context.now().offset;
    return spanSequence(code);
  }

  /**
   * ```markdown
   * > | || a `b | c` ||
   *          ^
   * ```
   */
  function spanSequence(code: Code): State | undefined {
    if (code === codes.graveAccent) {
      size++;
      effects.consume(code);
      return spanSequence;
    }
    return spanSequenceAfter(code);
  }

  /**
   * A run that no later run on its line matches is text, and protects nothing.
   *
   * ```markdown
   * > | || a `b | c` ||
   *           ^
   * ```
   */
  function spanSequenceAfter(code: Code): State | undefined {
    return (runs.lastOfSize.get(size) ?? 0) > runStart ? span(code) : content(code);
  }

  /**
   * ```markdown
   * > | || a `b | c` ||
   *           ^^^^^
   * ```
   */
  function span(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) return lineEnd(code);
    if (code === codes.graveAccent) return spanClosing(0)(code);
    effects.consume(code);
    return span;
  }

  /**
   * ```markdown
   * > | || a `b | c` ||
   *                ^
   * ```
   */
  function spanClosing(closingSize: number): State {
    return (code) => {
      if (code === codes.graveAccent) {
        effects.consume(code);
        return spanClosing(closingSize + 1);
      }
      return closingSize === size ? content(code) : span(code);
    };
  }

  /**
   * ```markdown
   * > | || a | ~~~js
   *            ^
   * ```
   */
  function fenceStart(code: Code): State | undefined {
    marker = code;
    size = 0;
    runStart = context.now().offset;
    return fenceSequence(code);
  }

  /**
   * ```markdown
   * > | || a | ~~~js
   *            ^^^
   * ```
   */
  function fenceSequence(code: Code): State | undefined {
    if (code === marker) {
      size++;
      effects.consume(code);
      return fenceSequence;
    }
    // The info string of a fence of backticks holds none: that would be a code span.
    if (size >= smallestFence && (marker === codes.tilde || runs.last <= runStart)) {
      fence = { marker, size, indent, quotes };
      return fenceInside(code);
    }
    return marker === codes.tilde ? content(code) : spanSequenceAfter(code);
  }

  /**
   * ```markdown
   * > | || a | ~~~js
   *               ^^
   * > | b || c
   *     ^^^^^^
   * ```
   */
  function fenceInside(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) return lineEnd(code);
    effects.consume(code);
    return fenceInside;
  }

  /**
   * ```markdown
   *   | || a | ~~~js
   * > | b || c
   *     ^
   * > | ~~~
   *     ^
   * ```
   */
  function fenceLineStart(code: Code): State | undefined {
    indent = 0;
    quotes = 0;
    return fencePrefix(code);
  }

  /**
   * In blanks, and markers of the block quotes that the fence is in.
   *
   * ```markdown
   *   | || a | > ~~~js
   * > | > b || c
   *     ^^
   * ```
   */
  function fencePrefix(code: Code): State | undefined {
    if (fence === undefined) return content(code);
    const quoted = quotes === fence.quotes;
    if (markdownSpace(code) || (code === codes.greaterThan && !quoted)) {
      if (code === codes.greaterThan) quotes++;
      indent++;
      effects.consume(code);
      return fencePrefix;
    }
    if (!quoted) {
      // The block quote ends here, and the code in it.
      fence = undefined;
      return contentPrefix(code);
    }
    if (code === fence.marker && indent <= fence.indent + fenceIndent) {
      size = 0;
      return fenceClosing(code);
    }
    return fenceInside(code);
  }

  /**
   * ```markdown
   *   | || a | ~~~js
   *   | b || c
   * > | ~~~ ||
   *     ^^^
   * ```
   */
  function fenceClosing(code: Code): State | undefined {
    if (fence !== undefined && code === fence.marker) {
      size++;
      effects.consume(code);
      return fenceClosing;
    }
    return fence !== undefined && size >= fence.size ? fenceClosingAfter(code) : fenceInside(code);
  }

  /**
   * ```markdown
   *   | || a | ~~~js
   *   | b || c
   * > | ~~~ ||
   *        ^
   * ```
   */
  function fenceClosingAfter(code: Code): State | undefined {
    if (markdownSpace(code)) {
      effects.consume(code);
      return fenceClosingAfter;
    }
    if (code !== null && !markdownLineEnding(code) && code !== codes.verticalBar) {
      return fenceInside(code);
    }
    fence = undefined;
    return content(code);
  }

  /** Ends fenced code in a block quote where a line starts with a pipe, so without the quote. */
  function leaveQuotedFence(code: Code): void {
    if (code === codes.verticalBar && fence !== undefined && fence.quotes > 0) fence = undefined;
  }

  // ---------------------------------------------------------------------------------------------
  // Tools.

  /** Goes on to `next` behind the indentation that the line shares with the opening of the table. */
  function lineStart(next: State): State {
    return initialSize > 0 ? factorySpace(effects, next, 'linePrefix', initialSize + 1) : next;
  }

  function enterStray(): void {
    if (!inStray) effects.enter('yfmTableStray');
    inStray = true;
    inCell = false;
    effects.enter('yfmTableStrayData');
  }

  function exitStray(): void {
    if (inStray) effects.exit('yfmTableStray');
    inStray = false;
  }

  function enterChunk(): void {
    if (chunk !== undefined) return;
    if (cellDocument === undefined) {
      effects.enter('yfmTableCellContent');
      cellDocument = parser.document(context.now());
    } else {
      cellDocument.defineSkip(context.now());
    }
    chunk = effects.enter('chunkDocument', {
      contentType: 'document',
      previous: previousChunk,
      _tokenizer: cellDocument,
    });
    if (previousChunk !== undefined) previousChunk.next = chunk;
    previousChunk = chunk;
  }

  /** Hands the chunk, if there is one, to the document of the cell, and then what is to follow it. */
  function exitChunk(after: Chunk[] = []): void {
    if (chunk === undefined) {
      writeToCell(context.now().line, after);
      return;
    }
    chunk = undefined;
    const token = effects.exit('chunkDocument');
    writeToCell(token.start.line, [...context.sliceStream(token), ...after]);
  }

  function exitCell(): void {
    exitChunk([null]);
    if (cellDocument !== undefined) effects.exit('yfmTableCellContent');
    effects.exit('yfmTableCell');
    inCell = false;
    cellDocument = undefined;
    previousChunk = undefined;
  }

  /**
   * Lets the document of the cell read on, with what it shares with us as it should see it. What it
   * notes on a line it must find again as long as it reads that line, so a line is one call.
   */
  function writeToCell(line: number, chunks: Chunk[]): void {
    const lazy = parser.lazy[line] === true;
    parser.lazy[line] = false;
    levels.set(parser, level);
    cellDocument?.write(chunks);
    levels.set(parser, level - 1);
    parser.lazy[line] = lazy;
  }

  /** Goes on to `next` when the runs of backticks of the line are known. */
  function withRuns(next: State): State {
    if (runs.line === context.now().line) return next;
    return effects.check(backtickRuns, next, next);
  }

  /** Notes all runs of backticks on the rest of the line. Done once a line, and so linear. */
  function tokenizeBacktickRuns(effects: Effects, ok: State): State {
    const lastOfSize = new Map<number, number>();
    let size = 0;
    let last = 0;
    return inside;

    /**
     * ```markdown
     * > | || a `b | c` ||
     *          ^^^^^^^^^^
     * ```
     */
    function inside(code: Code): State | undefined {
      if (code === codes.graveAccent) {
        if (size === 0) last = context.now().offset;
        size++;
      } else if (size > 0) {
        lastOfSize.set(size, last);
        size = 0;
      }
      if (code === null || markdownLineEnding(code)) {
        runs = { line: context.now().line, lastOfSize, last };
        return ok(code);
      }
      effects.consume(code);
      return inside;
    }
  }

  /**
   * Makes a construct for attributes: `before`, then braces that close on their line. Braces in
   * double quotes are values. Without a `type` no token is made, so that it can be used in a chunk.
   */
  function attributes(before: readonly number[], type?: TokenType, afterSpace = false): Construct {
    return { partial: true, tokenize };

    function tokenize(effects: Effects, ok: State, nok: State): State {
      let index = 0;
      let quoted = false;
      return afterSpace ? space : start;

      /**
       * ```markdown
       * > | |# {.wide}
       *       ^
       * ```
       */
      function space(code: Code): State | undefined {
        if (!markdownSpace(code)) return start(code);
        if (type !== undefined) return factorySpace(effects, start, 'whitespace')(code);
        effects.consume(code);
        return space;
      }

      /**
       * ```markdown
       * > | ||::{bg="red"} a ||
       *       ^
       * ```
       */
      function start(code: Code): State | undefined {
        if (code !== (before[0] ?? codes.leftCurlyBrace)) return nok(code);
        if (unclosedAttributesLine === context.now().line) return nok(code);
        if (type !== undefined) effects.enter(type);
        return opening(code);
      }

      /**
       * ```markdown
       * > | ||::{bg="red"} a ||
       *       ^^^
       * ```
       */
      function opening(code: Code): State | undefined {
        if (code !== (before[index] ?? codes.leftCurlyBrace)) return nok(code);
        effects.consume(code);
        return index++ < before.length ? opening : inside;
      }

      /**
       * ```markdown
       * > | ||::{bg="red"} a ||
       *          ^^^^^^^^^
       * ```
       */
      function inside(code: Code): State | undefined {
        if (code === null || markdownLineEnding(code)) {
          unclosedAttributesLine = context.now().line;
          return nok(code);
        }
        effects.consume(code);
        if (code === codes.quotationMark) quoted = !quoted;
        return code === codes.rightCurlyBrace && !quoted ? after : inside;
      }

      /**
       * ```markdown
       * > | ||::{bg="red"} a ||
       *                   ^
       * ```
       */
      function after(code: Code): State | undefined {
        if (type !== undefined) effects.exit(type);
        return ok(code);
      }
    }
  }
}

/** Makes a construct for the characters of a marker. It is for looking ahead: its token is none of ours. */
function marking(marker: readonly number[]): Construct {
  return { partial: true, tokenize };

  function tokenize(effects: Effects, ok: State, nok: State): State {
    let index = 0;
    return start;

    /**
     * ```markdown
     * > | || a ||
     *     ^    ^
     * ```
     */
    function start(code: Code): State | undefined {
      effects.enter('data');
      return inside(code);
    }

    /**
     * ```markdown
     * > | || a ||
     *     ^^   ^^
     * ```
     */
    function inside(code: Code): State | undefined {
      if (index === marker.length) {
        effects.exit('data');
        return ok(code);
      }
      if (code !== marker[index++]) return nok(code);
      effects.consume(code);
      return inside;
    }
  }
}

/** Looks whether there is a next line that belongs to the same container. */
function tokenizeNonLazyLine(context: TokenizeContext): Construct['tokenize'] {
  return (effects, ok, nok) => {
    return start;

    /**
     * ```markdown
     * > | > #|
     *         ^
     *   | > || a ||
     * ```
     */
    function start(code: Code): State | undefined {
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      return after;
    }

    /**
     * ```markdown
     *   | > #|
     * > | > || a ||
     *       ^
     * ```
     */
    function after(code: Code): State | undefined {
      const lazy = context.parser.lazy[context.now().line] === true;
      return code === null || lazy ? nok(code) : ok(code);
    }
  };
}
