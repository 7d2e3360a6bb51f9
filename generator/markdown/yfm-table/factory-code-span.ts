import { markdownLineEnding } from 'micromark-util-character';
import { codes } from 'micromark-util-symbol';
import type { Code, State } from 'micromark-util-types';
import { factoryRun, type Run } from './factory-run.ts';
import type { TableState } from './table-state.ts';

/**
 * Reads a code span, which protects pipes on its own line.
 *
 * ```markdown
 * > | || a `b | c` ||
 *           ^^^^^
 * ```
 *
 * @returns what comes after a run of backticks, which `protection.runs` must know. A run that no later run of its line
 * matches is text and protects nothing.
 */
export function factoryCodeSpan(
  table: TableState,
  content: State,
  lineEnd: State,
): (opening: Run) => State {
  const { effects, protection } = table;
  return (opening) => {
    const closing = factoryRun(table, ({ size }) => (size === opening.size ? content : inside));
    return (protection.runs.lastOfSize.get(opening.size) ?? 0) > opening.start ? inside : content;

    function inside(code: Code): State | undefined {
      if (code === codes.eof || markdownLineEnding(code)) return lineEnd(code);
      if (code === codes.graveAccent) return closing(code);
      effects.consume(code);
      return inside;
    }
  };
}
