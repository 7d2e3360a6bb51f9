/** How people word what fields something has, or that they are documented elsewhere. */
import type { Link, Type } from '../../model/model.ts';
import { mayBe } from './held.ts';
import { begins, ends } from './sentences.ts';
import { quoted } from './values.ts';
import { pattern, type WordedFact } from './wording.ts';

const fields = '(?:fields|properties|parameters|attributes|keys|members)';
const others = '(?:other|same|remaining|additional|further|rest\\s+of\\s+the|more)';
const known = String.raw`(?:described|documented|listed|defined|explained|given)`;

export const fieldsElsewhere: WordedFact = {
  name: 'fields that stand elsewhere',
  hint: /fields|propert|param|attribut|keys|members|same|identical|see\s|refer|like\s|as\s|described|documented|listed|defined|explained|given/i,
  anywhere: [
    pattern(
      String.raw`\b(?:inherits?|extends?|shares?|repeats?)\s+(?:from\s+)?(?:(?:all|the)\s+)*(?:(?:the|same|of)\s+)*${fields}\s+(?:of|as|from|in|with)\b[^.\n]{0,80}`,
    ),
    pattern(
      String.raw`\b(?:has|have|takes?|carries|accepts?|supports?)\s+(?:all\s+)?the\s+same\s+${fields}\b[^.\n]{0,80}`,
    ),
    pattern(
      String.raw`\b(?:see|refer\s+to|look\s+at)\b[^.\n]{1,80}\bfor\s+(?:(?:a|the|its|all|full|complete|list|of)\s+)*(?:${others}\s+)?${fields}${ends}`,
    ),
    pattern(
      String.raw`${begins}(?:(?:the|its|all)\s+)*(?:${others}\s+${fields}\s+(?:are|as)\s|${fields}\s+are\s+(?:the\s+same\s+as|those\s+of|${known}\s+(?:in|at|on|under|elsewhere))(?!\s+(?:the\s+)?order)\b)[^.\n]{0,80}`,
    ),
    pattern(
      String.raw`${begins}(?:(?:it|this|the\s+\w+)\s+(?:is|has)\s+)?(?:the\s+)?(?:same(?:\s+(?:type|shape|structure|form(?:at)?|schema|values?|fields|object))?\s+as|identical\s+to|(?:structured|shaped|formed)\s+like|same\s+(?:shape|structure|form|schema)\s+as)\s+(?:(?:the|that\s+of|in|of|for)\s+)*${quoted}(?:\s+\w+)?${ends}`,
    ),
  ],
  ofFields: [
    pattern(
      String.raw`${begins}(?:(?:see|refer\s+to|like|as(?:\s+in)?|(?:is\s+)?${known}\s+(?:in|at|under|by))\s+(?:also\s+)?)(?:the\s+)?(?:${quoted}|\S+(?:\s+\S+){0,5})${ends}`,
    ),
  ],
  isKnown: ({ type }, { words }) =>
    !hasOpenObject(type) &&
    !/\b(?:same\b|fields|propert|param|attribut|keys\b|members)/i.test(words),
};

export const fieldsInWords: WordedFact = {
  name: 'fields',
  hint: new RegExp(quoted),
  anywhere: [],
  ofFields: [
    pattern(
      String.raw`(?<=^|\n)[ \t>]*(?:[-*+•·▪]|\d{1,3}[.)])[ \t]+${quoted}[ \t]*(?:[-–—:(=.,;]|$|\n)`,
    ),
    pattern(
      String.raw`${begins}(?:it\s+)?(?:has|holds|contains|carries|includes|consists\s+of)\s+(?:(?:the|an?|its|optional)\s+){0,3}${quoted}`,
    ),
    pattern(
      String.raw`\b${fields}(?:\s+(?:are|is|include|called|named|like|such\s+as))?\s*:?\s+${quoted}`,
    ),
  ],
  isKnown: ({ type }) => !hasOpenObject(type),
};

/** Whether something of a type is an object of which nothing is documented. */
function hasOpenObject(type: Type<Link>): boolean {
  return mayBe(type, (one) => {
    if (one.kind === 'array') return hasOpenObject(one.element);
    return one.kind === 'open' && one.reason !== 'cut';
  });
}
