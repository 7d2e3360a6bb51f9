/** Where the comparison of two versions of one event is, and what it has found on its way. */
import type { Position, ReadingMode, Type } from '../../model/model.ts';
import type { Shapes } from '../../model/alternatives.ts';
import { ofBoth, type Both } from '../both.ts';
import type { Side } from '../finding.ts';
import type { Search } from '../match/pairing.ts';
import type { ComparedObject, LoneField } from '../match/renames.ts';
import type { ChangeKind } from '../rules.ts';
import type { LocalChange } from './change.ts';

/** One version of the event: its name, and what its references lead to. */
export interface Version {
  event: string;
  shapes: Shapes;
  /** The TypeScript names of the shapes that this direction uses. */
  typeNames: ReadonlyMap<string, string>;
  /** All these names. */
  names: ReadonlySet<string>;
  /** The names that types had before, with those that they have. */
  aliases: ReadonlyMap<string, string>;
}

/** What the comparison of one event knows and finds. */
export interface EventComparison {
  versions: Both<Version>;
  reading: ReadingMode;
  /** Whether a source says that what an event had at one path is at another one now. */
  isMoved: (paths: Both<string>) => boolean;
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
  /** What of the search for other names and places is left, for all events of the direction. */
  search: Search;
  /** How many shapes the comparison is in. */
  depth: number;
  /** What is so deep that it is compared when the rest is. */
  later: (() => void)[];
}

/**
 * How often two shapes are compared within one event in any case. More places cost, since shapes that point at each other
 * stand in more of them than anybody can go through: there are so many for all events together.
 */
const fewVisits = 8;

/** Shapes within shapes that are compared at once: each takes some calls. What is deeper waits for its turn. */
const deepest = 12;

/**
 * Compares two shapes, unless it has been found that nothing changed in them, or they are being compared already.
 *
 * @param key names them and how they are compared
 * @param isWhole whether they are compared in full, so that finding nothing means that they are the same
 */
export function comparePair(
  comparison: EventComparison,
  key: string,
  isWhole: boolean,
  compare: () => void,
): void {
  if (isWhole && comparison.unchanged.has(key)) return;
  const visits = comparison.visits.get(key) ?? 0;
  if (comparison.open.has(key) || (visits >= fewVisits && !mayVisit(comparison.search))) {
    comparison.cuts++;
    return;
  }
  comparison.visits.set(key, visits + 1);
  if (comparison.depth >= deepest) {
    comparison.cuts++;
    comparison.later.push(compare);
    return;
  }
  comparison.open.add(key);
  comparison.depth++;
  const found = countOf(comparison);
  compare();
  comparison.depth--;
  comparison.open.delete(key);
  if (isWhole && countOf(comparison) === found) comparison.unchanged.add(key);
}

/** Takes one place off those that may be gone through; whether there was one. */
function mayVisit(search: Search): boolean {
  if (search.placesLeft > 0) search.placesLeft--;
  else search.isPassedOver = true;
  return !search.isPassedOver;
}

/** Compares what had to wait, and what has to wait there. */
export function compareLater(comparison: EventComparison): void {
  // The list grows while it is gone through.
  for (const compare of comparison.later) compare();
  comparison.later.length = 0;
}

/** How much was found, or may have been passed over. */
export function countOf({ changes, lone, cuts }: EventComparison): number {
  return changes.length + lone.before.length + lone.after.length + cuts;
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

/**
 * Tells when a type has another TypeScript name. A field that points at another shape, which both sides have, tells so
 * by what is different there; where nothing is, its name is all that changed.
 *
 * @param isAll whether nothing else changed there
 */
export function compareTypeNames(spot: Spot, shapes: Both<string>, isAll: boolean): void {
  const { versions } = spot.comparison;
  const { before: one, after: other } = ofBoth(shapes, (name, side) =>
    versions[side].shapes.get(name),
  );
  const { before: was, after: is } = ofBoth(shapes, (name, side) =>
    versions[side].typeNames.get(name),
  );
  if (!one || !other || was === undefined || is === undefined || was === is) return;
  if (!isAll && (versions.after.names.has(was) || versions.before.names.has(is))) return;
  addTypeName(spot, {
    before: { meaning: was, position: one.copies[0] ?? one.type.position },
    after: { meaning: is, position: other.copies[0] ?? other.type.position },
  });
}

/**
 * Tells of shapes that only one side of a place has, where nothing else of its source has their names.
 *
 * @param shapes their names in the models
 */
export function compareNamed(spot: Spot, shapes: Both<readonly string[]>, types: Both<Type>): void {
  const { versions } = spot.comparison;
  const { before, after } = ofBoth(shapes, (names, side) =>
    names.flatMap((name) => typeNameOf(name, versions[side])),
  );
  const removed = before.filter(
    ({ meaning }) => !versions.after.names.has(meaning) && !versions.after.aliases.has(meaning),
  );
  const added = after.filter(({ meaning }) => !versions.before.names.has(meaning));
  const [was] = removed;
  const [is] = added;
  if (was && is && removed.length === 1 && added.length === 1) {
    addTypeName(spot, { before: was, after: is });
    return;
  }
  const unnamed = ofBoth(types, ({ position }) => ({ meaning: 'no name', position }));
  for (const one of removed)
    addChange(spot, 'type-name-removed', `it no longer has a type of its own, ${one.meaning}`, {
      before: one,
      after: unnamed.after,
    });
  for (const one of added)
    addChange(spot, 'type-name-added', `it has a type of its own now, ${one.meaning}`, {
      before: unnamed.before,
      after: one,
    });
}

/** The TypeScript name of a shape, and where it stands; none where the direction does not use it. */
function typeNameOf(name: string, { shapes, typeNames }: Version): Side[] {
  const shape = shapes.get(name);
  const meaning = typeNames.get(name);
  if (!shape || meaning === undefined) return [];
  return [{ meaning, position: shape.copies[0] ?? shape.type.position }];
}

/**
 * Adds that a type has another TypeScript name.
 *
 * @param sides what is meant is the name
 */
export function addTypeName(spot: Spot, sides: Both<Side>): void {
  const { before, after } = ofBoth(sides, ({ meaning }) => meaning);
  const isAlias = spot.comparison.versions.after.aliases.get(before) === after;
  addChange(
    spot,
    isAlias ? 'type-name-aliased' : 'type-name-changed',
    `its type is now called ${after}, was ${before}`,
    sides,
  );
}
