/** The modules of this program that become a part of what is generated, formatted as its others. */
import { runtimeModule, type ImportExtension } from './module-names.ts';
import type { OutputFiles } from './index.ts';
import { marked, runtimeFolder } from './kinds.ts';
import { bannerMark } from './text.ts';

/**
 * The files that those of each source import, in a folder of their own.
 *
 * @param modules the texts of `generator/runtime`, by the names of their files
 */
export function emitRuntime(
  modules: ReadonlyMap<string, string>,
  extension: ImportExtension = 'js',
): OutputFiles {
  const banner = `${bannerMark}. Do not edit.`;
  return new Map(
    Array.from(modules, ([path, text]) => [
      `${runtimeFolder}/${path}`,
      marked(path, banner, runtimeModule(text, extension)),
    ]),
  );
}
