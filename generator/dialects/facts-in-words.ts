/**
 * Facts in words that no dialect reads: `Default value: x`, `One of: a, b.`, `Mandatory field.` What a field states is
 * in the types only where it is written as its dialect has it; where it looks as if it were meant to be, it is told.
 */
import type { Node } from 'unist';
import type { VFile } from 'vfile';
import { report, type RuleId } from '../diagnostics.ts';
import type { DocumentedEvent, Field, Link, Type } from '../model/model.ts';
import { splitPosition } from '../model/position.ts';
import { perText } from '../per-text.ts';
import type { Page } from './dialect.ts';
import { seenText, withoutTags, withoutTitles } from '../markdown/undressed.ts';
import { linesOf } from './prose.ts';
import { aboutEach, fieldOfEach } from './worded-facts/about-each.ts';
import { deprecation } from './worded-facts/deprecation.ts';
import { wordedFacts } from './worded-facts/index.ts';
import { listOfValues } from './worded-facts/list-of-values.ts';
import { nullability } from './worded-facts/null.ts';
import { requiredness } from './worded-facts/requiredness.ts';
import { lackOfSupport } from './worded-facts/support.ts';
import { valuesUnder, withMaskedValues } from './worded-facts/values.ts';
import { withoutQuestions } from './worded-facts/whether.ts';
import {
  matchesOf,
  partsOfText,
  placesOf,
  sentencesOf,
  type Found,
  type WordedFact,
} from './worded-facts/wording.ts';

