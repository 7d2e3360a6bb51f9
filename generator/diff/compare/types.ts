/** What changed in what may stand at a place: kinds of JSON, null, elements, objects and their fields. */
import { mayBeAbsent } from '../../model/reading.ts';
import type { Field, Type } from '../../model/model.ts';
import {
  alternativesOf,
  kindsOf,
  labelsOf,
  type Alternatives,
  type ObjectMember,
} from '../../model/alternatives.ts';
import type { ChangeKind } from '../rules.ts';
import { compareFacts, compareSupport, compareWords } from './facts.ts';
import { compareScalars } from './values.ts';
import { addChange, addDocsChange, compareTypeNames, type Comparison, type Spot } from './run.ts';
import type { Side } from '../finding.ts';
import { listed, typeMeaning } from '../meaning/meaning.ts';
import { pairMembers, withoutPartsOf, type PairedMembers } from '../match/members.ts';
import { isReordered, isWithin } from '../match/pairing.ts';

/** How often two shapes are compared within one event. More places of the same change tell nobody anything. */
const mostVisits = 8;

/** Compares two types of one place. */
export function compareTypes(run: Comparison, spot: Spot, before: Type, after: Type): void {
  if (before.kind === 'reference' && after.kind === 'reference')
    compareTypeNames(run, spot, before.name, after.name);
  const was = alternativesOf(before, run.before.shapes);
  const is = alternativesOf(after, run.after.shapes);
  const sidesOf = (): TypeSides => ({
    before: { meaning: typeMeaning(before, run.before.shapes), position: was.position },
    after: { meaning: typeMeaning(after, run.after.shapes), position: is.position },
  });
  const kind = opennessChange(was, is) ?? kindsChange(was, is);
  if (kind) {
    const sides = sidesOf();
    const lost = kind === 'concrete-to-open' ? fieldsLost(was) : '';
    const sentence = `now ${sides.after.meaning}, was ${sides.before.meaning}${lost}`;
    addChange(run, spot, kind, sentence, sides);
  }
  if (kind === 'open-to-concrete' || kind === 'concrete-to-open' || kind === 'type-replaced')
    return;
  if (was.anything) return;
  compareNull(run, spot, was, is);
  for (const scalar of ['string', 'number', 'boolean'] as const)
    if (was[scalar] && is[scalar]) compareScalars(run, spot, was[scalar], is[scalar]);
  if (was.array && is.array) compareTypes(run, inside(spot, '[]'), was.array, is.array);
  if (was.map && is.map) compareTypes(run, inside(spot, '{}'), was.map, is.map);
  compareMembers(run, spot, was, is, sidesOf);
}

/** What may stand at a place, as it was and as it is. */
interface TypeSides {
  before: Side;
  after: Side;
}

/** The elements of a place. They are never absent: null there is null. */
function inside({ before, after, within }: Spot, step: '[]' | '{}'): Spot {
  return {
    before: before + step,
    after: after + step,
    within,
    absent: false,
    discriminator: false,
  };
}

// ── Kinds and null ──────────────────────────────────────────────────────────────────────────────────────────

