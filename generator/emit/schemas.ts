/** `schemas.ts`: every event, and the events of each direction, as Standard Schemas. */
import type { StatementStructures } from 'ts-morph';
import type { Model } from '../model/model.ts';
import { readingModeOf } from '../model/tolerance.ts';
import { directionsOf, eventsOf } from '../model/walk.ts';
import { directionWord } from './reading.ts';
import { constant, importOf } from './statements.ts';
import { literal } from './text.ts';

/** The statements of `schemas.ts`. */
export function schemaStatements(model: Model): (StatementStructures | string)[] {
  const directions = directionsOf(model);
  const typeNames = model.events.map(({ typeName }) => typeName);
  return [
    importOf('../standard-schema.js', ['eventSchema', 'standardSchema', 'type StandardSchema']),
    "import * as expected from './expected.js';",
    importOf(
      './guards.js',
      typeNames.map((name) => `is${name}`),
    ),
    importOf(
      './parse.js',
      directions.map((direction) => `${direction}EventSet`),
    ),
    importOf(
      './types.js',
      [...directions.map((direction) => `Realtime${directionWord(direction)}Event`), ...typeNames],
      true,
    ),
    ...directions.flatMap((direction) => [
      schema(
        `Realtime${directionWord(direction)}Event`,
        `eventSchema(${direction}EventSet)`,
        `Any ${direction} event as a Standard Schema.`,
      ),
      ...eventsOf(model, direction).map(({ name, typeName }) => {
        const reading = literal(readingModeOf(model.source, direction));
        return schema(
          typeName,
          `standardSchema(is${typeName}, expected.${typeName}, ${reading})`,
          `The event \`${name}\` as a Standard Schema.`,
        );
      }),
    ]),
  ];
}

/** Nothing that is not used stays in a bundle, though it is made by a call. */
function schema(typeName: string, call: string, text: string): StatementStructures {
  const name = `${typeName.charAt(0).toLowerCase()}${typeName.slice(1)}Schema`;
  const type = `StandardSchema<${typeName}>`;
  return constant({ name, type }, `/* @__PURE__ */ ${call}`, [text]);
}
