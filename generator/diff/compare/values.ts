/** What changed in the values of one JSON type. */
import { isClosed, type Scalar, type Value } from '../../model/alternatives.ts';
import { addChange, addDocsChange, type Comparison, type Sides, type Spot } from './run.ts';
import { listed, scalarMeaning, valuesMeaning } from '../meaning/meaning.ts';

/** Compares the strings, the numbers or the booleans of a place. */
export function compareScalars(run: Comparison, spot: Spot, before: Scalar, after: Scalar): void {
  const sides = {
    before: { meaning: scalarMeaning(before), position: before.position },
    after: { meaning: scalarMeaning(after), position: after.position },
  };
  const sentence = `now ${sides.after.meaning}, was ${sides.before.meaning}`;
  if (isClosed(before) !== isClosed(after)) {
    const kind = isClosed(before) ? 'values-opened' : 'values-closed';
    addChange(run, spot, kind, sentence, sides);
  } else if (isConstant(before) && isConstant(after)) {
    if (before.values[0] !== after.values[0])
      addChange(run, spot, 'constant-changed', sentence, sides);
  } else compareLists(run, spot, before, after, sides);
  if (before.any === 'integer' && after.any === 'number')
    addChange(run, spot, 'integer-to-number', sentence, sides);
  if (before.any === 'number' && after.any === 'integer')
    addChange(run, spot, 'number-to-integer', sentence, sides);
  if (before.any !== undefined && after.any !== undefined)
    compareFormats(run, spot, before, after, sides);
}

/** Whether one value may stand there and no other. */
function isConstant(scalar: Scalar): boolean {
  return isClosed(scalar) && scalar.values.length === 1;
}

/** Two closed lists, or two open ones: a plain string is an open list of which no value is named. */
function compareLists(
  run: Comparison,
  spot: Spot,
  before: Scalar,
  after: Scalar,
  sides: Sides,
): void {
  const added = after.values.filter((value) => !before.values.includes(value));
  const removed = before.values.filter((value) => !after.values.includes(value));
  const closed = isClosed(before);
  if (added.length > 0)
    addChange(
      run,
      spot,
      closed ? 'value-added' : 'open-value-added',
      `${inWords(added)} new`,
      sides,
    );
  if (removed.length > 0)
    addChange(
      run,
      spot,
      closed ? 'value-removed' : 'open-value-removed',
      `${inWords(removed)} gone`,
      sides,
    );
  const moved = before.values.some((value, i) => value !== after.values[i]);
  if (added.length === 0 && removed.length === 0 && moved)
    addDocsChange(run, spot, 'order-changed', 'its values are listed in another order', {
      meaning: 'order of values',
      before: before.position,
      after: after.position,
    });
}

function inWords(values: readonly Value[]): string {
  const words = listed(valuesMeaning(values));
  return values.length === 1 ? `the value ${words} is` : `the values ${words} are`;
}

function compareFormats(
  run: Comparison,
  spot: Spot,
  before: Scalar,
  after: Scalar,
  sides: Sides,
): void {
  if (before.format === after.format) return;
  if (before.format === undefined)
    addChange(run, spot, 'format-stated', `its format is stated now: ${after.format}`, sides);
  else if (after.format === undefined)
    addChange(
      run,
      spot,
      'format-unstated',
      `its format is no longer stated: ${before.format}`,
      sides,
    );
  else
    addChange(
      run,
      spot,
      'format-changed',
      `its format is now ${after.format}, was ${before.format}`,
      sides,
    );
}
