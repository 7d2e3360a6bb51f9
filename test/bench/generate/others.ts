/** The generators that a person would pick for a schema: installed apart, as they need a TypeScript of their own. */
import { execFileSync } from 'node:child_process';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { generated } from '../../support/repository.ts';

/** Installs them into a folder, as their lock says; what is there already is left as it is. */
export async function installOthers(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const lock = path.join(import.meta.dirname, '../others/package-lock.json');
  // Written last: an installation that was cut off is none.
  const installed = path.join(folder, 'installed.json');
  const before = await readFile(installed).catch(() => undefined);
  if (before?.equals(await readFile(lock))) return;
  for (const file of ['package.json', 'package-lock.json'])
    await copyFile(path.join(lock, '..', file), path.join(folder, file));
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: folder,
    stdio: 'inherit',
  });
  await copyFile(lock, installed);
}

/** Writes what we emit of a source, both directions, as one OpenAPI document without paths. */
export async function writeOpenApi(source: string, file: string): Promise<void> {
  const schemas: Record<string, unknown> = {};
  for (const direction of ['server', 'client'] as const) {
    const prefix = direction === 'server' ? 'Server' : 'Client';
    const text = await readFile(path.join(generated, source, `${direction}.schema.json`), 'utf8');
    const schema: Record<string, unknown> & { $defs: Record<string, unknown> } = JSON.parse(
      text.replaceAll('#/$defs/', `#/components/schemas/${prefix}`),
    );
    const { $defs: definitions, $schema: _, $id: __, $comment: ___, ...whole } = schema;
    for (const [name, definition] of Object.entries(definitions))
      schemas[`${prefix}${name}`] = definition;
    schemas[`${prefix}Event`] = whole;
  }
  const info = { title: source, version: '1' };
  await writeFile(
    file,
    JSON.stringify({ openapi: '3.1.0', info, paths: {}, components: { schemas } }),
  );
}
