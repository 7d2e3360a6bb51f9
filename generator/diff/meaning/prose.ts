/** Facts that pages state in words only. What is not said in so many words is not read into them. */

/** Words without the line breaks and the indentation of their page. */
export function wordsOf(text: string | undefined): string {
  return (text ?? '').replaceAll(/\s+/g, ' ').trim();
}

/** Words for the units of numbers, each with its one name. `second` is not a unit in `the second item`. */
const units: Readonly<Record<string, string>> = {
  nanoseconds: 'nanoseconds',
  microseconds: 'microseconds',
  milliseconds: 'milliseconds',
  ms: 'milliseconds',
  seconds: 'seconds',
  minutes: 'minutes',
  hours: 'hours',
  hertz: 'hertz',
  hz: 'hertz',
  kilohertz: 'kilohertz',
  khz: 'kilohertz',
  bytes: 'bytes',
  kilobytes: 'kilobytes',
  megabytes: 'megabytes',
  percent: 'percent',
  decibels: 'decibels',
};

/** Words for what a text is encoded in. */
const encodings: Readonly<Record<string, string>> = {
  base64: 'base64',
  base64url: 'base64url',
  hex: 'hexadecimal',
  hexadecimal: 'hexadecimal',
  raw: 'raw',
};

/** The one unit that a description names; `undefined` when it names none, or several. */
export function unitOf(description: string | undefined): string | undefined {
  const [unit, ...others] = namedIn(description, units);
  return others.length === 0 ? unit : undefined;
}

/** The one encoding that a description names; `undefined` when it names none, or several. */
export function encodingOf(description: string | undefined): string | undefined {
  const named = namedIn(description, encodings);
  // Raw bytes in base64 are base64.
  const telling = named.length > 1 ? named.filter((encoding) => encoding !== 'raw') : named;
  const [encoding, ...others] = telling;
  return others.length === 0 ? encoding : undefined;
}

function namedIn(
  description: string | undefined,
  names: Readonly<Record<string, string>>,
): string[] {
  const words = wordsOf(description)
    .toLowerCase()
    .replaceAll('base-64', 'base64')
    .split(/[^a-z\d]+/);
  const named = words.flatMap((word) => (Object.hasOwn(names, word) ? (names[word] ?? []) : []));
  return [...new Set(named)];
}
