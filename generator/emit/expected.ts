/** `expected.ts`: what every event and shape may hold, as data, for whoever wants to know what does not fit. */
import type { StatementStructures } from 'ts-morph';
import { expectationOf, objectExpectationOf } from '../validation/expectation.ts';
import { docsOf } from '../validation/other-names.ts';
import { shapeGroupsOf } from '../model/cycles.ts';
import type { Direction, Model, Renames } from '../model/model.ts';
import { directionNames } from '../model/names.ts';
import { renamesOf } from '../model/pairing.ts';
import { directionsOf, eventsOf } from '../model/walk.ts';
import type { Docs, Expectation } from '../runtime/types.ts';
import { arrowTo, dataOf, fieldsOf, listOf, typed, type Expression } from './expressions.ts';
import { importOf, type Import } from './imports.ts';
import { constant } from './statements.ts';
import { literal } from './text.ts';
import { genericOf } from './type-text.ts';

/**
 * The statements of `expected.ts`. It is the same for both directions, whatever their reading.
 *
 * @param renames what sources tell of the names of others
 */
export function expectedStatements(
  model: Model,
  renames: readonly Renames[] = renamesOf([model]),
): (StatementStructures | Import)[] {
  const imported = new Set(['Docs', 'ObjectExpectation']);
  const constants = [
    ...shapeGroupsOf(model.shapes).flatMap(({ shapes, isCyclic }) => {
      const within = new Set(isCyclic ? shapes.map(({ name }) => name) : []);
      return shapes.map(({ name, type }) => {
        const names = new ShapeNames(imported, within);
        const code = names.code(expectationOf(type, names.stand));
        const kind = kindOf(type.kind);
        imported.add(kind);
        return constant({ name, type: kind }, code, []);
      });
    }),
    ...model.events.map(({ typeName, body }) => {
      const names = new ShapeNames(imported);
      const code = names.code(objectExpectationOf(body, names.stand));
      return constant({ name: typeName, type: 'ObjectExpectation' }, code, []);
    }),
  ];
  return [
    importOf('../runtime/types.js', [...imported].toSorted(), true),
    importOf(
      './types.js',
      directionsOf(model).map((direction) => directionNames(direction, model.source).types.name),
      true,
    ),
    constant({ name: 'docs', type: 'Docs' }, docsCode(docsOf(model, renames)), [
      'What errors say of the docs, and of the names that other sources have.',
    ]),
    ...constants,
    ...directionsOf(model).map((direction) => eventTable(model, direction)),
  ];
}

function docsCode({ title, date, names }: Docs): Expression {
  return fieldsOf([
    ['title', literal(title)],
    ['date', date === undefined ? undefined : literal(date)],
    ['names', names && dataOf(names)],
  ]);
}

/** Writes expectations, in which shapes stand by their names. */
class ShapeNames {
  readonly #names = new Map<Expectation, Expression>();
  readonly #within: ReadonlySet<string>;
  readonly #imported: Set<string>;

  /**
   * @param imported the types that the module imports; those that are needed are added
   * @param within the shapes that contain the one that is written: they are not there yet
   */
  constructor(imported: Set<string>, within: ReadonlySet<string> = new Set()) {
    this.#imported = imported;
    this.#within = within;
  }

  /** What stands for a shape until it is written. */
  readonly stand = (name: string): Expectation => {
    const stand: Expectation = {};
    this.#names.set(stand, this.#within.has(name) ? fieldsOf([['nested', arrowTo(name)]]) : name);
    return stand;
  };

  code(expectation: Expectation): Expression {
    const name = this.#names.get(expectation);
    if (name !== undefined) return name;
    if (typeof expectation === 'string') return literal(expectation);
    if ('items' in expectation) return fieldsOf([['items', this.code(expectation.items)]]);
    if ('entries' in expectation) return fieldsOf([['entries', this.code(expectation.entries)]]);
    if ('values' in expectation) return fieldsOf([['values', dataOf(expectation.values)]]);
    if ('only' in expectation) return fieldsOf([['only', dataOf(expectation.only)]]);
    if ('anyOf' in expectation)
      return fieldsOf([['anyOf', listOf(expectation.anyOf.map((member) => this.code(member)))]]);
    if ('nested' in expectation) return this.code(expectation.nested());
    const { required, optional, open } = expectation;
    return fieldsOf([
      ['required', required && this.#fields(required)],
      ['optional', optional && this.#fields(optional)],
      ['open', open && 'true'],
    ]);
  }

  #fields(fields: Readonly<Record<string, Expectation>>): Expression {
    return fieldsOf(
      Object.entries(fields).map(([key, field]) => [key, this.#fieldCode(key, field)]),
    );
  }

  /** The compiler takes a key that every object has for the one that it inherits, unless it is told. */
  #fieldCode(key: string, field: Expectation): Expression {
    if (!(key in Object.prototype)) return this.code(field);
    if (typeof field === 'string') return typed(this.code(field), 'as const');
    this.#imported.add('Expectation');
    return typed(this.code(field), 'satisfies Expectation');
  }
}

function kindOf(kind: string): 'ObjectExpectation' | 'Expectation' {
  return kind === 'object' ? 'ObjectExpectation' : 'Expectation';
}

function eventTable(model: Model, direction: Direction): StatementStructures {
  const events = eventsOf(model, direction).map(({ name, typeName }) => [name, typeName] as const);
  const { types, values } = directionNames(direction, model.source);
  const type = genericOf('Readonly', genericOf('Record', types.name, 'ObjectExpectation'));
  return constant({ name: values.expected, type }, fieldsOf(events), [
    `Every ${direction} event, by its wire name.`,
  ]);
}
