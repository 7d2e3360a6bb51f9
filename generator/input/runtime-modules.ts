/** The modules of this program that become a part of what is generated. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { partOfProgram } from './program.ts';

/** The texts of `generator/runtime` by the names of their files. */
export async function readRuntimeModules(): Promise<ReadonlyMap<string, string>> {
  const folder = partOfProgram('runtime');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ts')).toSorted();
  const texts = names.map(
    async (name) => [name, await readFile(path.join(folder, name), 'utf8')] as const,
  );
  return new Map(await Promise.all(texts));
}
