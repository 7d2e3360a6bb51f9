/**
 * What the TypeScript declarations of an SDK say of events, for {@link pathsOf} and for comparison with the docs.
 *
 * Read with the type checker, not from the text: aliases, namespaces, generics and intersections are what they
 * amount to. Only the types of ts-morph are imported here; it is loaded when declarations are opened.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Node, SourceFile, Symbol as DeclaredSymbol, Type } from 'ts-morph';
import type { Direction } from '../../generator/model/model.ts';
import { isSystemError, UsageError } from '../../generator/errors.ts';
import {
  anyOf,
  eventOf,
  only,
  slotOf,
  type EventContract,
  type Member,
  type ObjectMember,
  type Slot,
} from './paths.ts';

/** A file of declarations, and the package that it belongs to. */
export interface Declarations {
  file: SourceFile;
  /** `openai 6.18.0` */
  title: string;
}

/**
 * Opens a `.d.ts` file with everything that it imports.
 *
 * @throws UsageError when there is no such file
 */
export async function openDeclarations(file: string): Promise<Declarations> {
  const { Project, ts } = await import('ts-morph');
  const project = new Project({
    compilerOptions: {
      strict: true,
      exactOptionalPropertyTypes: true,
      module: ts.ModuleKind.NodeNext,
      target: ts.ScriptTarget.ES2022,
      types: [],
    },
    skipAddingFilesFromTsConfig: true,
  });
  const opened = project.addSourceFileAtPathIfExists(file);
  if (!opened) throw new UsageError(`cannot read ${file}: there is no such file.`);
  return { file: opened, title: await titleOf(path.dirname(path.resolve(file)), file) };
}

/** Name and version of the nearest package above a folder; the file itself where there is none. */
async function titleOf(folder: string, file: string): Promise<string> {
  try {
    const text = await readFile(path.join(folder, 'package.json'), 'utf8');
    const { name, version }: { name?: unknown; version?: unknown } = JSON.parse(text);
    if (typeof name === 'string' && typeof version === 'string') return `${name} ${version}`;
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
  const parent = path.dirname(folder);
  return parent === folder ? file : titleOf(parent, file);
}

/**
 * The events of an exported union of interfaces, each with a `type` of one value.
 *
 * @throws UsageError when the file exports no such union, or a type in it is nothing that JSON could hold
 */
export function declaredEvents(
  file: SourceFile,
  name: string,
  direction: Direction,
): EventContract[] {
  const declaration = file.getTypeAlias(name) ?? file.getInterface(name);
  if (!declaration?.isExported())
    throw new UsageError(`${file.getBaseName()} exports no type ${name}.`);
  const reader = new DeclarationReader(declaration);
  return alternativesOf(declaration.getType()).map((type) => {
    const body = reader.objectOf(type, { path: name, above: [] });
    const event = eventOf(direction, body);
    if (!event)
      throw new UsageError(`${name}: ${type.getText(declaration)} has no \`type\` of one value.`);
    return event;
  });
}

/** The way to a type. `above`: the types that lead to it; one that leads to itself is cut there. */
interface Context {
  path: string;
  above: readonly Type[];
}

class DeclarationReader {
  /** Where the types are looked at from. */
  readonly #node: Node;

  constructor(node: Node) {
    this.#node = node;
  }

  objectOf(type: Type, { path: at, above }: Context): ObjectMember {
    const fields = type.getProperties().map((property) => {
      const name = property.getName();
      const context = { path: `${at}.${name}`, above: [...above, type] };
      return [name, this.#propertySlot(property, context)] as const;
    });
    return { kind: 'object', fields: new Map(fields) };
  }

  #propertySlot(property: DeclaredSymbol, context: Context): Slot {
    const type = property.getTypeAtLocation(this.#node);
    return slotOf(this.#members(type, context), { optional: property.isOptional() });
  }

  #members(type: Type, context: Context): Member[] {
    return alternativesOf(type)
      .filter((alternative) => !alternative.isUndefined())
      .map((alternative) => this.#member(alternative, context));
  }

  #member(type: Type, context: Context): Member {
    const { path: at, above } = context;
    if (type.isUnknown()) return { kind: 'unknown' };
    if (type.isNull()) return { kind: 'null' };
    const scalar = scalarOf(type);
    if (scalar) return scalar;
    const element = elementsOf(type);
    if (element) {
      const members = element.flatMap((one) => this.#members(one, { path: `${at}[]`, above }));
      return { kind: 'array', element: slotOf(members) };
    }
    if (!type.isObject() && !type.isIntersection()) throw this.#notJson(type, at);
    if (type.getCallSignatures().length > 0) throw this.#notJson(type, at);
    if (above.includes(type)) return { kind: 'object', fields: new Map() };
    const value = type.getStringIndexType();
    if (value && type.getProperties().length === 0) {
      const members = this.#members(value, { path: `${at}{}`, above: [...above, type] });
      return { kind: 'map', element: slotOf(members) };
    }
    return this.objectOf(type, context);
  }

  /** `any` above all: it is what an import that leads nowhere becomes. */
  #notJson(type: Type, at: string): UsageError {
    return new UsageError(`${at} is ${type.getText(this.#node)}, which is no type of JSON.`);
  }
}

function alternativesOf(type: Type): Type[] {
  return type.isUnion() ? type.getUnionTypes() : [type];
}

/** A string, number or boolean, or one value of it; `string & {}` is a string that keeps its literals in view. */
function scalarOf(type: Type): Member | undefined {
  const parts = type.isIntersection() ? type.getIntersectionTypes() : [type];
  if (parts.some((part) => part.isString())) return anyOf('string');
  if (parts.some((part) => part.isNumber())) return anyOf('number');
  if (type.isBoolean()) return anyOf('boolean');
  if (type.isBooleanLiteral()) return only(type.getText() === 'true');
  const value = type.getLiteralValue();
  return typeof value === 'string' || typeof value === 'number' ? only(value) : undefined;
}

/** What an array or tuple holds. */
function elementsOf(type: Type): Type[] | undefined {
  if (type.isTuple()) return type.getTupleElements();
  const element = type.isArray() || type.isReadonlyArray() ? type.getArrayElementType() : undefined;
  return element && [element];
}
