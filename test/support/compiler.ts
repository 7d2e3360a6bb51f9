/** The oldest TypeScript that is promised to work, asked about files in memory beside those on disk. */
import path from 'node:path';
import ts from 'typescript-5.4';

/** An error: its file, its line from 0, and what the compiler says. */
export interface CompilerError {
  file: string;
  line: number;
  message: string;
}

const strict: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  types: [],
};

/** As strict as it gets, and as a bundler resolves files, one by one: for code that imports nothing from the disk. */
export const bundled: ts.CompilerOptions = {
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2022.d.ts'],
  skipDefaultLibCheck: true,
};

/**
 * What is wrong with these files, by path, when they are compiled strictly.
 *
 * @param beside what they may import, and of which nothing is asked
 */
export function errorsOf(
  files: ReadonlyMap<string, string>,
  more: ts.CompilerOptions = {},
  beside: ReadonlyMap<string, string> = new Map(),
): CompilerError[] {
  const options = { ...strict, ...more };
  const disk = ts.createCompilerHost(options);
  const all = new Map([...beside, ...files]);
  const folders = new Set([...all.keys()].map((file) => path.dirname(file)));
  const program = ts.createProgram([...files.keys()], options, {
    ...disk,
    fileExists: (name) => all.has(name) || disk.fileExists(name),
    directoryExists: (name) => folders.has(name) || ts.sys.directoryExists(name),
    readFile: (name) => all.get(name) ?? disk.readFile(name),
    getSourceFile: (name, version) => {
      const text = all.get(name);
      if (text !== undefined) return ts.createSourceFile(name, text, version);
      return name.startsWith(libraries)
        ? librarySource(name, disk)
        : disk.getSourceFile(name, version);
    },
  });
  const sources = [...files.keys()].flatMap((file) => program.getSourceFile(file) ?? []);
  return [
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...sources.flatMap((source) => [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ]),
  ].map(({ file, start = 0, messageText }) => ({
    file: file?.fileName ?? '',
    line: file?.getLineAndCharacterOfPosition(start).line ?? 0,
    message: ts.flattenDiagnosticMessageText(messageText, ' '),
  }));
}

const libraries = path.dirname(ts.getDefaultLibFilePath(strict));
const parsed = new Map<string, ts.SourceFile | undefined>();

/** The libraries are read once. */
function librarySource(file: string, disk: ts.CompilerHost): ts.SourceFile | undefined {
  if (!parsed.has(file)) parsed.set(file, disk.getSourceFile(file, ts.ScriptTarget.ES2022));
  return parsed.get(file);
}
