/**
 * Words that facts are told with, a line a kind. Whatever a wording reads has one of them, and so has much that is prose: what
 * has none says nothing that a type could say.
 */
import { translatedWords } from './translated.ts';
import { numeral, quoted } from './values.ts';

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
  | 'elsewhere'
  | 'type'
  | 'translated';

/** Whole words; a blank stands for any. */
function words(alternatives: string): RegExp {
  const source = alternatives.replaceAll(' ', String.raw`\s+`);
  return new RegExp(String.raw`(?<!\w)(?:${source})(?!\w)`, 'gi');
}

const signals: readonly (readonly [SignalKind, RegExp])[] = [
  [
    'default',
    words(
      String.raw`default\w*|pre-?(?:set|selected|configured|filled)|fall(?:s|ing)?[ -]?back|initial(?:ly)?|presum\w*|assum\w*|impli(?:es|ed|cit)\w*|unless|otherwise|until|unset|unspecified|out of the box|as a rule|at first|(?:in|from) the (?:beginning|start)(?! of)|(?:begin|start)s? (?:out|off|as|with|at|in ${quoted})|standard|usual\w*|normal\w*|typical\w*|ordinar\w*|same as|as long as|on its own|by nature|${quoted} (?:applies|is used)`,
    ),
  ],
  [
    'bound',
    words(
      String.raw`at (?:the )?(?:least|most)|max(?:imum|imal)?|min(?:imum|imal)?|caps?|capped|limit\w*|between|rang(?:es?|ing)|interval|exceed\w*|up to|less|fewer|(?:no|not|or|and|any|never) more|more than|above|below|beyond|tops|ceiling|floor|clamp\w*|clip(?:s|ped)?|cuts? (?:\w+ )?at|positive|negative|bound(?:s|ed)?|(?:upper|lower) end|(?:great|high|low|large|bigg|small|long|short)(?:er|est)|as (?:high|low|much|many|few|large|small|long|short) as|${numeral}|eleven|one to`,
    ),
  ],
  ['bound', /[<>≤≥∈\uE002]|(?<!\w-?)\d+/g],
  [
    'values',
    words(
      String.raw`(?:always|only|must)(?: (?:be|equal|set|to)){0,2} ${quoted}|one of|any of|either|enum\w*|allowed|possible|permitted|valid|accepts?|accepted|legal|values?|options?|choices?|choose|pick|select|constant|fixed|hard-?coded|equals?|exactly|literal|(?:use|choose|send|specify) \w+(?:, \w+){0,9},? (?:or|and) \w+`,
    ),
  ],
  ['values', /\w\s*[|/]\s*\w+\s*[|/]\s*\w/g],
  ['values', /(?:modes?|kinds?)[^.\n]{0,80}[:：(]/gi],
  ['mention', new RegExp(String.raw`${quoted}:`, 'g')],
  ['mention', new RegExp(String.raw`${quoted}[^.\uE000-\uE002]{0,200}[\uE000\uE002]`, 'g')],
  [
    'mention',
    words(
      String.raw`(?:is|are|be|it|uses?|with|as|takes?|gets?|means?|to|says?|write|sends?|sets?|strings?|literals?|words?|numbers?|constants?) ${quoted}`,
    ),
  ],
  [
    'mention',
    new RegExp(
      String.raw`(?:(?:^|[.!?;:,(])\s{0,3}(?:and|or)|(?<!\w)(?:also|plus|additionally|preview|beta))[,:]?\s+${quoted}|${quoted}[^.\n\uE000-\uE002]{0,20}(?:as\s+well|too|also|preview|beta)(?!\w)`,
      'gi',
    ),
  ],
  [
    'required',
    words(
      String.raw`requir\w*|mandatory|oblig\w*|compulsory|imperative|essential|indispensable|needed|necess\w*|crucial|vital|critical|responsible|forg[eo]t\w*|always (?:there|sent|present|set)`,
    ),
  ],
  ['optional', words(String.raw`optional\w*`)],
  [
    'rule',
    words(
      String.raw`omi(?:t|ssion)\w*|absen\w*|miss(?:es|ing)?|lacks?|present|leav\w*|left (?:out|off|away|empty|blank|alone|undefined|untouched)|skip\w*|drop|without|needs?|must|should|shall|(?:has|have) to|may (?:\w+ )?(?:be|not|or)|always|only|every|shows? up|if|else|will|anything|everything|sometimes|at times|insist|expect\w*|had better|(?:send|include|give|set|pass|name|provide|specify) (?:it|this)|reject\w*|refus\w*|fails?|failing to|invalid|makes? sure`,
    ),
  ],
  ['rule', words(String.raw`not|no|nor|never|none|nobody|nothing|cannot|\w+n['’]t`)],
  ['null', words(String.raw`null\w*|nil|empty|blank`)],
  [
    'deprecated',
    words(
      String.raw`deprecat\w*|obsol\w*|legacy|instead|in its place|supersed\w*|replaced|replaces|remov(?:al|ed)|retire\w*|any ?more|sunset\w*|outdated|discourag\w*|avoid|prefer|recommend\w*|migrat\w*|go(?:es|ing)? away|gone|move to ${quoted}|dropped|disappear\w*|old|older|former\w*|newer|new (?:apps?|code|clients?|projects?)|unused|end of life|phas(?:ed|ing) (?:\w+ )?out|way out|last legs|compatib\w*|(?:use|send|set|prefer) the new\w*|ceases|now (?:called|named|known as)|discontinu\w*|withdrawn|abandon\w*|deletion|preferred|taken? over|steer clear|(?:stay|keep) away`,
    ),
  ],
  [
    'support',
    words(
      String.raw`(?:un)?support\w*|ignor\w*|effect|reserved|implement\w*|(?:un)?available|(?<!how )soon|plan(?:ned)?|placeholder|yet|currently|at the moment|work in progress|disregard\w*|later (?:release|version)|comes? later|tb[da]|to be (?:determined|defined|decided)|(?:disabled|inactive|off) in|thrown away|evaluated|into account|honou?r\w*|(?:switched|turned) off|future`,
    ),
  ],
  [
    'support',
    words(
      String.raw`experimental\w*|in (?:an? |the )?(?:\w+ )?(?:alpha|beta|preview)|(?:alpha|beta|preview) (?:stage|phase|version|release|feature|field|property|parameter|event)s?|(?:alpha|beta|preview)(?=\s*(?:[.;:)\]]|$))|(?:subject|likely) to change|unstable|internal use`,
    ),
  ],
  ['support', /❌|✖|✗|✘|🚫|⛔|❎/g],
  [
    'elsewhere',
    words(
      String.raw`see|refer to|like|described|documented|listed|defined|explained|given|inherits?|extends?|shares?|repeats?|same|identical|further|others?`,
    ),
  ],
  [
    'type',
    words(
      String.raw`(?:or|as) (?:also )?(?:an?|the) (?:\w+ )?(?:string|integer|number|boolean|object|array|list)|an? (?:list|array) of [\w-]+(?=\s*(?:[.;]|$))|true or false(?=\s*(?:[.;]|$))`,
    ),
  ],
  // Of another language, nobody knows what is prose.
  ['translated', words(Object.values(translatedWords).join('|'))],
  ['translated', /[\u00c0-\u024f\u0400-\u04ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/g],
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
    // What stands between two mentioned values may be said with words of another kind.
    if (stated.has(kind) && kind !== 'mention')
      left = left.replaceAll(signal, (told) => ' '.repeat(told.length));
  for (const [kind, signal] of signals) {
    if (stated.has(kind)) continue;
    signal.lastIndex = 0;
    const match = signal.exec(left);
    if (match) return { from: match.index, to: match.index + match[0].length };
  }
  return undefined;
}
