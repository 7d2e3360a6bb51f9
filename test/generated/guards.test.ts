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
  type Subject,
} from '../support/guard-checks.ts';
import { messageOf, withValue } from '../support/messages.ts';
import { wrongWith } from '../support/subjects.ts';
import { directions, eventSubjects, sourceIds } from '../support/generated-sources.ts';

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

/** What is the type of no event: names that every object inherits, and what is not a name. */
const noTypes: readonly Json[] = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'no.such.event',
  '',
  1,
  null,
  true,
  ['error'],
  { error: 'error' },
];

/** Examples that do not fit their own page, as the linter says: how many of an event, by direction. */
const faultyExamples: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  // The page documents other fields of `response` than its examples have.
  'azure-voice-live client': { 'response.create': 2 },
  // Its type begins with a blank.
  'openai-realtime server': { 'input_audio_buffer.dtmf_event_received': 1 },
  // One has an `item_reference` in its input, which no schema has.
  'openai-realtime client': { 'response.create': 1 },
};

describe.each(directions)('guards of $title', (source) => {
  const { model, direction, guards, isEvent } = source;
  const events = eventsOf(model, direction);
  const subjects = eventSubjects(source);

  describe('the guard of each event', () => {
    it('is part of the guard of all events', () => {
      const wrong = wrongWith(subjects, (subject) =>
        refusedMessages({ ...subject, guard: isEvent }),
      );
      expect(wrong).toEqual({});
    });

    it('accepts the examples of the docs, but for those that have a fault', () => {
      const wrong = wrongWith(subjects, ({ name, guard }) => {
        const examples = events.find((event) => event.name === name)?.examples ?? [];
        return examples.filter(({ value }) => !guard(value));
      });
      const counts = Object.entries(wrong).map(([name, examples]) => [name, examples.length]);
      expect(Object.fromEntries(counts)).toEqual(faultyExamples[source.title] ?? {});
    });

    it('refuses the messages of all other events', () => {
      const messages = events.map((event) => ({
        name: event.name,
        value: messageOf(model, event).value,
      }));
      const wrong = wrongWith(subjects, ({ name, guard }) =>
        messages.filter((message) => message.name !== name && guard(message.value)),
      );
      expect(wrong).toEqual({});
    });

    it('refuses what is not a message', () => {
      const wrong = wrongWith(subjects, ({ guard }) =>
        noMessages.filter(([, value]) => guard(value)).map(([what]) => what),
      );
      expect(wrong).toEqual({});
    });
  });

  it.each<[string, (subject: Subject) => readonly unknown[]]>([
    ['accepts every message that follows the docs', refusedMessages],
    ['misses every required field', unmissedFields],
    ['misses no other field', missedFields],
    ['refuses a value of another kind at every place', unnoticedKinds],
    ['accepts null where a field may be absent and the server sends it', refusedNulls],
    ['accepts new values where these tell no types apart', refusedValues],
    ['refuses new values where these tell types apart', unnoticedValues],
    ['accepts keys that nobody documented when the server sends them', refusedKeys],
    ['refuses keys that nobody documented when a client does', unnoticedKeys],
  ])('the guard of each event and shape %s', (_, faultsOf) => {
    expect(wrongWith([...subjects, ...source.shapes], faultsOf)).toEqual({});
  });

  describe('the guard of all events', () => {
    it('refuses what is not a message', () => {
      expect(noMessages.filter(([, value]) => isEvent(value)).map(([what]) => what)).toEqual([]);
    });

    it('refuses types that no event has', () => {
      expect(noTypes.filter((type) => isEvent({ type }))).toEqual([]);
    });

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

  it('has a guard for every event, every shape, every former name and the events of a direction, and no other', () => {
    const expected = parts.flatMap((part) => [
      part.direction === 'server' ? 'isRealtimeServerEvent' : 'isRealtimeClientEvent',
      ...eventsOf(part.model, part.direction).map(({ typeName }) => `is${typeName}`),
      ...part.shapes.map(({ name }) => `is${name}`),
    ]);
    expected.push(...(parts[0]?.model.aliases ?? []).map(({ name }) => `is${name}`));
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
