/**
 * Ways to fields of the documented events, and patterns for them: `session.*\/session.tools[]` is the element of
 * `tools` in the `session` of every event whose name begins with `session.`.
 */
import type {
  DocumentedEvent,
  Link,
  ObjectType,
  Section,
  SectionLink,
  Type,
} from '../model/model.ts';
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

/** An object of an event, and the ways to it. The members of a union have the path of the union. */
export interface Place {
  event: DocumentedEvent;
  path: string;
  /** The way from the type with a name that it is or stands in, the innermost one: `RealtimeResponse/audio.output`. */
  pathInName?: string;
  object: ObjectType<Link>;
}

/**
 * Whether the field of an object is one that a pattern is for. Wire names begin with small letters: a pattern that
 * begins with a capital one is for all places that have the type of that name.
 */
export function isTarget(pattern: string, { path, pathInName }: Place, name: string): boolean {
  const way = /^[A-Z]/.test(pattern) ? pathInName : path;
  return way !== undefined && matchesPath(pattern, fieldPath(way, name));
}

/** A type, and the ways to it. */
interface Visit {
  type: Type<Link>;
  path: string;
  pathInName?: string;
}

/** A visit to a part of the type of another one. */
function below(
  { path, pathInName }: Visit,
  type: Type<Link>,
  way: (path: string) => string,
): Visit {
  return {
    type,
    path: way(path),
    ...(pathInName !== undefined && { pathInName: way(pathInName) }),
  };
}

/** Every object of the documented events: bodies, nested objects, and the sections that links lead to, once each. */
export function placesOf(
  events: readonly DocumentedEvent[],
  sections: readonly Section[],
): Place[] {
  const byAnchor = new Map(
    sections.map((section) => [`${section.file}#${section.anchor}`, section]),
  );
  const sectionOf = ({ position, anchor }: SectionLink, event: DocumentedEvent) =>
    byAnchor.get(`${splitPosition(position).file}#${anchor}`) ??
    byAnchor.get(`${splitPosition(event.page).file}#${anchor}`);
  const places: Place[] = [];
  const seen = new Set<ObjectType<Link>>();
  for (const event of events) {
    const todo: Visit[] = [{ type: event.body, path: `${event.name}/` }];
    for (let next = todo.pop(); next; next = todo.pop()) {
      if (next.type.kind === 'object') {
        if (seen.has(next.type)) continue;
        seen.add(next.type);
        const { type: object, ...ways } = next;
        places.push({ event, ...ways, object });
      }
      todo.push(...partsOf(next, (link) => sectionOf(link, event)).toReversed());
    }
  }
  return places;
}

/** The types that a type is made of. */
function partsOf(visit: Visit, sectionOf: (link: SectionLink) => Section | undefined): Visit[] {
  const { type, path } = visit;
  const same = (way: string) => way;
  switch (type.kind) {
    case 'object':
      return type.fields.map((field) =>
        below(visit, field.type, (way) => fieldPath(way, field.name)),
      );
    case 'array':
      return [below(visit, type.element, (way) => `${way}[]`)];
    case 'map':
      return [below(visit, type.value, (way) => `${way}{}`)];
    case 'union':
      return type.members.map((member) => below(visit, member, same));
    case 'named':
      return type.type ? [{ type: type.type, path, pathInName: `${type.name}/` }] : [];
    case 'link': {
      const section = sectionOf(type);
      return section ? [below(visit, section.type, same)] : [];
    }
    default:
      return [];
  }
}
