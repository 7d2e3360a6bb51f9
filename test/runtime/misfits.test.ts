import { describe, expect, test } from 'vitest';
import { expectationIn } from '../../generator/validation/expectation.ts';
import type { Json, Shape, Type } from '../../generator/model/model.ts';
import { keyedMisfitsOf, misfitsOf } from '../../generator/runtime/misfits.ts';
import { pathText } from '../../generator/runtime/words.ts';
import type { Expectation, ReadingMode } from '../../generator/runtime/types.ts';
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
} from '../support/models.ts';

/** Each misfit as `path: what is expected, but what is received`. */
function misfits(
  value: unknown,
  type: Type,
  reading: ReadingMode = 'exact',
  shapes: readonly Shape[] = [],
): string[] {
  return misfitsOf(value, expectationIn({ shapes: [...shapes] }, type), reading).map(
    ({ path, expected, received }) => `${path}: ${expected}, but ${received}`,
  );
}

test.each([Infinity, Number.NaN])(
  '%s fits as a number where it is read, and not where it is written',
  (value) => {
    expect(misfits(value, number, 'tolerant')).toEqual([]);
    expect(misfits(value, number, 'exact')).toEqual([`: a finite number, but ${value}`]);
  },
);

describe('a value that fits, in both readings', () => {
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
    [{ name: 'one', other: 1 }, object([required('name', string)], { open: 'cut' })],
    [null, union(string, nothing)],
    [['a'], union(string, arrayOf(string))],
    [[1], union(string, openValue)],
  ])('%j', (value, type) => {
    expect(misfits(value, type, 'tolerant')).toEqual([]);
    expect(misfits(value, type, 'exact')).toEqual([]);
  });
});

describe('a value that does not fit, in neither reading', () => {
  const session = object([
    required('session', object([required('tools', arrayOf(object([required('name', string)])))])),
  ]);

  test.each<[unknown, Type, string]>([
    [1, string, ': string, but 1'],
    ['1', number, ': number, but "1"'],
    [1.5, integer, ': integer, but 1.5'],
    [0, boolean, ': boolean, but 0'],
    ['null', nothing, ': null, but "null"'],
    [[], openObject, ': object, but array'],
    [null, openObject, ': object, but null'],
    [{}, object([required('any', openValue)]), 'any: a value, but nothing'],
    [{ 0: 'a' }, arrayOf(string), ': array, but object'],
    [['a', 1], arrayOf(string), '[1]: string, but 1'],
    [[], mapOf(string), ': object, but array'],
    [{ a: 'b', c: 1 }, mapOf(string), 'c: string, but 1'],
    [[], object([]), ': object, but array'],
    [{}, object([required('name', string)]), 'name: string, but nothing'],
    [{ name: null }, object([required('name', string)]), 'name: string, but null'],
    [{ session: { tools: [{ name: 1 }] } }, session, 'session.tools[0].name: string, but 1'],
    [() => 1, string, ': string, but function'],
    [1n, integer, ': integer, but bigint'],
    ['x'.repeat(100), integer, `: integer, but "${'x'.repeat(59)}…"`],
  ])('%o', (value, type, misfit) => {
    expect(misfits(value, type, 'tolerant')).toEqual([misfit]);
    expect(misfits(value, type, 'exact')).toEqual([misfit]);
  });
});

test('a tag that few members of a union have is looked at after the one that all have', () => {
  const message = (role: string) =>
    object([discriminator('role', role), discriminator('type', 'message')]);
  const call = object([discriminator('type', 'call')]);
  const item = union(message('user'), message('system'), call);

  expect(misfits({ type: 'message', role: 'nobody' }, item)).toEqual([
    'role: "user" | "system", but "nobody"',
  ]);
  expect(misfits({ type: 'nothing', role: 'user' }, item)).toEqual([
    'type: "message" | "call", but "nothing"',
  ]);
});

describe('every misfit is told', () => {
  test('of an object', () => {
    const three = object([required('a', string), required('b', string), required('c', string)]);
    expect(misfits({ a: 1, c: 2 }, three)).toEqual([
      'a: string, but 1',
      'b: string, but nothing',
      'c: string, but 2',
    ]);
  });

  test('of an array', () => {
    expect(misfits([1, 'a', 2], arrayOf(string))).toEqual([
      '[0]: string, but 1',
      '[2]: string, but 2',
    ]);
  });
});

