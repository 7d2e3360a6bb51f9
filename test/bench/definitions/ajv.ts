import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import type { JsonSchema } from '../../../generator/emit/json-schema.ts';

/** The validation function as a module, the way `ajv compile` writes it. */
export function ajvModule(schema: JsonSchema, withIssues: boolean): string {
  const ajv = new Ajv2020({
    code: { source: true, esm: true },
    discriminator: true,
    // What does not fit is a list of misfits with words for people, or else no more than an answer.
    allErrors: withIssues,
    messages: withIssues,
    strict: true,
    allowUnionTypes: true,
    // A variant repeats the key that it looks at, the properties stand in its members.
    strictRequired: false,
  });
  return standalone.default(ajv, ajv.compile(schema));
}
