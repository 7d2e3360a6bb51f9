/** What changed in what may stand at a place: kinds of JSON, null, elements, objects and their fields. */
import {
  alternativesOf,
  kindsOf,
  labelsOf,
  type Alternatives,
  type ObjectMember,
} from '../../model/alternatives.ts';
import type { Field, Type } from '../../model/model.ts';
import { mayBeAbsent } from '../../model/reading.ts';
import { pathBelow } from '../../model/types.ts';
import { ofBoth, type Both } from '../both.ts';
import type { Side } from '../finding.ts';
import { pairMembers, withoutPartsOf, type PairedMembers } from '../match/members.ts';
import { isReordered, isWithin } from '../match/pairing.ts';
import type { ComparedObject } from '../match/renames.ts';
import { listed, typeMeaning } from '../meaning/meaning.ts';
import type { ChangeKind } from '../rules.ts';
import { compareFacts, compareSupport, compareWords } from './facts.ts';
import {
  addChange,
  addDocsChange,
  compareTypeNames,
  spotAt,
  type EventComparison,
  type Spot,
} from './spot.ts';
import { compareScalars } from './values.ts';

/** How often two shapes are compared within one event. More places of the same change tell nobody anything. */
const mostVisits = 8;

/** What may stand at a place, on both sides. */
interface ComparedPlace extends Both<Alternatives> {
  /** What it means; worked out when it is needed. */
  sides(): Both<Side>;
}

/** Compares two types of one place: what may stand there, then what both sides know of it. */
export function compareTypes(spot: Spot, types: Both<Type>): void {
  if (types.before.kind === 'reference' && types.after.kind === 'reference')
    compareTypeNames(spot, { before: types.before.name, after: types.after.name });
  const { versions } = spot.comparison;
  const found = ofBoth(types, (type, side) => alternativesOf(type, versions[side].shapes));
  const place: ComparedPlace = {
    ...found,
    sides: () =>
      ofBoth(types, (type, side) => ({
        meaning: typeMeaning(type, versions[side].shapes),
        position: found[side].position,
      })),
  };
  const kind = opennessChange(place) ?? kindsChange(place);
  if (kind) tellKind(spot, kind, place);
  if (kind === 'open-to-concrete' || kind === 'concrete-to-open' || kind === 'type-replaced')
    return;
  if (place.before.anything) return;
  compareNull(spot, place);
  for (const scalar of ['string', 'number', 'boolean'] as const) {
    const [was, is] = [place.before[scalar], place.after[scalar]];
    if (was && is) compareScalars(spot, { before: was, after: is });
  }
  compareElements(spot, '[]', { before: place.before.array, after: place.after.array });
  compareElements(spot, '{}', { before: place.before.map, after: place.after.map });
  compareMembers(spot, place);
}

/** The elements of a place. They are never absent: null there is null. */
function compareElements(
  { comparison, paths, within }: Spot,
  step: '[]' | '{}',
  { before, after }: Both<Type | undefined>,
): void {
  const inside = ofBoth(paths, (path) => path + step);
  if (before && after) compareTypes(spotAt(comparison, inside, within), { before, after });
}

// ── Kinds and null ──────────────────────────────────────────────────────────────────────────────────────────

function tellKind(spot: Spot, kind: ChangeKind, place: ComparedPlace): void {
  const sides = place.sides();
  const lost = kind === 'concrete-to-open' ? fieldsLost(place.before) : '';
  addChange(spot, kind, `now ${sides.after.meaning}, was ${sides.before.meaning}${lost}`, sides);
}

/** Whether the docs begin or cease to say what stands there: anything at all, or what an object holds. */
function opennessChange({ before: was, after: is }: Both<Alternatives>): ChangeKind | undefined {
  if (was.anything || is.anything) {
    if (was.anything && is.anything) return undefined;
    return was.anything ? 'open-to-concrete' : 'concrete-to-open';
  }
  if (was.openObject && !is.openObject && holdsSomething(is)) return 'open-to-concrete';
  if (is.openObject && !was.openObject && holdsSomething(was)) return 'concrete-to-open';
  return undefined;
}

