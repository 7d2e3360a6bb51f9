/** What changed in what may stand at a place: kinds of JSON, null, elements, objects and their fields. */
import {
  alternativesOf,
  kindsOf,
  labelsOf,
  type Alternatives,
  type ObjectMember,
  type Shapes,
} from '../../model/alternatives.ts';
import type { Field, Shape, Type } from '../../model/model.ts';
import { mayBeAbsent } from '../../model/reading.ts';
import { membersOf, pathBelow } from '../../model/types.ts';
import { ofBoth, type Both } from '../both.ts';
import type { Side } from '../finding.ts';
import { pairMembers, withoutPartsOf, type PairedMembers } from '../match/members.ts';
import { isReordered, placesOf } from '../match/pairing.ts';
import type { ComparedObject } from '../match/renames.ts';
import { listed, typeMeaning } from '../../model/meaning.ts';
import type { ChangeKind } from '../rules.ts';
import { compareFacts, compareSupport, compareWords } from './facts.ts';
import {
  addChange,
  addDocsChange,
  compareNamed,
  comparePair,
  compareTypeNames,
  countOf,
  spotAt,
  type EventComparison,
  type Spot,
} from './spot.ts';
import { compareScalars } from './values.ts';

/** What may stand at a place, on both sides. */
interface ComparedPlace extends Both<Alternatives> {
  /** What it means; worked out when it is needed. */
  sides(): Both<Side>;
}

/** Compares two types of one place. What shapes say is the same wherever they stand. */
function compareTypes(spot: Spot, types: Both<Type>): void {
  const { comparison } = spot;
  const { before, after } = types;
  if (!mayLeadBack(before) && !mayLeadBack(after)) {
    comparePlace(spot, types);
    return;
  }
  const found = countOf(comparison);
  comparePair(comparison, `types ${keyOf(before)} ${keyOf(after)}`, true, () => {
    comparePlace(spot, types);
  });
  if (before.kind === 'reference' && after.kind === 'reference') {
    const names = { before: before.name, after: after.name };
    compareTypeNames(spot, names, countOf(comparison) === found);
  } else {
    const named = ofBoth(types, (type, side) => namedIn(type, comparison.versions[side].shapes));
    compareNamed(spot, named, types);
  }
}

/** The shapes in a type that are no objects, which are compared one by one. */
function namedIn(type: Type, shapes: Shapes): string[] {
  return membersOf(type).flatMap((member) =>
    member.kind === 'reference' && shapes.get(member.name)?.type.kind !== 'object'
      ? [member.name]
      : [],
  );
}

/** Whether a type may be made of itself: a shape, or lists of which several are taken together. */
function mayLeadBack({ kind }: Type): boolean {
  return kind === 'reference' || kind === 'union';
}

const numbers = new WeakMap<Type, number>();
let count = 0;

/** A text that two types have in common only if they say the same, or are one and the same. */
function keyOf(type: Type): string {
  if (type.kind === 'reference') return type.name;
  if (type.kind === 'union')
    return `(${[...new Set(type.members.map(keyOf))].toSorted().join('|')})`;
  const number = numbers.get(type) ?? ++count;
  numbers.set(type, number);
  return `#${number}`;
}

