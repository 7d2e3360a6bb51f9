/** `guards.ts`: for every event, union and shape a function that checks a value to its full depth. */
import {
  StructureKind,
  type FunctionDeclarationStructure,
  type StatementStructures,
  type VariableStatementStructure,
} from 'ts-morph';
import type { Alias, Event, Field, Model, ObjectType, Shape, Type } from '../model/model.ts';
import { isAnything } from '../model/holds.ts';
import { directionNames, lowerFirst, typeNamePart } from '../model/names.ts';
import { mayBeAbsent } from '../model/reading.ts';
import { directionsOf, eventsOf, partsOf, typeNamesOf } from '../model/walk.ts';
import { deepestLevel } from '../runtime/misfits.ts';
import { deprecatedName, jsdoc } from './jsdoc.ts';
import { exportedNamesOf, Names, type ExportedNames } from './names.ts';
import { readingOf, type Reading } from './reading.ts';
import { constant } from './statements.ts';
import { literal, keyAccess } from './text.ts';

/** The statements of `guards.ts`. */
export function guardStatements(model: Model): StatementStructures[] {
  const module = new GuardModule(model);
  const guards = directionsOf(model).flatMap((direction) =>
    new GuardWriter(readingOf(model, direction), module).guards(eventsOf(model, direction)),
  );
  const typeNames = guards.map(({ typeName }) => typeName);
  return [
    {
      kind: StructureKind.ImportDeclaration,
      moduleSpecifier: './types.js',
      isTypeOnly: true,
      namedImports: typeNames.toSorted(),
    },
    ...guards.map(({ statement }) => statement),
    ...(model.aliases ?? []).map((alias) => guardAlias(alias, module.exported)),
    ...module.keys.values(),
    ...module.parts.values(),
  ];
}

/** A guard and the type that it is for. */
interface Guard {
  typeName: string;
  statement: FunctionDeclarationStructure;
}

/** The guard of a type by the name that the type had. */
function guardAlias({ name, of }: Alias, exported: ExportedNames): VariableStatementStructure {
  const guard = exported.guard(of);
  const type = `typeof ${guard}`;
  return constant({ name: exported.guard(name), type }, guard, [], [deprecatedName(guard)]);
}

/** What the guards of both directions share: the names of the module, and the statements that are not exported. */
class GuardModule {
  readonly exported: ExportedNames;
  readonly #names: Names;
  readonly #typeNames: ReadonlySet<string>;
  /** The functions that the guards call, by name, in the order of their first use. */
  readonly parts = new Map<string, FunctionDeclarationStructure>();
  /** The lists of keys that writing is exact about, by name. */
  readonly keys = new Map<string, VariableStatementStructure>();

  constructor(model: Model) {
    this.exported = exportedNamesOf(model);
    this.#names = new Names(this.exported.all);
    this.#typeNames = new Set(typeNamesOf(model));
  }

  /** What the parts of an event's guard are called after: the event, without the word, unless a shape is called so. */
  ownerOf({ typeName }: Event): string {
    const short = typeName.replace(/Event$/, '');
    return this.#typeNames.has(short) ? typeName : short;
  }

  /** Notes that a function is needed, and returns its name. Functions that differ have names that differ. */
  use(part: FunctionDeclarationStructure): string {
    const { name: wanted = '', parameters, statements } = part;
    return this.#add(JSON.stringify([wanted, parameters, statements]), wanted, part);
  }

  /** The name of the function that follows a shape that contains itself, which is called before it is written. */
  within(typeName: string): string {
    return this.#names.claim(`within ${typeName}`, `fits${typeName}Within`);
  }

  /** Notes that function. */
  useWithin(typeName: string, checks: readonly string[]): string {
    const name = this.within(typeName);
    const statements = [allOf(['levels > 0', ...checks])];
    this.parts.set(name, leveled(partOf(name, 'boolean', statements)));
    return name;
  }

