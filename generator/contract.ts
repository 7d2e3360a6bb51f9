/** What the contracts of files from outside (`source.json`, corrections, settings) have in common. */
import * as v from 'valibot';
import { UsageError } from './errors.ts';

/** One line of text. */
export const line = v.pipe(
  v.string('must be a text'),
  v.minLength(1, 'must not be empty'),
  v.regex(/^[^\p{Cc}\p{Surrogate}\u2028\u2029]*$/u, 'must be one line without control characters'),
);

/** An object of these keys and no others; of another key it is said which there are. */
export function objectOf<const Entries extends v.ObjectEntries>(entries: Entries) {
  return v.strictObject(entries, (issue) =>
    issue.expected === 'never'
      ? `${notKnown}; the keys here are ${Object.keys(entries).join(', ')}`
      : 'must be an object',
  );
}

const notKnown = 'is not known';

/** What a source may be called: the name of its folder, which becomes part of paths and reports. */
export const sourceId = /^[A-Za-z\d][\w.-]*$/;

/** What is wrong with a key, to follow its name: `is missing`. */
export function faultOf(issue: v.BaseIssue<unknown>): string {
  if (issue.expected === 'never')
    return issue.message.startsWith(notKnown)
      ? issue.message
      : `${notKnown}; remove it, or mend its spelling`;
  return issue.received === 'undefined' ? 'is missing' : issue.message;
}

/**
 * Reads a JSON file by its contract.
 *
 * @param text the file
 * @param name what the file is called
 * @throws UsageError when it is no JSON or does not follow the contract, naming the first key that does not
 */
export function readJsonFile<Content>(
  text: string,
  name: string,
  contract: v.GenericSchema<unknown, Content>,
): Content {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UsageError(`${name} is no valid JSON.`);
  }
  // A list has keys as well, which no contract is about.
  if (Array.isArray(value)) throw new UsageError(`${name}: it must be an object.`);
  const parsed = v.safeParse(contract, value, { abortEarly: true });
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const key = v.getDotPath(issue);
  throw new UsageError(`${name}: ${key === null ? 'it' : `"${key}"`} ${faultOf(issue)}.`);
}
