/** Which objects of a union are the same before and after. */
import type { Field } from '../../model/model.ts';
import {
  constantsOf,
  type ObjectMember,
  type Shapes,
  type Value,
} from '../../model/alternatives.ts';
import { ofBoth, type Both } from '../both.ts';
import { fitting, type Fit } from './fits.ts';
import { bestPairs, overlap, type Search } from './pairing.ts';

/** The objects of a place, paired. */
export interface PairedMembers {
  pairs: Both<ObjectMember>[];
  /** Objects of before that are another one now, which allows all that they did. */
  merged: Both<ObjectMember>[];
  /** Objects of after that were another one, which allowed all that they do. */
  split: Both<ObjectMember>[];
  /** What only one side lists, and an object that both sides have allows as well. */
  restated: Both<ObjectMember[]>;
  removed: ObjectMember[];
  added: ObjectMember[];
}

/**
 * Pairs the objects of a place by the values of their discriminators, then by their fields. Where one side has a
 * single object, it is the one that it is most like on the other side, unless their constants say that it is not. What
 * is left fits one of the other side, or is gone or new.
 *
 * @param shapes what the objects refer to
 */
export function pairMembers(
  objects: Both<readonly ObjectMember[]>,
  shapes: Both<Shapes>,
  search: Search,
): PairedMembers {
  const { before, after } = objects;
  const [one, ...others] = before;
  const [other, ...more] = after;
  const pairs =
    one && other && others.length + more.length === 0
      ? [{ before: one, after: other }]
      : likePairs(objects, search);
  const lone = ofBoth(objects, (members, side) => {
    const paired = new Set(pairs.map((pair) => pair[side]));
    return members.filter((member) => !paired.has(member));
  });
  const forth = placed(lone.before, after, fitting(shapes.before, shapes.after), search);
  const back = placed(lone.after, before, fitting(shapes.after, shapes.before), search);
  const partners = {
    before: new Map(pairs.map((pair) => [pair.before, pair.after])),
    after: new Map(pairs.map((pair) => [pair.after, pair.before])),
  };
  const fitsBefore = fitting(shapes.before, shapes.before);
  const fitsAfter = fitting(shapes.after, shapes.after);
  const wasThere = ({ member, host }: Placed) => {
    const partner = partners.after.get(host);
    return partner !== undefined && fitsBefore(member, partner);
  };
  const isThere = ({ member, host }: Placed) => {
    const partner = partners.before.get(host);
    return partner !== undefined && fitsAfter(member, partner);
  };
  return {
    pairs,
    merged: forth.found
      .filter((one) => !wasThere(one))
      .map(({ member, host }) => ({ before: member, after: host })),
    split: back.found
      .filter((one) => !isThere(one))
      .map(({ member, host }) => ({ before: host, after: member })),
    restated: {
      before: forth.found.filter(wasThere).map(({ member }) => member),
      after: back.found.filter(isThere).map(({ member }) => member),
    },
    removed: forth.left,
    added: back.left,
  };
}

/** An object, and the one of the other side that allows all that it does. */
interface Placed {
  member: ObjectMember;
  host: ObjectMember;
}

function placed(
  members: readonly ObjectMember[],
  hosts: readonly ObjectMember[],
  fits: Fit,
  search: Search,
): { found: Placed[]; left: ObjectMember[] } {
  const found: Placed[] = [];
  const left: ObjectMember[] = [];
  for (const member of members) {
    const looked = hosts.slice(0, search.left);
    if (looked.length < hosts.length) search.isCut = true;
    search.left -= looked.length;
    const host = looked.find((one) => fits(member, one));
    if (host) found.push({ member, host });
    else left.push(member);
  }
  return { found, left };
}

/** Pairs what has a constant in common, which speaks more than anything else; then the others by what they are like. */
function likePairs(objects: Both<readonly ObjectMember[]>, search: Search): Both<ObjectMember>[] {
  const least = objects.before.length === 1 || objects.after.length === 1 ? 0 : leastFields;
  const facts = ofBoth(objects, (members) => members.map(factsOf));
  const pairs: Both<MemberFacts>[] = [];
  const taken = new Set<MemberFacts>();
  const untaken = (all: readonly MemberFacts[]) => all.filter((one) => !taken.has(one));
  const take = (more: readonly Both<MemberFacts>[]) => {
    for (const pair of more) {
      pairs.push(pair);
      taken.add(pair.before).add(pair.after);
    }
  };
  // Of large unions, those that are known by all their constants are not held against all others.
  if (objects.before.length * objects.after.length > mostLikePairs) {
    const { before, after } = ofBoth(facts, bySignature);
    for (const [signature, one] of before) {
      const other = after.get(signature);
      if (one && other) take([{ before: one, after: other }]);
    }
  }
  take(bestPairs(ofBoth(facts, untaken), search, (a, b) => likeness(a, b, least)));
  return pairs.map((pair) => ofBoth(pair, ({ member }) => member));
}

