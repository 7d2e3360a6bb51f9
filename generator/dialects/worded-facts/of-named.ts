/**
 * What words that are of no field say of one that they name: `` `a` is at most 10. ``, ``Set `b` to `am` or `fm`.`` Its
 * values stand right behind its name; the rest is looked for as if it were said of it.
 */
import { lists } from './held.ts';
import { allowed, listOfValues } from './list-of-values.ts';
import { ends, kindOfField, partBegins } from './sentences.ts';
import { quoted, values, yesOrNo } from './values.ts';
import { matchesOf, pattern, type WordedFact } from './wording.ts';

const field = String.raw`(?:(?:the|its|an?|optional|required)\s+){0,2}(?:${kindOfField}\s+)?${quoted}(?:\s+${kindOfField})?`;
const be = String.raw`(?:is|(?:must|may|can|could|shall|should|has\s+to)\s+(?:also\s+|only\s+)?be|equals?)`;
const oneOf = String.raw`(?:\s+(?:set\s+to|always|only|currently|either|(?:one|any)\s+of)){0,2}\s*:?\s*`;
/** Two values or more, of which one is sent: a thing that holds `a` and `b` has fields. */
const alternatives = String.raw`(?=${quoted}[^.;\n]{0,200}?(?:\bor\s|[|/])\s*${quoted})${values}(?!\uE001|\s+(?:events?|fields?|items?|messages?|objects?)\b)`;
/** Behind the name: `is either`, `, which holds`, `(`. */
const leads = String.raw`(?:\s*(?:,\s*)?(?:which\s+|that\s+)?(?:${be}|holds?|takes?|accepts?)${oneOf}|\s*[(:=]\s*(?:either\s+|one\s+of:?\s+)?)`;

export const valuesOfNamed: WordedFact = {
  name: listOfValues.name,
  hint: /[\uE000\uE002]\uE001*[^\uE000-\uE002]+[\uE000\uE002]/,
  anywhere: [
    pattern(
      String.raw`(?:${partBegins}${field}(?:${leads})|(?<=\b(?:carries|with|has|holds|gives|sends|see|and|takes|use|in)\s+)${field}(?:,\s*which\s+${be}${oneOf}|\s*:\s*)|\bset(?:s|ting)?\s+${field}\s+to${oneOf})${alternatives}`,
    ),
    pattern(
      String.raw`${partBegins}${field}\s+(?:(?:must|shall|has\s+to)(?:\s+(?:always|only))?\s+(?:be|equal|hold)(?:\s+set\s+to)?|is\s+always|can\s+only\s+be|must\s+be\s+one\s+of)\s+${quoted}(?:\s*,\s*${quoted})*${ends}`,
    ),
    pattern(
      String.raw`\b(?:(?:the|all|${allowed})\s+){0,2}(?:values?|options|choices)\s+(?:of|for)\s+${field}\s*(?:[:：=]|\b(?:is|are)\b)\s*(?:${values}|${quoted})`,
    ),
  ],
  isKnown: ({ type }, { values: [, ...all] }) =>
    lists(type, all) || (type.kind === 'boolean' && all.every((one) => yesOrNo.test(one))),
};

const verb =
  '(?:is|was|must|may|might|can|cannot|could|shall|should|will|has|have|needs?|never|always|only|also|goes|ranges?|lies|stays|holds?|takes?|accepts?|equals?|exceeds?|starts?|remains?|does|supports?|allows?|comes)';
const subjects = pattern(String.raw`${partBegins}${field}(?=\s+${verb}\b(?!['’]))`);

/** What a sentence says of each field that it names, as it would be in the words of that, and where it does so. */
export function saidOfNamed(sentence: string): { said: string; from: number }[] {
  const found = matchesOf(subjects, sentence);
  return found.map(({ 0: { length }, index }, i) => ({
    said: 'it'.padEnd(length) + sentence.slice(index + length, found[i + 1]?.index),
    from: index,
  }));
}
