/** How people word the values that a field may have. */
import type { Link, Type } from '../../model/model.ts';
import { mayGrow, mayHold } from './held.ts';
import {
  begins,
  ends,
  examples,
  failure,
  few,
  joins,
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

/** Values in no quotation marks, each of one word: `red, green or blue`, `red | green`. */
const bareWord = String.raw`(?!(?:a|an|the|it|this|that|to|your|its|of|or|and|these|those|some|any|all|both|them|two|three)(?!\w))[a-z][\w.-]{0,40}`;
const bareValues = String.raw`${bareWord}(?:(?:\s*,\s*(?:or\s+|and\s+)?|\s*[|/]\s*)${bareWord}){0,30}(?:\s*,?\s+(?:or|and)\s+|\s*[|/]\s*|\s*,\s*)${bareWord}`;

export const listOfValues: WordedFact = {
  name: 'a list of values',
  hint: /[\uE000\uE002]\uE001*[^\uE000-\uE002]+[\uE000\uE002]|always|equal|exactly|constant|fixed|\bonly|\bjust|(?:allowed|possible|valid|supported|accepted|permitted)\s|枚举|可选|取值|可用|允许|значени|enum|(?:values?|options?|choices?|one of)[^.\n]{0,60}[:：]|\d\s?[a-z]*\s*(?:[,/|、]|or\b|and\b)/i,
  anywhere: [
    pattern(String.raw`${begins}enum(?:eration)?\s*[:：]\s*${value}${ends}`),
    pattern(
      String.raw`${partBegins}(?:(?:(?:it|this) is )?(?:one|any) of(?: the following)?|either|(?:allowed|possible|valid|supported|accepted|available|permitted|legal|enum|known)(?:\s+[a-z]+)?|(?:the\s+)?(?:values?|options|choices)(?: can be)?|enum(?:eration)?|(?:can|must|may|has to) be(?:\s+(?:either|one of))?|currently|takes|accepts)${leads}${values}${ends}`,
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
      String.raw`${begins}(?:allowed|possible|valid|supported|accepted|permitted)\s+(?:values?|options|choices)\s*[:：]\s*[\w-]+(?:\s*(?:,|、|\/|\||\bor\b|\band\b)+\s*[\w-]+)+${ends}`,
    ),
    pattern(
      String.raw`${begins}(?:one of|(?:allowed|possible|valid|supported|accepted|permitted)\s+(?:values?|options|choices))\s*[:：]\s*${valueOfBullet}(?:\s*${valueOfBullet})+`,
    ),
    pattern(
      String.raw`${begins}(?:one of|(?:[a-z]+ )?(?:values?|options|choices))\b[^.:\n]{0,40}[:：]\s*\n(?:\s*(?:[-*+•]|\d{1,3}[.)])\s+${quoted}[^\n]*){2}`,
    ),
  ],
  ofFields: [
    pattern(
      String.raw`${noExample}(?:\b(?:one|any|which|all) of|\beither|\b(?:allowed|possible|valid|supported|accept(?:s|ed)|supports|available|permitted|legal|known|recogni[sz]ed|only)\b|\b(?:values?|options?|choices?|variants?)\b|\b(?:can|may|must|has to|will) be\b|\b(?:is|are|takes?|among|restricted to|limited to|set to|use|choose|pick|select|specify|expects?|means?)\b)${few}${joins}${values}`,
    ),
    pattern(
      String.raw`${partBegins}(?:(?:currently|presently|now|for now|at present),?\s+)?(?:(?:it|this|the value)\s+)?(?:(?:is|must|should|has to|shall)\s+)?(?:be\s+)?(?:always|equals?|equal to|exactly|constant|fixed(?:\s+(?:to|at|value))?|only|just)\s*[:=]?\s*${value}(?:\s+is (?:supported|allowed|accepted|valid|possible))?(?:\s+(?:for now|at present|currently|so far|yet|today))?${ends}`,
    ),
    pattern(String.raw`\bbetween\s+\uE000\uE001*\s+(?:and|or)\s+\uE000`),
    pattern(String.raw`${quoted}${meaning}[^.\n\uE000-\uE002]{1,80}[\s(]${quoted}${meaning}`),
    pattern(
      String.raw`\b(?:one of|any of|either|(?:must|can|may|has to) be|(?:allowed|possible|valid|supported|accepted|permitted)(?:\s+[a-z]+)?|values?|options|choices|only)${leads}${numbers}${unit}(?:\s+(?:is|are)\s+(?:supported|allowed|accepted|valid|possible))?${ends}`,
    ),
    pattern(String.raw`${begins}${number}(?:,\s*${number}){0,9},?\s+or\s+${number}${unit}${ends}`),
    pattern(String.raw`(?<=^|\n)${lineOfValue}(?:\n{1,2}${lineOfValue})+`),
    pattern(
      String.raw`${begins}(?:allowed|possible|valid|supported|accepted|permitted)\s+(?:values?|options?|choices?)${leads}${quoted}${ends}`,
    ),
    // Any list of values is one of those of the field, unless it goes on from something else.
    pattern(
      String.raw`(?<!(?:\b(?:this|it|that|these|one)|[\uE000-\uE002])\s?(?:,|/|;|\||\bor|\band)\s?(?:or |and )?)${noExample}(?=\uE000)${values}`,
    ),
    pattern(
      String.raw`${quoted}\s+is\s+(?:currently\s+)?the\s+only\s+(?:value|option|choice|kind|mode|one)\b`,
    ),
    pattern(
      String.raw`${values},?\s+(?:is|are)\s+(?:(?:all|the|only)\s+)*(?:allowed|possible|valid|supported|accepted|permitted|available|legal|values?|options|choices)`,
    ),
  ],
  cueHint:
    /[:：]|[\uE000\uE002]|枚举|可选|取值|可用|允许|enum|value|option|choice|one of|either|pick|choose|select|among|mode|which|kind|\d\s*(?:,|or\b|and\b)/i,
  cues: [
    cue(
      [
        'sole',
        'nothing (?:but|else|other)',
        '(?:anything|everything|all) (?:else|other than|but)',
        'no other value',
        'never differs',
        'always',
        'invariably',
        'constant',
        'literal',
        'fixed',
        'hard-?coded',
        'pinned',
        'locked',
        'only (?:the )?(?:value|be|ever)',
        String.raw`only(?=\s*\uE000)`,
        'equals?',
        'just one',
        '(?:one|single) value',
        '(?:must|shall|has to|have to|should|can only|may only) (?:always )?(?:be|have|hold|contain|read|say)(?: (?:set to|the value))?',
      ],
      { with: ownValue, unless: `${examples}|if|when|for|unless|with|in|on|not always|between` },
    ),
    cue(`(?:never differs from|other than|except|but) ${quoted}`, {
      with: `${failure}|never|nothing`,
    }),
    cue(String.raw`\(\s*${bareValues}\s*\)|[-–—:]\s*${bareValues}\s*$`, {
      with: 'which|what|kind|mode|one of|either|whether',
      unless: `${examples}|etc`,
    }),
    cue(
      [
        String.raw`(?:valid|allowed|possible|legal|permitted|accepted|supported|available) \w+\s*[:：]\s*${bareValues}\s*$`,
        String.raw`(?:enumerat(?:ed|ion)|one of|either|pick(?: from)?|choose(?: from)?|select|among|(?:valid|allowed|possible|legal|permitted|accepted|supported|available|known|the) (?:values?|choices?|options?|modes?|kinds?)(?: (?:are|include|is))?|values|choices|options|modes\s*[:：])\s*[:：]?\s*${bareValues}\s*$`,
      ],
      { unless: examples },
    ),
    cue(`only ${numbers}`, { unless: examples, means: 'number' }),
    cue(`(?:pick|choose|select|use|one of|either)(?: from)? ${numbers}`, {
      unless: examples,
      means: 'number',
    }),
  ],
  isKnown: ({ type }, { words, values: all, means }) => {
    if (means === 'number' && !mayHold(type, 0)) return true;
    if (all.some((one) => /[:=]\s/.test(one))) return true;
    if (all.length === 0 && /\d/.test(words) && !mayHold(type, 0)) return true;
    if (type.kind === 'boolean' && all.length > 0 && all.every((one) => yesOrNo.test(one)))
      return all.includes('true') && all.includes('false');
    const listed = mayGrow(type) ? undefined : listedIn(type);
    return (
      listed !== undefined &&
      (listed.size === 0 || all.every((one) => listed.has(one.replace(/^(["'])(.*)\1$/, '$2'))))
    );
  },
};

/** The values that a type lists. */
function listedIn(type: Type<Link>): ReadonlySet<string> {
  if (type.kind === 'literal') return new Set([String(type.value)]);
  if (type.kind === 'enumeration') return new Set(type.values.map(({ value: one }) => String(one)));
  if (type.kind !== 'union') return new Set();
  return new Set(type.members.flatMap((member) => [...listedIn(member)]));
}
