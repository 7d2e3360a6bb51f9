/** How people word the bounds of a number. */
import { mayBe, numbersIn } from './held.ts';
import { begins, ends, examples, failure, leads, partEnds } from './sentences.ts';
import { number, numeral, quoted, unit } from './values.ts';
import { cue, pattern, type WordedFact } from './wording.ts';

const more = '(?:more|less|fewer|greater|higher|lower|larger|bigger|smaller|longer)';
const compares = String.raw`(?:[<>]=?|[≤≥]|&[lg]t;=?)`;

const beside = '(?:above|below|over|under|beyond|past|outside|exceed(?:s|ing)?)';
/** Also as a word: `half a second`, `½`, `a minute`. */
const fraction = '(?:half|(?:a )?quarter|[½¼¾⅓⅔])';
const anyNumber = `(?:${number}${unit}|${numeral}|${fraction}|(?:an?|one) (?:second|minute|hour|day|week)s?)`;
/** What stands between the ends of a range, in one line. */
const to = String.raw`(?:\s*(?:\bto\b|\bthrough\b)\s*|[ \t]*(?:[-–—…]|\.\.+)[ \t]*)`;
/** What is said of the ends of a range. */
const limits = String.raw`at\s+(?:the\s+)?(?:very\s+)?(?:least|most)|is\s+the\s+(?:most|least|limit|max(?:imum)?|min(?:imum)?)|max(?:imum|imal|imally)?|min(?:imum|imal|imally)?|cap(?:s|ped)?|ceiling|floor|limit(?:s|ed)?(?=\s*(?:[:：=(]|is\b|are\b|to\b|of\b|at\b))|${more}\s+than\s+or\s+equal\s+to|between|ranges?|ranging|within|interval|up\s+to|tops(?:\s+out)?|bounded|clamp(?:s|ed)?|clip(?:s|ped)?|cuts?|highest|lowest|biggest|largest|smallest|greatest|(?:upper|lower)\s+(?:end|limit|bound|edge)|or\s+(?:${more}|above|below|up)|and\s+(?:up|above|below)|upwards?|downwards?|(?:not|never|no|cannot|n['’]t|must|should|has\s+to|have\s+to|needs?\s+to|keep|kept|stay|stays|always|only)\s+(?:(?:be|it|this|go|goes|get|fall|drop|rise|to|value|a|any|number|numbers|send|set|use|pass)\s+){0,3}(?:${beside}|${more}\s+than)|(?:a|any)\s+(?:number|integer|value)\s+(?:${beside}|${more}\s+than)|starts?\s+at|as\s+(?:high|low|much|many|large|small|big|few|little|long|short)\s+as`;
/** Not behind words for what people do, or how long something takes: `most use 3 to 5`, `takes between 10 and 20 ms`. */
const notOfUse = String.raw`(?<!\b(?:clients|users|people|most)\s+\w{1,20}\s+|\b(?:takes?|costs?|lasts?|about|roughly|typically|usually|often)\s+)`;
/** What happens beyond them. */
const limited = `${failure}|cuts?|cut\\s+off|clamp(?:s|ed)?|clip(?:s|ped)?|capped|truncated|rounded|ignored|allowed|accepted|permitted|possible|treated|becomes?|reduced|lowered|raised`;
/** Words of sentences about something else than the ends. */
const noLimit = `${examples}|between\\s+(?:the|these|those)\\s+${numeral}|defaults?|setting\\s+(?:this|it)|with\\s+${number}|per\\s+second|by\\s+${number}|the\\s+(?:last|first|past|previous)\\s+${anyNumber}`;

export const aBound: WordedFact = {
  name: 'a bound',
  hint: /[\d\uE002]/,
  anywhere: [
    pattern(
      String.raw`${begins}(?:(?:the|its)\s+)?(?:(?:min|max)(?:imum|imal|\.)?(?:\s+(?:value|allowed))?|(?:lower|upper) (?:bound|limit))(?:${leads})?${number}${ends}`,
    ),
    pattern(
      String.raw`${begins}(?:(?:must|can) be (?:between|from)|values? (?:between|from)|ranges?(?: is| from)?|bounds|between|from)?\s*[:：]?\s*[[(]?${number}(?:${to}|\s*(?:and|,)\s*)${number}[\])]?${ends}`,
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
      String.raw`${notOfUse}\b(?:between|from|ranges?|within|interval|in|bounds?|bounded)(?:\s+(?:is|of|from|between|the|range|interval|by)){0,3}\s*[:：]?\s*[[(]?${number}${unit}(?:${to}|\s*(?:\band\b|[,;])\s*)${number}${unit}`,
    ),
    pattern(String.raw`[[(]\s*${number}(?:${to}|\s*[,;]\s*)${number}${unit}\s*[\])]`),
    pattern(
      String.raw`${notOfUse}(?<![\w.])${number}${unit}${to}${number}${unit}(?:\s+(?:inclusive|exclusive))?${partEnds}`,
    ),
    pattern(String.raw`${compares}\s*${number}`),
    pattern(
      String.raw`(?<![а-яё])(?:не\s+(?:более|менее|больше|меньше|выше|ниже)|максимум|минимум|(?:максимальное|минимальное)\s+значение\s*[:：—–-]?|от\s+${number}\s+до)\s+${number}`,
    ),
    pattern(
      String.raw`(?:范围|介于|区间)\s*(?:[:：]|[为是在])?\s*[[(（]?${number}\s*(?:到|至|和|[-–—~～,，])\s*${number}`,
    ),
  ],
  cueHint:
    /[\d\uE002½¼¾⅓⅔]|positive|negative|half|quarter|second|minute|hour|day|week|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|hundred|thousand)\b/i,
  cues: [
    cue(limits, { with: anyNumber, unless: noLimit }),
    cue(String.raw`${number}\s*[-–—]\s*${number}`, { with: limited, unless: noLimit }),
    cue(`(?:${beside}|${more} than)`, { with: [anyNumber, limited], unless: noLimit }),
    cue(String.raw`between ${fraction} and ${fraction}`),
    cue([
      `${numeral} (?:to|through|or ${more}) ${numeral}`,
      `(?:one|zero) (?:to|through) ${numeral}`,
    ]),
    cue([
      String.raw`(?:non|not|never|cannot|can['’]t|no)[\s-]+(?:be )?(?:a )?negative`,
      String.raw`negative (?:\w+ ){0,3}(?:not|${failure})`,
      'strictly (?:positive|negative)',
      '(?:must|should|has to|always|only|needs to) (?:be )?(?:a )?positive',
      'a positive (?:number|integer)',
      'only positive',
      String.raw`^\W*(?:strictly )?(?:positive|above zero)\s*$`,
      '(?:than|above|exceeds?|over|from) zero',
      `zero or ${more}`,
    ]),
  ],
  isKnown: ({ type, bounds }, { words }) => {
    if (!mayBe(type, ({ kind }) => kind === 'integer' || kind === 'number')) return true;
    return bounds !== undefined && numbersIn(words).every((one) => isOneOf(one, bounds));
  },
};

function isOneOf(one: number, { minimum, maximum }: { minimum?: number; maximum?: number }) {
  return one === minimum || one === maximum;
}
