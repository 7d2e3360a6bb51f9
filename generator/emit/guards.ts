/** `guards.ts`: for every event, union and shape a function that checks a value to its full depth. */
import {
  StructureKind,
  type FunctionDeclarationStructure,
  type StatementStructures,
} from 'ts-morph';
import type { Direction, Event, Field, Model, ObjectType, Shape, Type } from '../model/model.ts';
import { mayBeAbsent } from '../model/tolerance.ts';
import { directionsOf, eventsOf } from '../model/walk.ts';
import { jsdoc } from './jsdoc.ts';
import { directionWord, isAnything, readingOf, type Reading } from './reading.ts';
import { literal, propertyAccess } from './text.ts';
import { typeNamePart } from '../model/names.ts';

/** The statements of `guards.ts`. */
export function guardStatements(model: Model): StatementStructures[] {
  const writers = directionsOf(model).map(
    (direction) => new GuardWriter(readingOf(model, direction)),
  );
  const guards = writers.flatMap((writer) => writer.guards(eventsOf(model, writer.direction)));
  const parts = new Map(writers.flatMap((writer) => [...writer.parts]));
  const typeNames = guards.flatMap(({ typeName }) => typeName);
  return [
    {
      kind: StructureKind.ImportDeclaration,
      moduleSpecifier: './types.js',
      isTypeOnly: true,
      namedImports: typeNames.toSorted(),
    },
    ...guards.map(({ statement }) => statement),
    ...parts.values(),
  ];
}

/** A guard and the type that it is for. */
interface Guard {
  typeName: string;
  statement: FunctionDeclarationStructure;
}

/**
 * Writes the guards of one direction. They are plain functions without closures: what several of them need is a
 * function of its own, so that a valid message costs no allocation and one guard does not pull in the others.
 */
class GuardWriter {
  readonly #reading: Reading;
  /** The functions that the guards call and that are not exported, by name, in the order of their first use. */
  readonly parts = new Map<string, FunctionDeclarationStructure>();

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  get direction(): Direction {
    return this.#reading.direction;
  }

  guards(events: readonly Event[]): Guard[] {
    return [
      this.#unionGuard(events),
      ...events.map((event) => this.#eventGuard(event)),
      ...this.#reading.shapes.map((shape) => this.#shapeGuard(shape)),
    ];
  }

  #unionGuard(events: readonly Event[]): Guard {
    const cases = events.map(
      ({ name, typeName }) => `case ${literal(name)}: return is${typeName}(value);`,
    );
    return guardOf(
      `Realtime${directionWord(this.direction)}Event`,
      'Whether a value is an event that the docs list and fits what they say of it.',
      [
        `if (!${this.#use(isObject)}(value)) return false;`,
        `switch (value.type) { ${cases.join('\n')} default: return false; }`,
      ],
    );
  }

