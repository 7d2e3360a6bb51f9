import { describe, expect, test } from 'vitest';
import type { Field, Link, Type } from '../../generator/model/model.ts';
import { boundsInWords, signatureOf } from '../../generator/model/signature.ts';
import { somewhere as position } from '../support/models.ts';

/** A field as a page documents it. */
function field(type: Type<Link>, more: Partial<Field<Link>> = {}): Field<Link> {
  return { name: 'a', position, requiredness: 'required', type, origin: 'documented', ...more };
}

const string: Type<Link> = { kind: 'string', position };
const integer: Type<Link> = { kind: 'integer', position };

function enumeration(values: (string | number | boolean)[], open = false): Type<Link> {
  return {
    kind: 'enumeration',
    position,
    values: values.map((value) => ({ value, position })),
    ...(open && { open }),
  };
}

describe('a type in one line', () => {
  test.each<[string, Type<Link>]>([
    ['string', string],
    ['string (uri)', { kind: 'string', position, format: 'uri' }],
    ["'am'", { kind: 'literal', position, value: 'am' }],
    ["'am' | 16 | true", enumeration(['am', 16, true])],
    ["'am' | 'fm' | …", enumeration(['am', 'fm'], true)],
    ['object', { kind: 'open', position, of: 'object', reason: 'opaque' }],
    ['unknown', { kind: 'open', position, of: 'value', reason: 'opaque' }],
    ['...', { kind: 'open', position, of: 'object', reason: 'cut' }],
    ['array<integer>', { kind: 'array', position, element: integer }],
    ['map<string>', { kind: 'map', position, value: string }],
    ['string | null', { kind: 'union', position, members: [string, { kind: 'null', position }] }],
    ['Station', { kind: 'link', position, label: 'Station', anchor: 'Station' }],
    ['Station (#Station-2)', { kind: 'link', position, label: 'Station', anchor: 'Station-2' }],
    [
      '{ a: string required, b: integer optional }',
      {
        kind: 'object',
        position,
        fields: [field(string), field(integer, { name: 'b', requiredness: 'optional' })],
      },
    ],
    [
      '{ a: string required, ... }',
      { kind: 'object', position, fields: [field(string)], open: 'cut' },
    ],
  ])('%s', (signature, type) => {
    expect(signatureOf(field(type))).toBe(`${signature}, required`);
  });
});

test.each(['required', 'optional', 'unstated'] as const)('a field that is %s', (requiredness) => {
  expect(signatureOf(field(string, { requiredness }))).toBe(`string, ${requiredness}`);
});

describe('a field with', () => {
  test('a default', () => {
    expect(signatureOf(field(string, { default: { value: 'am', position } }))).toBe(
      'string, required, default "am"',
    );
  });

  test('a default that is null', () => {
    expect(signatureOf(field(string, { default: { value: null, position } }))).toBe(
      'string, required, default null',
    );
  });

  test('bounds and a default', () => {
    const bounds = { position, minimum: 0.25, maximum: 1.5 };

    expect(signatureOf(field(integer, { bounds, default: { value: 1, position } }))).toBe(
      'integer, required, from 0.25 to 1.5, default 1',
    );
  });

  test('support that is not whole', () => {
    const support = { status: 'unsupported', evidence: { position, text: 'NO' } } as const;

    expect(signatureOf(field(string, { support }))).toBe('string, required, unsupported');
  });

  test('words and a place has none of these in its signature', () => {
    expect(signatureOf(field(string, { description: 'Text.' }))).toBe('string, required');
  });
});

test.each([
  [{ minimum: 0 }, 'from 0'],
  [{ maximum: -1 }, 'to -1'],
  [{ minimum: 0, maximum: 1.5 }, 'from 0 to 1.5'],
])('the bounds %j in words: %s', (bounds, words) => {
  expect(boundsInWords(bounds)).toBe(words);
});
