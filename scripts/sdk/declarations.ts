/**
 * What the TypeScript declarations of an SDK say of events, for {@link pathsOf} and for comparison with the docs.
 *
 * Read with the type checker, not from the text: aliases, namespaces, generics and intersections are what they
 * amount to. Only the types of ts-morph are imported here; it is loaded when declarations are opened.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Node, SourceFile, Symbol as DeclaredSymbol, Type as DeclaredType } from 'ts-morph';
import { isSystemError, UsageError } from '../../generator/errors.ts';
import type { Direction, Field, ObjectType, Position, Type } from '../../generator/model/model.ts';
import { positionAt } from '../../generator/model/position.ts';
import { openType, unionOf } from '../../generator/model/types.ts';
import { eventOf, type EventContract } from './paths.ts';

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

/** The way to a type. */
interface Context {
  path: string;
  /** The types that lead to it; one that leads to itself is cut there. */
  above: readonly DeclaredType[];
  /** Where the field is declared that it is a part of. */
  position: Position;
}

/** Reads declared types as documented ones. */
class DeclarationReader {
  /** Where the types are looked at from. */
  readonly #node: Node;

  constructor(node: Node) {
    this.#node = node;
  }

  objectOf(type: DeclaredType, context: Omit<Context, 'position'>): ObjectType {
    return this.#object(type, { ...context, position: positionOf(this.#node) });
  }

  #object(type: DeclaredType, { path: at, above, position }: Context): ObjectType {
    const fields = type.getProperties().map((property) => {
      const [declaration = this.#node] = property.getDeclarations();
      return this.#field(property, {
        path: `${at}.${property.getName()}`,
        above: [...above, type],
        position: positionOf(declaration),
      });
    });
    return { kind: 'object', position, fields };
  }

  #field(property: DeclaredSymbol, context: Context): Field {
    return {
      name: property.getName(),
      position: context.position,
      requiredness: property.isOptional() ? 'optional' : 'required',
      type: this.#type(property.getTypeAtLocation(this.#node), context),
      origin: 'documented',
    };
  }

  #type(type: DeclaredType, context: Context): Type {
    const members = alternativesOf(type).filter((alternative) => !alternative.isUndefined());
    return unionOf(
      context.position,
      members.map((member) => this.#member(member, context)),
    );
  }

  #member(type: DeclaredType, context: Context): Type {
    const { path: at, above, position } = context;
    if (type.isUnknown()) return openType(position);
    if (type.isNull()) return { kind: 'null', position };
    const scalar = scalarOf(type, position);
    if (scalar) return scalar;
    const elements = elementsOf(type);
    if (elements) {
      const members = elements.map((one) => this.#type(one, { ...context, path: `${at}[]` }));
      return { kind: 'array', position, element: unionOf(position, members) };
    }
    if (!type.isObject() && !type.isIntersection()) throw this.#notJson(type, at);
    if (type.getCallSignatures().length > 0) throw this.#notJson(type, at);
    if (above.includes(type)) return openType(position, 'object');
    const value = type.getStringIndexType();
    if (value && type.getProperties().length === 0) {
      const inside = { path: `${at}{}`, above: [...above, type], position };
      return { kind: 'map', position, value: this.#type(value, inside) };
    }
    return this.#object(type, context);
  }

  /** `any` above all: it is what an import that leads nowhere becomes. */
  #notJson(type: DeclaredType, at: string): UsageError {
    return new UsageError(`${at} is ${type.getText(this.#node)}, which is not a type of JSON.`);
  }
}

function positionOf(node: Node): Position {
  const file = node.getSourceFile();
  return positionAt(file.getBaseName(), file.getLineAndColumnAtPos(node.getStart()));
}

function alternativesOf(type: DeclaredType): DeclaredType[] {
  return type.isUnion() ? type.getUnionTypes() : [type];
}

/** A string, number or boolean, or one value of it; `string & {}` is a string that keeps its literals in view. */
function scalarOf(type: DeclaredType, position: Position): Type | undefined {
  const parts = type.isIntersection() ? type.getIntersectionTypes() : [type];
  if (parts.some((part) => part.isString())) return { kind: 'string', position };
  if (parts.some((part) => part.isNumber())) return { kind: 'number', position };
  if (type.isBoolean()) return { kind: 'boolean', position };
  const value = type.isBooleanLiteral() ? type.getText() === 'true' : type.getLiteralValue();
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? { kind: 'literal', position, value }
    : undefined;
}

/** What an array or tuple holds. */
function elementsOf(type: DeclaredType): DeclaredType[] | undefined {
  if (type.isTuple()) return type.getTupleElements();
  const element = type.isArray() || type.isReadonlyArray() ? type.getArrayElementType() : undefined;
  return element && [element];
}
