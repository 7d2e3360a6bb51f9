/** How people word a default. */
import { parseJson } from '../../model/json.ts';
import { mayBe, mayHold, numbersIn } from './held.ts';
import {
  absence,
  begins,
  examples,
  failure,
  ownValue,
  ends,
  few,
  itself,
  joins,
  kindOfField,
  leads,
  omitted,
  partEnds,
  verb,
  words8,
} from './sentences.ts';
import { number, numeral, quoted, unit, value, yesOrNo } from './values.ts';
import { translated, translatedWords } from './translated.ts';
import { cue, pattern, type WordedFact } from './wording.ts';

const used =
  '(?:(?:is|are|will be|gets|being)\\s+(?:used|assumed|taken|applied|chosen|selected|sent|set|meant)|applies|counts)';

const usedAs = '(?:used|assumed|taken|applied|chosen|selected)';

/** What stands between the word for a default and the value. */
const aboutDefaults = `values?|settings?|choice|for|of|to|is|are|it|this|the|its|a|an|at|as|be|been|being|will|remains|stays|currently|now|used?|uses|set|takes?|taken|assumes|assumed|applies|means|here|server|service|${kindOfField}`;

/** What a yes or no is by default, in other words. */
const switched =
  /^(?:on|off|enabled|disabled|yes|no) (?:by default|if|when|unless)\b|^default.*\b(?:on|off|enabled|disabled|yes|no)$/i;

const switchedWord = '(?:on|off|enabled|disabled|yes|no|true|false|active|inactive)';
/** How a value of a kind of type looks. */
const valueOf: Readonly<Record<string, string>> = {
  text: ownValue,
  number: `(?:${number}|${numeral})`,
  boolean: String.raw`(?:true|false|enabled|disabled|(?:^|(?:turned|switched|is|are|be|stays|remains|was|to|means|it|[:;,(–—-]))\s*(?:on|off|yes|no)|(?:on|off|yes|no)\s*$)`,
};
/** The kinds of types that have such values. */
const kindsOf: Readonly<Record<string, readonly string[]>> = {
  text: ['string', 'enumeration', 'named'],
  number: ['integer', 'number'],
  boolean: ['boolean'],
};
/** How people call what a value is at first. */
const starting = String.raw`defaults?(?=\s*(?:[:：=(,]|(?:to|is|of|for|value|setting|choice|option|remains|here|will)(?!\w)))|defaulted|defaulting|by\s+default|(?:falls?|falling|fell)\s+back|fall-?back|pre-?set|out\s+of\s+the\s+box|assum(?:e|es|ed|ing)|presum(?:e|es|ed)|implied|implies|implicit(?:ly)?|initial(?:ly)?|(?:begins?|starts?|created|opened|initiali[sz]ed)\s+(?:out\s+|off\s+)?(?:with|as|at|from|to)|at\s+first|from\s+the\s+start|in\s+the\s+beginning|from\s+the\s+beginning|as\s+a\s+rule|nobody\s+objects|in\s+that\s+case|to\s+begin\s+with|standard\s+(?:is|value)|usually|pre-?(?:selected|configured|filled|defined)|(?:usual|normal|ordinary|customary)\s+value|(?:empty|blank|nothing)\s+(?:is\s+)?(?:the\s+same\s+as|equals?|means|stands\s+for|reads\s+as|counts\s+as)|nothing\s+(?:here|there)|normal(?:ly)?|ordinarily|typically|not\s+care|unless|otherwise|by\s+itself|on\s+its\s+own|no\s+need\s+to`;
/** Words of sentences that say something else. */
const otherFact = `${examples}|must|required?|requires|only|at\\s+(?:least|most)`;
/** Of whom something else is said: `most clients default to`, `as x has it`, `by default the button x talks`. */
const anotherSubject = String.raw`(?:most|many|some|other)\s+\w+\s+defaults?|as\s+${quoted}\s+\w+|there\s+are|both\s+${quoted}|with\s+default\s+\w+|the\s+\w+\s+${quoted}\s+(?!applies|counts|holds)\w+s\s*$`;

/** What a yes or no means: `True if this is the last part, false otherwise.` */
const whatItMeans =
  '(?:true|false|yes|no|on|off) (?:if|when|while)(?! (?:it |this )?(?:is )?(?:unset|unspecified|omitted|not|absent|missing|nothing|empty|blank))';

