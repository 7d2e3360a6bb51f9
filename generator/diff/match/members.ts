/** Which objects of a union are the same before and after. */
import type { Field } from '../../model/model.ts';
import { constantsOf, type ObjectMember, type Value } from '../../model/alternatives.ts';
import type { Both } from '../both.ts';
import { bestPairs, overlap } from './pairing.ts';

/** The objects of a place, paired. */
export interface PairedMembers {
  pairs: Both<ObjectMember>[];
  removed: ObjectMember[];
  added: ObjectMember[];
}

/**
 * Pairs the objects of a place by the values of their discriminators, then by their fields. Where one side has a
 * single object, it is the one that it is most like on the other side, unless their constants say that it is not.
 */
export function pairMembers(
  before: readonly ObjectMember[],
  after: readonly ObjectMember[],
): PairedMembers {
  const single = before.length === 1 || after.length === 1;
  const [one, ...others] = before;
  const [other, ...more] = after;
  const pairs =
    one && other && others.length + more.length === 0
      ? [{ before: one, after: other }]
      : bestPairs(before, after, (a, b) => likeness(a, b, single ? 0 : leastFields));
  return {
    pairs,
    removed: before.filter((member) => !pairs.some((pair) => pair.before === member)),
    added: after.filter((member) => !pairs.some((pair) => pair.after === member)),
  };
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
function likeness(before: ObjectMember, after: ObjectMember, least: number): number {
  const values = constantsByName(before);
  const others = constantsByName(after);
  const shared = [...values.keys()].filter((name) => others.has(name));
  const agreeing = shared.filter((name) => overlapping(values.get(name), others.get(name)));
  const fields = overlap(fieldNames(before), fieldNames(after));
  if (agreeing.length < shared.length) {
    // Only its constant is another: a member that was given a new name, when what it holds tells.
    const own = Math.min(before.object.fields.length, after.object.fields.length) - shared.length;
    const enough = fields === 1 ? own >= 1 : own >= 2 && fields >= leastFieldsRenamed;
    return enough ? fields / 10 : 0;
  }
  if (agreeing.length > 0) return 10 * agreeing.length + fields;
  return fields >= least ? fields : 0;
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
