/** The fields whose values tell the members of a union, or the events of a direction, apart. */
import type { Event, Field, Literal, Shape, Type } from './model.ts';
import { shapesByName, typesIn } from './walk.ts';

/**
 * The `type` of every event, and every field of a union member whose values are none of those that another member has
 * there.
 */
export function discriminatorsOf(events: readonly Event[], shapes: readonly Shape[]): Set<Field> {
  const found = new Set<Field>();
  for (const { name, body } of events)
    for (const field of body.fields)
      if (field.name === 'type' && valuesOf(field)?.join() === name) found.add(field);
  for (const members of unionsOf(events, shapes).unions) {
    const fields = members
      .flatMap((member) => (member.kind === 'object' ? member.fields : []))
      .filter((field) => valuesOf(field) !== undefined);
    for (const lists of groupsOf(fields, ({ name }) => name))
      for (const field of apartFromAnother(lists)) found.add(field);
  }
  return found;
}

/** Those fields whose values are none of those that another one has. */
function apartFromAnother(fields: readonly Field[]): Field[] {
  // There may be thousands with thousands of values: by value it is known at once which fields have it.
  const holders = new Map<Literal['value'], number[]>();
  for (const [i, field] of fields.entries())
    for (const value of new Set(valuesOf(field))) {
      const known = holders.get(value);
      if (known) known.push(i);
      else holders.set(value, [i]);
    }
  return fields.filter((field) => {
    const met = new Set<number>();
    return !(valuesOf(field) ?? []).some((value) => {
      for (const other of holders.get(value) ?? []) met.add(other);
      return met.size === fields.length;
    });
  });
}

function groupsOf(fields: readonly Field[], keyOf: (field: Field) => string): Field[][] {
  const groups = new Map<string, Field[]>();
  for (const field of fields) {
    const key = keyOf(field);
    const group = groups.get(key);
    if (group) group.push(field);
    else groups.set(key, [field]);
  }
  return [...groups.values()];
}

/** What unions may be made of, all of them together: each object is held against each other. */
const mostPairs = 20_000_000;
/** What a member that is not an object counts as much as. */
const pairsOfMember = 10;

/** The unions of a model, each with its members, those of the unions among them in their place. */
interface Unions {
  unions: Type[][];
  /** The first one that is too much together with those before it: it and the others are left out. */
  beyond?: Type;
}

/** Every union of a model but those whose objects are all in another one that they refer to. */
export function unionsOf(events: readonly Event[], shapes: readonly Shape[]): Unions {
  const byName = shapesByName({ shapes });
  const unions: Type[][] = [];
  let left = mostPairs;
  for (const type of typesIn({ events: [...events], shapes: [...shapes] })) {
    if (type.kind !== 'union' || hasObjectsOfOne(type.members)) continue;
    const members = flat(type, byName);
    const objects = members.filter(({ kind }) => kind === 'object').length;
    left -= objects ** 2 + pairsOfMember * members.length;
    if (left < 0) return { unions, beyond: type };
    unions.push(members);
  }
  return { unions };
}

/** Whether all objects of a union are those of one member, which is a shape or a union itself: `Detector | null`. */
function hasObjectsOfOne(members: readonly Type[]): boolean {
  const withObjects = members.filter(({ kind }) => ['object', 'union', 'reference'].includes(kind));
  return withObjects.length < 2;
}

function flat(union: Type, byName: ReadonlyMap<string, Shape>): Type[] {
  const seen = new Set<Type>();
  const found: Type[] = [];
  // The last one is next. There may be more unions in unions than calls in calls.
  const todo: Type[] = [union];
  for (let member = todo.pop(); member; member = todo.pop()) {
    const type = member.kind === 'reference' ? (byName.get(member.name)?.type ?? member) : member;
    if (seen.has(type)) continue;
    seen.add(type);
    if (type.kind === 'union') for (const one of type.members.toReversed()) todo.push(one);
    else found.push(type);
  }
  return found;
}

/** The values that a field is confined to; `undefined` when others may stand there. */
export function valuesOf({ type }: Field): Literal['value'][] | undefined {
  if (type.kind === 'literal') return [type.value];
  if (type.kind !== 'enumeration' || type.open) return undefined;
  return type.values.map(({ value }) => value);
}
