/** `send.ts`: for each direction its events as text, and what sends them. */
import type { StatementStructures } from 'ts-morph';
import { directionNames } from '../model/names.ts';
import type { Direction, Model, SourceInfo } from '../model/model.ts';
import { readingModeOf } from '../model/reading.ts';
import { directionsOf } from '../model/walk.ts';
import { called } from './expressions.ts';
import { importOf, type Import } from './imports.ts';
import { exportedFunction, returned } from './statements.ts';
import { functionTypeOf, genericOf } from './type-text.ts';

/** The statements of `send.ts`. */
export function sendStatements(model: Model): (StatementStructures | Import)[] {
  const directions = directionsOf(model);
  const isTolerant = (direction: Direction): boolean =>
    readingModeOf(model.source, direction) === 'tolerant';
  return [
    importOf('../runtime/sending.js', ['senderTo', 'serializeEvent']),
    importOf(
      '../runtime/types.js',
      [...(directions.some(isTolerant) ? ['ReadingMode'] : []), 'TextReceiver'],
      true,
    ),
    importOf(
      './parse.js',
      directions.map((direction) => directionNames(direction, model.source).values.set),
    ),
    importOf(
      './types.js',
      directions.map((direction) => directionNames(direction, model.source).types.union),
      true,
    ),
    ...directions.flatMap((direction) =>
      statementsOf(model.source, direction, isTolerant(direction)),
    ),
  ];
}

function statementsOf(
  source: SourceInfo,
  direction: Direction,
  isTolerant: boolean,
): StatementStructures[] {
  const { types, values } = directionNames(direction, source);
  const asked: Record<string, string> = isTolerant ? { reading: "ReadingMode = 'tolerant'" } : {};
  const passed = isTolerant ? ['reading'] : [];
  const exactly = isTolerant
    ? '`exact` holds it against the letter of the docs, as those who write a server want it.'
    : undefined;
  return [
    exportedFunction(
      values.serialize,
      { parameters: { event: types.union, ...asked }, returnType: 'string' },
      [returned(called('serializeEvent', 'event', values.set, ...passed))],
      [
        `A ${direction} event as text. Throws an \`EventError\` that says what is wrong, unless it fits the docs.`,
        exactly,
      ],
    ),
    exportedFunction(
      values.sender,
      {
        typeParameters: ['Sent'],
        parameters: { socket: genericOf('TextReceiver', 'Sent'), ...asked },
        returnType: functionTypeOf(['event', types.union], 'Sent'),
      },
      [returned(called('senderTo', 'socket', values.set, ...passed))],
      [
        `A function that sends ${direction} events to anything with \`send(text)\`, each by \`${values.serialize}\`.`,
        exactly,
      ],
    ),
  ];
}
