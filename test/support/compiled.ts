/** Compiles generated files without a disk, many sources in one program. */
import path from 'node:path';
import ts from 'typescript-5.4';
import { emitRuntime } from '../../generator/emit/index.ts';
import { readRuntimeModules } from '../../generator/input/runtime-modules.ts';

const options: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  isolatedModules: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2022.d.ts'],
  skipDefaultLibCheck: true,
  types: [],
};

const runtime = emitRuntime(await readRuntimeModules());
const host = ts.createCompilerHost(options);
const parsed = new Map<string, ts.SourceFile | undefined>();

/** The libraries are read once. */
function librarySource(file: string): ts.SourceFile | undefined {
  if (!parsed.has(file)) parsed.set(file, host.getSourceFile(file, ts.ScriptTarget.ES2022));
  return parsed.get(file);
}

/**
 * What the oldest TypeScript that is promised to work has to say of generated files.
 *
 * @param files texts by path, each source in a folder of its own; what is no TypeScript is passed over
 * @returns a line for each fault, with its file
 */
export function compileFaultsOf(files: ReadonlyMap<string, string>): string[] {
  const root = '/generated';
  const code = new Map(
    [...runtime, ...files]
      .filter(([file]) => file.endsWith('.ts'))
      .map(([file, text]) => [path.posix.join(root, file), text]),
  );
  const program = ts.createProgram({
    rootNames: [...code.keys()],
    options,
    host: {
      ...host,
      fileExists: (file) => code.has(file),
      directoryExists: (folder) => folder.startsWith(root),
      readFile: (file) => code.get(file),
      getSourceFile: (file) => {
        const text = code.get(file);
        return text === undefined
          ? librarySource(file)
          : ts.createSourceFile(file, text, ts.ScriptTarget.ES2022);
      },
    },
  });
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, messageText }) =>
        `${file?.fileName.slice(root.length + 1)}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
}
