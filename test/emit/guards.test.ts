import { describe, expect, it } from 'vitest';
import type { Field, Shape, Type } from '../../generator/model/model.ts';
import {
  arrayOf,
  boolean,
  clientEvent,
  discriminator,
  event,
  integer,
  json,
  literal,
  mapOf,
  model,
  nothing,
  number,
  object,
  oneOf,
  openObject,
  openValue,
  optional,
  reference,
  required,
  shape,
  string,
  union,
} from '../support/models.ts';
import { fileOf, guardsOf, guardTextOf, lines } from '../support/emitted.ts';

/** The check of the field `field` of a server event, on one line, with FIELD for its value. */
function serverCheck(field: Field, shapes: Shape[] = []): string {
  return checkIn(guardTextOf(model([event('ping', [...first, field])], shapes), 'hasPingFields'));
}

/** The same for a client event. */
function clientCheck(field: Field, shapes: Shape[] = []): string {
  const small = model([clientEvent('ping', [...first, field])], shapes);
  const check = checkIn(guardTextOf(small, 'hasPingFields'));
  expect(check).toMatch(/ && hasOnly\(value, pingKeys\)$/);
  return check.replace(/ && hasOnly\(value, pingKeys\)$/, '');
}

const first = [required('id', string)];

function checkIn(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').replaceAll('( ', '(').replaceAll(' )', ')');
  const start = "typeof value['id'] === 'string' && ";
  const end = line.includes('return (') ? '); }' : '; }';
  const check = line.slice(line.indexOf(start) + start.length, -end.length);
  return check.replaceAll("value['field']", 'FIELD');
}

it('an event is checked by its name, and then field by field', () => {
  const small = model([
    event('session.created', [required('id', string), optional('speed', number)]),
  ]);
  expect(guardTextOf(small, 'isSessionCreatedEvent')).toBe(
    lines`
      /** Whether a value is the event ${'`session.created`'}. */
      export function isSessionCreatedEvent(value: unknown): value is SessionCreatedEvent {
        return isObject(value) && value['type'] === 'session.created' && hasSessionCreatedFields(value);
      }
    `,
  );
  expect(guardTextOf(small, 'hasSessionCreatedFields')).toBe(
    lines`
      function hasSessionCreatedFields(value: Record<string, unknown>): boolean {
        return (
          typeof value['id'] === 'string' &&
          (value['speed'] == null || typeof value['speed'] === 'number')
        );
      }
    `,
  );
});

it('an event of nothing but its name is checked by its name', () => {
  expect(guardTextOf(model([event('ping')]), 'isPingEvent')).toContain(
    "return isObject(value) && value['type'] === 'ping';",
  );
});

it('the union of all events is told apart by the length of the name, and by the name', () => {
  const small = model([
    event('ping', [required('id', string)]),
    event('error', [required('id', string)]),
    event('pong', [required('id', string)]),
  ]);
  expect(guardTextOf(small, 'isRealtimeServerEvent')).toBe(lines`
    /** Whether a value is an event that the docs list and fits what they say of it. */
    export function isRealtimeServerEvent(value: unknown): value is RealtimeServerEvent {
      if (!isObject(value) || typeof value['type'] !== 'string') return false;
      // Names of one length at a time: few texts are left to compare.
      switch (value['type'].length) {
        case 4:
          switch (value['type']) {
            case 'ping':
              return hasPingFields(value);
            case 'pong':
              return hasPongFields(value);
            default:
              return false;
          }
        case 5:
          return value['type'] === 'error' && hasRealtimeErrorFields(value);
        default:
          return false;
      }
    }
  `);
});

it('types are all that is imported', () => {
  const usage = shape('Usage', object([required('total', integer)]));
  const small = model([event('ping', [required('usage', reference('Usage'))])], [usage]);
  expect(fileOf(small, 'guards.ts').match(/^import .*$/gm)).toEqual([
    "import type { PingEvent, RealtimeServerEvent, Usage } from './types.js';",
  ]);
});

