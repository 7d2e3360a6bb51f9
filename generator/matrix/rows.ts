/** The rows of the matrix: which events of several sources are one thing. */
import type { Direction, Event, Model, Renames } from '../model/model.ts';
import { pairingOf, renamesOf, type Counterpart, type Pairing } from '../model/pairing.ts';
import { canHold } from '../model/holds.ts';
import { eventsOf, fieldsOf, shapesByName } from '../model/walk.ts';

/** An event of one source, and what others have in its place. */
export interface Thing {
  /** The source that it is held against: the first that has it under this name. */
  model: Model;
  event: Event;
  /** What each source has in its place, in the order of the columns; its own source among them. */
  places: Place[];
}

/** What one source has in the place of an event. */
export interface Place {
  model: Model;
  counterpart: Counterpart;
  pairing: Pairing;
}

/** Whether what a source has is the same thing, under whatever name, and not one that only stands in for it. */
export function isSameThing({ kind }: Counterpart): boolean {
  return kind !== 'none' && kind !== 'replaced';
}

/** The things of a direction, in the order in which the columns have them. */
export function thingsOf(columns: readonly Model[], direction: Direction): Thing[] {
  const renames = renamesOf(columns);
  const taken = new Map(columns.map((model) => [model, new Set<Event>()]));
  const things: Thing[] = [];
  for (const model of columns) {
    const pairings = columns.map((other) => ({
      model: other,
      pairing: pair(model, other, renames),
    }));
    for (const event of eventsOf(model, direction)) {
      if (taken.get(model)?.has(event)) continue;
      const places = pairings.map(({ model: other, pairing }) => ({
        model: other,
        pairing,
        counterpart: fitting(other, pairing.of(event)),
      }));
      for (const { model: other, counterpart } of places) {
        if (!isSameThing(counterpart)) continue;
        for (const one of counterpart.events) taken.get(other)?.add(one);
      }
      things.push({ model, event, places });
    }
  }
  return things;
}

/** What stands in for an event only where a field has some value is nothing where the field cannot have it. */
function fitting(model: Model, counterpart: Counterpart): Counterpart {
  if (counterpart.kind !== 'replaced') return counterpart;
  const shapes = shapesByName(model);
  const fields = counterpart.events.flatMap((event) => fieldsOf(model, event));
  const fits = Object.entries(counterpart.rename.with ?? {}).every(([at, value]) =>
    fields.some(
      ({ path, field }) =>
        path === at && canHold(field.type, value, (name) => shapes.get(name)?.type),
    ),
  );
  return fits ? counterpart : { kind: 'none', events: [] };
}

function pair(model: Model, other: Model, renames: readonly Renames[]): Pairing {
  return pairingOf(model, other, renames);
}