export const aDefault: WordedFact = {
  name: 'a default',
  hint: new RegExp(
    String.raw`умолчани|默认|缺省|default|initial|fall|preset|standard|assumed|start|absen|without|omit|unset|unspec|leav|left|no\s+value|not\s+se[nt]|by\s|(?:if|when|whenever|where|case|should|unless)\s|${translatedWords.standard}`,
    'i',
  ),
  anywhere: [
    pattern(
      String.raw`${begins}(?:(?:the|its|server)\s+)?(?:default(?:s|ed|(?:\s+(?:value|setting))?(?:\s*\([^()\n]*\))?)?|initial value|fallback)${leads}${value}`,
    ),
    pattern(
      String.raw`\bdefault(?!\s+to\b)(?:s|ed|ing)?(?:,?\s+(?:${aboutDefaults})){0,5}${joins}${quoted}`,
    ),
    pattern(String.raw`\bby default,?\s+${value}${unit}\s+${used}`),
    pattern(
      String.raw`\bdefault\s+[\w-]+(?:\s+${kindOfField})?\s*(?:[:：=]|\bis\b|\bare\b)\s*${quoted}`,
    ),
    pattern(
      String.raw`\b(?:(?<!\b(?:the|a|its|this)\s+)default to|defaults to|default(?:ed|ing) to|(?:(?:a|the|its)\s+)?default(?:\s+value)?\s*(?:[:：=]|(?:\bof\b|\bis\b)(?=\s*${value})))\s*(?:${value}|[\w.+-]+)${unit}${ends}`,
    ),
    pattern(
      String.raw`${quoted}(?:\s*\([^()\n]{0,40}\))?[,;]?\s*(?:(?:which|that)\s+)?(?:(?:${verb}|being)\s+)?(?:(?:used|taken|assumed|sent|applied|chosen|set)\s+)?(?:(?:by|as|per)\s+)?(?:\(\s*)?(?:(?:the|its|a)\s+)?default(?:\s+(?:value|setting|choice|option|one))?${partEnds}`,
    ),
    pattern(
      String.raw`${omitted}[,:;]?(?:\s+[-–—])?${few}${leads}${value}${unit}(?:\s+${used})?${partEnds}`,
    ),
    pattern(String.raw`${value}${unit}(?:\s+${used})?[,;]?\s+(?:\(\s*)?${omitted}${partEnds}`),
    pattern(
      String.raw`по\s+умолчанию\s*(?:[:：=—–-]|(?:используется|принимается|равно|равен|равна|стоит|это)(?=\s))?\s*${value}`,
    ),
    pattern(String.raw`(?:默认|缺省)(?:值|使用)?\s*(?:[:：=]|[为是])?\s*${value}`),
    pattern(String.raw`[([{]\s*default(?:s to)?\s*[:：=]\s*[^\s)\]}]+\s*[)\]}]`),
  ],
  ofFields: [
    translated.default,
    pattern(String.raw`\b(?:on|off|enabled|disabled|yes|no)\s+by default`),
    pattern(String.raw`${quoted}\s*[-–—:[(]\s*default\b`),
    pattern(
      String.raw`\b(?:absent|absence(?:\s+of\s+(?:a|any|the)\s+value)?|omit(?:s|ted|ting)?|unset|unspecified|not\s+(?:send|sent|sending|set|setting|given|specified)|no\s+value|(?:leave|left|leaving)(?:\s+(?:it|this))?\s+(?:out|off|empty|blank))\b(?:(?!\b(?:if|when|unless|while|because|since|for|must|not|to|and|in|see|by|of)\b)[^.;\n\uE000-\uE002]){0,60}\s${quoted}`,
    ),
    pattern(
      String.raw`${quoted}${words8}(?<!\bwith)\s+default(?:s|ed|ing)?(?=${partEnds}|\s+(?:${aboutDefaults})\b)`,
    ),
    pattern(
      String.raw`\bdefault(?:s|ed|ing)?${few}${joins}(?:${number}|true\b|false\b)${unit}(?:\s+${used})?${partEnds}`,
    ),
    pattern(
      String.raw`(?:${number}|\b(?:true|false))${unit}[,;]?\s*(?:(?:${verb}|being)\s+)?(?:(?:used|set)\s+)?(?:by|as|the|its|\()+\s*(?:the\s+)?default${partEnds}`,
    ),
  ],
  cueHint:
    /[\uE000\uE002\d]|\b(?:default|used|assumed|taken|applied|chosen|selected|true|false|on|off|enabled|disabled|yes|no|active|inactive|zero|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|hundred|thousand|million)\b/i,
  cues: [
    cue(`${numeral} by default`, { means: 'number' }),
    cue(
      String.raw`^\W*(?!(?:it|this|that|which|here|one)\s)[\w-]+ is the default(?: value)?\s*$|^\W*(?!\w+ed |(?:set|sent|unset|shown|hidden|given|none|nothing|empty|not|on|off|here|as) )[\w-]+ by default\s*$`,
      {
        means: 'text',
      },
    ),
    cue(
      [
        `(?:sessions?|calls?|conversations?|accounts?|projects?) (?:(?:begins?|starts?) (?:out |off )?|(?:is|are) (?:created|opened) )(?:with|as|at|in) ${quoted}`,
        `no need to (?:set|send) (?:it|this) for ${quoted}`,
        `^\\W*(?:it )?is ${quoted} for (?:all )?new \\w+`,
        `new \\w+s (?:get|have|use|receive|are given) ${quoted}`,
        `(?:is|stays|remains) ${quoted} until (?:(?:${itself} is )?(?:changed|set|told)|you (?:change|set))`,
      ],
      { means: 'text' },
    ),
    cue(`(?:falls? back|ends? up) (?:on|to|with|as) ${quoted}`, {
      means: 'text',
    }),
    cue([`comes? with ${quoted}`, String.raw`${quoted} (?:comes )?pre-?\w+ed`], {
      means: 'text',
    }),
    cue(absence, { with: `(?:results?|ends?) in ${quoted}`, means: 'text' }),
    cue(absence, {
      with: String.raw`(?<=,\s{1,40})(?!(?:an?|the|all|both|defaults?|each|it|no|none|nothing|they|this|that)(?!\w))[\w-]+ (?:is|will be|gets) ${usedAs}`,
      unless: otherFact,
      means: 'text',
    }),
    ...Object.entries(valueOf).flatMap(([means, ofKind]) => [
      cue([absence, '(?:if|when) (?:it )?(?:is )?(?:empty|blank)'], {
        with: ofKind,
        unless: `${otherFact}|${failure}`,
        means,
      }),
      cue(starting, {
        with: ofKind,
        unless: `${otherFact}|${anotherSubject}|${whatItMeans}`,
        means,
      }),
    ]),
    cue(`${switchedWord}[,;]? (?:unless|until|if not|at first|otherwise)`, {
      unless: whatItMeans,
      means: 'boolean',
    }),
  ],
  isKnown: ({ type, default: known }, { words, values: all, means, sentence = words }) => {
    const isYesOrNo = type.kind === 'boolean' && all.some((one) => yesOrNo.test(one));
    if (
      means !== undefined &&
      !isYesOrNo &&
      !mayBe(type, ({ kind }) => kindsOf[means]?.includes(kind) === true)
    )
      return true;
    if (known !== undefined) return mentions(sentence, known.value);
    if (switched.test(words)) return type.kind !== 'boolean';
    // A number in the words of a text is about something else.
    return all.length === 0 && /\d/.test(words) && !mayHold(type, 0);
  },
};

/** Whether words name a value; one of several parts is not looked for. */
function mentions(words: string, known: unknown): boolean {
  if (typeof known === 'object' && known !== null) return true;
  if (typeof known === 'boolean' && saysYesOrNo(words, known)) return true;
  const text = String(known);
  if (switched.test(words)) return known === /\b(?:on|enabled|yes)\b/i.test(words);
  // As a word of its own: the default `a` is in "default", too.
  if (
    words.split(/[\s\x60'"“”‘’«»(){}<>,;=:]+|[.!?](?=\s|$)/).includes(text) ||
    (/\W/.test(text) && words.includes(text))
  )
    return true;
  return numbersIn(words).some((one) => one === known) || parseJson(words) === known;
}

/** Whether words for yes or no, also those for both, say what is known. */
function saysYesOrNo(words: string, known: boolean): boolean {
  const said = known
    ? /\b(?:true|on|enabled|yes|active)\b/i
    : /\b(?:false|off|disabled|no|inactive|not)\b/i;
  return !switched.test(words) && said.test(words);
}
