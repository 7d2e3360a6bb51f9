/** What a guard must accept and refuse, for any model. Each check returns what went wrong: nothing, when all is well. */
import { isJsonObject } from '../../generator/model/json.ts';
import type {
  Direction,
  Event,
  Json,
  Model,
  Shape,
  Type,
  ReadingMode,
} from '../../generator/model/model.ts';
import { mayBeAbsent, readingModeOf } from '../../generator/model/reading.ts';
import { shapesByName } from '../../generator/model/walk.ts';
import { pathText } from '../../generator/runtime/words.ts';
import {
  isClosed,
  valueAt,
  valuesOf,
  withValue,
  wrongValues,
  type Message,
  type Place,
} from './messages.ts';

export type Guard = (value: unknown) => boolean;

/** A type and its guard. */
export interface Subject {
  name: string;
  reading: ReadingMode;
  shapes: ReadonlyMap<string, Shape>;
  guard: Guard;
  /** Values that the docs allow. */
  messages: Message[];
}

/** An event and its guard. */
export function eventSubject(
  model: Model,
  guards: ReadonlyMap<string, Guard>,
  { name, typeName, body, direction }: Event,
): Subject {
  return subject(model, guards, { name, typeName, type: body, direction });
}

/** A shape and its guard, in the reading of a direction. */
export function shapeSubject(
  model: Model,
  guards: ReadonlyMap<string, Guard>,
  { name, type }: Shape,
  direction: Direction = 'server',
  typeName = name,
): Subject {
  return subject(model, guards, { name: typeName, typeName, type, direction });
}

function subject(
  model: Model,
  guards: ReadonlyMap<string, Guard>,
  {
    name,
    typeName,
    type,
    direction,
  }: { name: string; typeName: string; type: Type; direction: Direction },
): Subject {
  const shapes = shapesByName(model);
  const guard = guards.get(`is${typeName}`);
  if (!guard) throw new Error(`There is no guard is${typeName}.`);
  const reading = readingModeOf(model.source, direction);
  return { name, reading, shapes, guard, messages: valuesOf(type, shapes) };
}

/** Messages made to the letter of the docs that the guard refuses. */
export function refusedMessages({ guard, messages }: Subject): Json[] {
  return messages.map(({ value }) => value).filter((value) => !guard(value));
}

/** Required fields that the guard does not miss. */
export function unmissedFields(subject: Subject): string[] {
  return spoiled(
    subject,
    ({ field }) => field !== undefined && !mayBeAbsent(field),
    [undefined],
    false,
  );
}

/** Fields that may be absent, and that the guard misses. */
export function missedFields(subject: Subject): string[] {
  return spoiled(subject, isLoose, [undefined], true);
}

/** Fields and elements at which the guard accepts a value of another kind. */
export function unnoticedKinds(subject: Subject): string[] {
  return spoiled(
    subject,
    () => true,
    (place) => wrongValues(place, subject.reading, subject.shapes),
    false,
  );
}

/** Optional fields at which the guard refuses `null`, though the reading is tolerant. */
export function refusedNulls(subject: Subject): string[] {
  return subject.reading === 'tolerant' ? spoiled(subject, isLoose, [null], true) : [];
}

/** Objects in which the guard refuses a key that nobody documented, though the reading is tolerant. */
export function refusedKeys(subject: Subject): string[] {
  return subject.reading === 'tolerant'
    ? strayKeys(subject, ({ type }) => !isMap(type, subject.shapes), false)
    : [];
}

/** Objects in which the guard accepts a key that nobody documented, though the reading is exact. */
export function unnoticedKeys(subject: Subject): string[] {
  return subject.reading === 'tolerant'
    ? []
    : strayKeys(subject, ({ type }) => isClosedObject(type, subject.shapes), true);
}

/** Everything that a guard says and should not. */
export function guardFaultsOf(subject: Subject): string[] {
  const checks = {
    'refuses a message': (one: Subject) =>
      refusedMessages(one).map((value) => JSON.stringify(value)),
    'does not miss': unmissedFields,
    misses: missedFields,
    'accepts the kind': unnoticedKinds,
    'refuses null': refusedNulls,
    'refuses a key more': refusedKeys,
    'accepts a key more': unnoticedKeys,
    'refuses a new value': refusedValues,
    'accepts a new value': unnoticedValues,
  };
  return Object.entries(checks).flatMap(([what, check]) =>
    check(subject).map((where) => `${what}: ${where}`),
  );
}

/** Gives every object in every message one key more, and returns those of which the guard says `answer`. */
function strayKeys(
  { guard, messages }: Subject,
  concerns: (place: Place) => boolean,
  answer: boolean,
): string[] {
  return messages.flatMap(({ value, places }) =>
    places
      .filter((place) => concerns(place) && isJsonObject(valueAt(value, place.path)))
      .filter(({ path }) => guard(withValue(value, [...path, 'nobody knows'], 1)) === answer)
      .map(({ path }) => pathText(path)),
  );
}

/** Lists of values that tell no union members apart, at which the guard refuses a new value. */
export function refusedValues(subject: Subject): string[] {
  const isOpen = (place: Place) => takesText(place.type) && !isClosed(place, subject.reading);
  return spoiled(subject, isOpen, ['a value of next year'], true);
}

/** Lists of values that are closed, at which the guard accepts a new value. */
export function unnoticedValues(subject: Subject): string[] {
  const isExact = (place: Place) => takesText(place.type) && isClosed(place, subject.reading);
  return spoiled(subject, isExact, ['a value of next year'], false);
}

/** Spoils every place in every message, and returns those at which the guard does not say what it should. */
function spoiled(
  { guard, messages }: Subject,
  concerns: (place: Place) => boolean,
  values: readonly (Json | undefined)[] | ((place: Place) => readonly Json[]),
  accepted: boolean,
): string[] {
  return messages.flatMap(({ value, places }) =>
    places
      .filter(concerns)
      .flatMap((place) =>
        (typeof values === 'function' ? values(place) : values)
          .filter((other) => guard(withValue(value, place.path, other)) !== accepted)
          .map((other) => `${pathText(place.path)}: ${JSON.stringify(other) ?? 'absent'}`),
      ),
  );
}

function isLoose({ field }: Place): boolean {
  return field !== undefined && mayBeAbsent(field);
}

/** A literal or an enumeration of texts. */
function takesText(type: Type): boolean {
  return type.kind === 'literal'
    ? typeof type.value === 'string'
    : type.kind === 'enumeration' && type.values.some(({ value }) => typeof value === 'string');
}

/** Whether the keys of an object of a type are the sender's own. */
function isMap(type: Type, shapes: ReadonlyMap<string, Shape>): boolean {
  switch (type.kind) {
    case 'map':
      return true;
    case 'union':
      return type.members.some((member) => isMap(member, shapes));
    case 'reference': {
      const shape = shapes.get(type.name);
      return shape !== undefined && isMap(shape.type, shapes);
    }
    default:
      return false;
  }
}

/** Whether no object of a type may have other keys than the docs say. */
export function isClosedObject(type: Type, shapes: ReadonlyMap<string, Shape>): boolean {
  switch (type.kind) {
    case 'object':
      return type.open === undefined;
    case 'open':
    case 'map':
      return false;
    case 'union':
      return type.members.every((member) => isClosedObject(member, shapes));
    case 'reference': {
      const shape = shapes.get(type.name);
      return shape !== undefined && isClosedObject(shape.type, shapes);
    }
    default:
      return true;
  }
}