test('a place of an array without an item holds nothing', () => {
  const sparse = ['a'];
  sparse[2] = 'c';
  expect(misfits(sparse, arrayOf(string))).toEqual(['[1]: string, but nothing']);
});

describe('tolerant and exact', () => {
  const tuned = object([optional('city', string), optional('band', oneOf('am', 'fm'))]);

  test('null for an optional field', () => {
    expect(misfits({ city: null }, tuned, 'tolerant')).toEqual([]);
    expect(misfits({ city: null }, tuned, 'exact')).toEqual(['city: string, but null']);
  });

  test('null for a field of which the docs do not say', () => {
    const unstated = object([required('city', string, { requiredness: 'unstated' })]);

    expect(misfits({}, unstated, 'exact')).toEqual([]);
    expect(misfits({ city: null }, unstated, 'tolerant')).toEqual([]);
  });

  test('a new value', () => {
    expect(misfits({ band: 'dab' }, tuned, 'tolerant')).toEqual([]);
    expect(misfits({ band: 'dab' }, tuned, 'exact')).toEqual(['band: "am" | "fm", but "dab"']);
  });

  test('a new value in the place of the only one', () => {
    const constant = object([required('object', literal('radio'))]);

    expect(misfits({ object: 'radio.v2' }, constant, 'tolerant')).toEqual([]);
    expect(misfits({ object: 'radio.v2' }, constant, 'exact')).toEqual([
      'object: "radio", but "radio.v2"',
    ]);
  });

  test('a new value of a list that the docs call open, in both', () => {
    const open = object([optional('band', openOneOf('am', 'fm'))]);

    expect(misfits({ band: 'dab' }, open, 'tolerant')).toEqual([]);
    expect(misfits({ band: 'dab' }, open, 'exact')).toEqual([]);
    expect(misfits({ band: 1 }, open, 'exact')).toEqual(['band: string, but 1']);
  });

  test('a value of another type, however, is a misfit', () => {
    expect(misfits({ band: 1 }, tuned, 'tolerant')).toEqual(['band: string, but 1']);
  });

  test('a key that nobody documented', () => {
    expect(misfits({ color: 'red' }, tuned, 'tolerant')).toEqual([]);
    expect(misfits({ color: 'red' }, tuned, 'exact')).toEqual(['color: nothing, but string']);
  });

  test('a key with a typing error', () => {
    const similar = (value: unknown) =>
      keyedMisfitsOf(value, expectationIn({ shapes: [] }, tuned), 'exact').map(
        (misfit) => misfit.similar,
      );
    expect(similar({ ctiy: 'Paris' })).toEqual(['city']);
    expect(similar({ ctiy: 'Paris', city: 'Paris' })).toEqual([undefined]);
    expect(similar({ ctiy: ['Paris', 'Rome'] })).toEqual([undefined]);
  });
});

