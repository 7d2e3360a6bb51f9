/** How people word that a server does nothing with a field. */
import {
  begins,
  beginsInChinese,
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
import { pattern, type WordedFact } from './wording.ts';

export const lackOfSupport: WordedFact = {
  name: 'that it is not supported',
  hint: /支持|support|implemented|available|soon|ignored|effect|nothing|reserved/i,
  anywhere: [
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
};
