import { markdownLineEnding, markdownSpace } from 'micromark-util-character';
import { codes, constants } from 'micromark-util-symbol';
import type { Code, State } from 'micromark-util-types';
import { factoryRun, type Run } from './factory-run.ts';
import type { TableState } from './table-state.ts';

/** What stands before the content of a line, as far as it was read: blanks, and markers of lists and block quotes. */
export interface LinePrefix {
  indent: number;
  quotes: number;
}

/** Where to go on from fenced code. */
interface AroundFence {
  /** In the text after it. */
  content: State;
  /** In the prefix of a line, where fenced code may start again. */
  contentPrefix: State;
  /** After a run of backticks that opens no fence. */
  codeSpan: (run: Run) => State;
  lineEnd: State;
}

/** The states of fenced code. */
interface CodeFence {
  /** After a run of tildes, or of backticks that `protection.runs` must know, behind the prefix of a line. */
  opening: (run: Run) => State;
  /** At the start of each line while a fence is open. */
  lineStart: State;
}

/** Reads fenced code, which protects all pipes up to its closing fence or the end of its block quote. */
export function factoryCodeFence(
  table: TableState,
  prefix: LinePrefix,
  { content, contentPrefix, codeSpan, lineEnd }: AroundFence,
): CodeFence {
  const { effects, protection } = table;
  const closing = factoryRun(table, ({ size }) =>
    protection.fence !== undefined && size >= protection.fence.size ? closingAfter : inside,
  );
  return { opening, lineStart };

  function opening(run: Run): State {
    const { marker, size, start } = run;
    const isTilde = marker === codes.tilde;
    // The info string of a fence of backticks has none: that would be a code span.
    if (size >= constants.codeFencedSequenceSizeMin && (isTilde || protection.runs.last <= start)) {
      protection.fence = { marker, size, ...prefix };
      return inside;
    }
    return isTilde ? content : codeSpan(run);
  }

  function inside(code: Code): State | undefined {
    if (code === codes.eof || markdownLineEnding(code)) return lineEnd(code);
    effects.consume(code);
    return inside;
  }

  function lineStart(code: Code): State | undefined {
    prefix.indent = 0;
    prefix.quotes = 0;
    return linePrefix(code);
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
  function linePrefix(code: Code): State | undefined {
    const { fence } = protection;
    if (fence === undefined) return content(code);
    const quoted = prefix.quotes === fence.quotes;
    if (markdownSpace(code) || (code === codes.greaterThan && !quoted)) {
      if (code === codes.greaterThan) prefix.quotes++;
      prefix.indent++;
      effects.consume(code);
      return linePrefix;
    }
    if (!quoted) {
      // The block quote ends here, and the code in it.
      protection.fence = undefined;
      return contentPrefix(code);
    }
    // As in CommonMark: a line that is indented further is code.
    return code === fence.marker && prefix.indent < fence.indent + constants.tabSize
      ? closing(code)
      : inside(code);
  }

  /**
   * ```markdown
   *   | || a | ~~~js
   *   | b || c
   * > | ~~~ ||
   *        ^
   * ```
   */
  function closingAfter(code: Code): State | undefined {
    if (markdownSpace(code)) {
      effects.consume(code);
      return closingAfter;
    }
    if (code !== codes.eof && !markdownLineEnding(code) && code !== codes.verticalBar) {
      return inside(code);
    }
    protection.fence = undefined;
    return content(code);
  }
}
