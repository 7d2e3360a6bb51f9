/** Git repositories that a test makes for itself. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { writeFiles } from './repository.ts';

const run = promisify(execFile);

/** Runs git in a folder, as nobody in particular and with nobody's own configuration; what it prints. */
export async function git(folder: string, ...args: string[]): Promise<string> {
  const who = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@small.test'];
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
  const { stdout } = await run('git', [...who, ...args], { cwd: folder, env });
  return stdout.trim();
}

/** Makes a folder a repository, with what it holds as the first commit of `main`. */
export async function makeRepository(folder: string): Promise<void> {
  // No hooks, which would be a dozen files in each.
  await git(folder, 'init', '--quiet', '--initial-branch=main', '--template=');
  await commitAll(folder);
}

/** Commits everything, after writing these files. */
export async function commitAll(
  folder: string,
  files: Readonly<Record<string, string>> = {},
): Promise<void> {
  await writeFiles(folder, files);
  await git(folder, 'add', '--all');
  await git(folder, 'commit', '--quiet', '--allow-empty', '--message=State of the docs');
}
