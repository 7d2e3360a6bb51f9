import { describe, expect, it } from 'vitest';
import { handleMessage } from '../../generator/runtime/handlers.ts';
import type { EventHandlers, EventSet } from '../../generator/runtime/types.ts';

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

const handle = (message: unknown, handlers: EventHandlers<RadioEvents>) =>
  handleMessage(message, radio, handlers, { context: undefined });

const handled = async (input: unknown) => {
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
  const { kind } = await handle(input, handlers);
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
])('an event %s', async (_, input, calls) => {
  expect(await handled(input)).toEqual(calls);
});

it('what has no handler is passed over', () => {
  expect(handle({ type: 'silence' }, { events: {} })).toMatchObject({
    kind: 'known',
  });
  expect(handle('[]', {})).toMatchObject({ kind: 'malformed' });
});

it('every handler is given what was passed with the message', () => {
  const calls: string[] = [];
  const note = (_: unknown, { context }: { context: string }) => calls.push(context);
  const handlers: EventHandlers<RadioEvents, string> = {
    events: { tuned: note },
    other: note,
    unknown: note,
    mismatch: note,
    malformed: note,
  };
  const messages = [
    { type: 'tuned', station: 'FIP' },
    { type: 'silence' },
    { type: 'lost' },
    { type: 'tuned' },
    [],
  ];
  messages.forEach((message, i) => {
    void handleMessage(message, radio, handlers, { context: `socket ${i}` });
  });
  expect(calls).toEqual(['socket 0', 'socket 1', 'socket 2', 'socket 3', 'socket 4']);
});

describe('a handler that returns a promise', () => {
  const message = { type: 'silence' };

  it('is waited for by who waits for the message', async () => {
    const calls: string[] = [];
    const silence = async () => {
      await Promise.resolve();
      calls.push('handled');
    };
    const outcome = await handle(message, { events: { silence } });
    expect([outcome.kind, ...calls]).toEqual(['known', 'handled']);
  });

  it('rejects to who waits for the message', async () => {
    const silence = () => Promise.reject(new Error('too quiet'));
    const promise = handle(message, { events: { silence } });
    await expect(promise).rejects.toThrow('too quiet');
  });

  it('ends no process when nobody waits', async () => {
    const unhandled: unknown[] = [];
    const note = (reason: unknown): void => void unhandled.push(reason);
    process.on('unhandledRejection', note);
    const silence = () => Promise.reject(new Error('too quiet'));
    void handle(message, { events: { silence } });
    // Node tells of a rejection when the promises of a turn are done.
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', note);
    expect(unhandled).toEqual([]);
  });
});

describe('what a handler throws', () => {
  const message = { type: 'silence' };
  const tooQuiet = new Error('too quiet');
  const throws = (): void => {
    throw tooQuiet;
  };

  it('is thrown', () => {
    expect(() => handle(message, { other: throws })).toThrow(tooQuiet);
  });

  it.each<[string, () => unknown]>([
    ['thrown', throws],
    ['a rejection', () => Promise.reject(tooQuiet)],
  ])('goes to onError where there is one: %s', async (_, other) => {
    const errors: unknown[] = [];
    const handlers: EventHandlers<RadioEvents, string> = {
      other,
      onError: (error, { outcome, context }) => errors.push(error, outcome.kind, context),
    };
    const outcome = await handleMessage(message, radio, handlers, { context: 'socket' });
    expect([...errors, outcome.kind]).toEqual([tooQuiet, 'known', 'socket', 'known']);
  });

  it('and what onError throws goes to who waits', async () => {
    const onError = () => Promise.reject(new Error('and nobody to tell'));
    const promise = handle(message, { other: throws, onError });
    await expect(promise).rejects.toThrow('and nobody to tell');
  });
});
