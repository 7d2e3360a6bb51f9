/** The form of files. */
import { runTool } from './packed.ts';
import { root } from './repository.ts';

/** What prettier has against files of this repository; nothing where they are in their form. */
export async function misshapen(...patterns: readonly string[]): Promise<string> {
  const options = ['--check', '--cache', '--log-level', 'warn', ...patterns];
  const { status, stdout, stderr } = await runTool('prettier/bin/prettier.cjs', options, root);
  return status === 0 ? '' : `${stdout}${stderr}` || `It ended with ${status}.`;
}
