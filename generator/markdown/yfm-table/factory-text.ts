import { asciiDigit, markdownLineEnding, markdownSpace } from 'micromark-util-character';
import { codes, constants } from 'micromark-util-symbol';
import type { Code, State } from 'micromark-util-types';
import { factoryBacktickRuns } from './factory-backtick-runs.ts';
import { factoryAttributes } from './factory-attributes.ts';
import { factoryCodeFence, type LinePrefix } from './factory-code-fence.ts';
import { factoryCodeSpan } from './factory-code-span.ts';
import { factoryRun } from './factory-run.ts';
import type { TableState } from './table-state.ts';

/**
 * Reads text on a line: that of a cell, where a pipe ends the cell, or stray text, where one may start a row. Which
 * pipes are not separators (in code, nested tables, escapes) is the same in both, so that an outer and an inner table
 * agree where the inner one ends. Nested tables are counted, not read: the document of the cell reads them.
 *
 * @param pipe is at a pipe that nothing protects
 * @param lineEnd is at the end of the line, or of the page
 * @returns a state for where a nested table or fenced code may start: after a pipe, and at the start of a line
 */
export function factoryText(table: TableState, pipe: State, lineEnd: State): State {
  const { effects, protection } = table;
  const prefix: LinePrefix = { indent: 0, quotes: 0 };
  let digits = 0;

  const codeSpan = factoryCodeSpan(table, content, lineEnd);
  const fence = factoryCodeFence(table, prefix, { content, contentPrefix, codeSpan, lineEnd });
  const tildes = factoryRun(table, fence.opening);
  const backticksOfFence = factoryBacktickRuns(table, factoryRun(table, fence.opening));
  const backticks = factoryBacktickRuns(table, factoryRun(table, codeSpan));
  const nestedAttributes = [
    factoryAttributes(table, { before: [codes.colon] }),
    factoryAttributes(table, { before: [codes.colon, codes.colon] }),
  ];
  const nestedClosingAttributes = factoryAttributes(table, { afterSpace: true });

  return start;

  function start(code: Code): State | undefined {
    return protection.fence === undefined ? contentStart(code) : fence.lineStart(code);
  }

  function contentStart(code: Code): State | undefined {
    prefix.indent = 0;
    prefix.quotes = 0;
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
    if (code === codes.greaterThan) prefix.quotes++;
    if (code === codes.greaterThan || markdownSpace(code)) {
      prefix.indent++;
      effects.consume(code);
      return contentPrefix;
    }
    if (code === codes.dash || code === codes.asterisk || code === codes.plusSign) {
      prefix.indent++;
      effects.consume(code);
      return itemMarkerAfter;
    }
    if (asciiDigit(code)) {
      digits = 0;
      return itemNumber(code);
    }
    if (code === codes.numberSign) {
      effects.consume(code);
      return nestedOpening;
    }
    if (code === codes.tilde) return tildes(code);
    if (code === codes.graveAccent) return backticksOfFence(code);
    return content(code);
  }

  function itemNumber(code: Code): State | undefined {
    if (asciiDigit(code) && digits + 1 < constants.listItemValueSizeMax) {
      digits++;
      prefix.indent++;
      effects.consume(code);
      return itemNumber;
    }
    if (code === codes.dot || code === codes.rightParenthesis) {
      prefix.indent++;
      effects.consume(code);
      return itemMarkerAfter;
    }
    return content(code);
  }

  function itemMarkerAfter(code: Code): State | undefined {
    return markdownSpace(code) ? contentPrefix(code) : content(code);
  }

  function content(code: Code): State | undefined {
    if (code === codes.eof || markdownLineEnding(code)) return lineEnd(code);
    if (code === codes.verticalBar) return protection.nested > 0 ? nestedPipe(code) : pipe(code);
    if (code === codes.graveAccent) return backticks(code);
    effects.consume(code);
    return code === codes.backslash ? escape : content;
  }

  function escape(code: Code): State | undefined {
    if (code === codes.eof || markdownLineEnding(code)) return lineEnd(code);
    effects.consume(code);
    return content;
  }

  /**
   * ```markdown
   * > | || a | #|
   *             ^
   * ```
   */
  function nestedOpening(code: Code): State | undefined {
    if (code !== codes.verticalBar) return content(code);
    protection.nested++;
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

  function nestedPipeAfter(code: Code): State | undefined {
    if (code === codes.numberSign) {
      protection.nested--;
      effects.consume(code);
      return effects.attempt(nestedClosingAttributes, content, content);
    }
    if (code === codes.verticalBar) {
      effects.consume(code);
      return nestedCellStart;
    }
    return nestedCellStart(code);
  }

  function nestedCellStart(code: Code): State | undefined {
    return effects.attempt(nestedAttributes, contentStart, contentStart)(code);
  }
}
