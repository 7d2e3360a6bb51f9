import { describe, expect, test } from 'vitest';
import {
  alternativesOf,
  constantsOf,
  isClosed,
  kindsOf,
  labelsOf,
  type Alternatives,
} from '../../generator/model/alternatives.ts';
import type { ObjectType, Shape, Type } from '../../generator/model/model.ts';
import { shapesByName } from '../../generator/model/walk.ts';
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
  reference,
  required,
  shape,
  somewhere,
  string,
  union,
} from '../support/models.ts';

function alternatives(type: Type, ...shapes: Shape[]): Alternatives {
  return alternativesOf(type, shapesByName({ shapes }));
}

describe('the kinds that may stand at a place', () => {
  test.each<[string, Type, string[]]>([
    ['a string', string, ['string']],
    ['an integer is a number', integer, ['number']],
    ['values of several kinds', oneOf('auto', 1), ['string', 'number']],
    ['an array', arrayOf(string), ['array']],
    ['a map', mapOf(string), ['map']],
    ['an object of which nothing is said', openObject, ['object']],
    ['an object with fields', object([]), ['object']],
    ['null is none of them', union(string, nothing), ['string']],
    ['anything is none of them', openValue, []],
  ])('%s', (_, type, kinds) => {
    expect([...kindsOf(alternatives(type))]).toEqual(kinds);
  });

  test('of a union in a union, and of a shape in it, are those of the place', () => {
    const level = shape('Level', union(integer, literal('inf')));
    const found = alternatives(union(union(boolean, nothing), reference('Level')), level);

    expect([...kindsOf(found)]).toEqual(['string', 'number', 'boolean']);
    expect(found.null).toBe(nothing.position);
  });
});

describe('the values of a kind', () => {
  const values = (type: Type) => {
    const { any, values: listed, open } = alternatives(type).string ?? {};
    return { any, listed, open };
  };

  test.each<[string, Type, ReturnType<typeof values>]>([
    ['any', string, { any: 'string', listed: [], open: false }],
    ['listed', oneOf('a', 'b'), { any: undefined, listed: ['a', 'b'], open: false }],
    ['listed, and others', openOneOf('a'), { any: undefined, listed: ['a'], open: true }],
    [
      'of several lists',
      union(oneOf('a', 'b'), oneOf('b', 'c')),
      { any: undefined, listed: ['a', 'b', 'c'], open: false },
    ],
    [
      'listed beside any',
      union(string, literal('a')),
      { any: 'string', listed: ['a'], open: false },
    ],
  ])('%s', (_, type, expected) => {
    expect(values(type)).toEqual(expected);
  });

  test.each<[string, Type, boolean]>([
    ['a list', oneOf('a'), true],
    ['an open list', openOneOf('a'), false],
    ['any string', string, false],
    ['any string beside a list', union(oneOf('a'), string), false],
  ])('%s is closed: %3$s', (_, type, closed) => {
    const scalar = alternatives(type).string;

    expect(scalar && isClosed(scalar)).toBe(closed);
  });

  test.each<[string, Type]>([
    ['in one list', oneOf(true, false)],
    ['as two members of a union', union(literal(true), literal(false))],
    ['beside any boolean', union(boolean, literal(true))],
  ])('true and false are any boolean, %s', (_, type) => {
    expect(alternatives(type).boolean).toMatchObject({ any: 'boolean', values: [], open: false });
  });

  test('integers beside numbers are numbers', () => {
    expect(alternatives(union(integer, number)).number?.any).toBe('number');
  });
});

describe('arrays, maps and objects', () => {
  test('what several arrays hold may stand in one', () => {
    expect(alternatives(union(arrayOf(string), arrayOf(integer))).array).toEqual(
      union(string, integer),
    );
  });

  test('an object knows the shape that it is', () => {
    const dial = object([required('at', number)]);

    expect(alternatives(reference('Dial'), shape('Dial', dial)).objects).toEqual([
      { object: dial, shape: 'Dial' },
    ]);
  });
});

describe('a reference', () => {
  test('that leads nowhere may be anything, from where it stands', () => {
    expect(alternatives(reference('Lost')).anything).toBe(somewhere);
  });

  test('that leads to itself adds nothing', () => {
    const chain = shape('Chain', union(string, reference('Chain')));

    expect([...kindsOf(alternatives(reference('Chain'), chain))]).toEqual(['string']);
  });
});

test('a field has constants where it lists all its values, and one of them or a discriminator', () => {
  expect(constantsOf(required('type', literal('am')))).toEqual(['am']);
  expect(constantsOf(required('type', oneOf('am')))).toEqual(['am']);
  expect(constantsOf(required('type', oneOf('am', 'fm')))).toBeUndefined();
  expect(constantsOf(required('type', oneOf('am', 'fm'), { discriminator: true }))).toEqual([
    'am',
    'fm',
  ]);
  expect(constantsOf(required('type', openOneOf('am')))).toBeUndefined();
});

describe('what tells objects apart', () => {
  const labels = (...objects: ObjectType[]) => labelsOf(objects.map((one) => ({ object: one })));
  const am = object([discriminator('type', 'am'), required('dial', integer)]);
  const fm = object([discriminator('type', 'fm'), required('dial', integer)]);

  test('is nothing for the only one', () => {
    expect(labels(am)).toEqual([undefined]);
  });

  test('is the value of their discriminators', () => {
    expect(labels(am, fm)).toEqual(['am', 'fm']);
  });

  test('is the fields that only one has, or else its number', () => {
    expect(labels(object([required('dial', integer)]), object([]))).toEqual(['dial', '2']);
  });
});
