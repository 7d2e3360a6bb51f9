/** What the messages about a source know of the names that other sources have. */
import { alternativesOf } from '../model/alternatives.ts';
import type { EventRename, Model, Renames } from '../model/model.ts';
import { renamesOf } from '../model/pairing.ts';
import { fieldsOf, shapesByName } from '../model/walk.ts';
import type { Docs, Names, OtherNames } from '../runtime/advice.ts';

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

/** The names that the source does not have itself, with those of its own that stand for them. */
function otherNamesOf(model: Model, all: readonly Renames[]): OtherNames {
  if (all.length === 0) return {};
  const paths = new Map<string, Set<unknown>>();
  const shapes = shapesByName(model);
  for (const event of model.events)
    for (const { path, field } of fieldsOf(model, event)) {
      const values = paths.get(path) ?? new Set();
      paths.set(path, values);
      for (const value of alternativesOf(field.type, shapes).string?.values ?? [])
        values.add(value);
    }
  const own = new Set(model.events.map(({ name }) => name));
  const events = new Map<string, Names>();
  const holding = new Map<string, Record<string, string>>();
  const fields = new Map<string, readonly string[]>();
  const values = new Map<string, Record<string, string>>();
  for (const renames of all) {
    const isBack = renames.from.includes(model.source.id);
    // That something is gone is known of the source that says so.
    const isOwn = renames.source === model.source.id;
    for (const { was, is, with: held = {} } of isBack ? eventsBackwards(renames) : renames.events) {
      const isHere = is.every((name) => own.has(name)) && (isOwn || is.length > 0);
      const mayHold = Object.entries(held).every(([path, value]) => paths.get(path)?.has(value));
      if (own.has(was) || !isHere || !mayHold) continue;
      events.set(was, shortest(is));
      if (Object.keys(held).length > 0) holding.set(was, held);
    }
    for (const { was, is } of isBack ? renames.fields.flatMap(backwards) : renames.fields) {
      const here = is.filter((path) => paths.has(path));
      if (here.length > 0 || (isOwn && is.length === 0))
        fields.set(was, [...new Set([...(fields.get(was) ?? []), ...here])]);
    }
    for (const { path, was, is } of renames.values) {
      const [from, to] = isBack ? [is, was] : [was, is];
      if (paths.get(path)?.has(to)) values.set(path, { ...values.get(path), [from]: to });
    }
  }
  const short = Array.from(fields, ([was, is]) => [was, shortest(is)] as const);
  return {
    ...(events.size > 0 && { events: Object.fromEntries(events) }),
    ...(holding.size > 0 && { holding: Object.fromEntries(holding) }),
    ...(fields.size > 0 && { fields: Object.fromEntries(short) }),
    ...(values.size > 0 && { values: Object.fromEntries(values) }),
  };
}

function shortest(names: readonly string[]): Names {
  const [only, ...others] = names;
  return only === undefined || others.length > 0 ? names : only;
}

/** What must hold something to stand for another event is more than that one. */
function eventsBackwards({ events }: Renames): (Renamed & Pick<EventRename, 'with'>)[] {
  return events.filter((entry) => !entry.with).flatMap(backwards);
}

/** The names of a source that others call as it does not, seen from there. */
function backwards({ was, is }: Renamed): Renamed[] {
  return is.map((name) => ({ was: name, is: [was] }));
}
