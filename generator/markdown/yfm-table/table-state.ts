import { factorySpace } from 'micromark-factory-space';
import { types } from 'micromark-util-symbol';
import type { Effects, State, TokenizeContext } from 'micromark-util-types';
import { Protection } from './protection.ts';

/** What the states of one table share. */
export interface TableState {
  readonly effects: Effects;
  readonly context: TokenizeContext;
  /** How deep the table is nested: 1 for a table that is in no other. */
  readonly level: number;
  /** The columns before the opening of the table, which its other lines need not have. */
  readonly indentation: number;
  readonly protection: Protection;
  /**
   * The last line on which attributes were not closed. No others are looked for there: each try reads on to the end of
   * the line, so many of them would cost the square of its length.
   */
  unclosedAttributesLine: number;
}

/** The state of a table at its opening. */
export function tableState(context: TokenizeContext, effects: Effects, level: number): TableState {
  const [, prefix, prefixContext] = context.events.at(-1) ?? [];
  const hasPrefix = prefix?.type === types.linePrefix;
  return {
    effects,
    context,
    level,
    indentation: hasPrefix ? (prefixContext?.sliceSerialize(prefix, true).length ?? 0) : 0,
    protection: new Protection(),
    unclosedAttributesLine: 0,
  };
}

/** Goes on to `next` behind the indentation that a line shares with the opening of the table. */
export function lineStart({ effects, indentation }: TableState, next: State): State {
  return indentation > 0 ? factorySpace(effects, next, types.linePrefix, indentation + 1) : next;
}
