/** What a field has: what is said of it is told only where it does not have it. */
import { canHold } from '../../model/holds.ts';
import type { Link, Type } from '../../model/model.ts';

/** Whether something of a type is so. */
export function mayBe(type: Type<Link>, is: (type: Type<Link>) => boolean): boolean {
  return type.kind === 'union' ? type.members.some((member) => mayBe(member, is)) : is(type);
}

/** Whether a type, or what is in it, takes texts or numbers that nobody lists. */
export function mayGrow(type: Type<Link>): boolean {
  if (type.kind === 'array') return mayGrow(type.element);
  if (type.kind === 'map') return mayGrow(type.value);
  if (type.kind === 'union') return type.members.some(mayGrow);
  return type.kind === 'string' || type.kind === 'integer' || type.kind === 'number';
}

export function mayHold(type: Type<Link>, held: number): boolean {
  return mayBe(type, (one) => canHold(one, held));
}

export function numbersIn(words: string): number[] {
  return Array.from(words.matchAll(/(?:(?<![\d.])[-−+])?\d[\d.,]*/g), ({ 0: text }) =>
    Number(text.replace('−', '-').replaceAll(',', '').replace(/\.$/, '')),
  );
}