/** Marks of Markdown, which change nothing, and quotations of code, which say nothing of the field. */
const marks = /\*+|__|~~(?!~)|<!--[^]*?-->|\[!\w{1,20}\]|^ *(\x60{3,}|~{3,})[^]*?^ *\1/gm;
/** Emphasis between underscores, unlike those of a name: `_Required._`, `_a`. */
const underscores = /(?<![\p{L}\p{N}_`'"])_(?=[^\s_])|(?<=[^\s_])_(?![\p{L}\p{N}_`'"])/gu;
/** Bullets that would be taken for marks or tags. */
const bullets = /^([ \t>]*)\*[ \t]+|<li(?:\s[^<>\n]{0,1000})?>/gim;
/** What a sentence of its own is dressed in: `Words **Required.**` says two things. */
const dressedSentence = /(?:\*+|__|<[a-z][^<>\n]{0,1000}>)(?=\p{Lu}\p{Ll})/gu;
/** A sentence of one word, which ends where its dress does: `` `Required` Words``. In code, small letters are a value. */
const dressedFlag =
  /(?=[*_\x60<])(?<=(?:^|[.!?\n])\s*)(?!\x60[a-z])(?:[*_]{1,3}|\x60|<[a-z]{1,6}>)([Rr]equired|[Oo]ptional)[.:]?(?:[*_]{1,3}|\x60|<\/[a-z]{1,6}>)[.:]?(?=\s*(?:$|[\n(\p{Lu}]))/gu;
/** Faults of facts and fields themselves, after which nothing more is to be said of them. */
const factRules: ReadonlySet<unknown> = new Set<RuleId>([
  'bullet-unknown',
  'bound-malformed',
  'default-malformed',
  'enum-malformed',
  'field-malformed',
  'type-mismatch',
]);

/**
 * Reports facts in the words of a field that it does not state.
 *
 * @param place where the field stands
 */
export function reportFactsInWords(page: Page, field: Field<Link>, place: Node): void {
  reportFacts(page, field, factsIn(field.description ?? '', true), place);
}

function reportFacts(
  page: Page,
  field: Field<Link>,
  facts: readonly FoundFact[],
  place: Node,
): void {
  const unknown = facts.filter((one) => !one.isKnown(field, one));
  markTold(page.file, unknown);
  if (unknown.length === 0 || isFaulty(page, place)) return;
  for (const { name, words } of firstOfEach(unknown)) {
    const example = page.dialect.factExamples?.[name] ?? flagsOfFacts[name];
    const such = example === undefined ? '' : ` (${example})`;
    const sentence = `"${words}" seems to state ${name}, but is read as words; write it as docs of this dialect do${such}, or correct the field.`;
    report(page.file, 'fact-in-words', place, sentence);
  }
}

/**
 * Reports values in the words of a type that lists others: they are those of every field that has it.
 *
 * @param place where the type stands
 */
export function reportValuesInWords(page: Page, type: Type<Link>, text: string, place: Node): void {
  const field = { name: '', type, requiredness: 'unstated', origin: 'documented' } as const;
  const values = factsIn(text, true).filter(({ name }) => name === listOfValues.name);
  reportFacts(page, { ...field, position: type.position }, values, place);
}

/**
 * What is to be told of the words of an event: there, a fact is of no field. Nothing, as long as a fact of the event is
 * faulty.
 *
 * @param file the page of the event
 */
export function factsInWordsOf(event: DocumentedEvent, file: VFile): string[] {
  const { description = '', deprecated, support, spans } = event;
  const known = factsOfWhole({ deprecated, support: support.status !== 'supported' });
  const unknown = factsOfWords(description, true).filter(({ name }) => !known.has(name));
  markTold(file, unknown);
  const isFaultyLine = ({ line = 0 }: { line?: number | undefined }): boolean =>
    spans.some(
      ({ first, last }) => splitPosition(first).line <= line && line <= splitPosition(last).line,
    );
  if (file.messages.some((message) => factRules.has(message.ruleId) && isFaultyLine(message)))
    return [];
  return tellAll(unknown);
}

/** The facts in words that are of no field, but may be of an event, as which they say of it what those of a field do. */
function factsOfWords(text: string, ofEvent: boolean): FoundFact[] {
  const ofItself = ofEvent ? factsIn(text, true) : [];
  return [...factsIn(text), ...ofItself.filter(({ name }) => saidOfEvents.has(name))];
}

/** How every dialect writes the facts that events have as well as fields. */
const flagsOfFacts: Readonly<Record<string, string>> = {
  [deprecation.name]: '[DEPRECATED]',
  [lackOfSupport.name]: '[NOT SUPPORTED]',
};

/** What words of an event say of it in the way in which words of a field do of that. */
const saidOfEvents: ReadonlySet<string> = new Set(Object.keys(flagsOfFacts));

/** What to do about a fact that stands in no words of a field. */
export function whatToWrite(name: string): string {
  const flag = flagsOfFacts[name];
  if (name === fieldOfEach.name) return 'write it among the fields of each event that has it';
  return flag === undefined
    ? 'write it at the field that it is about, as docs of this dialect do'
    : `write ${flag} at the end of a paragraph of the event or field that it is about`;
}

/** The kinds of fact that an event or an object has of itself, so that its words may say so. */
export function factsOfWhole({
  deprecated,
  support,
}: {
  deprecated?: unknown;
  support?: unknown;
}): ReadonlySet<string> {
  return new Set([
    ...(deprecated ? [deprecation.name] : []),
    ...(support ? [lackOfSupport.name] : []),
  ]);
}

/**
 * Reports facts in the words of a block that is of no field.
 *
 * @param known the kinds of fact that are read from these words
 * @param ofEvent whether they are the words of an event
 */
export function reportFactsInText(
  page: Page,
  block: Node,
  text: string,
  known: ReadonlySet<string> = new Set(),
  ofEvent = false,
): void {
  const unknown = factsOfWords(text, ofEvent).filter(({ name }) => !known.has(name));
  markTold(page.file, unknown);
  const sentences = tellAll(unknown);
  if (sentences.length === 0 || isFaulty(page, block)) return;
  for (const sentence of sentences) report(page.file, 'fact-in-words', block, sentence);
}

declare module 'vfile' {
  interface DataMap {
    /** The words of facts that were told, or have to wait for another of their place to be fixed. */
    toldFacts: Set<string>;
  }
}

function markTold({ data }: VFile, facts: readonly FoundFact[]): void {
  data.toldFacts ??= new Set();
  for (const { words } of facts) data.toldFacts.add(words);
}

function tellAll(facts: readonly FoundFact[]): string[] {
  return firstOfEach(facts).map(
    ({ name, words }) =>
      `"${words}" seems to state ${name}, but stands in words that are of no field and is read as such; ${whatToWrite(name)}.`,
  );
}

/** The first fact of each kind. */
function firstOfEach(facts: readonly FoundFact[]): FoundFact[] {
  return facts.filter(({ name }, i) => facts.findIndex((one) => one.name === name) === i);
}

/** The first fact in words of which nothing more is known. */
export function wordedFactIn(text: string): string | undefined {
  return factsIn(text)[0]?.words;
}

/** A kind of fact, the words that look like one, where they stand, and the values in them. */
export type FoundFact = WordedFact & Found & { from: number; to: number };

const factsInText = perText((text) => findFacts(text, false));
const factsOfField = perText((text) => findFacts(text, true));

/**
 * The facts that words look like.
 *
 * @param ofField whether they are the words of a field, which is what they speak of
 */
export function factsIn(description: string, ofField = false): readonly FoundFact[] {
  return ofField ? factsOfField(description) : factsInText(description);
}

/** The words of a description as they are searched: without Markdown, and the same with its values masked. */
export const searched = perText((description): { text: string; masked: string } => {
  const seen = seenText(description)
    .replaceAll(bullets, (_, blanks = '\n') => `${blanks}- `)
    .replaceAll(dressedFlag, '$1.\n')
    .replaceAll(dressedSentence, '\n');
  const bare = withoutTags(seen).replaceAll(marks, '').replaceAll(underscores, '');
  const text = withoutTitles(bare)
    .replaceAll(/[ \t]+/g, ' ')
    .replaceAll(/(?: ?\n ?){2,}/g, '\n\n');
  return { text, masked: withMaskedValues(text) };
});

function findFacts(description: string, ofField: boolean): FoundFact[] {
  const { text, masked } = searched(description);
  const found = factsInMasked(text, masked, wordedFacts, ofField);
  return ofField ? found : [...found, ...factsOfEach(text, masked)];
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

/** Whether a fact of the field has been reported already. */
function isFaulty({ file }: Page, place: Node): boolean {
  const lines = new Set(linesOf(place));
  return file.messages.some(
    ({ ruleId, line }) => factRules.has(ruleId) && line !== undefined && lines.has(line),
  );
}
