/** What the messages about a source know of the names that other sources have. */
import { alternativesOf } from '../model/alternatives.ts';
import type { EventRename, Model, Renames, ValueRename } from '../model/model.ts';
import { renamesOf } from '../model/pairing.ts';
import { fieldsOf, shapesByName } from '../model/walk.ts';
import type { Docs, Names, OtherNames } from '../runtime/types.ts';

/**
 * What errors say of the docs of a source.
 *
 * @param renames what sources tell of the names of others
 */
export function docsOf(model: Model, renames: readonly Renames[] = renamesOf([model])): Docs {
  const { title, upstream } = model.source;
  const names = otherNamesOf(model, renames);
  return {
    title,
    ...(upstream && upstream.snapshot !== 'undated' && { date: upstream.snapshot }),
    ...(Object.keys(names).length > 0 && { names }),
  };
}

/** A name elsewhere and the names here. */
interface Renamed {
  was: string;
  is: readonly string[];
}

/** What a source has that others may call otherwise. */
interface Content {
  events: ReadonlySet<string>;
  /** The values that fields list, by their paths in any event. */
  fields: ReadonlyMap<string, ReadonlySet<unknown>>;
}

/** The names that the source does not have itself, with those of its own that stand for them. */
function otherNamesOf(model: Model, all: readonly Renames[]): OtherNames {
  if (all.length === 0) return {};
  const own = contentOf(model);
  const seen = all.map((renames) => seenFrom(model.source.id, renames));
  const events = seen.flatMap((one) => one.events).filter((entry) => standsHere(entry, own));
  const held = events.flatMap(({ was, with: parts }) => (parts ? [[was, parts] as const] : []));
  const fields = fieldsHere(
    seen.flatMap((one) => one.fields),
    own,
  );
  const values = valuesHere(
    seen.flatMap((one) => one.values),
    own,
  );
  const names = events.map(({ was, is }) => [was, shortest(is)] as const);
  return {
    ...(names.length > 0 && { events: Object.fromEntries(names) }),
    ...(held.length > 0 && { holding: Object.fromEntries(held) }),
    ...(fields.length > 0 && { fields: Object.fromEntries(fields) }),
    ...(values.length > 0 && { values: Object.fromEntries(values) }),
  };
}

function contentOf(model: Model): Content {
  const shapes = shapesByName(model);
  const fields = new Map<string, Set<unknown>>();
  for (const event of model.events)
    for (const { path, field } of fieldsOf(model, event)) {
      const values = fields.get(path) ?? new Set();
      fields.set(path, values);
      for (const value of alternativesOf(field.type, shapes).string?.values ?? [])
        values.add(value);
    }
  return { events: new Set(model.events.map(({ name }) => name)), fields };
}

/** The renames of one source as another one has to take them: from the names of others to its own. */
function seenFrom(
  id: string,
  { source, from, events, fields, values }: Renames,
): {
  events: (Renamed & Pick<EventRename, 'with'>)[];
  fields: Renamed[];
  values: Pick<ValueRename, 'path' | 'was' | 'is'>[];
} {
  if (from.includes(id))
    return {
      // What must hold something to stand for another event is more than that one.
      events: events.filter((entry) => !entry.with).flatMap(backwards),
      fields: fields.flatMap(backwards),
      values: values.map(({ path, was, is }) => ({ path, was: is, is: was })),
    };
  // That something is gone is known of the source that says so.
  const isTold = ({ is }: Renamed): boolean => source === id || is.length > 0;
  return { events: events.filter(isTold), fields: fields.filter(isTold), values };
}

function backwards({ was, is }: Renamed): Renamed[] {
  return is.map((name) => ({ was: name, is: [was] }));
}

function standsHere(
  { was, is, with: parts = {} }: Renamed & Pick<EventRename, 'with'>,
  { events, fields }: Content,
): boolean {
  return (
    !events.has(was) &&
    is.every((name) => events.has(name)) &&
    Object.entries(parts).every(([path, value]) => fields.get(path)?.has(value))
  );
}

/** Several sources, or events of one, may have a field at several places that are one elsewhere. */
function fieldsHere(renamed: readonly Renamed[], { fields }: Content): [string, Names][] {
  const found = new Map<string, readonly string[]>();
  for (const { was, is } of renamed) {
    const here = is.filter((path) => fields.has(path));
    if (here.length > 0 || is.length === 0)
      found.set(was, [...new Set([...(found.get(was) ?? []), ...here])]);
  }
  return Array.from(found, ([was, is]) => [was, shortest(is)]);
}

function valuesHere(
  renamed: readonly Pick<ValueRename, 'path' | 'was' | 'is'>[],
  { fields }: Content,
): [string, Record<string, string>][] {
  const found = new Map<string, Record<string, string>>();
  for (const { path, was, is } of renamed)
    if (fields.get(path)?.has(is)) found.set(path, { ...found.get(path), [was]: is });
  return [...found];
}

function shortest(names: readonly string[]): Names {
  const [only, ...others] = names;
  return only === undefined || others.length > 0 ? names : only;
}
