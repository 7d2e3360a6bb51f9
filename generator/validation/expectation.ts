/** The model's types as the data that misfits are found with. */
import type { Expectation, ObjectExpectation } from '../runtime/types.ts';
import { isAnything } from '../model/holds.ts';
import type { Field, Model, ObjectType, Type } from '../model/model.ts';
import { mayBeAbsent } from '../model/reading.ts';
import { shapesByName } from '../model/walk.ts';

/**
 * What may stand in the place of a type.
 *
 * @param shapeOf what stands for a shape, by its name
 * @param closed whether its values tell types apart, so that no reading accepts others
 */
export function expectationOf(
  type: Type,
  shapeOf: (name: string) => Expectation,
  closed = false,
): Expectation {
  const inner = (part: Type): Expectation => expectationOf(part, shapeOf);
  if (isAnything(type)) return 'anything';
  switch (type.kind) {
    case 'literal':
      return valuesOf([type.value], closed);
    case 'enumeration': {
      const values = type.values.map(({ value }) => value);
      return type.open ? kindsOf(values) : valuesOf(values, closed);
    }
    case 'open':
      return 'object';
    case 'array':
      return { items: inner(type.element) };
    case 'map':
      return { entries: inner(type.value) };
    case 'object':
      return objectExpectationOf(type, shapeOf);
    case 'union':
      return { anyOf: type.members.map((member) => expectationOf(member, shapeOf, closed)) };
    case 'reference':
      return shapeOf(type.name);
    default:
      return type.kind;
  }
}

/** What may stand in the place of a type of this model. */
export function expectationIn(model: Pick<Model, 'shapes'>, type: Type): Expectation {
  return expectationsIn(model)(type);
}

/** The same for many types: a shape is the same object wherever it stands. */
export function expectationsIn(model: Pick<Model, 'shapes'>): (type: Type) => Expectation {
  const shapes = shapesByName(model);
  const known = new Map<string, Expectation>();
  const shapeOf = (name: string): Expectation => {
    const shape = shapes.get(name);
    if (!shape) return 'anything';
    let inner: Expectation | undefined;
    const expectation = known.get(name) ?? {
      nested: () => (inner ??= expectationOf(shape.type, shapeOf)),
    };
    known.set(name, expectation);
    return expectation;
  };
  return (type) => expectationOf(type, shapeOf);
}

/** What an object, such as the body of an event, may hold. */
export function objectExpectationOf(
  { fields, open }: ObjectType,
  shapeOf: (name: string) => Expectation,
): ObjectExpectation {
  const [required, optional] = [false, true].map((absent) =>
    Object.fromEntries(
      fields
        .filter((field) => mayBeAbsent(field) === absent)
        .map((field: Field) => [
          field.name,
          expectationOf(field.type, shapeOf, field.discriminator),
        ]),
    ),
  );
  return {
    ...(required && Object.keys(required).length > 0 && { required }),
    ...(optional && Object.keys(optional).length > 0 && { optional }),
    ...(open && { open: true }),
  };
}

function valuesOf(values: readonly (string | number | boolean)[], closed: boolean): Expectation {
  return closed ? { only: values } : { values };
}

/** The docs say that there are other values: only their kinds are known. */
function kindsOf(values: readonly (string | number | boolean)[]): Expectation {
  const kinds = [...new Set(values.map((value) => kindOf(value)))];
  const [only] = kinds;
  return kinds.length === 1 && only !== undefined ? only : { anyOf: kinds };
}

function kindOf(value: string | number | boolean): 'string' | 'number' | 'boolean' {
  return typeof value === 'string' ? 'string' : typeof value === 'number' ? 'number' : 'boolean';
}
