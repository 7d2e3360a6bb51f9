import { expect, it } from 'vitest';
import { handleMessage, type EventHandlers } from '../../generator/runtime/handlers.ts';
import type { EventSet } from '../../generator/runtime/outcomes.ts';

interface RadioEvents {
  tuned: { type: 'tuned'; station: string };
  silence: { type: 'silence' };
  unknown: { type: 'unknown'; noise: number };
}

const kinds: Record<string, string> = { tuned: 'station', silence: 'type', unknown: 'noise' };

const radio: EventSet<RadioEvents[keyof RadioEvents]> = {
  title: 'event of Radio',
  reading: 'tolerant',
  is: (value): value is RadioEvents[keyof RadioEvents] =>
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    typeof value.type === 'string' &&
    Object.hasOwn(kinds, value.type) &&
    (kinds[value.type] ?? '') in value,
  expected: {
    tuned: { required: { station: 'string' } },
    silence: {},
    unknown: { required: { noise: 'number' } },
  },
};

const handled = (input: unknown) => {
  const calls: string[] = [];
  const handlers: EventHandlers<RadioEvents> = {
    events: {
      tuned: ({ station }) => calls.push(`tuned to ${station}`),
      unknown: ({ noise }) => calls.push(`noise ${noise}`),
    },
    other: ({ type }) => calls.push(`other: ${type}`),
    unknown: ({ name }) => calls.push(`unknown: ${name}`),
    mismatch: ({ name, misfits }) => calls.push(`mismatch: ${name} ${misfits[0]?.path}`),
    malformed: ({ misfits }) => calls.push(`malformed: ${misfits[0]?.received}`),
  };
  const { kind } = handleMessage(input, radio, handlers);
  return [kind, ...calls];
};

it.each<[string, unknown, string[]]>([
  ['goes to the handler of its name', { type: 'tuned', station: 'FIP' }, ['known', 'tuned to FIP']],
  ['comes as text, too', '{ "type": "tuned", "station": "FIP" }', ['known', 'tuned to FIP']],
  ['without a handler goes to the others', { type: 'silence' }, ['known', 'other: silence']],
  ['that is called unknown keeps its name', { type: 'unknown', noise: 3 }, ['known', 'noise 3']],
  ['that the docs do not have', { type: 'lost' }, ['unknown', 'unknown: lost']],
  ['with the name of a method', { type: 'toString' }, ['unknown', 'unknown: toString']],
  ['that does not fit', { type: 'tuned' }, ['mismatch', 'mismatch: tuned station']],
  ['that is none', '[]', ['malformed', 'malformed: array']],
])('an event %s', (_, input, calls) => {
  expect(handled(input)).toEqual(calls);
});

it('what has no handler is passed over', () => {
  const none: EventHandlers<RadioEvents> = { events: {} };
  expect(handleMessage({ type: 'silence' }, radio, none).kind).toBe('known');
  expect(handleMessage('[]', radio, none).kind).toBe('malformed');
});

it('what a handler throws is thrown', () => {
  const silence = (): void => {
    throw new Error('too quiet');
  };
  const handlers: EventHandlers<RadioEvents> = { events: { silence } };
  expect(() => handleMessage({ type: 'silence' }, radio, handlers)).toThrow('too quiet');
});
