/** Runs once before the tests that need what is built: builds the program and the package for apps as their users have them. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The compiler wrote its output, though it found errors: those are for `npm run typecheck` to show. */
const builtWithErrors = 2;

export function setup(): void {
  for (const project of ['tsconfig.build.json', 'tsconfig.esm.json', 'tsconfig.cjs.json'])
    run('node_modules/typescript/bin/tsc', ['-p', project]);
  run('scripts/commonjs.ts', [], ['--import', 'tsx']);
}

function run(script: string, args: readonly string[], ofNode: readonly string[] = []): void {
  const cwd = fileURLToPath(new URL('../..', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [...ofNode, script, ...args], {
    cwd,
    encoding: 'utf8',
  });
  if (status !== 0 && status !== builtWithErrors)
    throw new Error(`It does not build: ${[script, ...args].join(' ')}\n${stdout}${stderr}`);
}