  /** Notes the keys of an object, and returns the name of their list. */
  useKeys(owner: string, fields: readonly Field[]): string {
    const name = this.#names.claim(`keys ${owner}`, `${lowerFirst(owner)}Keys`);
    const list = fields.map((field) => literal(field.name)).join(', ');
    // An empty list does not say what it is a list of.
    const variable = fields.length === 0 ? { name, type: 'readonly string[]' } : { name };
    this.keys.set(name, { ...constant(variable, `[${list}]`, []), isExported: false });
    return name;
  }

  #add(key: string, wanted: string, part: FunctionDeclarationStructure): string {
    const name = this.#names.claim(key, wanted);
    if (!this.parts.has(name)) this.parts.set(name, { ...part, name });
    return name;
  }
}

/**
 * Writes the guards of one direction. They are plain functions without closures: what several of them need is a
 * function of its own, so that a valid message costs no allocation and one guard does not pull in the others.
 */
class GuardWriter {
  readonly #reading: Reading;
  readonly #module: GuardModule;
  /** The shapes that the one that is written contains and is contained in. */
  #cycle: ReadonlySet<string> = new Set();

  constructor(reading: Reading, module: GuardModule) {
    this.#reading = reading;
    this.#module = module;
  }

  guards(events: readonly Event[]): Guard[] {
    const { shapes, cycles } = this.#reading;
    return [
      this.#unionGuard(events),
      ...events.map((event) => this.#eventGuard(event)),
      ...shapes.map((shape) => this.#shapeGuard(shape, cycles.get(shape.name))),
    ];
  }

  #guard(typeName: string, text: string, statements: string[]): Guard {
    const name = this.#module.exported.guard(typeName);
    const statement = partOf(name, `value is ${typeName}`, statements);
    return { typeName, statement: { ...statement, isExported: true, docs: jsdoc([text]) } };
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
    return this.#guard(
      directionNames(this.#reading.direction, this.#reading.source).types.union,
      'Whether a value is an event that the docs list and fits what they say of it.',
      [
        `if (!${this.#module.use(isObject)}(value) || typeof value['type'] !== 'string') return false;`,
        '// Names of one length at a time: few texts are left to compare.',
        `switch (value['type'].length) { ${cases.join('\n')} default: return false; }`,
      ],
    );
  }

  #eventGuard(event: Event): Guard {
    return this.#guard(event.typeName, `Whether a value is the event \`${event.name}\`.`, [
      allOf([
        `${this.#module.use(isObject)}(value)`,
        `value['type'] === ${literal(event.name)}`,
        ...this.#fieldChecks(event),
      ]),
    ]);
  }

  /** What is left to check of an event whose name is known: a call, unless nothing is. */
  #fieldChecks(event: Event): string[] {
    const { body } = event;
    const owner = this.#module.ownerOf(event);
    const fields = body.fields.filter(({ name }) => name !== 'type');
    const checks = this.#fields(owner, { ...body, fields }, body.fields);
    if (checks.length === 0) return [];
    const name = this.#module.use(
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
        ? [`${this.#module.use(isObject)}(value)`, ...this.#fields(typeName, type)]
        : [this.#check(typeName, type, 'value') ?? 'value !== undefined'];
    this.#cycle = new Set();
    const text = `Whether a value fits \`${typeName}\`.`;
    if (cycle.size === 0) return this.#guard(typeName, text, [allOf(checks)]);
    const within = this.#module.useWithin(typeName, checks);
    return this.#guard(typeName, `${text} It is followed ${deepestLevel} levels deep.`, [
      `return ${within}(value, ${deepestLevel});`,
    ]);
  }

  /** The checks of an object's fields; `all` are those that it may have. */
  #fields(owner: string, { fields, open }: ObjectType, all: readonly Field[] = fields): string[] {
    const isClosed = !this.#reading.isTolerant && open === undefined;
    return [
      ...cheapestFirst(fields).flatMap((field) => this.#field(owner, field) ?? []),
      ...(isClosed
        ? [`${this.#module.use(hasOnly)}(value, ${this.#module.useKeys(owner, all)})`]
        : []),
    ];
  }

  #field(owner: string, field: Field): string | undefined {
    if (isAnything(field.type) && mayBeAbsent(field)) return undefined;
    const inherited = field.name in Object.prototype;
    const value = inherited
      ? `${this.#module.use(own)}(value, ${literal(field.name)})`
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
      case 'number':
        // What is written becomes text, which has no word for the others.
        return this.#reading.isTolerant
          ? `typeof ${value} === 'number'`
          : `Number.isFinite(${value})`;
      case 'string':
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
        return `${this.#module.use(isObject)}(${value})`;
      case 'object':
        return this.#object(name, type, value);
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
          ? `${this.#module.within(name)}(${value}, levels - 1)`
          : `${this.#module.exported.guard(name)}(${value})`;
      }
    }
  }

  /** An object without a name of its own. */
  #object(name: string, type: ObjectType, value: string): string {
    const object = this.#module.use(isObject);
    const checks = this.#fields(name, type);
    if (checks.length === 0) return `${object}(${value})`;
    const part = partOf(`fits${name}`, 'boolean', [allOf([`${object}(value)`, ...checks])]);
    return this.#isWithin(type)
      ? `${this.#module.use(leveled(part))}(${value}, levels)`
      : `${this.#module.use(part)}(${value})`;
  }

  #array(name: string, element: Type, value: string): string {
    const item = this.#function(`${name}Item`, element);
    if (item === undefined) return `Array.isArray(${value})`;
    return this.#isWithin(element)
      ? `${this.#module.use(everyItemWithin)}(${value}, ${item}, levels)`
      : `${this.#module.use(everyItem)}(${value}, ${item})`;
  }

  #map(name: string, entry: Type, value: string): string {
    const object = this.#module.use(isObject);
    const item = this.#function(`${name}Value`, entry);
    if (item === undefined) return `${object}(${value})`;
    return this.#isWithin(entry)
      ? `${this.#module.use(everyValueWithin(object))}(${value}, ${item}, levels)`
      : `${this.#module.use(everyValue(object))}(${value}, ${item})`;
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
    const open = grows || (this.#reading.isTolerant && !closed);
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
      return this.#module.use(leveled(partOf(`fits${name}`, 'boolean', [`return ${test};`])));
    }
    if (type.kind === 'reference')
      return this.#module.exported.guard(this.#reading.nameOf(type.name));
    const test = this.#check(name, type, 'value');
    if (test === undefined) return undefined;
    const called = /^([\w$.]+)\(value\)$/.exec(test)?.[1];
    if (called !== undefined) return called;
    return this.#module.use(
      test === isStringTest ? isString : partOf(`fits${name}`, 'boolean', [`return ${test};`]),
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

