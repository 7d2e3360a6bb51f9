/** `guards.ts`: for every event, union and shape a function that checks a value to its full depth. */
import type {
  FunctionDeclarationStructure,
  StatementStructures,
  VariableStatementStructure,
} from 'ts-morph';
import type { Alias, Event, Field, Model, ObjectType, Shape, Type } from '../model/model.ts';
import { isAnything } from '../model/holds.ts';
import { directionNames, typeNamePart } from '../model/names.ts';
import { mayBeAbsent } from '../model/reading.ts';
import { directionsOf, eventsOf, partsOf } from '../model/walk.ts';
import { deepestLevel } from '../runtime/expectations.ts';
import {
  accessed,
  called,
  compared,
  either,
  every,
  type Call,
  type Expression,
} from './expressions.ts';
import {
  everyItem,
  everyValue,
  hasOnly,
  isObject,
  isOfType,
  isString,
  isStringTest,
  leveled,
  leveledCheck,
  own,
  partOf,
  plainCheck,
  recordType,
} from './guard-functions.ts';
import { GuardModule } from './guard-module.ts';
import { importOf, type Import } from './imports.ts';
import { deprecatedName, jsdoc } from './jsdoc.ts';
import type { ExportedNames } from './names.ts';
import { readingOf, type Reading } from './reading.ts';
import { constant, functionOf, returned, switchOn, type FunctionStatement } from './statements.ts';
import { literal } from './text.ts';

