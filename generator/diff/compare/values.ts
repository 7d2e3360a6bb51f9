/** What changed in the values of one JSON type. */
import { isClosed, type Scalar, type Value } from '../../model/alternatives.ts';
import { ofBoth, type Both } from '../both.ts';
import type { Side } from '../finding.ts';
import { listed, scalarMeaning, valuesMeaning } from '../../model/meaning.ts';
import { addChange, addDocsChange, type Spot } from './spot.ts';

/**
 * Compares the strings, the numbers or the booleans of a place.
 *
 * @param isAll whether nothing else may stand there, before and after
 */
export function compareScalars(spot: Spot, scalars: Both<Scalar>, isAll: boolean): void {
  const { before, after } = scalars;
  const sides = ofBoth(scalars, (scalar) => ({
    meaning: scalarMeaning(scalar),
    position: scalar.position,
  }));
  const sentence = `now ${sides.after.meaning}, was ${sides.before.meaning}`;
  const isReplaced = isAll && isClosed(before) && isClosed(after) && areApart(scalars);
  if (isClosed(before) !== isClosed(after))
    addChange(spot, isClosed(before) ? 'values-opened' : 'values-closed', sentence, sides);
  if (!isReplaced) compareLists(spot, scalars, sides);
  else if (before.values.length === 1 && after.values.length === 1)
    addChange(spot, 'constant-changed', sentence, sides);
  else addChange(spot, 'values-replaced', sentence, sides);
  const { before: was, after: is } = ofBoth(scalars, numberOf);
  if (was === 'integer' && is === 'number') addChange(spot, 'integer-to-number', sentence, sides);
  if (was === 'number' && is === 'integer') addChange(spot, 'number-to-integer', sentence, sides);
  if (before.any !== undefined && after.any !== undefined) compareFormats(spot, scalars, sides);
}

/** Whether none of the values of before is one of after. */
function areApart({ before, after }: Both<Scalar>): boolean {
  const values = new Set(before.values);
  return !after.values.some((value) => values.has(value));
}

/** Which numbers may stand there beside those that are listed. */
function numberOf({ any, open, values }: Scalar): string | undefined {
  return any ?? (open && typeof values[0] === 'number' ? 'number' : undefined);
}

/**
 * Compares what is listed. A plain string is an open list of which no value is named: where a list is opened or closed
 * to it, that is all that there is to say.
 */
function compareLists(spot: Spot, { before, after }: Both<Scalar>, sides: Both<Side>): void {
  const isKept = isClosed(before) === isClosed(after);
  if (!isKept && (before.values.length === 0 || after.values.length === 0)) return;
  const [was, is] = [new Set(before.values), new Set(after.values)];
  const added = after.values.filter((value) => !was.has(value));
  const removed = before.values.filter((value) => !is.has(value));
  const closed = isKept && isClosed(before);
  if (added.length > 0)
    addChange(spot, closed ? 'value-added' : 'open-value-added', `${inWords(added)} new`, sides);
  if (removed.length > 0)
    addChange(
      spot,
      closed ? 'value-removed' : 'open-value-removed',
      `${inWords(removed)} gone`,
      sides,
    );
  const moved = before.values.some((value, i) => value !== after.values[i]);
  if (added.length === 0 && removed.length === 0 && moved)
    addDocsChange(
      spot,
      'order-changed',
      'its values are listed in another order',
      'order of values',
      ofBoth(sides, ({ position }) => position),
    );
}

function inWords(values: readonly Value[]): string {
  const words = listed(valuesMeaning(values));
  return values.length === 1 ? `the value ${words} is` : `the values ${words} are`;
}

function compareFormats(spot: Spot, scalars: Both<Scalar>, sides: Both<Side>): void {
  const { before, after } = ofBoth(scalars, ({ format }) => format);
  if (before === after) return;
  if (before === undefined)
    addChange(spot, 'format-stated', `its format is stated now: ${after}`, sides);
  else if (after === undefined)
    addChange(spot, 'format-unstated', `its format is no longer stated: ${before}`, sides);
  else addChange(spot, 'format-changed', `its format is now ${after}, was ${before}`, sides);
}
