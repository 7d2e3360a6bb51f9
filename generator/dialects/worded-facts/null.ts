/** How people word that a field may be null. */
import { mayBe } from './held.ts';
import { begins, ends, endsElsewhere, kindOfField, subject } from './sentences.ts';
import { pattern, type WordedFact } from './wording.ts';

export const nullability: WordedFact = {
  name: 'that it may be null',
  hint: /null|nil\b|空/i,
  anywhere: [
    pattern(
      String.raw`${begins}(?:(?:(?:${subject}|(?:(?:this|the)\s+)?value)\s+is\s+)?nullable(?:\s+${kindOfField})?(?:\s*[:：]\s*(?:yes|true))?|(?:(?:${subject}|(?:the\s+)?value)\s+)?(?:may|can) be\s+null|null\s+is (?:allowed|accepted|permitted|valid|possible)|(?:is\s+)?null\s+(?:if|when) [^.\n]{1,100})${ends}`,
    ),
  ],
  ofFields: [
    pattern(
      String.raw`(?<!(?:\b(?:not|never|non|no|nor|cannot|without|than)|n['’]t)\W{1,3}(?:(?:be|set|to|a|an|allowed)\W{1,3}){0,3})\b(?:null(?:able)?|nil)\b(?!\s*[:：=]\s*(?:no|false)\b)(?!\s+(?:(?:is|are)\s+not|bytes?|characters?|devices?)\b)(?!-)`,
    ),
    pattern(`(?:可以?|允许|可能)为?空${endsElsewhere}`),
  ],
  isKnown: ({ type }) =>
    mayBe(type, ({ kind }) => ['null', 'open', 'link', 'named'].includes(kind)),
};
