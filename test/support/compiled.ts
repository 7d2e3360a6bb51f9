/** Compiles generated files without a disk, many sources in one program. */
import path from 'node:path';
import { emitRuntime } from '../../generator/emit/runtime.ts';
import { readRuntimeModules } from '../../generator/input/runtime-modules.ts';
import { bundled, errorsOf } from './compiler.ts';

const root = '/generated';
const runtime = codeOf(emitRuntime(await readRuntimeModules()));
/** What is wrong with the modules that all sources share: asked once, since they are the same for all. */
let runtimeFaults: string[] | undefined;

/**
 * What the oldest TypeScript that is promised to work has to say of generated files.
 *
 * @param files texts by path, each source in a folder of its own; what is not TypeScript is passed over
 * @returns a line for each fault, with its file
 */
export function compileFaultsOf(files: ReadonlyMap<string, string>): string[] {
  runtimeFaults ??= faultsOf(runtime);
  return [...runtimeFaults, ...faultsOf(codeOf(files), runtime)];
}

/** The files that are code, where the compiler finds them. */
function codeOf(files: ReadonlyMap<string, string>): Map<string, string> {
  return new Map(
    [...files]
      .filter(([file]) => file.endsWith('.ts'))
      .map(([file, text]) => [path.posix.join(root, file), text]),
  );
}

function faultsOf(
  code: ReadonlyMap<string, string>,
  beside?: ReadonlyMap<string, string>,
): string[] {
  return errorsOf(code, bundled, beside).map(
    ({ file, message }) => `${file.slice(root.length + 1)}: ${message}`,
  );
}
