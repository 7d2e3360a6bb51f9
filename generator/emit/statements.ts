/** Statements as ts-morph takes them, in the form that all outputs give them: exported, documented, a line apart. */
import type {
  FunctionDeclarationStructure,
  InterfaceDeclarationStructure,
  JSDocStructure,
  OptionalKind,
  PropertySignatureStructure,
  TypeAliasDeclarationStructure,
  VariableStatementStructure,
} from 'ts-morph';
import {
  assignmentDoc,
  expressionDoc,
  returnDoc,
  type Call,
  type Expression,
} from './expressions.ts';
import { jsdoc } from './jsdoc.ts';
import {
  following,
  group,
  hardLine,
  indented,
  joined,
  line,
  softLine,
  type Doc,
} from './layout.ts';
import { itemParts, partsOf, seam } from './print.ts';
import { StructureKind, VariableDeclarationKind } from './ts-morph.ts';
import { hugs, memberDoc, typeDoc, type TypeText } from './type-text.ts';

type Docs = readonly (string | undefined)[];

// ── Types ─────────────────────────────────────────────────────────────────────────────────────────────────

/** `export type Name = …;` */
export function typeAlias(
  name: string,
  type: TypeText,
  docs: Docs,
  more: { tags?: readonly string[]; parameters?: readonly TypeParameter[] } = {},
): TypeAliasDeclarationStructure {
  const { parameters = [] } = more;
  const isBelow = typeof type !== 'string' && type.kind === 'union' && !hugs(type);
  const parts = partsOf([
    group(
      group(`export type ${name}`, typeParametersDoc(parameters)),
      ' =',
      seam,
      isBelow ? group(indented(line, typeDoc(type, true))) : following(typeDoc(type)),
    ),
    seam,
    ';',
  ]);
  const items = itemsIn(parts);
  return {
    kind: StructureKind.TypeAlias,
    name,
    isExported: true,
    typeParameters: items.slice(0, -1),
    type: items.at(-1) ?? '',
    docs: jsdoc(docs, more.tags),
    leadingTrivia: '\n',
  };
}

/** A type parameter, with what it extends, or what it is where nothing is said. */
export type TypeParameter = readonly [name: string, operator?: 'extends' | '=', type?: string];

function typeParametersDoc(parameters: readonly TypeParameter[]): Doc {
  if (parameters.length === 0) return '';
  const docs = parameters.map(([name, operator, type]) =>
    operator && type !== undefined ? group(name, ` ${operator}`, following(type)) : name,
  );
  return group('<', itemParts(docs, softLine), '>');
}

/** `export interface Name { … }`; an open one may hold more than its properties. */
export function exportedInterface(
  name: string,
  properties: OptionalKind<PropertySignatureStructure>[],
  docs: OptionalKind<JSDocStructure>[],
  isOpen = false,
): InterfaceDeclarationStructure {
  return {
    kind: StructureKind.Interface,
    name,
    isExported: true,
    docs,
    properties,
    indexSignatures: isOpen ? [{ keyName: 'key', keyType: 'string', returnType: 'unknown' }] : [],
  };
}

/** A property of an interface; `key` as it is written, with a question mark where it may be absent. */
export function property(
  key: string,
  type: TypeText,
  docs: OptionalKind<JSDocStructure>[] = [],
): OptionalKind<PropertySignatureStructure> {
  const [text = ''] = itemsIn(partsOf([group(key, ':', seam, ' ', typeDoc(type)), seam, ';'], 2));
  return { name: key, type: text, docs };
}

// ── Constants and functions ─────────────────────────────────────────────────────────────────────────────────

/** `export const name: type = …;` */
export function constant(
  { name, type, isExported = true }: { name: string; type?: TypeText; isExported?: boolean },
  initializer: Expression,
  docs: Docs,
  tags?: readonly string[],
): VariableStatementStructure {
  const declared = `${isExported ? 'export ' : ''}const ${name}`;
  const left = type === undefined ? declared : [declared, ': ', seam, typeDoc(type), seam];
  const items = itemsIn(partsOf([assignmentDoc(left, [' =', seam], initializer), seam, ';']));
  const [first = '', second] = items;
  return {
    kind: StructureKind.VariableStatement,
    declarationKind: VariableDeclarationKind.Const,
    isExported,
    docs: jsdoc(docs, tags),
    leadingTrivia: '\n',
    declarations: [
      second === undefined
        ? { name, initializer: first }
        : { name, type: first, initializer: second },
    ],
  };
}

