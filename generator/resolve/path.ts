/**
 * Ways to fields of the documented events, and patterns for them: `session.*\/session.tools[]` is the element of
 * `tools` in the `session` of every event whose name begins with `session.`, and `session.*\/session.tools[]<mcp>` the
 * one of its kinds that has the constant `mcp`.
 */
import type {
  DocumentedEvent,
  Link,
  ObjectType,
  Section,
  SectionLink,
  Type,
  UnionType,
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

/**
 * What the stars of a pattern stand for in a part; `undefined` when it does not fit. The literals between the stars are
 * looked for each at its first place: a regular expression would try all of them.
 */
export function starsIn(pattern: string, part: string): string[] | undefined {
  const [first = '', ...others] = pattern.split('*');
  const last = others.pop();
  let at = endOf(first, part, 0);
  if (at === undefined) return undefined;
  if (last === undefined) return at === part.length ? [] : undefined;
  const stars: string[] = [];
  for (const literal of others) {
    const found = firstOf(literal, part, at);
    if (!found) return undefined;
    stars.push(part.slice(at, found.start));
    at = found.end;
  }
  for (let start = at; start <= part.length; start++) {
    if (endOf(last, part, start) !== part.length) continue;
    return [...stars, part.slice(at, start)];
  }
  return undefined;
}

function matchesPart(pattern: string, part: string): boolean {
  return starsIn(pattern, part) !== undefined;
}

function firstOf(
  literal: string,
  part: string,
  from: number,
): { start: number; end: number } | undefined {
  for (let start = from; start <= part.length; start++) {
    const end = endOf(literal, part, start);
    if (end !== undefined) return { start, end };
  }
  return undefined;
}

/**
 * Where a literal ends that stands at a place of a path. The names of a member of a union, `<mcp>`, count only where the
 * literal has them, too, and one of several is enough.
 */
function endOf(literal: string, path: string, start: number): number | undefined {
  let at = start;
  let i = 0;
  while (i < literal.length) {
    const wanted = literal[i] === '<' ? memberNames(literal, i) : undefined;
    const member = path[at] === '<' ? memberNames(path, at) : undefined;
    if (wanted && member && wanted.names.every((name) => member.names.includes(name))) {
      i = wanted.end;
      at = member.end;
    } else if (literal[i] === path[at]) {
      i++;
      at++;
    } else if (member && !wanted) at = member.end;
    else return undefined;
  }
  return at;
}

const members = /<([\w -]+(?:\|[\w -]+)*)>/y;

/** The names of a member that stand at a place of a path or a pattern, and where they end. */
function memberNames(text: string, at: number): { names: string[]; end: number } | undefined {
  members.lastIndex = at;
  const [whole, names] = members.exec(text) ?? [];
  return whole === undefined || names === undefined
    ? undefined
    : { names: names.split('|'), end: at + whole.length };
}

/**
 * Whether a pattern fits a path or one above it: `tune/station` that of its `name`.
 *
 * @param from what is above and ends before this does not count
 */
export function covers(pattern: string, path: string, from: number): boolean {
  if (matchesPath(pattern, path)) return true;
  for (let at = Math.max(from, path.indexOf('/') + 1); at < path.length; at++)
    if ((path[at] === '.' || path[at] === '<') && matchesPath(pattern, path.slice(0, at)))
      return true;
  return false;
}

/**
 * An object of an event, and the ways to it. The members of a union have the path of the union with the names by which
 * they can be told apart: `session.update/session.tools[]<mcp>`.
 */
export interface Place extends Ways {
  event: DocumentedEvent;
  object: ObjectType<Link>;
}

/** A union of an event, and the ways to it. */
export interface UnionPlace extends Ways {
  event: DocumentedEvent;
  union: UnionType<Link>;
  /** Puts another type in its place. */
  replace: (type: Type<Link>) => void;
}

interface Ways {
  path: string;
  /** The way from the type with a name that it is or stands in, the innermost one: `RealtimeResponse/audio.output`. */
  pathInName?: string;
}

/** The way that a pattern is for; `undefined` where there is none such. */
export function wayFor(pattern: string, { path, pathInName }: Ways): string | undefined {
  return isOfName(pattern) ? pathInName : path;
}

/** Wire names begin with small letters: a pattern that begins with a capital one is for the type of that name. */
export function isOfName(pattern: string): boolean {
  return /^[A-Z]/.test(pattern);
}

/** Whether the field of an object is one that a pattern is for. */
export function isTarget(pattern: string, place: Ways, name: string): boolean {
  const way = wayFor(pattern, place);
  return way !== undefined && matchesPath(pattern, fieldPath(way, name));
}

/** Whether a member of a union is one that a pattern is for. */
export function isTargetMember(pattern: string, place: Ways, member: Type<Link>): boolean {
  const way = wayFor(pattern, place);
  return way !== undefined && matchesPath(pattern, way + memberEnd(member));
}

/** A type, and the ways to it. */
interface Visit extends Ways {
  type: Type<Link>;
  replace: (type: Type<Link>) => void;
}

/** A visit to a part of the type of another one. */
function below(
  { path, pathInName }: Visit,
  type: Type<Link>,
  way: (path: string) => string,
  replace: (type: Type<Link>) => void,
): Visit {
  return {
    type,
    replace,
    path: way(path),
    ...(pathInName !== undefined && { pathInName: way(pathInName) }),
  };
}

/** What the documented events hold that a correction may be about. */
export interface Places {
  /** Every object: bodies, nested objects, and the sections that links lead to, once each. */
  objects: Place[];
  unions: UnionPlace[];
}

/** Every object and union of the documented events. */
export function placesOf(events: readonly DocumentedEvent[], sections: readonly Section[]): Places {
  const byAnchor = new Map(
    sections.map((section) => [`${section.file}#${section.anchor}`, section]),
  );
  const sectionOf = (
    { position, anchor, file = splitPosition(position).file }: SectionLink,
    event: DocumentedEvent,
  ) =>
    byAnchor.get(`${file}#${anchor}`) ??
    byAnchor.get(`${splitPosition(event.page).file}#${anchor}`);
  const places: Places = { objects: [], unions: [] };
  const seen = new Set<Type<Link>>();
  for (const event of events) {
    const todo: Visit[] = [{ type: event.body, path: `${event.name}/`, replace: keep }];
    for (let next = todo.pop(); next; next = todo.pop()) {
      const { type, replace, ...ways } = next;
      if (type.kind === 'object' || type.kind === 'union') {
        if (seen.has(type)) continue;
        seen.add(type);
        if (type.kind === 'object') places.objects.push({ event, ...ways, object: type });
        else places.unions.push({ event, ...ways, union: type, replace });
      }
      todo.push(...partsOf(next, (link) => sectionOf(link, event)).toReversed());
    }
  }
  return places;
}

const withObjects: ReadonlySet<string> = new Set([
  'object',
  'array',
  'map',
  'union',
  'link',
  'named',
]);

/** Whether there may be objects or unions in a type, as the kind of it goes. */
export function mayHoldObjects({ kind }: Type<Link>): boolean {
  return withObjects.has(kind);
}

/** Whether there are objects in a type, or links that lead to some. */
export function holdsObjects(type: Type<Link>): boolean {
  switch (type.kind) {
    case 'object':
    case 'link':
      return true;
    case 'array':
      return holdsObjects(type.element);
    case 'map':
      return holdsObjects(type.value);
    case 'union':
      return type.members.some(holdsObjects);
    case 'named':
      return type.type !== undefined && holdsObjects(type.type);
    default:
      return false;
  }
}

/** The types that a type is made of, where these may hold objects: most fields do not. */
function partsOf(visit: Visit, sectionOf: (link: SectionLink) => Section | undefined): Visit[] {
  const { type, path } = visit;
  switch (type.kind) {
    case 'object':
      return type.fields
        .filter((field) => mayHoldObjects(field.type))
        .map((field) =>
          below(
            visit,
            field.type,
            (way) => fieldPath(way, field.name),
            (other) => {
              field.type = other;
            },
          ),
        );
    case 'array':
      return [
        below(
          visit,
          type.element,
          (way) => `${way}[]`,
          (other) => {
            type.element = other;
          },
        ),
      ];
    case 'map':
      return [
        below(
          visit,
          type.value,
          (way) => `${way}{}`,
          (other) => {
            type.value = other;
          },
        ),
      ];
    case 'union':
      return type.members
        .filter((member) => mayHoldObjects(member))
        .map((member) => {
          const names = memberEnd(member);
          return below(
            visit,
            member,
            (way) => way + names,
            (other) => {
              type.members[type.members.indexOf(member)] = other;
            },
          );
        });
    case 'named':
      return type.type
        ? [
            {
              type: type.type,
              path,
              pathInName: `${type.name}/`,
              replace: (other) => {
                type.type = other;
              },
            },
          ]
        : [];
    case 'link': {
      const section = sectionOf(type);
      if (!section) return [];
      const replace = (other: Type<Link>): void => {
        section.type = other;
      };
      const found = below(visit, section.type, (way) => way, replace);
      return [section.name === undefined ? found : { ...found, pathInName: `${section.name}/` }];
    }
    default:
      return [];
  }
}

/** A body is an object and stays one. */
function keep(): void {}

/** What the path of a member has behind that of its union. */
function memberEnd(member: Type<Link>): string {
  const names = namesOfMember(member).filter((name) => /^[\w -]+$/.test(name));
  return names.length === 0 ? '' : `<${names.join('|')}>`;
}

/** By what a member is told from the others: the constants of its fields, its name, or the word for its type. */
function namesOfMember(member: Type<Link>): string[] {
  switch (member.kind) {
    case 'object':
      return member.fields.flatMap(({ type }) =>
        type.kind === 'literal' ? [String(type.value)] : [],
      );
    case 'named':
      return [member.name, ...(member.type?.kind === 'object' ? namesOfMember(member.type) : [])];
    case 'link':
      return [member.label];
    case 'literal':
    case 'enumeration':
    case 'union':
      return [];
    case 'open':
      return [member.of === 'object' ? 'object' : 'unknown'];
    default:
      return [member.kind];
  }
}
