/** What a field has: what is said of it is told only where it does not have it. */
import { canHold } from '../../model/holds.ts';
import type { Link, Type } from '../../model/model.ts';

/** Whether something of a type is so. */
export function mayBe(type: Type<Link>, is: (type: Type<Link>) => boolean): boolean {
  return type.kind === 'union' ? type.members.some((member) => mayBe(member, is)) : is(type);
}

/** Whether something of a type, or of what is in it, is so. */
export function mayBeWithin(type: Type<Link>, is: (type: Type<Link>) => boolean): boolean {
  if (type.kind === 'array') return mayBeWithin(type.element, is);
  if (type.kind === 'map') return mayBeWithin(type.value, is);
  if (type.kind === 'union') return type.members.some((member) => mayBeWithin(member, is));
  return is(type);
}

/** Whether a type, or what is in it, takes texts or numbers that nobody lists. */
export function mayGrow(type: Type<Link>): boolean {
  return mayBeWithin(type, ({ kind }) => ['string', 'integer', 'number'].includes(kind));
}

export function mayHold(type: Type<Link>, held: number): boolean {
  return mayBe(type, (one) => canHold(one, held));
}

export function numbersIn(words: string): number[] {
  return Array.from(words.matchAll(/(?:(?<![\d.])[-−+])?\d[\d.,]*/g), ({ 0: text }) =>
    Number(text.replace('−', '-').replaceAll(',', '').replace(/\.$/, '')),
  );
}

/** Whether a type lists all of these values, as words have them. */
export function lists(type: Type<Link>, all: readonly string[]): boolean {
  const listed = listedIn(type);
  // A list of one value is named as such where it is that of the field: `["a"]`.
  return all.every((one) => listed.has(one.replace(/^\[?\\?(["'])(.*?)\\?\1\]?$/, '$2')));
}

/** The values that a type lists. */
export function listedIn(type: Type<Link>): ReadonlySet<string> {
  if (type.kind === 'literal') return new Set([String(type.value)]);
  if (type.kind === 'enumeration') return new Set(type.values.map(({ value: one }) => String(one)));
  if (type.kind === 'array') return listedIn(type.element);
  if (type.kind === 'map') return listedIn(type.value);
  if (type.kind !== 'union') return new Set();
  return new Set(type.members.flatMap((member) => [...listedIn(member)]));
}
