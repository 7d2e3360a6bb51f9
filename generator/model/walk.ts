/** Ways through a model. */
import type { Direction, Event, Field, Model, Shape, Type } from './model.ts';

/** The events of a direction, in the order of the index. */
export function eventsOf(model: Model, direction: Direction): Event[] {
  return model.events.filter((event) => event.direction === direction);
}

/** The directions that a source documents, the reader's side first. */
export function directionsOf(model: Model): Direction[] {
  return (['server', 'client'] as const).filter(
    (direction) => eventsOf(model, direction).length > 0,
  );
}

/** The types that a type is directly made of. */
export function partsOf(type: Type): Type[] {
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

/** The shapes that the events of a direction use, directly or through other shapes, in the model's order. */
export function shapesOf(model: Model, direction: Direction): Shape[] {
  const byName = shapesByName(model);
  const used = new Set<Shape>();
  const todo: Type[] = eventsOf(model, direction).map(({ body }) => body);
  for (let type = todo.pop(); type; type = todo.pop()) {
    const shape = type.kind === 'reference' ? byName.get(type.name) : undefined;
    if (shape && !used.has(shape)) {
      used.add(shape);
      todo.push(shape.type);
    }
    todo.push(...partsOf(type));
  }
  return model.shapes.filter((shape) => used.has(shape));
}

export function shapesByName(model: Pick<Model, 'shapes'>): ReadonlyMap<string, Shape> {
  return new Map(model.shapes.map((shape) => [shape.name, shape]));
}

/**
 * How many fields an event documents, those of its shapes included. A shape that contains itself counts once on
 * each way to it.
 */
export function countFields(model: Model, event: Event): number {
  const byName = shapesByName(model);
  const count = (type: Type, above: readonly string[]): number => {
    if (type.kind === 'reference') {
      const shape = byName.get(type.name);
      return shape && !above.includes(shape.name) ? count(shape.type, [...above, shape.name]) : 0;
    }
    const own = type.kind === 'object' ? type.fields.length : 0;
    return partsOf(type).reduce((sum, part) => sum + count(part, above), own);
  };
  return count(event.body, []);
}

/** A field by its name. */
export function fieldOf(type: Type | undefined, name: string): Field | undefined {
  return type?.kind === 'object' ? type.fields.find((field) => field.name === name) : undefined;
}
