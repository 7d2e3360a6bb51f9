/** Finds the values that tell the members of a union apart, so that nothing else may ever stand there. */
import type { Event, Field, Literal, Shape, Type } from '../model/model.ts';
import type { ReportAt } from './shapes.ts';
import { partsOf, shapesByName } from '../model/walk.ts';

/**
 * Marks, in place, the `type` of every event and every field of a union member whose values are none of those that
 * another member has there. Reports members that nothing tells from the others: TypeScript cannot narrow to them.
 */
export function markDiscriminators(
  events: readonly Event[],
  shapes: readonly Shape[],
  report: ReportAt,
): void {
  for (const { name, body } of events) {
    for (const field of body.fields) {
      if (field.name === 'type' && valuesOf(field)?.join() === name) field.discriminator = true;
    }
  }
  const byName = shapesByName({ shapes: [...shapes] });
  const todo: Type[] = [...events.map(({ body }) => body), ...shapes.map(({ type }) => type)];
  for (let type = todo.pop(); type; type = todo.pop()) {
    todo.push(...partsOf(type));
    if (type.kind !== 'union') continue;
    const members = flat(type.members, byName);
    markUnion(members);
    reportUndiscriminated(members, report);
  }
}

/** The members of a union, with those of the unions among them in their place. */
function flat(members: readonly Type[], byName: ReadonlyMap<string, Shape>): Type[] {
  const found = new Set<Type>();
  const todo = [...members];
  for (let member = todo.shift(); member; member = todo.shift()) {
    const type = member.kind === 'reference' ? (byName.get(member.name)?.type ?? member) : member;
    if (found.has(type)) continue;
    found.add(type);
    if (type.kind === 'union') todo.unshift(...type.members);
  }
  return [...found].filter(({ kind }) => kind !== 'union');
}

function markUnion(members: readonly Type[]): void {
  const fields = members.flatMap((member) => (member.kind === 'object' ? member.fields : []));
  for (const field of fields) {
    const differs = fields.some((other) => other.name === field.name && areDisjoint(field, other));
    if (differs) field.discriminator = true;
  }
}

/** A member needs values of its own, and others than each member before it that has some. */
function reportUndiscriminated(members: readonly Type[], report: ReportAt): void {
  const objects = members.filter((member) => member.kind === 'object');
  if (objects.length < 2) return;
  objects.forEach(({ fields, position }, i) => {
    const earlier = objects.slice(0, i).filter((other) => other.fields.some(isDiscriminator));
    const isTold =
      fields.some(isDiscriminator) && earlier.every((other) => areTold(fields, other.fields));
    if (isTold) return;
    report(
      'variant-undiscriminated',
      position,
      'no constant field, such as `type`, tells this member of a union from the others; a correction can add one.',
    );
  });
}

function isDiscriminator({ discriminator }: Field): boolean {
  return discriminator === true;
}

/** Whether some field has values here that it never has there. */
function areTold(fields: readonly Field[], others: readonly Field[]): boolean {
  return fields.some((field) =>
    others.some((other) => other.name === field.name && areDisjoint(field, other)),
  );
}

/** Whether two fields have closed lists of values with nothing in common. */
function areDisjoint(field: Field, other: Field): boolean {
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
