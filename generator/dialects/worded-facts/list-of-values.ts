/** How people word the values that a field may have. */
import type { Link, Type } from '../../model/model.ts';
import { mayBe, mayGrow, mayHold } from './held.ts';
import {
  begins,
  ends,
  examples,
  failure,
  itself,
  leads,
  noExample,
  ownValue,
  partBegins,
} from './sentences.ts';
import { number, numbers, quoted, unit, value, values, yesOrNo } from './values.ts';
import { cue, pattern, type WordedFact } from './wording.ts';

/** What stands between a value and what it means. */
const meaning = String.raw`\s*(?:[=:→–—]|->|\b(?:means?|for|stands\s+for|is\s+for|selects?|picks?|turns?|makes?)\b)\s*`;

/** A value that is a line or a bullet of its own; lines may have become one. */
const valueOfBullet = String.raw`(?:[-*+•·▪]\s*)?(?:${quoted}|[\w.-]+)\s*(?=\n|$|[•·▪])`;

/** A line that begins with a value, and goes on with what it means. */
const lineOfValue = String.raw`[ \t>]*(?:(?:[-*+•·▪]|\d{1,3}[.)])[ \t]*)?${quoted}[ \t]*(?:[.,;]?|(?:[-–—:：(=→]|->)[^\n]{0,1000})(?=\n|$)`;

/** A short line between two parts of a list: `or`, `Since May:`. */
const betweenParts = String.raw`(?:(?![ \t>]*(?:[-*+•·▪]|\d|\uE000))[^\n\uE000-\uE002]{1,40}\n{1,2})`;

/** What is said of a field, or in passing, by bullets that begin with a word for it. */
const label =
  '(?:(?:caution|default|deprecated|description|examples?|format|hint|important|info|limits?|max(?:imum)?|min(?:imum)?|not(?:e|es|ice)|null(?:able)?|optional|range|required|see|since|tip|type|units?|warning)(?![\\w.-]))';
/** A bullet of a bare word, which may go on with what it means; and a list of nothing else. */
const bulletOfWord = String.raw`[ \t>]*[-+•·▪][ \t]+(?!${label})[a-z\d][\w.-]{0,40}[ \t]*(?:[,;]?|\((?:default|deprecated)\)[.,;]?|(?:[:：=→]|(?<=[ \t])(?:[-–—]|->)[ \t])[^\n]{0,1000})(?=\n|$)`;
const anyBullet = String.raw`[ \t>]*(?:[-+•·▪]|\d{1,3}[.)])[ \t]`;
const bulletsOfWords = String.raw`(?<=^|\n)(?<!(?:^|\n)${anyBullet}[^\n]*\n{1,2})${bulletOfWord}(?:\n{1,2}${bulletOfWord})+(?!\n{1,2}${anyBullet})`;

/** Values in no quotation marks, each of one word: `red, green or blue`, `red | green`. */
const bareWord = String.raw`(?!(?:a|an|the|it|this|that|to|your|its|of|or|and|these|those|some|any|all|both|them|two|three)(?!\w))[a-z][\w.-]{0,40}`;
const bareValues = String.raw`${bareWord}(?:(?:\s*,\s*(?:or\s+|and\s+)?|\s*[|/]\s*)${bareWord}){0,30}(?:\s*,?\s+(?:or|and)\s+|\s*[|/]\s*|\s*,\s*)${bareWord}`;

const plainNumber = /(?<![\w.-])\d[\d.,]*(?![\w-])/;

/** What is said of values that are taken, and of no others. */
const allowed =
  '(?:valid|allowed|possible|legal|permitted|accepted|acceptable|supported|available|known|recogni[sz]ed|understood|expected|usable)';

