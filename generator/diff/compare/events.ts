/** What changed in one event that both sides have, whatever they call it. */
import type { Event, Field, ObjectType } from '../../model/model.ts';
import { mayBeAbsent } from '../../model/reading.ts';
import type { Shapes } from '../../model/alternatives.ts';
import type { ChangeKind } from '../rules.ts';
import type { LocalChange } from './change.ts';
import { compareSupport, compareWords, statementOf } from './facts.ts';
import { compareField, compareObjects } from './types.ts';
import { addChange, addDocsChange, type Comparison, type Spot } from './run.ts';
import { fieldMeaning } from '../meaning/meaning.ts';
import { isDeprecated } from '../meaning/prose.ts';
import {
  mostFields,
  mostRounds,
  movedFields,
  withFieldsBelow,
  type LoneField,
  type MovedField,
} from '../match/renames.ts';

/** Compares two versions of an event: itself, then what it holds, then what moved within it. */
export function compareEvent(run: Comparison, before: Event, after: Event): LocalChange[] {
  const outside = { above: undefined, before: '', after: '' };
  const body = spotOf('', '', { within: outside });
  const spot: Spot = { ...body, event: true };
  const positions = { before: before.page, after: after.page };
  compareNames(run, spot, before, after);
  compareSupport(run, spot, before.support, after.support, {
    before: before.position,
    after: after.position,
  });
  compareWords(run, spot, before.description, after.description, positions);
  if (before.url !== after.url)
    addDocsChange(run, spot, 'page-moved', 'its published page has another address', {
      meaning: 'page',
      ...positions,
    });
  if (examplesOf(before) !== examplesOf(after))
    addDocsChange(run, spot, 'example-changed', 'its examples are others', {
      meaning: 'examples',
      before: before.examples[0]?.position ?? before.page,
      after: after.examples[0]?.position ?? after.page,
    });
  // The value of `type` says no more than the name.
  const bodyOf = ({ body: { fields, ...rest } }: Event): ObjectType => ({
    ...rest,
    fields: fields.filter(({ name }) => before.name === after.name || name !== 'type'),
  });
  compareObjects(run, body, { object: bodyOf(before) }, { object: bodyOf(after) });
  compareLoneFields(run);
  return run.changes;
}

/** Another wire name brings another TypeScript name with it, which is not told as well. */
function compareNames(run: Comparison, spot: Spot, before: Event, after: Event): void {
  const sides = (was: string, is: string) => ({
    before: { meaning: was, position: before.page },
    after: { meaning: is, position: after.page },
  });
  if (before.name !== after.name) {
    const sentence = `now called \`${after.name}\`, was \`${before.name}\``;
    addChange(run, spot, 'event-renamed', sentence, sides(before.name, after.name));
  } else if (before.typeName !== after.typeName) {
    const sentence = `its type is now called ${after.typeName}, was ${before.typeName}`;
    addChange(run, spot, 'type-name-changed', sentence, sides(before.typeName, after.typeName));
  }
}

function examplesOf({ examples }: Event): string {
  return JSON.stringify(examples.map(({ value }) => value));
}

// ── Fields that one side has ────────────────────────────────────────────────────────────────────────────────

/** Tells what moved from what is gone or new. What moved is compared as well, which may show more of all three. */
function compareLoneFields(run: Comparison): void {
  const shapes = { before: run.before.shapes, after: run.after.shapes };
  const moved = { before: new Set<string>(), after: new Set<string>() };
  for (let round = 0; round < mostRounds; round++) {
    const pairs = movedFields(
      fieldsToPlace(run.removed, shapes.before, moved.before),
      fieldsToPlace(run.added, shapes.after, moved.after),
      shapes,
    );
    if (pairs.length === 0) break;
    for (const pair of pairs) {
      moved.before.add(pair.before.path);
      moved.after.add(pair.after.path);
      addMove(run, pair);
    }
  }
  for (const lone of run.removed)
    if (!hasMoved(lone, shapes.before, moved.before)) addRemoval(run, lone);
  for (const lone of run.added)
    if (!hasMoved(lone, shapes.after, moved.after)) addAddition(run, lone);
}

/** The fields that may have moved: those that one side has, then those that they hold. */
function fieldsToPlace(
  lone: readonly LoneField[],
  shapes: Shapes,
  moved: ReadonlySet<string>,
): LoneField[] {
  const all = lone.flatMap((field) => withFieldsBelow(field, shapes, moved));
  return [...all.filter(({ parent }) => !parent), ...all.filter(({ parent }) => parent)].slice(
    0,
    mostFields,
  );
}

/**
 * Whether a field moved, or all that it holds did, so that it is told by that. An object that must be there is told
 * all the same: what is sent without it may be refused, whatever was sent at the old places.
 */
function hasMoved(lone: LoneField, shapes: Shapes, moved: ReadonlySet<string>): boolean {
  if (moved.has(lone.path)) return true;
  if (!mayBeAbsent(lone.field)) return false;
  return withFieldsBelow(lone, shapes, moved).every((field) => holdsMoved(field, moved));
}

function holdsMoved({ path }: LoneField, moved: ReadonlySet<string>): boolean {
  return [...moved].some((other) => other.startsWith(`${path}.`));
}

/** A field is renamed when it stays in its object, and has moved when it does not. */
function addMove(run: Comparison, { before, after }: MovedField): void {
  const spot = spotOf(before.path, after.path, after);
  const isRequired = [before, after].some(({ field }) => !mayBeAbsent(field));
  const stays = before.within === after.within && !before.parent && !after.parent;
  const kind: ChangeKind = `${isRequired ? 'required' : 'optional'}-field-${stays ? 'renamed' : 'moved'}`;
  addChange(run, spot, kind, `${stays ? 'renamed' : 'moved'} from \`${before.path}\``, {
    before: { meaning: before.path, position: statementOf(before.field) },
    after: { meaning: after.path, position: statementOf(after.field) },
  });
  compareField(run, spot, withdrawn(before.field, after.field), after.field);
}

/** A deprecated name that another one took over: it went with its words, and nothing was taken back. */
function withdrawn(before: Field, after: Field): Field {
  if (!isDeprecated(before.description) || isDeprecated(after.description)) return before;
  return { ...before, description: after.description ?? '' };
}

function addRemoval(run: Comparison, { field, path, within }: LoneField): void {
  const kind = isDeprecated(field.description)
    ? 'deprecated-field-removed'
    : mayBeAbsent(field)
      ? 'optional-field-removed'
      : 'required-field-removed';
  const meaning = fieldMeaning(field, run.before.shapes);
  addChange(run, spotOf(path, path, { within }), kind, `gone, was ${meaning}`, {
    before: { meaning, position: statementOf(field) },
  });
}

function addAddition(run: Comparison, { field, path, within }: LoneField): void {
  const kind = mayBeAbsent(field) ? 'optional-field-added' : 'required-field-added';
  const meaning = fieldMeaning(field, run.after.shapes);
  addChange(run, spotOf(path, path, { within }), kind, `new, ${meaning}`, {
    after: { meaning, position: statementOf(field) },
  });
}

function spotOf(before: string, after: string, { within }: Pick<LoneField, 'within'>): Spot {
  return { before, after, within, absent: false, discriminator: false };
}