/** The statements of `guards.ts`. */
export function guardStatements(model: Model): (StatementStructures | Import)[] {
  const module = new GuardModule(model);
  const guards = directionsOf(model).flatMap((direction) =>
    new GuardWriter(readingOf(model, direction), module).guards(eventsOf(model, direction)),
  );
  const typeNames = guards.map(({ typeName }) => typeName);
  return [
    importOf('./types.js', typeNames.toSorted(), true),
    ...guards.map(({ statement }) => statement),
    ...(model.aliases ?? []).map((alias) => guardAlias(alias, module.exported)),
    ...module.keys.values(),
    ...Array.from(module.parts.values(), (part) => functionOf(part)),
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

  #guard(typeName: string, text: string, statements: readonly FunctionStatement[]): Guard {
    const name = this.#module.exported.guard(typeName);
    const guard = functionOf(partOf(name, `value is ${typeName}`, statements), true);
    return { typeName, statement: { ...guard, docs: jsdoc([text]) } };
  }

  /** By the length of the name first, which leaves few texts to compare: it is what deltas cost most. */
  #unionGuard(events: readonly Event[]): Guard {
    const lengths = [...new Set(events.map(({ name }) => name.length))].toSorted((a, b) => a - b);
    const cases = lengths.map((length) => {
      const named = events.filter(({ name }) => name.length === length);
      return [String(length), this.#caseOf(named)] as const;
    });
    return this.#guard(
      directionNames(this.#reading.direction, this.#reading.source).types.union,
      'Whether a value is an event that the docs list and fits what they say of it.',
      [
        `if (!${this.#module.use(isObject)}(value) || typeof value['type'] !== 'string') return false;`,
        '// Names of one length at a time: few texts are left to compare.',
        switchOn("value['type'].length", cases),
      ],
    );
  }

  /** What is left to check of events whose names have one length. */
  #caseOf(events: readonly Event[]): FunctionStatement {
    const [first, ...others] = events;
    if (first && others.length === 0)
      return returned(every(isNamed(first), ...this.#fieldChecks(first)));
    const cases = events.map(
      (event) => [literal(event.name), returned(every(...this.#fieldChecks(event)))] as const,
    );
    return switchOn("value['type']", cases);
  }

  #eventGuard(event: Event): Guard {
    return this.#guard(event.typeName, `Whether a value is the event \`${event.name}\`.`, [
      returned(
        every(
          called(this.#module.use(isObject), 'value'),
          isNamed(event),
          ...this.#fieldChecks(event),
        ),
      ),
    ]);
  }

  /** What is left to check of an event whose name is known: a call, unless nothing is. */
  #fieldChecks(event: Event): Expression[] {
    const { body } = event;
    const owner = this.#module.ownerOf(event);
    const fields = body.fields.filter(({ name }) => name !== 'type');
    const checks = this.#fields(owner, { ...body, fields }, body.fields);
    if (checks.length === 0) return [];
    const part = partOf(`has${owner}Fields`, 'boolean', [returned(every(...checks))], recordType);
    return [called(this.#module.use(part), 'value')];
  }

  /** @param cycle the shapes that contain this one and are contained in it */
  #shapeGuard({ name, type }: Shape, cycle: ReadonlySet<string> = new Set()): Guard {
    const typeName = this.#reading.nameOf(name);
    this.#cycle = cycle;
    const checks =
      type.kind === 'object'
        ? [called(this.#module.use(isObject), 'value'), ...this.#fields(typeName, type)]
        : [this.#check(typeName, type, 'value') ?? isThere('value')];
    this.#cycle = new Set();
    const text = `Whether a value fits \`${typeName}\`.`;
    if (cycle.size === 0) return this.#guard(typeName, text, [returned(every(...checks))]);
    const within = this.#module.useWithin(typeName, checks);
    return this.#guard(typeName, `${text} It is followed ${deepestLevel} levels deep.`, [
      returned(called(within, 'value', String(deepestLevel))),
    ]);
  }

  /** The checks of an object's fields; `all` are those that it may have. */
  #fields(
    owner: string,
    { fields, open }: ObjectType,
    all: readonly Field[] = fields,
  ): Expression[] {
    const isClosed = !this.#reading.isTolerant && open === undefined;
    return [
      ...cheapestFirst(fields).flatMap((field) => this.#field(owner, field) ?? []),
      ...(isClosed
        ? [called(this.#module.use(hasOnly), 'value', this.#module.useKeys(owner, all))]
        : []),
    ];
  }

  #field(owner: string, field: Field): Expression | undefined {
    if (isAnything(field.type) && mayBeAbsent(field)) return undefined;
    const inherited = field.name in Object.prototype;
    const value = inherited
      ? called(this.#module.use(own), 'value', literal(field.name))
      : accessed('value', field.name);
    const test = this.#check(
      owner + typeNamePart(field.name),
      field.type,
      value,
      field.discriminator,
    );
    if (!mayBeAbsent(field)) return test ?? isThere(value);
    const isAbsent = this.#reading.mayBeNull(field)
      ? compared(value, '==', 'null')
      : compared(value, '===', 'undefined');
    return test && either(isAbsent, test);
  }

  /** The expression that checks `value`; `undefined` when anything fits. `name` names what has to be a function. */
  #check(name: string, type: Type, value: Expression, closed = false): Expression | undefined {
    if (isAnything(type)) return undefined;
    switch (type.kind) {
      case 'number':
        // What is written becomes text, which has no word for the others.
        return this.#reading.isTolerant
          ? isOfType(value, 'number')
          : called('Number.isFinite', value);
      case 'string':
      case 'boolean':
        return isOfType(value, type.kind);
      case 'integer':
        return called('Number.isInteger', value);
      case 'null':
        return compared(value, '===', 'null');
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
        return called(this.#module.use(isObject), value);
      case 'object':
        return this.#object(name, type, value);
      case 'array':
        return this.#array(name, type.element, value);
      case 'map':
        return this.#map(name, type.value, value);
      case 'union':
        return either(
          ...type.members.flatMap((member) => this.#check(name, member, value, closed) ?? []),
        );
      case 'reference': {
        const typeName = this.#reading.nameOf(type.name);
        return this.#cycle.has(type.name)
          ? called(this.#module.within(typeName), value, 'levels - 1')
          : called(this.#module.exported.guard(typeName), value);
      }
    }
  }

  /** An object without a name of its own. */
  #object(name: string, type: ObjectType, value: Expression): Expression {
    const object = this.#module.use(isObject);
    const checks = this.#fields(name, type);
    if (checks.length === 0) return called(object, value);
    const fits = every(called(object, 'value'), ...checks);
    const part = partOf(`fits${name}`, 'boolean', [returned(fits)]);
    return this.#isWithin(type)
      ? called(this.#module.use(leveled(part)), value, 'levels')
      : called(this.#module.use(part), value);
  }

  #array(name: string, element: Type, value: Expression): Expression {
    const item = this.#functionFor(`${name}Item`, element);
    if (item === undefined) return called('Array.isArray', value);
    return this.#isWithin(element)
      ? called(this.#module.use(everyItem(leveledCheck)), value, item, 'levels')
      : called(this.#module.use(everyItem(plainCheck)), value, item);
  }

  #map(name: string, entry: Type, value: Expression): Expression {
    const object = this.#module.use(isObject);
    const item = this.#functionFor(`${name}Value`, entry);
    if (item === undefined) return called(object, value);
    return this.#isWithin(entry)
      ? called(this.#module.use(everyValue(object, leveledCheck)), value, item, 'levels')
      : called(this.#module.use(everyValue(object, plainCheck)), value, item);
  }

  /** Whether a type leads back to the shape that is written. */
  #isWithin(type: Type): boolean {
    return type.kind === 'reference'
      ? this.#cycle.has(type.name)
      : partsOf(type).some((part) => this.#isWithin(part));
  }

  #values(
    values: readonly (string | number | boolean)[],
    value: Expression,
    closed: boolean,
    grows = false,
  ): Expression {
    const open = grows || (this.#reading.isTolerant && !closed);
    return open
      ? either(
          ...Array.from(new Set(values.map((one) => typeof one)), (kind) => isOfType(value, kind)),
        )
      : either(...values.map((one) => compared(value, '===', literal(one))));
  }

  /** The name of a function that checks a value of a type; `undefined` when anything fits. */
  #functionFor(name: string, type: Type): string | undefined {
    const test = this.#check(name, type, 'value');
    if (this.#isWithin(type))
      return this.#module.use(
        leveled(partOf(`fits${name}`, 'boolean', [returned(test ?? 'true')])),
      );
    if (test === undefined) return undefined;
    if (isCallOf(test, 'value')) return test.callee;
    return this.#module.use(
      isSame(test, isStringTest) ? isString : partOf(`fits${name}`, 'boolean', [returned(test)]),
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

function isNamed({ name }: Event): Expression {
  return compared(accessed('value', 'type'), '===', literal(name));
}

function isThere(value: Expression): Expression {
  return compared(value, '!==', 'undefined');
}

/** Whether a function is called with this and nothing else, so that it can be handed on as it is. */
function isCallOf(test: Expression, value: string): test is Call {
  if (typeof test === 'string' || test.kind !== 'call') return false;
  return test.parameters.length === 1 && test.parameters[0] === value;
}

function isSame(one: Expression, other: Expression): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
