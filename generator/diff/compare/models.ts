/**
 * What changed between two versions of a source, or between two sources, without a verdict.
 *
 * Both are compared as they are on the wire: event by event, by paths. Names of shapes are derived, so that they
 * decide nothing but what a type is called. What many events show through one shape is one change.
 */
import type { Direction, Event, Model, ReadingMode, Renames } from '../../model/model.ts';
import { pairingOf, renamesOf, type Pairing } from '../../model/pairing.ts';
import { readingModeOf } from '../../model/reading.ts';
import { eventsOf, shapesByName, shapesOf, writtenNames } from '../../model/walk.ts';
import { isSame, ofBoth, type Both } from '../both.ts';
import type { Side } from '../finding.ts';
import { pairedEvents } from '../match/events.ts';
import { newSearch, type Search } from '../match/pairing.ts';
import { gathered, type Change, type LocalChange } from './change.ts';
import { compareEvent } from './events.ts';
import { differingShapes, differs, formsOf } from './form.ts';
import {
  compareCuts,
  compareIndexes,
  compareSources,
  compareWholes,
  firstDirection,
} from './sources.ts';
import type { EventComparison, Version } from './spot.ts';
import { addedEvent, removedEvent, turnedEvent, turnedEvents, wholeEvent } from './whole-events.ts';

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
  // Where there is more than is gone through, parts of the same model could be told as others.
  if (isSame(ofBoth(models, (model) => JSON.stringify(model)))) return [];
  const found = (['server', 'client'] as const).flatMap((direction) =>
    gathered(compareDirection(models, direction, renames), after.source.id, direction),
  );
  const whole = compareWholes(models, found.length === 0);
  return [...found, ...gathered(whole, after.source.id, firstDirection(models))];
}

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
  const staying = ofBoth(events, (own) => own.filter(({ name }) => !turning.has(name)));
  const { pairs, lone } = pairedEvents(staying, pairings.before, search);
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
    ...compareCuts(search, models, reading),
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
