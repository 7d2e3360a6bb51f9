/** How people word that a field may be of another type. */
import type { Type, Link } from '../../model/model.ts';
import { mayBe } from './held.ts';
import { begins, ends } from './sentences.ts';
import { pattern, type WordedFact } from './wording.ts';

const word = String.raw`(?:strings?|integers?|numbers?(?!\s+(?:of|in)(?!\w))|booleans?|objects?|arrays?|lists?)`;
const one = String.raw`(?:an?\s+)?(?:(?:plain|single|json|whole)\s+)?${word}`;

/** The types that may be what a word calls them; names and what is open may be anything. */
const kinds: Readonly<Record<string, readonly Type<Link>['kind'][]>> = {
  string: ['string', 'literal', 'enumeration'],
  integer: ['integer', 'number', 'literal', 'enumeration'],
  number: ['integer', 'number', 'literal', 'enumeration'],
  boolean: ['boolean', 'literal'],
  object: ['object', 'map'],
  array: ['array'],
  list: ['array'],
  'true or false': ['boolean', 'literal'],
};

export const anotherType: WordedFact = {
  name: 'a type',
  hint: new RegExp(`${word}|true`, 'i'),
  anywhere: [],
  ofFields: [
    pattern(
      String.raw`(?<![\w’'-])(?:either\s+)?an?\s+${word}(?:\s+of\s+\w+)?,?\s+or\s+(?:also\s+)?(?:an?|the)\s+${word}\b`,
    ),
    pattern(
      String.raw`\b(?:may|can|could|might)\s+(?:also\s+)?be\s+(?:(?:given|sent|passed)\s+as\s+)?(?:either\s+)?an?\s+${one}\b`,
    ),
    pattern(String.raw`${begins}or\s+(?:also\s+)?(?:an?|the)\s+${word}\b`),
    pattern(String.raw`${begins}(?:an?\s+(?:list|array)\s+of\s+[\w-]+|true\s+or\s+false)${ends}`),
  ],
  isKnown: ({ type }, { words }) =>
    Object.entries(kinds).every(
      ([name, possible]) =>
        !new RegExp(String.raw`\b${name.replaceAll(' ', String.raw`\s+`)}s?\b`, 'i').test(words) ||
        mayBe(type, ({ kind }) => ['open', 'link', 'named', ...possible].includes(kind)),
    ),
};
