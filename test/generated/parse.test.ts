/** Parsing, asserting and Standard Schemas of the committed output, for messages that chance makes from the model. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isJsonObject } from '../../generator/model/json.ts';
import type { Json } from '../../generator/model/model.ts';
import { readingModeOf } from '../../generator/model/reading.ts';
import { eventsOf, shapesByName } from '../../generator/model/walk.ts';
import { pathText } from '../../generator/runtime/words.ts';
import {
  messageOf,
  withValue,
  wrongValues,
  type Choices,
  type Message,
} from '../support/messages.ts';
import {
  messagesOf,
  pathsOf,
  spoiledOf,
  strayKeysIn,
  unknownMembersThatPass,
  untoldMutations,
  withNewPlaces,
  type Spoiled,
} from './spoiled.ts';
import { wrongWith } from '../support/subjects.ts';
import { directions, type GeneratedDirection } from '../support/generated-sources.ts';

const runs = Number(process.env['PROPERTY_RUNS'] ?? 10);

/** Choices that chance makes, and that fast-check can repeat and make smaller. */
function chosenBy(g: fc.GeneratorValue): Choices {
  return {
    includes: () => g(fc.boolean),
    pick: (count) => g(fc.nat, { max: count - 1 }),
    length: () => g(fc.nat, { max: 3 }),
    string: () => g(fc.string),
    integer: () => g(fc.integer),
    number: () => g(fc.double, { noNaN: true, noDefaultInfinity: true }),
    boolean: () => g(fc.boolean),
    anything: () => anything(g(fc.jsonValue)),
  };
}

/** JSON without `-0`, which text does not keep. */
function anything(value: unknown): Json {
  const parsed: Json = JSON.parse(JSON.stringify(value));
  return parsed;
}

/** What traffic has beside what is documented, each by itself. */
function usualIn(source: GeneratedDirection, message: Message): Spoiled[] {
  const shapes = shapesByName(source.model);
  const exact = readingModeOf({ reading: { server: 'exact' } }, 'server');
  const tolerant = readingModeOf({}, 'server');
  const places = message.places.filter(({ path }) => path.length > 0 && path.join('.') !== 'type');
  const changed = places.flatMap((place) => {
    const allowed = wrongValues(place, tolerant, shapes);
    return wrongValues(place, exact, shapes)
      .filter((value) => !allowed.includes(value) && !isJsonObject(value) && !Array.isArray(value))
      .map((value) => ({
        path: pathText(place.path),
        value: withValue(message.value, place.path, value),
        kind: 'mismatch' as const,
      }));
  });
  return [...changed, ...strayKeysIn(source, message)];
}

