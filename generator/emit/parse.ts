/** `parse.ts`: for each direction what a message turns out to be, and the same for who wants it thrown. */
import type { StatementStructures } from 'ts-morph';
import { editionOf } from '../model/edition.ts';
import type { Direction, Model, SourceInfo } from '../model/model.ts';
import { readingModeOf } from '../model/reading.ts';
import { directionNames, eitherDirectionNames } from '../model/names.ts';
import { directionsOf, eventsOf } from '../model/walk.ts';
import { exportedNamesOf, type ExportedNames } from './names.ts';
import { called, fieldsOf, type Call } from './expressions.ts';
import { importOf, type Import } from './imports.ts';
import {
  constant,
  exportedFunction,
  returned,
  typeAlias,
  type TypeParameter,
} from './statements.ts';
import { genericOf, objectTypeOf, unionOf, type TypeText } from './type-text.ts';
import { literal } from './text.ts';

/** The statements of `parse.ts`. */
export function parseStatements(model: Model): (StatementStructures | Import | string)[] {
  const directions = directionsOf(model);
  const isTolerant = directions.some(
    (direction) => readingModeOf(model.source, direction) === 'tolerant',
  );
  const unions = directions.map((direction) => directionNames(direction, model.source).types.union);
  const exported = exportedNamesOf(model);
  const typeNames = model.events.map(({ typeName }) => typeName);
  return [
    importOf('../runtime/handlers.js', ['handleMessage']),
    importOf('../runtime/outcomes.js', [
      'assertEvent',
      'assertEventNamed',
      'outcomeOf',
      ...(directions.length > 1 ? ['outcomeOfEither'] : []),
    ]),
    importOf(
      '../runtime/types.js',
      [
        ...(directions.length > 1 ? ['DirectedOutcome'] : []),
        'EventHandlers',
        'EventSet',
        'ExhaustiveEventHandlers',
        'Outcome',
        ...(isTolerant ? ['ReadingMode'] : []),
        'UnknownEvent',
      ],
      true,
    ),
    ...(directions.length > 1
      ? [
          importOf(
            './constants.js',
            directions.map((direction) => directionNames(direction, model.source).values.names),
          ),
        ]
      : []),
    "import * as expected from './expected.js';",
    importOf(
      './guards.js',
      [...unions, ...typeNames].map((name) => exported.guard(name)),
    ),
    importOf(
      './types.js',
      [
        ...directions.map((direction) => directionNames(direction, model.source).types.map),
        ...unions,
        ...typeNames,
      ],
      true,
    ),
    ...directions.flatMap((direction) => directionStatements(model, direction, exported)),
    ...(directions.length > 1 ? eitherStatements(model.source, isTolerant) : []),
  ];
}

/** For logs, which have both directions. */
function eitherStatements(source: SourceInfo, isTolerant: boolean): StatementStructures[] {
  const { types, values } = eitherDirectionNames(source);
  const [server, client] = [directionNames('server', source), directionNames('client', source)];
  return [
    typeAlias(types.outcome, genericOf('DirectedOutcome', server.types.union, client.types.union), [
      'What a message of either direction turns out to be, with the direction of events that the docs have.',
    ]),
    exportedFunction(
      values.parse,
      {
        parameters: { input: 'unknown', ...(isTolerant && { 'reading?': "'exact'" }) },
        returnType: types.outcome,
      },
      [
        returned(
          called(
            'outcomeOfEither',
            'input',
            server.values.set,
            client.values.set,
            ...(isTolerant ? ['reading'] : []),
          ),
        ),
      ],
      [
        'What a message of either direction is, as a log of both has them. Nothing throws.',
        isTolerant ? '`exact` holds it against the letter of the docs.' : undefined,
      ],
    ),
  ];
}

