/** A small model, and the tally of a few frames of it. */
import type { Frame } from '../../generator/input/frames/frame.ts';
import { trafficBy, type TrafficOptions } from '../../generator/traffic/count.ts';
import type { TrafficReport } from '../../generator/traffic/reports/report.ts';
import type { Tally } from '../../generator/traffic/tally.ts';
import {
  clientEvent,
  discriminator,
  event,
  integer,
  model,
  object,
  oneOf,
  optional,
  required,
  string,
  union,
} from './models.ts';

export const radio = model([
  event('tuned', [
    required('station', string),
    optional('volume', integer),
    optional('band', oneOf('am', 'fm')),
    optional(
      'part',
      union(
        object([discriminator('kind', 'song'), optional('title', string)]),
        object([discriminator('kind', 'news'), optional('hour', integer)]),
      ),
    ),
  ]),
  event('lost'),
  clientEvent('tune', [required('station', string)]),
]);

/** The tally of messages, each a line of its file. */
export function tallyOf(
  files: Readonly<Record<string, readonly unknown[]>>,
  options: TrafficOptions = {},
): Tally {
  const traffic = trafficBy(radio, options);
  for (const [file, values] of Object.entries(files)) {
    traffic.begin();
    for (const [i, value] of values.entries()) traffic.add(frameOf(value, i + 1), file);
  }
  return traffic.tally();
}

/** A message as a frame; `undefined` is one that is not JSON. */
export function frameOf(value: unknown, number: number): Frame {
  return value === undefined
    ? { fault: 'is not JSON', number, line: number }
    : { value, number, line: number };
}

export function reportOf(
  values: readonly unknown[],
  more: Partial<TrafficReport> = {},
  options: TrafficOptions = {},
): TrafficReport {
  const tally = tallyOf({ 'log.jsonl': values }, options);
  return { tally, role: 'client', against: [], suggestions: [], ...more };
}
