/** Which event of one side is which of the other. */
import type { Event } from '../../model/model.ts';
import type { Pairing } from '../../model/pairing.ts';
import { ofBoth, type Both } from '../both.ts';
import type { Search } from './pairing.ts';
import { renamedEvents } from './renames.ts';

/**
 * Pairs events of one direction: those of one name, those that a source says were renamed, then those that look so.
 *
 * @returns the pairs in the order of the new index, and the events that have no other
 */
export function pairedEvents(
  events: Both<readonly Event[]>,
  pairing: Pairing,
  search: Search,
): { pairs: Both<Event>[]; lone: Both<Event[]> } {
  const byName = new Map(events.after.map((event) => [event.name, event]));
  const same = events.before.flatMap((event) => {
    const other = byName.get(event.name);
    return other ? [{ before: event, after: other }] : [];
  });
  const others = without(events, same);
  const told = others.before.flatMap((event) => {
    const { kind, events: found } = pairing.of(event);
    const other = others.after.find((one) => one === found[0]);
    return kind === 'renamed' && other ? [{ before: event, after: other }] : [];
  });
  const alike = renamedEvents(without(others, told), search);
  const places = new Map(events.after.map((event, i) => [event, i]));
  const placeOf = ({ after }: Both<Event>) => places.get(after) ?? -1;
  const pairs = [...same, ...told, ...alike].toSorted((a, b) => placeOf(a) - placeOf(b));
  return { pairs, lone: without(events, pairs) };
}

function without(events: Both<readonly Event[]>, pairs: readonly Both<Event>[]): Both<Event[]> {
  return ofBoth(events, (own, side) => {
    const paired = new Set(pairs.map((pair) => pair[side]));
    return own.filter((event) => !paired.has(event));
  });
}
