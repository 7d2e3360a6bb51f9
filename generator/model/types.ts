/** How types are made and taken apart, before `resolve` and after it. */
import type { Link, Open, OpenReason, Position, Reference, Type } from './model.ts';

/** What a type may point at. */
type Pointer = Link | Reference;

/** A type of which nothing is said: anything, or any object. */
export function openType(
  position: Position,
  of: Open['of'] = 'value',
  reason: OpenReason = 'opaque',
): Open {
  return { kind: 'open', position, of, reason };
}

/** A union, or its only member. */
export function unionOf<Ref extends Pointer>(
  position: Position,
  members: readonly Type<Ref>[],
): Type<Ref> {
  const [only, ...others] = members;
  return only && others.length === 0 ? only : { kind: 'union', position, members: [...members] };
}

/** The members of a union, or else the type itself. */
export function membersOf<Ref extends Pointer>(type: Type<Ref>): readonly Type<Ref>[] {
  return type.kind === 'union' ? type.members : [type];
}

/** A type with each of the types that it is directly made of replaced. */
export function mapParts(type: Type, replace: (part: Type) => Type): Type {
  switch (type.kind) {
    case 'array':
      return { ...type, element: replace(type.element) };
    case 'map':
      return { ...type, value: replace(type.value) };
    case 'union':
      return { ...type, members: type.members.map(replace) };
    case 'object':
      return {
        ...type,
        fields: type.fields.map((field) => ({ ...field, type: replace(field.type) })),
      };
    default:
      return type;
  }
}

/** The path of a field of the object at `path`; that of the outermost object is empty. */
export function pathBelow(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
