/** The JSON Schemas of every source say of every message what its parser and its guards say. */
import { expect, it } from 'vitest';
import { contradictionsOf, schemasOf } from './json-schema.ts';
import { directions } from '../support/generated-sources.ts';

it.each(await schemasOf(directions))('$file accepts what is an event', (schema) => {
  const { contradictions, accepted, refused } = contradictionsOf(schema);
  expect(contradictions).toEqual([]);
  expect(accepted).toBeGreaterThan(0);
  expect(refused).toBeGreaterThan(0);
});
