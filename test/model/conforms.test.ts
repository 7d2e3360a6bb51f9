import { describe, expect, test } from 'vitest';
import { misfitsOf, type Misfit } from '../../generator/model/conforms.ts';
import type { Direction, Json, Shape, Type } from '../../generator/model/model.ts';
import { toleranceOf } from '../../generator/model/tolerance.ts';
import {
  arrayOf,
  boolean,
  discriminator,
  integer,
  literal,
  mapOf,
  nothing,
  number,
  object,
  oneOf,
  openObject,
  openOneOf,
  openValue,
  optional,
  reference,
  required,
  shape,
  string,
  union,
} from '../models.ts';

function misfits(
  value: Json | undefined,
  type: Type,
  direction: Direction = 'client',
  shapes: readonly Shape[] = [],
): Misfit[] {
  return misfitsOf(
    value,
    type,
    toleranceOf({}, direction),
    new Map(shapes.map((one) => [one.name, one])),
  );
}

describe('a value that fits, in both directions', () => {
  test.each<[Json, Type]>([
    ['text', string],
    [1.5, number],
    [2, integer],
    [2.0, number],
    [false, boolean],
    [null, nothing],
    ['fm', literal('fm')],
    [2, oneOf(1, 2)],
    [{}, openObject],
    [null, openValue],
    [[], openValue],
    [[], arrayOf(string)],
    [['a', 'b'], arrayOf(string)],
    [{ a: 1 }, mapOf(integer)],
    [{ name: 'one' }, object([required('name', string), optional('city', string)])],
    [null, union(string, nothing)],
    [['a'], union(string, arrayOf(string))],
  ])('%j', (value, type) => {
    expect(misfits(value, type, 'server')).toEqual([]);
    expect(misfits(value, type, 'client')).toEqual([]);
  });
});

describe('a value that does not fit, in neither direction', () => {
  test.each<[Json | undefined, Type, string, string]>([
    [1, string, '', 'string'],
    ['1', number, '', 'number'],
    [1.5, integer, '', 'integer'],
    [0, boolean, '', 'boolean'],
    ['null', nothing, '', 'null'],
    [[], openObject, '', 'object'],
    [null, openObject, '', 'object'],
    [undefined, openValue, '', 'a value'],
    [{ 0: 'a' }, arrayOf(string), '', 'array'],
    [['a', 1], arrayOf(string), '[1]', 'string'],
    [[], mapOf(string), '', 'object'],
    [{ a: 'b', c: 1 }, mapOf(string), '.c', 'string'],
    [[], object([]), '', 'object'],
    [{}, object([required('name', string)]), 'name', 'a value'],
    [{ name: null }, object([required('name', string)]), 'name', 'string'],
    [
      { session: { tools: [{ name: 1 }] } },
      object([
        required(
          'session',
          object([required('tools', arrayOf(object([required('name', string)])))]),
        ),
      ]),
      'session.tools[0].name',
      'string',
    ],
  ])('%j', (value, type, path, expected) => {
    expect(misfits(value, type, 'server')).toEqual([{ path, expected }]);
    expect(misfits(value, type, 'client')).toEqual([{ path, expected }]);
  });
});

describe('every misfit is told', () => {
  test('of an object', () => {
    expect(
      misfits(
        { a: 1, c: 2 },
        object([required('a', string), required('b', string), required('c', string)]),
      ),
    ).toEqual([
      { path: 'a', expected: 'string' },
      { path: 'b', expected: 'a value' },
      { path: 'c', expected: 'string' },
    ]);
  });

  test('of an array', () => {
    expect(misfits([1, 'a', 2], arrayOf(string))).toEqual([
      { path: '[0]', expected: 'string' },
      { path: '[2]', expected: 'string' },
    ]);
  });
});

