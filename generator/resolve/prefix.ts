/** The prefix of a source before the names of its types: last of all, so that nothing else needs to know of it. */
import type { Field, Model, ObjectType, Type } from '../model/model.ts';

/** A model whose types are called with the prefix of their source; the same where it wants none. */
export function prefixed(model: Model): Model {
  const { typePrefix: prefix } = model.source;
  if (prefix === undefined) return model;
  const named = (name: string): string => `${prefix}${name}`;
  const ofObject = (type: ObjectType): ObjectType => ({
    ...type,
    fields: type.fields.map((field): Field => ({ ...field, type: ofType(field.type) })),
  });
  const ofType = (type: Type): Type => {
    switch (type.kind) {
      case 'reference':
        return { ...type, name: named(type.name) };
      case 'object':
        return ofObject(type);
      case 'array':
        return { ...type, element: ofType(type.element) };
      case 'map':
        return { ...type, value: ofType(type.value) };
      case 'union':
        return { ...type, members: type.members.map(ofType) };
      default:
        return type;
    }
  };
  return {
    ...model,
    events: model.events.map((event) => ({
      ...event,
      typeName: named(event.typeName),
      body: ofObject(event.body),
    })),
    shapes: model.shapes.map((shape) => ({
      ...shape,
      name: named(shape.name),
      type: ofType(shape.type),
    })),
    ...(model.aliases && {
      aliases: model.aliases.map((alias) => ({
        ...alias,
        name: named(alias.name),
        of: named(alias.of),
      })),
    }),
  };
}
