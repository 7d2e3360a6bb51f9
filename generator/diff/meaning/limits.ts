/** Limits and defaults that pages state in words only. */
import type { Bounds } from '../../model/model.ts';
import { ofBoth, type Both } from '../both.ts';
import { plainWordsOf, wordsOf } from './words.ts';

/** How much or how many may be, at either end. */
export type Limits = Pick<Bounds, 'minimum' | 'maximum'>;

const number = String.raw`[-−]?\d+(?:,\d{3})*(?:\.\d+)?`;
/** What is counted: the word behind the number, but for words that join parts of a sentence. */
const counted = String.raw`(?:%|(?:[- ](?!(?:and|or|in|of|for|to|per|is|if|when|by|with|the|a|an|on|at|as|but|inclusive|exclusive)\b)(?<counted>\p{L}+)))?(?![\p{L}\d]|[.,]\d)`;
const ofWhat = String.raw`(?: (?:allowed|length|size|number|value|count|duration))*(?: (?:is|of|to))?`;
const more = '(?:more|greater|higher|larger|longer)';
const less = '(?:less|fewer|lower|smaller|shorter)';
const maximum = String.raw`at most|(?:no|not) ${more} than|up to|max(?:imum|\.)?${ofWhat}|(?:must|can|may|should)(?:not| not) exceed|limited to|≤|<=`;
const minimum = String.raw`at least|(?:no|not) ${less} than|min(?:imum|\.)?${ofWhat}|≥|>=`;
/** What ends a number that counts nothing. */
const alone = String.raw`(?![\p{L}\d%]|[.,]\d| (?!(?:and|or)\b)\p{L})`;
/** `between 0 and 1`; `1 to 16 tags`; `at most 5`; `at least 3` */
const patterns = [
  `(?:between|from|ranges?(?: (?:is|of|between|from))?|[(\\[]) ?(?<least>${number}) ?(?:to|and|through|[-–—…,]|\\.\\.+) ?(?<most>${number})${counted}`,
  `(?<![\\p{L}\\d.,-])(?<least>${number}) (?:to|through) (?<most>${number})${counted}`,
  `(?<![\\p{L}\\d.,-])(?<least>${number}) ?[-–—] ?(?<most>${number})(?= \\p{L})${counted}`,
  `(?<!\\p{L})(?:${maximum})[\\s:=]*(?<most>${number})${counted}`,
  `(?<!\\p{L})(?:${minimum})[\\s:=]*(?<least>${number})${counted}`,
  `(?<!\\p{L}|\\bno |\\bnot )(?:${less} than|below|<) ?(?<most>${number})${alone}`,
  `(?<!\\p{L}|\\bno |\\bnot )(?:${more} than|above|>) ?(?<least>${number})${alone}`,
  `(?<!\\p{L})exactly (?<exact>${number})${counted}`,
].map((pattern) => new RegExp(pattern, 'giu'));

/** The limits that a description states, by what is counted. Where it states two for one end, neither is known. */
export function limitsIn(description: string | undefined): ReadonlyMap<string, Limits> {
  const found = new Map<string, { least: Set<number>; most: Set<number> }>();
  const words = plainWordsOf(description);
  for (const { groups = {} } of patterns.flatMap((pattern) => [...words.matchAll(pattern)])) {
    const what = (groups['counted'] ?? '').toLowerCase();
    const ends = found.get(what) ?? { least: new Set(), most: new Set() };
    found.set(what, ends);
    const { exact, least = exact, most = exact } = groups;
    if (least !== undefined) ends.least.add(numberOf(least));
    if (most !== undefined) ends.most.add(numberOf(most));
  }
  return new Map(
    Array.from(found, ([what, { least, most }]) => {
      const [lowest, highest] = [onlyOf(least), onlyOf(most)];
      return [
        what,
        {
          ...(lowest !== undefined && { minimum: lowest }),
          ...(highest !== undefined && { maximum: highest }),
        },
      ];
    }),
  );
}

/** Limits without the ends that only one side states. */
export function commonEnds(sides: Both<Limits>): Both<Limits> {
  const isEach = (end: keyof Limits) =>
    sides.before[end] !== undefined && sides.after[end] !== undefined;
  return ofBoth(sides, ({ minimum, maximum }) => ({
    ...(isEach('minimum') && { minimum }),
    ...(isEach('maximum') && { maximum }),
  }));
}

/** `at most 512 characters`, `from 1 to 16 tags`. */
export function limitsInWords({ minimum, maximum }: Limits, what: string): string {
  if (minimum === undefined) return `at most ${maximum} ${what}`;
  return maximum === undefined
    ? `at least ${minimum} ${what}`
    : `from ${minimum} to ${maximum} ${what}`;
}

function numberOf(digits: string): number {
  return Number(digits.replaceAll(',', '').replace('−', '-'));
}

function onlyOf<T>(all: ReadonlySet<T>): T | undefined {
  const [first, ...others] = all;
  return others.length === 0 ? first : undefined;
}

/** ``Defaults to `fm` ``, `The default is 0.5` */
const worded =
  /\bdefaults?(?: value)?(?: (?:is|of|to)|:|,)? ?(?:`([^`]+)`|"([^"]+)"|'([^']+)'|([-−]?\d+(?:\.\d+)?(?!\d)|true\b|false\b))/giu;

/** The default that a description states, as it is written there. */
export function defaultIn(description: string | undefined): string | undefined {
  const found = Array.from(wordsOf(description).matchAll(worded), (groups) =>
    groups.slice(1).find((group) => group !== undefined),
  );
  return onlyOf(new Set(found));
}
