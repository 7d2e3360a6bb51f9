/** Builds the package for apps of what is generated: ES modules, the same as CommonJS, and the data without blanks. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

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

const isData = (file: string): boolean =>
  file.endsWith('.json') && !path.basename(file).startsWith('.');
for (const file of readdirSync(generated, { recursive: true, encoding: 'utf8' }).filter(isData)) {
  const data: unknown = JSON.parse(readFileSync(path.join(generated, file), 'utf8'));
  const place = path.join(dist, 'data', file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, `${JSON.stringify(data)}\n`);
}
