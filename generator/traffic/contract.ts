/** The contract of a tally in a file: what `--format json` prints and `--merge` reads. */
import * as v from 'valibot';
import { readDataFile, recordOf } from '../contract.ts';
import type { Json } from '../model/model.ts';
import { findingKinds, type Tally } from './tally.ts';

/** Counts up when a key changes its meaning or goes; not when one is added. */
export const reportVersion = 1;

const count = v.pipe(
  v.number('must be a number'),
  v.integer('must be a whole number'),
  v.minValue(0),
);
const text = v.string('must be a text');
const direction = v.picklist(['server', 'client'], 'must be "server" or "client"');
const reading = v.picklist(['tolerant', 'exact'], 'must be "tolerant" or "exact"');
const sketch = v.pipe(
  v.array(count, 'must be a list'),
  v.description(
    'The smallest hashes of all sessions: with fewer than 256 of them, that is how many there were.',
  ),
);
/** Whatever an example of a message holds. */
export const anyJson = v.custom<Json>((value) => value !== undefined);

const findingContract = v.object({
  kind: v.picklist(findingKinds),
  direction: v.exactOptional(direction),
  event: v.exactOptional(text),
  target: v.exactOptional(text),
  expected: v.exactOptional(text),
  count,
  sessions: sketch,
  types: recordOf(text, count),
  values: v.exactOptional(v.array(text)),
  first: v.object({ file: text, number: count, line: v.exactOptional(count) }),
  example: v.exactOptional(anyJson),
});

const tally = {
  source: v.object({ id: text, title: text, fingerprint: text }),
  readings: v.object({ server: reading, client: reading }),
  files: count,
  frames: count,
  sessions: sketch,
  events: v.array(
    v.object({
      direction,
      name: text,
      known: count,
      new: count,
      mismatch: count,
      exact: count,
      places: recordOf(text, v.boolean()),
    }),
  ),
  findings: v.array(findingContract),
  leftOut: count,
  ambiguous: recordOf(text, count),
};

export const reportContract = v.object(
  {
    version: v.literal(reportVersion, `must be ${reportVersion}`),
    ...tally,
    against: v.exactOptional(v.array(v.object(tally))),
  },
  'must be an object',
);

/** An example is a message of a log, which may be nested as deep as it is read there. */
const deepest = 1000;

/**
 * Reads what a report in JSON tells.
 *
 * @returns the tally of its source, and those of the sources that the same frames were held against
 * @throws UsageError when the text is no such report
 */
export function readTallies(content: string, name: string): readonly [Tally, ...Tally[]] {
  const { version: _, against = [], ...own } = readDataFile(content, name, reportContract, deepest);
  return [own, ...against];
}
