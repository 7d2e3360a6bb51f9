/** Whether all that one type allows is allowed by another one. */
import {
  alternativesOf,
  isClosed,
  type Alternatives,
  type ObjectMember,
  type Scalar,
  type Shapes,
} from '../../model/alternatives.ts';
import type { Type } from '../../model/model.ts';
import { mayBeAbsent } from '../../model/reading.ts';

/** Deeper than this nothing is taken to fit: then it is told as gone, which is never milder. */
const deepest = 40;

/** Whether every object that one documents is one that the other documents too. */
export type Fit = (one: ObjectMember, other: ObjectMember) => boolean;

/**
 * Makes the question for objects of two models.
 *
 * @param own the shapes of what is to fit
 * @param others the shapes of what it is to fit into
 */
export function fitting(own: Shapes, others: Shapes): Fit {
  const known = new Map<string, boolean>();

  const objectFits = (one: ObjectMember, other: ObjectMember, depth: number): boolean => {
    if (one.shape === undefined || other.shape === undefined) return fieldsFit(one, other, depth);
    const key = `${one.shape} ${other.shape}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    // A shape that holds itself fits as far as the rest of it does.
    known.set(key, true);
    const fits = fieldsFit(one, other, depth);
    known.set(key, fits);
    return fits;
  };

  const fieldsFit = (one: ObjectMember, other: ObjectMember, depth: number): boolean => {
    if (one.object.open && !other.object.open) return false;
    const fields = new Map(one.object.fields.map((field) => [field.name, field]));
    for (const field of other.object.fields) {
      const held = fields.get(field.name);
      fields.delete(field.name);
      if (!held) {
        if (!mayBeAbsent(field)) return false;
      } else if (
        (mayBeAbsent(held) && !mayBeAbsent(field)) ||
        !typeFits(held.type, field.type, depth + 1)
      )
        return false;
    }
    return fields.size === 0 || other.object.open !== undefined;
  };

  const typeFits = (one: Type, other: Type, depth: number): boolean =>
    depth < deepest && placeFits(alternativesOf(one, own), alternativesOf(other, others), depth);

  const placeFits = (one: Alternatives, other: Alternatives, depth: number): boolean => {
    if (other.anything) return true;
    if (one.anything || (one.null && !other.null) || (one.openObject && !other.openObject))
      return false;
    return (
      (['string', 'number', 'boolean'] as const).every((kind) =>
        scalarFits(one[kind], other[kind]),
      ) &&
      partFits(one.array, other.array, depth) &&
      (other.openObject !== undefined || partFits(one.map, other.map, depth)) &&
      (other.openObject !== undefined ||
        one.objects.every((object) =>
          other.objects.some((host) => objectFits(object, host, depth)),
        ))
    );
  };

  const partFits = (one: Type | undefined, other: Type | undefined, depth: number): boolean =>
    !one || (other !== undefined && typeFits(one, other, depth + 1));

  return (one, other) => objectFits(one, other, 0);
}

function scalarFits(one: Scalar | undefined, other: Scalar | undefined): boolean {
  if (!one) return true;
  if (!other) return false;
  if (other.any !== undefined || other.open) return other.any !== 'integer' || isWhole(one);
  return isClosed(one) && one.values.every((value) => other.values.includes(value));
}

function isWhole({ any, open, values }: Scalar): boolean {
  return any === 'integer' || (any === undefined && !open && values.every(Number.isInteger));
}
