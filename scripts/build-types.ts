/** Builds the package for apps of what is generated: ES modules, and the same as CommonJS. */
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
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
