import { describe, expect, test } from 'vitest';
import { coverageOf, coverageReport } from '../../generator/reports/coverage.ts';
import type { Field, Open, Position, Shape, Type } from '../../generator/model/model.ts';
import {
  arrayOf,
  clientEvent,
  event,
  mapOf,
  model,
  nothing,
  object,
  openObject,
  openValue,
  optional,
  reference,
  required,
  shape,
  string,
  union,
} from '../support/models.ts';

/** What is counted of an event with these fields, its `type` apart. */
function counts(fields: Field[], shapes: Shape[] = []) {
  const {
    fields: all,
    open,
    inferred,
    corrected,
  } = coverageOf(model([event('ping', fields)], shapes));
  return { fields: all - 1, open, inferred, corrected };
}

/** An open type at a place of its own. */
function openAt(position: Position, more: Partial<Open> = {}): Open {
  return { kind: 'open', position, of: 'object', reason: 'opaque', ...more };
}

describe('a field is open when a part of its own type is', () => {
  test.each<[string, Type, number]>([
    ['a text', string, 0],
    ['anything', openValue, 1],
    ['an object of which nothing is said', openObject, 1],
    ['an array of anything', arrayOf(openValue), 1],
    ['a map of anything', mapOf(openValue), 1],
    ['what may be an open object or null', union(openObject, nothing), 1],
    ['an array of arrays', arrayOf(arrayOf(openValue)), 1],
    ['an array of texts', arrayOf(string), 0],
    ['a union of two open parts, which is one field', union(openObject, arrayOf(openValue)), 1],
  ])('%s', (_, type, open) => {
    expect(counts([required('it', type)])).toEqual({ fields: 1, open, inferred: 0, corrected: 0 });
  });

  test('and not when only a field of its own is', () => {
    expect(counts([required('it', object([required('own', openValue)]))])).toMatchObject({
      fields: 2,
      open: 1,
    });
  });

  test('a shape that a dead link stands for', () => {
    expect(counts([required('it', reference('Lost'))], [shape('Lost', openObject)])).toMatchObject({
      fields: 1,
      open: 1,
    });
  });

  test('a shape with an open field is not open itself', () => {
    const station = shape('Station', object([required('place', openObject)]));

    expect(counts([required('it', reference('Station'))], [station])).toMatchObject({
      fields: 2,
      open: 1,
    });
  });
});

test('a field counts by its origin, too', () => {
  expect(
    counts([
      required('a', string, { origin: 'inferred' }),
      required('b', openValue, { origin: 'inferred' }),
      required('c', string, { origin: 'corrected' }),
      required('d', string),
    ]),
  ).toEqual({ fields: 4, open: 1, inferred: 2, corrected: 1 });
});

test('a field of a shape counts once for each event that has it', () => {
  const station = shape('Station', object([required('name', string)]));
  const it = required('it', reference('Station'));
  const coverage = coverageOf(model([event('ping', [it]), clientEvent('pong', [it])], [station]));

  expect(coverage.fields).toBe(6);
  expect(coverage.events.map((one) => `${one.direction} ${one.event} ${one.fields}`)).toEqual([
    'server ping 3',
    'client pong 3',
  ]);
});

test('an event that claims no list of fields is counted as such', () => {
  const named = event('ping', [], { body: object([], { open: 'opaque' }) });

  expect(coverageOf(model([named, event('pong')])).unlisted).toBe(1);
});

test('an open place is listed once, with the first way to it', () => {
  const open = openAt('small/page.md:7:3');
  const it = optional('it', arrayOf(object([optional('rest', open)])));

  expect(coverageOf(model([event('ping', [it]), event('pong', [it])])).openPlaces).toEqual([
    { open, path: 'ping it[].rest' },
  ]);
});

describe('the report', () => {
  const ping = event('ping', [
    required('one', openAt('small/ping.md:5:3')),
    required('two', string, { origin: 'corrected' }),
  ]);
  const pong = clientEvent('pong', [
    required('one', openAt('small/pong.md:5:3', { of: 'value', reason: 'example' })),
    required('two', openAt('small/pong.md:6:3', { reason: 'cut' })),
    required('three', openAt('small/pong.md:7:3', { reason: 'dead-reference' })),
  ]);
  const small = coverageOf(model([ping, pong, event('stop')]));

  test('has the events with most open fields first, and then every open type with its place', () => {
    expect(coverageReport([small]).slice(3)).toEqual([
      'events with open fields  fields  concrete  open  inferred  corrected  concrete share',
      'small client pong             4         1     3         0          0          25.0 %',
      'small server ping             3         2     1         0          1          66.7 %',
      '',
      '4 open types',
      'small/ping.md:5:3 open object ping one: the page says no more',
      'small/pong.md:5:3 unknown pong one: the example shows no more',
      'small/pong.md:6:3 open object pong two: the page breaks off',
      'small/pong.md:7:3 open object pong three: the page points at a section that is not there',
    ]);
  });

  test('of docs that leave nothing open lists no event', () => {
    expect(coverageReport([coverageOf(model([event('stop')]))]).slice(3)).toEqual([
      'events with open fields  fields  concrete  open  inferred  corrected  concrete share',
      '',
      '0 open types',
    ]);
  });

  test('of a source without events divides nothing by nothing', () => {
    expect(coverageReport([coverageOf(model([]))])[1]).toMatch(/ 100\.0 %$/);
  });
});

test('the totals of a coverage report have a figure below every heading', () => {
  const named = event('ping', [], { body: object([], { open: 'opaque' }) });

  expect(coverageReport([coverageOf(model([named, event('stop')]))]).slice(0, 2)).toEqual([
    'source  events  of them without fields  fields  concrete  open  inferred  corrected  concrete share',
    'small        2                       1       1         1     0         0          0         100.0 %',
  ]);
});
