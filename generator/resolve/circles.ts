/**
 * Unions that contain themselves as a whole: `A` is a text or `B`, and `B` is a number or `A`. Both are a text or a
 * number, and that is what they become, since no language has a type that is itself or something else.
 */
import { limits } from '../limits.ts';
import { waysAmong } from '../model/circular.ts';
import type { Reference, Shape, Type } from '../model/model.ts';
import { membersOf, openType } from '../model/types.ts';
import { unionOfDistinct } from './join.ts';

/**
 * Gives each union that leads back to itself the members that its way there leads past, in place.
 *
 * @returns the shapes that are nothing but themselves: they are open
 */
export function openCircles(shapes: readonly Shape[]): Shape[] {
  const byName = new Map(shapes.map((shape) => [shape.name, shape.type]));
  const empty: Shape[] = [];
  const { circles } = waysAmong(shapes);
  const circular = new Set(circles.flat());
  // A circle of so many is a fault: each of them would have the members of all.
  const endless = new Set(circles.filter(({ length }) => length > limits.shapeNesting).flat());
  for (const shape of shapes) {
    if (!circular.has(shape)) continue;
    const members = endless.has(shape) ? [] : membersOnWayFrom(shape, byName);
    const { position } = shape.type;
    if (members.length === 0) empty.push(shape);
    shape.type =
      members.length === 0
        ? openType(position, 'value', 'dead-reference')
        : unionOfDistinct(position, members);
  }
  return empty;
}

/** What a shape is when those that lead back to it are left out. */
function membersOnWayFrom({ name, type }: Shape, byName: ReadonlyMap<string, Type>): Type[] {
  const seen = new Set([name]);
  const members: Type[] = [];
  const todo = [...membersOf(type)];
  // The list grows while it is gone through.
  for (const member of todo) {
    const whole = member.kind === 'reference' ? wholeOf(member, byName) : undefined;
    if (member.kind !== 'reference' || !whole) members.push(member);
    else if (!seen.has(member.name)) for (const one of whole) todo.push(one);
    if (member.kind === 'reference') seen.add(member.name);
  }
  return members;
}

/** The members of a shape that is a union, or a name for another; `undefined`: it has no others. */
function wholeOf(
  { name }: Reference,
  byName: ReadonlyMap<string, Type>,
): readonly Type[] | undefined {
  const type = byName.get(name);
  return type && (type.kind === 'union' || type.kind === 'reference') ? membersOf(type) : undefined;
}
