/** Former names of types: each is of a type that there is, and nobody else's. */
import type { Alias, Model } from '../model/model.ts';
import { isPlatformName, reservedTypeNames } from '../model/names.ts';
import { typeNamesOf } from '../model/walk.ts';
import { similarTo } from '../runtime/similar.ts';
import type { ReportAt } from './report-at.ts';

/**
 * The aliases that can be exported beside the types of a model; the others are reported.
 *
 * @param declared what `source.json` says
 */
export function soundAliases(
  model: Pick<Model, 'events' | 'shapes'>,
  declared: readonly Alias[],
  report: ReportAt,
): Alias[] {
  const types = typeNamesOf(model);
  const known = new Set(types);
  const taken = new Set([...types, ...reservedTypeNames]);
  return declared.filter(({ name, of, position }) => {
    if (taken.has(name) || isPlatformName(name)) {
      const owner = isPlatformName(name) ? 'the platform' : 'a type that there is';
      report('name-collision', position, `${name} is the name of ${owner}; remove the alias.`);
      return false;
    }
    if (known.has(of)) return true;
    const similar = similarTo(of, types);
    const advice = similar === undefined ? '' : ` (did you mean ${similar}?)`;
    report(
      'alias-unknown',
      position,
      `no type of this source is called ${of}${advice}; fix the name, or remove the alias ${name}.`,
    );
    return false;
  });
}
