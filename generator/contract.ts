/** What the contracts of files from outside (`source.json`, corrections, settings) have in common. */
import { visit } from 'jsonc-parser';
import * as v from 'valibot';
import { UsageError } from './errors.ts';
import { limits } from './limits.ts';
import { isTooDeep, keysOf, repeatedKeys } from './model/json.ts';
import { similarTo } from './runtime/similar.ts';
import { isBlank } from './text.ts';

/** One line of text. */
export const line = v.pipe(
  v.string('must be a text'),
  v.minLength(1, 'must not be empty'),
  v.check((text) => text === '' || !isBlank(text), 'must not be blank'),
  v.maxLength(limits.paragraph, `must have ${limits.paragraph} characters at most`),
  v.regex(/^[^\p{Cc}\p{Surrogate}\u2028\u2029]*$/u, 'must be one line without control characters'),
);

/** An address that a link of what is generated may lead to. */
export const webAddress = v.pipe(
  line,
  v.url('must be a URL'),
  v.check((url) => !URL.canParse(url) || /^https?:/i.test(url), 'must begin with https://'),
);

const notADay = 'must be a date (YYYY-MM-DD)';

/** A day of the calendar. */
export const day = v.pipe(
  line,
  v.regex(/^\d{4}-\d{2}-\d{2}$/, notADay),
  v.check((date) => !isNoDay(date), notADay),
);

/** Whether a date is not of the calendar, as `2026-02-30`. */
export function isNoDay(date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return false;
  const time = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(time.valueOf()) || !time.toISOString().startsWith(date);
}

/** An object of these keys and no others; of another key it is said which there are. */
export function objectOf<const Entries extends v.ObjectEntries>(entries: Entries) {
  const object = v.strictObject(entries, (issue) =>
    issue.expected === 'never'
      ? `${notKnown}; ${meantOf(issue.input, Object.keys(entries), 'the keys here')}`
      : 'must be an object',
  );
  // A list is an object to valibot, and an empty one has no key that is not known.
  const run: (typeof object)['~run'] = (dataset, config) =>
    object['~run'](Array.isArray(dataset.value) ? { value: null } : dataset, config);
  return { ...object, '~run': run };
}

/** A record that keeps each key that it has, in their order: valibot passes over some, whatever stands there. */
export function recordOf<
  Key extends v.GenericSchema<string, string>,
  Value extends v.GenericSchema,
>(key: Key, value: Value, message = 'must be an object') {
  const record = v.record(key, value, message);
  const run: (typeof record)['~run'] = (dataset, config) => {
    const { value: given } = dataset;
    const isRecord = typeof given === 'object' && given !== null && !Array.isArray(given);
    const input = isRecord ? Object.entries<unknown>({ ...given }) : [];
    const result = record['~run'](isRecord ? dataset : { value: null }, config);
    if (!result.typed || !input.some(([name]) => noRecordKeeps.has(name))) return result;
    for (const [name, held] of input) {
      const parsed = v.safeParse(v.tuple([key, value]), [name, held], config);
      if (!parsed.success) {
        const [first, ...others] = parsed.issues.map((issue) => inEntry(name, issue));
        return first ? { typed: false, value: result.value, issues: [first, ...others] } : result;
      }
      // All of them anew, so that they stay in their order.
      Reflect.deleteProperty(result.value, name);
      Object.defineProperty(result.value, name, {
        value: parsed.output[1],
        enumerable: true,
        configurable: true,
        writable: true,
      });
    }
    return result;
  };
  return { ...record, '~run': run };
}

/** A fault of an entry, whose path begins with its place in the pair of key and value. */
function inEntry(key: string, issue: v.BaseIssue<unknown>): v.BaseIssue<unknown> {
  const [place, ...below] = issue.path ?? [];
  const item = { type: 'object', origin: 'value', input: {}, key, value: place?.value } as const;
  return { ...issue, path: [item, ...below] };
}

const notKnown = 'is not known';

/**
 * What was probably meant by a name that is not known: the one that looks like it, or else all that there are.
 *
 * @param whose what the names are, in a sentence: `the keys here`
 */
export function meantOf(input: unknown, names: readonly string[], whose: string): string {
  const similar = typeof input === 'string' ? similarTo(input, names) : undefined;
  return similar === undefined ? `${whose} are ${names.join(', ')}` : `did you mean "${similar}"?`;
}

