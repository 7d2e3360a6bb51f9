/** The two sides of a diff: what a user may name, and how it is read. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { commitOf, isShallow, mergeBase, prefixOf, whyNoRepository } from '../../input/git.ts';
import { readDocsOfCommit, readFileOfCommit } from '../../input/docs-of-commit.ts';
import type { Model } from '../../model/model.ts';
import { pathIn, readTextIn } from '../../cwd.ts';
import { limits } from '../../limits.ts';
import { isSystemError, UsageError } from '../../errors.ts';
import type { LoadedDialects } from '../../dialects/index.ts';
import { loadDialects } from '../../input/dialect-modules.ts';
import { readDocs } from '../../input/docs-folder.ts';
import type { DocsFiles } from '../../input/docs.ts';
import { readModelAt } from '../../input/model-file.ts';

/** What is common to all that can be compared. */
interface Named {
  /** As it is called on screen: `main`, `the working tree`. */
  name: string;
  /** The docs folder that its positions are relative to. */
  folder: string;
  /** The text of the `package.json` that goes with it, where there is one. */
  packageJson?: string;
}

/** A state of the docs, or of one source of it as a model. */
export type Compared =
  | (Named & {
      kind: 'docs';
      docs: DocsFiles;
      /** The dialects from outside: they are code, and only those of the working tree are loaded. */
      dialects?: LoadedDialects;
    })
  | (Named & { kind: 'model'; model: Model });

/**
 * Reads what a user names: a folder with sources, a `model.json`, or else a git ref.
 *
 * @param docsSrc the docs folder of a git ref
 * @param cwd the folder that both start from
 * @throws UsageError when it is none of these, or cannot be read
 */
export async function readNamed(name: string, docsSrc: string, cwd: string): Promise<Compared> {
  const kind = await kindOf(pathIn(cwd, name));
  if (kind === 'file') return readModel(name, docsSrc, cwd);
  const commit = await commitOf(cwd, name);
  if (kind === 'folder') {
    const side = await readFolder(name, docsSrc, cwd).catch((error: unknown) => {
      // A folder without sources may share its name with a branch.
      if (!(error instanceof UsageError) || commit === undefined) throw error;
    });
    if (side && commit !== undefined)
      throw new UsageError(
        `${name} is a folder with docs and a git ref; write ./${name} for the folder, or ${commit.slice(0, 10)} for the commit.`,
      );
    if (side) return side;
  }
  if (commit !== undefined) return readCommit(name, commit, docsSrc, cwd);
  const why = await whyNoRepository(cwd);
  const more = (await isShallow(cwd))
    ? '; the clone has only the last commits: fetch more of the history (git fetch --unshallow)'
    : why && `: ${why}`;
  throw new UsageError(`${name} is not a folder, a model.json or a git ref${more}.`);
}

async function readFolder(name: string, docsSrc: string, cwd: string): Promise<Compared> {
  const docs = await readDocs(name, cwd);
  const side = { kind: 'docs', name, folder: name, docs } as const;
  if (path.resolve(cwd, name) !== path.resolve(cwd, docsSrc)) return side;
  return { ...side, dialects: await loadDialects(docs, docsSrc, cwd) };
}

/** The docs as they lie in the working tree. */
export async function readWorkingTree(docsSrc: string, cwd: string): Promise<Compared> {
  const packageJson = await readTextIn(cwd, 'package.json', limits.page).catch(() => undefined);
  const docs = await readDocs(docsSrc, cwd);
  return {
    kind: 'docs',
    name: 'the working tree',
    folder: docsSrc,
    docs,
    dialects: await loadDialects(docs, docsSrc, cwd),
    ...(packageJson !== undefined && { packageJson }),
  };
}

/**
 * The docs at the commit where the main branch and the checked out one parted.
 *
 * @throws UsageError when there is no such commit
 */
export async function readMergeBase(docsSrc: string, cwd: string): Promise<Compared> {
  if ((await prefixOf(cwd)) === undefined)
    throw new UsageError(`${await whyNoRepository(cwd)}; name a base: a folder or a model.json.`);
  const { branch, commit } = await mergeBase(cwd);
  return readCommit(`the merge base with ${branch} (${commit.slice(0, 10)})`, commit, docsSrc, cwd);
}

async function kindOf(place: string): Promise<'file' | 'folder' | undefined> {
  try {
    const found = await stat(place);
    if (found.isDirectory()) return 'folder';
    return found.isFile() && place.endsWith('.json') ? 'file' : undefined;
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  }
}

async function readModel(file: string, docsSrc: string, cwd: string): Promise<Compared> {
  const model = await readModelAt(file, cwd);
  return { kind: 'model', name: file, folder: docsSrc, model };
}

async function readCommit(
  name: string,
  commit: string,
  docsSrc: string,
  cwd: string,
): Promise<Compared> {
  const prefix = (await prefixOf(cwd)) ?? '';
  const folder = path.relative(cwd, pathIn(cwd, docsSrc)).split(path.sep).join('/');
  const inRepository = path.posix.join(prefix, folder);
  if (inRepository.startsWith('..'))
    throw new UsageError(`${docsSrc} is outside of the repository, so ${name} cannot have it.`);
  const top = inRepository === '.' ? '' : inRepository;
  const docs = await readDocsOfCommit(cwd, commit, top, `${docsSrc} of ${name}`);
  if (!docs) throw new UsageError(`${name} has no folder ${docsSrc}.`);
  const packageJson = await readFileOfCommit(cwd, commit, `${prefix}package.json`);
  return {
    kind: 'docs',
    name,
    folder: docsSrc,
    docs,
    ...(packageJson !== undefined && { packageJson }),
  };
}
