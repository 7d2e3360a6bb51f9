/** What the comparison of two versions of one event knows and finds, while it goes through them. */
import type { Position, ReadingMode } from '../../model/model.ts';
import type { Shapes } from '../../model/alternatives.ts';
import type { ChangeKind } from '../rules.ts';
import type { LocalChange } from './change.ts';
import type { Side } from '../finding.ts';
import type { ComparedObject, LoneField } from '../match/renames.ts';

/** One side: what it calls the event, and what its references lead to. */
export interface Version {
  event: string;
  shapes: Shapes;
  /** The TypeScript names of the shapes that this direction uses. */
  typeNames: ReadonlyMap<string, string>;
}

export interface Comparison {
  before: Version;
  after: Version;
  reading: ReadingMode;
  changes: LocalChange[];
  /** Fields that one side has and the other has not, until moves are told from them. */
  removed: LoneField[];
  added: LoneField[];
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
  /** The paths on both sides; they differ below what was renamed or moved. */
  before: string;
  after: string;
  within: ComparedObject;
  /** Whether it is a field that may be absent, before and after. */
  absent: boolean;
  /** Whether its values tell union members or events apart. */
  discriminator: boolean;
  /** Set at an event itself. */
  event?: true;
}

export interface Sides {
  before?: Side;
  after?: Side;
}

/** Adds a change. It is called by its name of today, and by its former one when it is gone. */
export function addChange(
  run: Comparison,
  spot: Spot,
  kind: ChangeKind,
  sentence: string,
  sides: Sides,
): void {
  const { absent, discriminator, event = false } = spot;
  run.changes.push({
    kind,
    place: sides.after
      ? { event: run.after.event, path: spot.after }
      : { event: run.before.event, path: spot.before },
    sentence,
    circumstances: { reading: run.reading, absent, discriminator, event },
    ...sides,
  });
}

/** Adds a change of words, examples or order. What it means is the same on both sides, whatever the words are. */
export function addDocsChange(
  run: Comparison,
  spot: Spot,
  kind: ChangeKind,
  sentence: string,
  positions: { meaning: string; before: Position; after: Position },
): void {
  const { meaning, before, after } = positions;
  addChange(run, spot, kind, sentence, {
    before: { meaning, position: before },
    after: { meaning, position: after },
  });
}

/** Tells when a shape has another TypeScript name: then neither side has the name of the other. */
export function compareTypeNames(run: Comparison, spot: Spot, before: string, after: string): void {
  const one = run.before.shapes.get(before);
  const other = run.after.shapes.get(after);
  const was = run.before.typeNames.get(before);
  const is = run.after.typeNames.get(after);
  if (!one || !other || was === undefined || is === undefined || was === is) return;
  if ([...run.after.typeNames.values()].includes(was)) return;
  if ([...run.before.typeNames.values()].includes(is)) return;
  addChange(run, spot, 'type-name-changed', `its type is now called ${is}, was ${was}`, {
    before: { meaning: was, position: one.copies[0] ?? one.type.position },
    after: { meaning: is, position: other.copies[0] ?? other.type.position },
  });
}
