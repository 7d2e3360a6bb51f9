/** What a kind of fact is, and how people word it. */
import type { Field, Link } from '../../model/model.ts';
import { inPlainWords } from './plain.ts';

/** Words that look like a fact, the values in them, and what their cue means, where it says so. */
export interface Found {
  words: string;
  values: readonly string[];
  means?: string | undefined;
  /** The sentence in which a cue stands. */
  sentence?: string | undefined;
}

/** Words that say a fact together, in whatever order they stand in a sentence of a field. */
export interface Cue {
  says: RegExp;
  /** What must stand in the same sentence. */
  with: readonly RegExp[];
  /** What makes a sentence say something else. */
  unless?: RegExp | undefined;
  /** What kind of value, or of statement, it is. */
  means?: string | undefined;
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
  /** What a sentence with any of its cues has in it. */
  cueHint?: RegExp;
  /** Words that mean it in a sentence of a field, wherever in it they stand. */
  cues?: readonly Cue[];
  /** Whether events and objects have it, too, so that its cues mean it in their words as well. */
  isOfWholes?: true;
  isKnown: (field: Field<Link>, found: Found) => boolean;
}

/** A wording, over a text whose values are masked (`values.ts`). */
export function pattern(source: string): RegExp {
  return new RegExp(source, 'gi');
}

/**
 * A cue: `cue(['falls? back', 'fallback'], { with: quoted })`.
 *
 * @param says whole words, one alternative or several; a blank stands for any
 */
export function cue(
  says: string | readonly string[],
  more: { with?: string | readonly string[]; unless?: string; means?: string } = {},
): Cue {
  const words = (source: string): RegExp =>
    new RegExp(`(?<!\\w)(?:${source.replaceAll(' ', String.raw`\s+`)})(?!\\w)`, 'i');
  return {
    says: words([says].flat().join('|')),
    with: [more.with ?? []].flat().map(words),
    unless: more.unless === undefined ? undefined : words(more.unless),
    means: more.means,
  };
}

/** A sentence, also one that is a line; marks within values are masked. */
const sentence =
  /(?:[^.!?;。\n]|(?<=\b(?:e\.g|i\.e|e|i|max|min|vs|approx))\.|[.!?;](?=\S)|\?(?=\s+(?:[Tt]hen|[Ii]n\s+that\s+case|\uE000)))+/g;

/** Where words of a cue stand together, and their sentence. */
export interface Place {
  cue: Cue;
  from: number;
  to: number;
  sentence: { from: number; to: number };
}

/** A part of a masked text, and where it begins. */
export interface Sentence {
  text: string;
  index: number;
}

/** The sentences of a masked text as they are. */
export function partsOfText(masked: string): RegExpExecArray[] {
  return matchesOf(sentence, masked);
}

/** The sentences of a masked text, in plain words. */
export function sentencesOf(masked: string): Sentence[] {
  return partsOfText(masked).map(({ 0: text, index }) => ({
    text: inPlainWords(text),
    index,
  }));
}

/** Where in sentences the words of the cues of a kind stand together. */
export function placesOf(
  { cueHint, cues = [] }: WordedFact,
  sentences: readonly Sentence[],
): Place[] {
  const possible = cueHint ? sentences.filter(({ text }) => cueHint.test(text)) : sentences;
  return possible.flatMap(({ text, index }) =>
    cues.flatMap((cue) => {
      const found = allOf(cue, text);
      if (!found) return [];
      const from = index + Math.min(...found.map((match) => match.index));
      const to = index + Math.max(...found.map((match) => match.index + match[0].length));
      return [{ cue, from, to, sentence: { from: index, to: index + text.length } }];
    }),
  );
}

/** What a sentence has of each that a cue asks for, if it has all. */
function allOf({ says, with: others, unless }: Cue, text: string): RegExpExecArray[] | undefined {
  const found: RegExpExecArray[] = [];
  for (const words of [...others, says]) {
    const match = words.exec(text);
    if (!match) return undefined;
    found.push(match);
  }
  return unless?.test(text) ? undefined : found;
}

/** All matches of a global pattern. It is not copied for that, as `matchAll` does, which takes longer than most searches. */
export function matchesOf(global: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  global.lastIndex = 0;
  for (let match = global.exec(text); match; match = global.exec(text)) {
    found.push(match);
    if (match[0] === '') global.lastIndex++;
  }
  return found;
}
