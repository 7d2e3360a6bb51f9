/** All that may stand at a place, in a form that does not depend on how the page puts it. */
import type { Field, ObjectType, Position, Shape, Type, UnionType } from './model.ts';
import { isUnique } from './names.ts';
import { unionOf } from './types.ts';

export type Value = string | number | boolean;

/** The shapes of a model, by name. */
export type Shapes = ReadonlyMap<string, Shape>;

/** The values of one JSON type: any of a kind, listed ones, or both. */
export interface Scalar {
  position: Position;
  /** Absent: only listed values, unless `open`. */
  any?: 'string' | 'integer' | 'number' | 'boolean';
  format?: string;
  values: Value[];
  /** The docs say that there are others. */
  open: boolean;
}

/** One object of a place; `shape` is its name where it has one. */
export interface ObjectMember {
  object: ObjectType;
  shape?: string;
}

/** All that may stand at a place: unions taken apart, references followed, order and nesting left out. */
export interface Alternatives {
  position: Position;
  /** Where it is said that null may stand there. */
  null?: Position;
  /** Nothing is said of it. */
  anything?: Position;
  string?: Scalar;
  number?: Scalar;
  boolean?: Scalar;
  array?: Type;
  map?: Type;
  /** An object of which nothing is said. */
  openObject?: Position;
  objects: ObjectMember[];
}

/** Takes a type apart. A reference that leads nowhere, or to itself, says nothing. */
export function alternativesOf(type: Type, shapes: Shapes): Alternatives {
  const found: Alternatives = { position: type.position, objects: [] };
  const seen = new Set<string>();
  const todo: { type: Type; shape?: string }[] = [{ type }];
  for (let next = todo.pop(); next; next = todo.pop()) {
    if (next.type.kind === 'reference') {
      const shape = shapes.get(next.type.name);
      if (!shape) found.anything ??= next.type.position;
      else if (!seen.has(shape.name)) {
        // What a shape says stands where the shape does, and is the same for all that point at it.
        if (next.type === type) found.position = shape.type.position;
        todo.push({ type: shape.type, shape: shape.name });
      }
      seen.add(next.type.name);
    } else if (next.type.kind === 'union') {
      for (const member of next.type.members.toReversed()) todo.push({ type: member });
    } else add(found, next.type, next.shape);
  }
  return found;
}

function add(found: Alternatives, type: Exclude<Type, UnionType>, shape?: string): void {
  switch (type.kind) {
    case 'null':
      found.null ??= type.position;
      break;
    case 'string':
    case 'boolean':
      addScalar(found, type.kind, {
        any: type.kind,
        values: [],
        open: false,
        position: type.position,
        ...(type.format !== undefined && { format: type.format }),
      });
      break;
    case 'integer':
    case 'number':
      addScalar(found, 'number', {
        any: type.kind,
        values: [],
        open: false,
        position: type.position,
        ...(type.format !== undefined && { format: type.format }),
      });
      break;
    case 'literal':
      addValues(found, [type.value], type.position);
      break;
    case 'enumeration':
      addValues(
        found,
        type.values.map(({ value }) => value),
        type.position,
        type.open,
      );
      break;
    case 'open':
      if (type.of === 'value') found.anything ??= type.position;
      else found.openObject ??= type.position;
      break;
    case 'array':
      found.array = joined(found.array, type.element);
      break;
    case 'map':
      found.map = joined(found.map, type.value);
      break;
    case 'object':
      found.objects.push({ object: type, ...(shape !== undefined && { shape }) });
      break;
    case 'reference':
      break;
  }
}

function joined(before: Type | undefined, type: Type): Type {
  return before ? unionOf(before.position, [before, type]) : type;
}

function addValues(
  found: Alternatives,
  values: readonly Value[],
  position: Position,
  open = false,
): void {
  for (const kind of ['string', 'number', 'boolean'] as const) {
    const own = values.filter((value) => typeof value === kind);
    if (own.length === 0) continue;
    if (kind === 'boolean' && new Set(own).size === 2)
      addScalar(found, kind, { any: kind, values: [], open: false, position });
    else addScalar(found, kind, { values: own, open, position });
  }
}

function addScalar(
  found: Alternatives,
  kind: 'string' | 'number' | 'boolean',
  scalar: Scalar,
): void {
  const before = found[kind];
  found[kind] = before ? mergedScalar(before, scalar) : scalar;
}

/** `true` and `false` together are any boolean, and any boolean lists no values. */
function mergedScalar(a: Scalar, b: Scalar): Scalar {
  const values = [...new Set([...a.values, ...b.values])];
  const isBoolean = values.includes(true) && values.includes(false);
  const any =
    a.any === 'number' || b.any === 'number'
      ? 'number'
      : (a.any ?? b.any ?? (isBoolean ? 'boolean' : undefined));
  const format = a.format ?? b.format;
  return {
    position: a.position,
    ...(any !== undefined && { any }),
    ...(format !== undefined && { format }),
    values: any === 'boolean' ? [] : values,
    open: a.open || b.open,
  };
}

/** Whether only listed values may stand there. */
export function isClosed(scalar: Scalar): boolean {
  return scalar.any === undefined && !scalar.open;
}

/** The kinds of JSON that may stand there, null aside. */
export function kindsOf(alternatives: Alternatives): Set<string> {
  const { string, number, boolean, array, map, openObject, objects } = alternatives;
  const kinds = { string, number, boolean, array, map, object: openObject ?? objects[0] };
  return new Set(Object.entries(kinds).flatMap(([kind, held]) => (held ? [kind] : [])));
}

/** The values that a field may have, where it lists them all. */
export function constantsOf(field: Field): readonly Value[] | undefined {
  const { type } = field;
  if (type.kind === 'literal') return [type.value];
  if (
    type.kind === 'enumeration' &&
    !type.open &&
    (field.discriminator || type.values.length === 1)
  )
    return type.values.map(({ value }) => value);
  return undefined;
}

/**
 * What tells the objects of a place apart, for a reader: the values of their discriminators, or the fields that only
 * one of them has, or their number. `undefined` where there is only one.
 */
export function labelsOf(objects: readonly ObjectMember[]): (string | undefined)[] {
  if (objects.length < 2) return objects.map(() => undefined);
  const labels = objects.map(({ object }) =>
    object.fields
      .filter(({ discriminator }) => discriminator)
      .flatMap((field) => constantsOf(field)?.join('|') ?? [])
      .join(','),
  );
  return labels.map((label, i) =>
    label !== '' && isUnique(labels, label) ? label : ownFieldsOf(objects, i) || String(i + 1),
  );
}

/** The names of the fields that one object has and no other, in an order that the page does not decide. */
function ownFieldsOf(objects: readonly ObjectMember[], i: number): string {
  const others = objects.toSpliced(i, 1).flatMap(({ object }) => object.fields);
  const names = objects[i]?.object.fields.map(({ name }) => name) ?? [];
  return names
    .filter((name) => !others.some((other) => other.name === name))
    .toSorted()
    .join(',');
}
