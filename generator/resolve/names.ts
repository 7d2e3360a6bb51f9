/** Names of types in a correction: what it only names is what the page writes out in that place. */
import type { Link, NamedType, Type } from '../model/model.ts';

/**
 * Gives the types that a correction only names what the page writes out below these names.
 *
 * @param page the type that is corrected
 */
export function keepWrittenOut(page: Type<Link>, corrected: Type<Link>): Type<Link> {
  const written = new Map<string, NamedType>();
  const todo = [page];
  for (let type = todo.pop(); type; type = todo.pop()) {
    if (type.kind === 'named' && type.type && !written.has(type.name)) written.set(type.name, type);
    todo.push(...partsOf(type));
  }
  return filled(corrected, written);
}

function partsOf(type: Type<Link>): Type<Link>[] {
  switch (type.kind) {
    case 'object':
      return type.fields.map((field) => field.type);
    case 'array':
      return [type.element];
    case 'map':
      return [type.value];
    case 'union':
      return type.members;
    case 'named':
      return type.type ? [type.type] : [];
    default:
      return [];
  }
}

function filled(type: Type<Link>, written: ReadonlyMap<string, NamedType>): Type<Link> {
  const fill = (part: Type<Link>) => filled(part, written);
  switch (type.kind) {
    case 'object':
      return {
        ...type,
        fields: type.fields.map((field) => ({ ...field, type: fill(field.type) })),
      };
    case 'array':
      return { ...type, element: fill(type.element) };
    case 'map':
      return { ...type, value: fill(type.value) };
    case 'union':
      return { ...type, members: type.members.map(fill) };
    case 'named':
      return type.type ? { ...type, type: fill(type.type) } : (written.get(type.name) ?? type);
    default:
      return type;
  }
}
