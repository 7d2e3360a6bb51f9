/** What all sources share at run time: modules of this program, which are generated as they are. */

/** A module of `generator/runtime` as it stands in the output folder, where imports name what they compile to. */
export function runtimeModule(text: string): string {
  return text.replaceAll(/ from '(\.\/[\w-]+)\.ts';/g, " from '$1.js';");
}
