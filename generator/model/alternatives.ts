/** All that may stand at a place, in a form that does not depend on how the page puts it. */
import type { Field, ObjectType, Position, Shape, Type, UnionType } from './model.ts';
import { membersOf, unionOf } from './types.ts';

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

/** What is found of a place, before it is put together. */
interface Parts {
  position: Position;
  null?: Position;
  anything?: Position;
  openObject?: Position;
  scalars: Record<'string' | 'number' | 'boolean', Scalar[]>;
  arrays: Type[];
  maps: Type[];
  objects: ObjectMember[];
}

/** What the shapes of a model say is worked out once, however many places point at them. */
const known = new WeakMap<Shapes, Map<string, Alternatives>>();

/** Takes a type apart. A reference that leads nowhere, or to itself, says nothing. */
export function alternativesOf(type: Type, shapes: Shapes): Alternatives {
  if (type.kind !== 'reference' || !shapes.has(type.name)) return takenApart(type, shapes);
  const ofShapes = known.get(shapes) ?? new Map<string, Alternatives>();
  known.set(shapes, ofShapes);
  const found = ofShapes.get(type.name) ?? takenApart(type, shapes);
  ofShapes.set(type.name, found);
  return found;
}

function takenApart(type: Type, shapes: Shapes): Alternatives {
  const found: Parts = {
    position: type.position,
    scalars: { string: [], number: [], boolean: [] },
    arrays: [],
    maps: [],
    objects: [],
  };
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
  const { scalars, arrays, maps, ...rest } = found;
  const [string, number, boolean] = [scalars.string, scalars.number, scalars.boolean].map(merged);
  const [array, map] = [arrays, maps].map(joined);
  return {
    ...rest,
    ...(string && { string }),
    ...(number && { number }),
    ...(boolean && { boolean }),
    ...(array && { array }),
    ...(map && { map }),
  };
}

function add(found: Parts, type: Exclude<Type, UnionType>, shape?: string): void {
  const { scalars } = found;
  switch (type.kind) {
    case 'null':
      found.null ??= type.position;
      break;
    case 'string':
    case 'boolean':
    case 'integer':
    case 'number':
      scalars[type.kind === 'integer' ? 'number' : type.kind].push({
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
      found.arrays.push(type.element);
      break;
    case 'map':
      found.maps.push(type.value);
      break;
    case 'object':
      found.objects.push({ object: type, ...(shape !== undefined && { shape }) });
      break;
    case 'reference':
      break;
  }
}

/** What the elements of several lists may be; what is in them twice is in it once, so that it does not grow for ever. */
function joined(types: readonly Type[]): Type | undefined {
  const [first] = types;
  const names = new Set<string>();
  const once = types
    .flatMap((type) => membersOf(type))
    .filter((type) => {
      if (type.kind !== 'reference') return true;
      const isNew = !names.has(type.name);
      names.add(type.name);
      return isNew;
    });
  return first && (types.length === 1 ? first : unionOf(first.position, once));
}

function addValues(
  { scalars }: Parts,
  values: readonly Value[],
  position: Position,
  open = false,
): void {
  for (const kind of ['string', 'number', 'boolean'] as const) {
    const own = values.filter((value) => typeof value === kind);
    if (own.length > 0) scalars[kind].push({ values: own, open, position });
  }
}

/** `true` and `false` together are any boolean, and any boolean lists no values. */
function merged(scalars: readonly Scalar[]): Scalar | undefined {
  const [first] = scalars;
  if (!first) return undefined;
  const values = [...new Set(scalars.flatMap((scalar) => scalar.values))];
  const free = scalars.filter((scalar) => scalar.any !== undefined);
  const isBoolean = values.includes(true) && values.includes(false);
  const any =
    free.find((scalar) => scalar.any === 'number')?.any ??
    free[0]?.any ??
    (isBoolean ? 'boolean' : undefined);
  const format = formatOf(free);
  return {
    position: first.position,
    ...(any !== undefined && { any }),
    ...(format !== undefined && { format }),
    values: any === 'boolean' ? [] : values,
    open: any !== 'boolean' && scalars.some(({ open }) => open),
  };
}

/** The formats of a place; none where one of its alternatives may have any. */
function formatOf(scalars: readonly Scalar[]): string | undefined {
  const formats = scalars.flatMap(({ format }) => format ?? []);
  if (formats.length === 0 || formats.length < scalars.length) return undefined;
  return [...new Set(formats)].toSorted().join(' or ');
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
  const howOften = counted(labels);
  const holders = counted(objects.flatMap((member) => fieldNamesOf(member)));
  // In an order that the page does not decide.
  const own = (member: ObjectMember) =>
    fieldNamesOf(member)
      .filter((name) => holders.get(name) === 1)
      .toSorted()
      .join(',');
  return objects.map((member, i) => {
    const label = labels[i] ?? '';
    return label !== '' && howOften.get(label) === 1 ? label : own(member) || String(i + 1);
  });
}

function fieldNamesOf({ object }: ObjectMember): string[] {
  return object.fields.map(({ name }) => name);
}

/** How often each of these texts is there. */
function counted(texts: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const text of texts) found.set(text, (found.get(text) ?? 0) + 1);
  return found;
}
