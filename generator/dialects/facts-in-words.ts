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
import { seenText, withoutTags } from '../markdown/undressed.ts';
import { linesOf } from './prose.ts';

/** One kind of fact: how people word it, and whether a field of which that is said has it already. */
interface WordedFact {
  name: string;
  patterns: readonly RegExp[];
  isKnown: (field: Field<Link>, words: string) => boolean;
}

const quoted = String.raw`(?:\x60[^\x60\n]+\x60|'[^'\n]+'|"[^"\n]+"|‘[^’\n]+’|“[^”\n]+”)`;
const number = String.raw`\x60?[-−]?\d[\d.,]*\x60?`;
const value = String.raw`(?:${quoted}|[-−]?\d[\d.]*(?=\W|$))`;
/** The beginning of a sentence, of a bracket or of a line, whatever list or quote that is in. */
const begins = String.raw`(?<=(?:^|[.!?;:([{\]\n]|\s[-–—]\s)[\s>*+•|-]{0,20}(?:\d{1,3}[.)]\s)?)`;
const ends = String.raw`(?=\s*(?:[.!?;。)\]}|\n]|$))`;
/** What stands between a word for a fact and its value. */
const leads = String.raw`(?:\s*(?:[:：=;；→]|->)\s*|\s+[-–—]\s+|\s+(?:is|are|of|to)\s*:?\s*|\s+)`;
const kindOfField = '(?:field|parameter|property|attribute|argument|key)';
/** A field by its name: `` the field `a` ``, `` `a` ``, `` the `a` parameter ``, `the parameter a`. */
const namedField = String.raw`(?:(?:(?:the|this)\s+)?(?:${kindOfField}\s+)?\x60[\w.[\]-]{1,200}\x60(?:\s+${kindOfField})?|(?:the\s+)?${kindOfField}\s+[\w.]{1,200}|the\s+[\w.]{1,200}\s+${kindOfField})`;
/** What a sentence about a field begins with. */
const subject = String.raw`(?:it|this|(?:(?:this|the)\s+)?${kindOfField}|${namedField})`;
/** Marks of Markdown, which change nothing, and quotations of code, which say nothing of the field. */
const marks = /\*+|__|~~(?!~)|<!--[^]*?-->|^ *(\x60{3,}|~{3,})[^]*?^ *\1/gm;
/** What a sentence of its own is dressed in: `Words **Required.**` says two things. */
const dressedSentence = /(?:\*+|__|<[a-z][^<>\n]{0,1000}>)(?=\p{Lu}\p{Ll})/gu;
const compares = String.raw`(?:[<>]=?|[≤≥]|&[lg]t;=?)`;
/** Faults of facts themselves, after which nothing more is to be said of them. */
const factRules: ReadonlySet<unknown> = new Set<RuleId>([
  'bound-malformed',
  'default-malformed',
  'enum-malformed',
  'field-malformed',
]);

const deprecation = 'that it is deprecated';

