import { describe, expect, it } from 'vitest';
import type { Json } from '../../generator/model/model.ts';
import { eventsOf } from '../../generator/model/walk.ts';
import {
  missedFields,
  refusedKeys,
  refusedMessages,
  refusedNulls,
  refusedValues,
  unmissedFields,
  unnoticedKeys,
  unnoticedKinds,
  unnoticedValues,
} from '../support/guard-checks.ts';
import { messageOf, withValue } from '../support/messages.ts';
import { directions, eventSubjects, sourceIds } from './sources.ts';

/** Values that are no message, though some of them look like one at a glance. */
const noMessages: readonly (readonly [string, unknown])[] = [
  ['undefined', undefined],
  ['null', null],
  ['true', true],
  ['zero', 0],
  ['NaN', Number.NaN],
  ['an empty text', ''],
  ['the name of an event', 'error'],
  ['an empty array', []],
  ['an array that holds a type', ['error']],
  ['an array with a type', Object.assign([], { type: 'error' })],
  ['an empty object', {}],
  ['an object without a prototype', Object.create(null)],
  ['a symbol', Symbol('error')],
  ['a function', () => 'error'],
  ['a bigint', 1n],
  ['a date', new Date(0)],
  ['a map', new Map([['type', 'error']])],
];

/** Names that every object has, by its prototype. */
const inheritedNames = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];

describe.each(directions)('guards of $title', (source) => {
  const { model, direction, guards, isEvent } = source;
  const events = eventsOf(model, direction);
  const subjects = eventSubjects(source);

  describe.each(subjects)('$name', (subject) => {
    it('accepts every message that follows the docs', () => {
      expect(refusedMessages(subject)).toEqual([]);
    });

    it('is part of the guard of all events', () => {
      expect(refusedMessages({ ...subject, guard: isEvent })).toEqual([]);
    });

    it('accepts the examples of the docs', () => {
      const examples = events.find(({ name }) => name === subject.name)?.examples ?? [];
      expect(examples.filter(({ value }) => !subject.guard(value))).toEqual([]);
    });

    it('refuses a message of another event', () => {
      const others = events
        .filter(({ name }) => name !== subject.name)
        .map((other) => messageOf(model, other).value);
      expect(others.filter(subject.guard)).toEqual([]);
    });

    it('refuses what is no message', () => {
      expect(noMessages.filter(([, value]) => subject.guard(value)).map(([what]) => what)).toEqual(
        [],
      );
    });
  });

  describe.each([...subjects, ...source.shapes])('the fields of $name', (subject) => {
    it('are made to fit', () => {
      expect(refusedMessages(subject)).toEqual([]);
    });

    it('must be there when they are required', () => {
      expect(unmissedFields(subject)).toEqual([]);
    });

    it('may be absent when they are not required', () => {
      expect(missedFields(subject)).toEqual([]);
    });

    it('must be of their kind', () => {
      expect(unnoticedKinds(subject)).toEqual([]);
    });

    it('may be null when they are not required and the server sends them', () => {
      expect(refusedNulls(subject)).toEqual([]);
    });

    it('may have new values where these tell no types apart', () => {
      expect(refusedValues(subject)).toEqual([]);
    });

    it('must have one of the documented values where these tell types apart', () => {
      expect(unnoticedValues(subject)).toEqual([]);
    });

    it('may stand beside others that nobody documented when the server sends them', () => {
      expect(refusedKeys(subject)).toEqual([]);
    });

    it('may not when a client does', () => {
      expect(unnoticedKeys(subject)).toEqual([]);
    });
  });

  describe('the guard of all events', () => {
    it.each(noMessages)('refuses %s', (_, value) => {
      expect(isEvent(value)).toBe(false);
    });

    it.each([...inheritedNames, 'no.such.event', ''])('refuses the type %j', (type) => {
      expect(isEvent({ type })).toBe(false);
    });

    it.each([1, null, true, ['error'], { error: 'error' }] satisfies Json[])(
      'refuses the type %j',
      (type) => {
        expect(isEvent({ type })).toBe(false);
      },
    );

    it('refuses an event whose type has a blank too many', () => {
      const accepted = events
        .map((event) => withValue(messageOf(model, event).value, ['type'], `${event.name} `))
        .filter(isEvent);
      expect(accepted).toEqual([]);
    });

    it('says the same of a message as the guard of its event', () => {
      const spoiled = events.flatMap((event) =>
        event.body.fields.map((field) => ({
          guard: guards.get(`is${event.typeName}`),
          message: withValue(messageOf(model, event).value, [field.name], [[1]]),
        })),
      );
      const contradicted = spoiled.filter(
        ({ guard, message }) => guard?.(message) !== isEvent(message),
      );
      expect(contradicted).toEqual([]);
    });
  });
});

describe.each(sourceIds)('%s', (id) => {
  const parts = directions.filter((direction) => direction.id === id);

  it('has a guard for every event, every shape and the events of a direction, and no other', () => {
    const expected = parts.flatMap((part) => [
      part.direction === 'server' ? 'isRealtimeServerEvent' : 'isRealtimeClientEvent',
      ...eventsOf(part.model, part.direction).map(({ typeName }) => `is${typeName}`),
      ...part.shapes.map(({ name }) => `is${name}`),
    ]);
    expect([...(parts[0]?.guards.keys() ?? [])].toSorted()).toEqual(expected.toSorted());
  });
});

describe('examples', () => {
  it('are there to be checked', () => {
    const examples = directions.flatMap(({ model }) =>
      model.events.flatMap((event) => event.examples),
    );
    expect(examples.length).toBeGreaterThanOrEqual(3);
  });
});
