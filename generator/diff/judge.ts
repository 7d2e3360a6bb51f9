import type { Change } from './change.ts';
import type { Finding } from './finding.ts';
import { fingerprintOf } from './fingerprint.ts';
import { rules } from './rules.ts';

/** Gives every change its verdict for the direction that it was found in. */
export function judge(changes: readonly Change[]): Finding[] {
  return changes.flatMap((change) => {
    const [place] = change.places;
    if (!place) return [];
    const { kind, source, direction, places, sentence, circumstances, before, after } = change;
    const { verdict, wire, types, why } = rules[kind][direction];
    const sides = { ...(before && { before }), ...(after && { after }) };
    return [
      {
        rule: kind,
        source,
        direction,
        place,
        places,
        sentence,
        why: `${direction} event: ${why}`,
        verdict,
        wire,
        types: typeof types === 'function' ? types(circumstances) : types,
        ...sides,
        fingerprint: fingerprintOf({ source, rule: kind, direction, places, ...sides }),
      },
    ];
  });
}
