/** What changed in the values of one JSON type. */
import { isClosed, type Scalar, type Value } from '../../model/alternatives.ts';
import { ofBoth, type Both } from '../both.ts';
import type { Side } from '../finding.ts';
import { listed, scalarMeaning, valuesMeaning } from '../meaning/meaning.ts';
import { addChange, addDocsChange, type Spot } from './spot.ts';

/** Compares the strings, the numbers or the booleans of a place. */
export function compareScalars(spot: Spot, scalars: Both<Scalar>): void {
  const { before, after } = scalars;
  const sides = ofBoth(scalars, (scalar) => ({
    meaning: scalarMeaning(scalar),
    position: scalar.position,
  }));
  const sentence = `now ${sides.after.meaning}, was ${sides.before.meaning}`;
  if (isClosed(before) !== isClosed(after)) {
    const kind = isClosed(before) ? 'values-opened' : 'values-closed';
    addChange(spot, kind, sentence, sides);
  } else if (isConstant(before) && isConstant(after)) {
    if (before.values[0] !== after.values[0]) addChange(spot, 'constant-changed', sentence, sides);
  } else compareLists(spot, scalars, sides);
  if (before.any === 'integer' && after.any === 'number')
    addChange(spot, 'integer-to-number', sentence, sides);
  if (before.any === 'number' && after.any === 'integer')
    addChange(spot, 'number-to-integer', sentence, sides);
  if (before.any !== undefined && after.any !== undefined) compareFormats(spot, scalars, sides);
}

/** Whether one value may stand there and no other. */
function isConstant(scalar: Scalar): boolean {
  return isClosed(scalar) && scalar.values.length === 1;
}

/** Two closed lists, or two open ones: a plain string is an open list of which no value is named. */
function compareLists(spot: Spot, { before, after }: Both<Scalar>, sides: Both<Side>): void {
  const added = after.values.filter((value) => !before.values.includes(value));
  const removed = before.values.filter((value) => !after.values.includes(value));
  const closed = isClosed(before);
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
