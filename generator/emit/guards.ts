/** `guards.ts`: for every event, union and shape a function that checks a value to its full depth. */
import {
  StructureKind,
  type FunctionDeclarationStructure,
  type StatementStructures,
  type VariableStatementStructure,
} from 'ts-morph';
import { shapeGroupsOf } from '../model/cycles.ts';
import type { Direction, Event, Field, Model, ObjectType, Shape, Type } from '../model/model.ts';
import { isAnything } from '../model/holds.ts';
import { typeNamePart } from '../model/names.ts';
import { mayBeAbsent } from '../model/tolerance.ts';
import { directionsOf, eventsOf, partsOf } from '../model/walk.ts';
import { deepestLevel } from '../runtime/misfits.ts';
import { jsdoc } from './jsdoc.ts';
import { directionWord, readingOf, type Reading } from './reading.ts';
import { constant } from './statements.ts';
import { literal, keyAccess } from './text.ts';

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
    ...writers.flatMap((writer) => [...writer.keys.values()]),
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
  /** The lists of keys that writing is exact about, by name. */
  readonly keys = new Map<string, VariableStatementStructure>();
  /** The shapes that the one that is written contains and is contained in. */
  #cycle: ReadonlySet<string> = new Set();

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  get direction(): Direction {
    return this.#reading.direction;
  }

  guards(events: readonly Event[]): Guard[] {
    const cycles = new Map(
      shapeGroupsOf(this.#reading.shapes)
        .filter(({ isCyclic }) => isCyclic)
        .flatMap(({ shapes }) => {
          const names = new Set(shapes.map(({ name }) => name));
          return shapes.map(({ name }) => [name, names] as const);
        }),
    );
    return [
      this.#unionGuard(events),
      ...events.map((event) => this.#eventGuard(event)),
      ...this.#reading.shapes.map((shape) => this.#shapeGuard(shape, cycles.get(shape.name))),
    ];
  }

  /** By the length of the name first, which leaves few texts to compare: it is what deltas cost most. */
  #unionGuard(events: readonly Event[]): Guard {
    const lengths = [...new Set(events.map(({ name }) => name.length))].toSorted((a, b) => a - b);
    const cases = lengths.map((length) => {
      const [first, ...others] = events.filter(({ name }) => name.length === length);
      if (!first) return '';
      if (others.length === 0) {
        const checks = [`value['type'] === ${literal(first.name)}`, ...this.#fieldChecks(first)];
        return `case ${length}: ${allOf(checks)}`;
      }
      const inner = [first, ...others].map(
        (event) => `case ${literal(event.name)}: ${allOf(this.#fieldChecks(event))}`,
      );
      return `case ${length}: switch (value['type']) { ${inner.join('\n')} default: return false; }`;
    });
    return guardOf(
      `Realtime${directionWord(this.direction)}Event`,
      'Whether a value is an event that the docs list and fits what they say of it.',
      [
        `if (!${this.#use(isObject)}(value) || typeof value['type'] !== 'string') return false;`,
        '// Names of one length at a time: few texts are left to compare.',
        `switch (value['type'].length) { ${cases.join('\n')} default: return false; }`,
      ],
    );
  }

  #eventGuard(event: Event): Guard {
    return guardOf(event.typeName, `Whether a value is the event \`${event.name}\`.`, [
      allOf([
        `${this.#use(isObject)}(value)`,
        `value['type'] === ${literal(event.name)}`,
        ...this.#fieldChecks(event),
      ]),
    ]);
  }

  /** What is left to check of an event whose name is known: a call, unless nothing is. */
  #fieldChecks({ typeName, body }: Event): string[] {
    const owner = typeName.replace(/Event$/, '');
    const fields = body.fields.filter(({ name }) => name !== 'type');
    const checks = this.#fields(owner, { ...body, fields }, body.fields);
    if (checks.length === 0) return [];
    const name = this.#use(
      partOf(`has${owner}Fields`, 'boolean', [allOf(checks)], 'Record<string, unknown>'),
    );
    return [`${name}(value)`];
  }

  /** @param cycle the shapes that contain this one and are contained in it */
  #shapeGuard({ name, type }: Shape, cycle: ReadonlySet<string> = new Set()): Guard {
    const typeName = this.#reading.nameOf(name);
    this.#cycle = cycle;
    const checks =
      type.kind === 'object'
        ? [`${this.#use(isObject)}(value)`, ...this.#fields(typeName, type)]
        : [this.#check(typeName, type, 'value') ?? 'value !== undefined'];
    this.#cycle = new Set();
    const text = `Whether a value fits \`${typeName}\`.`;
    if (cycle.size === 0) return guardOf(typeName, text, [allOf(checks)]);
    const within = this.#use(
      leveled(partOf(`fits${typeName}Within`, 'boolean', [allOf(['levels > 0', ...checks])])),
    );
    return guardOf(typeName, `${text} It is followed ${deepestLevel} levels deep.`, [
      `return ${within}(value, ${deepestLevel});`,
    ]);
  }

  /** Notes that a function is needed, and returns its name: another one if that of the function is taken. */
  #use(part: FunctionDeclarationStructure, counter = 1): string {
    const name = `${part.name ?? ''}${counter > 1 ? counter : ''}`;
    const known = this.parts.get(name);
    if (known && JSON.stringify(known.statements) !== JSON.stringify(part.statements))
      return this.#use(part, counter + 1);
    this.parts.set(name, { ...part, name });
    return name;
  }

  /** The checks of an object's fields; `all` are those that it may have. */
  #fields(owner: string, { fields, open }: ObjectType, all: readonly Field[] = fields): string[] {
    const isClosed = !this.#reading.tolerance.unknownKeys && open === undefined;
    return [
      ...cheapestFirst(fields).flatMap((field) => this.#field(owner, field) ?? []),
      ...(isClosed ? [`${this.#use(hasOnly)}(value, ${this.#keys(owner, all)})`] : []),
    ];
  }

  #keys(owner: string, fields: readonly Field[]): string {
    const name = `${owner.charAt(0).toLowerCase()}${owner.slice(1)}Keys`;
    const list = fields.map((field) => literal(field.name)).join(', ');
    this.keys.set(name, { ...constant({ name }, `[${list}]`, []), isExported: false });
    return name;
  }

  #field(owner: string, field: Field): string | undefined {
    const inherited = field.name in Object.prototype;
    const value = inherited
      ? `${this.#use(own)}(value, ${literal(field.name)})`
      : keyAccess('value', field.name);
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
      case 'array':
        return this.#array(name, type.element, value);
      case 'map':
        return this.#map(name, type.value, value);
      case 'union': {
        const tests = type.members.flatMap(
          (member) => this.#check(name, member, value, closed) ?? [],
        );
        return `(${tests.join(' || ')})`;
      }
      case 'reference': {
        const name = this.#reading.nameOf(type.name);
        return this.#cycle.has(type.name)
          ? `fits${name}Within(${value}, levels - 1)`
          : `is${name}(${value})`;
      }
    }
  }

  #array(name: string, element: Type, value: string): string {
    const isArray = `Array.isArray(${value})`;
    const item = this.#function(`${name}Item`, element);
    if (item === undefined) return isArray;
    if (this.#isWithin(element)) return `${this.#use(everyItemWithin)}(${value}, ${item}, levels)`;
    // What a call returns is not narrowed for the next call.
    return value.endsWith(')')
      ? `${this.#use(isArrayOf)}(${value}, ${item})`
      : `(${isArray} && ${value}.every(${item}))`;
  }

  #map(name: string, entry: Type, value: string): string {
    this.#use(isObject);
    const item = this.#function(`${name}Value`, entry);
    if (item === undefined) return `isObject(${value})`;
    return this.#isWithin(entry)
      ? `${this.#use(everyValueWithin)}(${value}, ${item}, levels)`
      : `${this.#use(everyValue)}(${value}, ${item})`;
  }

  /** Whether a type leads back to the shape that is written. */
  #isWithin(type: Type): boolean {
    return type.kind === 'reference'
      ? this.#cycle.has(type.name)
      : partsOf(type).some((part) => this.#isWithin(part));
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
    if (this.#isWithin(type)) {
      const test = this.#check(name, type, 'value') ?? '';
      return this.#use(leveled(partOf(`fits${name}`, 'boolean', [`return ${test};`])));
    }
    if (type.kind === 'reference') return `is${this.#reading.nameOf(type.name)}`;
    const test = this.#check(name, type, 'value');
    if (test === undefined) return undefined;
    if (test === 'Number.isInteger(value)') return 'Number.isInteger';
    return this.#use(
      simpleParts.get(test) ?? partOf(`fits${name}`, 'boolean', [`return ${test};`]),
    );
  }
}

