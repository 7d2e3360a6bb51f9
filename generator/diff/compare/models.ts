/**
 * What changed between two versions of a source, or between two sources, without a verdict.
 *
 * Both are compared as they are on the wire: event by event, by paths. Names of shapes are derived, so that they
 * decide nothing but what a type is called. What many events show through one shape is one change.
 */
import type { Direction, Event, Model, Position, ReadingMode } from '../../model/model.ts';
import { readingModeOf } from '../../model/reading.ts';
import { directionsOf, eventsOf, shapesByName, shapesOf, writtenNames } from '../../model/walk.ts';
import type { ChangeKind } from '../rules.ts';
import { gathered, type Change, type LocalChange } from './change.ts';
import { compareEvent } from './events.ts';
import type { Comparison, Sides, Version } from './run.ts';
import type { Side } from '../finding.ts';
import { supportMeaning } from '../meaning/meaning.ts';
import { isReordered } from '../match/pairing.ts';
import { isDeprecated } from '../meaning/prose.ts';
import { renamedEvents } from '../match/renames.ts';

/**
 * Every change between two models. The same model on both sides has none; both sides changed places have the
 * mirror image.
 */
export function compareModels(before: Model, after: Model): Change[] {
  return (['server', 'client'] as const).flatMap((direction) =>
    gathered(compareDirection(before, after, direction), after.source.id, direction),
  );
}

/** A source that is new, as one change for each direction that it documents. */
export function sourceAdded(model: Model): Change[] {
  return wholeSource(model, 'source-added', (side) => ({ after: side }));
}

/** A source that is gone, as one change for each direction that it documented. */
export function sourceRemoved(model: Model): Change[] {
  return wholeSource(model, 'source-removed', (side) => ({ before: side }));
}

function wholeSource(model: Model, kind: ChangeKind, sidesOf: (side: Side) => Sides): Change[] {
  return directionsOf(model).flatMap((direction) => {
    const count = eventsOf(model, direction).length;
    const events = count === 1 ? `1 ${direction} event` : `${count} ${direction} events`;
    const sentence = `the source is ${kind === 'source-added' ? 'new' : 'gone'}, with ${events}`;
    const change = aboutSource(
      direction,
      model,
      kind,
      sentence,
      sidesOf({ meaning: 'source', position: manifestOf(model) }),
    );
    return gathered([change], model.source.id, direction);
  });
}

function manifestOf({ source }: Model): Position {
  return `${source.id}/source.json:1:1`;
}

/** A change that is about no event in particular. */
function aboutSource(
  direction: Direction,
  model: Model,
  kind: ChangeKind,
  sentence: string,
  sides: Sides,
): LocalChange {
  return {
    kind,
    place: { event: '', path: '' },
    sentence,
    circumstances: {
      reading: readingModeOf(model.source, direction),
      absent: false,
      discriminator: false,
      event: false,
    },
    ...sides,
  };
}

// ── One direction ───────────────────────────────────────────────────────────────────────────────────────────

function compareDirection(before: Model, after: Model, direction: Direction): LocalChange[] {
  const was = eventsOf(before, direction);
  const is = eventsOf(after, direction);
  const versions = { before: versionOf(before, direction), after: versionOf(after, direction) };
  const reading = readingModeOf(after.source, direction);
  const unchanged = new Set<string>();
  const turned = turnedEvents(before, after);
  const turning = new Set(turned.map(({ before: { name } }) => name));
  const pairs = pairEvents(was, is, turning);
  const removed = was.filter((event) => !pairs.some((pair) => pair.before === event));
  const added = is.filter((event) => !pairs.some((pair) => pair.after === event));
  return [
    ...(was.length > 0 && is.length > 0 ? compareSources(before, after, direction) : []),
    ...turned
      .filter((pair) => pair.before.direction === direction)
      .map((pair) => turnedEvent(pair, reading)),
    ...removed
      .filter(({ name }) => !turning.has(name))
      .map((event) => removedEvent(event, reading)),
    ...added.filter(({ name }) => !turning.has(name)).map((event) => addedEvent(event, reading)),
    ...compareIndexes(before, after, direction, pairs),
    ...pairs.flatMap((pair) =>
      compareEvent(comparisonOf(versions, reading, pair, unchanged), pair.before, pair.after),
    ),
  ];
}

interface EventPair {
  before: Event;
  after: Event;
}

/** The same events of two lists: those of one name, then those that were renamed, in the order of the new index. */
function pairEvents(
  before: readonly Event[],
  after: readonly Event[],
  turning: ReadonlySet<string>,
): EventPair[] {
  const byName = new Map(after.map((event) => [event.name, event]));
  const same = before.flatMap((event) => {
    const other = byName.get(event.name);
    return other ? [{ before: event, after: other }] : [];
  });
  const names = new Set([...turning, ...same.map(({ before: { name } }) => name)]);
  const renamed = renamedEvents(
    before.filter(({ name }) => !names.has(name)),
    after.filter(({ name }) => !names.has(name)),
  );
  return [...same, ...renamed].toSorted((a, b) => after.indexOf(a.after) - after.indexOf(b.after));
}

