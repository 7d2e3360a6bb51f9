/** What an expectation asks of a value as a whole, and what tells those of objects from each other. */
import { isObject } from './objects.ts';
import type { Expectation, ObjectExpectation, ReadingMode, Value } from './types.ts';

/** What contains itself is followed so many levels deep; a union in between is one of them. */
export const deepestLevel = 64;

/** What is neither a union, nor what contains itself. */
export type Single = Exclude<
  Expectation,
  { readonly anyOf: unknown } | { readonly nested: unknown }
>;

/** A member of a union that is no union itself. */
export interface Member {
  expectation: Single;
  /** How many levels of what contains itself lie in between. */
  levels: number;
}

/** The members of a union, and of the unions in it; anything else is its only member. */
export function membersOf(expectation: Expectation, levels = 0): Member[] {
  if (levels > deepestLevel) return [];
  if (typeof expectation === 'string') return [{ expectation, levels }];
  if ('nested' in expectation) return membersOf(expectation.nested(), levels + 1);
  return 'anyOf' in expectation
    ? expectation.anyOf.flatMap((member) => membersOf(member, levels))
    : [{ expectation, levels }];
}

/** Whether a value is of the kind that is expected; its parts are not looked at. */
export function isOfKind(value: unknown, expectation: Single, reading: ReadingMode): boolean {
  switch (expectation) {
    case 'anything':
      return true;
    case 'integer':
      return Number.isInteger(value);
    case 'null':
      return value === null;
    case 'object':
      return isObject(value);
    case 'number':
      // What is written becomes text, which has no other numbers; in a text that is read, 1e999 is one.
      return reading === 'exact' ? Number.isFinite(value) : typeof value === 'number';
    case 'string':
    case 'boolean':
      return typeof value === expectation;
    default:
  }
  if ('only' in expectation) return isAmong(expectation.only, value);
  if ('values' in expectation)
    return reading === 'tolerant'
      ? expectation.values.some((one) => typeof one === typeof value)
      : isAmong(expectation.values, value);
  return 'items' in expectation ? Array.isArray(value) : isObject(value);
}

/** Whether it is an object whose fields the docs list. */
export function isFields(expectation: Expectation): expectation is ObjectExpectation {
  return (
    typeof expectation === 'object' &&
    !('values' in expectation || 'only' in expectation) &&
    !('items' in expectation || 'entries' in expectation) &&
    !('anyOf' in expectation || 'nested' in expectation)
  );
}

/** Whether it is of a field that tells an object from others. */
export function isTag(
  expectation: Expectation | undefined,
): expectation is { readonly only: readonly Value[] } {
  return typeof expectation === 'object' && 'only' in expectation;
}

/** Whether a tag is of the kind of those that are known. */
export function isLike(tag: unknown, known: Iterable<unknown>): boolean {
  for (const one of known) if (typeof one === typeof tag) return true;
  return false;
}

/** The fields that tell an object from others. */
export function tagsOf(expectation: Single): string[] {
  if (!isFields(expectation)) return [];
  const fields = { ...expectation.required, ...expectation.optional };
  return Object.keys(fields).filter((key) => isTag(fields[key]));
}

/** The tags of members, those first that all of them have: the role of a message tells only messages apart. */
export function tagsAmong(members: readonly Pick<Member, 'expectation'>[]): string[] {
  const tags = members.map(({ expectation }) => tagsOf(expectation));
  const isOfAll = (key: string): boolean => tags.every((keys) => keys.includes(key));
  const all = [...new Set(tags.flat())];
  return [...all.filter(isOfAll), ...all.filter((key) => !isOfAll(key))];
}

/** The values that the docs list for a place. */
export function valuesOf(expectation: Single): readonly Value[] | undefined {
  if (typeof expectation === 'string') return undefined;
  if ('values' in expectation) return expectation.values;
  return 'only' in expectation ? expectation.only : undefined;
}

export function isAmong(values: readonly unknown[], value: unknown): boolean {
  return values.includes(value);
}
