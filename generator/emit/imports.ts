/** How generated modules name each other in their imports. */
import type { StatementStructures } from 'ts-morph';

/** What the names of modules end with: what they compile to, what they are, or nothing, as bundlers like it. */
export const importExtensions = ['js', 'ts', 'none'] as const;
export type ImportExtension = (typeof importExtensions)[number];

/** A statement whose imports end as it is wanted. */
export function withImports(
  statement: StatementStructures | string,
  extension: ImportExtension,
): StatementStructures | string {
  if (typeof statement === 'string') return withEndings(statement, extension);
  return 'moduleSpecifier' in statement && statement.moduleSpecifier !== undefined
    ? { ...statement, moduleSpecifier: ended(statement.moduleSpecifier, extension) }
    : statement;
}

/**
 * A module of this program as it stands in the output folder.
 *
 * @param text with imports that end with `.ts`, each `from` in a line with its module
 */
export function runtimeModule(text: string, extension: ImportExtension): string {
  return withEndings(text, extension);
}

/** The text of modules, or of a statement, with the endings that are wanted. */
function withEndings(code: string, extension: ImportExtension): string {
  return code.replaceAll(
    /^((?:import |export |\}).* from ')(\.{1,2}\/[\w./-]+)';$/gm,
    (_, before: string, name: string) => `${before}${ended(name, extension)}';`,
  );
}

function ended(module: string, extension: ImportExtension): string {
  return module.replace(/\.[jt]s$/, extension === 'none' ? '' : `.${extension}`);
}
