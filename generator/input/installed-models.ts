/** The models of the package of types, where somebody has installed it and has no docs. */
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { isSystemError } from '../errors.ts';

const typesPackage = 'realtime-event-types';

/**
 * Looks for the package as the modules of a folder do, so that it may be installed above it.
 *
 * @returns the `model.json` of each source, from that folder; none where the package is not installed
 */
export function installedModels(cwd: string): ReadonlyMap<string, string> {
  const data = installedData(path.resolve(cwd));
  if (data === undefined) return new Map();
  const models = readdirSync(data, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(data, entry.name, 'model.json');
    return entry.isDirectory() && existsSync(file) ? [[entry.name, file] as const] : [];
  });
  return new Map(models.map(([id, file]) => [id, path.relative(path.resolve(cwd), file)]));
}

function installedData(folder: string): string | undefined {
  try {
    const packageJson = createRequire(path.join(folder, 'index.js')).resolve(
      `${typesPackage}/package.json`,
    );
    const data = path.join(path.dirname(packageJson), 'dist/data');
    return existsSync(data) ? data : undefined;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return undefined;
  }
}