describe('a required field', () => {
  const checks: [string, Type, string][] = [
    ['string', string, "typeof FIELD === 'string'"],
    ['integer', integer, 'Number.isInteger(FIELD)'],
    ['number', number, "typeof FIELD === 'number'"],
    ['boolean', boolean, "typeof FIELD === 'boolean'"],
    ['null', nothing, 'FIELD === null'],
    ['an object of which nothing is said', openObject, 'isObject(FIELD)'],
    ['anything', openValue, 'FIELD !== undefined'],
    ['an array of anything', arrayOf(openValue), 'Array.isArray(FIELD)'],
    ['an array of strings', arrayOf(string), 'everyItem(FIELD, isString)'],
    ['an array of numbers', arrayOf(number), 'everyItem(FIELD, fitsPingFieldItem)'],
    ['a map of integers', mapOf(integer), 'everyValue(FIELD, Number.isInteger)'],
    ['a map of anything', mapOf(openValue), 'isObject(FIELD)'],
    [
      'a union',
      union(string, arrayOf(string), nothing),
      "(typeof FIELD === 'string' || everyItem(FIELD, isString) || FIELD === null)",
    ],
    ['a union with anything', union(string, openValue), 'FIELD !== undefined'],
    ['a reference', reference('Part'), 'isPart(FIELD)'],
    ['an array of a shape', arrayOf(reference('Part')), 'everyItem(FIELD, isPart)'],
    ['one value, which may change', literal('on'), "typeof FIELD === 'string'"],
    ['values that may grow', oneOf('on', 'off'), "typeof FIELD === 'string'"],
    [
      'values of two kinds that may grow',
      oneOf(1, 'inf'),
      "(typeof FIELD === 'number' || typeof FIELD === 'string')",
    ],
  ];

  it.each(checks)('of type %s', (_, type, text) => {
    const shapes = [shape('Part', object([required('id', string)]))];
    expect(serverCheck(required('field', type), shapes)).toBe(text);
  });

  it('that tells types apart is compared with its one value, before the others', () => {
    const small = model([event('ping', [...first, discriminator('role', 'user')])]);
    expect(guardTextOf(small, 'hasPingFields')).toContain(
      "return value['role'] === 'user' && typeof value['id'] === 'string';",
    );
  });

  it('whose name is not an identifier is read by its name', () => {
    expect(serverCheck(required('a-b', string))).toBe("typeof value['a-b'] === 'string'");
  });
});

describe('a field that may be absent', () => {
  it('may be null on the way from the server', () => {
    expect(serverCheck(optional('field', string))).toBe(
      "(FIELD == null || typeof FIELD === 'string')",
    );
  });

  it('may only be absent on the way from the client', () => {
    expect(clientCheck(optional('field', string))).toBe(
      "(FIELD === undefined || typeof FIELD === 'string')",
    );
  });

  it('is not checked when it may be anything', () => {
    const text = guardTextOf(model([event('ping', [optional('field', openValue)])]), 'isPingEvent');
    expect(text).not.toMatch(/field/i);
  });
});

describe('values that a client writes', () => {
  it('are compared with each of the docs', () => {
    expect(clientCheck(required('field', oneOf('on', 'off')))).toBe(
      "(FIELD === 'on' || FIELD === 'off')",
    );
  });

  it('are compared with the one of the docs', () => {
    expect(clientCheck(required('field', literal('on')))).toBe("FIELD === 'on'");
  });

  it('are compared in arrays, too, by a function of their own', () => {
    expect(clientCheck(required('field', arrayOf(oneOf('on', 'off'))))).toBe(
      'everyItem(FIELD, fitsPingFieldItem)',
    );
  });
});

describe('a field with the name of something that every object has', () => {
  const names = ['constructor', 'toString', 'hasOwnProperty', '__proto__'];

  it.each(names)('%s is accepted when it is there', async (name) => {
    const guards = await guardsOf(model([event('ping', [required(name, string)])]));
    const message = json(`{ "type": "ping", ${JSON.stringify(name)}: "text" }`);
    expect(guards.get('isPingEvent')?.(message)).toBe(true);
  });

  it.each(names)('%s may be absent when it is optional', async (name) => {
    const guards = await guardsOf(model([event('ping', [optional(name, string)])]));
    expect(guards.get('isPingEvent')?.({ type: 'ping' })).toBe(true);
  });

  it.each(names)('%s must be there when it is required', async (name) => {
    const guards = await guardsOf(model([event('ping', [required(name, openValue)])]));
    expect(guards.get('isPingEvent')?.({ type: 'ping' })).toBe(false);
  });
});

it('a map takes any key, also one that every object has', async () => {
  const guards = await guardsOf(model([event('ping', [required('labels', mapOf(string))])]));
  const message = json('{ "type": "ping", "labels": { "__proto__": "a", "constructor": "b" } }');
  expect(guards.get('isPingEvent')?.(message)).toBe(true);
});

it('a map has no wrong value under a key that every object has', async () => {
  const guards = await guardsOf(model([event('ping', [required('labels', mapOf(string))])]));
  const message = json('{ "type": "ping", "labels": { "__proto__": 1 } }');
  expect(guards.get('isPingEvent')?.(message)).toBe(false);
});

