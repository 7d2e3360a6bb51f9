import { describe, expect, it } from 'vitest';
import { senderTo, serializeEvent } from '../../generator/runtime/sending.ts';
import type { EventSet } from '../../generator/runtime/outcomes.ts';

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
