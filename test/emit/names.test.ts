/** No two things in generated code have one name, whatever the docs call them. */
import { beforeAll, describe, expect, it } from 'vitest';
import { exportedNamesOf, Names } from '../../generator/emit/names.ts';
import type { Model } from '../../generator/model/model.ts';
import { codeFaultsOf, inAllReadings } from '../support/code-faults.ts';
import {
  arrayOf,
  boolean,
  clientEvent,
  discriminator,
  event,
  integer,
  mapOf,
  model,
  nothing,
  object,
  optional,
  reference,
  required,
  shape,
  string,
  union,
} from '../support/models.ts';
import { faultyDocsOf } from '../support/random-names.ts';

describe('a register', () => {
  it('gives a thing the name that it wants, and another thing the same with a number', () => {
    const names = new Names(['taken']);
    expect(names.claim('one', 'item')).toBe('item');
    expect(names.claim('another', 'item')).toBe('item2');
    expect(names.claim('a third', 'item')).toBe('item3');
    expect(names.claim('a fourth', 'taken')).toBe('taken2');
  });

  it('gives a thing one name, whatever is claimed between', () => {
    const names = new Names();
    expect(names.claim('one', 'item')).toBe('item');
    names.claim('another', 'item');
    expect(names.claim('one', 'item')).toBe('item');
  });
});

it('a schema that would be called as a guard has a number, since index.ts exports both', () => {
  const small = model(
    [event('is.foo', [required('a', reference('FooEventSchema'))])],
    [shape('FooEventSchema', object([required('b', string)]))],
  );
  const names = exportedNamesOf(small);
  expect(names.guard('FooEventSchema')).toBe('isFooEventSchema');
  expect(names.schema('IsFooEvent')).toBe('isFooEventSchema2');
  expect(codeFaultsOf([small])).toEqual([[]]);
});

it('what would be called as a value of the runtime has a number, since modules import that', () => {
  const names = exportedNamesOf(
    model([
      event('standard', [], { typeName: 'Standard' }),
      event('named', [], { typeName: 'EventNamed' }),
    ]),
  );
  expect(names.schema('Standard')).toBe('standardSchema2');
  expect(names.assertion('EventNamed')).toBe('assertEventNamed2');
});

const text = object([required('name', string)]);
const whole = union(string, integer);
const half = union(boolean, nothing);

/** Models in which two things want one name. */
const clashes: Record<string, Model> = {
  'an event and a shape, with keys': model(
    [event('error', [required('error', reference('RealtimeError'))])],
    [shape('RealtimeError', text)],
  ),
  'an event and the shape of a field of another': model(
    [
      clientEvent('tune', [required('to', reference('TuneTo'))]),
      clientEvent('tune.to', [required('station', string)]),
    ],
    [shape('TuneTo', object([required('band', string)]))],
  ),
  'fields of events of both directions': model([
    event('a.b', [required('c', arrayOf(whole))]),
    clientEvent('a', [required('b_c', arrayOf(half))]),
  ]),
  'fields that differ in their signs': model([
    event('a', [
      required('b_c', arrayOf(whole)),
      required('b.c', arrayOf(half)),
      required('bC', mapOf(whole)),
    ]),
  ]),
  'a field and an element of another': model([
    event('a', [required('b', arrayOf(arrayOf(whole))), required('bItem', arrayOf(half))]),
  ]),
  'shapes and what guards call their own': model(
    [
      event('a', [
        required('b', reference('ArrayOf')),
        required('c', mapOf(whole)),
        required('constructor', arrayOf(whole)),
      ]),
    ],
    [shape('ArrayOf', text)],
  ),
  'a shape that contains itself, and one that is called as its guard': model(
    [event('a', [required('b', reference('Tree')), required('c', reference('TreeWithin'))])],
    [
      shape('Tree', object([optional('parent', reference('Tree'))])),
      shape('TreeWithin', object([required('b', arrayOf(half))])),
    ],
  ),
  'an event of both directions': model([
    event('a', [required('b', arrayOf(whole))]),
    clientEvent('a', [required('b', arrayOf(half))], { typeName: 'ClientAEvent' }),
  ]),
};

/** Models with types that contain themselves, and with objects that have no name. */
const nested: Record<string, Model> = {
  'a map of itself': model(
    [event('a', [required('b', reference('Tree'))])],
    [shape('Tree', union(string, mapOf(reference('Tree'))))],
  ),
  'a list of itself': model(
    [event('a', [required('b', reference('Tree'))])],
    [shape('Tree', union(string, arrayOf(reference('Tree'))))],
  ),
  'objects without a name that differ in their fields': model([
    clientEvent('d', [
      required('a', union(object([discriminator('b', 'x'), optional('c', integer)]), text)),
      optional('k', object([required('k', string)])),
      optional('K', object([required('K', integer)])),
    ]),
  ]),
  'objects without a name': model(
    [
      event('a', [required('b', union(string, text)), optional('c', arrayOf(text))]),
      clientEvent('d', [required('b', text), required('tree', reference('Tree'))]),
    ],
    [
      shape(
        'Tree',
        object([
          required('text', text),
          optional('more', object([required('tree', reference('Tree'))])),
        ]),
      ),
    ],
  ),
};

describe('the code compiles and the guards tell messages apart, to their depth, in all four readings', () => {
  const cases = Object.entries({ ...clashes, ...nested });
  const faults = new Map<string, string[][]>();
  // Most of the time of a compiler goes into what all programs have: there is one for all cases.
  beforeAll(() => {
    const all = codeFaultsOf(cases.flatMap(([, small]) => inAllReadings(small)));
    for (const [i, [title]] of cases.entries()) faults.set(title, all.slice(4 * i, 4 * i + 4));
  });

  it.each(cases)('of %s', (title) => {
    expect(faults.get(title)).toEqual([[], [], [], []]);
  });
});

it('whatever things are called, the code compiles and the guards tell messages apart', () => {
  expect(faultyDocsOf(8, 0)).toEqual([]);
});
