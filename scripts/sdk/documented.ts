/** What a source documents of its events, for {@link pathsOf} and for comparison with declarations. */
import type { Direction, Model, ObjectType, Shape, Type } from '../../generator/model/model.ts';
import { mapParts, openType } from '../../generator/model/types.ts';
import { eventsOf, shapesByName } from '../../generator/model/walk.ts';
import { eventOf, type EventContract } from './paths.ts';

/** The events of a direction as the docs have them: without what the types let pass beside. */
export function documentedEvents(model: Model, direction: Direction): EventContract[] {
  const shapes = shapesByName(model);
  const unfoldedBody = ({ fields, ...body }: ObjectType): ObjectType => ({
    ...body,
    fields: fields.map((field) => ({ ...field, type: unfolded(field.type, shapes, []) })),
  });
  return eventsOf(model, direction).flatMap(
    ({ body }) => eventOf(direction, unfoldedBody(body)) ?? [],
  );
}

/**
 * A type with the shapes that it points at in their places. One that leads to itself is cut where it comes again.
 *
 * @param above the shapes that lead to the type
 */
function unfolded(type: Type, shapes: ReadonlyMap<string, Shape>, above: readonly string[]): Type {
  if (type.kind !== 'reference') return mapParts(type, (part) => unfolded(part, shapes, above));
  const { name, position } = type;
  const shape = shapes.get(name);
  if (!shape) return openType(position);
  if (above.includes(name)) return openType(position, 'object');
  return { ...unfolded(shape.type, shapes, [...above, name]), position };
}
