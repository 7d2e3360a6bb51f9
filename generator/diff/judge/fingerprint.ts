import { createHash } from 'node:crypto';
import type { Finding, Place } from '../finding.ts';

/**
 * A short name for what a finding means: the same on every machine, and after any rewording, reordering or moving of
 * lines. It is made of the source, the rule, the direction, the event, the path, and the old and the new meaning.
 */
export function fingerprintOf(
  finding: Pick<Finding, 'source' | 'rule' | 'direction' | 'places' | 'before' | 'after'>,
): string {
  const { source, rule, direction, before, after } = finding;
  const place = leastPlace(finding.places);
  const facts = [source, rule, direction, place, before?.meaning ?? null, after?.meaning ?? null];
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 16);
}

/** The order of places is that of the pages, which may change; the least of them stays. */
function leastPlace(places: readonly Place[]): string {
  const names = places.map(({ event, path }) => JSON.stringify([event, path]));
  return names.toSorted()[0] ?? '';
}
