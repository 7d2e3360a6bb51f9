import { markdownLineEnding } from 'micromark-util-character';
import { codes } from 'micromark-util-symbol';
import type { Code, Construct, Effects, State } from 'micromark-util-types';
import type { TableState } from './table-state.ts';

/** Goes on to `next` when the runs of backticks of the line are known: it is looked through once, so in linear time. */
export function factoryBacktickRuns(
  { context, effects, protection }: TableState,
  next: State,
): State {
  const restOfLine: Construct = { partial: true, tokenize };
  return start;

  function start(code: Code): State | undefined {
    if (protection.runs.line === context.now().line) return next(code);
    return effects.check(restOfLine, next, next)(code);
  }

  function tokenize(effects: Effects, ok: State): State {
    const lastOfSize = new Map<number, number>();
    let size = 0;
    let last = 0;
    return inside;

    function inside(code: Code): State | undefined {
      if (code === codes.graveAccent) {
        if (size === 0) last = context.now().offset;
        size++;
      } else if (size > 0) {
        lastOfSize.set(size, last);
        size = 0;
      }
      if (code === codes.eof || markdownLineEnding(code)) {
        protection.runs = { line: context.now().line, lastOfSize, last };
        return ok(code);
      }
      effects.consume(code);
      return inside;
    }
  }
}
