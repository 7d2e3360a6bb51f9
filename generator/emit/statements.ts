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
export function typeAlias(name: string, type: string, docs: Docs): TypeAliasDeclarationStructure {
  return {
    kind: StructureKind.TypeAlias,
    name,
    isExported: true,
    type,
    docs: jsdoc(docs),
    leadingTrivia: '\n',
  };
}

/** `export const name: type = …;` */
export function constant(
  { name, type }: { name: string; type?: string },
  initializer: string,
  docs: Docs,
): VariableStatementStructure {
  return {
    kind: StructureKind.VariableStatement,
    declarationKind: VariableDeclarationKind.Const,
    isExported: true,
    docs: jsdoc(docs),
    leadingTrivia: '\n',
    declarations: [{ name, initializer, ...(type !== undefined && { type }) }],
  };
}

/** `export function …`; each parameter as it is written. */
export function exportedFunction(
  name: string,
  { parameters, returnType }: { parameters: Record<string, string>; returnType: string },
  statements: string[],
  docs: Docs,
): FunctionDeclarationStructure {
  return {
    kind: StructureKind.Function,
    name,
    isExported: true,
    docs: jsdoc(docs),
    parameters: Object.entries(parameters).map(([parameter, type]) => ({ name: parameter, type })),
    returnType,
    statements,
  };
}
