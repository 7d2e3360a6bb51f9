/** The words of a page in what a correction puts in its place: a correction is about types, the words stay the page's. */
import type { Field, Link, ObjectType, Type } from '../model/model.ts';
import { openType } from '../model/types.ts';

/**
 * Gives a corrected field, and the fields in it, the words that the page has for them, where the correction has none.
 *
 * @param corrected is changed in place
 * @returns the paths of which the page has other words than the correction, or which the correction has no more
 */
export function keepWords(page: Field<Link>, corrected: Field<Link>, path = page.name): string[] {
  return [
    ...keepOwnWords(page, corrected, path),
    ...keepWordsOfObjects(page.type, corrected.type, path),
  ];
}

function keepOwnWords(
  page: Field<Link> | ObjectType<Link>,
  corrected: Field<Link> | ObjectType<Link>,
  path: string,
): string[] {
  const { description } = page;
  if (description === undefined) return [];
  corrected.description ??= description;
  return corrected.description === description ? [] : [path];
}

/** The same for types. Pairs their objects in their order: a correction may make a list or a union of what was none. */
export function keepWordsOfObjects(
  page: Type<Link>,
  corrected: Type<Link>,
  path: string,
): string[] {
  const objects = objectsOf(corrected);
  return objectsOf(page).flatMap((object, i) => {
    const twin = objects[i] ?? { ...object, description: '', fields: [] };
    const known = new Map(twin.fields.map((field) => [field.name, field]));
    return [
      ...keepOwnWords(object, twin, path),
      ...object.fields.flatMap((field) =>
        keepWords(field, known.get(field.name) ?? nothingOf(field), `${path}.${field.name}`),
      ),
    ];
  });
}

/** What is left of a field that the correction does not have. */
function nothingOf({ name, position, origin }: Field<Link>): Field<Link> {
  return {
    name,
    position,
    requiredness: 'unstated',
    origin,
    description: '',
    type: openType(position),
  };
}

/** The objects that a type is, or is made of, without those in their fields. */
export function objectsOf(type: Type<Link>): ObjectType<Link>[] {
  switch (type.kind) {
    case 'object':
      return [type];
    case 'array':
      return objectsOf(type.element);
    case 'map':
      return objectsOf(type.value);
    case 'union':
      return type.members.flatMap(objectsOf);
    case 'named':
      return type.type ? objectsOf(type.type) : [];
    default:
      return [];
  }
}
