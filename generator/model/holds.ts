/** What can stand in the place of a type. */
import { isJsonObject } from './json.ts';
import type { Json, Link, Reference, Type } from './model.ts';

/**
 * Whether a value can be one of a documented type, as far as the value's outside and its elements tell.
 *
 * @param shapeOf the type of a shape; without it, a shape is an object of which nothing is known
 */
export function canHold(
  type: Type<Link | Reference>,
  value: Json,
  shapeOf: (name: string) => Type | undefined = () => undefined,
): boolean {
  switch (type.kind) {
    case 'union':
      return type.members.some((member) => canHold(member, value, shapeOf));
    case 'literal':
      return type.value === value;
    case 'enumeration':
      return type.open === true || type.values.some((one) => one.value === value);
    case 'integer':
      return Number.isInteger(value);
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value) && value.every((item) => canHold(type.element, item, shapeOf));
    case 'open':
      return type.of === 'value' || isJsonObject(value);
    case 'reference': {
      const shape = shapeOf(type.name);
      // A shape that is made of itself says nothing more of itself.
      const others = (name: string) => (name === type.name ? undefined : shapeOf(name));
      return shape === undefined ? isJsonObject(value) : canHold(shape, value, others);
    }
    case 'named':
      // What is only named may be anything.
      return type.type === undefined || canHold(type.type, value, shapeOf);
    case 'link':
      // A section may be of any type.
      return true;
    case 'map':
      return (
        isJsonObject(value) &&
        Object.values(value).every((item) => canHold(type.value, item, shapeOf))
      );
    case 'object':
      return isJsonObject(value);
    default:
      return typeof value === type.kind;
  }
}

/** Whether anything at all fits: a union with a member of which nothing is said. */
export function isAnything(type: Type): boolean {
  return type.kind === 'union'
    ? type.members.some(isAnything)
    : type.kind === 'open' && type.of === 'value';
}
