/** What changed in one event that both sides have, whatever they call it. */
import type { Shapes } from '../../model/alternatives.ts';
import type { Event, Field, ObjectType } from '../../model/model.ts';
import { mayBeAbsent } from '../../model/reading.ts';
import { isSame, ofBoth, type Both } from '../both.ts';
import {
  commonObject,
  mostFields,
  mostRounds,
  movedFields,
  withFieldsBelow,
  type LoneField,
  type MovedField,
} from '../match/renames.ts';
import type { Search } from '../match/pairing.ts';
import { fieldMeaning } from '../../model/meaning.ts';
import type { ChangeKind } from '../rules.ts';
import type { LocalChange } from './change.ts';
import { compareSupport, compareWords, statedAt } from './facts.ts';
import {
  addChange,
  addDocsChange,
  addTypeName,
  compareLater,
  spotAt,
  type EventComparison,
  type Spot,
} from './spot.ts';
import { compareField, compareObjects } from './types.ts';

/** Compares two versions of an event: itself, then what it holds, then what moved within it. */
export function compareEvent(comparison: EventComparison, events: Both<Event>): LocalChange[] {
  const outside = { above: undefined, before: '', after: '' };
  const body = spotAt(comparison, { before: '', after: '' }, outside);
  const spot: Spot = { ...body, event: true };
  const positions = ofBoth(events, ({ page }) => page);
  compareNames(spot, events);
  compareSupport(
    spot,
    events,
    ofBoth(events, ({ position }) => position),
  );
  compareWords(spot, events, positions);
  const schemas = ofBoth(events, ({ schemaName }) => schemaName);
  if (schemas.before !== undefined && schemas.after !== undefined && !isSame(schemas))
    addDocsChange(
      spot,
      'description-changed',
      `its schema is now called ${schemas.after}, was ${schemas.before}`,
      'name of its schema',
      positions,
    );
  if (!isSame(ofBoth(events, ({ url }) => url)))
    addDocsChange(spot, 'page-moved', 'its published page has another address', 'page', positions);
  if (!isSame(ofBoth(events, examplesOf)))
    addDocsChange(
      spot,
      'example-changed',
      'its examples are others',
      'examples',
      ofBoth(events, ({ examples, page }) => examples[0]?.position ?? page),
    );
  const isRenamed = !isSame(ofBoth(events, ({ name }) => name));
  compareObjects(
    body,
    ofBoth(events, (event) => ({ object: isRenamed ? withoutName(event.body) : event.body })),
  );
  compareLater(comparison);
  compareLoneFields(comparison);
  return comparison.changes;
}

/** The value of `type` says no more than the name of the event. */
function withoutName(body: ObjectType): ObjectType {
  return { ...body, fields: body.fields.filter(({ name }) => name !== 'type') };
}

/** Another wire name brings another TypeScript name with it, which is not told as well. */
function compareNames(spot: Spot, events: Both<Event>): void {
  const { before, after } = events;
  if (before.name !== after.name) {
    const sides = ofBoth(events, ({ name, page }) => ({ meaning: name, position: page }));
    addChange(spot, 'event-renamed', `now called \`${after.name}\`, was \`${before.name}\``, sides);
  } else if (before.typeName !== after.typeName) {
    const sides = ofBoth(events, ({ typeName, page }) => ({ meaning: typeName, position: page }));
    addTypeName(spot, sides);
  }
}

function examplesOf({ examples }: Event): string {
  return JSON.stringify(examples.map(({ value }) => value));
}

// ── Fields that one side has ────────────────────────────────────────────────────────────────────────────────

/** Tells what moved from what is gone or new. What moved is compared as well, which may show more of all three. */
function compareLoneFields(comparison: EventComparison): void {
  const { lone } = comparison;
  const shapes = ofBoth(comparison.versions, (version) => version.shapes);
  const moved = { before: new Set<string>(), after: new Set<string>() };
  for (let round = 0; round < mostRounds; round++) {
    const pairs = movedFields(
      ofBoth(lone, (fields, side) =>
        fieldsToPlace(fields, shapes[side], moved[side], comparison.search),
      ),
      shapes,
      comparison.search,
      comparison.isMoved,
    );
    if (pairs.length === 0) break;
    if (round === mostRounds - 1) comparison.search.isCut = true;
    for (const pair of pairs) {
      moved.before.add(pair.before.path);
      moved.after.add(pair.after.path);
      addMove(comparison, pair);
    }
  }
  const holders = ofBoth(moved, holdersOf);
  for (const field of lone.before)
    if (!hasMoved(field, shapes.before, moved.before, holders.before))
      addRemoval(comparison, field);
  for (const field of lone.after)
    if (!hasMoved(field, shapes.after, moved.after, holders.after)) addAddition(comparison, field);
}

