import { codes, types } from 'micromark-util-symbol';
import type { Code, Construct, Effects, State } from 'micromark-util-types';

/** Looks ahead for `|#`, which closes a table. */
export const closingMarker = markerOf(codes.verticalBar, codes.numberSign);

/** Looks ahead for `||`, which opens and closes a row. */
export const rowMarker = markerOf(codes.verticalBar, codes.verticalBar);

/** Makes a construct for `effects.check`: its token is in no tree. */
function markerOf(...marker: readonly number[]): Construct {
  return { partial: true, tokenize };

  function tokenize(effects: Effects, ok: State, nok: State): State {
    let index = 0;
    return start;

    function start(code: Code): State | undefined {
      effects.enter(types.data);
      return inside(code);
    }

    function inside(code: Code): State | undefined {
      if (index === marker.length) {
        effects.exit(types.data);
        return ok(code);
      }
      if (code !== marker[index++]) return nok(code);
      effects.consume(code);
      return inside;
    }
  }
}
