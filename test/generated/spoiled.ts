/** Messages of events that the docs do not allow, for one reason each, and what parsing tells of them. */
import { isJsonObject } from '../../generator/model/json.ts';
import type { Event, Json, Type } from '../../generator/model/model.ts';
import { mayBeAbsent, readingModeOf } from '../../generator/model/reading.ts';
import { shapesByName } from '../../generator/model/walk.ts';
import { pathText } from '../../generator/runtime/words.ts';
import type { GeneratedDirection } from '../support/generated-sources.ts';
import { isClosedObject } from '../support/guard-checks.ts';
import {
  valueAt,
  valuesOf,
  withValue,
  wrongValues,
  type Message,
  type Place,
} from '../support/messages.ts';

/** A message with one thing that the docs do not allow, and where it is. */
export interface Spoiled {
  path: string;
  value: Json;
  /** What it is: one thing is allowed where reading is tolerant, a member of a union that the docs do not have. */
  kind: 'mismatch' | 'known';
}

/** All single mutations of a message that violate the docs. */
export function spoiledOf(source: GeneratedDirection, message: Message): Spoiled[] {
  const { model, direction } = source;
  const reading = readingModeOf(model.source, direction);
  const shapes = shapesByName(model);
  return message.places
    .filter(({ path }) => path.length > 0 && path.join('.') !== 'type')
    .flatMap((place) =>
      [
        ...(place.field && !mayBeAbsent(place.field) ? [undefined] : []),
        ...wrongValues(place, reading, shapes),
      ].map(
        (other) =>
          ({
            path: pathText(place.path),
            value: withValue(message.value, place.path, other),
            kind: isUnknownMember(place, other) && reading === 'tolerant' ? 'known' : 'mismatch',
          }) satisfies Spoiled,
      ),
    )
    .concat(reading === 'tolerant' ? [] : strayKeysIn(source, message));
}

/** Whether a value names a member of a union, though none that the docs have. */
function isUnknownMember({ field }: Place, value: Json | undefined): boolean {
  return field?.discriminator === true && typeof value === 'string';
}

/** A message with a key that the docs do not have, in each of its objects. */
export function strayKeysIn({ model }: GeneratedDirection, { value, places }: Message): Spoiled[] {
  const shapes = shapesByName(model);
  return places
    .filter(({ type }) => isClosedObject(type, shapes))
    .filter(({ path }) => isJsonObject(valueAt(value, path)))
    .map(({ path }) => [...path, 'nobody'])
    .map((path) => ({
      path: pathText(path),
      value: withValue(value, path, 1),
      kind: 'mismatch',
    }));
}

/** Messages of an event in which each of its values and members appears. */
export function messagesOf({ model }: GeneratedDirection, event: Event): Message[] {
  return valuesOf(event.body, shapesByName(model));
}

/** The same messages, each with the places that no message before it has: a part of the same types, at the same path. */
export function withNewPlaces(messages: readonly Message[]): Message[] {
  const types = new Map<Type, number>();
  const seen = new Set<string>();
  return messages.map(({ value, places }) => {
    const ways = new Map<string, string>();
    const isNew = ({ path, type }: Place): boolean => {
      const number = types.get(type) ?? types.size;
      types.set(type, number);
      const above = ways.get(pathText(path.slice(0, -1))) ?? '';
      const way = `${above} ${path.at(-1) ?? ''}:${number}`;
      ways.set(pathText(path), way);
      const before = seen.size;
      return seen.add(way).size > before;
    };
    return { value, places: places.filter(isNew) };
  });
}

/** The mutations of messages that are not told, or at another place than the one at which they were made. */
export function untoldMutations(
  source: GeneratedDirection,
  messages: readonly Message[],
): unknown[] {
  return messages
    .flatMap((message) => spoiledOf(source, message))
    .map(({ path, kind, value }) => ({ path, kind, outcome: source.parse(value) }))
    .filter(({ path, kind, outcome }) => outcome.kind !== kind || pathsOf(outcome).join() !== path)
    .map(({ outcome, ...made }) => ({ ...made, is: outcome.kind, told: pathsOf(outcome) }));
}

/** Members of unions that the docs do not have, and that pass where reading is exact. */
export function unknownMembersThatPass(
  source: GeneratedDirection,
  messages: readonly Message[],
): Spoiled[] {
  return messages
    .flatMap((message) => spoiledOf(source, message))
    .filter(({ kind }) => kind === 'known')
    .filter(({ path, value }) => {
      const outcome = source.parse(value, 'exact');
      return outcome.kind !== 'mismatch' || !pathsOf(outcome).includes(path);
    });
}

export function pathsOf(outcome: ReturnType<GeneratedDirection['parse']>): string[] {
  const misfits =
    outcome.kind === 'known'
      ? outcome.unknownMembers
      : outcome.kind === 'mismatch'
        ? outcome.misfits
        : [];
  return misfits.map(({ path }) => path);
}