function holdsSomething({ objects, map }: Alternatives): boolean {
  return objects.length > 0 || map !== undefined;
}

/** The fields of a place that the docs no longer list. */
function fieldsLost({ objects }: Alternatives): string {
  const fields = objects.flatMap(({ object }) => object.fields.map(({ name }) => `\`${name}\``));
  return fields.length === 0 ? '' : ` with ${listed([...new Set(fields)])}`;
}

function kindsChange({ before: was, after: is }: Both<Alternatives>): ChangeKind | undefined {
  const before = kindsOf(was);
  const after = kindsOf(is);
  if (before.size === after.size && isWithin(before, after)) return undefined;
  // Where only null could stand, or only null may, null that stays makes it wider or narrower.
  if (before.size === 0) return was.null && is.null ? 'type-widened' : 'type-replaced';
  if (after.size === 0) return was.null && is.null ? 'type-narrowed' : 'type-replaced';
  if (!isWithin(before, after)) return 'type-replaced';
  return before.size < after.size ? 'type-widened' : 'type-narrowed';
}

function compareNull(spot: Spot, place: Both<Alternatives>): void {
  const sides = ofBoth(place, (found) => ({
    meaning: found.null ? 'null' : 'no null',
    position: found.null ?? found.position,
  }));
  if (sides.before.meaning === sides.after.meaning) return;
  if (place.after.null) addChange(spot, 'null-allowed', 'may be null now', sides);
  else addChange(spot, 'null-refused', 'may no longer be null', sides);
}

// ── Objects ─────────────────────────────────────────────────────────────────────────────────────────────────

function compareMembers(spot: Spot, place: ComparedPlace): void {
  const objects = ofBoth(place, (found) => found.objects);
  const { before, after } = objects;
  const paired = pairMembers(before, after);
  if (before.length > 0 && after.length > 0) tellMembers(spot, objects, paired, place);
  const label = ofBoth(objects, labelling);
  // One object that became several has no one name.
  const alike = (before.length === 1) === (after.length === 1);
  for (const pair of paired.pairs) {
    const own = {
      ...spot,
      paths: ofBoth(pair, (member, side) => spot.paths[side] + label[side](member)),
    };
    if (alike && pair.before.shape !== undefined && pair.after.shape !== undefined)
      compareTypeNames(own, { before: pair.before.shape, after: pair.after.shape });
    compareObjects(own, {
      before:
        before.length === 1 ? withoutPartsOf(pair.before, pair.after, paired.added) : pair.before,
      after:
        after.length === 1 ? withoutPartsOf(pair.after, pair.before, paired.removed) : pair.after,
    });
  }
  if (
    isReordered(paired.pairs.map((pair) => ofBoth(pair, (one, side) => objects[side].indexOf(one))))
  )
    addDocsChange(
      spot,
      'order-changed',
      'its alternatives stand in another order',
      'order of alternatives',
      ofBoth(place, ({ position }) => position),
    );
}

/** Tells what a union lost and gained. Where there is no object on a side, its kind is what was lost or gained. */
function tellMembers(
  spot: Spot,
  objects: Both<readonly ObjectMember[]>,
  { removed, added }: PairedMembers,
  place: ComparedPlace,
): void {
  const [firstAdded] = added;
  const [firstRemoved] = removed;
  if (!firstAdded && !firstRemoved) return;
  const { before, after } = place.sides();
  if (firstAdded) {
    const kind = objects.before.length === 1 ? 'shape-to-union' : 'member-added';
    addChange(spot, kind, `${inWords(added, objects.after)} new`, {
      before,
      after: { ...after, position: firstAdded.object.position },
    });
  }
  if (firstRemoved) {
    const kind = objects.after.length === 1 ? 'union-to-shape' : 'member-removed';
    addChange(spot, kind, `${inWords(removed, objects.before)} gone`, {
      before: { ...before, position: firstRemoved.object.position },
      after,
    });
  }
}

