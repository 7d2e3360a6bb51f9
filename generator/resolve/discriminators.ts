/** Marks the values that tell the members of a union apart, so that nothing else may ever stand there. */
import { limits } from '../limits.ts';
import { discriminatorsOf, unionsOf, valuesOf } from '../model/discriminators.ts';
import type { Event, Field, Shape, Type } from '../model/model.ts';
import type { ReportAt } from './report-at.ts';

/** Marks them in place, and reports members that nothing tells from the others: TypeScript cannot narrow to them. */
export function markDiscriminators(
  events: readonly Event[],
  shapes: readonly Shape[],
  report: ReportAt,
): void {
  for (const field of discriminatorsOf(events, shapes)) field.discriminator = true;
  for (const members of unionsOf(events, shapes).unions) reportUndiscriminated(members, report);
}

/** A member needs values of its own, and others than each member before it that has some. */
function reportUndiscriminated(members: readonly Type[], report: ReportAt): void {
  const objects = members.filter((member) => member.kind === 'object');
  if (objects.length < 2) return;
  const tooMany = objects[limits.unionObjects];
  if (tooMany) {
    report(
      'event-too-large',
      tooMany.position,
      `this union has more than ${limits.unionObjects} objects as members, and no code is made of it; put them into unions of their own.`,
    );
    return;
  }
  const earlier: Lists[] = [];
  for (const { fields, position } of objects) {
    const lists = listsOf(fields);
    const isMarked = fields.some(isDiscriminator);
    const isTold = isMarked && earlier.every((other) => areTold(lists, other));
    if (isMarked) earlier.push(lists);
    if (isTold) continue;
    report(
      'variant-undiscriminated',
      position,
      'no constant field, such as `type`, tells this member of a union from the others; a correction can add one.',
    );
  }
}

function isDiscriminator({ discriminator }: Field): boolean {
  return discriminator === true;
}

/** The closed lists of values of the fields of an object, by the names of the fields. */
type Lists = ReadonlyMap<string, ReadonlySet<unknown>>;

function listsOf(fields: readonly Field[]): Lists {
  return new Map(
    fields.flatMap((field) => {
      const values = valuesOf(field);
      return values ? [[field.name, new Set<unknown>(values)] as const] : [];
    }),
  );
}

/** Whether some field has values here that it never has there. */
function areTold(lists: Lists, others: Lists): boolean {
  for (const [name, values] of lists) {
    const other = others.get(name);
    if (other && areApart(values, other)) return true;
  }
  return false;
}

function areApart(values: ReadonlySet<unknown>, others: ReadonlySet<unknown>): boolean {
  for (const value of values) if (others.has(value)) return false;
  return true;
}
