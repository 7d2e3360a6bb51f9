import { expect, test } from 'vitest';
import { meantType } from '../../generator/dialects/plain-types.ts';

test.each([
  ['int', 'integer'],
  ['Float', 'number'],
  ['String', 'string'],
  ['string[]', 'array<string>'],
  ['array[string]', 'array<string>'],
  ['list of strings', 'array<string>'],
  ['Dict[str, Any]', 'map<unknown>'],
  ['integer, nullable', 'integer | null'],
  ['integer or null', 'integer | null'],
  ['string?', 'string | null'],
])('%s is meant as %s', (text, meant) => {
  expect(meantType(text)).toBe(meant);
});

test.each(['string', 'colour', 'text or so', 'enum', ''])(
  '%j is nobody’s word for a type',
  (text) => {
    expect(meantType(text)).toBeUndefined();
  },
);
