/**
 * How people word the facts of a field. A wording is a pattern over a text whose values are masked, so that it says
 * nothing of how a value is dressed, and no mark within a value ends a sentence.
 */
import { canHold } from '../model/holds.ts';
import { parseJson } from '../model/json.ts';
import type { Field, Link, Type } from '../model/model.ts';

/** One kind of fact: how people word it, and whether a field of which that is said has it already. */
export interface WordedFact {
  name: string;
  /** What a text with any of its wordings has in it: most texts do not, and the wordings take long to look for. */
  hint: RegExp;
  patterns: readonly RegExp[];
  /** Wordings that mean it in the words of a field, and may mean anything elsewhere. */
  ofFields?: readonly RegExp[];
  isKnown: (field: Field<Link>, found: { words: string; values: readonly string[] }) => boolean;
}

// ── Values ──────────────────────────────────────────────────────────────────────────────────────────────────

/** What a value is masked with: its first character, that of a number, and each other one. */
const [first, firstOfNumber, other] = ['\uE000', '\uE002', '\uE001'];
const quotations =
  /`[^`\n]+`|(?<![\p{L}\p{N}])(?:'[^'\n]{1,200}'(?![\p{L}\p{N}])|‘[^’\n]{1,200}’(?![\p{L}\p{N}]))|"[^"\n]{1,200}"|“[^”\n]{1,200}”|«[^»\n]{1,200}»/gu;

/** A text with each value in quotation marks or code masked, character by character; `null` stays what it is. */
export function withMaskedValues(text: string): string {
  return text.replaceAll(quotations, (quotation) => {
    if (/^.null.$/.test(quotation)) return quotation.replaceAll(/\W/g, ' ');
    const start = /^.[-−+]?\d[\d.,]*.$/u.test(quotation) ? firstOfNumber : first;
    return start + other.repeat(quotation.length - 1);
  });
}

/** The values that stand, in quotation marks or code, in a part of a text; `masked` is the same part with its mask. */
export function valuesUnder(masked: string, text: string): string[] {
  return Array.from(masked.matchAll(/[\uE000\uE002]\uE001*/g), ({ 0: { length }, index }) =>
    text.slice(index + 1, index + length - 1),
  );
}

const quoted = '[\uE000\uE002]\uE001*';
// What is repeated in these must be taken in one way only, or looking for it takes twice as long with each time.
const digits = String.raw`(?<!\d[.,]?)[-−+]?\d[\d.,]{0,40}(?<![.,])`;
const number = String.raw`(?:${digits}|\uE002\uE001*)`;
const unit = String.raw`(?:\s?(?:%|ms|s|hz|khz|db|sec(?:ond)?s?|milliseconds?|minutes?|hours?|days?|tokens?|bytes?|bits?|percent|degrees?|points?|times|samples?|pixels?))?`;
const value = String.raw`(?:${quoted}|${digits}(?=\W|$)|(?:true|false)\b)`;
const values = String.raw`${quoted}(?:\s*\([^()\n]{0,80}\))?(?:\s*(?:(?:[,，、/|;；或和]|\bor\b|\band\b)\s*)+${value}(?:\s*\([^()\n]{0,80}\))?)+`;

/** What stands between a value and what it means. */
const meaning = String.raw`\s*(?:[=:→–—]|->|\b(?:means?|for|stands\s+for|is\s+for|selects?|picks?|turns?|makes?)\b)\s*`;

/** A value that is a line or a bullet of its own; lines may have become one. */
const valueOfBullet = String.raw`(?:[-*+•·▪]\s*)?(?:${quoted}|[\w.-]+)\s*(?=\n|$|[•·▪])`;

/** A line that begins with a value, and goes on with what it means. */
const lineOfValue = String.raw`[ \t>]*(?:(?:[-*+•·▪]|\d{1,3}[.)])[ \t]*)?${quoted}[ \t]*(?:[.,;]?|(?:[-–—:：(=→]|->)[^\n]{0,1000})(?=\n|$)`;

const numbers = String.raw`${number}(?:\s*(?:(?:[,、/|;]|\bor\b|\band\b)\s*)+${number})+`;

// ── Sentences ───────────────────────────────────────────────────────────────────────────────────────────────

/** Also bullets and signs that nobody calls Markdown: `· `, `▸ `, `⚠️ `. */
const listMarks = String.raw`[\s#>*+|·\u2010-\u2015\u2022-\u2043\u2139\u2190-\u2bff\ufe0f\ud83c-\ud83e\udc00-\udfff-]{0,20}(?:\d{1,3}[.)]\s)?`;
/** The beginning of a sentence, of a bracket or of a line, whatever list or quote that is in. */
const begins = String.raw`(?<=(?:^|[.!?;:。…([{\]\n]|\s[-–—]\s)${listMarks})`;
/** The same, and the beginning of a part of a sentence. */
const partBegins = String.raw`(?<=(?:^|[.!?;:,。…—([{\]\n]|\s[-–—]\s|\b(?:and|but|which|that|or|so|then)\s)${listMarks})`;
const ends = String.raw`(?=\s*(?:[.!?;。)\]}|\n]|$))`;
const partEnds = String.raw`(?=\s*(?:[.!?;,:。—)\]}|\n]|$|[-–]\s|\b(?:and|but|which|so)\b))`;
/** Words between two that belong together. */
const words8 = String.raw`(?:\s+[\w’'-]+){0,8}?`;
const few = String.raw`(?:\s+(?!(?:and|or|but|with|when|if|while|unless|not|see|by|in|between|from|via|on|send|call|check)\b)[\w’'-]+){0,4}?`;
/** What stands between a word for a fact and its value. */
const leads = String.raw`(?:\s*(?:[:：=;；→(]|->)\s*|\s+[-–—]\s+|\s+(?:is|are|of|to|at|as)\s*:?\s*|\s+)`;

/** The same within a sentence. */
const joins = String.raw`(?:\s*(?:[:：=→(]|->)\s*|\s+(?:is|are|of|to|at|as)\s*:?\s*|\s+)`;
/** Not behind words that make an example of what follows. */
const noExample = String.raw`(?<!\b(?:such as|e\.\s?g\.|i\.\s?e\.|like|example|instance|including|includes?|named|neither|both)[\s,:]{0,3})`;

const kindOfField = '(?:field|parameter|param|property|attribute|argument|key|option|setting)';
/** A field by its name: `` the field `a` ``, `` `a` ``, `` the `a` parameter ``, `the parameter a`. */
const namedField = String.raw`(?:(?:(?:the|this)\s+)?(?:${kindOfField}\s+)?${quoted}(?:\s+${kindOfField})?|(?:the\s+)?${kindOfField}\s+[\w.]{1,200}|the\s+[\w.]{1,200}\s+${kindOfField})`;
/** What a sentence about a field begins with. */
const subject = String.raw`(?:it|this|(?:(?:this|the)\s+)?${kindOfField}|${namedField})`;
const verb = '(?:is|are|was|will be|has been|remains)';

/** That a field is not sent: `if omitted`, `unless it is set`. */
const given =
  '(?:set|given|specified|provided|present|sent|supplied|stated|passed|defined|included|configured|chosen)';
const omitted = String.raw`(?:(?:if|when|where|whenever|in case|should)\s+(?:(?:nothing|none|no(?:\s+${kindOfField}|\s+value)?)\s+(?:(?:is|are|was|be)\s+)?${given}|(?:(?:${subject}|the\s+value)\s+)?(?:(?:is|are|was|be)\s+)?(?:left\s+)?(?:omitted|absent|unset|unspecified|undefined|missing|out|empty|blank|skipped|not\s+${given}))|unless\s+(?:(?:${subject}|otherwise)\s+)?(?:(?:is|are)\s+)?(?:otherwise\s+)?(?:set|given|specified|provided|present|sent|supplied|stated|passed|overridden|changed)(?:\s+otherwise)?|unless\s+(?:you|(?:the\s+)?(?:clients?|callers?|users?))\s+\w+(?:\s+(?:it|this|otherwise|another))?|without\s+(?:it|this|one|a value|(?:this|the)\s+${kindOfField})|in\s+(?:its|the)\s+absence|absent\s+means)`;
const used =
  '(?:(?:is|are|will be|gets|being)\\s+(?:used|assumed|taken|applied|chosen|selected|sent|set|meant)|applies|counts)';

/** What stands between the word for a default and the value. */
const aboutDefaults = `values?|settings?|choice|for|of|to|is|are|it|this|the|its|a|an|at|as|be|been|being|will|remains|stays|currently|now|used?|uses|set|takes?|taken|assumes|assumed|applies|means|here|server|service|${kindOfField}`;
const needed =
  '(?:mandatory|required|compulsory|obligatory|optional|non-?optional|necessary|omittable)';
const stated =
  '(?:specified|set|given|present|provided|sent|included|supplied|passed|filled(?:\\s+in)?|defined|stated|populated|there|non-?empty)';
/** Not in brackets behind a type: `(string, required)` is looked for as a field. */
const notInSignature = String.raw`(?<!\([^()\n]{0,100}[,;]\s{0,3})`;
const leftOut =
  '(?:omitted|absent|missing|left\\s+(?:out|off|empty|blank)|skipped|undefined|unset)';
const must = '(?:must|shall|has to|have to|needs? to|is to)';
const mayNot =
  "(?:can ?not|can['’]t|may not|must not|mustn['’]t|may never|must never|can never|is not to|is never to)";

/** Words that add nothing to what a sentence of a field says of it, and what follows there. */
const smallWords = String.raw`(?:(?:it|this|that|you|(?:clients?|callers?)(?=\s+are\b)|which|is|are|be|was|been|being|a|an|the|remains?|stays?|becomes?|marked|considered|treated|made|declared|as|one|value|now|also|still|always|never|not|no|longer|${kindOfField}|(?:sending|setting|giving|passing|providing|including)(?=\s+(?:it|this)\b)|[a-z]{2,20}ly)\s+){0,5}`;
const circumstances = String.raw`(?:\s+(?:one|here|now|yet|${kindOfField}|(?:by|for|in|at|on|with|since|from|until|last|this)(?:\s+(?!to\b)[\w’'-]+){1,4}))?`;

const more = '(?:more|less|fewer|greater|higher|lower|larger|bigger|smaller|longer)';
const compares = String.raw`(?:[<>]=?|[≤≥]|&[lg]t;=?)`;

/** What a yes or no is by default, in other words. */
const switched =
  /^(?:on|off|enabled|disabled|yes|no) (?:by default|if|when|unless)\b|^default.*\b(?:on|off|enabled|disabled|yes|no)$/i;

/** What people write for yes and no. */
const yesOrNo = /^(?:true|false|yes|no|on|off|0|1)$/i;

/** The beginning and the end of a part of a sentence in Chinese. */
const [beginsInChinese, endsInChinese] = [
  String.raw`(?<=(?:^|[。；，、：.!;,:(（\n])\s{0,5})`,
  String.raw`(?=\s*(?:[。；，.;,)）\n]|$))`,
];

function pattern(source: string): RegExp {
  return new RegExp(source, 'gi');
}

// ── Kinds ───────────────────────────────────────────────────────────────────────────────────────────────────

export const deprecation = 'that it is deprecated';
export const lackOfSupport = 'that it is not supported';

/** Every kind of fact that is looked for. Another wording of one of them is a line here. */
export const wordedFacts: readonly WordedFact[] = [
  {
    name: 'a default',
    hint: /默认|缺省|default|initial|fall|preset|standard|assumed|start|absen|without|omit|unset|unspec|leav|left|no\s+value|not\s+se[nt]|by\s|(?:if|when|whenever|where|case|should|unless)\s/i,
    patterns: [
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
        String.raw`\b(?:defaults? to|default(?:ed|ing) to|(?:(?:a|the|its)\s+)?default(?:\s+value)?\s*(?:[:：=]|(?:\bof\b|\bis\b)(?=\s*${value})))\s*(?:${value}|[\w.+-]+)${unit}${ends}`,
      ),
      pattern(
        String.raw`${quoted}(?:\s*\([^()\n]{0,40}\))?[,;]?\s*(?:(?:which|that)\s+)?(?:(?:${verb}|being)\s+)?(?:(?:used|taken|assumed|sent|applied|chosen|set)\s+)?(?:(?:by|as|per)\s+)?(?:\(\s*)?(?:(?:the|its|a)\s+)?default(?:\s+(?:value|setting|choice|option|one))?${partEnds}`,
      ),
      pattern(
        String.raw`${omitted}[,:;]?(?:\s+[-–—])?${few}${leads}${value}${unit}(?:\s+${used})?${partEnds}`,
      ),
      pattern(String.raw`${value}${unit}(?:\s+${used})?[,;]?\s+(?:\(\s*)?${omitted}${partEnds}`),
      pattern(String.raw`(?:默认|缺省)(?:值|使用)?\s*(?:[:：=]|[为是])?\s*${value}`),
      pattern(String.raw`[([{]\s*default(?:s to)?\s*[:：=]\s*[^\s)\]}]+\s*[)\]}]`),
    ],
    ofFields: [
      pattern(String.raw`\b(?:on|off|enabled|disabled|yes|no)\s+by default`),
      pattern(String.raw`\b(?:on|off|enabled|disabled)\s+${omitted}${partEnds}`),
      pattern(String.raw`\bdefaults?${leads}(?:on|off|enabled|disabled|yes|no)${partEnds}`),
      pattern(String.raw`${quoted}\s*[-–—:[(]\s*default\b`),
      pattern(
        String.raw`\b(?:absent|absence(?:\s+of\s+(?:a|any|the)\s+value)?|omit(?:s|ted|ting)?|unset|unspecified|not\s+(?:send|sent|sending|set|setting|given|specified)|no\s+value|(?:leave|left|leaving)(?:\s+(?:it|this))?\s+(?:out|off|empty|blank))\b(?:(?!\b(?:if|when|unless|while|because|since|for|must|not|to|and|in|see|by|of)\b)[^.;\n\uE000-\uE002]){0,60}\s${quoted}`,
      ),
      pattern(String.raw`\bby default,?\s+(?:is\s+)?(?:${number}|true\b|false\b)${unit}${ends}`),
      pattern(
        String.raw`${quoted}${words8}\s+default(?:s|ed|ing)?(?=${partEnds}|\s+(?:${aboutDefaults})\b)`,
      ),
      pattern(
        String.raw`\bdefault(?!\s+to\b)(?:s|ed|ing)?(?=\s+(?:values?|settings?|choice|for|of|is|are|will|used?|uses|set|takes?|assumes|means)\b)${words8}\s+${quoted}`,
      ),
      pattern(
        String.raw`\b(?:falls? back (?:to|on)|fall-?back|initial(?:ly)?(?:\s+value)?|preset(?:\s+(?:to|value))?|standard(?:\s+value)?(?=\s*[:=])|standard value|assumed to be|is assumed|starts? (?:out )?(?:as|at))${leads}${value}${unit}${ends}`,
      ),
      pattern(
        String.raw`\bdefault(?:s|ed|ing)?${few}${joins}(?:${number}|true\b|false\b)${unit}(?:\s+${used})?${partEnds}`,
      ),
      pattern(
        String.raw`(?:${number}|\b(?:true|false))${unit}[,;]?\s*(?:(?:${verb}|being)\s+)?(?:(?:used|set)\s+)?(?:by|as|the|its|\()+\s*(?:the\s+)?default${partEnds}`,
      ),
    ],
    isKnown: ({ type, default: known }, { words, values: all }) => {
      if (known !== undefined) return mentions(words, known.value);
      if (switched.test(words)) return type.kind !== 'boolean';
      // A number in the words of a text is about something else.
      return all.length === 0 && /\d/.test(words) && !mayHold(type, 0);
    },
  },
  {
    name: 'a list of values',
    hint: /[\uE000\uE002]|枚举|可选|取值|可用|允许|enum|value|option|choice|\d\s*(?:,|or\b|and\b)/i,
    patterns: [
      pattern(String.raw`${begins}enum(?:eration)?\s*[:：]\s*${value}${ends}`),
      pattern(
        String.raw`${partBegins}(?:(?:(?:it|this) is )?(?:one|any) of(?: the following)?|either|(?:allowed|possible|valid|supported|accepted|available|permitted|legal|enum|known)(?:\s+[a-z]+)?|(?:the\s+)?(?:values?|options|choices)(?: can be)?|enum(?:eration)?|(?:can|must|may|has to) be(?:\s+(?:either|one of))?|currently|takes|accepts)${leads}${values}${ends}`,
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
      pattern(
        String.raw`${begins}${number}(?:,\s*${number}){0,9},?\s+or\s+${number}${unit}${ends}`,
      ),
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
    isKnown: ({ type }, { words, values: all }) => {
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
  },
  {
    name: 'whether it is required',
    hint: /必填|必需|选填|可选|mandatory|required|compulsory|obligatory|optional|omit|leav|skip|drop|necessary|must|shall|always|can|may|could|might|need|absent|missing|only|(?:has|have|is|not|never)\s+to/i,
    patterns: [
      pattern(
        String.raw`${partBegins}${notInSignature}(?:${subject}\s+${verb}\s+)?(?:(?:always|strictly|also|now|still|no longer|not|never|currently|entirely|absolutely)\s+)?(?:an?\s+(?=[\w-]+\s+${kindOfField}))?${needed}(?:\s+${kindOfField})?(?:\s*(?:[:：=–-])\s*(?:yes|true|no|false))?(?:\s+(?:here|now|too|as well|always|anyway|though|at present)|\s+(?:(?:since|as of)\s|(?:in|for|by|with|on)\s+(?:all|each|every)\b)[^.\n]{1,60})?${partEnds}`,
      ),
      pattern(
        String.raw`${partBegins}(?:${subject}\s+)?(?:${must} (?:always )?be ${stated}(?:\s+(?:by|in|with)\s+(?:the|every|each|all|any)\s+(?:clients?|servers?|callers?|users?|senders?|requests?|calls?|messages?))?|(?:is\s+)?optionally ${stated}|(?:is\s+)?(?:not\s+)?always (?:present|sent|set|included|given|provided|there|returned)|${mayNot} be (?:(?:null\s+(?:or|nor)\s+)?(?:${leftOut}|empty)(?:\s+(?:or|nor)\s+(?:${leftOut}|empty|null))?)|(?:may|might|can|could) not (?:always )?be ${stated}|(?:only\s+(?:present|sent|set|included|given|provided|returned|there)|(?:present|sent|included|given|provided|returned)\s+only)\s+(?:if|when|for|in|with|on|by)\b[^.;\n]{1,60}|(?:may|can|could|might) (?:also |always |[a-z]{2,20}ly )?be ${leftOut}(?:\s+(?:in|for|with|by|on|if|when|where)\b[^.;\n]{1,60})?|(?:need not|needn['’]t|(?:does not|doesn['’]t) (?:need|have) to) be ${stated})${partEnds}`,
      ),
      pattern(
        String.raw`${partBegins}(?:you|(?:the\s+)?(?:clients?|callers?|servers?|requests?|applications?|users?)) ${must} (?:always )?(?:specify|provide|set|include|pass|send|supply|give|fill in|define|state) (?:${namedField}|(?:this|the) ${kindOfField}|it|this)${partEnds}`,
      ),
      pattern(
        String.raw`${partBegins}(?:you|(?:the\s+)?(?:clients?|callers?|servers?|applications?|users?)) (?:may|can|could|might|need not|do not have to|don['’]t have to) (?:also )?(?:omit|leave(?:\s+out)?|skip|drop) (?:${namedField}|(?:this|the) ${kindOfField}|it|this)(?:\s+out)?${partEnds}`,
      ),
    ],
    ofFields: [
      pattern(
        String.raw`${partBegins}${smallWords}(?:${needed}|needed|needs a value|(?<=\ba\s)must|absent|missing|omitted|required to (?:send|set|give|provide|specify|include|pass)(?:\s+(?:it|this))?)${circumstances}${ends}`,
      ),
      pattern(
        String.raw`(?:\b(?:error|mistake|allowed|fine|free|possible|not|never|cannot|n['’]t)\s+(?:to\s+)?)?\b(?:omit(?:ting)?|skip(?:ping)?|leav(?:e|ing)\s+out|leav(?:e|ing)(?=\s+(?:it|this)\s+(?:out|off)\b))\s+(?:it|this(?:\s+${kindOfField})?)\b[^.;\n]{0,60}`,
      ),
      pattern(`${beginsInChinese}(?:非?必填|非?必需|选填|可选)(?:项|字段|参数)?${endsInChinese}`),
    ],
    isKnown: ({ requiredness }, { words }) =>
      requiredness === (saysOptional(words) ? 'optional' : 'required'),
  },
  {
    name: 'that it may be null',
    hint: /null|空/i,
    patterns: [
      pattern(
        String.raw`${begins}(?:(?:(?:${subject}|(?:(?:this|the)\s+)?value)\s+is\s+)?nullable(?:\s+${kindOfField})?(?:\s*[:：]\s*(?:yes|true))?|(?:(?:${subject}|(?:the\s+)?value)\s+)?(?:may|can) be\s+null|null\s+is (?:allowed|accepted|permitted|valid|possible)|(?:is\s+)?null\s+(?:if|when) [^.\n]{1,100})${ends}`,
      ),
    ],
    ofFields: [
      pattern(
        String.raw`(?<!(?:\b(?:not|never|non|no|nor|cannot|without|than)|n['’]t)\W{1,3}(?:(?:be|set|to|a|an|allowed)\W{1,3}){0,3})\bnull(?:able)?\b(?!\s*[:：=]\s*(?:no|false)\b)(?!\s+(?:is|are)\s+not\b)(?!-)`,
      ),
      pattern(`(?:可以?|允许|可能)为?空${endsInChinese}`),
    ],
    isKnown: ({ type }) =>
      mayBe(type, ({ kind }) => ['null', 'open', 'link', 'named'].includes(kind)),
  },
  {
    name: 'a bound',
    hint: /[\d\uE002]/,
    patterns: [
      pattern(
        String.raw`${begins}(?:(?:the|its)\s+)?(?:(?:min|max)(?:imum|imal|\.)?(?:\s+(?:value|allowed))?|(?:lower|upper) (?:bound|limit))(?:${leads})?${number}${ends}`,
      ),
      pattern(
        String.raw`${begins}(?:(?:must|can) be (?:between|from)|values? (?:between|from)|ranges?(?: is| from)?|bounds|between|from)?\s*[:：]?\s*[[(]?${number}\s*(?:to|and|[-–—,…]|\.\.+)\s*${number}[\])]?${ends}`,
      ),
      pattern(
        String.raw`${begins}(?:(?:(?:it|the value)\s+)?(?:must|can|should) be\s+)?(?:at (?:least|most)|(?:not |no )?${more} than(?: or equal to)?|up to|(?:(?:it|the value)\s+)?(?:must|can|may|should)(?: not|not) (?:exceed|be ${more} than)) ${number}${ends}`,
      ),
      pattern(
        String.raw`(?<![\w.,])${number}\s*${compares}\s*(?:[a-z]\w*|${quoted})\s*${compares}\s*${number}`,
      ),
      pattern(String.raw`${begins}(?:(?:must be|value|is)\s+)?${compares}\s*${number}${ends}`),
    ],
    ofFields: [
      pattern(
        String.raw`\b(?:at (?:least|most|minimum|maximum)|(?:not|no|never|n['’]t|must|can|should|may)\s+(?:be\s+)?(?:below|above|under|over|beyond|${more} than(?: or equal to)?)|${more} than or equal to|up to|(?:must|may|can|should|shall)\s*(?:not|never)\s+(?:exceed|go (?:above|below|over)|be (?:above|below|over|under|beyond))|(?:does not|do not|never) exceeds?|not to exceed|(?:must|should|has to) (?:be|stay|remain) (?:above|below|over|under)|(?:positive|negative|and|but|or)\s+(?:below|above|under|over)|(?:min|max)(?:imum|imal|\.)?(?:\s+(?:value|allowed|possible|permitted|number)){0,3}|(?:lowest|highest|smallest|largest|greatest)(?:\s+(?:possible|allowed))?(?:\s+(?:value|number|one))?|(?:lower|upper) (?:bound|limit)|limit(?:ed)?(?:\s+to)?|cap(?:ped)?|ceiling|floor)(?:${leads})?(?:a\s+(?:minimum|maximum)\s+of\s+)?${number}${unit}(?:\s+(?:at once|at a time|in all|in total|(?:per|each|every)(?:\s+\w+)?))?${partEnds}`,
      ),
      pattern(
        String.raw`\b(?:between|from|ranges?|within|interval|in|bounds?|bounded)(?:\s+(?:is|of|from|between|the|range|interval|by)){0,3}\s*[:：]?\s*[[(]?${number}${unit}\s*(?:\bto\b|\band\b|\bthrough\b|[-–—,;…]|\.\.+)\s*${number}${unit}`,
      ),
      pattern(String.raw`[[(]\s*${number}\s*(?:\bto\b|[-–—,;…]|\.\.+)\s*${number}${unit}\s*[\])]`),
      pattern(
        String.raw`(?<![\w.])${number}${unit}\s*(?:\bto\b|\bthrough\b|[-–—…]|\.\.+)\s*${number}${unit}(?:\s+(?:inclusive|exclusive))?${partEnds}`,
      ),
      pattern(String.raw`${compares}\s*${number}`),
      pattern(
        String.raw`(?:范围|介于|区间)\s*(?:[:：]|[为是在])?\s*[[(（]?${number}\s*(?:到|至|和|[-–—~～,，])\s*${number}`,
      ),
      pattern(
        String.raw`${number}${unit}(?:\s+(?:or|and)\s+(?:${more}|above|below|over|under|up)\b|\s+(?:is|as) the (?:(?:min|max)(?:imum)?|limit)|\s+(?:min|max)(?:imum)?${partEnds}|\s+at (?:the\s+)?(?:least|most))`,
      ),
    ],
    isKnown: ({ type, bounds }, { words }) => {
      if (!mayBe(type, ({ kind }) => kind === 'integer' || kind === 'number')) return true;
      return bounds !== undefined && numbersIn(words).every((one) => isOneOf(one, bounds));
    },
  },
  {
    name: deprecation,
    hint: /废弃|弃用|deprecated|obsolete|superseded|discontinued|outdated|phased|sunset|will|legacy|retired|replaced|remov|longer|use|going/i,
    patterns: [
      pattern(
        String.raw`${partBegins}(?:(?:${subject}|(?:this|the)\s+event)\s+${verb}\s+(?:(?:now|already|being)\s+)?)?(?:deprecated|obsolete|superseded|discontinued)${partEnds}`,
      ),
      pattern(
        String.raw`${begins}(?:(?:${subject}|(?:this|the)\s+event)\s+)?will (?:soon\s+)?be (?:removed|dropped|retired|deprecated|discontinued)\b`,
      ),
    ],
    ofFields: [
      pattern(
        String.raw`${partBegins}${smallWords}(?<!\b(?:not|never|longer)\s)deprecated${circumstances}${partEnds}`,
      ),
      pattern(
        String.raw`${partBegins}${smallWords}(?<!\b(?:not|never)\s)(?:legacy|retired|scheduled for removal|to be removed|going away|unused|no longer (?:used|in use|sent)|removed(?=\s+(?:in|since|with|as of)\b)|replaced by ${quoted})${circumstances}${ends}`,
      ),
      pattern(
        String.raw`${partBegins}(?:please\s+)?use\s+${quoted}(?:\s+${kindOfField})?\s+instead\b`,
      ),
      pattern(
        String.raw`${begins}(?:(?:please\s+)?do not use(?:\s+(?:it|this|this ${kindOfField}))?(?:\s+(?:any ?more|any longer|in new \w+))?|(?:${subject}\s+)?will go away\b[^.;\n]{0,60})${ends}`,
      ),
      pattern(`(?:已经?|即将|将)被?(?:废弃|弃用)${endsInChinese}`),
      pattern(
        String.raw`(?<!\b(?:not|never|un)[\s-]{0,3})\b(?:obsolete|superseded|discontinued|outdated|phased out|sunset)\b`,
      ),
    ],
    isKnown: ({ deprecated }) => deprecated !== undefined,
  },
  {
    name: lackOfSupport,
    hint: /支持|support|implemented|available|soon|ignored|effect|nothing|reserved/i,
    patterns: [
      pattern(
        String.raw`(?<!\[)${begins}(?:(?:${subject}|(?:this|the)\s+event)\s+${verb}\s+)?(?:(?:currently|still|presently|at present|as yet|only)\s+)?(?:not(?:\s+(?:yet|currently|fully|officially))?\s+|no longer\s+|never\s+|un|partially\s+|partly\s+)(?:supported|implemented)(?:\s+(?:yet|now|at present|for now|currently|any ?more|here|at the moment|by (?:us|the server|this server)))?${ends}`,
      ),
    ],
    ofFields: [
      pattern(
        String.raw`(?<!\[)${partBegins}${smallWords}(?:(?:not|no longer|never)(?:\s+(?:yet|[a-z]{2,20}ly))?\s+(?:supported|implemented|available)|(?:[a-z]{2,20}ly\s+)?un(?:supported|available)|(?:(?:coming|supported|available)\s+soon)|reserved\s+for\s+(?:the\s+)?(?:future|later)(?:\s+use)?)${circumstances}${ends}`,
      ),
      pattern(
        String.raw`${partBegins}(?:${subject}\s+)?(?:is\s+)?(?:(?:currently|always|silently)\s+)?(?:ignored|has no effect|does nothing)(?:\s+by (?:the|this|our) servers?)?(?:\s+(?:now|for now|at present|currently|yet))?${ends}`,
      ),
      pattern(
        `${beginsInChinese}(?:该?(?:字段|参数))?(?:暂时?|目前|当前|尚)?[不未]再?支持${endsInChinese}`,
      ),
      pattern(
        String.raw`\b(?:do|does|did) not (?:yet )?support (?:it|this|this ${kindOfField})(?:\s+yet)?${partEnds}`,
      ),
      pattern(
        String.raw`\b(?:support (?:for it |for this )?(?:is|was|has been) (?:not (?:yet )?there(?:\s+yet)?|missing|lacking|absent|planned|coming|removed|dropped|withdrawn|discontinued)|(?:has|have|lacks|there is) (?:no )?support(?:\s+yet)?)${partEnds}`,
      ),
    ],
    isKnown: ({ support }) => support !== undefined,
  },
];

// ── What a field has ────────────────────────────────────────────────────────────────────────────────────────

/** Whether something of a type is so. */
function mayBe(type: Type<Link>, is: (type: Type<Link>) => boolean): boolean {
  return type.kind === 'union' ? type.members.some((member) => mayBe(member, is)) : is(type);
}

/** Whether a type takes texts or numbers that nobody lists. */
function mayGrow(type: Type<Link>): boolean {
  return mayBe(type, ({ kind }) => kind === 'string' || kind === 'integer' || kind === 'number');
}

function mayHold(type: Type<Link>, held: number): boolean {
  return mayBe(type, (one) => canHold(one, held));
}

/** The values that a type lists. */
function listedIn(type: Type<Link>): ReadonlySet<string> {
  if (type.kind === 'literal') return new Set([String(type.value)]);
  if (type.kind === 'enumeration') return new Set(type.values.map(({ value: one }) => String(one)));
  if (type.kind !== 'union') return new Set();
  return new Set(type.members.flatMap((member) => [...listedIn(member)]));
}

/** Whether words name a value; one of several parts is not looked for. */
function mentions(words: string, known: unknown): boolean {
  if (typeof known === 'object' && known !== null) return true;
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

function numbersIn(words: string): number[] {
  return Array.from(words.matchAll(/(?:(?<![\d.])[-−+])?\d[\d.,]*/g), ({ 0: text }) =>
    Number(text.replace('−', '-').replaceAll(',', '').replace(/\.$/, '')),
  );
}

function isOneOf(one: number, { minimum, maximum }: { minimum?: number; maximum?: number }) {
  return one === minimum || one === maximum;
}

/** Whether words say that a field need not be there. */
function saysOptional(words: string): boolean {
  if (
    /\b(?:omit(?:ting)?|skip(?:ping)?|leav(?:e|ing)) (?:it|this|out)\b|\b(?:absent|missing|omitted)\b/i.test(
      words,
    )
  )
    return !/\b(?:never|not|cannot|error|mistake|invalid|illegal|forbidden|fails?)\b|n['’]t/i.test(
      words,
    );
  if (
    /\bonly\b/i.test(words) ||
    /\b(?:may|might|can|could) not (?:always )?be (?:sent|set|present)/i.test(words)
  )
    return true;
  if (
    /\b(?:may|can|could|might) (?:also |always |[a-z]{2,20}ly )?(?:be|omit|leave|skip|drop)\b|\bneed(?!ed)|\bhave to be\b|not always/i.test(
      words,
    )
  )
    return (
      !/\b(?:must|needs? to|has to)\b/i.test(words) || /\bnot (?:need|have)|n['’]t/i.test(words)
    );
  const isOptional = /optional|omittable|选填|可选|非必/i.test(words);
  const isDenied =
    /\b(?:not|never|no longer)\s|non-?optional|[:：=–-]\s*(?:no|false)\b/i.test(words) &&
    !/\bbe\s/i.test(words);
  return isOptional !== isDenied;
}
