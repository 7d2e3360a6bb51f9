/** `guards.ts`: for every event, union and shape a function that checks a value to its full depth. */
import {
  StructureKind,
  type FunctionDeclarationStructure,
  type StatementStructures,
} from 'ts-morph';
import type { Event, Field, Model, ObjectType, Shape, Type } from '../model/model.ts';
import { mayBeAbsent } from '../model/tolerance.ts';
import { directionsOf, eventsOf } from '../model/walk.ts';
import { jsdoc } from './jsdoc.ts';
import { directionWord, isAnything, readingOf, type Reading } from './reading.ts';
import { literal, propertyAccess } from './text.ts';

/** The statements of `guards.ts`. */
export function guardStatements(model: Model): StatementStructures[] {
  const readings = directionsOf(model).map((direction) => readingOf(model, direction));
  const guards = readings.flatMap((reading) => {
    const events = eventsOf(model, reading.direction);
    return [
      unionGuard(reading, events),
      ...events.map((event) => eventGuard(reading, event)),
      ...reading.shapes.map((shape) => shapeGuard(reading, shape)),
    ];
  });
  const names = guards.flatMap(({ returnType }) =>
    typeof returnType === 'string' ? returnType.replace('value is ', '') : [],
  );
  const text = JSON.stringify(guards.map(({ statements }) => statements));
  return [
    {
      kind: StructureKind.ImportDeclaration,
      moduleSpecifier: './types.js',
      isTypeOnly: true,
      namedImports: names.toSorted(),
    },
    ...guards,
    ...helpers.filter(
      ({ name }) =>
        text.includes(`${name}(`) ||
        text.includes(`(${name}`) ||
        text.includes(`, ${name})`) ||
        name === 'isObject',
    ),
  ];
}

function unionGuard(
  { direction }: Reading,
  events: readonly Event[],
): FunctionDeclarationStructure {
  const cases = events.map(
    ({ name, typeName }) => `case ${literal(name)}: return is${typeName}(value);`,
  );
  const word = directionWord(direction);
  return {
    ...guard(`Realtime${word}Event`, []),
    docs: jsdoc([`Whether a value is an event that the docs list and fits what they say of it.`]),
    statements: [
      'if (!isObject(value)) return false;',
      `switch (value.type) { ${cases.join('\n')} default: return false; }`,
    ],
  };
}

function eventGuard(reading: Reading, event: Event): FunctionDeclarationStructure {
  return {
    ...guard(event.typeName, checkFields(reading, event.body)),
    docs: jsdoc([`Whether a value is the event \`${event.name}\`.`]),
  };
}

/** A guard whose checks must all hold. */
function guard(typeName: string, checks: readonly string[]): FunctionDeclarationStructure {
  return {
    kind: StructureKind.Function,
    name: `is${typeName}`,
    isExported: true,
    parameters: [{ name: 'value', type: 'unknown' }],
    returnType: `value is ${typeName}`,
    statements: [`return ${checks.join(' && ')};`],
  };
}

function shapeGuard(reading: Reading, { name, type }: Shape): FunctionDeclarationStructure {
  const typeName = reading.nameOf(name);
  return {
    ...guard(typeName, checkShape(reading, type)),
    docs: jsdoc([`Whether a value fits \`${typeName}\`.`]),
  };
}

function checkShape(reading: Reading, type: Type): string[] {
  return type.kind === 'object'
    ? checkFields(reading, type)
    : [check(reading, type, 'value') ?? 'value !== undefined'];
}

function checkFields(reading: Reading, type: ObjectType): string[] {
  return ['isObject(value)', ...type.fields.flatMap((field) => checkField(reading, field) ?? [])];
}

function checkField(reading: Reading, field: Field): string | undefined {
  const value = propertyAccess('value', field.name);
  const test = check(reading, field.type, value, field.discriminator);
  if (!mayBeAbsent(field)) return test ?? `${value} !== undefined`;
  return (
    test &&
    `(${value} ${reading.mayBeNull(field) ? '==' : '==='} ${reading.mayBeNull(field) ? 'null' : 'undefined'} || ${test})`
  );
}

/** The expression that checks `value`; `undefined` when anything fits. */
function check(reading: Reading, type: Type, value: string, closed = false): string | undefined {
  if (isAnything(type)) return undefined;
  const open = reading.tolerance.openValues && !closed;
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
      return checkValues([type.value], value, open);
    case 'enumeration':
      return checkValues(
        type.values.map((one) => one.value),
        value,
        open || type.open === true,
      );
    case 'open':
      return `isObject(${value})`;
    case 'array': {
      const element = checkFunction(reading, type.element);
      return element === undefined
        ? `Array.isArray(${value})`
        : `Array.isArray(${value}) && ${value}.every(${element})`;
    }
    case 'map': {
      const inner = checkFunction(reading, type.value);
      return inner === undefined
        ? `isObject(${value})`
        : `isObject(${value}) && Object.values(${value}).every(${inner})`;
    }
    case 'object':
      return `isObject(${value})`;
    case 'union':
      return `(${type.members.flatMap((member) => wrapped(check(reading, member, value, closed)) ?? []).join(' || ')})`;
    case 'reference':
      return `is${reading.nameOf(type.name)}(${value})`;
  }
}

/** The name of a function that checks a value, or one written in its place. */
function checkFunction(reading: Reading, type: Type): string | undefined {
  if (type.kind === 'reference') return `is${reading.nameOf(type.name)}`;
  const test = check(reading, type, 'item');
  if (test === undefined) return undefined;
  const named = /^(\w+)\(item\)$/.exec(test)?.[1];
  if (named !== undefined) return named;
  return /^typeof item === 'string'$/.test(test) ? 'isString' : `(item: unknown) => ${test}`;
}

function checkValues(
  values: readonly (string | number | boolean)[],
  value: string,
  open: boolean,
): string {
  const tests = open
    ? Array.from(
        new Set(values.map((one) => typeof one)),
        (kind) => `typeof ${value} === '${kind}'`,
      )
    : values.map((one) => `${value} === ${literal(one)}`);
  return tests.length === 1 ? tests.join('') : `(${tests.join(' || ')})`;
}

function wrapped(test: string | undefined): string | undefined {
  return test?.includes(' && ') ? `(${test})` : test;
}

const helpers: FunctionDeclarationStructure[] = [
  {
    kind: StructureKind.Function,
    name: 'own',
    parameters: [
      { name: 'value', type: 'Record<string, unknown>' },
      { name: 'key', type: 'string' },
    ],
    returnType: 'unknown',
    statements: ['return Object.hasOwn(value, key) ? value[key] : undefined;'],
  },
  {
    kind: StructureKind.Function,
    name: 'isObject',
    parameters: [{ name: 'value', type: 'unknown' }],
    returnType: 'value is Record<string, unknown>',
    statements: ["return typeof value === 'object' && value !== null && !Array.isArray(value);"],
  },
  {
    kind: StructureKind.Function,
    name: 'isString',
    parameters: [{ name: 'value', type: 'unknown' }],
    returnType: 'value is string',
    statements: ["return typeof value === 'string';"],
  },
];