describe('read tolerantly, written exactly', () => {
  const tuned = object([optional('city', string), optional('band', oneOf('am', 'fm'))]);

  test('null for an optional field', () => {
    expect(misfits({ city: null }, tuned, 'server')).toEqual([]);
    expect(misfits({ city: null }, tuned, 'client')).toEqual([
      { path: 'city', expected: 'string' },
    ]);
  });

  test('null for a field of which the docs do not say', () => {
    const unstated = object([required('city', string, { requiredness: 'unstated' })]);

    expect(misfits({}, unstated, 'client')).toEqual([]);
    expect(misfits({ city: null }, unstated, 'server')).toEqual([]);
  });

  test('a new value', () => {
    expect(misfits({ band: 'dab' }, tuned, 'server')).toEqual([]);
    expect(misfits({ band: 'dab' }, tuned, 'client')).toEqual([
      { path: 'band', expected: '"am" | "fm"' },
    ]);
  });

  test('a new value in the place of the only one', () => {
    const constant = object([required('object', literal('radio'))]);

    expect(misfits({ object: 'radio.v2' }, constant, 'server')).toEqual([]);
    expect(misfits({ object: 'radio.v2' }, constant, 'client')).toEqual([
      { path: 'object', expected: '"radio"' },
    ]);
  });

  test('a new value of a list that the docs call open, in both directions', () => {
    const open = object([optional('band', openOneOf('am', 'fm'))]);

    expect(misfits({ band: 'dab' }, open, 'server')).toEqual([]);
    expect(misfits({ band: 'dab' }, open, 'client')).toEqual([]);
    expect(misfits({ band: 1 }, open, 'client')).toEqual([
      { path: 'band', expected: 'one of the documented values, or a new one' },
    ]);
  });

  test('a value of another type, however, is a misfit', () => {
    expect(misfits({ band: 1 }, tuned, 'server')).toEqual([
      { path: 'band', expected: 'one of the documented values, or a new one' },
    ]);
    expect(misfits(1, literal('radio'), 'server')).toEqual([{ path: '', expected: 'string' }]);
  });

  test('a key that nobody documented is none, in both directions', () => {
    expect(misfits({ color: 'red' }, tuned, 'server')).toEqual([]);
    expect(misfits({ color: 'red' }, tuned, 'client')).toEqual([]);
  });
});

describe('a discriminator', () => {
  test('has its one value in both directions', () => {
    const talk = object([discriminator('type', 'talk')]);

    expect(misfits({ type: 'music' }, talk, 'server')).toEqual([
      { path: 'type', expected: '"talk"' },
    ]);
    expect(misfits({ type: 'music' }, talk, 'client')).toEqual([
      { path: 'type', expected: '"talk"' },
    ]);
  });
});

describe('a union', () => {
  const shapes = [
    shape(
      'Talk',
      object([
        discriminator('type', 'talk'),
        required('speaker', object([required('name', string)])),
      ]),
    ),
    shape('Music', object([discriminator('type', 'music'), required('title', string)])),
  ];
  const part = union(reference('Talk'), reference('Music'));

  test('fits by one of its members', () => {
    expect(misfits({ type: 'music', title: 'one' }, part, 'server', shapes)).toEqual([]);
  });

  test('that fits by none tells the misfits of the member that was followed deepest', () => {
    expect(misfits({ type: 'talk', speaker: { name: 1 } }, part, 'server', shapes)).toEqual([
      { path: 'speaker.name', expected: 'string' },
    ]);
  });

  test('that fits by none tells those of the member that its discriminator names, of several with as many', () => {
    expect(misfits({ type: 'music', title: 1 }, part, 'server', shapes)).toEqual([
      { path: 'title', expected: 'string' },
    ]);
  });

  test('beside null', () => {
    const type = object([required('part', union(part, nothing))]);

    expect(misfits({ part: null }, type, 'server', shapes)).toEqual([]);
    expect(misfits({ part: { type: 'talk', speaker: {} } }, type, 'server', shapes)).toEqual([
      { path: 'part.speaker.name', expected: 'a value' },
    ]);
  });
});

test('a field is its own, not one that every object has', () => {
  expect(misfits({}, object([required('toString', string)]))).toEqual([
    { path: 'toString', expected: 'a value' },
  ]);
});

test('a shape that the model does not have says nothing', () => {
  expect(misfits(1, reference('Station'))).toEqual([]);
});
