/** What `compare` finds: changes without a verdict. */
import type { Direction } from '../../model/model.ts';
import type { Tolerance } from '../../model/tolerance.ts';
import type { Place, Side } from '../finding.ts';

/** Every kind of change there is; `rules.ts` has a line for each. */
export type ChangeKind =
  | 'source-added'
  | 'source-removed'
  | 'source-described'
  | 'reading-loosened'
  | 'reading-tightened'
  | 'event-added'
  | 'event-removed'
  | 'deprecated-event-removed'
  | 'event-renamed'
  | 'event-turned'
  | 'type-name-changed'
  | 'required-field-added'
  | 'optional-field-added'
  | 'required-field-removed'
  | 'optional-field-removed'
  | 'deprecated-field-removed'
  | 'required-field-renamed'
  | 'optional-field-renamed'
  | 'required-field-moved'
  | 'optional-field-moved'
  | 'required-to-optional'
  | 'optional-to-required'
  | 'unstated-to-required'
  | 'unstated-to-optional'
  | 'required-to-unstated'
  | 'optional-to-unstated'
  | 'null-allowed'
  | 'null-refused'
  | 'value-added'
  | 'value-removed'
  | 'open-value-added'
  | 'open-value-removed'
  | 'values-opened'
  | 'values-closed'
  | 'type-widened'
  | 'type-narrowed'
  | 'type-replaced'
  | 'integer-to-number'
  | 'number-to-integer'
  | 'open-to-concrete'
  | 'concrete-to-open'
  | 'fields-left-open'
  | 'fields-completed'
  | 'member-added'
  | 'member-removed'
  | 'shape-to-union'
  | 'union-to-shape'
  | 'constant-changed'
  | 'default-changed'
  | 'default-stated'
  | 'default-unstated'
  | 'bound-tightened'
  | 'bound-loosened'
  | 'format-changed'
  | 'format-stated'
  | 'format-unstated'
  | 'unit-changed'
  | 'supported-to-unsupported'
  | 'unsupported-to-supported'
  | 'supported-to-partial'
  | 'partial-to-supported'
  | 'partial-to-unsupported'
  | 'unsupported-to-partial'
  | 'support-stated'
  | 'support-unstated'
  | 'support-reworded'
  | 'deprecation-added'
  | 'deprecation-withdrawn'
  | 'description-changed'
  | 'example-changed'
  | 'order-changed'
  | 'page-moved'
  | 'origin-changed'
  | 'copies-diverge'
  | 'copies-agree';

/** What the generated types of a place depend on, beside its direction. */
export interface Circumstances {
  /** How far the types of the direction go beyond the docs. */
  tolerance: Tolerance;
  /** Whether the place is a field that may be absent, before and after. */
  absent: boolean;
  /** Whether the values of the place tell union members or events apart. */
  discriminator: boolean;
  /** Whether it is about an event as a whole. */
  event: boolean;
}

/** What changed, at every place that shows it, without a word on what it means. */
export interface Change {
  kind: ChangeKind;
  source: string;
  direction: Direction;
  places: Place[];
  sentence: string;
  circumstances: Circumstances;
  before?: Side;
  after?: Side;
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
  const found = new Map<string, Change>();
  for (const { place, ...change } of changes) {
    const key = JSON.stringify([change.kind, change.before, change.after, change.circumstances]);
    const same = found.get(key);
    if (!same) found.set(key, { ...change, source, direction, places: [place] });
    else if (!same.places.some(({ event, path }) => event === place.event && path === place.path))
      same.places.push(place);
  }
  return [...found.values()];
}
