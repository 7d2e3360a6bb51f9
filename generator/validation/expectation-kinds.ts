/** What a walk asks of expectations, and misfits do not. */
import { isFields, isTag, tagsOf, type Single } from '../runtime/expectations.ts';
import type { Expectation } from '../runtime/types.ts';

export type Nested = Extract<Expectation, { readonly nested: unknown }>;

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
