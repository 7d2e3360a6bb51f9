/** What this program knows of itself. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as v from 'valibot';

const name = 'realtime-events';

/** The folder of this package: the built program finds it by its name, and so do the sources. */
const folder = path.dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));

/** Its `package.json`, which says the version. */
export const packageFile = path.join(folder, 'package.json');

/** The folder of a part of this package. */
export function partOfProgram(part: 'docs' | 'page' | 'runtime'): string {
  // In a clone, what is about the whole repository stands beside the package; it is packed with it.
  const found = [path.join(folder, part), path.join(folder, '..', part)].find((place) =>
    existsSync(place),
  );
  return found ?? path.join(folder, part);
}

const packageContract = v.object({ version: v.string(), homepage: v.exactOptional(v.string()) });

function packageJson(): v.InferOutput<typeof packageContract> {
  return v.parse(packageContract, JSON.parse(readFileSync(packageFile, 'utf8')));
}

/** The version of this package. */
export function programVersion(): string {
  return packageJson().version;
}

/** The page that explains the rules, as it is found from a folder, and the address of the package, where it has one. */
export function rulesPageFrom(cwd: string): { name: string; homepage?: string } {
  const rules = path.join(partOfProgram('docs'), 'rules.md');
  const installed = `node_modules/${name}/docs/rules.md`;
  const way = path.relative(cwd, rules).split(path.sep).join('/');
  const isBelow = !way.startsWith('../') && !path.isAbsolute(way);
  const here = existsSync(path.join(cwd, installed)) ? installed : isBelow ? way : undefined;
  const { homepage } = packageJson();
  return {
    name: here ?? `${name}/docs/rules.md`,
    ...(homepage !== undefined && { homepage }),
  };
}
