import { describe, expect, test } from 'vitest';
import { compareEvents, type PathComparison } from '../../../scripts/sdk/compare-paths.ts';
import { documentedEvents } from '../../../scripts/sdk/documented.ts';
import type { Direction, Field, Type } from '../../../generator/model/model.ts';
import { readingModeOf } from '../../../generator/model/reading.ts';
import {
  arrayOf,
  discriminator,
  event,
  integer,
  literal,
  mapOf,
  model,
  nothing,
  object,
  oneOf,
  openObject,
  optional,
  required,
  string,
  union,
} from '../../support/models.ts';
import { eventsIn, pingWith } from './declared.ts';

/** An event `ping` declared with these fields, documented with those. */
function compare(
  declared: string,
  fields: Field[],
  direction: Direction = 'server',
): PathComparison {
  const documented = model([event('ping', fields, { direction })]);
  return compareEvents(
    pingWith(declared, '', direction),
    documentedEvents(documented, direction),
    readingModeOf({}, direction),
  );
}

/** The differences in few words: what, and where. */
function differences(declared: string, fields: Field[], direction?: Direction): string[] {
  return compare(declared, fields, direction).differences.map(
    ({ what, path }) => `${what} ${path}`,
  );
}

/** The paths that only the docs have. */
function additions(declared: string, fields: Field[]): string[] {
  return compare(declared, fields).additions.flatMap(({ paths }) => paths.map(({ path }) => path));
}

describe('a field', () => {
  const cases: [says: string, declared: string, field: Field, expected: string[]][] = [
    ['of the same kind', 'it: number', required('it', integer), []],
    ['of another kind', 'it: number', required('it', string), ['kind it']],
    ['of a union that has the kind', 'it: number', required('it', union(string, integer)), []],
    ['that is not there', 'it: number', required('other', integer), ['missing it']],
    ['optional in both', 'it?: number', optional('it', integer), []],
    ['optional in the docs only', 'it: number', optional('it', integer), ['optionality it']],
    ['required in the docs only', 'it?: number', required('it', integer), ['optionality it']],
    ['null in the docs only', 'it: number', required('it', union(integer, nothing)), ['null it']],
    ['null in the SDK only', 'it: number | null', required('it', integer), ['null it']],
    ['unknown in the SDK', 'it: unknown', required('it', openObject), ['kind it']],
    ['with the same values', `it: 'a' | 'b'`, required('it', oneOf('b', 'a')), []],
    ['with fewer values', `it: 'a' | 'b'`, required('it', oneOf('a')), ['values it']],
    ['with more values', `it: 'a'`, required('it', oneOf('a', 'b')), ['values it']],
    ['without values', `it: 'a'`, required('it', string), ['values it']],
    ['with values of its own', 'it: string', required('it', oneOf('a', 'b')), []],
    ['with the same values, open', `it: (string & {}) | 'a'`, required('it', oneOf('a')), []],
    ['in an array', 'it: number[]', required('it', arrayOf(string)), ['kind it[]']],
    ['in a map', 'it: Record<string, number>', required('it', mapOf(string)), ['kind it{}']],
    [
      'in an object',
      'it: { own: number }',
      required('it', object([required('own', string)])),
      ['kind it.own'],
    ],
  ];

  test.each(cases)('%s', (_, declared, field, expected) => {
    expect(differences(declared, [field])).toEqual(expected);
  });
});

describe('null for an optional field', () => {
  const documented = [optional('it', string)];

  test('is no difference where reading is tolerant', () => {
    expect(differences('it?: string | null', documented, 'server')).toEqual([]);
  });

  test('is one where writing is exact', () => {
    expect(differences('it?: string | null', documented, 'client')).toEqual(['null it']);
  });
});

