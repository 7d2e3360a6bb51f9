/** What the contracts of files from outside (`source.json`, corrections, settings) have in common. */
import * as v from 'valibot';
import { UsageError } from './errors.ts';
import { keysOf } from './model/json.ts';

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
      : `${notKnown}; remove it, or fix its spelling`;
  return issue.received === 'undefined' ? 'is missing' : issue.message;
}

/** Names that no record of a contract keeps: it would pass them over. */
export const noRecordKeeps: ReadonlySet<string> = new Set([
  '__proto__',
  'constructor',
  'prototype',
]);

/**
 * Reads a JSON file that people write, by its contract: no key of it is passed over.
 *
 * @param text the file
 * @param name what the file is called
 * @throws UsageError as {@link readJsonFile} does, and when a key is there twice
 */
export function readSettingsFile<Content>(
  text: string,
  name: string,
  contract: v.GenericSchema<unknown, Content>,
): Content {
  const content = readJsonFile(text, name, contract);
  const keys = keysOf(withoutMark(text));
  const [repeated] = keys.filter(({ isRepeated }) => isRepeated);
  if (repeated) throw new UsageError(`${name}: "${repeated.path}" is there twice; remove one.`);
  const [unkept] = keys.filter(({ key }) => noRecordKeeps.has(key));
  if (unkept) throw new UsageError(`${name}: "${unkept.path}" ${notKnown}; remove it.`);
  return content;
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
    value = JSON.parse(withoutMark(text));
  } catch {
    throw new UsageError(`${name} is not valid JSON.`);
  }
  // A list has keys as well, which no contract is about.
  if (Array.isArray(value)) throw new UsageError(`${name}: it must be an object.`);
  const parsed = v.safeParse(contract, value, { abortEarly: true });
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const key = v.getDotPath(issue);
  throw new UsageError(`${name}: ${key === null ? 'it' : `"${key}"`} ${faultOf(issue)}.`);
}

/** A text without the byte order mark that some editors write. */
function withoutMark(text: string): string {
  return text.replace(/^\ufeff/, '');
}
