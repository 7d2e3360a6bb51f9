/** Values in words: masked, so that no wording depends on how a value is dressed and no mark within one ends a sentence. */
/** What a value is masked with: its first character, that of a number, and each other one. */
const [first, firstOfNumber, other] = ['\uE000', '\uE002', '\uE001'];
const quotations =
  /`[^`\n]+`|(?<![\p{L}\p{N}])(?:'[^'\n]{1,200}'(?![\p{L}\p{N}])|‘[^’\n]{1,200}’(?![\p{L}\p{N}]))|"[^"\n]{1,200}"|“[^”\n]{1,200}”|«[^»\n]{1,200}»/gu;

/** A text with each value in quotation marks or code masked, character by character; `null` stays what it is. */
export function withMaskedValues(text: string): string {
  const masked = text.replaceAll(quotations, (quotation) => {
    if (/^.null.$/.test(quotation)) return quotation.replaceAll(/\W/g, ' ');
    const start = /^.[-−+–~]?\.?\d/u.test(quotation) ? firstOfNumber : first;
    return start + other.repeat(quotation.length - 1);
  });
  return inTwoBytes(masked);
}

/**
 * The same text, as V8 stores one with a mask: in two bytes a character, and not in one. A regular expression is compiled for
 * each of both where it meets both, which takes as long as all that is looked for in the texts.
 */
function inTwoBytes(text: string): string {
  return `${first}${text}`.slice(first.length);
}

/** The values that stand, in quotation marks or code, in a part of a text; `masked` is the same part with its mask. */
export function valuesUnder(masked: string, text: string): string[] {
  return Array.from(masked.matchAll(/[\uE000\uE002]\uE001*/g), ({ 0: { length }, index }) =>
    text.slice(index + 1, index + length - 1),
  );
}

export const quoted = '[\uE000\uE002]\uE001*';
// What is repeated in these must be taken in one way only, or looking for it takes twice as long with each time.
export const digits = String.raw`(?<!\d[.,]?)[-−+]?\d[\d.,_]{0,40}(?:e[-+]?\d{1,3}|[xob][\da-f]{1,16}|[kn](?!\w))?(?<![.,])`;
export const number = String.raw`(?:${digits}|\uE002\uE001*)`;
export const unit = String.raw`(?:\s?(?:%|ms|s|hz|khz|db|sec(?:ond)?s?|milliseconds?|minutes?|hours?|days?|tokens?|bytes?|bits?|percent|degrees?|points?|times|samples?|pixels?))?`;
export const value = String.raw`(?:${quoted}|${digits}(?=\W|$)|(?:true|false)\b)`;
export const values = String.raw`${quoted}(?:\s*\([^()\n]{0,80}\))?(?:\s*(?:(?:[,，、/|;；或和]|\bor\b|\band\b|или|и)\s*)+${value}(?:\s*\([^()\n]{0,80}\))?)+`;

export const numbers = String.raw`${number}(?:\s*(?:(?:[,、/|;]|\bor\b|\band\b)\s*)+${number})+`;

/** What people write for yes and no. */
export const yesOrNo = /^(?:true|false|yes|no|on|off|0|1)$/i;

/** A number as a word; "one" may be anything. */
export const numeral =
  '(?:zero|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|hundred|thousand|million)';
