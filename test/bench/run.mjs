/**
 * `npm run bench:guards`: bundles the benchmark, which is TypeScript, and runs it.
 *
 *     node test/bench/run.mjs              the table of the README
 *     node test/bench/run.mjs --quick      the same in a fifth of the rounds, to see whether it runs
 *     node test/bench/run.mjs --dispatch   ways from `type` to guard, one beside the other
 */
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
// Inside of node_modules, so that what is written there finds the libraries.
const work = path.join(root, 'node_modules', '.cache', 'bench-guards');
await rm(work, { recursive: true, force: true });
await mkdir(work, { recursive: true });

const program = path.join(work, 'main.mjs');
await build({
  entryPoints: [fileURLToPath(new URL('main.ts', import.meta.url))],
  outfile: program,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'warning',
});
const { main } = await import(pathToFileURL(program).href);
await main({ root, work, flags: new Set(process.argv.slice(2)) });
