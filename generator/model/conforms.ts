/** Holds a JSON value against the model, in a reading of the docs. */
import { isJsonObject } from './json.ts';
import type { Field, Json, Shape, Type } from './model.ts';
import { mayBeAbsent, type Tolerance } from './tolerance.ts';

/** Where a value departs from its type: `session.tools[0].name`, and what was expected there. */
export interface Misfit {
  path: string;
  expected: string;
}

/** Every place at which `value` does not fit `type`. None: it fits. */
export function misfitsOf(
  value: Json | undefined,
  type: Type,
  tolerance: Tolerance,
  shapes: ReadonlyMap<string, Shape>,
  path = '',
  closed = false,
): Misfit[] {
  const expect = (fits: boolean, expected: string): Misfit[] => (fits ? [] : [{ path, expected }]);
  const inner = (part: Json | undefined, partType: Type, at: string, isDiscriminator = false) =>
    misfitsOf(part, partType, tolerance, shapes, at, isDiscriminator);
  const { openValues } = tolerance;
  switch (type.kind) {
    case 'string':
    case 'number':
    case 'boolean':
      return expect(typeof value === type.kind, type.kind);
    case 'integer':
      return expect(Number.isInteger(value), 'integer');
    case 'null':
      return expect(value === null, 'null');
    case 'literal':
      if (openValues && !closed)
        return expect(typeof value === typeof type.value, typeof type.value);
      return expect(value === type.value, JSON.stringify(type.value));
    case 'enumeration':
      if (type.open || (openValues && !closed))
        return expect(
          type.values.some((one) => typeof one.value === typeof value),
          'one of the documented values, or a new one',
        );
      return expect(
        type.values.some((one) => one.value === value),
        type.values.map((one) => JSON.stringify(one.value)).join(' | '),
      );
    case 'open':
      return type.of === 'value'
        ? expect(value !== undefined, 'a value')
        : expect(isJsonObject(value), 'object');
    case 'array':
      return Array.isArray(value)
        ? value.flatMap((item, i) => inner(item, type.element, `${path}[${i}]`))
        : expect(false, 'array');
    case 'map':
      return isJsonObject(value)
        ? Object.entries(value).flatMap(([key, item]) => inner(item, type.value, `${path}.${key}`))
        : expect(false, 'object');
    case 'object':
      if (!isJsonObject(value)) return expect(false, 'object');
      return type.fields.flatMap((field) => misfitsOfField(value, field, tolerance, path, inner));
    case 'union': {
      const attempts = type.members.map((member) => inner(value, member, path, closed));
      // The nearest member, which fits in most places, tells most.
      return attempts.reduce((best, attempt) => (attempt.length < best.length ? attempt : best));
    }
    case 'reference': {
      const shape = shapes.get(type.name);
      return shape ? inner(value, shape.type, path) : [];
    }
  }
}

function misfitsOfField(
  object: { [key: string]: Json },
  field: Field,
  tolerance: Tolerance,
  path: string,
  inner: (part: Json | undefined, type: Type, at: string, isDiscriminator?: boolean) => Misfit[],
): Misfit[] {
  const at = path === '' ? field.name : `${path}.${field.name}`;
  const value = Object.hasOwn(object, field.name) ? object[field.name] : undefined;
  if (value === undefined) return mayBeAbsent(field) ? [] : [{ path: at, expected: 'a value' }];
  if (value === null && mayBeAbsent(field) && tolerance.nullable) return [];
  return inner(value, field.type, at, field.discriminator === true);
}
