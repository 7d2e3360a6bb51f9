/** How generated modules name each other in their imports. */

/** What the names of modules end with: what they compile to, what they are, or nothing, as bundlers like it. */
export const importExtensions = ['js', 'ts', 'none'] as const;
export type ImportExtension = (typeof importExtensions)[number];

/**
 * A module of this program as it stands in the output folder.
 *
 * @param text with imports that end with `.ts`, each `from` in a line with its module
 */
export function runtimeModule(text: string, extension: ImportExtension): string {
  return withEndings(text, extension);
}

/** The text of modules, or of a statement, with the endings that are wanted. */
export function withEndings(code: string, extension: ImportExtension): string {
  return code.replaceAll(
    /^((?:import |export |\}).* from ')(\.{1,2}\/[\w./-]+)';$/gm,
    (_, before: string, name: string) => `${before}${ended(name, extension)}';`,
  );
}

/** The name of a module with the ending that is wanted. */
export function ended(module: string, extension: ImportExtension): string {
  return module.replace(/\.[jt]s$/, extension === 'none' ? '' : `.${extension}`);
}
