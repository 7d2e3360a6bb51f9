/** Builds the package for apps of what is generated: ES modules, the same as CommonJS, and the data; no larger than need be. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const generated = path.join(root, 'generated');
const dist = path.join(root, 'dist');

// What is generated no more must not be packed.
rmSync(dist, { recursive: true, force: true });
for (const project of ['tsconfig.esm.json', 'tsconfig.cjs.json']) {
  const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
  const options = { cwd: root, stdio: 'inherit' } as const;
  const { status } = spawnSync(process.execPath, [compiler, '-p', project], options);
  process.exitCode ||= status ?? 1;
}
// Node and compilers take it for ES modules otherwise, as the package around it is.
const manifest = { type: 'commonjs', sideEffects: false };
writeFileSync(path.join(dist, 'cjs/package.json'), `${JSON.stringify(manifest)}\n`);

// What people read is the declarations, and the sources beside them.
for (const file of filesIn(dist, '.js')) {
  const { code } = transformSync(readFileSync(file, 'utf8'), { minifyWhitespace: true });
  writeFileSync(file, code);
}

// Types are the same for both: those of CommonJS are those of the ES modules, with the way to the sources.
for (const file of filesIn(path.join(dist, 'cjs'), `${path.sep}types.d.ts`)) {
  const source = path.basename(path.dirname(file));
  const types = `export type * from '../../esm/${source}/types.js' with { 'resolution-mode': 'import' };\n`;
  writeFileSync(file, types);
}

for (const file of filesIn(generated, '.json')) {
  if (path.basename(file).startsWith('.')) continue;
  const data: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const place = path.join(dist, 'data', path.relative(generated, file));
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, `${JSON.stringify(data)}\n`);
}

/** The files below a folder whose paths end so. */
function filesIn(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => path.join(folder, file));
}