function directionStatements(
  model: Model,
  direction: Direction,
  exported: ExportedNames,
): StatementStructures[] {
  const { types, values } = directionNames(direction, model.source);
  const { union, outcome, unknown } = types;
  const { set } = values;
  const reading = literal(readingModeOf(model.source, direction));
  const isTolerant = readingModeOf(model.source, direction) === 'tolerant';
  const asked: Record<string, string> = isTolerant ? { reading: "ReadingMode = 'tolerant'" } : {};
  const passed = isTolerant ? ['reading'] : [];
  return [
    typeAlias(outcome, genericOf('Outcome', union), [
      'What a message turns out to be: a `known` event, a `mismatch`, an `unknown` event, or `malformed`.',
    ]),
    typeAlias(unknown, 'UnknownEvent', [
      `An event that the docs do not have. \`${union} | ${unknown}\` still narrows by \`type\`.`,
    ]),
    typeAlias(
      types.handlers,
      genericOf('EventHandlers', types.map, 'Context'),
      [`What to do with each message: see \`${values.handle}\`.`],
      { parameters: [contextParameter] },
    ),
    typeAlias(
      types.exhaustiveHandlers,
      genericOf('ExhaustiveEventHandlers', types.map, 'Context'),
      [`The same with a handler for every event: where one is missing, it does not compile.`],
      { parameters: [contextParameter] },
    ),
    eventSet(model, direction, exported),
    exportedFunction(
      values.parse,
      {
        parameters: {
          input: 'unknown',
          ...asked,
        },
        returnType: outcome,
      },
      [returned(called('outcomeOf', 'input', set, ...passed))],
      [
        'What a message is: JSON as text or as bytes of UTF-8, or a value that was parsed already. Nothing throws.',
        isTolerant
          ? '`exact` holds it against the letter of the docs, as tests and servers want it.'
          : undefined,
      ],
    ),
    handleFunction(model.source, direction, isTolerant),
    assertion(
      { typeName: union, name: exported.assertion(union) },
      `a ${direction} event that fits the docs`,
      called('assertEvent', 'value', set, ...passed),
      asked,
    ),
    ...eventsOf(model, direction).map(({ name, typeName }) =>
      assertion(
        { typeName, name: exported.assertion(typeName) },
        `the event \`${name}\``,
        called(
          'assertEventNamed',
          'value',
          literal(name),
          exported.guard(typeName),
          `expected.${typeName}`,
          reading,
          'expected.docs',
        ),
      ),
    ),
  ];
}

const contextParameter: TypeParameter = ['Context', '=', 'undefined'];

function handleFunction(
  source: SourceInfo,
  direction: Direction,
  isTolerant: boolean,
): StatementStructures {
  const { types, values } = directionNames(direction, source);
  const returnType = unionOf([types.outcome, genericOf('Promise', types.outcome)]);
  const reading: [string, TypeText][] = isTolerant ? [['reading?', 'ReadingMode']] : [];
  const options = ['context', ...(isTolerant ? ['reading'] : [])];
  const passed = fieldsOf(options.map((name) => [name, name]));
  return exportedFunction(
    values.handle,
    {
      typeParameters: ['Context'],
      parameters: {
        input: 'unknown',
        handlers: genericOf(types.handlers, unionOf(['Context', 'undefined'])),
        options: { type: objectTypeOf([['context?', 'Context'], ...reading]), default: '{}' },
      },
      returnType,
    },
    [
      `const { ${options.join(', ')} } = options;`,
      returned(called('handleMessage', 'input', values.set, 'handlers', passed)),
    ],
    [
      'Calls the handler of a message, by the name of its event.',
      'Returns what the message is; where the handler returns a promise, a promise of that, which waits for it. What a handler throws, or rejects with, goes to `onError` of the handlers, or else to whoever calls or waits.',
    ],
    [
      {
        parameters: {
          input: 'unknown',
          handlers: types.handlers,
          ...(isTolerant && { 'options?': objectTypeOf(reading) }),
        },
        returnType,
      },
      {
        typeParameters: ['Context'],
        parameters: {
          input: 'unknown',
          handlers: genericOf(types.handlers, 'Context'),
          options: objectTypeOf([['context', 'Context'], ...reading]),
        },
        returnType,
      },
    ],
  );
}

/** What the functions of a direction have in common. */
function eventSet(
  model: Model,
  direction: Direction,
  exported: ExportedNames,
): StatementStructures {
  const { source } = model;
  const { types, values } = directionNames(direction, source);
  const title = `${direction} event of ${editionOf(source)}`;
  const other = directionsOf(model).find((one) => one !== direction);
  const others =
    other &&
    fieldsOf([
      ['direction', literal(other)],
      ['names', directionNames(other, source).values.names],
    ]);
  return constant(
    { name: values.set, type: genericOf('EventSet', types.union) },
    fieldsOf([
      ['title', literal(title)],
      ['direction', literal(direction)],
      ['docs', 'expected.docs'],
      ['other', others],
      ['reading', literal(readingModeOf(source, direction))],
      ['is', exported.guard(types.union)],
      ['expected', `expected.${values.expected}`],
    ]),
    [`Every ${direction} event: its guard, and what the docs say of it as data.`],
  );
}

function assertion(
  { typeName, name }: { typeName: string; name: string },
  what: string,
  call: Call,
  more: Record<string, string> = {},
): StatementStructures {
  return exportedFunction(
    name,
    { parameters: { value: 'unknown', ...more }, returnType: `asserts value is ${typeName}` },
    [call],
    [`Throws an \`EventError\` that says what is wrong, unless a value is ${what}.`],
  );
}
