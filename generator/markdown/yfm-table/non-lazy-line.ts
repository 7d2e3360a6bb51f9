import { codes, types } from 'micromark-util-symbol';
import type { Code, Construct, Effects, State, TokenizeContext } from 'micromark-util-types';

/** Looks ahead, at the end of a line, for a next line that belongs to the same container. */
export const nonLazyLine: Construct = { partial: true, tokenize };

function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const isLazy = (): boolean => this.parser.lazy[this.now().line] === true;
  return start;

  function start(code: Code): State | undefined {
    effects.enter(types.lineEnding);
    effects.consume(code);
    effects.exit(types.lineEnding);
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
    return code === codes.eof || isLazy() ? nok(code) : ok(code);
  }
}
