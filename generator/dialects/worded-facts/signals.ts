/**
 * Words that facts are told with, a line a kind. Whatever a wording reads has one of them, and so has much that is prose: what
 * has none says nothing that a type could say.
 */
import { fieldsElsewhere, fieldsInWords } from './elsewhere.ts';
import { translatedWords } from './translated.ts';
import { anotherType } from './type.ts';
import { numeral, quoted } from './values.ts';
import type { WordedFact } from './wording.ts';

/** What a signal speaks of. `mention`: of values, if it is said of a field; `rule`: of whatever must, may or cannot be. */
export type SignalKind =
  | 'default'
  | 'bound'
  | 'values'
  | 'mention'
  | 'required'
  | 'optional'
  | 'rule'
  | 'null'
  | 'deprecated'
  | 'support'
  | 'fields'
  | 'type';

/** Whole words; a blank stands for any. */
function words(alternatives: string): RegExp {
  const source = alternatives.replaceAll(' ', String.raw`\s+`);
  return new RegExp(String.raw`(?<!\w)(?:${source})(?!\w)`, 'gi');
}

/** The same in a language that may have no blanks between words. */
function translatedSignal(words: string): RegExp {
  return new RegExp(String.raw`(?<!\p{L})(?:${words})`, 'giu');
}

/** All wordings of a kind, of which few are prose. */
function wordingsOf({ anywhere, ofFields = [] }: WordedFact): RegExp {
  return new RegExp([...anywhere, ...ofFields].map(({ source }) => source).join('|'), 'gi');
}

const signals: readonly (readonly [SignalKind, RegExp])[] = [
  [
    'default',
    words(
      String.raw`default\w*|pre-?(?:set|selected|configured|filled)|fall(?:s|ing)?[ -]?back|initial(?:ly)?|presum\w*|assum\w*|impli(?:es|ed|cit)\w*|unless|otherwise|until|unset|unspecified|out of the box|as a rule|at first|(?:in|from) the (?:beginning|start)(?! of)|(?:begin|start)s? (?:out|off|as|with|at)|standard|usual\w*|normal\w*|typical\w*|ordinar\w*|same as|as long as|on its own|${quoted} (?:applies|is used)`,
    ),
  ],
  ['default', /默认|缺省|умолчани/gi],
  [
    'bound',
    words(
      String.raw`at (?:the )?(?:least|most)|max(?:imum|imal)?|min(?:imum|imal)?|caps?|capped|limit\w*|between|rang(?:es?|ing)|interval|exceed\w*|up to|less|fewer|(?:no|not|or|and|any|never) more|more than|above|below|beyond|tops|ceiling|floor|clamp\w*|clip(?:s|ped)?|cuts? (?:\w+ )?at|positive|negative|bound(?:s|ed)?|(?:upper|lower) end|(?:great|high|low|large|bigg|small|long|short)(?:er|est)|as (?:high|low|much|many|few|large|small|long|short) as|${numeral}|eleven|one to`,
    ),
  ],
  [
    'bound',
    /[<>≤≥∈\uE002]|(?<!\w-?)\d|范围|介于|区间|максимум|минимум|более|менее|больше|меньше|выше|ниже/g,
  ],
  [
    'values',
    words(
      String.raw`(?:always|only|must)(?: (?:be|equal|set|to)){0,2} ${quoted}|one of|any of|either|enum\w*|allowed|possible|permitted|valid|accepts?|accepted|legal|values?|options?|choices?|choose|pick|select|constant|fixed|hard-?coded|equals?|exactly|literal`,
    ),
  ],
  [
    'values',
    new RegExp(
      String.raw`(?:modes?|kinds?)[^.\n]{0,80}[:：(]|значени|枚举|可选|取值|可用|允许`,
      'gi',
    ),
  ],
  ['mention', new RegExp(String.raw`${quoted}[^.\uE000-\uE002]{0,200}[\uE000\uE002]`, 'g')],
  [
    'mention',
    words(
      String.raw`(?:is|are|it|uses?|with|as|takes?|gets?|means?|to|says?|write|sends?|sets?|strings?|literals?|words?|numbers?|constants?) ${quoted}`,
    ),
  ],
  [
    'required',
    words(
      String.raw`requir\w*|mandatory|oblig\w*|compulsory|imperative|essential|indispensable|needed|necess\w*|crucial|vital|critical|always (?:there|sent|present|set)`,
    ),
  ],
  ['required', /(?<!не)обязател|必填|必需|必须/gi],
  ['optional', words(String.raw`optional\w*`)],
  ['optional', /необязател|选填|非必/gi],
  [
    'rule',
    words(
      String.raw`omi(?:t|ssion)\w*|absen\w*|miss(?:es|ing)?|lacks?|present|leav\w*|left (?:out|off|away|empty|blank|alone|undefined|untouched)|skip\w*|drop|without|needs?|must|should|shall|(?:has|have) to|may (?:\w+ )?(?:be|not|or)|always|only|every|shows? up|if|else|will|anything|everything|sometimes|at times|insist|expect\w*|had better|(?:send|include|give|set|pass|name) (?:it|this)|reject\w*|refus\w*|fails?|failing to|invalid|makes? sure`,
    ),
  ],
  ['rule', words(String.raw`not|no|nor|never|none|nobody|nothing|cannot|\w+n['’]t`)],
  ['null', words(String.raw`null\w*|nil|empty|blank`)],
  [
    'deprecated',
    words(
      String.raw`deprecat\w*|obsol\w*|legacy|instead|in its place|supersed\w*|replaced|replaces|remov(?:al|ed)|retire\w*|any ?more|sunset\w*|outdated|discourag\w*|avoid|prefer|recommend\w*|migrat\w*|go(?:es|ing)? away|gone|move to ${quoted}|dropped|disappear\w*|old|older|former\w*|newer|new (?:apps?|code|clients?|projects?)|unused|end of life|phas(?:ed|ing) (?:\w+ )?out|way out|last legs|taken? over`,
    ),
  ],
  ['deprecated', /устаре|废弃|弃用/gi],
  [
    'support',
    words(
      String.raw`(?:un)?support\w*|ignor\w*|effect|reserved|implement\w*|(?:un)?available|(?<!how )soon|plan(?:ned)?|placeholder|yet|currently|at the moment|work in progress|disregard\w*|later (?:release|version)|comes? later|evaluated|into account`,
    ),
  ],
  ['support', /поддерж|支持/gi],
  ['required', translatedSignal(translatedWords.required)],
  ['optional', translatedSignal(translatedWords.optional)],
  ['default', translatedSignal(translatedWords.standard)],
  ['deprecated', translatedSignal(translatedWords.deprecated)],
  ['support', translatedSignal(translatedWords.unsupported)],
  ['fields', wordingsOf(fieldsElsewhere)],
  ['fields', wordingsOf(fieldsInWords)],
  ['type', wordingsOf(anotherType)],
];

/**
 * The first word of a masked text that facts are told with.
 *
 * @param stated the kinds that need no telling
 */
export function signalIn(
  masked: string,
  stated: ReadonlySet<SignalKind> = new Set(),
): { from: number; to: number } | undefined {
  let left = masked;
  for (const [kind, signal] of signals)
    if (stated.has(kind)) left = left.replaceAll(signal, (told) => ' '.repeat(told.length));
  for (const [, signal] of signals) {
    signal.lastIndex = 0;
    const match = signal.exec(left);
    if (match) return { from: match.index, to: match.index + match[0].length };
  }
  return undefined;
}
