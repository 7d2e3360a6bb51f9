/**
 * What changed between two versions of a source, or between two sources, without a verdict.
 *
 * Both are compared as they are on the wire: event by event, by paths. Names of shapes are derived, so that they
 * decide nothing but what a type is called. What many events show through one shape is one change.
 */
import type { Direction, Event, Model, Position, ReadingMode, Renames } from '../../model/model.ts';
import { directionNames } from '../../model/names.ts';
import { readingModeOf } from '../../model/reading.ts';
import {
  directionsOf,
  eventsOf,
  shapesByName,
  shapesOf,
  typeNamesOf,
  writtenNames,
} from '../../model/walk.ts';
import { pairingOf, renamesOf, type Counterpart, type Pairing } from '../../model/pairing.ts';
import { isSame, ofBoth, type Both } from '../both.ts';
import type { Side } from '../finding.ts';
import { isReordered, newSearch, placesOf, type Search } from '../match/pairing.ts';
import { renamedEvents } from '../match/renames.ts';
import { supportMeaning } from '../../model/meaning.ts';
import type { ChangeKind } from '../rules.ts';
import { circumstancesOf, gathered, type Change, type LocalChange } from './change.ts';
import { compareEvent } from './events.ts';
import { differingShapes, differs, formsOf, orderOf, unusedForms } from './form.ts';
import type { EventComparison, Version } from './spot.ts';

/**
 * Every change between two models. The same model on both sides has none; both sides changed places have the
 * mirror image.
 */
export function compareModels(
  before: Model,
  after: Model,
  renames: readonly Renames[] = renamesOf([before, after]),
): Change[] {
  const models = { before, after };
  const found = (['server', 'client'] as const).flatMap((direction) =>
    gathered(compareDirection(models, direction, renames), after.source.id, direction),
  );
  const whole = compareWholes(models, found.length === 0);
  return [...found, ...gathered(whole, after.source.id, firstDirection(models))];
}

/** The direction in which is told what concerns none: that of the server, where a side has one. */
function firstDirection({ before, after }: Both<Model>): Direction {
  const known = [...directionsOf(before), ...directionsOf(after)];
  return known.includes('client') && !known.includes('server') ? 'client' : 'server';
}

/** What shows in no event: shapes that none uses, and the order of all of it. */
function compareWholes(models: Both<Model>, isAll: boolean): LocalChange[] {
  const sidesOf = (meaning: string) =>
    ofBoth(models, (model) => ({ meaning, position: sourceJsonOf(model) }));
  const reading = readingModeOf(models.after.source, firstDirection(models));
  if (!isSame(ofBoth(models, unusedForms)))
    return [
      aboutSource(
        'put-otherwise',
        'the shapes that no event uses are others',
        sidesOf('unused shapes'),
        reading,
      ),
    ];
  if (!isAll || isSame(ofBoth(models, orderOf))) return [];
  const sentence = 'its events and shapes stand in another order';
  return [aboutSource('order-changed', sentence, sidesOf('order of all'), reading)];
}

/** A source that is new, as one change for each direction that it documents. */
export function sourceAdded(model: Model): Change[] {
  return wholeSource(model, 'source-added', (side) => ({ after: side }));
}

/** A source that is gone, as one change for each direction that it documented. */
export function sourceRemoved(model: Model): Change[] {
  return wholeSource(model, 'source-removed', (side) => ({ before: side }));
}

function wholeSource(
  model: Model,
  kind: 'source-added' | 'source-removed',
  sidesOf: (side: Side) => Partial<Both<Side>>,
): Change[] {
  return directionsOf(model).flatMap((direction) => {
    const count = eventsOf(model, direction).length;
    const events = count === 1 ? `1 ${direction} event` : `${count} ${direction} events`;
    const sentence = `the source is ${kind === 'source-added' ? 'new' : 'gone'}, with ${events}`;
    const sides = sidesOf({ meaning: 'source', position: sourceJsonOf(model) });
    const reading = readingModeOf(model.source, direction);
    return gathered([aboutSource(kind, sentence, sides, reading)], model.source.id, direction);
  });
}

function sourceJsonOf({ source }: Model): Position {
  return `${source.id}/source.json:1:1`;
}

/** A change that is about no event in particular. */
function aboutSource(
  kind: ChangeKind,
  sentence: string,
  sides: Partial<Both<Side>>,
  reading: ReadingMode,
): LocalChange {
  const circumstances = circumstancesOf(reading, { event: false });
  return { kind, place: { event: '', path: '' }, sentence, circumstances, ...sides };
}

// ── One direction ───────────────────────────────────────────────────────────────────────────────────────────

