/** What is about no event in particular: the source, how it is read, what it says of itself, and the order of all of it. */
import type { Direction, Event, Model, Position, ReadingMode } from '../../model/model.ts';
import { directionNames } from '../../model/names.ts';
import { readingModeOf } from '../../model/reading.ts';
import { directionsOf, eventsOf, typeNamesOf } from '../../model/walk.ts';
import { isSame, ofBoth, type Both } from '../both.ts';
import type { Side } from '../finding.ts';
import { isReordered, placesOf, type Search } from '../match/pairing.ts';
import type { ChangeKind } from '../rules.ts';
import { circumstancesOf, gathered, type Change, type LocalChange } from './change.ts';
import { orderOf, unusedForms } from './form.ts';

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

/** The direction in which is told what concerns none: that of the server, where a side has one. */
export function firstDirection({ before, after }: Both<Model>): Direction {
  const known = [...directionsOf(before), ...directionsOf(after)];
  return known.includes('client') && !known.includes('server') ? 'client' : 'server';
}

/** Compares how the source is read, and what is said of it. */
export function compareSources(
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

/** Whether the index has another order. */
export function compareIndexes(
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

/** What shows in no event: shapes that none uses, and the order of all of it. */
export function compareWholes(models: Both<Model>, isAll: boolean): LocalChange[] {
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

/** Says that more would have had to be gone through than is. */
export function compareCuts(
  { isCut, isPassedOver }: Search,
  models: Both<Model>,
  reading: ReadingMode,
): LocalChange[] {
  const cut = (kind: ChangeKind, sentence: string): LocalChange => {
    const sides = ofBoth(models, (model) => ({ meaning: sentence, position: sourceJsonOf(model) }));
    return aboutSource(kind, sentence, sides, reading);
  };
  return [
    ...(isCut
      ? [
          cut(
            'search-cut',
            'more is gone and new than is looked through for what was renamed, moved or made another: some of it may be the same',
          ),
        ]
      : []),
    ...(isPassedOver
      ? [
          cut(
            'places-cut',
            'what changed stands in more places than are gone through: some of them are not named',
          ),
        ]
      : []),
  ];
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

function sourceJsonOf({ source }: Model): Position {
  return `${source.id}/source.json:1:1`;
}
