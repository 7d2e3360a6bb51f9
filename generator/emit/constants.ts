/** `constants.ts`: the wire names, for code that runs. */
import type { StatementStructures, VariableStatementStructure } from 'ts-morph';
import type { Direction, Event, Model } from '../model/model.ts';
import { directionNames } from '../model/names.ts';
import { isRuledOut } from '../model/support.ts';
import { directionsOf, eventsOf } from '../model/walk.ts';
import { butDisputed } from './jsdoc.ts';
import { called, listOf, typed } from './expressions.ts';
import { importOf, type Import } from './imports.ts';
import { constant, exportedFunction, returned } from './statements.ts';
import { literal } from './text.ts';

/** The statements of `constants.ts`. */
export function constantStatements(model: Model): (StatementStructures | Import)[] {
  const directions = directionsOf(model);
  const nameTypes = directions.map(
    (direction) => directionNames(direction, model.source).types.name,
  );
  return [
    importOf('./types.js', nameTypes, true),
    ...directions.flatMap((direction) => statementsOf(model, direction)),
  ];
}

function statementsOf(model: Model, direction: Direction): StatementStructures[] {
  const { types, values } = directionNames(direction, model.source);
  const events = eventsOf(model, direction);
  const unsupported = events.filter(({ support }) => isRuledOut(support));
  const supported = events.filter((event) => !unsupported.includes(event));
  return [
    names(
      values.names,
      events,
      `The wire names of all ${direction} events, in the order of the docs.`,
    ),
    names(values.supportedNames, supported, 'Those that no flag calls unsupported.'),
    names(
      values.unsupportedNames,
      unsupported,
      `Those that the docs flag as not supported${butDisputed(events)}.`,
    ),
    exportedFunction(
      values.isName,
      { parameters: { name: 'unknown' }, returnType: `name is ${types.name}` },
      [returned(called(`${values.names}.some`, '(one) => one === name'))],
      [`Whether something is the wire name of a ${direction} event.`],
    ),
  ];
}

function names(name: string, events: readonly Event[], text: string): VariableStatementStructure {
  const list = listOf(events.map((event) => literal(event.name)));
  return constant({ name }, typed(list, 'as const'), [text]);
}