/** Whether the docs begin or cease to say what stands there: anything at all, or what an object holds. */
function opennessChange(was: Alternatives, is: Alternatives): ChangeKind | undefined {
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

function kindsChange(was: Alternatives, is: Alternatives): ChangeKind | undefined {
  const before = kindsOf(was);
  const after = kindsOf(is);
  if (before.size === after.size && isWithin(before, after)) return undefined;
  // Where only null could stand, or only null may, null that stays makes it wider or narrower.
  if (before.size === 0) return was.null && is.null ? 'type-widened' : 'type-replaced';
  if (after.size === 0) return was.null && is.null ? 'type-narrowed' : 'type-replaced';
  if (!isWithin(before, after)) return 'type-replaced';
  return before.size < after.size ? 'type-widened' : 'type-narrowed';
}

function compareNull(run: Comparison, spot: Spot, was: Alternatives, is: Alternatives): void {
  if ((was.null === undefined) === (is.null === undefined)) return;
  const sides = {
    before: { meaning: was.null ? 'null' : 'no null', position: was.null ?? was.position },
    after: { meaning: is.null ? 'null' : 'no null', position: is.null ?? is.position },
  };
  if (is.null) addChange(run, spot, 'null-allowed', 'may be null now', sides);
  else addChange(run, spot, 'null-refused', 'may no longer be null', sides);
}

// ── Objects ─────────────────────────────────────────────────────────────────────────────────────────────────

function compareMembers(
  run: Comparison,
  spot: Spot,
  was: Alternatives,
  is: Alternatives,
  sidesOf: () => TypeSides,
): void {
  const paired = pairMembers(was.objects, is.objects);
  const labelBefore = labelling(was.objects);
  const labelAfter = labelling(is.objects);
  if (paired.added.length + paired.removed.length > 0)
    addMembers(run, spot, was, is, paired, sidesOf());
  for (const { before, after } of paired.pairs) {
    const paths = {
      before: spot.before + labelBefore(before),
      after: spot.after + labelAfter(after),
    };
    // One object that became several has no one name.
    const alike = (was.objects.length === 1) === (is.objects.length === 1);
    if (alike && before.shape !== undefined && after.shape !== undefined)
      compareTypeNames(run, { ...spot, ...paths }, before.shape, after.shape);
    compareObjects(
      run,
      { ...spot, ...paths },
      was.objects.length === 1 ? withoutPartsOf(before, after, paired.added) : before,
      is.objects.length === 1 ? withoutPartsOf(after, before, paired.removed) : after,
    );
  }
  const places = paired.pairs.map(({ before, after }) => ({
    before: was.objects.indexOf(before),
    after: is.objects.indexOf(after),
  }));
  if (isReordered(places))
    addDocsChange(run, spot, 'order-changed', 'its alternatives stand in another order', {
      meaning: 'order of alternatives',
      before: was.position,
      after: is.position,
    });
}

/** Tells what a union lost and gained. Where there is no object on a side, its kind is what was lost or gained. */
function addMembers(
  run: Comparison,
  spot: Spot,
  was: Alternatives,
  is: Alternatives,
  { removed, added }: PairedMembers,
  { before, after }: TypeSides,
): void {
  if (was.objects.length === 0 || is.objects.length === 0) return;
  const [firstAdded] = added;
  const [firstRemoved] = removed;
  if (firstAdded) {
    const kind = was.objects.length === 1 ? 'shape-to-union' : 'member-added';
    addChange(run, spot, kind, `${inWords(added, is.objects)} new`, {
      before,
      after: { ...after, position: firstAdded.object.position },
    });
  }
  if (firstRemoved) {
    const kind = is.objects.length === 1 ? 'union-to-shape' : 'member-removed';
    addChange(run, spot, kind, `${inWords(removed, was.objects)} gone`, {
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
export function compareObjects(
  run: Comparison,
  spot: Spot,
  before: ObjectMember,
  after: ObjectMember,
): void {
  const compareParts = () => {
    compareObjectFacts(run, spot, before.object, after.object);
    compareFields(run, spot, before.object.fields, after.object.fields);
  };
  if (before.shape === undefined || after.shape === undefined) {
    compareParts();
    return;
  }
  const key = `${before.shape} ${after.shape}`;
  if (run.unchanged.has(key)) return;
  const visits = run.visits.get(key) ?? 0;
  if (run.open.has(key) || visits >= mostVisits) {
    run.cuts++;
    return;
  }
  run.visits.set(key, visits + 1);
  run.open.add(key);
  const found = countOf(run);
  compareParts();
  run.open.delete(key);
  if (countOf(run) === found) run.unchanged.add(key);
}

/** How much was found, or may have been passed over. */
function countOf({ changes, removed, added, cuts }: Comparison): number {
  return changes.length + removed.length + added.length + cuts;
}

function compareObjectFacts(
  run: Comparison,
  spot: Spot,
  before: ObjectMember['object'],
  after: ObjectMember['object'],
): void {
  const positions = { before: before.position, after: after.position };
  compareSupport(run, spot, before.support, after.support, positions);
  compareWords(run, spot, before.description, after.description, positions);
  if ((before.open === undefined) === (after.open === undefined)) return;
  const sides = {
    before: { meaning: openMeaning(before.open), position: before.position },
    after: { meaning: openMeaning(after.open), position: after.position },
  };
  if (after.open)
    addChange(
      run,
      spot,
      'fields-left-open',
      'the docs leave open whether it has more fields',
      sides,
    );
  else addChange(run, spot, 'fields-completed', 'the docs now list all its fields', sides);
}

function openMeaning(open: string | undefined): string {
  return open === undefined ? 'all fields' : 'some fields';
}

// ── Fields ──────────────────────────────────────────────────────────────────────────────────────────────────

function compareFields(
  run: Comparison,
  spot: Spot,
  before: readonly Field[],
  after: readonly Field[],
): void {
  const within = { above: spot.within, before: spot.before, after: spot.after };
  const afterByName = new Map(after.map((field) => [field.name, field]));
  const beforeByName = new Map(before.map((field) => [field.name, field]));
  const places: { before: number; after: number }[] = [];
  for (const [i, field] of before.entries()) {
    const same = afterByName.get(field.name);
    const path = pathOf(spot.before, field.name);
    if (same) {
      places.push({ before: i, after: after.indexOf(same) });
      const paths = { before: path, after: pathOf(spot.after, field.name) };
      compareField(run, { ...paths, within }, field, same);
    } else run.removed.push({ field, path, within });
  }
  for (const field of after)
    if (!beforeByName.has(field.name))
      run.added.push({ field, path: pathOf(spot.after, field.name), within });
  const [first] = before;
  const [firstNow] = after;
  if (first && firstNow && isReordered(places))
    addDocsChange(run, spot, 'order-changed', 'its fields stand in another order', {
      meaning: 'order of fields',
      before: first.position,
      after: firstNow.position,
    });
}

function pathOf(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

/** Compares two fields that are the same one, wherever they stand. */
export function compareField(
  run: Comparison,
  at: Pick<Spot, 'before' | 'after' | 'within'>,
  before: Field,
  after: Field,
): void {
  const spot: Spot = {
    ...at,
    absent: mayBeAbsent(before) && mayBeAbsent(after),
    discriminator: before.discriminator === true || after.discriminator === true,
  };
  compareFacts(run, spot, before, after);
  compareTypes(run, spot, before.type, after.type);
}
