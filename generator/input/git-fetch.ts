/** Gets a commit of another repository, and of its files only those that are asked for; never more than is allowed. */
import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../errors.ts';
import type { PullLimits } from '../limits.ts';
import { elsewhere, git, isRef, lineOf, type Outcome, type RunOptions } from './git.ts';

/** A commit of another repository. */
export interface CommitAddress {
  url: string;
  /** A branch, tag or commit, which may be abbreviated; absent: what the repository has checked out by default. */
  ref?: string;
}

/** A commit that was fetched: its folders, and some of its files. */
export interface FetchedCommit {
  /** The repository that it was fetched into. */
  folder: string;
  /** Its tree. */
  tree: string;
  /** Gets blobs that are not there yet. */
  fetchBlobs: (ids: readonly string[]) => Promise<void>;
}

/**
 * Fetches a commit into an empty folder, without its files where the other side can leave them out. Nothing is checked
 * out, so that no attribute of a publisher has an effect.
 *
 * @throws UsageError when the ref has a form that no branch, tag or commit has, when git fails, or when there is more to
 *   fetch than is allowed
 */
export async function fetchCommit(
  folder: string,
  { url, ref = 'HEAD' }: CommitAddress,
  limits: PullLimits,
): Promise<FetchedCommit> {
  if (!isRef(ref) || /[\s:^~?*[\\]|^\+|\.\./.test(ref))
    throw new UsageError(`"${ref}" is not a branch, tag or commit.`);
  const end = performance.now() + limits.time;
  const run = async (place: string, args: readonly string[], input = ''): Promise<Outcome> =>
    within({ folder, end, limits }, (stops) =>
      git(place, args, { input, env: elsewhere, ...stops }),
    );
  const failed = (reason: string): UsageError =>
    new UsageError(`cannot get ${ref} of ${url}: ${reason}.`);
  const fetchInto = async (place: string, args: readonly string[]): Promise<Outcome> => {
    await mkdir(place, { recursive: true });
    for (const config of [
      ['init', '--quiet', '--bare', '--template='],
      ['config', 'remote.origin.url', url],
    ]) {
      const outcome = await run(place, config);
      if (!outcome.ok) return outcome;
    }
    return run(place, ['fetch', '--quiet', '--no-tags', ...args]);
  };
  const fetchRef = (place: string, wanted: string) =>
    fetchInto(place, ['--depth=1', '--filter=blob:none', 'origin', wanted]);

  const place = path.join(folder, 'commit');
  let outcome = await fetchRef(place, ref);
  if (!outcome.ok && isAbbreviated(ref)) {
    const history = path.join(folder, 'history');
    const fetched = await fetchInto(history, [
      '--filter=tree:0',
      'origin',
      '+refs/*:refs/theirs/*',
    ]);
    if (!fetched.ok) throw failed(fetched.reason);
    const id = await lineOf(history, ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`], {
      env: elsewhere,
    });
    if (id === undefined)
      throw failed('no branch or tag has this name, and not exactly one commit begins with it');
    outcome = await fetchRef(place, id);
  }
  if (!outcome.ok) throw failed(outcome.reason);
  // From here on, nothing is fetched by the way: what is missing is missing.
  for (const key of ['promisor', 'partialclonefilter'])
    await run(place, ['config', '--unset-all', `remote.origin.${key}`]);
  const tree = await lineOf(place, ['rev-parse', '--verify', '--quiet', 'FETCH_HEAD^{tree}'], {
    env: elsewhere,
  });
  if (tree === undefined) throw failed('it is not a commit');
  return {
    folder: place,
    tree,
    fetchBlobs: async (ids) => {
      if (ids.length === 0) return;
      const args = ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', '--stdin', 'origin'];
      const missing = await missingOf(place, ids);
      if (missing.length === 0) return;
      const got = await run(place, args, missing.join('\n'));
      if (!got.ok) throw failed(got.reason);
    },
  };
}

/** Whether a ref can be the first digits of a commit. */
function isAbbreviated(ref: string): boolean {
  return /^[\da-f]{4,39}$/.test(ref);
}

/** Those of some objects that a repository does not have. */
async function missingOf(folder: string, ids: readonly string[]): Promise<string[]> {
  const input = ids.join('\n');
  const outcome = await git(folder, ['cat-file', '--batch-check'], { input, env: elsewhere });
  if (!outcome.ok) throw new UsageError(`git cannot read what it fetched: ${outcome.reason}.`);
  const lines = outcome.output.toString().split('\n');
  return ids.filter((_, i) => lines[i]?.endsWith(' missing'));
}

/** How often the size of a folder is looked at, in milliseconds. */
const period = 100;

/**
 * Lets git write into a folder, as long and as much as is allowed.
 *
 * @param end when everything must be done
 */
async function within(
  {
    folder,
    end,
    limits: { time, disk, memory },
  }: { folder: string; end: number; limits: PullLimits },
  work: (stops: Required<Pick<RunOptions, 'signal' | 'onStart'>>) => Promise<Outcome>,
): Promise<Outcome> {
  const controller = new AbortController();
  let pid: number | undefined;
  const tooMuch = `it has more than ${disk} bytes; clone it yourself, and name the folder with --from`;
  const timer = setTimeout(
    () =>
      controller.abort(
        `it takes more than ${time / 1000} seconds; try again later, or clone it yourself, and name the folder with --from`,
      ),
    end - performance.now(),
  );
  const watch = setInterval(() => {
    void sizeOf(folder).then((size) => {
      if (size > disk) controller.abort(tooMuch);
    });
    if (pid === undefined) return;
    void memoryOf(pid).then(({ bytes, pids }) => {
      if (bytes <= memory) return;
      // Those that git has started do not end with it.
      for (const one of pids) stop(one);
      controller.abort(
        `git takes more than ${memory} bytes of memory for it; clone it yourself, and name the folder with --from`,
      );
    });
  }, period);
  try {
    const outcome = await work({
      signal: controller.signal,
      onStart(started) {
        pid = started;
      },
    });
    return outcome.ok && (await sizeOf(folder)) > disk ? { ok: false, reason: tooMuch } : outcome;
  } finally {
    clearTimeout(timer);
    clearInterval(watch);
  }
}

/** The bytes of all files of a folder; files may come and go meanwhile. */
async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const sizes = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const found = await stat(path.join(entry.parentPath, entry.name)).catch(() => undefined);
        return found?.size ?? 0;
      }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

function stop(pid: number): void {
  try {
    process.kill(pid);
  } catch {
    // It has ended by itself.
  }
}

/** A process with all that it has started, and the bytes of their memory, where the system tells it: on Linux. */
async function memoryOf(pid: number): Promise<{ bytes: number; pids: number[] }> {
  const read = (file: string): Promise<string> => readFile(file, 'utf8').catch(() => '');
  const own = Number(/^RssAnon:\s*(\d+)/m.exec(await read(`/proc/${pid}/status`))?.[1] ?? 0) * 1024;
  const children = (await read(`/proc/${pid}/task/${pid}/children`)).match(/\d+/g) ?? [];
  const below = await Promise.all(children.map((child) => memoryOf(Number(child))));
  return {
    bytes: below.reduce((sum, { bytes }) => sum + bytes, own),
    pids: [pid, ...below.flatMap(({ pids }) => pids)],
  };
}
