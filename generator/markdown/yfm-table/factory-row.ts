import { factorySpace } from 'micromark-factory-space';
import { markdownLineEnding, markdownSpace } from 'micromark-util-character';
import { codes, types } from 'micromark-util-symbol';
import type { Code, State } from 'micromark-util-types';
import { CellContent } from './cell-content.ts';
import { factoryAttributes } from './factory-attributes.ts';
import { factoryText } from './factory-text.ts';
import { closingMarker, rowMarker } from './marker.ts';
import { nonLazyLine } from './non-lazy-line.ts';
import { lineStart, type TableState } from './table-state.ts';

/** Where to go on from a row. */
interface AroundRow {
  /** After the row. */
  between: State;
  /** At a `|#` that ends the row. */
  closing: State;
  /** Where the container of the table ends in the row. */
  tableEnd: State;
}

/**
 * Reads a row with its cells.
 *
 * ```markdown
 * > | ||:{.odd} ::{bg="red"} a |::{bg="blue"} b ||
 *     ^
 * ```
 *
 * @returns the state at its first pipe, for each row of the table
 */
export function factoryRow(table: TableState, { between, closing, tableEnd }: AroundRow): State {
  const { effects, protection } = table;
  const content = new CellContent(table);
  const text = factoryText(table, cellEnd, lineEnd);

  const rowAttributes = factoryAttributes(table, {
    before: [codes.colon],
    type: 'yfmTableRowAttributes',
  });
  const ofCell = {
    before: [codes.colon, codes.colon],
    type: 'yfmTableCellAttributes',
  } as const;
  const cellAttributes = factoryAttributes(table, ofCell);
  const cellAttributesAfterRow = factoryAttributes(table, { ...ofCell, afterSpace: true });

  return start;

  function start(code: Code): State | undefined {
    effects.enter('yfmTableRow');
    effects.enter('yfmTableCell');
    effects.enter('yfmTableRowOpening');
    effects.consume(code);
    return secondPipe;
  }

  function secondPipe(code: Code): State | undefined {
    effects.consume(code);
    effects.exit('yfmTableRowOpening');
    return effects.attempt(rowAttributes, rowAttributesAfter, cellStart);
  }

  function rowAttributesAfter(code: Code): State | undefined {
    return effects.attempt(cellAttributesAfterRow, cellAttributesAfter, cellAttributesAfter)(code);
  }

  function cellStart(code: Code): State | undefined {
    return effects.attempt(cellAttributes, cellAttributesAfter, cellAttributesAfter)(code);
  }

  /**
   * The blanks before the first line of a cell align it with its neighbours: they are not its indentation, and make no
   * indented code.
   */
  function cellAttributesAfter(code: Code): State | undefined {
    return markdownSpace(code)
      ? factorySpace(effects, cellLine, types.whitespace)(code)
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
    if (code === codes.eof || markdownLineEnding(code)) return lineEnd(code);
    protection.leaveQuotedFence(code);
    if (code === codes.verticalBar && !protection.isOpen) return cellEnd(code);
    content.enterChunk();
    return text(code);
  }

  function lineEnd(code: Code): State | undefined {
    return code === codes.eof
      ? cellUnclosed(code)
      : effects.check(nonLazyLine, cellLineEnding, cellUnclosed)(code);
  }

  function cellLineEnding(code: Code): State | undefined {
    content.enterChunk();
    effects.consume(code);
    content.exitChunk();
    return lineStart(table, cellLine);
  }

  /**
   * ```markdown
   * > | || a | b ||
   *          ^   ^
   * ```
   */
  function cellEnd(code: Code): State | undefined {
    exitCell();
    const other = effects.check(rowMarker, rowEnd, cellDivider);
    return effects.check(closingMarker, rowUnclosed, other)(code);
  }

  function cellDivider(code: Code): State | undefined {
    effects.enter('yfmTableCell');
    effects.enter('yfmTableCellDivider');
    effects.consume(code);
    effects.exit('yfmTableCellDivider');
    return cellStart;
  }

  function rowEnd(code: Code): State | undefined {
    effects.enter('yfmTableRowClosing');
    effects.consume(code);
    return rowEndSecondPipe;
  }

  function rowEndSecondPipe(code: Code): State | undefined {
    effects.consume(code);
    effects.exit('yfmTableRowClosing');
    effects.exit('yfmTableRow');
    return between;
  }

  function rowUnclosed(code: Code): State | undefined {
    effects.exit('yfmTableRow');
    return closing(code);
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

  function exitCell(): void {
    content.exit();
    effects.exit('yfmTableCell');
  }
}