export const listOfValues: WordedFact = {
  name: 'a list of values',
  hint: /(?:^|\n)[ \t>]*[-+•·▪][ \t]+[a-z\d][\w.-]*[ \t]*(?:[-,;:：=→–—(\n]|$)|[\uE000\uE002]\uE001*[^\uE000-\uE002]+[\uE000\uE002]|always|equal|exactly|constant|fixed|\bonly|\bjust|(?:allowed|possible|valid|supported|accepted|permitted)\s|枚举|可选|取值|可用|允许|значени|enum|(?:values?|options?|choices?|one of)[^.\n]{0,60}[:：]|\d\s?[a-z]*\s*(?:[,/|、]|or\b|and\b)/i,
  anywhere: [
    pattern(
      String.raw`${begins}enum(?:eration)?\s*[:：]\s*(?:${values}|${numbers}|${value})(?:\s*,\s*(?:…|\.{3}))?${ends}`,
    ),
    pattern(
      String.raw`${partBegins}(?:(?:(?:it|this) is )?(?:one|any) of(?: the following)?|either|(?:enum|${allowed})(?:\s+(?!by\b)[a-z]+)?|(?:the\s+)?(?:values?|options|choices)(?: can be)?|enum(?:eration)?|(?:can|must|may|has to) be(?:\s+(?:either|one of))?|currently|takes|accepts)${leads}${values}${ends}`,
    ),
    pattern(
      String.raw`(?:возможные|допустимые|доступные|поддерживаемые)\s+значения\s*[:：—–-]?\s*(?:${values}|${value}(?=\s*(?:[.;]|$)))`,
    ),
    pattern(
      String.raw`(?:可选值?|枚举值?|取值|可用值|允许值|必须[为是]|支持)(?:有|包括|为|是)?\s*[:：]?\s*${values}`,
    ),
    pattern(
      String.raw`(?:可选值|枚举值?|取值|可用值|允许值)(?:有|包括|为|是)?\s*[:：]\s*[a-z][\w.-]*(?:\s*[,，、/|或和]\s*[\w.-]+)+`,
    ),
    pattern(
      String.raw`${begins}${allowed}\s+(?:values?|options|choices)\s*[:：]\s*[\w-]+(?:\s*(?:,|、|\/|\||\bor\b|\band\b)+\s*[\w-]+)+${ends}`,
    ),
    pattern(
      String.raw`${begins}(?:one of|${allowed}\s+(?:values?|options|choices))\s*[:：]\s*${valueOfBullet}(?:\s*${valueOfBullet})+`,
    ),
    pattern(
      String.raw`${begins}(?:one of|(?:[a-z]+ )?(?:values?|options|choices))\b[^.:\n]{0,40}[:：]\s*\n(?:\s*(?:[-*+•]|\d{1,3}[.)])\s+${quoted}[^\n]*){2}`,
    ),
  ],
  ofFields: [
    pattern(
      String.raw`${quoted}${meaning}[^\n\uE000-\uE002]{1,80}[\s(]${quoted}${meaning}|${quoted}\s+is\s[^.,;\n\uE000-\uE002]{1,60}[,;]\s+(?:and\s+|while\s+|but\s+)?${quoted}\s+is\b`,
    ),
    pattern(
      String.raw`\b(?:one of|any of|either|(?:must|can|may|has to) be|${allowed}(?:\s+[a-z]+)?|values?|options|choices|only)${leads}${numbers}${unit}(?:\s+(?:is|are)\s+(?:supported|allowed|accepted|valid|possible))?${ends}`,
    ),
    pattern(
      String.raw`${begins}${noExample}${number}(?:,\s*${number}){0,9},?\s+or\s+${number}${unit}${ends}`,
    ),
    pattern(bulletsOfWords),
    pattern(String.raw`(?<=^|\n)${lineOfValue}(?:\n{1,2}${betweenParts}?${lineOfValue})+`),
    pattern(
      String.raw`${begins}(?:${allowed}\s+(?:values?|options?|choices?)${leads}|values?\s*[:：]\s*)${quoted}${ends}`,
    ),
    // Any list of values is one of those of the field, unless it goes on from something else.
    pattern(
      String.raw`(?<!\b(?:with|for|by|see)\s)(?<!(?:\b(?:this|it|that|these|one)|[\uE000-\uE002])\s?(?:,|/|;|\||\bor|\band)\s?(?:or |and )?)${noExample}(?=\uE000)${values}(?![\uE001]|\s+(?:content\s+types|events|fields|items|parameters|(?:accept|have|know|support|take|understand|use)s?\s+(?:it|them|these|this))\b)`,
    ),
  ],
  cueHint:
    /[:：|/]|[\uE000\uE002]|\b(?:use|send|specify|be)\s|枚举|可选|取值|可用|允许|enum|value|option|choice|(?:one|any) of|either|valid|allowed|possible|legal|permitted|accept|support|available|known|recogni|understood|expected|usable|pick|choose|select|among|mode|which|kind|\d\s*(?:,|or\b|and\b)/i,
  cues: [
    cue(
      [
        'sole',
        'nothing (?:but|else|other)',
        '(?:anything|everything|all) (?:else|other than|but)',
        'no other value',
        'not differs?',
        'always',
        'invariably',
        'constant',
        'literal',
        'fixed',
        'hard-?coded',
        'pinned',
        'locked',
        `only (?:the )?(?:value|be|ever|understands?|accepts?|supports?|takes?|knows?|allows?|works? with|${allowed})`,
        String.raw`only(?=\s*\uE000)`,
        'equals?',
        'restricted',
        'confined',
        'just one',
        '(?:one|single) value',
        '(?:must|shall|has to|have to|should|can only|may only) (?:always )?(?:be|have|hold|contain|read|say)(?: (?:set to|the value))?',
      ],
      {
        with: ownValue,
        unless: `${examples}|if|when|for(?! (?:it|this|all|each|every)(?!\\w))|unless|(?<!works? )with|in|on|not always|between|first|last|letter|prefix|suffix|have (?:sent|been|\\w+ed)|begins?|starts?|ends?`,
      },
    ),
    cue(`(?:not differs? from|other (?:\\w+ )?than|except|but) ${quoted}`, {
      with: `${failure}|not|nothing`,
    }),
    cue(
      [
        `(?:supports?|accepts?|takes?|knows?|allows?|understands?) ${quoted} only`,
        `only the \\w+ ${quoted} (?:may|can|is|must)`,
        `${allowed} \\w+ (?:include|are)(?= ${quoted})`,
        `either [^.\uE000-\uE002]{1,30}\\(${quoted}\\),? or [^.\uE000-\uE002]{1,30}\\(${quoted}\\)`,
      ],
      { with: ownValue, unless: `${examples}|if|when` },
    ),
    cue('the only \\w+', { with: ownValue, unless: `${examples}|if|when|for` }),
    cue(
      `(?:use|specify|set|choose|pick|send|pass|give)(?: ${itself})?(?: to)? ${quoted}[^\uE000-\uE002]{1,60}(?:or|and|,|;) (?:\\w+ )?${quoted}`,
      { unless: examples },
    ),
    cue(String.raw`\(\s*${bareValues}\s*\)|[-–—:]\s*${bareValues}\s*$`, {
      with: 'which|what|kind|mode|one of|either|whether',
      unless: `${examples}|etc`,
    }),
    cue(
      [
        String.raw`${allowed}(?: \w+)?\s*[:：]\s*${bareValues}\s*$`,
        String.raw`(?:enum(?:erat(?:ed|ion))?|(?:one|any) of(?: the (?:\w+ ){0,3}\w+)?|either|pick(?: from)?|choose(?: from)?|select|among|(?:the|${allowed}) (?:values?|choices?|options?|modes?|kinds?)(?: (?:are|include|is))?|values|choices|options|modes\s*[:：])\s*[:：]?\s*${bareValues}\s*$`,
      ],
      { unless: examples },
    ),
    cue('(?:values|options|choices|modes|kinds) (?:include|are)', { with: values }),
    cue(
      [
        String.raw`^\W*(?:please )?(?:(?:it |we )?(?:accepts?|takes?|allows?|supports?)|use|choose|pick|send|specify|(?:it )?(?:can|may|must) be) ${bareValues}\s*$`,
        String.raw`(?:^\W*|[:(–—]\s*)${bareWord}(?:\s*[|/]\s*${bareWord}){2,30}\s*$`,
      ],
      // What is in a text, or what it is like, has names in the plural.
      { unless: String.raw`\w{2,}s(?=\s*(?:,|or|and|$))` },
    ),
    cue(
      String.raw`^\W*(?:it is |is )?(?:always )?(?:the|a) (?:constant |literal |fixed )?(?:string|value|word|number|constant|literal) ${quoted}\s*$`,
    ),
    cue(`^\\W*(?:it )?(?:reads?|says?|is|has|holds?) ${quoted} in (?:every|each|all) \\w+`),
    cue(`only ${numbers}`, { unless: examples, means: 'number' }),
    cue(`(?:pick|choose|select|use|one of|either)(?: from)? ${numbers}`, {
      unless: examples,
      means: 'number',
    }),
  ],
  isKnown: ({ type }, { words, values: all, means }) => {
    if (means === 'number' && !mayHold(type, 0)) return true;
    if (all.some((one) => /[:=]\s/.test(one))) return true;
    if (all.length === 0 && plainNumber.test(words) && !mayHold(type, 0)) return true;
    if (type.kind === 'boolean' && all.length > 0 && all.every((one) => yesOrNo.test(one)))
      return all.includes('true') && all.includes('false');
    return !mayGrow(type) && (listedIn(type).size === 0 || lists(type, all));
  },
};

/** Values in a row, or one. */
const oneValue = String.raw`${quoted}(?!\uE001)`;
const someValues = String.raw`${oneValue}(?:(?:\s?[,/|]\s?(?:or\s|and\s)?|\s(?:or|and)\s)${oneValue}){0,9}`;
/** What may stand behind them, in a sentence that is about nothing else. */
const endsOrSince = String.raw`(?=\s*(?:[.!?;,。)\]}|\n]|$)|\s+(?:since|from|for|in|as of|until|on)\s)`;
const preview = String.raw`in\s+(?:(?:a|the|public|early|closed|open)\s+)?(?:preview|beta)`;

/** Values beside those that a field lists: `` Also `r`. `` */
export const furtherValues: WordedFact = {
  name: listOfValues.name,
  hint: /\n[ \t>]*[-+•·▪]|\b(?:also|as\s+well|too|plus|additional(?:ly)?|addition|besides|moreover|and|or|preview|beta)\b/i,
  anywhere: [],
  ofFields: [
    // A bullet of a bare word behind those of values.
    pattern(
      String.raw`(?<=(?:^|\n)[ \t>]{0,20}[-+•·▪][ \t]{1,9}${quoted}[^\n]{0,200}\n{1,2})${bulletOfWord}`,
    ),
    pattern(
      String.raw`${quoted}\)\s?,?\s?(?:or|and|plus)\s+(?:also\s+)?\(?${someValues}\)?${ends}`,
    ),
    pattern(
      String.raw`${begins}(?:(?:and|or)\s+)?(?:also|plus|additional(?:ly)?|in addition|besides|moreover|and|or|newly|new)(?:\s+(?:in addition|also|${allowed}|accepts|takes|allows|supports|values?|understands|knows))?(?:\s+(?:is|are))?\s*[,:：]?\s*${someValues}${endsOrSince}`,
    ),
    pattern(
      String.raw`(?:${begins}|\b(?:(?:can|may|could|might) (?:also )?be|(?:also )?(?:accepts|takes|allows|supports|understands|knows))\s+)${someValues},?\s+(?:(?:is|are|works?)\s+)?(?:(?:as well|too|also)(?:\s+${allowed})?|${allowed}\s+(?:as well|too))${endsOrSince}`,
    ),
    pattern(
      String.raw`\b(?:(?:can|may|could|might) also be|also (?:accepts|takes|allows|supports|understands|knows))\s+${someValues}${endsOrSince}`,
    ),
    pattern(String.raw`\b${preview}\s*[,:：]?\s*${someValues}${endsOrSince}`),
    pattern(String.raw`${someValues},?\s*(?:(?:is|are)\s+)?\(?(?:still\s+)?${preview}${ends}`),
    pattern(
      String.raw`(?<!\b(?:it|this|them|both|one)),\s*(?:or|plus|(?:and|or|plus)\s+also)\s+${someValues}${ends}`,
    ),
    pattern(
      String.raw`${begins}(?:preview|beta)\s*[:：]\s*${someValues}${endsOrSince}|${someValues}\s*\((?:preview|beta)\)`,
    ),
  ],
  isKnown: ({ type }, { words, values }) => {
    const all = values.length > 0 ? values : (words.match(/[a-z\d][\w.-]*/i) ?? []);
    if (mayBe(type, ({ kind }) => kind === 'string') || lists(type, all)) return true;
    return mayGrow(type) ? all.every(isNumber) : listedIn(type).size === 0;
  },
};

function isNumber(text: string): boolean {
  return /^[-+]?\d[\d.,_e]*$/i.test(text);
}

/** Whether a type lists all of these values, as words have them. */
export function lists(type: Type<Link>, all: readonly string[]): boolean {
  const listed = listedIn(type);
  // A list of one value is named as such where it is that of the field: `["a"]`.
  return all.every((one) => listed.has(one.replace(/^\[?\\?(["'])(.*?)\\?\1\]?$/, '$2')));
}

/** The values that a type lists. */
function listedIn(type: Type<Link>): ReadonlySet<string> {
  if (type.kind === 'literal') return new Set([String(type.value)]);
  if (type.kind === 'enumeration') return new Set(type.values.map(({ value: one }) => String(one)));
  if (type.kind === 'array') return listedIn(type.element);
  if (type.kind === 'map') return listedIn(type.value);
  if (type.kind !== 'union') return new Set();
  return new Set(type.members.flatMap((member) => [...listedIn(member)]));
}