function compareDirection(
  models: Both<Model>,
  direction: Direction,
  renames: readonly Renames[],
): LocalChange[] {
  const events = ofBoth(models, (model) => eventsOf(model, direction));
  const versions = ofBoth(models, (model) => versionOf(model, direction));
  const reading = readingModeOf(models.after.source, direction);
  const unchanged = new Set<string>();
  const turned = turnedEvents(models);
  const turning = new Set(turned.map(({ before: { name } }) => name));
  const search = newSearch();
  const pairings: Both<Pairing> = {
    before: pairingOf(models.before, models.after, renames),
    after: pairingOf(models.after, models.before, renames),
  };
  const pairs = pairEvents(events, turning, pairings.before, search);
  const lone = ofBoth(events, (own, side) => {
    const paired = new Set(pairs.map((pair) => pair[side]));
    return own.filter((event) => !paired.has(event) && !turning.has(event.name));
  });
  const compared = pairs.map((pair) => ({
    pair,
    changes: compareEvent(
      comparisonOf(versions, reading, { pair, pairing: pairings.before }, unchanged, search),
      pair,
    ),
  }));
  const alike = compared.filter(({ changes }) => changes.length === 0).map(({ pair }) => pair);
  return [
    ...compareSources(models, events, direction),
    ...turned
      .filter((pair) => pair.before.direction === direction)
      .map((pair) => turnedEvent(pair, reading)),
    ...lone.before.map((event) => removedEvent(event, reading, pairings.before.of(event))),
    ...lone.after.map((event) => addedEvent(event, reading, pairings.after.of(event))),
    ...compareIndexes(events, pairs, reading),
    ...compared.flatMap(({ changes }) => changes),
    ...compareForms(alike, versions, reading),
    ...(search.isCut
      ? [
          searchCut(
            'search-cut',
            'more is gone and new than is looked through for what was renamed, moved or made another: some of it may be the same',
            models,
            reading,
          ),
        ]
      : []),
    ...(search.isPassedOver
      ? [
          searchCut(
            'places-cut',
            'what changed stands in more places than are gone through: some of them are not named',
            models,
            reading,
          ),
        ]
      : []),
  ];
}

/** What differs in events of which nothing is told: whatever it is, their code is not the same. */
function compareForms(
  pairs: readonly Both<Event>[],
  versions: Both<Omit<Version, 'event'>>,
  reading: ReadingMode,
): LocalChange[] {
  if (pairs.length === 0) return [];
  const forms = ofBoth(versions, formsOf);
  return pairs.flatMap((pair) => {
    const tell = (what: string, sides: Both<Side>): LocalChange =>
      wholeEvent(pair.after, reading, 'put-otherwise', `${what} is put otherwise`, sides);
    if (differs(pair))
      return [
        tell(
          'it',
          ofBoth(pair, ({ page }) => ({ meaning: 'event', position: page })),
        ),
      ];
    return differingShapes(pair.after.body, versions.after, forms).map((name) =>
      tell(
        `the shape ${name}`,
        ofBoth(versions, ({ shapes }, side) => ({
          meaning: `shape ${name}`,
          position: shapes.get(name)?.type.position ?? pair[side].page,
        })),
      ),
    );
  });
}

function searchCut(
  kind: ChangeKind,
  sentence: string,
  models: Both<Model>,
  reading: ReadingMode,
): LocalChange {
  const sides = ofBoth(models, (model) => ({ meaning: sentence, position: sourceJsonOf(model) }));
  return aboutSource(kind, sentence, sides, reading);
}

/**
 * The same events of two lists: those of one name, those that a source says were renamed, then those that look so, in the
 * order of the new index.
 */
function pairEvents(
  events: Both<readonly Event[]>,
  turning: ReadonlySet<string>,
  pairing: Pairing,
  search: Search,
): Both<Event>[] {
  const byName = new Map(events.after.map((event) => [event.name, event]));
  const same = events.before.flatMap((event) => {
    const other = byName.get(event.name);
    return other ? [{ before: event, after: other }] : [];
  });
  const names = new Set([...turning, ...same.map(({ before: { name } }) => name)]);
  const others = ofBoth(events, (own) => own.filter(({ name }) => !names.has(name)));
  const told = others.before.flatMap((event) => {
    const { kind, events: found } = pairing.of(event);
    const other = others.after.find((one) => one === found[0]);
    return kind === 'renamed' && other ? [{ before: event, after: other }] : [];
  });
  const lone = ofBoth(others, (own, side) => {
    const paired = new Set(told.map((pair) => pair[side]));
    return own.filter((event) => !paired.has(event));
  });
  const places = new Map(events.after.map((event, i) => [event, i]));
  const placeOf = ({ after }: Both<Event>) => places.get(after) ?? -1;
  return [...same, ...told, ...renamedEvents(lone, search)].toSorted(
    (a, b) => placeOf(a) - placeOf(b),
  );
}