/** What tells types apart comes first, and what has parts last: most misfits are found before these are looked at. */
function cheapestFirst(fields: readonly Field[]): Field[] {
  const cost = ({ discriminator, type }: Field): number =>
    discriminator ? 0 : isAtom(type) ? 1 : 2;
  return fields.toSorted((a, b) => cost(a) - cost(b));
}

function isAtom(type: Type): boolean {
  return type.kind === 'union'
    ? type.members.every(isAtom)
    : !['array', 'map', 'object', 'reference'].includes(type.kind);
}

function allOf(checks: readonly string[]): string {
  return `return ${checks.length === 0 ? 'true' : checks.join(' && ')};`;
}

function guardOf(typeName: string, text: string, statements: string[]): Guard {
  const statement = partOf(`is${typeName}`, `value is ${typeName}`, statements);
  return { typeName, statement: { ...statement, isExported: true, docs: jsdoc([text]) } };
}

function partOf(
  name: string,
  returnType: string,
  statements: string[],
  type = 'unknown',
): FunctionDeclarationStructure {
  return {
    kind: StructureKind.Function,
    name,
    parameters: [{ name: 'value', type }],
    returnType,
    statements,
  };
}

/** The same for a part of what contains itself: it knows how many levels are left. */
function leveled(part: FunctionDeclarationStructure): FunctionDeclarationStructure {
  return { ...part, parameters: [...(part.parameters ?? []), { name: 'levels', type: 'number' }] };
}

