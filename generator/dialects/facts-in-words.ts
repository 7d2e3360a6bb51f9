/**
 * Facts in words that no dialect reads: `Default value: x`, `One of: a, b.`, `Mandatory field.` What a field states is
 * in the types only where it is written as its dialect has it; where it looks as if it were meant to be, it is told.
 */
import type { Node } from 'unist';
import type { VFile } from 'vfile';
import { report, type RuleId } from '../diagnostics.ts';
import type { DocumentedEvent, Field, Link, Type } from '../model/model.ts';
import { splitPosition } from '../model/position.ts';
import type { Page } from './dialect.ts';
import { linesOf } from './prose.ts';
import { fieldOfEach } from './worded-facts/about-each.ts';
import { deprecation } from './worded-facts/deprecation.ts';
import { listOfValues } from './worded-facts/list-of-values.ts';
import { factsInField, factsInText, type FoundFact } from './worded-facts/search.ts';
import { lackOfSupport } from './worded-facts/support.ts';

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
  reportFacts(page, field, factsInField(field.description ?? ''), place);
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
  const values = factsInField(text).filter(({ name }) => name === listOfValues.name);
  reportFacts(page, { ...field, position: type.position }, values, place);
}

/**
 * What is to be told of the words of an event: there, a fact is of no field. Nothing, as long as a fact of the event is
 * faulty.
 *
 * @param file the page of the event
 * @param fields those that it may name
 */
export function factsInWordsOf(
  event: DocumentedEvent,
  file: VFile,
  fields: readonly Field<Link>[],
): string[] {
  const { description = '', deprecated, support, spans } = event;
  const known = factsOfWhole({ deprecated, support: support.status !== 'supported' });
  const unknown = factsInEvent(description).filter(
    (fact) => !known.has(fact.name) && !isSettled(fact, fields),
  );
  markTold(file, unknown);
  const isFaultyLine = ({ line = 0 }: { line?: number | undefined }): boolean =>
    spans.some(
      ({ first, last }) => splitPosition(first).line <= line && line <= splitPosition(last).line,
    );
  if (file.messages.some((message) => factRules.has(message.ruleId) && isFaultyLine(message)))
    return [];
  return tellAll(unknown);
}

/**
 * Whether a fact is about a field by its name, and nothing is to be told of it: a field of that name has it, or none is
 * known. Values may be those of a field that nobody shows, unless their name has dots, as events have.
 */
function isSettled(fact: FoundFact, fields: readonly Field<Link>[]): boolean {
  const { about, name } = fact;
  if (about === undefined) return false;
  const named = fields.filter((field) => field.name === about.replace(/^.*\./, ''));
  if (named.length === 0) return name !== listOfValues.name || about.includes('.');
  return named.some((field) => fact.isKnown(field, fact));
}

/** The facts in words of an event, which say some things of it in the way in which words of a field do of that. */
export function factsInEvent(text: string): FoundFact[] {
  const ofItself = factsInField(text).filter(({ name }) => flagsOfFacts[name] !== undefined);
  return [...factsInText(text), ...ofItself];
}

/** How every dialect writes the facts that events have as well as fields. */
const flagsOfFacts: Readonly<Record<string, string>> = {
  [deprecation.name]: '[DEPRECATED]',
  [lackOfSupport.name]: '[NOT SUPPORTED]',
};

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
 */
export function reportFactsInText(
  page: Page,
  block: Node,
  text: string,
  known?: ReadonlySet<string>,
): void {
  reportUnlessKnown(page, block, factsInText(text), known);
}

/** The same of words about an event that do not become its description. */
export function reportFactsInWordsOfEvent(
  page: Page,
  block: Node,
  text: string,
  known: ReadonlySet<string>,
): void {
  reportUnlessKnown(page, block, factsInEvent(text), known);
}

function reportUnlessKnown(
  page: Page,
  block: Node,
  facts: readonly FoundFact[],
  known: ReadonlySet<string> = new Set(),
): void {
  const unknown = facts.filter(({ name }) => !known.has(name));
  const told = unknown.filter(({ about }) => about === undefined);
  tell(page.file, block, told);
  const others = unknown.filter(({ name }) => !told.some((one) => one.name === name));
  const ofNamed = firstOfEach(others).map((fact) => ({ fact, block }));
  (page.file.data.factsOfNamed ??= []).push(...ofNamed);
}

/**
 * Reports facts about fields by their names, of words that are of no field.
 *
 * @param fields all that are documented
 */
export function reportFactsOfNamed(file: VFile, fields: readonly Field<Link>[]): void {
  for (const { fact, block } of file.data.factsOfNamed ?? [])
    if (!isSettled(fact, fields)) tell(file, block, [fact]);
}

function tell(file: VFile, block: Node, facts: readonly FoundFact[]): void {
  markTold(file, facts);
  const sentences = tellAll(facts);
  if (sentences.length === 0 || isFaulty({ file }, block)) return;
  for (const sentence of sentences) report(file, 'fact-in-words', block, sentence);
}

declare module 'vfile' {
  interface DataMap {
    /** Facts about fields by their names, which those may have. */
    factsOfNamed: { fact: FoundFact; block: Node }[];
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

/** Whether a fact of the field has been reported already. */
function isFaulty({ file }: Pick<Page, 'file'>, place: Node): boolean {
  const lines = new Set(linesOf(place));
  return file.messages.some(
    ({ ruleId, line }) => factRules.has(ruleId) && line !== undefined && lines.has(line),
  );
}
