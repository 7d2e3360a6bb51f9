import type { Direction } from '../../model/model.ts';
import type { Change } from '../compare/change.ts';
import type { Finding } from '../finding.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Circumstances, Judgement, Verdict } from '../judgement.ts';
import { changeRules } from '../rules.ts';

/** Whose code a change is judged for. A server writes server events and reads client events: the mirror image. */
export type Role = 'client' | 'server';

/** The direction whose column of the rules holds for a role. */
function columnOf(direction: Direction, role: Role): Direction {
  if (role === 'client') return direction;
  return direction === 'server' ? 'client' : 'server';
}

/** Gives every change its verdict for the direction that it was found in. */
export function judge(changes: readonly Change[], role: Role = 'client'): Finding[] {
  const reader = role === 'client' ? '' : ', for a server';
  return changes.flatMap((change) => {
    const [place] = change.places;
    if (!place) return [];
    const { kind, source, direction, places, sentence, circumstances, before, after } = change;
    const { verdict, wire, types, why } = changeRules[kind][columnOf(direction, role)];
    const sides = { ...(before && { before }), ...(after && { after }) };
    return [
      {
        rule: kind,
        source,
        direction,
        place,
        places,
        sentence,
        why: `${direction} event${reader}: ${why}`,
        verdict,
        wire,
        types: typesVerdict(types, circumstances),
        ...sides,
        fingerprint: fingerprintOf({ source, rule: kind, direction, places, ...sides }),
      },
    ];
  });
}

function typesVerdict(types: Judgement['types'], circumstances: Circumstances): Verdict {
  if (typeof types === 'string') return types;
  return types.holds(circumstances) ? types.verdict : 'safe';
}
