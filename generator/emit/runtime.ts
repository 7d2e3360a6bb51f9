/** What all sources share at run time: modules of this program, which are generated as they are. */
import { readFileSync } from 'node:fs';

/** The names of the modules, in `generator/runtime` and in the output folder. */
const modules = ['similar', 'misfits', 'outcomes', 'handlers', 'standard-schema'] as const;

/** The text of each module by its file in the output folder. */
export function runtimeModules(): Record<string, string> {
  return Object.fromEntries(modules.map((module) => [`${module}.ts`, textOf(module)]));
}

/** Read beside the sources, from which the built program is as far away as this file. */
function textOf(module: string): string {
  const text = readFileSync(
    new URL(`../../generator/runtime/${module}.ts`, import.meta.url),
    'utf8',
  );
  return text.replaceAll(/ from '(\.\/[\w-]+)\.ts';/g, " from '$1.js';");
}
