/** Runs once before all tests: builds the program, for the tests that run it as its users do. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The compiler wrote its output, though it found errors: those are for `npm run typecheck` to show. */
const builtWithErrors = 2;

export function setup(): void {
  const compiler = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url));
  const project = fileURLToPath(new URL('../../tsconfig.build.json', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [compiler, '-p', project], {
    encoding: 'utf8',
  });
  if (status !== 0 && status !== builtWithErrors)
    throw new Error(`The program does not build:\n${stdout}${stderr}`);
}
