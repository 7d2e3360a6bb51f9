/** Marks the values that tell the members of a union apart, so that nothing else may ever stand there. */
import { areDisjoint, discriminatorsOf, unionsOf } from '../model/discriminators.ts';
import type { Event, Field, Shape, Type } from '../model/model.ts';
import type { ReportAt } from './shapes.ts';

/** Marks them in place, and reports members that nothing tells from the others: TypeScript cannot narrow to them. */
export function markDiscriminators(
  events: readonly Event[],
  shapes: readonly Shape[],
  report: ReportAt,
): void {
  for (const field of discriminatorsOf(events, shapes)) field.discriminator = true;
  for (const members of unionsOf(events, shapes)) reportUndiscriminated(members, report);
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