describe('the members of a union', () => {
  const cat = object([discriminator('type', 'cat'), required('lives', integer)]);
  const dog = object([discriminator('type', 'dog'), required('tricks', integer)]);
  const cats = `{ type: 'cat'; lives: number }`;
  const dogs = `{ type: 'dog'; tricks: number }`;

  test('are paired by their discriminators, in any order', () => {
    expect(differences(`it: ${cats} | ${dogs}`, [required('it', union(dog, cat))])).toEqual([]);
  });

  test('with other discriminators are never a pair', () => {
    const bird = object([discriminator('type', 'bird'), required('lives', integer)]);
    expect(differences(`it: ${cats} | ${dogs}`, [required('it', union(dog, bird))])).toEqual([
      'kind it<cat>',
    ]);
  });

  test('without discriminators are paired by the names of their fields', () => {
    const a = object([required('a', string), required('b', string)]);
    const c = object([required('c', string)]);
    const declared = 'it: { c: string } | { a: string; b: string }';
    expect(differences(declared, [required('it', union(a, c))])).toEqual([]);
  });

  test('are missing where the docs have one object for several', () => {
    expect(differences(`it: ${cats} | ${dogs}`, [required('it', cat)])).toEqual([
      'missing it<dog>',
    ]);
  });

  test('are missing where the docs have no object at all', () => {
    expect(differences(`it: string | ${cats}`, [required('it', string)])).toEqual([
      'missing it<cat>',
    ]);
  });

  describe('that the docs tell apart and the SDK does not', () => {
    const one = (fields: string) =>
      differences(`it: { ${fields} }`, [required('it', union(cat, dog))]);

    test('are read as one object that stands for any of them', () => {
      expect(one(`type: 'cat' | 'dog'; lives?: number; tricks?: number`)).toEqual([]);
    });

    test('lack what none of them has', () => {
      expect(one(`type: 'cat' | 'dog'; name: string`)).toEqual(['missing it.name']);
    });

    test('list the values that their discriminators have', () => {
      expect(one(`type: 'cat' | 'dog' | 'bird'`)).toEqual(['values it.type']);
    });
  });
});

describe('figures', () => {
  const figures = (declared: string, type: Type) => {
    const { paths, enumerations } = compare(declared, [required('it', type)]);
    return { paths, enumerations };
  };

  test('count every declared path, that of the type included', () => {
    expect(figures('it: { a: string; b: number }', object([required('a', string)]))).toEqual({
      paths: { same: 3, total: 4 },
      enumerations: { same: 0, total: 0 },
    });
  });

  test('count what a missing field holds as missing', () => {
    const { paths, enumerations } = compare(`it: { a: 's' | 'm' }[]`, []);
    expect({ paths, enumerations }).toEqual({
      paths: { same: 1, total: 4 },
      enumerations: { same: 0, total: 1 },
    });
  });

  test('count other values against the enumerations, not against the paths', () => {
    expect(figures(`it: 'a' | 'b'`, oneOf('a'))).toEqual({
      paths: { same: 2, total: 2 },
      enumerations: { same: 0, total: 1 },
    });
  });

  test('count a constant that tells nothing apart as an enumeration', () => {
    expect(figures(`it: 'a'`, literal('a')).enumerations).toEqual({ same: 1, total: 1 });
  });

  test('count no discriminator as an enumeration', () => {
    const member = (type: string) => object([discriminator('type', type)]);
    const declared = `it: { type: 'a' } | { type: 'b' }`;
    expect(figures(declared, union(member('a'), member('b'))).enumerations).toEqual({
      same: 0,
      total: 0,
    });
  });

  test('leave out the events of one side only', () => {
    const declared = eventsIn(`
      export type Events = Ping | Pong;
      interface Ping { type: 'ping' }
      interface Pong { type: 'pong'; it: string }
    `);
    const documented = documentedEvents(model([event('ping'), event('peng')]), 'server');
    const comparison = compareEvents(declared, documented, 'tolerant');
    expect(comparison.paths).toEqual({ same: 1, total: 1 });
    expect(comparison.onlyTheirs.map(({ name }) => name)).toEqual(['pong']);
    expect(comparison.onlyOurs.map(({ name }) => name)).toEqual(['peng']);
  });
});

describe('what only the docs have', () => {
  test('is a field with all that it holds', () => {
    expect(additions('', [required('it', object([required('own', string)]))])).toEqual([
      'it',
      'it.own',
    ]);
  });

  test('is a member of a union', () => {
    expect(additions('it: number', [required('it', union(string, integer))])).toEqual([
      'it<string>',
    ]);
  });

  test('is not a field of another kind, but what it holds', () => {
    expect(additions('it: number', [required('it', object([required('own', string)]))])).toEqual([
      'it.own',
    ]);
  });
});

test('a difference says where the docs speak of it', () => {
  const field = required('it', string, { position: 'small/ping.md:7:3' });
  expect(compare('it: number', [field]).differences).toMatchObject([
    { basis: { position: 'small/ping.md:7:3' } },
  ]);
});

test('what is missing says where it would stand', () => {
  const field = required('it', openObject, { position: 'small/ping.md:7:3' });
  expect(compare('it: { own: number }', [field]).differences).toMatchObject([
    { path: 'it.own', basis: { position: 'small/ping.md:7:3' } },
  ]);
});
