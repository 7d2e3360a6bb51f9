/** The one place that runs git: without a shell, and with nothing from outside that could be read as an option. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { isSystemError, UsageError } from '../errors.ts';

/** How a run of git ended. */
export type Outcome = { ok: true; output: Buffer } | { ok: false; reason: string };

export interface RunOptions {
  /** What git reads from its standard input. */
  input?: string;
  /** Variables of the environment, beside those of this process; `undefined` takes one away. */
  env?: Readonly<Record<string, string | undefined>>;
  /** Stops git; its reason is then the reason of the outcome. */
  signal?: AbortSignal;
  /** The most bytes that git may print. */
  most?: number;
  /** Told the process, once it runs. */
  onStart?: (pid: number) => void;
}

const itself = { GIT_NO_REPLACE_OBJECTS: '1' };

/** Runs git in a folder. */
export function git(
  folder: string,
  args: readonly string[],
  { input = '', env = {}, signal, most = Infinity, onStart }: RunOptions = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const options = {
      cwd: folder,
      encoding: 'buffer',
      maxBuffer: most,
      ...(signal && { signal }),
      // English, so that what git says is the same everywhere; no prompt, which nobody would answer.
      // A commit is what its name says, whatever stands in its place here.
      env: { ...process.env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', ...itself, ...env },
    } as const;
    const child = execFile('git', args, options, (error, output, errors) => {
      if (!error) resolve({ ok: true, output });
      else if (signal?.aborted) resolve({ ok: false, reason: String(signal.reason) });
      else if (output.length >= most)
        resolve({ ok: false, reason: `it prints over ${most} bytes` });
      else if (isSystemError(error)) reject(new UsageError(`git cannot be run: ${error.message}.`));
      else resolve({ ok: false, reason: reasonIn(errors.toString()) });
    });
    if (child.pid !== undefined) onStart?.(child.pid);
    // A git that has failed reads no input; how it failed is told above.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}

/** The reason that git gives, without its `fatal:`; what follows it is advice. */
function reasonIn(errors: string): string {
  const lines = errors.trim().split('\n');
  const line = lines.find((one) => /^(?:fatal|error): /.test(one)) ?? lines.at(-1) ?? '';
  return line.replace(/^(?:fatal|error): /, '').replace(/\.$/, '');
}

/** What git prints as one line; `undefined` when it fails. */
export async function lineOf(
  folder: string,
  args: readonly string[],
  options?: RunOptions,
): Promise<string | undefined> {
  const outcome = await git(folder, args, options);
  return outcome.ok ? outcome.output.toString().trim() : undefined;
}

/** Whether a text can be a ref, `HEAD~2` and `:/words` included, and no option. */
export function isRef(text: string): boolean {
  return text !== '' && !text.startsWith('-') && !/\p{Cc}/u.test(text);
}

/** The way from the top of the repository to a folder of it, `/` at its end; `undefined` outside of repositories. */
export function prefixOf(folder: string): Promise<string | undefined> {
  return lineOf(folder, ['rev-parse', '--show-prefix']);
}

/** A folder from the top of its repository, as the reports on a commit name files; outside of repositories as it is. */
export async function fromTopOf(folder: string, cwd: string): Promise<string> {
  const prefix = await prefixOf(cwd);
  if (prefix === undefined) return folder;
  const top = path.resolve(
    cwd,
    ...prefix
      .split('/')
      .filter(Boolean)
      .map(() => '..'),
  );
  const way = path.relative(top, path.resolve(cwd, folder)).split(path.sep).join('/');
  if (way === '') return '.';
  return way === '..' || way.startsWith('../') || path.isAbsolute(way) ? folder : way;
}

/** The commit that a ref stands for; `undefined` when there is none. */
export async function commitOf(folder: string, ref: string): Promise<string | undefined> {
  if (!isRef(ref)) return undefined;
  const idOf = (name: string) => lineOf(folder, ['rev-parse', '--verify', '--quiet', name]);
  // Of its commit it is asked by its id: behind `:/`, all would be words.
  const id = await idOf(ref);
  return id === undefined ? undefined : idOf(`${id}^{commit}`);
}

/** Whether a clone has only the last commits of its history. */
export async function isShallow(folder: string): Promise<boolean> {
  return (await lineOf(folder, ['rev-parse', '--is-shallow-repository'])) === 'true';
}

/** Where a main branch may be found, the first that there is. */
const mainBranches = ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master'];

/**
 * The commit at which the main branch and the checked out one parted.
 *
 * @throws UsageError when there is no main branch, or nothing in common with it
 */
export async function mergeBase(folder: string): Promise<{ branch: string; commit: string }> {
  for (const branch of mainBranches) {
    if ((await commitOf(folder, branch)) === undefined) continue;
    const commit = await lineOf(folder, ['merge-base', branch, 'HEAD']);
    if (commit !== undefined) return { branch, commit };
    throw new UsageError(
      `HEAD and ${branch} have no commit in common here; name a base, or fetch more of the history (git fetch --unshallow).`,
    );
  }
  throw new UsageError(
    `there is no main branch to compare with (none of ${mainBranches.join(', ')}); name a base.`,
  );
}

/** The variables that say where a repository is, and how it is read: those of a hook speak of ours. */
const ofOurRepository = [
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_ATTR_SOURCE',
  'GIT_CEILING_DIRECTORIES',
  'GIT_COMMON_DIR',
  'GIT_CONFIG',
  'GIT_CONFIG_COUNT',
  'GIT_CONFIG_PARAMETERS',
  'GIT_DIR',
  'GIT_GRAFT_FILE',
  'GIT_IMPLICIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_NAMESPACE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_PREFIX',
  'GIT_REPLACE_REF_BASE',
  'GIT_SHALLOW_FILE',
  'GIT_WORK_TREE',
];

/** Why git reads no repository in a folder, or perhaps another one; empty where it reads that of the folder. */
export async function whyNoRepository(folder: string): Promise<string> {
  const outcome = await git(folder, ['rev-parse', '--show-prefix']);
  const set = ofOurRepository.filter((name) => process.env[name] !== undefined);
  const variables = `${set.join(', ')} ${set.length === 1 ? 'is' : 'are'} set`;
  if (outcome.ok) return set.length === 0 ? '' : variables;
  if (set.length > 0) return `git says "${outcome.reason}", and ${variables}`;
  return outcome.reason.startsWith('not a git repository')
    ? 'this is not a git repository'
    : `git says "${outcome.reason}"`;
}

/** The environment of git in another repository than ours. Of the ways to fetch, `ext::` would run any command. */
export const elsewhere = {
  GIT_ALLOW_PROTOCOL: 'https:http:ssh:git:file',
  ...Object.fromEntries(ofOurRepository.map((name) => [name, undefined])),
};
