import { describe, expect, test } from 'vitest';
import type { Type } from '../../generator/model/model.ts';
import { joinTypes, type Differences } from '../../generator/resolve/join.ts';
import {
  arrayOf,
  boolean,
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
  somewhere,
  string,
  union,
  unsupported,
} from '../support/models.ts';

function join(first: Type, second: Type) {
  const found: Differences = { divergences: [], reworded: [] };
  const type = joinTypes(first, second, '', found);
  return { type, divergences: found.divergences };
}

/** The paths of which the second copy has words of its own. */
function rewordedOf(first: Type, second: Type): string[] {
  const found: Differences = { divergences: [], reworded: [] };
  joinTypes(first, second, '', found);
  return found.reworded;
}

describe('copies that are the same', () => {
  test.each<[string, Type]>([
    ['a primitive', string],
    ['an enumeration', oneOf('am', 'fm')],
    ['an array', arrayOf(integer)],
    ['a map', mapOf(string)],
    ['a union', union(string, nothing)],
    ['a reference', reference('Station')],
    ['an object', object([required('name', string), optional('city', string)])],
  ])('%s', (_, type) => {
    expect(join(type, type)).toEqual({ type, divergences: [] });
  });

  test('may be described in other words, at other places', () => {
    const first = object([required('name', string, { position: 'a.md:1:1' })]);
    const second = object(
      [required('name', string, { position: 'b.md:1:1', description: 'Its name.' })],
      { description: 'A station.' },
    );

    expect(join(first, second)).toEqual({
      type: object([required('name', string, { position: 'a.md:1:1', description: 'Its name.' })], {
        description: 'A station.',
      }),
      divergences: [],
    });
  });

  test('may list the members of a union in another order', () => {
    expect(join(union(string, nothing), union(nothing, string)).divergences).toEqual([]);
  });

  test('that alone states support, bounds and default keeps them, and they are told', () => {
    const bounds = { position: somewhere, minimum: 0 };
    const level = { value: 1, position: somewhere };
    const second = object([
      optional('level', integer, { support: unsupported(), default: level, bounds }),
    ]);

    expect(join(object([optional('level', integer)]), second)).toEqual({
      type: second,
      divergences: [
        { path: 'level', first: 'no default', second: 'default 1' },
        { path: 'level', first: 'no bounds', second: 'from 0' },
        { path: 'level', first: 'no flag', second: 'unsupported' },
      ],
    });
  });
});

describe('a field', () => {
  test.each([
    ['required', 'optional', 'optional'],
    ['optional', 'required', 'optional'],
    ['required', 'unstated', 'unstated'],
    ['unstated', 'optional', 'optional'],
  ] as const)('that is %s and %s is %s', (first, second, joined) => {
    const withName = (requiredness: 'required' | 'optional' | 'unstated') =>
      object([required('name', string, { requiredness })]);

    expect(join(withName(first), withName(second))).toEqual({
      type: withName(joined),
      divergences: [{ path: 'name', first, second }],
    });
  });

  test('that the second copy lacks is optional', () => {
    expect(join(object([required('name', string)]), object([]))).toEqual({
      type: object([optional('name', string)]),
      divergences: [{ path: 'name', first: 'a field', second: 'no field' }],
    });
  });

  test('that the first copy lacks is optional, and comes last', () => {
    expect(
      join(
        object([required('name', string)]),
        object([required('city', string), required('name', string)]),
      ),
    ).toEqual({
      type: object([required('name', string), optional('city', string)]),
      divergences: [{ path: 'city', first: 'no field', second: 'a field' }],
    });
  });

  test('that one copy lacks and the other leaves unstated stays unstated', () => {
    const unstated = object([required('name', string, { requiredness: 'unstated' })]);

    expect(join(unstated, object([])).type).toEqual(unstated);
  });

  test('with another default keeps that of the first copy', () => {
    const withDefault = (value: number) =>
      object([optional('level', integer, { default: { value, position: somewhere } })]);

    expect(join(withDefault(1), withDefault(2))).toEqual({
      type: withDefault(1),
      divergences: [{ path: 'level', first: 'default 1', second: 'default 2' }],
    });
  });

  test('with other bounds has those that allow both', () => {
    const withBounds = (bounds: { minimum?: number; maximum?: number }) =>
      object([optional('level', integer, { bounds: { position: somewhere, ...bounds } })]);

    expect(join(withBounds({ minimum: 5, maximum: 7 }), withBounds({ minimum: 0 }))).toEqual({
      type: withBounds({ minimum: 0, maximum: 7 }),
      divergences: [{ path: 'level', first: 'from 5 to 7', second: 'from 0' }],
    });
  });

  test('that both copies describe keeps the words of the first, and is told', () => {
    const described = (description: string) =>
      object([optional('level', integer, { description })], { description });

    expect(join(described('One.'), described('Other.')).type).toEqual(described('One.'));
    expect(rewordedOf(described('One.'), described('Other.'))).toEqual(['level', '']);
    expect(rewordedOf(described('One.'), object([optional('level', integer)]))).toEqual([]);
  });

  test('of another type has both types', () => {
    expect(join(object([required('a', string)]), object([required('a', integer)]))).toEqual({
      type: object([required('a', union(string, integer))]),
      divergences: [{ path: 'a', first: 'string', second: 'integer' }],
    });
  });
});