describe.each(directions)('$title', (source) => {
  const { model, direction, parse, asserts } = source;
  const union = direction === 'server' ? 'RealtimeServerEvent' : 'RealtimeClientEvent';
  const schemaOf = (typeName: string) => schemaIn(source, typeName);
  const assertOf = (typeName: string) => asserts.get(`assert${typeName}`);

  const events = eventsOf(model, direction);

  it('every event is known in every form that the docs allow', () => {
    const wrong = wrongWith(events, (event) =>
      counterexampleOf(
        fc.property(fc.gen(), (g) => {
          const { value } = messageOf(model, event, chosenBy(g));
          expect(parse(value)).toEqual({
            kind: 'known',
            name: event.name,
            event: value,
            unknownMembers: [],
          });
          expect(parse(JSON.stringify(value)).kind).toBe('known');
          expect(parse(value, 'exact').kind).toBe('known');
          expect(schemaOf(event.typeName).validate(value)).toEqual({ value });
          expect(schemaOf(union).validate(value)).toEqual({ value });
          assertOf(event.typeName)?.(value);
          assertOf(union)?.(value);
        }),
      ),
    );
    expect(wrong).toEqual({});
  });

  it('an event in which one thing violates the docs is told, with the right path', () => {
    const wrong = wrongWith(events, (event) =>
      counterexampleOf(
        fc.property(fc.gen(), fc.nat(), (g, n) => {
          const spoiled = spoiledOf(source, messageOf(model, event, chosenBy(g)));
          const one = spoiled[n % spoiled.length];
          if (!one) return;
          const outcome = parse(one.value);
          expect([outcome.kind, ...pathsOf(outcome)]).toEqual([one.kind, one.path]);
        }),
      ),
    );
    expect(wrong).toEqual({});
  });

  it('each mutation of an event is told at the place at which it is made', () => {
    const wrong = wrongWith(events, (event) =>
      untoldMutations(source, withNewPlaces(messagesOf(source, event))),
    );
    expect(wrong).toEqual({});
  });

  it('schemas and what throws tell the same of an event', () => {
    const wrong = wrongWith(events, (event) =>
      spoiledOf(source, messageOf(model, event)).filter(({ path, value }) => {
        const { issues = [] } = schemaOf(event.typeName).validate(value);
        const { issues: ofUnion = [] } = schemaOf(union).validate(value);
        const texts = [issues, ofUnion].map((all) => all.map((issue) => pathText(issue.path)));
        const errors = [event.typeName, union].map((typeName) =>
          thrownBy(assertOf(typeName), value),
        );
        return (
          !texts.every((paths) => paths.includes(path)) ||
          !errors.every((error) => String(error).startsWith('EventError: '))
        );
      }),
    );
    expect(wrong).toEqual({});
  });

  it('nothing throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withObjectString: true }), (value) => {
        expect(['unknown', 'malformed', 'mismatch']).toContain(parse(value).kind);
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parse(text).kind).toBe('malformed');
      }),
    );
  });

  it('a name that the docs do not have is unknown, with what came', () => {
    const names = fc.oneof(
      fc.string(),
      fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'unknown', ''),
    );
    const known = new Set<string>(source.eventNames);
    fc.assert(
      fc.property(
        names.filter((name) => !known.has(name)),
        (type) => {
          const value = { type, delta: 'text' };
          expect(parse(value)).toEqual({ kind: 'unknown', name: type, event: value });
        },
      ),
    );
  });
});

describe.each(directions.filter(({ direction }) => direction === 'server'))('$title', (source) => {
  const { model, direction, parse } = source;
  const events = eventsOf(model, direction);

  it('an event is known with what is usual in traffic, and not when it is read exactly', () => {
    const wrong = wrongWith(events, (event) =>
      usualIn(source, messageOf(model, event))
        .map(({ path, value }) => ({
          path,
          kind: parse(value).kind,
          told: pathsOf(parse(value, 'exact')),
        }))
        .filter(({ path, kind, told }) => kind !== 'known' || !told.includes(path)),
    );
    expect(wrong).toEqual({});
  });

  it('exactly read, a member of a union that the docs do not have is a mismatch', () => {
    const wrong = wrongWith(events, (event) =>
      unknownMembersThatPass(source, withNewPlaces(messagesOf(source, event))),
    );
    expect(wrong).toEqual({});
  });

  it('schemas tell of a fault what parsing tells, with a key that nobody documented beside it', () => {
    const wrong = wrongWith(events, (event) =>
      spoiledOf(source, messageOf(model, event))
        .map(({ value }) => withValue(value, ['nobody'], 1))
        .map((value) => ({
          told: (schemaIn(source, event.typeName).validate(value).issues ?? []).map((issue) =>
            pathText(issue.path),
          ),
          parsed: pathsOf(parse(value)),
        }))
        .filter(({ told, parsed }) => told.join() !== parsed.join()),
    );
    expect(wrong).toEqual({});
  });

  it('there is something usual in traffic for every event that is documented to its end', () => {
    const closed = events.filter(({ body }) => body.open === undefined);
    const without = closed.filter((event) => usualIn(source, messageOf(model, event)).length === 0);
    expect(without.map(({ name }) => name)).toEqual([]);
  });
});

/** The Standard Schema of a type. */
function schemaIn({ schemas }: GeneratedDirection, typeName: string) {
  const schema = schemas.get(`${typeName[0]?.toLowerCase()}${typeName.slice(1)}Schema`);
  if (!schema) throw new Error(`There is no schema of ${typeName}.`);
  return schema['~standard'];
}

/** How a property fails, and on what; nothing when it holds. */
function counterexampleOf<Values>(property: fc.IProperty<Values>): string[] {
  const found = fc.check(property, { numRuns: runs });
  return found.failed ? [fc.defaultReportMessage(found) ?? 'it fails'] : [];
}

function thrownBy(assert: ((value: unknown) => void) | undefined, value: unknown): unknown {
  try {
    assert?.(value);
  } catch (error) {
    return error;
  }
  return undefined;
}