/** The paths above what moved. */
function holdersOf(moved: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  for (const path of moved)
    for (let end = path.lastIndexOf('.'); end > 0; end = path.lastIndexOf('.', end - 1))
      found.add(path.slice(0, end));
  return found;
}

/** The fields that may have moved: those that one side has, then those that they hold. */
function fieldsToPlace(
  lone: readonly LoneField[],
  shapes: Shapes,
  moved: ReadonlySet<string>,
  search: Search,
): LoneField[] {
  const found = lone.filter(({ path }) => !moved.has(path));
  for (const field of lone) {
    if (found.length > mostFields) break;
    for (const one of withFieldsBelow(field, shapes, moved)) if (one.parent) found.push(one);
  }
  if (found.length > mostFields) search.isCut = true;
  return found.slice(0, mostFields);
}

/**
 * Whether a field moved, or all that it holds did, so that it is told by that. An object that must be there is told
 * all the same: what is sent without it may be refused, whatever was sent at the old places.
 */
function hasMoved(
  lone: LoneField,
  shapes: Shapes,
  moved: ReadonlySet<string>,
  holders: ReadonlySet<string>,
): boolean {
  if (moved.has(lone.path)) return true;
  if (!holders.has(lone.path) || !mayBeAbsent(lone.field)) return false;
  return withFieldsBelow(lone, shapes, moved).every(({ path }) => holders.has(path));
}

/** A field is renamed when it stays in its object, and has moved when it does not. */
function addMove(comparison: EventComparison, moved: MovedField): void {
  const { before, after } = moved;
  const paths = ofBoth(moved, ({ path }) => path);
  const isRequired = [before, after].some(({ field }) => !mayBeAbsent(field));
  const stays = before.within === after.within && !before.parent && !after.parent;
  const kind: ChangeKind = `${isRequired ? 'required' : 'optional'}-field-${stays ? 'renamed' : 'moved'}`;
  const sentence = `${stays ? 'renamed' : 'moved'} from \`${before.path}\``;
  // What is in it is in the same object on the way back.
  const within = commonObject(before.within, after.within) ?? after.within;
  addChange(
    spotAt(comparison, paths, within),
    kind,
    sentence,
    ofBoth(moved, ({ path, field }) => ({ meaning: path, position: statedAt(field) })),
  );
  compareField(comparison, paths, within, {
    before: withdrawn(before.field, after.field),
    after: after.field,
  });
  compareLater(comparison);
}

/** A deprecated name that another one took over: it went with its words, and nothing was taken back. */
function withdrawn(before: Field, after: Field): Field {
  if (!before.deprecated || after.deprecated) return before;
  const { deprecated: _, ...rest } = before;
  return { ...rest, description: after.description ?? '' };
}

function addRemoval(comparison: EventComparison, { field, path, within }: LoneField): void {
  const presence = mayBeAbsent(field) ? 'optional' : 'required';
  const kind: ChangeKind = field.deprecated
    ? `deprecated-${presence}-field-removed`
    : `${presence}-field-removed`;
  const meaning = fieldMeaning(field, comparison.versions.before.shapes);
  addChange(
    spotAt(comparison, { before: path, after: path }, within),
    kind,
    `gone, was ${meaning}`,
    {
      before: { meaning, position: statedAt(field) },
    },
  );
}

function addAddition(comparison: EventComparison, { field, path, within }: LoneField): void {
  const kind = mayBeAbsent(field) ? 'optional-field-added' : 'required-field-added';
  const meaning = fieldMeaning(field, comparison.versions.after.shapes);
  addChange(spotAt(comparison, { before: path, after: path }, within), kind, `new, ${meaning}`, {
    after: { meaning, position: statedAt(field) },
  });
}
