/** The JSON Schemas as they are generated; with messages of every source in `json-schema.deep.test.ts`. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { contradictionsOf, schemasOf } from './json-schema.ts';
import { directions } from '../support/generated-sources.ts';

const schemas = await schemasOf(directions);

it.each(schemas)('$file follows its draft', ({ schema }) => {
  expect(new Ajv2020().validateSchema(schema)).toBe(true);
});

it.each(schemas)('$file is called what it is', ({ file, schema }) => {
  expect(schema['$id']).toBe(file);
});

it.each(schemas.filter(({ source: { id } }) => id === 'openai-realtime-translation'))(
  '$file accepts what is an event',
  (schema) => {
    const { contradictions, accepted, refused } = contradictionsOf(schema);
    expect(contradictions).toEqual([]);
    expect(accepted).toBeGreaterThan(0);
    expect(refused).toBeGreaterThan(0);
  },
);
