/** Repositories with the docs of one event, and `diff` run in them. */
import { cp, rm } from 'node:fs/promises';
import { makeRepository } from './git-repository.ts';
import { newFolder, runCommand, writeFiles, type Outcome } from './repository.ts';
import { tree } from './small-docs.ts';

/** A source with one event, `tune`, in the docs folder of a repository. */
export function radio(bullets: string, folder = 'docs-src'): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tree(bullets)).map(([file, text]) => [`${folder}/${file}`, text]),
  );
}

/** A source of this name, which is its title as well, in `docs-src`: one event, `tune`. */
export function source(id: string, bullets = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tree(bullets, { title: id })).map(([file, text]) => [
      `docs-src/${file.replace('radio', id)}`,
      text,
    ]),
  );
}

export const band = "- `band` (string, required): Which band. Enum: 'am', 'fm'.\n";
export const before = radio(`${band}- \`volume\` (integer, required): How loud.\n`);
/** A value is new, which is dangerous for readers; a field is gone, which is breaking. */
export const after = radio(band.replace("'fm'", "'fm', 'dab'"));
/** Only words are other ones. */
export const reworded = radio(`${band}- \`volume\` (integer, required): Its loudness.\n`);
export const faulty = radio('- `volume` (integr, required): How loud.\n');

const folders: string[] = [];
/** The repository to which nobody added anything: git makes it once, and the others are copies. */
let usual: Promise<string> | undefined;

/** Removes the folders of all tests of a file. */
export async function removeFolders(): Promise<void> {
  usual = undefined;
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
}

export async function folderWith(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = await newFolder(files);
  folders.push(folder);
  return folder;
}

/** A repository whose `main` has the docs before, with the docs after in its working tree. */
export async function repository(more?: Readonly<Record<string, string>>): Promise<string> {
  if (more) return newRepository(more);
  usual ??= newRepository();
  const folder = await folderWith();
  await cp(await usual, folder, { recursive: true });
  return folder;
}

async function newRepository(more: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = await folderWith({ ...before, 'package.json': '{ "version": "1.0.0" }', ...more });
  await makeRepository(folder);
  await writeFiles(folder, after);
  return folder;
}

export const diff = (cwd: string, ...args: string[]): Promise<Outcome> =>
  runCommand(['diff', ...args], { cwd });
