/** Ways through a model. */
import type { Direction, Event, Field, Link, Model, Reference, Shape, Type } from './model.ts';
import { pathBelow } from './types.ts';

/** What events and shapes a model has. */
type Content = Pick<Model, 'events' | 'shapes'>;

/** The events of a direction, in the order of the index. */
export function eventsOf(model: Pick<Model, 'events'>, direction: Direction): Event[] {
  return model.events.filter((event) => event.direction === direction);
}

/** The directions that a source documents, the reader's side first. */
export function directionsOf(model: Model): Direction[] {
  return (['server', 'client'] as const).filter(
    (direction) => eventsOf(model, direction).length > 0,
  );
}

/** The types that a type is directly made of. */
export function partsOf<Ref extends Reference | Link = Reference>(type: Type<Ref>): Type<Ref>[] {
  switch (type.kind) {
    case 'array':
      return [type.element];
    case 'map':
      return [type.value];
    case 'union':
      return type.members;
    case 'object':
      return type.fields.map((field) => field.type);
    default:
      return [];
  }
}

/** The fields in a type as its page has it, at whatever depth; not those that a link leads to. */
export function documentedFieldsIn(type: Type<Link>): Field<Link>[] {
  const fields: Field<Link>[] = [];
  const todo = [type];
  for (let one = todo.pop(); one; one = todo.pop()) {
    if (one.kind === 'object') fields.push(...one.fields);
    todo.push(...documentedPartsOf(one));
  }
  return fields;
}

function documentedPartsOf(type: Type<Link>): Type<Link>[] {
  if (type.kind === 'named') return type.type ? [type.type] : [];
  return type.kind === 'link' ? [] : partsOf(type);
}

/** The types of a model, with all that they are made of. */
export function typesIn({ events, shapes }: Content): Type[] {
  const types = [...events.map(({ body }) => body), ...shapes.map(({ type }) => type)];
  // The list grows while it is gone through.
  for (const type of types) for (const part of partsOf(type)) types.push(part);
  return types;
}

/** The shapes that the events of a direction use, directly or through other shapes, in the model's order. */
export function shapesOf(model: Content, direction: Direction): Shape[] {
  const byName = shapesByName(model);
  const used = new Set<Shape>();
  const todo: Type[] = eventsOf(model, direction).map(({ body }) => body);
  for (let type = todo.pop(); type; type = todo.pop()) {
    const shape = type.kind === 'reference' ? byName.get(type.name) : undefined;
    if (shape && !used.has(shape)) {
      used.add(shape);
      todo.push(shape.type);
    }
    for (const inner of partsOf(type)) todo.push(inner);
  }
  return model.shapes.filter((shape) => used.has(shape));
}

/**
 * The shapes that both directions use. What is written is exact and what is read is tolerant, so that each has a
 * second type for clients, `…Param`.
 */
export function writtenNames(model: Content): { shape: string; name: string; type: Type }[] {
  const read = new Set(shapesOf(model, 'server'));
  return shapesOf(model, 'client')
    .filter((shape) => read.has(shape))
    .map(({ name, type }) => ({ shape: name, name: writtenNameOf(name), type }));
}

/** What a shape of both directions is called in what clients write. */
export function writtenNameOf(name: string): string {
  return `${name}Param`;
}

/** The types of a model that are called after its docs. */
export function typeNamesOf(model: Content): string[] {
  return [
    ...model.events.map(({ typeName }) => typeName),
    ...model.shapes.map(({ name }) => name),
    ...writtenNames(model).map(({ name }) => name),
  ];
}

/** They are asked for at each event. */
const knownShapes = new WeakMap<readonly Shape[], ReadonlyMap<string, Shape>>();

/** The shapes of a model by their names. A list of shapes is looked through once: nobody changes it. */
export function shapesByName({ shapes }: { shapes: readonly Shape[] }): ReadonlyMap<string, Shape> {
  const known = knownShapes.get(shapes) ?? new Map(shapes.map((shape) => [shape.name, shape]));
  knownShapes.set(shapes, known);
  return known;
}

/**
 * What is found of events, of each but once: it is the same as long as the event and the list of the shapes of its source
 * are, which nobody changes.
 */
export function perEvent<Found>(
  find: (event: Event, shapes: ReadonlyMap<string, Shape>) => Found,
): (model: Pick<Model, 'shapes'>, event: Event) => Found {
  const known = new WeakMap<ReadonlyMap<string, Shape>, WeakMap<Event, { found: Found }>>();
  return (model, event) => {
    const shapes = shapesByName(model);
    const ofShapes = known.get(shapes) ?? new WeakMap<Event, { found: Found }>();
    known.set(shapes, ofShapes);
    const { found } = ofShapes.get(event) ?? { found: find(event, shapes) };
    ofShapes.set(event, { found });
    return found;
  };
}

/**
 * How many fields an event has, and shapes on the ways to them, counted as {@link fieldsOf} goes, and no further than one
 * more than `most`. Shapes that point at one another give more ways than anybody can go, and longer ones, so that
 * whoever goes them all asks first.
 *
 * @param deepest how many shapes may lead to one another; where more do, there are more fields than `most`
 */
export function countFields(
  event: Event,
  byName: ReadonlyMap<string, Shape>,
  most: number,
  deepest: number,
): number {
  let count = 0;
  /** Whether there are too many. */
  const visit = (type: Type, above: readonly string[]): boolean => {
    if (type.kind === 'object')
      return type.fields.some((field) => ++count > most || visit(field.type, above));
    if (type.kind !== 'reference') return partsOf(type).some((part) => visit(part, above));
    const shape = above.includes(type.name) ? undefined : byName.get(type.name);
    if (shape === undefined) return false;
    return above.length === deepest || ++count > most || visit(shape.type, [...above, shape.name]);
  };
  return visit(event.body, []) ? most + 1 : count;
}

/** Every field of an event, with the path to it: see {@link fieldsAmong}. */
export function fieldsOf(model: Pick<Model, 'shapes'>, event: Event): FieldAt[] {
  return fieldsAmong(shapesByName(model), event);
}

/** A field, and the path to it. */
export interface FieldAt {
  path: string;
  field: Field;
}

/**
 * Every field of an event, those of its shapes included, with the path to it: `session.tools[].name`. The members
 * of a union share its path. A shape that contains itself is gone through once on each way to it.
 */
export function fieldsAmong(byName: ReadonlyMap<string, Shape>, event: Event): FieldAt[] {
  const found: FieldAt[] = [];
  const visit = (type: Type, path: string, above: readonly string[]): void => {
    switch (type.kind) {
      case 'reference': {
        const shape = byName.get(type.name);
        if (shape && !above.includes(shape.name)) visit(shape.type, path, [...above, shape.name]);
        return;
      }
      case 'object':
        for (const field of type.fields) {
          const at = pathBelow(path, field.name);
          found.push({ path: at, field });
          visit(field.type, at, above);
        }
        return;
      case 'array':
        visit(type.element, `${path}[]`, above);
        return;
      case 'map':
        visit(type.value, `${path}{}`, above);
        return;
      case 'union':
        for (const member of type.members) visit(member, path, above);
        return;
      default:
    }
  };
  visit(event.body, '', []);
  return found;
}

/** Whether an event has its wire name as the one value that a required field `type` may ever have: all else rests on it. */
export function statesItsName({ name, body }: Pick<Event, 'name' | 'body'>): boolean {
  const type = body.fields.find((field) => field.name === 'type');
  return (
    type?.requiredness === 'required' &&
    type.discriminator === true &&
    type.type.kind === 'literal' &&
    type.type.value === name
  );
}
