/** Standard Schema, version 1: the form in which validators are passed to libraries. */
import { adviceOn } from './advice.ts';
import { keyedMisfitsOf } from './misfits.ts';
import { isObject } from './objects.ts';
import { isEventName } from './outcomes.ts';
import { misfitWords, unknownSentence } from './event-error.ts';
import type {
  Docs,
  EventSet,
  Expectation,
  ReadingMode,
  StandardIssue,
  StandardResult,
  StandardSchema,
} from './types.ts';

/** One guard as a Standard Schema. */
export function standardSchema<Type>(
  is: (value: unknown) => value is Type,
  expected: Expectation,
  reading: ReadingMode,
  docs?: Docs,
): StandardSchema<Type> {
  return schemaOf(is, (value) => misfitIssues(value, expected, reading, docs));
}

/** The guard of all events of a direction as a Standard Schema. */
export function eventSchema<Event extends { type: string }>(
  events: EventSet<Event>,
): StandardSchema<Event> {
  const { is, expected, reading, docs } = events;
  return schemaOf(is, (value) => {
    const name = isObject(value) ? value['type'] : undefined;
    if (typeof name !== 'string')
      return misfitIssues(value, { required: { type: 'string' } }, reading);
    if (isEventName(name, expected)) return misfitIssues(value, expected[name], reading, docs);
    return [{ message: unknownSentence(name, events), path: ['type'] }];
  });
}

function schemaOf<Type>(
  is: (value: unknown) => value is Type,
  issuesOf: (value: unknown) => StandardIssue[],
): StandardSchema<Type> {
  const validate = (value: unknown): StandardResult<Type> => {
    try {
      return is(value) ? { value } : { issues: issuesOf(value) };
    } catch {
      return { issues: [{ message: 'this throws when it is read', path: [] }] };
    }
  };
  return { '~standard': { version: 1, vendor: 'realtime-event-types', validate } };
}

function misfitIssues(
  value: unknown,
  expected: Expectation,
  reading: ReadingMode,
  docs?: Docs,
): StandardIssue[] {
  const issues = keyedMisfitsOf(value, expected, reading).map((misfit) => {
    const advice = adviceOn(misfit, value, docs);
    const message = misfitWords({ ...misfit, ...(advice !== undefined && { advice }) });
    return { message, path: misfit.path };
  });
  return issues.length > 0 ? issues : [{ message: 'this changes while it is read', path: [] }];
}
