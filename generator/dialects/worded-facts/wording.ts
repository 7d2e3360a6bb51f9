/** What a kind of fact is, and how people word it. */
import type { Field, Link } from '../../model/model.ts';

/** Words that look like a fact, and the values in them. */
export interface Found {
  words: string;
  values: readonly string[];
}

/** One kind of fact: how people word it, and whether a field of which that is said has it already. */
export interface WordedFact {
  name: string;
  /** What a text with any of its wordings has in it: most texts do not, and the wordings take long to look for. */
  hint: RegExp;
  /** Wordings that mean it wherever they stand. */
  anywhere: readonly RegExp[];
  /** Wordings that mean it in the words of a field, and may mean anything elsewhere. */
  ofFields?: readonly RegExp[];
  isKnown: (field: Field<Link>, found: Found) => boolean;
}

/** A wording, over a text whose values are masked (`values.ts`). */
export function pattern(source: string): RegExp {
  return new RegExp(source, 'gi');
}
