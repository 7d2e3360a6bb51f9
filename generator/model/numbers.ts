/** Numbers as texts write them. A program holds 17 digits of a number at most, and nearly all that texts have. */

/** Thousands with commas between them, `1,000`, are neither two numbers nor one of JSON. */
const thousands = String.raw`\d{3}(?!\d)`;
/** The pattern of a number in words, whole, as JSON has it without an exponent. */
export const numberInWords = String.raw`(?<![\d._+]|\d[xob]|[1-9]\d{0,2},(?=${thousands}))-?(?:0|[1-9]\d*)(?:\.\d+)?(?![\d_]|\.\d|[xob][\da-f]|(?<=[1-9]\d{0,2}),${thousands})`;

/** A number of a text: of JSON, with any number of zeros. */
const written = /[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi;

/**
 * The first number of a text, outside of quotes, that comes out as another. Integers that are too great are left to the
 * contract of the model.
 */
export function unheldNumber(text: string): string | undefined {
  return text
    .replaceAll(/'[^']*'|"[^"]*"/g, '')
    .match(written)
    ?.find((number) => Math.abs(Number(number)) <= Number.MAX_SAFE_INTEGER && !isHeld(number));
}

/** Whether a number comes out as it is written. */
export function isHeld(number: string): boolean {
  return withoutZeros(number) === withoutZeros(String(Number(number)));
}

/** A number as its digits and where they stand, in one form. */
function withoutZeros(number: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^\+?(-?)0*(\d*)(?:\.(\d*?)0*)?(?:e([+-]?\d+))?$/i.exec(number) ?? [];
  const digits = (whole + fraction).replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  const shift = Number(exponent) - fraction.length + digits.length - significant.length;
  return significant === '' ? '0' : `${sign}${significant}e${shift}`;
}

/** What is wrong with such a number. */
export function unheldSentence(number: string): string {
  return `${number} has more digits than a number holds, and would be ${Number(number)}; state a shorter one.`;
}