describe('a discriminator', () => {
  test('has its one value in both readings', () => {
    const talk = object([discriminator('type', 'talk')]);

    expect(misfits({ type: 'music' }, talk, 'tolerant')).toEqual(['type: "talk", but "music"']);
    expect(misfits({ type: 'music' }, talk, 'exact')).toEqual(['type: "talk", but "music"']);
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
    shape(
      'Report',
      object([
        discriminator('type', 'talk'),
        discriminator('about', 'weather'),
        required('place', string),
      ]),
    ),
  ];
  const part = union(reference('Talk'), reference('Music'));

  test('fits by one of its members', () => {
    expect(misfits({ type: 'music', title: 'one' }, part, 'exact', shapes)).toEqual([]);
  });

  test('that fits by none tells the misfits of the member that its discriminator names', () => {
    expect(misfits({ type: 'talk', speaker: { name: 1 } }, part, 'exact', shapes)).toEqual([
      'speaker.name: string, but 1',
    ]);
    expect(misfits({ type: 'music', title: 1 }, part, 'exact', shapes)).toEqual([
      'title: string, but 1',
    ]);
  });

  test('that its discriminator does not name tells the names', () => {
    expect(misfits({ type: 'news' }, part, 'exact', shapes)).toEqual([
      'type: "talk" | "music", but "news"',
    ]);
    expect(misfits({}, part, 'exact', shapes)).toEqual(['type: "talk" | "music", but nothing']);
  });

  test('that two discriminators tell apart tells of the one that does not fit', () => {
    const report = union(reference('Report'), reference('Music'));
    const value = { type: 'talk', about: 'sports', place: 'Paris' };
    expect(misfits(value, report, 'exact', shapes)).toEqual(['about: "weather", but "sports"']);
  });

  test('of which members share one tag tells all values of the other', () => {
    const report = union(reference('Report'), reference('Talk'), reference('Music'));
    expect(misfits({}, report, 'exact', shapes)).toEqual(['type: "talk" | "music", but nothing']);
  });

  test('whose members nothing tells apart tells the misfits of the nearest', () => {
    const either = union(
      object([required('a', string), required('b', string)]),
      object([required('b', string), required('c', string), required('d', string)]),
    );
    expect(misfits({ b: 'x' }, either)).toEqual(['a: string, but nothing']);
  });

  test('of several kinds tells all that it may be', () => {
    expect(misfits(true, union(string, arrayOf(string), part), 'exact', shapes)).toEqual([
      ': string | array | object, but true',
    ]);
  });

  test('beside null', () => {
    const type = object([required('part', union(part, nothing))]);

    expect(misfits({ part: null }, type, 'exact', shapes)).toEqual([]);
    expect(misfits({ part: { type: 'talk', speaker: {} } }, type, 'exact', shapes)).toEqual([
      'part.speaker.name: string, but nothing',
    ]);
  });
});

describe('a union whose discriminator is missing tells what is wrong whichever member was meant', () => {
  const message = (role: string, ...kinds: [string, ...string[]]) =>
    object([
      discriminator('type', 'message'),
      discriminator('role', role),
      required('id', string),
      required('content', arrayOf(object([required('type', oneOf(...kinds))]))),
    ]);
  const call = object([
    discriminator('type', 'call'),
    required('id', union(string, nothing)),
    optional('options', object([optional('fast', boolean)])),
  ]);
  const item = union(message('user', 'text'), message('assistant', 'text', 'audio'), call);
  const type = (received: string) => `type: "message" | "call", but ${received}`;

  test.each<[string, Json, string[], string[]]>([
    ['nothing', { id: 'a' }, [], []],
    ['a value that all refuse', { id: 1 }, ['id: string | null, but 1'], []],
    ['a key that none has', { id: 'a', mood: 1 }, [], ['mood: nothing, but number']],
    [
      'a part of what only one has',
      { id: 'a', options: { fast: 1 } },
      [],
      ['options.fast: boolean, but 1'],
    ],
    [
      'what another discriminator tells',
      { id: 'a', role: 'user', content: [{ type: 5 }] },
      ['content[0].type: string, but 5'],
      [],
    ],
  ])('%s', (_, value, both, exact) => {
    const byLetter = both.map((one) => one.replace('type: string', 'type: "text"'));
    expect(misfits(value, item, 'tolerant')).toEqual([type('nothing'), ...both]);
    expect(misfits(value, item)).toEqual([type('nothing'), ...byLetter, ...exact]);
  });

  test('also where it is not text', () => {
    expect(misfits({ type: 5, id: 1 }, item)).toEqual([type('5'), 'id: string | null, but 1']);
    expect(misfits({ type: 'news', id: 1 }, item)).toEqual([type('"news"')]);
  });

  test('with the key that was meant', () => {
    const value = { role: 'user', id: 'a', contents: [] };
    const found = keyedMisfitsOf(value, expectationIn({ shapes: [] }, item), 'exact');
    expect(found.map(({ path, similar }) => [pathText(path), similar])).toEqual([
      ['type', undefined],
      ['content', undefined],
      ['contents', 'content'],
    ]);
  });

  test('and ends in time where it is missing at each level', () => {
    const node = (kind: string): Expectation => ({
      required: { kind: { only: [kind] }, one: { nested: () => either } },
    });
    const either: Expectation = { anyOf: [node('a'), node('b'), node('c')] };
    const chain = (count: number): object => ({ one: count === 0 ? 1 : chain(count - 1) });
    expect(misfitsOf(chain(25), either, 'exact')).not.toEqual([]);
  });
});

describe('a shape that contains itself', () => {
  const branch: Expectation = { optional: { branches: { items: { nested: () => branch } } } };
  const nested = (levels: number): object =>
    levels === 1 ? {} : { branches: [nested(levels - 1)] };

  test('is followed 64 levels deep', () => {
    expect(misfitsOf(nested(64), branch, 'exact')).toEqual([]);
    const path = 'branches[0].'.repeat(64).slice(0, -1);
    expect(misfitsOf(nested(65), branch, 'exact')).toEqual([
      { path, expected: 'at most 64 levels of it', received: 'object' },
    ]);
  });

  test('is followed through unions, each of which is a level', () => {
    const either: Expectation = { anyOf: [{ nested: () => leaf }, { nested: () => fork }] };
    const leaf: Expectation = { required: { kind: { only: ['leaf'] } } };
    const fork: Expectation = {
      required: { kind: { only: ['fork'] }, one: { nested: () => either } },
    };
    const forks = (count: number): object =>
      count === 0 ? { kind: 'leaf' } : { kind: 'fork', one: forks(count - 1) };
    expect(misfitsOf(forks(20), either, 'exact')).toEqual([]);
    const broken = { kind: 'fork', one: { kind: 'fork', one: { kind: 'twig' } } };
    expect(misfitsOf(broken, either, 'exact')).toEqual([
      { path: 'one.one.kind', expected: '"leaf" | "fork"', received: '"twig"' },
    ]);
  });

  test('of members that nothing tells apart ends in time', () => {
    const a: Expectation = { required: { kind: { values: ['a'] }, one: { nested: () => either } } };
    const b: Expectation = { required: { kind: { values: ['b'] }, one: { nested: () => either } } };
    const either: Expectation = { anyOf: [{ nested: () => a }, { nested: () => b }] };
    const chain = (count: number): object => ({
      kind: 'b',
      one: count === 0 ? 1 : chain(count - 1),
    });
    expect(misfitsOf(chain(25), either, 'tolerant')).not.toEqual([]);
  });

  test('ends with a value that contains itself', () => {
    const tree: { branches: unknown[] } = { branches: [] };
    tree.branches.push(tree, tree);
    expect(misfitsOf(tree, branch, 'exact').map(({ path, expected }) => [path, expected])).toEqual([
      ['branches[0].branches[0]', 'no part that contains itself'],
      ['branches[0].branches[1]', 'no part that contains itself'],
      ['branches[1].branches[0]', 'no part that contains itself'],
      ['branches[1].branches[1]', 'no part that contains itself'],
    ]);
  });
});

test('a field is its own, not one that every object has', () => {
  expect(misfits({}, object([required('toString', string)]))).toEqual([
    'toString: string, but nothing',
  ]);
});

test('a shape that the model does not have says nothing', () => {
  expect(misfits(1, reference('Station'))).toEqual([]);
});

test('a way is told as people write it, and as programs walk it', () => {
  const path = ['session', 'tools', 0, 'a b', '__proto__'];
  expect(pathText(path)).toBe('session.tools[0]["a b"].__proto__');
  const [misfit] = keyedMisfitsOf({ 'a b': [1] }, { entries: { items: 'string' } }, 'exact');
  expect(misfit?.path).toEqual(['a b', 0]);
});

describe('a message of many faults', () => {
  test('has the first hundred told', () => {
    const many = Array.from({ length: 100_000 }, () => 1);
    expect(misfits(many, arrayOf(string))).toHaveLength(100);
    const keys = Object.fromEntries(many.map((_, i) => [`key ${i}`, 1]));
    expect(misfits(keys, object([]))).toHaveLength(100);
  });

  test('in parts of it, which are unions, has a hundred told as well', () => {
    const one = object([required('a', string)]);
    const other = object([required('b', string), required('c', string)]);
    const parts = Array.from({ length: 60 }, () => ({ d: 1, e: 2 }));
    expect(misfits(parts, arrayOf(union(one, other)))).toHaveLength(100);
  });

  test('has the first of a thousand values told, and how many there are', () => {
    const names = Array.from({ length: 1000 }, (_, i) => `station ${i}`);
    const [misfit = ''] = misfits(1, oneOf(...names));
    expect(misfit).toMatch(/^: "station 0" \| "station 1" \| .* \| 916 others, but 1$/);
    expect(misfit.length).toBeLessThan(1300);
    expect(misfits(1, union(...names.map(literal)))).toEqual([misfit]);
    expect(misfits(1, literal('x'.repeat(5000)))).toEqual([`: "${'x'.repeat(999)}, but 1`]);
  });

  test('and of a long key has its beginning told', () => {
    expect(misfits({ ['x'.repeat(1000)]: 1 }, object([]))).toEqual([
      `["${'x'.repeat(59)}…"]: nothing, but number`,
    ]);
  });
});