/** Compares what may stand at a place: whatever both sides say of it, beside what only one of them says. */
function comparePlace(spot: Spot, types: Both<Type>): void {
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
  for (const kind of [opennessChange(place), kindsChange(place)])
    if (kind) tellKind(spot, kind, place);
  compareNull(spot, place);
  const isAll = kindsOf(found.before).size === 1 && kindsOf(found.after).size === 1;
  for (const scalar of ['string', 'number', 'boolean'] as const) {
    const [was, is] = [place.before[scalar], place.after[scalar]];
    if (was && is) compareScalars(spot, { before: was, after: is }, isAll);
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

/** What came and went among the kinds of JSON, beside what the docs began or ceased to say. */
function kindsChange(place: Both<Alternatives>): ChangeKind | undefined {
  const { before: was, after: is } = place;
  const gained = newKinds(was, is);
  const lost = newKinds(is, was);
  if (!gained && !lost) return undefined;
  if (gained && lost) return 'type-replaced';
  // Where only null could stand, or only null may, null that stays makes it wider or narrower.
  const isNullAlone = saysNothing(was) || saysNothing(is);
  if (isNullAlone && !(was.null && is.null)) return 'type-replaced';
  return gained ? 'type-widened' : 'type-narrowed';
}

/** Whether a side has a kind of JSON that the other has not, and does not leave open either. */
function newKinds(one: Alternatives, other: Alternatives): boolean {
  const known = kindsOf(one);
  return [...kindsOf(other)].some((kind) => {
    if (known.has(kind) || one.anything) return false;
    const isObject = kind === 'object' || kind === 'map';
    // An open object that begins or ends is told by that.
    return !isObject || !(one.openObject || (other.openObject && holdsSomething(one)));
  });
}

/** Whether nothing, or nothing but null, may stand there. */
function saysNothing(found: Alternatives): boolean {
  return !found.anything && kindsOf(found).size === 0;
}

function compareNull(spot: Spot, place: Both<Alternatives>): void {
  const { before: was, after: is } = place;
  if (saysNothing(was) || saysNothing(is)) return;
  const sides = ofBoth(place, (found) => ({
    meaning: found.null ? 'null' : 'no null',
    position: found.null ?? found.position,
  }));
  if (is.null && !was.null && !was.anything)
    addChange(spot, 'null-allowed', 'may be null now', sides);
  if (was.null && !is.null && !is.anything)
    addChange(spot, 'null-refused', 'may no longer be null', sides);
}

// ── Objects ─────────────────────────────────────────────────────────────────────────────────────────────────

function compareMembers(spot: Spot, place: ComparedPlace): void {
  const { versions, search } = spot.comparison;
  const objects = ofBoth(place, (found) => found.objects);
  const shapes = ofBoth(versions, (version) => version.shapes);
  const paired = pairMembers(objects, shapes, search);
  tellMembers(spot, objects, paired, place);
  const label = ofBoth(objects, labelling);
  // One object that became several has no one name.
  const alike = (objects.before.length === 1) === (objects.after.length === 1);
  for (const pair of [...paired.pairs, ...paired.merged, ...paired.split]) {
    const own = {
      ...spot,
      paths: ofBoth(pair, (member, side) => spot.paths[side] + label[side](member)),
    };
    const found = countOf(spot.comparison);
    compareObjects(own, reduced(pair, objects, paired));
    const { before, after } = ofBoth(pair, ({ shape }) => shape);
    if (before !== undefined && after !== undefined) {
      if (alike) compareTypeNames(own, { before, after }, countOf(spot.comparison) === found);
    } else {
      const named = ofBoth(pair, ({ shape }) => (shape === undefined ? [] : [shape]));
      const types = ofBoth(pair, ({ object }) => object);
      compareNamed(own, named, types);
    }
  }
  if (isReordered(placesOf(paired.pairs, objects)))
    addDocsChange(
      spot,
      'order-changed',
      'its alternatives stand in another order',
      'order of alternatives',
      ofBoth(place, ({ position }) => position),
    );
}

/** Two objects, without what several of one side said together of the one that they are on the other. */
function reduced(
  pair: Both<ObjectMember>,
  objects: Both<readonly ObjectMember[]>,
  { pairs, merged, split, added, removed }: PairedMembers,
): Both<ObjectMember> {
  // Most unions have nothing merged or split, and many members.
  const besides = {
    before:
      merged.length === 0 ? [] : [...pairs, ...merged].filter(({ after }) => after === pair.after),
    after:
      split.length === 0 ? [] : [...pairs, ...split].filter(({ before }) => before === pair.before),
  };
  const others = ofBoth(besides, (same, side) =>
    same.map((one) => one[side]).filter((member) => member !== pair[side]),
  );
  const alone = ofBoth(objects, (all) => all.length === 1);
  return {
    before: withoutPartsOf(pair.before, pair.after, [
      ...others.after,
      ...(alone.before ? added : []),
    ]),
    after: withoutPartsOf(pair.after, pair.before, [
      ...others.before,
      ...(alone.after ? removed : []),
    ]),
  };
}

/** Tells what a union lost and gained. Where there is no object on a side, its kind is what was lost or gained. */
function tellMembers(
  spot: Spot,
  objects: Both<readonly ObjectMember[]>,
  { pairs, merged, split, restated, added, removed }: PairedMembers,
  place: ComparedPlace,
): void {
  const { before, after } = objects;
  const tell = (
    kind: ChangeKind,
    { before: was = [], after: is = [] }: Partial<Both<readonly ObjectMember[]>>,
    words: string,
  ) => {
    const sides = place.sides();
    const [first] = was;
    const [firstNow] = is;
    if (!first && !firstNow) return;
    const sentence = first ? inWords(was, before) : inWords(is, after);
    addChange(spot, kind, `${sentence} ${words}`, {
      before: { ...sides.before, ...(first && { position: first.object.position }) },
      after: { ...sides.after, ...(firstNow && { position: firstNow.object.position }) },
    });
  };
  tell('members-merged', { before: merged.map((pair) => pair.before) }, 'part of another one');
  tell('member-split', { after: split.map((pair) => pair.after) }, 'told apart now');
  tell('member-restated', { before: restated.before }, 'part of another one, as before');
  tell('member-restated', { after: restated.after }, 'part of another one, as before');
  const open = ofBoth(place, ({ anything, openObject }) => Boolean(anything ?? openObject));
  if (open.before && open.after) {
    tell('member-documented', { after: added }, 'documented now');
    tell('member-left-open', { before: removed }, 'no longer documented');
    return;
  }
  const known = pairs.length + merged.length + split.length > 0;
  const isWhole = before.length > 0 && after.length > 0;
  if (isWhole && !known && !open.before && !open.after) {
    tell('members-replaced', { before: removed, after: added }, 'gone, and others are new');
    return;
  }
  if (isWhole && !open.before)
    tell(before.length === 1 ? 'shape-to-union' : 'member-added', { after: added }, 'new');
  if (isWhole && !open.after)
    tell(after.length === 1 ? 'union-to-shape' : 'member-removed', { before: removed }, 'gone');
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
  const isWhole = ofBoth(members, ({ shape, object }, side) =>
    isWholeShape(object, comparison.versions[side].shapes.get(shape ?? '')),
  );
  const whole = isWhole.before && isWhole.after;
  comparePair(
    comparison,
    `objects ${before} ${after}${whole ? '' : ' in part'}`,
    whole,
    compareParts,
  );
}

function isWholeShape(object: ObjectMember['object'], shape: Shape | undefined): boolean {
  return shape === undefined || shape.type.kind !== 'object' || shape.type === object;
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
  const same: Both<Field>[] = [];
  for (const before of fields.before) {
    const own = ofBoth(paths, (path) => pathBelow(path, before.name));
    const after = twins.after.get(before.name);
    if (after) {
      same.push({ before, after });
      compareField(comparison, own, within, { before, after });
    } else comparison.lone.before.push({ field: before, path: own.before, within });
  }
  for (const field of fields.after)
    if (!twins.before.has(field.name))
      comparison.lone.after.push({ field, path: pathBelow(paths.after, field.name), within });
  const [first] = fields.before;
  const [firstNow] = fields.after;
  if (first && firstNow && isReordered(placesOf(same, fields)))
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