function versionOf(model: Model, direction: Direction): Omit<Version, 'event'> {
  const written = direction === 'client' ? writtenNames(model) : [];
  return {
    shapes: shapesByName(model),
    typeNames: new Map([
      ...shapesOf(model, direction).map(({ name }) => [name, name] as const),
      ...written.map(({ shape, name }) => [shape, name] as const),
    ]),
  };
}

function comparisonOf(
  { before, after }: Record<'before' | 'after', Omit<Version, 'event'>>,
  reading: ReadingMode,
  pair: EventPair,
  unchanged: Set<string>,
): Comparison {
  return {
    before: { ...before, event: pair.before.name },
    after: { ...after, event: pair.after.name },
    reading,
    changes: [],
    removed: [],
    added: [],
    visits: new Map(),
    open: new Set(),
    cuts: 0,
    unchanged,
  };
}

// ── Events that one side has ────────────────────────────────────────────────────────────────────────────────

function wholeEvent(
  event: Event,
  reading: ReadingMode,
  kind: ChangeKind,
  sentence: string,
  sides: Sides,
): LocalChange {
  return {
    kind,
    place: { event: event.name, path: '' },
    sentence,
    circumstances: { reading, absent: false, discriminator: false, event: true },
    ...sides,
  };
}

/** Tells of an event that went to the other direction, in the direction that it had. */
function turnedEvent({ before, after }: EventPair, reading: ReadingMode): LocalChange {
  const [was, is] = [`${before.direction} event`, `${after.direction} event`];
  return wholeEvent(before, reading, 'event-turned', `now a ${is}, was a ${was}`, {
    before: { meaning: was, position: before.page },
    after: { meaning: is, position: after.page },
  });
}

function removedEvent(event: Event, reading: ReadingMode): LocalChange {
  const deprecated = isDeprecated(event.description);
  return wholeEvent(
    event,
    reading,
    deprecated ? 'deprecated-event-removed' : 'event-removed',
    deprecated ? 'the event is gone; it was deprecated' : 'the event is gone',
    { before: { meaning: eventMeaning(event), position: event.page } },
  );
}

function addedEvent(event: Event, reading: ReadingMode): LocalChange {
  const { status } = event.support;
  const flag = status === 'supported' ? '' : `, ${supportMeaning(event.support)}`;
  return wholeEvent(event, reading, 'event-added', `the event is new${flag}`, {
    after: { meaning: eventMeaning(event), position: event.page },
  });
}

function eventMeaning({ support }: Event): string {
  return `${supportMeaning(support)} event`;
}

/** The events that only one direction has on each side, and not the same one. */
function turnedEvents(before: Model, after: Model): EventPair[] {
  const is = onlyEvents(after);
  return [...onlyEvents(before)].flatMap(([name, event]) => {
    const other = is.get(name);
    return other && other.direction !== event.direction ? [{ before: event, after: other }] : [];
  });
}

/** The events whose name only one direction has, by their names. */
function onlyEvents({ events }: Model): Map<string, Event> {
  const names = events.map(({ name }) => name);
  const alone = events.filter(({ name }) => names.indexOf(name) === names.lastIndexOf(name));
  return new Map(alone.map((event) => [event.name, event]));
}

// ── Above the events ────────────────────────────────────────────────────────────────────────────────────────

function compareIndexes(
  before: Model,
  after: Model,
  direction: Direction,
  pairs: readonly EventPair[],
): LocalChange[] {
  const was = eventsOf(before, direction);
  const is = eventsOf(after, direction);
  const places = pairs.map((pair) => ({
    before: was.indexOf(pair.before),
    after: is.indexOf(pair.after),
  }));
  const [first] = was;
  const [firstNow] = is;
  if (!first || !firstNow || !isReordered(places)) return [];
  const sides = {
    before: { meaning: 'order of events', position: first.position },
    after: { meaning: 'order of events', position: firstNow.position },
  };
  return [aboutSource(direction, after, 'order-changed', 'the index has another order', sides)];
}

/** Compares how the source is read, and what is said of it. */
function compareSources(before: Model, after: Model, direction: Direction): LocalChange[] {
  const was = readingModeOf(before.source, direction);
  const is = readingModeOf(after.source, direction);
  const changes: LocalChange[] = [];
  const sidesOf = (one: string, other: string) => ({
    before: { meaning: one, position: manifestOf(before) },
    after: { meaning: other, position: manifestOf(after) },
  });
  if (was !== is)
    changes.push(
      aboutSource(
        direction,
        after,
        is === 'tolerant' ? 'reading-loosened' : 'reading-tightened',
        `${direction} events are now read ${is === 'tolerant' ? 'tolerantly' : 'exactly'}`,
        sidesOf(was, is),
      ),
    );
  const [first] = directionsOf(after);
  if (direction === first && describedBy(before) !== describedBy(after))
    changes.push(
      aboutSource(
        direction,
        after,
        'source-described',
        'the source has another title, address or date',
        sidesOf('description of the source', 'description of the source'),
      ),
    );
  return changes;
}

function describedBy({ source: { title, upstream } }: Model): string {
  return JSON.stringify([title, upstream.title, upstream.url, upstream.snapshot]);
}