/** Every kind of fact that is looked for. Another wording of one of them is a line here. */
const wordedFacts: readonly WordedFact[] = [
  {
    name: 'a default',
    patterns: [
      new RegExp(
        String.raw`${begins}\x60?(?:(?:the|its|server)\s+)?(?:default(?:s|ed|(?:\s+(?:value|setting))?(?:\s*\([^()\n]*\))?)?|initial value|fallback)\x60?${leads}${value}`,
        'i',
      ),
      new RegExp(
        String.raw`${begins}(?:if|when) (?:omitted|absent|unset|missing|not (?:set|given|specified|provided|present|sent)),?${leads}${value}(?:\s+(?:is (?:used|assumed|taken)|applies))?${ends}`,
        'i',
      ),
      new RegExp(
        String.raw`${begins}(?:it is\s+)?${quoted},?\s+(?:by default|is (?:the|its) default(?:\s+value)?)${ends}`,
        'i',
      ),
      new RegExp(String.raw`\bdefault value\s*[:：]\s*${value}`, 'i'),
      new RegExp(
        String.raw`[([{]\s*default(?:s to)?\s*(?:[:：=]\s*[^\s)\]}]+|${value})\s*[)\]}]`,
        'i',
      ),
    ],
    isKnown: (field) => field.default !== undefined,
  },
  {
    name: 'a list of values',
    patterns: [
      new RegExp(String.raw`${begins}enum\s*[:：]\s*${value}${ends}`, 'i'),
      new RegExp(
        String.raw`${begins}(?:(?:(?:it|this) is )?(?:one|any) of(?: the following)?|either|(?:allowed|possible|valid|supported|accepted|available|permitted|enum|known)(?:\s+[a-z]+)?|(?:the\s+)?(?:values?|options|choices)(?: can be)?|enum(?:eration)?|(?:can|must) be(?:\s+(?:either|one of))?|currently|takes|accepts)${leads}${value}(?:\s*(?:,|、|\/|\||\bor\b|\band\b)+\s*${value})+${ends}`,
        'i',
      ),
      new RegExp(
        String.raw`${begins}(?:allowed|possible|valid|supported|accepted|permitted)\s+(?:values?|options|choices)\s*[:：]\s*[\w-]+(?:\s*(?:,|、|\/|\||\bor\b|\band\b)+\s*[\w-]+)+${ends}`,
        'i',
      ),
      new RegExp(
        String.raw`${begins}(?:one of|(?:[a-z]+ )?(?:values?|options|choices))\b[^.:\n]{0,40}[:：]\s*\n(?:\s*[-*+]\s+${quoted}[^\n]*){2}`,
        'i',
      ),
    ],
    isKnown: ({ type }) => !mayGrow(type),
  },
  {
    name: 'whether it is required',
    patterns: [
      new RegExp(
        String.raw`${begins}(?:${subject}\s+is\s+(?:always\s+)?)?(?:an?\s+(?=\w+\s+${kindOfField}))?(?:mandatory|required|compulsory|obligatory|optional)(?:\s+${kindOfField})?(?:\s*[:：]\s*(?:yes|true|no|false))?${ends}`,
        'i',
      ),
      new RegExp(
        String.raw`${begins}(?:${subject}\s+)?(?:must (?:always )?be (?:specified|set|given|present|provided|sent)|(?:is )?always (?:present|sent|set)|(?:can ?not|can't|may not|must not) be (?:omitted|absent|missing|left out))${ends}`,
        'i',
      ),
      new RegExp(
        String.raw`${begins}(?:you|clients?|callers?|servers?) must (?:always )?(?:specify|provide|set|include|pass|send) (?:${namedField}|(?:this|the) ${kindOfField})${ends}`,
        'i',
      ),
    ],
    isKnown: ({ requiredness }, words) => {
      const isNo = /[:：]\s*(?:no|false)/i.test(words);
      return requiredness === (/optional/i.test(words) === isNo ? 'required' : 'optional');
    },
  },
  {
    name: 'that it may be null',
    patterns: [
      new RegExp(
        String.raw`${begins}(?:(?:(?:${subject}|(?:(?:this|the)\s+)?value)\s+is\s+)?nullable(?:\s+${kindOfField})?(?:\s*[:：]\s*(?:yes|true))?|(?:(?:${subject}|(?:the\s+)?value)\s+)?(?:may|can) be \x60?null\x60?|\x60?null\x60? is (?:allowed|accepted|permitted|valid|possible)|(?:is\s+)?\x60?null\x60? (?:if|when) [^.\n]{1,100})${ends}`,
        'i',
      ),
    ],
    isKnown: ({ type }) => mayBe(type, ({ kind }) => kind === 'null' || kind === 'open'),
  },
  {
    name: 'a bound',
    patterns: [
      new RegExp(
        String.raw`${begins}\x60?(?:(?:the|its)\s+)?(?:(?:min|max)(?:imum)?(?:\s+(?:value|allowed))?|(?:lower|upper) (?:bound|limit))\x60?${leads}?${number}${ends}`,
        'i',
      ),
      new RegExp(
        String.raw`${begins}(?:(?:must|can) be (?:between|from)|values? (?:between|from)|ranges?(?: is| from)?|bounds|between|from)?\s*[:：]?\s*[[(]?${number}\s*(?:to|and|[-–—,…]|\.\.+)\s*${number}[\])]?${ends}`,
        'i',
      ),
      new RegExp(
        String.raw`${begins}(?:(?:(?:it|the value)\s+)?(?:must|can|should) be\s+)?(?:at (?:least|most)|(?:not |no )?(?:more|less|greater|higher|lower) than(?: or equal to)?|up to|(?:(?:it|the value)\s+)?(?:must|can|may|should)(?: not|not) (?:exceed|be (?:more|less|greater|higher|lower) than)) ${number}${ends}`,
        'i',
      ),
      new RegExp(
        String.raw`(?<![\w.,])${number}\s*${compares}\s*\x60?[a-z]\w*\x60?\s*${compares}\s*${number}`,
        'i',
      ),
      new RegExp(
        String.raw`${begins}(?:(?:must be|value|is)\s+)?${compares}\s*${number}${ends}`,
        'i',
      ),
    ],
    isKnown: ({ type, bounds }) =>
      bounds !== undefined || !mayBe(type, ({ kind }) => kind === 'integer' || kind === 'number'),
  },
  {
    name: deprecation,
    patterns: [
      new RegExp(
        String.raw`${begins}(?:(?:${subject}|(?:this|the)\s+event)\s+is\s+(?:now\s+)?)?deprecated${ends}`,
        'i',
      ),
    ],
    isKnown: ({ deprecated }) => deprecated !== undefined,
  },
];

