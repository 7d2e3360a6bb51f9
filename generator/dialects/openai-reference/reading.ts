/** What the modules of this dialect share while they read a page. */
import { report, type RuleId } from '../../diagnostics.ts';
import type { Link, Support, Type } from '../../model/model.ts';
import type { Page } from '../dialect.ts';
import { reportMisplaced } from '../flags.ts';
import type { Bullet } from './bullets.ts';

/** A page that is being read, and the types that it has written out so far, by their names. */
export interface Reading {
  page: Page;
  written: Map<string, Type<Link>>;
}

/** A type, and words of its alternatives for which the model has no place but that of the field. */
export interface Read {
  type: Type<Link>;
  words: string[];
}

/** The types of one place, and the words of those for which the model has no place. */
export interface ReadSeveral {
  types: Type<Link>[];
  words: string[];
}

/** Reports a fault of a bullet; without one, of the page. */
export function reportAt(
  { page }: Reading,
  rule: RuleId,
  bullet: Bullet | undefined,
  sentence: string,
): void {
  report(page.file, rule, bullet?.item, sentence);
}

/** Reports a flag of a type of which the model does not say what is supported. */
export function reportLostSupport({ page }: Reading, support: Support): void {
  reportMisplaced(page, support, ': a type without fields has no support');
}

/** `is 1 bullet`, `are 3 bullets`, `are no bullets` */
export function stand(count: number, what: string): string {
  return `${count === 1 ? 'is' : 'are'} ${count === 0 ? `no ${what}s` : counted(count, what)}`;
}

/** `1 bullet`, `3 bullets` */
export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
