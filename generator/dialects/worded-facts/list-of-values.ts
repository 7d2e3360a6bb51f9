/** How people word the values that a field may have. */
import { listedIn, lists, mayGrow, mayHold } from './held.ts';
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
export const bulletOfWord = String.raw`[ \t>]*[-+•·▪][ \t]+(?!${label})[a-z\d][\w.-]{0,40}[ \t]*(?:[,;]?|\((?:default|deprecated)\)[.,;]?|(?:[:：=→]|(?<=[ \t])(?:[-–—]|->)[ \t])[^\n]{0,1000})(?=\n|$)`;
const anyBullet = String.raw`[ \t>]*(?:[-+•·▪]|\d{1,3}[.)])[ \t]`;
const bulletsOfWords = String.raw`(?<=^|\n)(?<!(?:^|\n)${anyBullet}[^\n]*\n{1,2})${bulletOfWord}(?:\n{1,2}${bulletOfWord})+(?!\n{1,2}${anyBullet})`;

/** Values in no quotation marks, each of one word: `red, green or blue`, `red | green`. */
const bareWord = String.raw`(?!(?:a|an|the|it|this|that|to|your|its|of|or|and|these|those|some|any|all|both|them|two|three)(?!\w))[a-z][\w.-]{0,40}`;
const bareValues = String.raw`${bareWord}(?:(?:\s*,\s*(?:or\s+|and\s+)?|\s*[|/]\s*)${bareWord}){0,30}(?:\s*,?\s+(?:or|and)\s+|\s*[|/]\s*|\s*,\s*)${bareWord}`;

const plainNumber = /(?<![\w.-])\d[\d.,]*(?![\w-])/;

/** What is said of values that are taken, and of no others. */
export const allowed =
  '(?:valid|allowed|possible|legal|permitted|accepted|acceptable|supported|available|known|recogni[sz]ed|understood|expected|usable)';

/** Not behind what such values are mentioned for: `` applies to `a` and `b` ``, `` this, or `a` ``. */
const notOfOthers = String.raw`(?<!\b(?:with|for|by|see|appl(?:y|ies)\s+to)\s)(?<!(?:\b(?:this|it|that|these|one)|[\uE000-\uE002])\s?(?:,|/|;|\||\bor|\band)\s?(?:or |and )?)`;
/** Not before what they are names of, or do: `` `a` and `b` events ``, `` `a` and `b` support it ``. */
const notTheirs = String.raw`(?![\uE001]|\s+(?:content\s+types|events|fields|items|parameters|(?:accept|have|know|support|take|understand|use)s?\s+(?:it|them|these|this))\b)`;

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
    pattern(String.raw`${notOfOthers}${noExample}(?=\uE000)${values}${notTheirs}`),
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
