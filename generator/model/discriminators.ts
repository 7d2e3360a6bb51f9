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
  for (const members of unionsOf(events, shapes)) {
    const fields = members
      .flatMap((member) => (member.kind === 'object' ? member.fields : []))
      .filter((field) => valuesOf(field) !== undefined);
    // Most objects of a large union have the same few lists: each is held against each other one once.
    for (const lists of groupsOf(fields, ({ name }) => name))
      for (const alike of groupsOf(lists, (field) => JSON.stringify(valuesOf(field))))
        if (lists.some((other) => alike[0] && areDisjoint(alike[0], other)))
          for (const field of alike) found.add(field);
  }
  return found;
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

/** Every union of a model: its members, with those of the unions among them in their place. */
export function unionsOf(events: readonly Event[], shapes: readonly Shape[]): Type[][] {
  const byName = shapesByName({ shapes });
  return typesIn({ events: [...events], shapes: [...shapes] })
    .filter(({ kind }) => kind === 'union')
    .map((type) => flat(type, byName));
}

function flat(union: Type, byName: ReadonlyMap<string, Shape>): Type[] {
  const seen = new Set<Type>();
  const found: Type[] = [];
  const visit = (member: Type): void => {
    const type = member.kind === 'reference' ? (byName.get(member.name)?.type ?? member) : member;
    if (seen.has(type)) return;
    seen.add(type);
    if (type.kind === 'union') type.members.forEach(visit);
    else found.push(type);
  };
  visit(union);
  return found;
}

/** Whether two fields have closed lists of values with nothing in common. */
export function areDisjoint(field: Field, other: Field): boolean {
  const [values, others] = [valuesOf(field), valuesOf(other)];
  return (
    values !== undefined && others !== undefined && !values.some((one) => others.includes(one))
  );
}

/** The values that a field is confined to; `undefined` when others may stand there. */
function valuesOf({ type }: Field): Literal['value'][] | undefined {
  if (type.kind === 'literal') return [type.value];
  if (type.kind !== 'enumeration' || type.open) return undefined;
  return type.values.map(({ value }) => value);
}