const isObject = partOf('isObject', 'value is Record<string, unknown>', [
  "return typeof value === 'object' && value !== null && !Array.isArray(value);",
]);

const isString = partOf('isString', 'value is string', ["return typeof value === 'string';"]);

/** Functions for what needs no name of its own, by what they check. */
const simpleParts = new Map([
  ['isObject(value)', isObject],
  ["typeof value === 'string'", isString],
]);

const everyValue: FunctionDeclarationStructure = {
  ...partOf('everyValue', 'boolean', [
    'if (!isObject(value)) return false;',
    'for (const key in value) { if (Object.hasOwn(value, key) && !isValue(value[key])) return false; }',
    'return true;',
  ]),
  parameters: [
    { name: 'value', type: 'unknown' },
    { name: 'isValue', type: '(value: unknown) => boolean' },
  ],
};

const everyValueWithin: FunctionDeclarationStructure = {
  ...partOf('everyValueWithin', 'boolean', [
    'if (!isObject(value)) return false;',
    'for (const key in value) { if (Object.hasOwn(value, key) && !isValue(value[key], levels)) return false; }',
    'return true;',
  ]),
  parameters: [
    { name: 'value', type: 'unknown' },
    { name: 'isValue', type: '(value: unknown, levels: number) => boolean' },
    { name: 'levels', type: 'number' },
  ],
};

const everyItemWithin: FunctionDeclarationStructure = {
  ...partOf('everyItemWithin', 'boolean', [
    'if (!Array.isArray(values)) return false;',
    'for (const item of values) { if (!isItem(item, levels)) return false; }',
    'return true;',
  ]),
  parameters: [
    { name: 'values', type: 'unknown' },
    { name: 'isItem', type: '(value: unknown, levels: number) => boolean' },
    { name: 'levels', type: 'number' },
  ],
};

/** Where writing is exact, a key that the docs do not have is a typing error. */
const hasOnly: FunctionDeclarationStructure = {
  ...partOf('hasOnly', 'boolean', [
    'for (const key in value) { if (Object.hasOwn(value, key) && !keys.includes(key)) return false; }',
    'return true;',
  ]),
  parameters: [
    { name: 'value', type: 'Record<string, unknown>' },
    { name: 'keys', type: 'readonly string[]' },
  ],
};

const isArrayOf: FunctionDeclarationStructure = {
  kind: StructureKind.Function,
  name: 'isArrayOf',
  parameters: [
    { name: 'value', type: 'unknown' },
    { name: 'isItem', type: '(value: unknown) => boolean' },
  ],
  returnType: 'boolean',
  statements: ['return Array.isArray(value) && value.every(isItem);'],
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
