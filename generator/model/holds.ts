/** What can stand in the place of a type. */
import { isJsonObject } from './json.ts';
import type { Json, Link, Reference, Type } from './model.ts';

/** What shapes are, and what is known of values that were held against them. */
interface Search {
  shapeOf: (name: string) => Type | undefined;
  /** By the types of shapes: many ways may lead to one. */
  known: Map<Type, Map<Json, boolean>>;
}

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
  return holds(type, value, { shapeOf, known: new Map() });
}

function holds(type: Type<Link | Reference>, value: Json, search: Search): boolean {
  switch (type.kind) {
    case 'union':
      return type.members.some((member) => holds(member, value, search));
    case 'literal':
      return type.value === value;
    case 'enumeration':
      return type.open === true || type.values.some((one) => one.value === value);
    case 'integer':
      return Number.isInteger(value);
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value) && value.every((item) => holds(type.element, item, search));
    case 'open':
      return type.of === 'value' || isJsonObject(value);
    case 'reference': {
      const shape = search.shapeOf(type.name);
      return shape === undefined ? isJsonObject(value) : shapeHolds(shape, value, search);
    }
    case 'named':
      // What is only named may be anything.
      return type.type === undefined || holds(type.type, value, search);
    case 'link':
      // A section may be of any type.
      return true;
    case 'map':
      return (
        isJsonObject(value) && Object.values(value).every((item) => holds(type.value, item, search))
      );
    case 'object':
      return isJsonObject(value);
    default:
      return typeof value === type.kind;
  }
}

function shapeHolds(shape: Type, value: Json, search: Search): boolean {
  const answers = search.known.get(shape) ?? new Map<Json, boolean>();
  search.known.set(shape, answers);
  const known = answers.get(value);
  if (known !== undefined) return known;
  // A shape that is made of itself says nothing more of itself.
  answers.set(value, isJsonObject(value));
  const answer = holds(shape, value, search);
  answers.set(value, answer);
  return answer;
}

/** Whether anything at all fits: a union with a member of which nothing is said. */
export function isAnything(type: Type): boolean {
  return type.kind === 'union'
    ? type.members.some(isAnything)
    : type.kind === 'open' && type.of === 'value';
}
