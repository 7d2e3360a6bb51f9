/** `constants.ts`: the wire names, for code that runs. */
import type { StatementStructures, VariableStatementStructure } from 'ts-morph';
import type { Event, Model } from '../model/model.ts';
import { directionNames } from '../model/names.ts';
import { directionsOf, eventsOf } from '../model/walk.ts';
import { constant } from './statements.ts';
import { literal } from './text.ts';

/** The statements of `constants.ts`. */
export function constantStatements(model: Model): StatementStructures[] {
  return directionsOf(model).flatMap((direction) => {
    const { values } = directionNames(direction);
    const events = eventsOf(model, direction);
    const unsupported = events.filter(({ support }) => support.status === 'unsupported');
    const supported = events.filter((event) => !unsupported.includes(event));
    return [
      names(
        values.names,
        events,
        `The wire names of all ${direction} events, in the order of the docs.`,
      ),
      names(values.supportedNames, supported, 'Those that no flag calls unsupported.'),
      names(values.unsupportedNames, unsupported, 'Those that the docs flag as not supported.'),
    ];
  });
}

function names(name: string, events: readonly Event[], text: string): VariableStatementStructure {
  const list = events.map((event) => literal(event.name)).join(', ');
  return constant({ name }, `[${list}] as const`, [text]);
}