describe('types that differ', () => {
  test.each<[string, Type, Type, Type]>([
    ['two primitives', string, integer, union(string, integer)],
    ['with and without null', string, union(string, nothing), union(string, nothing)],
    [
      'two unions',
      union(string, nothing),
      union(integer, nothing),
      union(string, nothing, integer),
    ],
    ['two literals', literal('am'), literal('fm'), oneOf('am', 'fm')],
    ['two enumerations', oneOf('am', 'fm'), oneOf('fm', 'dab'), oneOf('am', 'fm', 'dab')],
    ['a literal and its enumeration', literal('am'), oneOf('fm', 'am'), oneOf('am', 'fm')],
    ['an open list and a complete one', openOneOf('am'), oneOf('fm'), openOneOf('am', 'fm')],
    ['a complete list and an open one', oneOf('am'), openOneOf('fm'), openOneOf('am', 'fm')],
    ['an enumeration and a text', oneOf('am', 'fm'), string, union(oneOf('am', 'fm'), string)],
    ['an array and its element', arrayOf(string), string, union(arrayOf(string), string)],
    ['a named and an open object', reference('A'), openObject, union(reference('A'), openObject)],
    ['anything and a text', openValue, string, union(openValue, string)],
  ])('%s', (_, first, second, joined) => {
    expect(join(first, second).type).toEqual(joined);
  });
});

describe('the path of a difference', () => {
  test.each<[string, Type, Type]>([
    [
      'tags[]',
      object([required('tags', arrayOf(string))]),
      object([required('tags', arrayOf(number))]),
    ],
    [
      'rates{}',
      object([required('rates', mapOf(string))]),
      object([required('rates', mapOf(number))]),
    ],
    [
      'station.name',
      object([required('station', object([required('name', string)]))]),
      object([required('station', object([required('name', boolean)]))]),
    ],
    ['', string, number],
  ])('%s', (path, first, second) => {
    expect(join(first, second).divergences.map((divergence) => divergence.path)).toEqual([path]);
  });
});

test('an object that one copy leaves open stays open', () => {
  const { type, divergences } = join(object([]), object([], { open: 'cut' }));

  expect(type).toEqual(object([], { open: 'cut' }));
  expect(divergences).toEqual([{ path: '', first: 'complete', second: 'cut off' }]);
});

test('joined copies may list their values in another order', () => {
  const found: Differences = { divergences: [], reworded: [] };
  joinTypes(oneOf('am', 'fm'), oneOf('fm', 'am'), '', found);

  expect(found.divergences).toEqual([]);
});
