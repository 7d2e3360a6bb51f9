/** Facts that pages state in words only. What is not said in so many words is not read into them. */

/** Words without the line breaks and the indentation of their page. */
export function wordsOf(text: string | undefined): string {
  return (text ?? '').replaceAll(/\s+/g, ' ').trim();
}

/** Whether a description calls what it describes deprecated: `Deprecated: …`, `(deprecated)`, `is now deprecated`. */
export function isDeprecated(description: string | undefined): boolean {
  return /^\W*deprecated\b|[([]deprecated\b|\b(?:is|are|been) (?:now )?deprecated\b/i.test(
    wordsOf(description),
  );
}

/** Words for units and encodings, each with its one name. `second` is no unit in `the second item`. */
const measures: Readonly<Record<string, string>> = {
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
  base64: 'base64',
  base64url: 'base64url',
  hexadecimal: 'hexadecimal',
};

/** The one unit or encoding that a description names; `undefined` when it names none, or several. */
export function measureOf(description: string | undefined): string | undefined {
  const words = wordsOf(description)
    .toLowerCase()
    .replaceAll('base-64', 'base64')
    .split(/[^a-z\d]+/);
  const named = new Set(
    words.flatMap((word) => (Object.hasOwn(measures, word) ? (measures[word] ?? []) : [])),
  );
  const [measure] = named;
  return named.size === 1 ? measure : undefined;
}
