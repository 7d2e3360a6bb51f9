/** `support-matrix.ts`: the matrix as a typed lookup by name. */
import type { StatementStructures } from 'ts-morph';
import type { Direction } from '../../model/model.ts';
import { mayCome } from '../../matrix/headline.ts';
import type { EventCell, EventRow, MatrixSource, SupportMatrix } from '../../matrix/types.ts';
import { dataOf, typed } from '../expressions.ts';
import { jsdoc } from '../jsdoc.ts';
import {
  constant,
  exportedInterface,
  property,
  typeAlias,
  type TypeParameter,
} from '../statements.ts';
import { literal, propertyName } from '../text.ts';
import { unionOf, type TypeText } from '../type-text.ts';

const directions: readonly { direction: Direction; name: string }[] = [
  { direction: 'server', name: 'Server' },
  { direction: 'client', name: 'Client' },
];

/** The statements of `support-matrix.ts`. */
export function supportStatements({ sources, events }: SupportMatrix): StatementStructures[] {
  const rowsOf = (direction: Direction) => events.filter((row) => row.direction === direction);
  const factsOfAll = {
    sources: byKey(sources, ({ id }) => id, sourceFacts),
    ...Object.fromEntries(
      directions.map(({ direction }) => [
        direction,
        byKey(
          rowsOf(direction),
          ({ event }) => event,
          (row) => cellsOf(row, sources),
        ),
      ]),
    ),
  };
  return [
    alias('SourceId', unionOf(sources.map(({ id }) => literal(id))), 'A documented source.'),
    alias(
      'SupportStatus',
      oneOf('supported', 'unsupported', 'partial', 'disputed', 'undocumented'),
      'What a source says of an event. `disputed`: its docs say one thing, and their publisher another. `undocumented`: its docs do not name it.',
    ),
    supportInterface,
    sourceInterface,
    constant({ name: 'supportMatrix' }, typed(dataOf(factsOfAll), 'as const'), [
      "What each source says of each event: `supportMatrix.server['session.created']['…']`. The words of the docs are in `support-matrix.json`.",
    ]),
    ...directions.flatMap(({ direction, name }) =>
      nameTypes(name, direction, namesOf(rowsOf(direction), sources)),
    ),
  ];
}

function alias(
  name: string,
  type: TypeText,
  words: string,
  parameters: readonly TypeParameter[] = [],
): StatementStructures {
  return { ...typeAlias(name, type, [words], { parameters }), leadingTrivia: '' };
}

function oneOf(...values: readonly string[]): TypeText {
  return unionOf(values.map(literal));
}

const supportInterface = exportedInterface(
  'EventSupport',
  [
    property('support', 'SupportStatus'),
    property(
      'names?',
      'readonly string[]',
      jsdoc(['What the source calls it, where that is another name.']),
    ),
    property(
      'note?',
      'string',
      jsdoc(['What is missing, or what is said against a flag that is disputed.']),
    ),
    property(
      'fields?',
      oneOf('same', 'more', 'fewer', 'other', 'unlisted'),
      jsdoc([
        'Its fields, held against those of the first source that has the event, which has none here itself.',
      ]),
    ),
    property(
      'lacks?',
      'readonly string[]',
      jsdoc(['Fields that only that one has; what is below one of them is left out.']),
    ),
    property('adds?', 'readonly string[]', jsdoc(['Fields that that one does not have.'])),
  ],
  jsdoc(['What one source says of one event.']),
);

const sourceInterface = exportedInterface(
  'SourceFacts',
  [
    property('title', 'string'),
    property('provider', 'string'),
    property('snapshot?', 'string'),
    property('retired?', 'string', jsdoc(['Since when nobody serves it any more.'])),
  ],
  jsdoc(['What is said of a source as a whole.']),
);

/** The types that count for who writes handlers: wire names as the sources have them. */
function nameTypes(
  name: string,
  direction: Direction,
  names: ReadonlyMap<string, string[]>,
): StatementStructures[] {
  const sourcesOf = `${name}EventSources`;
  const what = direction === 'server' ? 'may come from' : 'is taken by';
  return [
    exportedInterface(
      sourcesOf,
      Array.from(names, ([wireName, ids]) => property(propertyName(wireName), oneOf(...ids))),
      jsdoc([
        `The sources that each ${direction} event ${what}, by the wire name that it has there. What is disputed counts.`,
      ]),
    ),
    alias(
      `Supported${name}Event`,
      [
        '{',
        `  [Name in keyof ${sourcesOf}]: Source & ${sourcesOf}[Name] extends never`,
        '    ? never',
        '    : Name;',
        `}[keyof ${sourcesOf}]`,
      ].join('\n'),
      `The wire names of the ${direction} events that one of these sources has and does not rule out.`,
      ofSource,
    ),
    alias(
      `Portable${name}Event`,
      [
        '{',
        `  [Name in keyof ${sourcesOf}]: [Source] extends [${sourcesOf}[Name]] ? Name : never;`,
        `}[keyof ${sourcesOf}]`,
      ].join('\n'),
      `The wire names of the ${direction} events that all of these sources have under one name and do not rule out.`,
      ofSource,
    ),
  ];
}

const ofSource: readonly TypeParameter[] = [['Source', 'extends', 'SourceId']];

/** The sources that an event may come from, by the wire names that it has there, sorted. */
function namesOf(
  rows: readonly EventRow[],
  sources: readonly MatrixSource[],
): ReadonlyMap<string, string[]> {
  const found = new Map<string, Set<string>>();
  for (const { event, sources: cells } of rows)
    for (const { id } of sources) {
      const cell = cells[id];
      if (!cell || cell.with || !mayCome(cell)) continue;
      for (const name of cell.names ?? [event])
        found.set(name, (found.get(name) ?? new Set()).add(id));
    }
  return new Map(
    [...found.keys()]
      .toSorted()
      .map((name) => [name, sources.map(({ id }) => id).filter((id) => found.get(name)?.has(id))]),
  );
}

function cellsOf({ sources: cells }: EventRow, sources: readonly MatrixSource[]) {
  return byKey(
    sources,
    ({ id }) => id,
    ({ id }) => factsOf(cells[id]),
  );
}

function factsOf(cell: EventCell | undefined) {
  if (!cell) return { support: 'undocumented' };
  const { support, names, note, disputed, fields } = cell;
  const words = disputed ? disputed.reason : note;
  return {
    support,
    ...(names && { names }),
    ...(words !== undefined && { note: words }),
    ...(fields && { fields: fields.relation }),
    ...(fields && fields.lacks.length > 0 && { lacks: fields.lacks }),
    ...(fields && fields.adds.length > 0 && { adds: fields.adds }),
  };
}

function sourceFacts({ title, provider, snapshot, retired }: MatrixSource) {
  return {
    title,
    provider,
    ...(snapshot !== undefined && { snapshot }),
    ...(retired && { retired: retired.date }),
  };
}

/** A plain object, into which no key of a page brings a prototype. */
function byKey<Item, Value>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  valueOf: (item: Item) => Value,
): Record<string, Value> {
  return Object.fromEntries(items.map((item) => [keyOf(item), valueOf(item)]));
}
