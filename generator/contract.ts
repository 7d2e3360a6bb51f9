/** What the contracts of hand-written files (`source.json`, corrections) have in common. */
import * as v from 'valibot';

/** One line of text. */
export const line = v.pipe(
  v.string('must be a text'),
  v.minLength(1, 'must not be empty'),
  v.regex(/^[^\p{Cc}\u2028\u2029]*$/u, 'must be one line without control characters'),
);

/** What is wrong with a key, to follow its name: `is missing`. */
export function faultOf(issue: v.BaseIssue<unknown>): string {
  if (issue.expected === 'never') return 'is not known';
  return issue.received === 'undefined' ? 'is missing' : issue.message;
}
