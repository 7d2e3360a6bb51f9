/** Where in words there seem to be facts. */
import { seenText, withoutTags, withoutTitles } from '../../markdown/undressed.ts';
import { perText } from '../../per-text.ts';
import { aboutEach, fieldOfEach } from './about-each.ts';
import { aBound } from './bound.ts';
import { deprecation } from './deprecation.ts';
import { wordedFacts } from './index.ts';
import { nullability } from './null.ts';
import { saidOfNamed, valuesOfNamed } from './of-named.ts';
import { requiredness } from './requiredness.ts';
import { noExample } from './sentences.ts';
import { lackOfSupport } from './support.ts';
import { quoted, valuesUnder, withMaskedValues } from './values.ts';
import { withoutQuestions } from './whether.ts';
import {
  matchesOf,
  partsOfText,
  placesOf,
  sentencesOf,
  type Found,
  type WordedFact,
} from './wording.ts';

/** Marks of Markdown, which change nothing, and quotations of code, which say nothing of the field. */
const marks = /\*+|__|~~(?!~)|<!--[^]*?-->|\[!\w{1,20}\]|^ *(\x60{3,}|~{3,})[^]*?^ *\1/gm;
/** Emphasis between underscores, unlike those of a name: `_Required._`, `_a`. */
const underscores = /(?<![\p{L}\p{N}_`'"])_(?=[^\s_])|(?<=[^\s_])_(?![\p{L}\p{N}_`'"])/gu;
/** Bullets that would be taken for marks or tags. */
const bullets = /^([ \t>]*)\*[ \t]+|<li(?:\s[^<>\n]{0,1000})?>/gim;
/** What a sentence of its own is dressed in: `Words **Required.**` says two things. */
const dressedSentence =
  /(?:\*{1,3}|__|<(?!(?:code|tt|kbd|samp|var)[\s>])[a-z][^<>\n]{0,1000}>)(?=\p{Lu}\p{Ll})/gu;
/** A sentence of one word, which ends where its dress does: `` `Required` Words``. In code, small letters are a value. */
const dressedFlag =
  /(?=[*_\x60<])(?<=(?:^|[.!?\n])\s*)(?!\x60[a-z])(?:[*_]{1,3}|\x60|<[a-z]{1,6}>)([Rr]equired|[Oo]ptional)[.:]?(?:[*_]{1,3}|\x60|<\/[a-z]{1,6}>)[.:]?(?=\s*(?:$|[\n(\p{Lu}]))/gu;

/** Code that is no part of a sentence, and no example: a span that stands as one, and what is in a fence of no language. */
const ownCode = new RegExp(
  String.raw`(?=\x60)${noExample}(?<=(?:^|[.!?;。([{\n]|\s[-–—]\s)[\s*_]{0,20})(?<mark>\x60{1,2})(?!\x60)(?<span>\w{0,60}[^\w\x60\n][^\x60\n]{0,300})\k<mark>(?=[\s*_]{0,20}(?:$|[.!?;。)\]}\n]|\p{Lu}))|^${noExample} *(?<fence>\x60{3,}|~{3,})(?:te?xt|md|markdown)?[ \t]*\n(?<lines>[^]*?)^ *\k<fence>`,
  'gmu',
);
/** The mark of a footnote at a word. */
const footnoteMark = /(?<=\p{L})<sup>[^<>\n]{1,9}<\/sup>/giu;

/** All that is said, struck out: it holds no longer. */
const struckOut = /^\s*(?:~~(?:(?!~~)[^])+~~|<(del|s|strike)>(?:(?!<\/\1)[^])+<\/\1>)\s*$/i;

/** A kind of fact, the words that seem to state one, where they stand, the values in them, and the name that they are about. */
export type FoundFact = WordedFact & Found & { from: number; to: number; about?: string };

/** The facts that words seem to state, of whatever they are. */
export const factsInText = perText((words): readonly FoundFact[] => {
  const { text, masked } = searched(words);
  return [
    ...factsInMasked(text, masked, wordedFacts, false),
    ...factsOfEach(text, masked),
    ...factsOfNamed(text, masked),
  ];
});

/** The facts that the words of a field seem to state, of which they speak. */
export const factsInField = perText((words): readonly FoundFact[] => {
  const { text, masked } = searched(words);
  const whole = { ...deprecation, words: text.trim(), values: [], from: 0, to: text.length };
  const found = factsInMasked(text, masked, wordedFacts, true);
  return struckOut.test(words) ? [...found, whole] : found;
});

/** Code between two marks where one would do. */
const doubleMarks = /(?<!`)`` ?([^`\n]{1,200}?) ?``(?!`)/g;

/** The words of a description as they are searched: without Markdown, and the same with its values masked. */
export const searched = perText((description): { text: string; masked: string } => {
  const seen = seenText(description)
    .replaceAll(doubleMarks, '`$1`')
    .replaceAll(bullets, (_, blanks = '\n') => `${blanks}- `)
    .replaceAll(footnoteMark, '')
    .replaceAll(dressedFlag, '$1.\n')
    .replaceAll(dressedSentence, '\n');
  const bare = withFactsOfCode(withoutTags(seen)).replaceAll(marks, '').replaceAll(underscores, '');
  const text = withoutTitles(bare)
    .replaceAll(/[ \t]+/g, ' ')
    .replaceAll(/(?: ?\n ?){2,}/g, '\n\n');
  return { text, masked: withMaskedValues(text) };
});

/** A text in which code that is a fact as a whole is words: nobody quotes `Default: 3` as a value. */
function withFactsOfCode(text: string): string {
  type Part = string | undefined;
  return text.replaceAll(ownCode, (code: string, _mark, span: Part, _fence, lines: Part = span) => {
    const said = (lines ?? '').split('\n').filter((line) => line.trim() !== '');
    return said.length > 0 && said.every(isFact) ? `\n${said.join('\n')}\n` : code;
  });
}

/** Whether a line is a fact and nothing else. */
function isFact(line: string): boolean {
  const said = line.trim().replace(/[.;]$/, '');
  return factsInField(said).some(({ from, to }) => from === 0 && to >= said.length);
}

/** What may be said of all events or fields of a page at once. */
const saidOfEach = [deprecation, lackOfSupport, requiredness, nullability];

/** What sentences say of all that stands on a page. */
function factsOfEach(text: string, masked: string): FoundFact[] {
  return partsOfText(masked).flatMap(({ 0: sentence, index }) => {
    const said = aboutEach(sentence);
    const words = text.slice(index, index + sentence.length);
    return [
      ...(said === undefined ? [] : factsInMasked(words, said, saidOfEach, true)),
      ...factsInMasked(words, sentence, [fieldOfEach], false).filter(
        ({ values }) => !values.includes('type'),
      ),
    ].map((fact) => ({ ...fact, from: fact.from + index, to: fact.to + index }));
  });
}

/** What may be said of a field by its name, beside its values. */
const saidOfOne = [aBound, nullability];

/** What sentences say of the fields that they name. */
function factsOfNamed(text: string, masked: string): FoundFact[] {
  if (!new RegExp(quoted).test(masked)) return [];
  return partsOfText(masked).flatMap(({ 0: sentence, index }) => {
    const words = text.slice(index, index + sentence.length);
    const ofNames = saidOfNamed(sentence).flatMap(({ said, from }) => {
      const own = words.slice(from, from + said.length);
      const [about] = valuesUnder(sentence.slice(from, from + said.length), own);
      return factsInMasked(own, said, saidOfOne, true).map((fact) => ({
        ...fact,
        from: fact.from + from,
        to: fact.to + from,
        ...(about !== undefined && { about }),
      }));
    });
    const ofValues = factsInMasked(words, sentence, [valuesOfNamed], false).map((fact) => ({
      ...fact,
      ...(fact.values[0] !== undefined && { about: fact.values[0] }),
    }));
    return [...ofNames, ...ofValues].map((fact) => ({
      ...fact,
      from: fact.from + index,
      to: fact.to + index,
    }));
  });
}

function factsInMasked(
  text: string,
  maskedText: string,
  kinds: readonly WordedFact[],
  ofField: boolean,
): FoundFact[] {
  const masked = withoutQuestions(maskedText);
  const sentences = sentencesOf(masked);
  const foundIn = (fact: WordedFact, from: number, to: number): FoundFact => {
    const words = text.slice(from, to);
    const said = words.trim().replace(/[\])}]+$/, '');
    const values = valuesUnder(masked.slice(from, to), words);
    return { ...fact, words: said, values, from, to };
  };
  return kinds.flatMap((fact) => {
    const { hint, anywhere, ofFields = [] } = fact;
    const patterns = hint.test(masked) ? [...anywhere, ...(ofField ? ofFields : [])] : [];
    return [
      ...patterns
        .flatMap((pattern) => matchesOf(pattern, masked))
        .map(({ 0: found, index }) => foundIn(fact, index, index + found.length)),
      ...(ofField || fact.isOfWholes ? placesOf(fact, sentences) : []).map(
        ({ cue: { means }, from, to, sentence }) => ({
          ...foundIn(fact, from, to),
          means,
          sentence: text.slice(sentence.from, sentence.to),
        }),
      ),
    ].filter(
      // Who reads flags tells of them.
      ({ words, from }) =>
        !/\b(?:NOT|PARTIALLY)\s+SUPPORTED\b/.test(words) &&
        !/^\[deprecated\]/i.test(text.slice(Math.max(0, from - 1), from + 11)),
    );
  });
}

/** The first fact in words of which nothing more is known. */
export function wordedFactIn(text: string): string | undefined {
  return factsInText(text)[0]?.words;
}