function versionOf(model: Model, direction: Direction): Omit<Version, 'event'> {
  const written = direction === 'client' ? writtenNames(model) : [];
  const typeNames = new Map([
    ...shapesOf(model, direction).map(({ name }) => [name, name] as const),
    ...written.map(({ shape, name }) => [shape, name] as const),
  ]);
  return {
    shapes: shapesByName(model),
    typeNames,
    names: new Set(typeNames.values()),
    aliases: new Map((model.aliases ?? []).map(({ name, of }) => [name, of])),
  };
}

function comparisonOf(
  versions: Both<Omit<Version, 'event'>>,
  reading: ReadingMode,
  { pair, pairing }: { pair: Both<Event>; pairing: Pairing },
  unchanged: Set<string>,
  search: Search,
): EventComparison {
  const placeOf = (side: keyof Both<Event>, path: string) => ({
    event: pair[side].name,
    path: withoutMembers(path),
  });
  return {
    versions: ofBoth(versions, (version, side) => ({ ...version, event: pair[side].name })),
    reading,
    isMoved: ({ before, after }) =>
      pairing.isMoved(placeOf('before', before), placeOf('after', after)),
    changes: [],
    lone: { before: [], after: [] },
    visits: new Map(),
    open: new Set(),
    cuts: 0,
    unchanged,
    search,
    depth: 0,
    later: [],
  };
}

/** A path without the members of unions that it leads through: `session.audio` of `session<realtime>.audio`. */
function withoutMembers(path: string): string {
  return path.replaceAll(/<[^>]*>/g, '');
}

// ── Events that one side has ────────────────────────────────────────────────────────────────────────────────

function wholeEvent(
  event: Event,
  reading: ReadingMode,
  kind: ChangeKind,
  sentence: string,
  sides: Partial<Both<Side>>,
): LocalChange {
  const circumstances = circumstancesOf(reading, { event: true });
  return { kind, place: { event: event.name, path: '' }, sentence, circumstances, ...sides };
}

/** Tells of an event that went to the other direction, in the direction that it had. */
function turnedEvent(pair: Both<Event>, reading: ReadingMode): LocalChange {
  const sides = ofBoth(pair, ({ direction, page }) => ({
    meaning: `${direction} event`,
    position: page,
  }));
  const sentence = `now a ${sides.after.meaning}, was a ${sides.before.meaning}`;
  return wholeEvent(pair.before, reading, 'event-turned', sentence, sides);
}

function removedEvent(event: Event, reading: ReadingMode, now: Counterpart): LocalChange {
  const before = { meaning: eventMeaning(event), position: event.page };
  return event.deprecated
    ? wholeEvent(
        event,
        reading,
        'deprecated-event-removed',
        `the event is gone; it was deprecated${standIn(now)}`,
        { before },
      )
    : wholeEvent(event, reading, 'event-removed', `the event is gone${standIn(now)}`, { before });
}

/** What stands for an event that is gone, to end a sentence. */
function standIn(now: Counterpart): string {
  if (now.kind !== 'replaced' && now.kind !== 'split') return '';
  const names = now.events.map(({ name }) => `\`${name}\``).join(' and ');
  const held = Object.entries(now.rename.with ?? {}).map(
    ([path, value]) => ` with \`${path}\` = "${value}"`,
  );
  return `: ${names}${held.join('')} ${now.events.length === 1 ? 'stands' : 'stand'} in its place`;
}

function addedEvent(event: Event, reading: ReadingMode, was: Counterpart): LocalChange {
  const { status } = event.support;
  const flag = status === 'supported' ? '' : `, ${supportMeaning(event.support)}`;
  const formerly =
    was.kind === 'merged' ? `; it has a part of what \`${was.rename.was}\` said` : '';
  return wholeEvent(event, reading, 'event-added', `the event is new${flag}${formerly}`, {
    after: { meaning: eventMeaning(event), position: event.page },
  });
}

function eventMeaning({ support }: Event): string {
  return `${supportMeaning(support)} event`;
}

/** The events that only one direction has on each side, and not the same one. */
function turnedEvents(models: Both<Model>): Both<Event>[] {
  const { before, after } = ofBoth(models, onlyEvents);
  return [...before].flatMap(([name, event]) => {
    const other = after.get(name);
    return other && other.direction !== event.direction ? [{ before: event, after: other }] : [];
  });
}

