import { factorySpace } from 'micromark-factory-space';
import { markdownLineEnding, markdownSpace } from 'micromark-util-character';
import { codes, types } from 'micromark-util-symbol';
import type { Code, Construct, Effects, State, TokenType } from 'micromark-util-types';
import type { TableState } from './table-state.ts';

/** Where attributes may stand, and what becomes of them. */
interface AttributesOptions {
  /** The characters that must stand before the opening brace. */
  before?: readonly number[];
  /** Blanks may stand before all of it. */
  afterSpace?: boolean;
  /** The type of their token. Without one there is no token, so that they can be part of a chunk. */
  type?: TokenType;
}

/**
 * Makes a construct for attributes, as in `::{bg="red"}`: they close on their line, and braces in double quotes are
 * values. It fails, and consumes nothing, where there are none.
 */
export function factoryAttributes(
  table: TableState,
  { before = [], afterSpace = false, type }: AttributesOptions,
): Construct {
  const { context } = table;
  return { partial: true, tokenize };

  function tokenize(effects: Effects, ok: State, nok: State): State {
    let index = 0;
    let quoted = false;
    return afterSpace ? space : start;

    function space(code: Code): State | undefined {
      if (!markdownSpace(code)) return start(code);
      if (type !== undefined) return factorySpace(effects, start, types.whitespace)(code);
      effects.consume(code);
      return space;
    }

    function start(code: Code): State | undefined {
      if (code !== (before[0] ?? codes.leftCurlyBrace)) return nok(code);
      if (table.unclosedAttributesLine === context.now().line) return nok(code);
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

    function inside(code: Code): State | undefined {
      if (code === codes.eof || markdownLineEnding(code)) {
        table.unclosedAttributesLine = context.now().line;
        return nok(code);
      }
      effects.consume(code);
      if (code === codes.quotationMark) quoted = !quoted;
      return code === codes.rightCurlyBrace && !quoted ? after : inside;
    }

    function after(code: Code): State | undefined {
      if (type !== undefined) effects.exit(type);
      return ok(code);
    }
  }
}
