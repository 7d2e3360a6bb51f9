/** Compiles generated files without a disk, many sources in one program. */
import path from 'node:path';
import { emitRuntime } from '../../generator/emit/runtime.ts';
import { readRuntimeModules } from '../../generator/input/runtime-modules.ts';
import { bundled, errorsOf } from './compiler.ts';

const runtime = emitRuntime(await readRuntimeModules());

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
  return errorsOf(code, bundled).map(
    ({ file, message }) => `${file.slice(root.length + 1)}: ${message}`,
  );
}
