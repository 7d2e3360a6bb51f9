/** A tally of the parts of an archive, merged, is the tally of the whole. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { trafficLimits } from '../../generator/limits.ts';
import { emptyTally, Findings, merged, mergeFault } from '../../generator/traffic/tally.ts';
import { model } from '../support/models.ts';
import { radio, tallyOf } from '../support/small-traffic.ts';

const message = fc.oneof(
  fc.constant(undefined),
  fc.constant({ type: 'lost' }),
  fc.record({ type: fc.constantFrom('turned', 'lost', 5), extra: fc.constantFrom(1, 'a', null) }),
  fc.record(
    {
      type: fc.constantFrom('tuned', 'tune'),
      station: fc.constantFrom('a', 5),
      volume: fc.constantFrom(1, null, 0.5),
      band: fc.constantFrom('am', 'uhf'),
      part: fc.constantFrom(null, { kind: 'song', year: 1 }, { kind: 'traffic' }, { kind: 'news' }),
    },
    { requiredKeys: ['type'] },
  ),
);
const archive = fc
  .array(fc.array(message, { maxLength: 8 }), { minLength: 1, maxLength: 6 })
  .map((logs) => logs.map((log, i): [string, unknown[]] => [`log-${i}.jsonl`, log]));

test('in whatever order', () => {
  fc.assert(
    fc.property(archive, fc.boolean(), fc.nat(), (logs, showValues, seed) => {
      const whole = tallyOf(Object.fromEntries(logs), { showValues });
      const parts = logs
        .toSorted(([a], [b]) => ((a.charCodeAt(4) * seed) % 7) - ((b.charCodeAt(4) * seed) % 7))
        .map((log) => tallyOf(Object.fromEntries([log]), { showValues }));
      const [first, ...others] = parts;
      if (!first) return;

      expect(others.reduce((all, one) => merged(all, one), first)).toEqual(whole);
      expect(parts.reduceRight((all, one) => merged(all, one))).toEqual(whole);
    }),
    { numRuns: 200, seed: 1 },
  );
});

test('with that of nothing it stays as it is', () => {
  const tally = tallyOf({ a: [{ type: 'tuned' }, { type: 'turned' }] });

  expect(merged(tally, emptyTally(radio, tally.readings))).toEqual(tally);
});

describe('tallies are not merged', () => {
  const tally = tallyOf({ a: [{ type: 'lost' }] });

  test.each([
    ['of other docs', emptyTally(model([]), tally.readings), 'they are of different docs of small'],
    [
      'of another reading',
      tallyOf({ a: [] }, { exact: true }),
      'the reading of one is tolerant and exact (server and client), that of the other exact and exact',
    ],
    [
      'of another source',
      { ...tally, source: { ...tally.source, id: 'other' } },
      'one is of small, the other of other',
    ],
  ])('%s', (_, other, fault) => {
    expect(mergeFault(tally, other)).toBe(fault);
  });
});

test('findings that are too many are left out, the same ones in any order', () => {
  const names = Array.from({ length: trafficLimits.findings + 50 }, (_, i) => `event ${i}`);
  const kept = (order: readonly string[]): string[] => {
    const findings = new Findings();
    for (const [i, event] of order.entries())
      findings.add(
        { kind: 'unknown', event },
        { session: 1, file: 'a', frame: { number: i + 1 }, path: [], type: 'object' },
      );
    return findings.list().map(({ event = '' }) => event);
  };

  expect(kept(names)).toEqual(names.toSorted().slice(0, trafficLimits.findings));
  expect(kept(names.toReversed())).toEqual(kept(names));
});
