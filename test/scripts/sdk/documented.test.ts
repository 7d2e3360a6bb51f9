import { describe, expect, test } from 'vitest';
import { documentedEvents } from '../../../scripts/sdk/documented.ts';
import { pathsOf } from '../../../scripts/sdk/paths.ts';
import type { Field, Shape, Type } from '../../../generator/model/model.ts';
import {
  arrayOf,
  boolean,
  discriminator,
  event,
  integer,
  literal,
  mapOf,
  model,
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
} from '../../support/models.ts';
import { shownPaths } from '../../reports/shown.ts';

/** The paths of an event with these fields. */
function paths(fields: Field[], shapes: Shape[] = []): string[] {
  return shownPaths(documentedEvents(model([event('ping', fields)], shapes), 'server'));
}

describe('the paths of documented fields', () => {
  const kinds: [string, Type, string[]][] = [
    ['a string', string, ['it: string']],
    ['an integer is a number', integer, ['it: number']],
    ['a number', number, ['it: number']],
    ['a boolean', boolean, ['it: boolean']],
    ['null alone', nothing, ['it: null, nullable']],
    ['what may be null', union(string, nothing), ['it: string, nullable']],
    ['anything', openValue, ['it: unknown, nullable']],
    ['a union with anything', union(string, openValue), ['it: unknown, nullable']],
    ['an object of which nothing is said', openObject, ['it: object']],
    ['a constant', literal('a'), ['it: string ("a")']],
    ['an enumeration', oneOf('a', 'b'), ['it: string ("a" | "b")']],
    ['an enumeration of numbers', oneOf(8, 16), ['it: number (8 | 16)']],
    ['a value beside any string', union(string, literal('a')), ['it: string ("a")']],
    ['true and false', union(literal(true), literal(false)), ['it: boolean']],
    ['an array', arrayOf(string), ['it: array', 'it[]: string']],
    ['a map', mapOf(integer), ['it: map', 'it{}: number']],
    ['a nested field', object([required('own', string)]), ['it: object', 'it.own: string']],
    [
      'an array of what may be null',
      arrayOf(union(string, nothing)),
      ['it: array', 'it[]: string, nullable'],
    ],
  ];

  test.each(kinds)('%s', (_, type, expected) => {
    expect(paths([required('it', type)])).toEqual(expected);
  });

  test('of an optional field', () => {
    expect(paths([optional('it', string)])).toEqual(['it: string, optional']);
  });

  test('of a field of which nothing says whether it must be there', () => {
    expect(paths([required('it', string, { requiredness: 'unstated' })])).toEqual([
      'it: string, optional',
    ]);
  });

  test('the type of an event lists no values, being what it is known by', () => {
    const [ping] = documentedEvents(model([event('ping')]), 'server');
    expect(ping && pathsOf(ping)).toMatchObject([{ path: 'type', kind: 'string', values: [] }]);
  });

  test('a shape that leads to itself is cut where it comes again', () => {
    const tree = shape('Tree', object([optional('child', reference('Tree'))]));
    expect(paths([required('it', reference('Tree'))], [tree])).toEqual([
      'it: object',
      'it.child: object, optional',
    ]);
  });

  test('say where the docs state it', () => {
    const [ping] = documentedEvents(
      model([event('ping', [required('it', string, { position: 'small/ping.md:7:3' })])]),
      'server',
    );
    expect(ping && pathsOf(ping).at(-1)?.basis).toEqual({
      position: 'small/ping.md:7:3',
      origin: 'documented',
    });
  });

  test('say which correction states it', () => {
    const correction = 'small/corrections/it.md:9:1';
    const field = required('it', string, { origin: 'corrected', correction });
    const [ping] = documentedEvents(model([event('ping', [field])]), 'server');
    expect(ping && pathsOf(ping).at(-1)?.basis).toEqual({
      position: 'small/corrections/it.md:9:1',
      origin: 'corrected',
    });
  });
});

test('an open list of one value is not a discriminator', () => {
  const member = (value: string) => object([required('type', openOneOf(value))]);
  expect(paths([required('it', union(member('a'), member('b')))])).toEqual([
    'it<1>: object',
    'it<1>.type: string ("a")',
    'it<2>: object',
    'it<2>.type: string ("b")',
  ]);
});

describe('the members of a union', () => {
  const cat = object([discriminator('type', 'cat'), required('lives', integer)]);
  const dog = object([discriminator('type', 'dog')]);

  test('are told by their kind', () => {
    expect(paths([required('it', union(integer, literal('inf')))])).toEqual([
      'it<string>: string ("inf")',
      'it<number>: number',
    ]);
  });

  test('are told by their type, which lists no values then', () => {
    expect(paths([required('it', union(cat, dog))])).toEqual([
      'it<cat>: object',
      'it<cat>.type: string',
      'it<cat>.lives: number',
      'it<dog>: object',
      'it<dog>.type: string',
    ]);
  });

  test('are told by type and role where the type is not enough', () => {
    const message = (role: string) =>
      object([discriminator('type', 'message'), discriminator('role', role)]);
    const call = object([discriminator('type', 'call')]);
    const labels = paths([required('it', union(message('user'), message('system'), call))]);
    expect(labels.filter((path) => path.endsWith('object'))).toEqual([
      'it<message,user>: object',
      'it<message,system>: object',
      'it<call>: object',
    ]);
  });

  test('are numbered where nothing tells them apart', () => {
    const member = (name: string) => object([required(name, string)]);
    expect(paths([required('it', union(member('a'), member('b')))])).toEqual([
      'it<1>: object',
      'it<1>.a: string',
      'it<2>: object',
      'it<2>.b: string',
    ]);
  });

  test('the only object has the name of its type', () => {
    expect(paths([required('it', union(string, cat))])).toEqual([
      'it<string>: string',
      'it<cat>: object',
      'it<cat>.type: string ("cat")',
      'it<cat>.lives: number',
    ]);
  });

  test('of a union in a union are members like the others', () => {
    const pet = shape('Pet', union(cat, dog));
    const labels = paths([required('it', union(reference('Pet'), string))], [pet]);
    expect(labels.filter((path) => !path.includes('.'))).toEqual([
      'it<string>: string',
      'it<cat>: object',
      'it<dog>: object',
    ]);
  });
});
