/** What `compare` finds: changes without a verdict. */
import type { Direction, ReadingMode } from '../../model/model.ts';
import type { Both } from '../both.ts';
import type { Place, Side } from '../finding.ts';
import type { Circumstances } from '../judgement.ts';
import type { ChangeKind } from '../rules.ts';

/** What changed, at every place that shows it, without a word on what it means. */
export interface Change extends Partial<Both<Side>> {
  kind: ChangeKind;
  source: string;
  direction: Direction;
  places: Place[];
  sentence: string;
  circumstances: Circumstances;
}

/** The circumstances of what is not a field: of an event, or of a source. */
export function circumstancesOf(
  reading: ReadingMode,
  { event }: { event: boolean },
): Circumstances {
  return { reading, absent: false, discriminator: false, event };
}

/** A change at one place: what the comparison of one event gives. */
export type LocalChange = Omit<Change, 'source' | 'direction' | 'places'> & { place: Place };

/**
 * The changes of one direction, each once with all its places: what stands at the same line on both sides, and meant
 * and means the same, is one change, however many events show it.
 */
export function gathered(
  changes: readonly LocalChange[],
  source: string,
  direction: Direction,
): Change[] {
  const found = new Map<string, { change: Change; known: Set<string> }>();
  for (const { place, ...change } of changes) {
    const key = JSON.stringify([change.kind, change.before, change.after, change.circumstances]);
    const same = found.get(key) ?? {
      change: { ...change, source, direction, places: [] },
      known: new Set(),
    };
    found.set(key, same);
    const here = JSON.stringify([place.event, place.path]);
    if (!same.known.has(here)) same.change.places.push(place);
    same.known.add(here);
  }
  return Array.from(found.values(), ({ change }) => change);
}
