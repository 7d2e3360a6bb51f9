/**
 * Which names of types are spelled, because in words they would be those of others: `a.b` and `a_b` are both `AB`. None
 * of those that clash keeps the name, so that it never comes to mean something else; the order of the docs has no part
 * in it.
 */
import type { DocumentedEvent, Model } from '../model/model.ts';
import {
  eventTypeNameOf,
  isPlatformName,
  reservedTypeNames,
  spelledEventTypeNameOf,
} from '../model/names.ts';
import { writtenNames } from '../model/walk.ts';

/** Who named a shape: a person, the page (a section, or a name of a type), or the place where it stands. */
export type NamedBy = 'source.json' | 'page' | 'place';

/** The interface of each event whose name has a letter or digit to make one of. */
export function eventTypeNamesOf(
  events: readonly DocumentedEvent[],
): ReadonlyMap<DocumentedEvent, string> {
  const sent = new Set(
    events.filter(({ direction }) => direction === 'server').map(({ name }) => name),
  );
  const wanted = events.flatMap((event) => {
    // An event of both directions is two types: what a client writes is not what it reads.
    const prefix = event.direction === 'client' && sent.has(event.name) ? 'Client' : '';
    const name = eventTypeNameOf(event.name);
    return name === undefined ? [] : [{ event, prefix, typeName: prefix + name }];
  });
  const taken = new Set(reservedTypeNames);
  const clashing = new Set<string>();
  for (const { typeName } of wanted) {
    if (taken.has(typeName)) clashing.add(typeName);
    taken.add(typeName);
  }
  return new Map(
    wanted.map(({ event, prefix, typeName }) => [
      event,
      clashing.has(typeName) ? prefix + spelledEventTypeNameOf(event.name) : typeName,
    ]),
  );
}

/**
 * The origins of shapes that have to be called otherwise. What a person named stays; what a page named gives way to what
 * every source has, to events, and to others that are named; a name that comes from a place gives way to all others.
 *
 * @param origins what was to be called by each name, and who named it
 */
export function clashingOrigins(
  content: Pick<Model, 'events' | 'shapes'>,
  origins: ReadonlyMap<string, ReadonlyMap<string, NamedBy>>,
): string[] {
  const taken = new Set([
    ...reservedTypeNames,
    ...content.events.map(({ typeName }) => typeName),
    ...writtenNames(content).map(({ name }) => name),
  ]);
  return [...origins].flatMap(([name, all]) => {
    const isTaken = taken.has(name) || isPlatformName(name);
    if (!isTaken && all.size < 2) return [];
    const given = [...all.values()].filter((namedBy) => namedBy !== 'place');
    return [...all]
      .filter(
        ([, namedBy]) =>
          namedBy === 'place' || (namedBy === 'page' && (isTaken || given.length > 1)),
      )
      .map(([origin]) => origin);
  });
}
