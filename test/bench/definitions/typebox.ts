import type { JsonSchema } from '../../../generator/emit/json-schema.ts';

/** TypeBox compiles JSON Schema as it is. */
export function typeboxModule(schema: JsonSchema): { schema: string; expression: string } {
  return {
    schema: `import { Compile } from 'typebox/schema';`,
    expression: `Compile(${JSON.stringify(schema)})`,
  };
}
