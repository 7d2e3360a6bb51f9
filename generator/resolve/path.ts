/**
 * Ways to fields of the documented events, and patterns for them: `session.*\/session.tools[]` is the element of
 * `tools` in the `session` of every event whose name begins with `session.`.
 */
import type { DocumentedEvent, Field, Link, ObjectType, Section, Type } from '../model/model.ts';
import { splitPosition } from '../model/position.ts';

/** The path of a field below `path`, which is that of an event (`error/`) or of another field. */
export function fieldPath(path: string, name: string): string {
  return path.endsWith('/') ? path + name : `${path}.${name}`;
}

/** Whether a path fits a pattern, in which `*` stands for any part of a name and for any names in between. */
export function matchesPath(pattern: string, path: string): boolean {
  const patterns = pattern.split('/');
  const parts = path.split('/');
  return (
    patterns.length === parts.length && patterns.every((one, i) => matchesPart(one, parts[i] ?? ''))
  );
}

/** The literals between the stars, each at its first place: a regular expression would try all of them. */
function matchesPart(pattern: string, part: string): boolean {
  const [first = '', ...others] = pattern.split('*');
  const last = others.pop();
  if (last === undefined) return part === first;
  if (!part.startsWith(first)) return false;
  let at = first.length;
  for (const literal of others) {
    const found = part.indexOf(literal, at);
    if (found < 0) return false;
    at = found + literal.length;
  }
  return part.length - last.length >= at && part.endsWith(last);
}

/** An object of an event, and the way to it. The members of a union have the path of the union. */
export interface Place {
  event: DocumentedEvent;
  path: string;
  object: ObjectType<Link>;
}

/** Every object of the documented events: bodies, nested objects, and the sections that links lead to, once each. */
export function placesOf(
  events: readonly DocumentedEvent[],
  sections: readonly Section[],
): Place[] {
  const byAnchor = new Map(
    sections.map((section) => [`${section.file}#${section.anchor}`, section]),
  );
  const places: Place[] = [];
  const seen = new Set<ObjectType<Link>>();
  for (const event of events) {
    const todo: { type: Type<Link>; path: string }[] = [
      { type: event.body, path: `${event.name}/` },
    ];
    for (let next = todo.pop(); next; next = todo.pop()) {
      const { type, path } = next;
      if (type.kind === 'object' && !seen.has(type)) {
        seen.add(type);
        places.push({ event, path, object: type });
        todo.push(
          ...type.fields.toReversed().map((field: Field<Link>) => ({
            type: field.type,
            path: fieldPath(path, field.name),
          })),
        );
      } else if (type.kind === 'array') todo.push({ type: type.element, path: `${path}[]` });
      else if (type.kind === 'map') todo.push({ type: type.value, path: `${path}{}` });
      else if (type.kind === 'union')
        todo.push(...type.members.toReversed().map((member) => ({ type: member, path })));
      else if (type.kind === 'named') {
        if (type.type) todo.push({ type: type.type, path });
      } else if (type.kind === 'link') {
        const section =
          byAnchor.get(`${splitPosition(type.position).file}#${type.anchor}`) ??
          byAnchor.get(`${splitPosition(event.page).file}#${type.anchor}`);
        if (section) todo.push({ type: section.type, path });
      }
    }
  }
  return places;
}
