/** Runs once before the tests that need what is built: builds the program and the package for apps as their users have them. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The compiler wrote its output, though it found errors: those are for `npm run typecheck` to show. */
const builtWithErrors = 2;

export function setup(): void {
  run(['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json']);
  run(['--import', 'tsx', 'scripts/build-types.ts']);
}

function run(args: readonly string[]): void {
  const cwd = fileURLToPath(new URL('../..', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  if (status !== 0 && status !== builtWithErrors)
    throw new Error(`It does not build: ${args.join(' ')}\n${stdout}${stderr}`);
}
