/** Where the comparison of two versions of one event is, and what it has found on its way. */
import type { Position, ReadingMode } from '../../model/model.ts';
import type { Shapes } from '../../model/alternatives.ts';
import { ofBoth, type Both } from '../both.ts';
import type { Side } from '../finding.ts';
import type { ComparedObject, LoneField } from '../match/renames.ts';
import type { ChangeKind } from '../rules.ts';
import type { LocalChange } from './change.ts';

/** One version of the event: its name, and what its references lead to. */
export interface Version {
  event: string;
  shapes: Shapes;
  /** The TypeScript names of the shapes that this direction uses. */
  typeNames: ReadonlyMap<string, string>;
}

/** What the comparison of one event knows and finds. */
export interface EventComparison {
  versions: Both<Version>;
  reading: ReadingMode;
  changes: LocalChange[];
  /** Fields that one side has and the other has not, until moves are told from them. */
  lone: Both<LoneField[]>;
  /** How often two shapes have been compared: a shape that stands in many places is the same in the later ones. */
  visits: Map<string, number>;
  /** The shapes that are being compared: one that holds itself ends there. */
  open: Set<string>;
  /** How often the comparison went no further, for one of these reasons. */
  cuts: number;
  /** The shapes in which nothing changed, of all events of the direction. */
  unchanged: Set<string>;
}

/** Where the comparison is. */
export interface Spot {
  comparison: EventComparison;
  /** They differ below what was renamed or moved. */
  paths: Both<string>;
  within: ComparedObject;
  /** Whether it is a field that may be absent, before and after. */
  absent: boolean;
  /** Whether its values tell union members or events apart. */
  discriminator: boolean;
  /** Whether it is the event itself. */
  event: boolean;
}

/** A spot of which no more is said than where it is. */
export function spotAt(
  comparison: EventComparison,
  paths: Both<string>,
  within: ComparedObject,
): Spot {
  return { comparison, paths, within, absent: false, discriminator: false, event: false };
}

/** Adds a change. It is called by its name of today, and by its former one when it is gone. */
export function addChange(
  spot: Spot,
  kind: ChangeKind,
  sentence: string,
  sides: Partial<Both<Side>>,
): void {
  const { comparison, paths, absent, discriminator, event } = spot;
  const { changes, versions, reading } = comparison;
  const named = sides.after ? 'after' : 'before';
  changes.push({
    kind,
    place: { event: versions[named].event, path: paths[named] },
    sentence,
    circumstances: { reading, absent, discriminator, event },
    ...sides,
  });
}

/**
 * Adds a change of words, examples or order.
 *
 * @param meaning the same on both sides, whatever the words are
 */
export function addDocsChange(
  spot: Spot,
  kind: ChangeKind,
  sentence: string,
  meaning: string,
  positions: Both<Position>,
): void {
  addChange(
    spot,
    kind,
    sentence,
    ofBoth(positions, (position) => ({ meaning, position })),
  );
}

/** Tells when a shape has another TypeScript name: then neither side has the name of the other. */
export function compareTypeNames(spot: Spot, names: Both<string>): void {
  const { before, after } = spot.comparison.versions;
  const one = before.shapes.get(names.before);
  const other = after.shapes.get(names.after);
  const was = before.typeNames.get(names.before);
  const is = after.typeNames.get(names.after);
  if (!one || !other || was === undefined || is === undefined || was === is) return;
  if ([...after.typeNames.values()].includes(was)) return;
  if ([...before.typeNames.values()].includes(is)) return;
  addChange(spot, 'type-name-changed', `its type is now called ${is}, was ${was}`, {
    before: { meaning: was, position: one.copies[0] ?? one.type.position },
    after: { meaning: is, position: other.copies[0] ?? other.type.position },
  });
}