const isStringTest = "typeof value === 'string'";

/** It needs no name of its own, wherever it stands. */
const isString = partOf('isString', 'value is string', [`return ${isStringTest};`]);

const everyValue = (object: string): FunctionDeclarationStructure => ({
  ...partOf('everyValue', 'boolean', [
    `if (!${object}(value)) return false;`,
    'for (const key in value) { if (Object.hasOwn(value, key) && !isValue(value[key])) return false; }',
    'return true;',
  ]),
  parameters: [
    { name: 'value', type: 'unknown' },
    { name: 'isValue', type: '(value: unknown) => boolean' },
  ],
});

const everyValueWithin = (object: string): FunctionDeclarationStructure => ({
  ...partOf('everyValueWithin', 'boolean', [
    `if (!${object}(value)) return false;`,
    'for (const key in value) { if (Object.hasOwn(value, key) && !isValue(value[key], levels)) return false; }',
    'return true;',
  ]),
  parameters: [
    { name: 'value', type: 'unknown' },
    { name: 'isValue', type: '(value: unknown, levels: number) => boolean' },
    { name: 'levels', type: 'number' },
  ],
});

/** The place of an item that is not there is gone through as well, which `every` would pass over. */
const everyItem: FunctionDeclarationStructure = {
  ...partOf('everyItem', 'boolean', [
    'if (!Array.isArray(values)) return false;',
    'for (const item of values) { if (!isItem(item)) return false; }',
    'return true;',
  ]),
  parameters: [
    { name: 'values', type: 'unknown' },
    { name: 'isItem', type: '(value: unknown) => boolean' },
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
