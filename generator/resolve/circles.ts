/**
 * Unions that contain themselves as a whole: `A` is a text or `B`, and `B` is a number or `A`. Both are a text or a
 * number, and that is what they become, since no language has a type that is itself or something else.
 */
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
  for (const shape of shapes) {
    const { members, isCircular } = wayFrom(shape, byName);
    if (!isCircular) continue;
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
function wayFrom(
  { name, type }: Shape,
  byName: ReadonlyMap<string, Type>,
): { members: Type[]; isCircular: boolean } {
  const seen = new Set([name]);
  const members: Type[] = [];
  let isCircular = false;
  const todo = [...membersOf(type)];
  // The list grows while it is gone through.
  for (const member of todo) {
    if (member.kind === 'reference' && member.name === name) isCircular = true;
    const whole = member.kind === 'reference' ? wholeOf(member, byName) : undefined;
    if (member.kind !== 'reference' || !whole) members.push(member);
    else if (!seen.has(member.name)) todo.push(...whole);
    if (member.kind === 'reference') seen.add(member.name);
  }
  return { members, isCircular };
}

/** The members of a shape that is a union, or a name for another; `undefined`: it has no others. */
function wholeOf(
  { name }: Reference,
  byName: ReadonlyMap<string, Type>,
): readonly Type[] | undefined {
  const type = byName.get(name);
  return type && (type.kind === 'union' || type.kind === 'reference') ? membersOf(type) : undefined;
}