/** What a source may be called: the name of its folder, which becomes part of paths and reports. */
export const sourceId = /^[A-Za-z\d][\w.-]*$/;

/**
 * What is wrong with a key, to follow its name and to end a sentence: `is missing.`
 *
 * @param meaning what the key says, for who forgot it
 */
export function endOf(issue: v.BaseIssue<unknown>, meaning?: string): string {
  if (meaning !== undefined && issue.received === 'undefined')
    return `is missing; it is ${meaning}.`;
  const fault = faultOf(issue);
  return fault.endsWith('?') ? fault : `${fault}.`;
}

/** The same without the full stop. */
export function faultOf(issue: v.BaseIssue<unknown>): string {
  if (issue.expected === 'never')
    return issue.message.startsWith(notKnown)
      ? issue.message
      : `${notKnown}; remove it, or fix its spelling`;
  if (issue.received === 'undefined') return 'is missing';
  // What a contract has no words for has those of valibot.
  return issue.message.startsWith('Invalid ') && issue.expected !== null
    ? `must be ${issue.expected.replace(/^\((.*)\)$/, '$1').replaceAll(' | ', ' or ')}`
    : issue.message;
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
 * @throws UsageError as {@link readDataFile} does, and where a key is one that no record keeps
 */
export function readSettingsFile<Content>(
  text: string,
  name: string,
  contract: v.GenericSchema<unknown, Content>,
): Content {
  const content = readDataFile(text, name, contract);
  const [unkept] = keysOf(withoutMark(text), ({ key }) => noRecordKeeps.has(key));
  if (unkept) throw new UsageError(`${name}: "${unkept.path}" ${notKnown}; remove it.`);
  return content;
}

/**
 * Reads a JSON file that says everything once, by its contract.
 *
 * @param text the file
 * @param name what the file is called
 * @param deepest how many levels deep what it may hold is
 * @throws UsageError as {@link readJsonFile} does, and when a key is there twice
 */
export function readDataFile<Content>(
  text: string,
  name: string,
  contract: v.GenericSchema<unknown, Content>,
  deepest?: number,
): Content {
  const content = readJsonFile(text, name, contract, deepest);
  const [repeated] = repeatedKeys(withoutMark(text));
  if (repeated) throw new UsageError(`${name}: "${repeated.path}" is there twice; remove one.`);
  return content;
}

/**
 * Reads a JSON file by its contract.
 *
 * @param text the file
 * @param name what the file is called
 * @param deepest how many levels deep what it may hold is
 * @throws UsageError when it is nested deeper, is not JSON, or does not follow the contract, naming the first key that does not
 */
export function readJsonFile<Content>(
  text: string,
  name: string,
  contract: v.GenericSchema<unknown, Content>,
  deepest?: number,
): Content {
  if (isTooDeep(text, deepest))
    throw new UsageError(
      `${name} is nested deeper than anything it may hold; see that it is the file you mean.`,
    );
  let value: unknown;
  try {
    value = JSON.parse(withoutMark(text));
  } catch {
    throw new UsageError(
      `${name}${placeOfFault(withoutMark(text))} is not valid JSON; fix it here.`,
    );
  }
  // A list has keys as well, which no contract is about.
  if (Array.isArray(value)) throw new UsageError(`${name}: it must be an object.`);
  const parsed = v.safeParse(contract, value, { abortEarly: true });
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const key = v.getDotPath(issue);
  const isAnotherFile = issue.received === 'undefined' && issue.path?.length === 1;
  const fault = isAnotherFile
    ? 'is missing; add it, or see that it is the file you mean.'
    : endOf(issue);
  throw new UsageError(`${name}: ${key === null ? 'it' : `"${key}"`} ${fault}`);
}

/** `:3:14`, where a text stops to be JSON. */
function placeOfFault(text: string): string {
  let fault: number | undefined;
  const onError = (_: unknown, offset: number): void => {
    fault ??= offset;
  };
  visit(text, { onError }, { disallowComments: true });
  const lines = text.slice(0, fault ?? 0).split(/\r\n|\r|\n/);
  return `:${lines.length}:${(lines.at(-1) ?? '').length + 1}`;
}

/** A text without the byte order mark that some editors write. */
function withoutMark(text: string): string {
  return text.replace(/^\ufeff/, '');
}