/** More pairs than this are not all looked at where names can tell. */
const mostLikePairs = 10_000;

/** Objects by their constants; `undefined` where several have the same. */
function bySignature(all: readonly MemberFacts[]): Map<string, MemberFacts | undefined> {
  const found = new Map<string, MemberFacts | undefined>();
  for (const one of all)
    if (one.signature !== '') found.set(one.signature, found.has(one.signature) ? undefined : one);
  return found;
}

/** What an object is compared by, worked out once and not for each pair. */
interface MemberFacts {
  member: ObjectMember;
  constants: ReadonlyMap<string, readonly Value[]>;
  /** Its constants in one text; empty where it has none. */
  signature: string;
  fields: ReadonlySet<string>;
}

function factsOf(member: ObjectMember): MemberFacts {
  const constants = constantsByName(member);
  const signature = Array.from(constants, (one) => JSON.stringify(one))
    .toSorted()
    .join(' ');
  return { member, constants, signature, fields: fieldNames(member) };
}

/** How much two objects without a common discriminator must have in common to be the same member. */
const leastFields = 0.3;
/** The same for two of which the constants say that they are not. */
const leastFieldsRenamed = 0.75;

/**
 * What is left of an object when others take a part of what it said: one object that became several is compared with
 * the one that is most like it, and the fields and values that went to the others are neither gone nor new.
 *
 * @param counterpart the object that it is compared with
 * @param others the objects that stand beside the counterpart, and did not before
 */
export function withoutPartsOf(
  member: ObjectMember,
  counterpart: ObjectMember,
  others: readonly ObjectMember[],
): ObjectMember {
  if (others.length === 0) return member;
  const kept = fieldNames(counterpart);
  const elsewhere = others.flatMap(({ object }) => object.fields);
  const fields = member.object.fields
    .filter(({ name }) => kept.has(name) || !elsewhere.some((field) => field.name === name))
    .map((field) => {
      const taken = elsewhere.filter(({ name }) => name === field.name).flatMap(constantsOfField);
      const own = constantsOfField(
        counterpart.object.fields.find(({ name }) => name === field.name),
      );
      return withoutValues(
        field,
        taken.filter((value) => !own.includes(value)),
      );
    });
  return { ...member, object: { ...member.object, fields } };
}

function constantsOfField(field: Field | undefined): readonly Value[] {
  return (field && constantsOf(field)) ?? [];
}

function withoutValues(field: Field, values: readonly Value[]): Field {
  const { type } = field;
  if (type.kind !== 'enumeration' || values.length === 0) return field;
  return {
    ...field,
    type: { ...type, values: type.values.filter(({ value }) => !values.includes(value)) },
  };
}

/** What speaks for two objects being the same member of a union. */
function likeness(before: MemberFacts, after: MemberFacts, least: number): number {
  const shared = [...before.constants.keys()].filter((name) => after.constants.has(name));
  const agreeing = shared.filter((name) =>
    overlapping(before.constants.get(name), after.constants.get(name)),
  );
  const fields = overlap(before.fields, after.fields);
  if (agreeing.length < shared.length) {
    // Only its constant is another: a member that was given a new name, when what it holds tells.
    const own = Math.min(before.fields.size, after.fields.size) - shared.length;
    const enough = fields === 1 ? own >= 1 : own >= 2 && fields >= leastFieldsRenamed;
    return enough ? fields / 10 : 0;
  }
  if (agreeing.length > 0) return 10 * agreeing.length + fields;
  // One that leaves open what another one tells is less like it than one that does so too.
  const alike = before.constants.size === after.constants.size ? 0.01 : 0;
  return fields >= least ? fields + alike : 0;
}

function constantsByName({ object }: ObjectMember): Map<string, readonly Value[]> {
  return new Map(
    object.fields.flatMap((field) => {
      const values = constantsOf(field);
      return values ? [[field.name, values] as const] : [];
    }),
  );
}

function overlapping(a: readonly Value[] = [], b: readonly Value[] = []): boolean {
  return a.some((value) => b.includes(value));
}

function fieldNames({ object }: ObjectMember): Set<string> {
  return new Set(object.fields.map(({ name }) => name));
}