function inWords(members: readonly ObjectMember[], all: readonly ObjectMember[]): string {
  const words = listed(members.map(labelling(all)));
  return members.length === 1 ? `the alternative ${words} is` : `the alternatives ${words} are`;
}

/** `<message,assistant>` for one of several objects; nothing for the only one. */
function labelling(objects: readonly ObjectMember[]): (member: ObjectMember) => string {
  const labels = labelsOf(objects);
  return (member) => {
    const label = labels[objects.indexOf(member)];
    return label === undefined ? '' : `<${label}>`;
  };
}

/** Compares two objects of one place, and what they hold. */
export function compareObjects(spot: Spot, members: Both<ObjectMember>): void {
  const { comparison } = spot;
  const compareParts = () => {
    compareObjectFacts(
      spot,
      ofBoth(members, ({ object }) => object),
    );
    compareFields(
      spot,
      ofBoth(members, ({ object }) => object.fields),
    );
  };
  const { before, after } = ofBoth(members, ({ shape }) => shape);
  if (before === undefined || after === undefined) {
    compareParts();
    return;
  }
  const key = `${before} ${after}`;
  if (comparison.unchanged.has(key)) return;
  const visits = comparison.visits.get(key) ?? 0;
  if (comparison.open.has(key) || visits >= mostVisits) {
    comparison.cuts++;
    return;
  }
  comparison.visits.set(key, visits + 1);
  comparison.open.add(key);
  const found = countOf(comparison);
  compareParts();
  comparison.open.delete(key);
  if (countOf(comparison) === found) comparison.unchanged.add(key);
}

/** How much was found, or may have been passed over. */
function countOf({ changes, lone, cuts }: EventComparison): number {
  return changes.length + lone.before.length + lone.after.length + cuts;
}

function compareObjectFacts(spot: Spot, objects: Both<ObjectMember['object']>): void {
  const positions = ofBoth(objects, ({ position }) => position);
  compareSupport(spot, objects, positions);
  compareWords(spot, objects, positions);
  const sides = ofBoth(objects, ({ open, position }) => ({
    meaning: open === undefined ? 'all fields' : 'some fields',
    position,
  }));
  if (sides.before.meaning === sides.after.meaning) return;
  if (objects.after.open)
    addChange(spot, 'fields-left-open', 'the docs leave open whether it has more fields', sides);
  else addChange(spot, 'fields-completed', 'the docs now list all its fields', sides);
}

// ── Fields ──────────────────────────────────────────────────────────────────────────────────────────────────

function compareFields(spot: Spot, fields: Both<readonly Field[]>): void {
  const { comparison, paths } = spot;
  const within = { above: spot.within, ...paths };
  const twins = ofBoth(fields, (own) => new Map(own.map((field) => [field.name, field])));
  const places: Both<number>[] = [];
  for (const [i, before] of fields.before.entries()) {
    const own = ofBoth(paths, (path) => pathBelow(path, before.name));
    const after = twins.after.get(before.name);
    if (after) {
      places.push({ before: i, after: fields.after.indexOf(after) });
      compareField(comparison, own, within, { before, after });
    } else comparison.lone.before.push({ field: before, path: own.before, within });
  }
  for (const field of fields.after)
    if (!twins.before.has(field.name))
      comparison.lone.after.push({ field, path: pathBelow(paths.after, field.name), within });
  const [first] = fields.before;
  const [firstNow] = fields.after;
  if (first && firstNow && isReordered(places))
    addDocsChange(spot, 'order-changed', 'its fields stand in another order', 'order of fields', {
      before: first.position,
      after: firstNow.position,
    });
}

/** Compares two fields that are the same one, wherever they stand. */
export function compareField(
  comparison: EventComparison,
  paths: Both<string>,
  within: ComparedObject,
  fields: Both<Field>,
): void {
  const { before, after } = fields;
  const spot: Spot = {
    ...spotAt(comparison, paths, within),
    absent: mayBeAbsent(before) && mayBeAbsent(after),
    discriminator: before.discriminator === true || after.discriminator === true,
  };
  compareFacts(spot, fields);
  compareTypes(
    spot,
    ofBoth(fields, ({ type }) => type),
  );
}