  #eventGuard({ name, typeName, body }: Event): Guard {
    const checks = this.#fields(typeName.replace(/Event$/, ''), body);
    return guardOf(typeName, `Whether a value is the event \`${name}\`.`, [allOf(checks)]);
  }

  #shapeGuard({ name, type }: Shape): Guard {
    const typeName = this.#reading.nameOf(name);
    const checks =
      type.kind === 'object'
        ? this.#fields(typeName, type)
        : [this.#check(typeName, type, 'value') ?? 'value !== undefined'];
    return guardOf(typeName, `Whether a value fits \`${typeName}\`.`, [allOf(checks)]);
  }

  /** Notes that a function is needed, and returns its name. */
  #use(part: FunctionDeclarationStructure): string {
    const name = part.name ?? '';
    this.parts.set(name, part);
    return name;
  }

  #fields(owner: string, type: ObjectType): string[] {
    return [
      `${this.#use(isObject)}(value)`,
      ...type.fields.flatMap((field) => this.#field(owner, field) ?? []),
    ];
  }

  #field(owner: string, field: Field): string | undefined {
    const inherited = field.name in Object.prototype;
    const value = inherited
      ? `${this.#use(own)}(value, ${literal(field.name)})`
      : propertyAccess('value', field.name);
    const test = this.#check(
      owner + typeNamePart(field.name),
      field.type,
      value,
      field.discriminator,
    );
    if (!mayBeAbsent(field)) return test ?? `${value} !== undefined`;
    const absent = this.#reading.mayBeNull(field) ? '== null' : '=== undefined';
    return test && `(${value} ${absent} || ${test})`;
  }

  /** The expression that checks `value`; `undefined` when anything fits. `name` names what has to be a function. */
  #check(name: string, type: Type, value: string, closed = false): string | undefined {
    if (isAnything(type)) return undefined;
    switch (type.kind) {
      case 'string':
      case 'number':
      case 'boolean':
        return `typeof ${value} === '${type.kind}'`;
      case 'integer':
        return `Number.isInteger(${value})`;
      case 'null':
        return `${value} === null`;
      case 'literal':
        return this.#values([type.value], value, closed);
      case 'enumeration':
        return this.#values(
          type.values.map((one) => one.value),
          value,
          closed,
          type.open,
        );
      case 'open':
      case 'object':
        return `${this.#use(isObject)}(${value})`;
      case 'array': {
        const item = this.#function(`${name}Item`, type.element);
        const isArray = `Array.isArray(${value})`;
        return item === undefined ? isArray : `${isArray} && ${value}.every(${item})`;
      }
      case 'map': {
        const item = this.#function(`${name}Value`, type.value);
        if (item === undefined) return `${this.#use(isObject)}(${value})`;
        this.#use(isObject);
        return `${this.#use(isMapOf)}(${value}, ${item})`;
      }
      case 'union': {
        const tests = type.members.flatMap(
          (member) => this.#check(name, member, value, closed) ?? [],
        );
        return `(${tests.map((test) => (test.includes(' && ') ? `(${test})` : test)).join(' || ')})`;
      }
      case 'reference':
        return `is${this.#reading.nameOf(type.name)}(${value})`;
    }
  }

  #values(
    values: readonly (string | number | boolean)[],
    value: string,
    closed: boolean,
    grows = false,
  ): string {
    const open = grows || (this.#reading.tolerance.openValues && !closed);
    const tests = open
      ? Array.from(
          new Set(values.map((one) => typeof one)),
          (kind) => `typeof ${value} === '${kind}'`,
        )
      : values.map((one) => `${value} === ${literal(one)}`);
    return tests.length === 1 ? tests.join('') : `(${tests.join(' || ')})`;
  }

  /** The name of a function that checks a value of a type; `undefined` when anything fits. */
  #function(name: string, type: Type): string | undefined {
    if (type.kind === 'reference') return `is${this.#reading.nameOf(type.name)}`;
    const test = this.#check(name, type, 'value');
    if (test === undefined) return undefined;
    return this.#use(simpleParts.get(test) ?? partOf(`is${name}`, 'boolean', [`return ${test};`]));
  }
}

function allOf(checks: readonly string[]): string {
  return `return ${checks.join(' && ')};`;
}

function guardOf(typeName: string, text: string, statements: string[]): Guard {
  const statement = partOf(`is${typeName}`, `value is ${typeName}`, statements);
  return { typeName, statement: { ...statement, isExported: true, docs: jsdoc([text]) } };
}

function partOf(
  name: string,
  returnType: string,
  statements: string[],
): FunctionDeclarationStructure {
  return {
    kind: StructureKind.Function,
    name,
    parameters: [{ name: 'value', type: 'unknown' }],
    returnType,
    statements,
  };
}

const isObject = partOf('isObject', 'value is Record<string, unknown>', [
  "return typeof value === 'object' && value !== null && !Array.isArray(value);",
]);

const isString = partOf('isString', 'value is string', ["return typeof value === 'string';"]);

const isInteger = partOf('isInteger', 'value is number', ['return Number.isInteger(value);']);

/** Functions for what needs no name of its own, by what they check. */
const simpleParts = new Map([
  ['isObject(value)', isObject],
  ["typeof value === 'string'", isString],
  ['Number.isInteger(value)', isInteger],
]);

const isMapOf: FunctionDeclarationStructure = {
  kind: StructureKind.Function,
  name: 'isMapOf',
  parameters: [
    { name: 'value', type: 'unknown' },
    { name: 'isValue', type: '(value: unknown) => boolean' },
  ],
  returnType: 'boolean',
  statements: [
    'if (!isObject(value)) return false;',
    'for (const key in value) { if (!isValue(value[key])) return false; }',
    'return true;',
  ],
};

/** What every object inherits is no field of a message. */
const own: FunctionDeclarationStructure = {
  kind: StructureKind.Function,
  name: 'own',
  parameters: [
    { name: 'value', type: 'Record<string, unknown>' },
    { name: 'key', type: 'string' },
  ],
  returnType: 'unknown',
  statements: ['return Object.hasOwn(value, key) ? value[key] : undefined;'],
};
