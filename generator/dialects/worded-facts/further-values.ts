/** How people word that a field has values beside those that it lists. */
import { listedIn, lists, mayBeWithin, mayGrow } from './held.ts';
import { allowed, bulletOfWord, listOfValues } from './list-of-values.ts';
import { begins, ends } from './sentences.ts';
import { quoted } from './values.ts';
import { pattern, type WordedFact } from './wording.ts';

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
    if (mayBeWithin(type, ({ kind }) => kind === 'string') || lists(type, all)) return true;
    return mayGrow(type) ? all.every(isNumber) : listedIn(type).size === 0;
  },
};

function isNumber(text: string): boolean {
  return /^[-+]?\d[\d.,_e]*$/i.test(text);
}
