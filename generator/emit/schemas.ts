/** `schemas.ts`: every event, and the events of each direction, as Standard Schemas. */
import type { StatementStructures } from 'ts-morph';
import type { Model } from '../model/model.ts';
import { readingModeOf } from '../model/reading.ts';
import { directionNames } from '../model/names.ts';
import { directionsOf, eventsOf } from '../model/walk.ts';
import { exportedNamesOf } from './names.ts';
import { called, pure, type Expression } from './expressions.ts';
import { importOf, type Import } from './imports.ts';
import { constant } from './statements.ts';
import { genericOf } from './type-text.ts';
import { literal } from './text.ts';

/** The statements of `schemas.ts`. */
export function schemaStatements(model: Model): (StatementStructures | Import | string)[] {
  const directions = directionsOf(model);
  const exported = exportedNamesOf(model);
  const typeNames = model.events.map(({ typeName }) => typeName);
  return [
    importOf('../runtime/standard-schema.js', ['eventSchema', 'standardSchema']),
    importOf('../runtime/types.js', ['StandardSchema'], true),
    "import * as expected from './expected.js';",
    importOf(
      './guards.js',
      typeNames.map((name) => exported.guard(name)),
    ),
    importOf(
      './parse.js',
      directions.map((direction) => directionNames(direction, model.source).values.set),
    ),
    importOf(
      './types.js',
      [
        ...directions.map((direction) => directionNames(direction, model.source).types.union),
        ...typeNames,
      ],
      true,
    ),
    ...directions.flatMap((direction) => {
      const { types, values } = directionNames(direction, model.source);
      const reading = literal(readingModeOf(model.source, direction));
      return [
        schema(
          { typeName: types.union, name: exported.schema(types.union) },
          called('eventSchema', values.set),
          `Any ${direction} event as a Standard Schema.`,
        ),
        ...eventsOf(model, direction).map(({ name, typeName }) =>
          schema(
            { typeName, name: exported.schema(typeName) },
            called(
              'standardSchema',
              exported.guard(typeName),
              `expected.${typeName}`,
              reading,
              'expected.docs',
            ),
            `The event \`${name}\` as a Standard Schema.`,
          ),
        ),
      ];
    }),
  ];
}

/** Nothing that is not used stays in a bundle, though it is made by a call. */
function schema(
  { typeName, name }: { typeName: string; name: string },
  call: Expression,
  text: string,
): StatementStructures {
  return constant({ name, type: genericOf('StandardSchema', typeName) }, pure(call), [text]);
}
