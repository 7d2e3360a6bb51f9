/** The events of a model, as messages are held against them. */
import { editionOf } from '../model/edition.ts';
import type { Direction, Model, Renames } from '../model/model.ts';
import { readingModeOf } from '../model/reading.ts';
import { eventsOf } from '../model/walk.ts';
import { fits } from '../runtime/misfits.ts';
import { isObject } from '../runtime/objects.ts';
import type { EventSet, Expectation } from '../runtime/types.ts';
import { expectationIn } from './expectation.ts';
import { docsOf } from './other-names.ts';

/** An event of a model that is known no sooner than the program runs. */
export interface AnyEvent {
  type: string;
  [key: string]: unknown;
}

/**
 * The events of one direction. They are read as the source says, and so as its generated guards read them.
 *
 * @param renames what sources tell of the names of others
 */
export function eventSetOf(
  model: Model,
  direction: Direction,
  renames?: readonly Renames[],
): EventSet<AnyEvent> {
  const reading = readingModeOf(model.source, direction);
  const expected: Record<string, Expectation> = Object.fromEntries(
    eventsOf(model, direction).map(({ name, body }) => [name, expectationIn(model, body)]),
  );
  const is = (value: unknown): value is AnyEvent => {
    if (!isObject(value) || typeof value.type !== 'string') return false;
    const { type } = value;
    const expectation = Object.hasOwn(expected, type) ? expected[type] : undefined;
    return expectation !== undefined && fits(value, expectation, reading);
  };
  const opposite = direction === 'server' ? 'client' : 'server';
  return {
    title: `${direction} event of ${editionOf(model.source)}`,
    direction,
    docs: docsOf(model, renames),
    other: { direction: opposite, names: eventsOf(model, opposite).map(({ name }) => name) },
    reading,
    is,
    expected,
  };
}