/** How a function is called: its parameters as they are written, `name` or `name?`, with their types. */
export interface Signature {
  parameters: Record<string, TypeText | { type: TypeText; default: string }>;
  returnType: TypeText;
  typeParameters?: string[];
}

/** A line as it is, a call, what is returned, what is done by a value, or a loop that returns `false`. */
export type FunctionStatement =
  | string
  | Call
  | { kind: 'return'; value: Expression }
  | { kind: 'loop'; each: string; unless: string }
  | {
      kind: 'switch';
      on: string;
      cases: readonly (readonly [value: string, does: FunctionStatement])[];
    };

/** `function name(…): … { … }` */
export interface FunctionCode extends Signature {
  name: string;
  statements: readonly FunctionStatement[];
}

/** `return …;` */
export function returned(value: Expression): FunctionStatement {
  return { kind: 'return', value };
}

/** `switch (on) { case value: … default: return false; }` */
export function switchOn(
  on: string,
  cases: readonly (readonly [value: string, does: FunctionStatement])[],
): FunctionStatement {
  return { kind: 'switch', on, cases };
}

/** `for (each) { if (unless) return false; }`, with an empty line behind it. */
export function noneOf(each: string, unless: string): FunctionStatement {
  return { kind: 'loop', each, unless };
}

/** A function, without docs. */
export function functionOf(
  { name, statements, ...signature }: FunctionCode,
  isExported = false,
): FunctionDeclarationStructure {
  return {
    kind: StructureKind.Function,
    name,
    isExported,
    ...signatureOf(name, signature, isExported, ' {'),
    statements: partsOf(joined(hardLine, statements.map(statementDoc)), 2).join(''),
  };
}

/**
 * `export function …`
 *
 * @param overloads how it may be called, where that is not the signature of its statements
 */
export function exportedFunction(
  name: string,
  signature: Signature,
  statements: readonly FunctionStatement[],
  docs: Docs,
  overloads: readonly Signature[] = [],
): FunctionDeclarationStructure {
  return {
    ...functionOf({ name, statements, ...signature }, true),
    ...(overloads.length === 0 && { docs: jsdoc(docs) }),
    overloads: overloads.map((overload) => ({
      isExported: true,
      docs: jsdoc(docs),
      ...signatureOf(name, overload, true, ';'),
    })),
  };
}

/** @param end what stands behind the signature, in its last line */
function signatureOf(
  name: string,
  { parameters, returnType, typeParameters = [] }: Signature,
  isExported: boolean,
  end: ' {' | ';',
) {
  const docs = Object.entries(parameters).map(([parameter, given]) =>
    typeof given === 'object' && 'default' in given
      ? [memberDoc(parameter, given.type), ` = ${given.default}`]
      : memberDoc(parameter, given),
  );
  const items = itemsIn(
    partsOf([
      `${isExported ? 'export ' : ''}function ${name}`,
      typeParametersDoc(typeParameters.map((parameter) => [parameter])),
      group('(', itemParts(docs, softLine), '): ', seam, typeDoc(returnType)),
      seam,
      end,
    ]),
  );
  return {
    typeParameters: items.slice(0, typeParameters.length),
    parameters: items.slice(typeParameters.length, -1).map((text) => ({ name: text })),
    returnType: items.at(-1) ?? '',
  };
}

function statementDoc(statement: FunctionStatement): Doc {
  if (typeof statement === 'string') return statement;
  if (statement.kind === 'call') return [expressionDoc(statement), ';'];
  if (statement.kind === 'return') return returnDoc(statement.value);
  if (statement.kind === 'loop') {
    const { each, unless } = statement;
    return [`for (${each}) {`, indented(hardLine, `if (${unless}) return false;`), hardLine, '}\n'];
  }
  const cases = statement.cases.map(([value, does]) => [
    `case ${value}:`,
    indented(hardLine, statementDoc(does)),
  ]);
  const others = ['default:', indented(hardLine, 'return false;')];
  const all = joined(hardLine, [...cases, others]);
  return [`switch (${statement.on}) {`, indented(hardLine, all), hardLine, '}'];
}

/** The parts that ts-morph takes: those between are what it writes itself. */
function itemsIn(parts: readonly string[]): string[] {
  return parts.filter((_, i) => i % 2 === 1).map((item) => item.replace(/^ /, ''));
}
