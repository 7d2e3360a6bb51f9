import { describe, expect, it } from 'vitest';
import { senderTo, serializeEvent } from '../../generator/runtime/sending.ts';
import type { EventSet } from '../../generator/runtime/types.ts';

interface Tune {
  type: 'tune';
  dial: number;
}

const radio: EventSet<Tune> = {
  title: 'client event of Radio',
  reading: 'exact',
  is: (value): value is Tune => typeof value === 'object' && value !== null && 'dial' in value,
  expected: { tune: { required: { type: 'string', dial: 'number' } } },
};

const untuned: Tune = JSON.parse('{ "type": "tune" }');

describe('an event', () => {
  it('is text when it fits', () => {
    expect(serializeEvent({ type: 'tune', dial: 88 }, radio)).toBe('{"type":"tune","dial":88}');
  });

  it('that does not fit is thrown, with what is wrong', () => {
    expect(() => serializeEvent(untuned, radio)).toThrow(
      '"tune" is not a valid client event of Radio:\n  dial: expected number, received nothing',
    );
  });
});

describe('what JSON has no word for', () => {
  const open: EventSet<Tune & { rest?: unknown }> = {
    ...radio,
    is: radio.is,
    expected: {
      tune: { required: { type: 'string', dial: 'number' }, optional: { rest: 'anything' } },
    },
  };
  const textWith = (rest: unknown): string =>
    serializeEvent({ type: 'tune', dial: 88, rest }, open);

  it.each([
    ['NaN', { gain: Number.NaN }, 'rest.gain: expected a finite number, received NaN'],
    ['Infinity', [1, -Infinity], 'rest[1]: expected a finite number, received -Infinity'],
    [
      'a gap in a list',
      [1, undefined],
      'rest[1]: expected a value that JSON has, received nothing',
    ],
    ['a bigint', 1n, 'rest: expected a value that JSON has, received bigint'],
    ['a function', { f: () => 1 }, 'rest.f: expected a value that JSON has, received function'],
    ['a Map', [new Map([[1, 2]])], 'rest[0]: expected a value that JSON has, received object'],
    ['an Error', new Error('lost'), 'rest: expected a value that JSON has, received object'],
    ['a symbol', Symbol('s'), 'rest: expected a value that JSON has, received symbol'],
  ])('is thrown: %s', (_, rest, sentence) => {
    expect(() => textWith(rest)).toThrow(
      `"tune" is not a valid client event of Radio:\n  ${sentence}`,
    );
  });

  it('is thrown where a value contains itself, but not where it stands twice', () => {
    const looped: Record<string, unknown> = {};
    looped['self'] = looped;
    expect(() => textWith(looped)).toThrow('rest.self: expected no part that contains itself');
    const shared = { a: 1 };
    expect(textWith([shared, shared])).toContain('[{"a":1},{"a":1}]');
  });

  it('is not a key without a value, nor what says itself how it is written', () => {
    expect(textWith({ absent: undefined, day: new Date(0) })).toBe(
      '{"type":"tune","dial":88,"rest":{"day":"1970-01-01T00:00:00.000Z"}}',
    );
  });
});

describe('a sender', () => {
  const sent: string[] = [];
  const send = senderTo({ send: (text) => sent.push(text) }, radio);

  it('sends what fits, and returns what the socket does', () => {
    expect(send({ type: 'tune', dial: 88 })).toBe(1);
    expect(sent).toEqual(['{"type":"tune","dial":88}']);
  });

  it('sends nothing that does not fit', () => {
    expect(() => send(untuned)).toThrow('dial: expected number');
    expect(sent.length).toBe(1);
  });
});
