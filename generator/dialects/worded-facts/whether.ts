/**
 * What a yes or no tells: `Whether null is allowed, on by default.` Up to the comma, nothing is said of the field itself, but
 * of what it is about. `Whether it is `a` or `b`` lists values, and stays.
 */
const says = String.raw`(?:indicat|specif|determin|control|decid|defin|tell|show|say|set)(?:e?s|ies)`;
const goesOn = String.raw`[.,;:()–—\n]|\s-\s|\s(?:and|but)\s+(?:it|this|is|defaults?|must|may|can|required|optional)(?!\w)|$`;
const clause = new RegExp(
  String.raw`(?<=(?:^|[.!?;\n]\s{0,3})(?:(?:it\s|this\s)?${says}\s)?)whether\b[^.,;:()–—\n\uE000-\uE002]*?(?=${goesOn})`,
  'gi',
);

/** A masked text in which what a yes or no tells is one long word, character by character. */
export function withoutQuestions(masked: string): string {
  return masked.replaceAll(clause, (words) => 'whether'.padEnd(words.length, '_'));
}
