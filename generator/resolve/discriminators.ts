/** Finds the constants that tell the members of a union apart, so that nothing else may ever stand there. */
import type { Event, Field, Shape, Type } from '../model/model.ts';
import type { ReportAt } from './shapes.ts';
import { partsOf, shapesByName } from '../model/walk.ts';

/**
 * Marks, in place, the `type` of every event and every constant field of a union member for which another member
 * has another constant. Reports members that nothing tells from the others: TypeScript cannot narrow to them.
 */
export function markDiscriminators(
  events: readonly Event[],
  shapes: readonly Shape[],
  report: ReportAt,
): void {
  for (const { name, body } of events) {
    for (const field of body.fields) {
      if (field.name === 'type' && constantOf(field) === name) field.discriminator = true;
    }
  }
  const byName = shapesByName({ shapes: [...shapes] });
  const todo: Type[] = [...events.map(({ body }) => body), ...shapes.map(({ type }) => type)];
  for (let type = todo.pop(); type; type = todo.pop()) {
    todo.push(...partsOf(type));
    if (type.kind !== 'union') continue;
    const members = type.members.map((member) => resolve(member, byName));
    markUnion(members);
    reportUndiscriminated(members, report);
  }
}

function resolve(type: Type, byName: ReadonlyMap<string, Shape>): Type {
  return type.kind === 'reference' ? (byName.get(type.name)?.type ?? type) : type;
}

function markUnion(members: readonly Type[]): void {
  const fields = members.flatMap((member) => (member.kind === 'object' ? member.fields : []));
  for (const field of fields) {
    const constant = constantOf(field);
    if (constant === undefined) continue;
    const differs = fields.some((other) => {
      const value = other.name === field.name ? constantOf(other) : undefined;
      return value !== undefined && value !== constant;
    });
    if (differs) field.discriminator = true;
  }
}

/** A member needs a constant of its own, and another one than each member before it that has one. */
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

/** Whether some field has one constant here and another one there. */
function areTold(fields: readonly Field[], others: readonly Field[]): boolean {
  return fields.some((field) => {
    const constant = constantOf(field);
    const twin = others.find(({ name }) => name === field.name);
    const other = twin && constantOf(twin);
    return constant !== undefined && other !== undefined && constant !== other;
  });
}

function constantOf(field: Field): string | number | boolean | undefined {
  return field.type.kind === 'literal' ? field.type.value : undefined;
}
