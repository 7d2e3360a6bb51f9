import type { Code, State } from 'micromark-util-types';
import type { TableState } from './table-state.ts';

/** A run of one character, as the backticks around a code span. */
export interface Run {
  readonly marker: Code;
  readonly size: number;
  /** The offset of its first character. */
  readonly start: number;
}

/** Reads the whole run of the character that it is at, and goes on to the state that `next` chooses. */
export function factoryRun({ context, effects }: TableState, next: (run: Run) => State): State {
  return start;

  function start(marker: Code): State | undefined {
    const { offset } = context.now();
    let size = 0;
    return inside(marker);

    function inside(code: Code): State | undefined {
      if (code !== marker) return next({ marker, size, start: offset })(code);
      size++;
      effects.consume(code);
      return inside;
    }
  }
}