/** The events whose name only one direction has, by their names. */
function onlyEvents({ events }: Model): Map<string, Event> {
  const names = ofBoth(
    { before: 'server', after: 'client' } as const,
    (direction) =>
      new Set(events.flatMap((event) => (event.direction === direction ? event.name : []))),
  );
  const alone = events.filter(({ name }) => !names.before.has(name) || !names.after.has(name));
  return new Map(alone.map((event) => [event.name, event]));
}

// ── Above the events ────────────────────────────────────────────────────────────────────────────────────────

function compareIndexes(
  events: Both<readonly Event[]>,
  pairs: readonly Both<Event>[],
  reading: ReadingMode,
): LocalChange[] {
  const places = placesOf(pairs, events);
  const [first] = events.before;
  const [firstNow] = events.after;
  if (!first || !firstNow || !isReordered(places)) return [];
  const sides = ofBoth({ before: first, after: firstNow }, ({ position }) => ({
    meaning: 'order of events',
    position,
  }));
  return [aboutSource('order-changed', 'the index has another order', sides, reading)];
}

/** Compares how the source is read, and what is said of it. */
function compareSources(
  models: Both<Model>,
  events: Both<readonly Event[]>,
  direction: Direction,
): LocalChange[] {
  const readings = ofBoth(models, ({ source }) => readingModeOf(source, direction));
  const isOnBoth = events.before.length > 0 && events.after.length > 0;
  const sidesOf = (meanings: Both<string>) =>
    ofBoth(models, (model, side) => ({ meaning: meanings[side], position: sourceJsonOf(model) }));
  const changes: LocalChange[] = [];
  if (isOnBoth && !isSame(readings)) {
    const loosened = readings.after === 'tolerant';
    const kind = loosened ? 'reading-loosened' : 'reading-tightened';
    const sentence = `${direction} events are now read ${loosened ? 'tolerantly' : 'exactly'}`;
    changes.push(aboutSource(kind, sentence, sidesOf(readings), readings.after));
  }
  const names = ofBoth(models, ({ source }) => directionNames(direction, source).types.union);
  if (isOnBoth && !isSame(names)) {
    const sentence = `the type of all ${direction} events is now called ${names.after}, was ${names.before}`;
    changes.push(aboutSource('type-name-changed', sentence, sidesOf(names), readings.after));
  }
  if (direction !== firstDirection(models)) return changes;
  if (!isSame(ofBoth(models, describedBy))) {
    const sides = sidesOf(ofBoth(models, () => 'description of the source'));
    const sentence =
      'the source has another title, notice, address, date, end or place in the matrix';
    changes.push(aboutSource('source-described', sentence, sides, readings.after));
  }
  return [...changes, ...compareAliases(models, readings.after)];
}

/**
 * The former names of types that one side has. That a type is called so now is no loss; what types of another source were
 * called before says nothing of this one.
 */
function compareAliases({ before, after }: Both<Model>, reading: ReadingMode): LocalChange[] {
  if (before.source.id !== after.source.id) return [];
  const removed = lostAliases(before, after);
  const added = lostAliases(after, before);
  const sideOf = (model: Model, names: readonly string[]): Side => ({
    meaning: names.join(', '),
    position: sourceJsonOf(model),
  });
  return [
    ...(removed.length === 0
      ? []
      : [
          aboutSource(
            'alias-removed',
            `${namesInWords(removed)} exported no longer`,
            { before: sideOf(before, removed) },
            reading,
          ),
        ]),
    ...(added.length === 0
      ? []
      : [
          aboutSource(
            'alias-added',
            `${namesInWords(added)} exported beside the names of today`,
            { after: sideOf(after, added) },
            reading,
          ),
        ]),
  ];
}

function lostAliases(one: Model, other: Model): string[] {
  const kept = new Set([
    ...typeNamesOf(other),
    ...(other.aliases ?? []).map(({ name, of }) => `${name} of ${of}`),
  ]);
  return (one.aliases ?? []).flatMap(({ name, of }) =>
    kept.has(name) || kept.has(`${name} of ${of}`) ? [] : name,
  );
}

function namesInWords(names: readonly string[]): string {
  const [first = '', ...others] = names;
  if (others.length === 0) return `the former name ${first} is`;
  const list = names.length > 3 ? '' : ` ${names.join(', ')}`;
  return `${names.length} former names of types${list} are`;
}

function describedBy({ source }: Model): string {
  const { title, notice, upstream, retired, endpoint, matrix } = source;
  return JSON.stringify([
    title,
    notice,
    upstream?.title,
    upstream?.url,
    upstream?.snapshot,
    retired?.date,
    retired?.evidence,
    endpoint?.url,
    endpoint?.evidence,
    matrix?.generation,
    matrix?.provider,
    matrix?.role,
  ]);
}
