/** Statements as ts-morph takes them, in the form that all outputs give them: exported, documented, a line apart. */
import {
  StructureKind,
  VariableDeclarationKind,
  type FunctionDeclarationStructure,
  type ImportDeclarationStructure,
  type TypeAliasDeclarationStructure,
  type VariableStatementStructure,
} from 'ts-morph';
import { jsdoc } from './jsdoc.ts';

type Docs = readonly (string | undefined)[];

/** `import { … } from '…';`, of types only where nothing is needed at run time. */
export function importOf(
  moduleSpecifier: string,
  namedImports: string[],
  isTypeOnly = false,
): ImportDeclarationStructure {
  return { kind: StructureKind.ImportDeclaration, moduleSpecifier, namedImports, isTypeOnly };
}

/** `export type Name = …;` */
export function typeAlias(
  name: string,
  type: string,
  docs: Docs,
  tags?: readonly string[],
): TypeAliasDeclarationStructure {
  return {
    kind: StructureKind.TypeAlias,
    name,
    isExported: true,
    type,
    docs: jsdoc(docs, tags),
    leadingTrivia: '\n',
  };
}

/** `export const name: type = …;` */
export function constant(
  { name, type }: { name: string; type?: string },
  initializer: string,
  docs: Docs,
  tags?: readonly string[],
): VariableStatementStructure {
  return {
    kind: StructureKind.VariableStatement,
    declarationKind: VariableDeclarationKind.Const,
    isExported: true,
    docs: jsdoc(docs, tags),
    leadingTrivia: '\n',
    declarations: [{ name, initializer, ...(type !== undefined && { type }) }],
  };
}

/** How a function is called: its parameters as they are written, `name` or `name?`, with their types. */
export interface Signature {
  parameters: Record<string, string>;
  returnType: string;
  typeParameters?: string[];
}

/**
 * `export function …`
 *
 * @param overloads how it may be called, where that is not the signature of its statements
 */
export function exportedFunction(
  name: string,
  signature: Signature,
  statements: string[],
  docs: Docs,
  overloads: readonly Signature[] = [],
): FunctionDeclarationStructure {
  return {
    kind: StructureKind.Function,
    name,
    isExported: true,
    ...(overloads.length === 0 && { docs: jsdoc(docs) }),
    overloads: overloads.map((overload) => ({
      isExported: true,
      docs: jsdoc(docs),
      ...signatureOf(overload),
    })),
    ...signatureOf(signature),
    statements,
  };
}

function signatureOf({ parameters, returnType, typeParameters = [] }: Signature) {
  return {
    parameters: Object.entries(parameters).map(([name, type]) => ({ name, type })),
    returnType,
    typeParameters,
  };
}
