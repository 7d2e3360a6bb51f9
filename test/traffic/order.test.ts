/** Events that came before what they follow. */
import { describe, expect, test } from 'vitest';
import { orderOf } from '../../generator/traffic/order.ts';
import { event, model } from '../support/models.ts';

const order = (...names: string[]) => orderOf(model(names.map((name) => event(name))));
const opened = { type: 'session.created' };
const created = { type: 'response.created', response: { id: 'r' } };
const added = { type: 'response.output_item.added', response_id: 'r', item: { id: 'i' } };
const delta = { type: 'response.text.delta', response_id: 'r', item_id: 'i' };
const done = { type: 'response.done', response: { id: 'r' } };

/** The faults of a session. */
function faults(...events: { type: string }[]): string[] {
  const { fault } = order('response.created', 'response.output_item.added');
  return events.flatMap((one) => {
    const found = fault(1, one.type, one);
    return found === undefined ? [] : [`${one.type} ${found}`];
  });
}

describe('a session', () => {
  test('in its order is fine', () => {
    expect(faults(opened, created, added, delta, delta, done)).toEqual([]);
  });

  test('with a delta before its item', () => {
    expect(faults(opened, created, delta, added)).toEqual([
      'response.text.delta came before the response.output_item.added of its item',
    ]);
  });

  test('with a response that was never created', () => {
    expect(faults(opened, done)).toEqual([
      'response.done came before the response.created of its response',
    ]);
  });

  test('that was begun in the middle says nothing', () => {
    expect(faults(delta, done)).toEqual([]);
  });
});

test('each session has its own order', () => {
  const { fault } = order('response.created');
  for (const session of [1, 2]) fault(session, opened.type, opened);
  fault(1, created.type, created);

  expect(fault(1, done.type, done)).toBeUndefined();
  expect(fault(2, done.type, done)).toBe('came before the response.created of its response');
});

test('a rule counts only where the docs have what comes first', () => {
  const { fault } = order('response.done');
  fault(1, opened.type, opened);

  expect(fault(1, done.type, done)).toBeUndefined();
});

test('another log is another session', () => {
  const { fault, begin } = order('response.created');
  fault(1, opened.type, opened);
  begin();

  expect(fault(1, done.type, done)).toBeUndefined();
});
