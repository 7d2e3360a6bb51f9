/** What expectations ask of a value as a whole, and what tells those of objects from each other. */
import { isObject } from '../runtime/misfits.ts';
import type { Expectation, ObjectExpectation } from '../runtime/types.ts';

export type Nested = Extract<Expectation, { readonly nested: unknown }>;

/** What is neither a union, nor what contains itself. */
export type Single = Exclude<Expectation, { readonly anyOf: unknown } | Nested>;

/** Whether a value is of the kind that is expected, where reading is tolerant; its parts are not looked at. */
export function isOfKind(value: unknown, expectation: Single): boolean {
  switch (expectation) {
    case 'anything':
      return true;
    case 'integer':
      return Number.isInteger(value);
    case 'null':
      return value === null;
    case 'object':
      return isObject(value);
    case 'string':
    case 'number':
    case 'boolean':
      return typeof value === expectation;
    default:
  }
  if ('only' in expectation) return expectation.only.some((one) => one === value);
  if ('values' in expectation) return expectation.values.some((one) => typeof one === typeof value);
  return 'items' in expectation ? Array.isArray(value) : isObject(value);
}

export function isTag(
  expectation: Expectation | undefined,
): expectation is Extract<Expectation, { readonly only: unknown }> {
  return typeof expectation === 'object' && 'only' in expectation;
}

export function isFields(expectation: Expectation): expectation is ObjectExpectation {
  return (
    typeof expectation === 'object' &&
    !('values' in expectation || 'only' in expectation) &&
    !('items' in expectation || 'entries' in expectation) &&
    !('anyOf' in expectation || 'nested' in expectation)
  );
}

/** Whether a tag is of the kind of those that are known. */
export function isLike(
  tag: unknown,
  known: ReadonlySet<unknown> | ReadonlyMap<unknown, unknown>,
): boolean {
  for (const one of known.keys()) if (typeof one === typeof tag) return true;
  return false;
}

export function isPlain(
  expectation: Expectation,
): expectation is 'string' | 'number' | 'boolean' | 'integer' {
  return ['string', 'number', 'boolean', 'integer'].some((one) => one === expectation);
}

/** The value of a field that may have but one; of others `undefined`, which no part of a message is. */
export function onlyOf(expectation: Expectation): unknown {
  const [only, ...others] = isTag(expectation) ? expectation.only : [];
  return others.length === 0 ? only : undefined;
}

export function takesNull(expectation: Expectation): boolean {
  if (expectation === 'null' || expectation === 'anything') return true;
  if (typeof expectation === 'string') return false;
  if ('nested' in expectation) return takesNull(expectation.nested());
  return 'anyOf' in expectation && expectation.anyOf.some(takesNull);
}

/** The keys of the tags of an object. */
export function tagsOf(expectation: Single): string[] {
  if (!isFields(expectation)) return [];
  const fields = { ...expectation.required, ...expectation.optional };
  return Object.keys(fields).filter((key) => isTag(fields[key]));
}

/** What corrections call a member: `<message|user>`, by what its tags say. */
export function labelOf(expectation: Single): string {
  if (!isFields(expectation)) return '';
  const fields = { ...expectation.required, ...expectation.optional };
  const values = tagsOf(expectation).flatMap((key) => {
    const tag = fields[key];
    return isTag(tag) ? tag.only.map(String) : [];
  });
  const fit = values.filter((value) => /^[\w -]+$/.test(value));
  return fit.length === 0 ? '' : `<${fit.join('|')}>`;
}

/** The keys of all members; `undefined` where one may have any. */
export function keysOf(
  members: readonly { expectation: Single }[],
): ReadonlySet<string> | undefined {
  const keys = new Set<string>();
  for (const { expectation } of members) {
    if (expectation === 'object' || expectation === 'anything') return undefined;
    if (typeof expectation === 'object' && 'entries' in expectation) return undefined;
    if (!isFields(expectation)) continue;
    if (expectation.open) return undefined;
    for (const key of Object.keys({ ...expectation.required, ...expectation.optional }))
      keys.add(key);
  }
  return keys;
}
