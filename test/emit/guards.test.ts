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
} from '../models.ts';
import { fileOf, guardsOf, guardTextOf, lines } from './emitted.ts';

/** The check of one field in the guard of a server event, on one line. */
async function serverCheck(field: Field, shapes: Shape[] = []): Promise<string> {
  return checkIn(await guardTextOf(model([event('ping', [field])], shapes), 'isPingEvent'));
}

/** The check of one field in the guard of a client event, on one line. */
async function clientCheck(field: Field, shapes: Shape[] = []): Promise<string> {
  return checkIn(await guardTextOf(model([clientEvent('ping', [field])], shapes), 'isPingEvent'));
}

function checkIn(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').replaceAll('( ', '(').replaceAll(' )', ')');
  const start = "value.type === 'ping' && ";
  const end = line.includes('return (') ? '); }' : '; }';
  return line.slice(line.indexOf(start) + start.length, -end.length);
}

it('an event is checked field by field', async () => {
  const small = model([
    event('session.created', [required('id', string), optional('speed', number)]),
  ]);
  expect(await guardTextOf(small, 'isSessionCreatedEvent')).toBe(
    lines`
      /** Whether a value is the event ${'`session.created`'}. */
      export function isSessionCreatedEvent(value: unknown): value is SessionCreatedEvent {
        return (
          isObject(value) &&
          value.type === 'session.created' &&
          typeof value.id === 'string' &&
          (value.speed == null || typeof value.speed === 'number')
        );
      }
    `,
  );
});

it('the union of all events is told apart by type', async () => {
  const small = model([event('session.created'), event('error')]);
  expect(await guardTextOf(small, 'isRealtimeServerEvent')).toBe(lines`
    /** Whether a value is an event that the docs list and fits what they say of it. */
    export function isRealtimeServerEvent(value: unknown): value is RealtimeServerEvent {
      if (!isObject(value)) return false;
      switch (value.type) {
        case 'session.created':
          return isSessionCreatedEvent(value);
        case 'error':
          return isRealtimeErrorEvent(value);
        default:
          return false;
      }
    }
  `);
});

it('types are all that is imported', async () => {
  const usage = shape('Usage', object([required('total', integer)]));
  const small = model([event('ping', [required('usage', reference('Usage'))])], [usage]);
  expect((await fileOf(small, 'guards.ts')).match(/^import .*$/gm)).toEqual([
    "import type { PingEvent, RealtimeServerEvent, Usage } from './types.js';",
  ]);
});

describe('a required field', () => {
  const checks: [string, Type, string][] = [
    ['string', string, "typeof value.field === 'string'"],
    ['integer', integer, 'Number.isInteger(value.field)'],
    ['number', number, "typeof value.field === 'number'"],
    ['boolean', boolean, "typeof value.field === 'boolean'"],
    ['null', nothing, 'value.field === null'],
    ['an object of which nothing is said', openObject, 'isObject(value.field)'],
    ['anything', openValue, 'value.field !== undefined'],
    ['an array of anything', arrayOf(openValue), 'Array.isArray(value.field)'],
    [
      'an array of strings',
      arrayOf(string),
      'Array.isArray(value.field) && value.field.every(isString)',
    ],
    [
      'an array of numbers',
      arrayOf(number),
      'Array.isArray(value.field) && value.field.every(isPingFieldItem)',
    ],
    ['a map of integers', mapOf(integer), 'isMapOf(value.field, isInteger)'],
    ['a map of anything', mapOf(openValue), 'isObject(value.field)'],
    [
      'a union',
      union(string, arrayOf(string), nothing),
      "(typeof value.field === 'string' || (Array.isArray(value.field) && value.field.every(isString)) || value.field === null)",
    ],
    ['a union with anything', union(string, openValue), 'value.field !== undefined'],
    ['a reference', reference('Part'), 'isPart(value.field)'],
    [
      'an array of a shape',
      arrayOf(reference('Part')),
      'Array.isArray(value.field) && value.field.every(isPart)',
    ],
    ['one value, which may change', literal('on'), "typeof value.field === 'string'"],
    ['values that may grow', oneOf('on', 'off'), "typeof value.field === 'string'"],
    [
      'values of two kinds that may grow',
      oneOf(1, 'inf'),
      "(typeof value.field === 'number' || typeof value.field === 'string')",
    ],
  ];

  it.each(checks)('of type %s', async (_, type, text) => {
    const shapes = [shape('Part', object([required('id', string)]))];
    expect(await serverCheck(required('field', type), shapes)).toBe(text);
  });

  it('that tells types apart is compared with its one value', async () => {
    expect(await serverCheck(discriminator('role', 'user'))).toBe("value.role === 'user'");
  });

  it('whose name is no identifier is read by its name', async () => {
    expect(await serverCheck(required('a-b', string))).toBe("typeof value['a-b'] === 'string'");
  });
});

describe('a field that may be absent', () => {
  it('may be null on the way from the server', async () => {
    expect(await serverCheck(optional('field', string))).toBe(
      "(value.field == null || typeof value.field === 'string')",
    );
  });

  it('may only be absent on the way from the client', async () => {
    expect(await clientCheck(optional('field', string))).toBe(
      "(value.field === undefined || typeof value.field === 'string')",
    );
  });

  it('is not checked when it may be anything', async () => {
    const text = await guardTextOf(
      model([event('ping', [optional('field', openValue)])]),
      'isPingEvent',
    );
    expect(text).not.toContain('field');
  });
});

describe('values that a client writes', () => {
  it('are compared with each of the docs', async () => {
    expect(await clientCheck(required('field', oneOf('on', 'off')))).toBe(
      "(value.field === 'on' || value.field === 'off')",
    );
  });

  it('are compared with the one of the docs', async () => {
    expect(await clientCheck(required('field', literal('on')))).toBe("value.field === 'on'");
  });

  it('are compared in arrays, too, by a function of their own', async () => {
    expect(await clientCheck(required('field', arrayOf(oneOf('on', 'off'))))).toBe(
      'Array.isArray(value.field) && value.field.every(isPingFieldItem)',
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

it('a shape that contains itself is checked to its depth', async () => {
  const branch = shape('Branch', object([optional('branches', arrayOf(reference('Branch')))]));
  const guards = await guardsOf(
    model([event('ping', [required('tree', reference('Branch'))])], [branch]),
  );
  const tree = { branches: [{ branches: [] }, { branches: [{ branches: 'none' }] }] };
  expect(guards.get('isPingEvent')?.({ type: 'ping', tree })).toBe(false);
});