/** Whether something of a type is so. */
function mayBe(type: Type<Link>, is: (type: Type<Link>) => boolean): boolean {
  return type.kind === 'union' ? type.members.some((member) => mayBe(member, is)) : is(type);
}

/** Whether a type takes texts or numbers that nobody lists. */
function mayGrow(type: Type<Link>): boolean {
  return mayBe(type, ({ kind }) => kind === 'string' || kind === 'integer' || kind === 'number');
}

/**
 * Reports facts in the words of a field that it does not state.
 *
 * @param place where the field stands
 */
export function reportFactsInWords(page: Page, field: Field<Link>, place: Node): void {
  for (const { name, words, isKnown } of factsIn(field.description ?? '')) {
    if (isKnown(field, words) || isFaulty(page, place)) continue;
    const sentence = `"${words}" looks like ${name}, but is read as words; write it as docs of this dialect do, or correct the field.`;
    report(page.file, 'fact-in-words', place, sentence);
  }
}

/**
 * What is to be told of the words of an event: there, a fact is of no field. Nothing, as long as a fact of the event is
 * faulty.
 *
 * @param file the page of the event
 */
export function factsInWordsOf(event: DocumentedEvent, file: VFile): string[] {
  const { description = '', deprecated, spans } = event;
  const isFaultyLine = ({ line = 0 }: { line?: number | undefined }): boolean =>
    spans.some(
      ({ first, last }) => splitPosition(first).line <= line && line <= splitPosition(last).line,
    );
  if (file.messages.some((message) => factRules.has(message.ruleId) && isFaultyLine(message)))
    return [];
  return tellAll(
    factsIn(description).filter(({ name }) => name !== deprecation || deprecated === undefined),
  );
}

/** What is to be told of words that are of no field. */
export function factsInText(text: string): string[] {
  return tellAll(factsIn(text));
}

function tellAll(facts: readonly FoundFact[]): string[] {
  return facts.map(
    ({ name, words }) =>
      `"${words}" looks like ${name}, but stands in words that are of no field and is read as such; write it at the field that it is about, as docs of this dialect do.`,
  );
}

/** The first fact in words of which nothing more is known. */
export function wordedFactIn(text: string): string | undefined {
  return factsIn(text)[0]?.words;
}

/** A kind of fact, and the words that look like one. */
interface FoundFact extends WordedFact {
  words: string;
}

/** The facts that words look like, one of each kind. */
function factsIn(description: string): FoundFact[] {
  const text = withoutTags(seenText(description).replaceAll(dressedSentence, '\n')).replaceAll(
    marks,
    '',
  );
  return wordedFacts.flatMap((fact) => {
    const words = fact.patterns.map((pattern) => pattern.exec(text)?.[0]).find(Boolean);
    return words === undefined ? [] : [{ ...fact, words: words.trim().replace(/[\])}]+$/, '') }];
  });
}

/** Whether a fact of the field has been reported already. */
function isFaulty({ file }: Page, place: Node): boolean {
  const lines = new Set(linesOf(place));
  return file.messages.some(
    ({ ruleId, line }) => factRules.has(ruleId) && line !== undefined && lines.has(line),
  );
}
