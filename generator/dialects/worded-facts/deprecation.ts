/** How people word that a field, or an event, is on its way out. */
import {
  begins,
  circumstances,
  ends,
  endsInChinese,
  kindOfField,
  partBegins,
  partEnds,
  smallWords,
  subject,
  verb,
} from './sentences.ts';
import { quoted } from './values.ts';
import { pattern, type WordedFact } from './wording.ts';

export const deprecation: WordedFact = {
  name: 'that it is deprecated',
  hint: /废弃|弃用|deprecated|obsolete|superseded|discontinued|outdated|phased|sunset|will|legacy|retired|replaced|remov|longer|use|going/i,
  anywhere: [
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
};
