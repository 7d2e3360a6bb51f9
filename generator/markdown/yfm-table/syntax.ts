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
 * Cells hold block content: see `CellContent`.
 */
import { factorySpace } from 'micromark-factory-space';
import { markdownLineEnding, markdownSpace } from 'micromark-util-character';
import { codes, types } from 'micromark-util-symbol';
import type { Code, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';
import { levelOf } from './cell-content.ts';
import { factoryAttributes } from './factory-attributes.ts';
import { factoryRow } from './factory-row.ts';
import { factoryText } from './factory-text.ts';
import { closingMarker, rowMarker } from './marker.ts';
import { nonLazyLine } from './non-lazy-line.ts';
import { lineStart, tableState } from './table-state.ts';

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

/**
 * The deepest level of a table that is read as a table.
 *
 * Every table reads all text in it to find its own end, and hands its cells on to be read again. So text is read once a
 * level, and the call stack grows with each: without a limit, a page of nothing but `#|` costs the square of its
 * length, and then the stack.
 */
const deepestLevel = 8;

/**
 * Makes the syntax extension for YFM tables.
 *
 * @returns a micromark extension, which adds a flow construct for `#`, named `yfmTable`. No input makes it fail: what
 * it cannot place in a cell it marks as stray, and what is not closed it closes where its container ends.
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
  const table = tableState(context, effects, levelOf(context.parser));
  const { protection } = table;
  const isTooDeep = table.level > deepestLevel;
  const openingType = isTooDeep ? 'yfmTableOpeningTooDeep' : 'yfmTableOpening';
  let hasRow = false;
  let inStray = false;

  const row = factoryRow(table, { between, closing: closingStart, tableEnd });
  const strayText = factoryText(table, strayPipe, strayDataEnd);
  const attributes = factoryAttributes(table, {
    before: [codes.verticalBar, codes.colon],
    type: 'yfmTableAttributes',
  });
  const closingAttributes = factoryAttributes(table, {
    afterSpace: true,
    type: 'yfmTableAttributes',
  });

  return start;

  function start(code: Code): State | undefined {
    effects.enter('yfmTable');
    effects.enter(openingType);
    effects.consume(code);
    return openingPipe;
  }

  function openingPipe(code: Code): State | undefined {
    if (code !== codes.verticalBar) return nok(code);
    effects.consume(code);
    return openingAfter;
  }

  function openingAfter(code: Code): State | undefined {
    effects.exit(openingType);
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
    if (code === codes.eof) return tableEnd(code);
    if (markdownLineEnding(code)) {
      return effects.check(nonLazyLine, lineEnding, tableEnd)(code);
    }
    protection.leaveQuotedFence(code);
    if (protection.isOpen) return strayStart(code);
    if (markdownSpace(code)) return factorySpace(effects, between, types.whitespace)(code);
    if (code !== codes.verticalBar) return strayStart(code);
    return effects.check(closingMarker, closingStart, betweenPipe)(code);
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
    if (isTooDeep) return strayStart(code);
    const other = hasRow ? strayStart : effects.check(attributes, attributesStart, strayStart);
    return effects.check(rowMarker, rowStart, other)(code);
  }

  function attributesStart(code: Code): State | undefined {
    exitStray();
    return effects.attempt(attributes, between, strayStart)(code);
  }

  function rowStart(code: Code): State | undefined {
    exitStray();
    hasRow = true;
    return row(code);
  }

  function lineEnding(code: Code): State | undefined {
    effects.enter(types.lineEnding);
    effects.consume(code);
    effects.exit(types.lineEnding);
    return lineStart(table, between);
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

  function closingSign(code: Code): State | undefined {
    effects.consume(code);
    effects.exit('yfmTableClosing');
    return effects.attempt(closingAttributes, closingAfter, closingAfter);
  }

  function closingAfter(code: Code): State | undefined {
    if (markdownSpace(code)) return factorySpace(effects, closingAfter, types.whitespace)(code);
    if (code === codes.eof || markdownLineEnding(code)) return tableEnd(code);
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
    if (code === codes.eof || markdownLineEnding(code)) {
      effects.exit('yfmTableStrayData');
      return tableEnd(code);
    }
    effects.consume(code);
    return closingStray;
  }

  /** After the closing line, or where the container ends. */
  function tableEnd(code: Code): State | undefined {
    exitStray();
    effects.exit('yfmTable');
    return ok(code);
  }

  function strayStart(code: Code): State | undefined {
    enterStray();
    return strayText(code);
  }

  /**
   * At a pipe in stray text that nothing protects.
   *
   * ```markdown
   * > | odd | b || c ||
   *         ^   ^
   * ```
   */
  function strayPipe(code: Code): State | undefined {
    const other = isTooDeep ? strayPipeData : effects.check(rowMarker, strayDataEnd, strayPipeData);
    return effects.check(closingMarker, strayDataEnd, other)(code);
  }

  function strayPipeData(code: Code): State | undefined {
    effects.consume(code);
    return strayText;
  }

  function strayDataEnd(code: Code): State | undefined {
    effects.exit('yfmTableStrayData');
    return between(code);
  }

  function enterStray(): void {
    if (!inStray) effects.enter('yfmTableStray');
    inStray = true;
    effects.enter('yfmTableStrayData');
  }

  function exitStray(): void {
    if (inStray) effects.exit('yfmTableStray');
    inStray = false;
  }
}