describe('a shape that contains itself', () => {
  const shapes = [
    shape(
      'Branch',
      object([
        optional('branches', arrayOf(reference('Branch'))),
        optional('leaves', mapOf(reference('Leaf'))),
      ]),
    ),
    shape('Leaf', object([optional('branch', reference('Branch'))])),
  ];
  const small = model([event('ping', [required('tree', reference('Branch'))])], shapes);

  it('is checked to its depth', async () => {
    const isPing = (await guardsOf(small)).get('isPingEvent');
    const tree = { branches: [{ branches: [] }, { leaves: { a: { branch: { branches: [] } } } }] };
    expect(isPing?.({ type: 'ping', tree })).toBe(true);
    const broken = { leaves: { a: { branch: { branches: 'none' } } } };
    expect(isPing?.({ type: 'ping', tree: broken })).toBe(false);
  });

  it('is followed 64 levels deep, and no further', async () => {
    const isPing = (await guardsOf(small)).get('isPingEvent');
    const nested = (levels: number): object =>
      levels === 1 ? {} : { branches: [nested(levels - 1)] };
    expect(isPing?.({ type: 'ping', tree: nested(64) })).toBe(true);
    expect(isPing?.({ type: 'ping', tree: nested(65) })).toBe(false);
  });

  it('ends with a message that contains itself', async () => {
    const tree: { branches: unknown[] } = { branches: [] };
    tree.branches.push(tree, tree);
    expect((await guardsOf(small)).get('isPingEvent')?.({ type: 'ping', tree })).toBe(false);
  });
});

it('an array has an item in each of its places: JSON writes null where there is none', async () => {
  const shapes = [shape('Branch', object([optional('branches', arrayOf(reference('Branch')))]))];
  const fields = [optional('list', arrayOf(string)), optional('tree', reference('Branch'))];
  const isPing = (await guardsOf(model([event('ping', fields)], shapes))).get('isPingEvent');
  const sparse = <Item>(item: Item): Item[] => {
    const items = [item];
    items[2] = item;
    return items;
  };
  expect(isPing?.({ type: 'ping', list: ['a', 'b'], tree: { branches: [{}] } })).toBe(true);
  expect(isPing?.({ type: 'ping', list: sparse('a') })).toBe(false);
  expect(isPing?.({ type: 'ping', tree: { branches: sparse({}) } })).toBe(false);
});

it('an object without a name is looked into, wherever it stands', async () => {
  const inner = object([required('id', string)]);
  const small = model([
    event('ping', [
      required('one', inner),
      required('either', union(string, inner)),
      required('list', arrayOf(inner)),
      required('map', mapOf(inner)),
    ]),
  ]);
  const isPing = (await guardsOf(small)).get('isPingEvent');
  const [sound, broken] = [{ id: 'a' }, { id: 1 }];
  const whole = { type: 'ping', one: sound, either: sound, list: [sound], map: { a: sound } };
  expect(isPing?.(whole)).toBe(true);
  expect(isPing?.({ ...whole, one: broken })).toBe(false);
  expect(isPing?.({ ...whole, either: broken })).toBe(false);
  expect(isPing?.({ ...whole, list: [sound, broken] })).toBe(false);
  expect(isPing?.({ ...whole, map: { a: broken } })).toBe(false);
});

it('a number that is written is one that text has', async () => {
  const small = model([clientEvent('ping', [required('speed', number)])]);
  const isPing = (await guardsOf(small)).get('isPingEvent');
  const accepted = [1.5, Number.NaN, Infinity].filter((speed) => isPing?.({ type: 'ping', speed }));
  expect(accepted).toEqual([1.5]);
});

it('two checks that would have one name get two', () => {
  const text = fileOf(
    model([
      clientEvent('ping', [
        required('a_b', arrayOf(oneOf('x'))),
        required('aB', arrayOf(oneOf('y'))),
      ]),
    ]),
    'guards.ts',
  );
  expect(text).toContain("everyItem(value['a_b'], fitsPingABItem)");
  expect(text).toContain("everyItem(value['aB'], fitsPingABItem2)");
});

describe('what a client writes', () => {
  it('has no keys but those of the docs', async () => {
    const isPing = (await guardsOf(model([clientEvent('ping', [optional('id', string)])]))).get(
      'isPingEvent',
    );
    expect(isPing?.({ type: 'ping', id: 'a' })).toBe(true);
    expect(isPing?.({ type: 'ping', identity: 'a' })).toBe(false);
    expect(isPing?.(json('{ "type": "ping", "__proto__": {} }'))).toBe(false);
  });

  it('asks nothing of a field that may be anything, or not be there', () => {
    const small = model([clientEvent('ping', [optional('toString', openValue)])]);
    expect(fileOf(small, 'guards.ts')).not.toContain('function own(');
  });

  it('has none at all where the docs know no field, which TypeScript is told', async () => {
    const small = model(
      [clientEvent('ping', [required('part', reference('Part'))])],
      [shape('Part', object([]))],
    );
    expect(fileOf(small, 'guards.ts')).toContain('const partKeys: readonly string[] = [];');
    const isPing = (await guardsOf(small)).get('isPingEvent');
    expect(isPing?.({ type: 'ping', part: {} })).toBe(true);
    expect(isPing?.({ type: 'ping', part: { more: 1 } })).toBe(false);
  });

  it('may have others where the docs break off', async () => {
    const cut = object([], { open: 'cut' });
    const isPing = (await guardsOf(model([clientEvent('ping', [required('part', cut)])]))).get(
      'isPingEvent',
    );
    expect(isPing?.({ type: 'ping', part: { anything: 1 } })).toBe(true);
  });
});
