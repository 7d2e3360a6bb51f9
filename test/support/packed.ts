/** The two packages as npm packs them, and apps that install them. */
import { execFile } from 'node:child_process';
import { cp, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { newFolder, root, runNode, type Outcome } from './repository.ts';

const call = promisify(execFile);
const made: string[] = [];

/** Removes all that was made here. */
export async function removePacked(): Promise<void> {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true });
}

async function keptFolder(files?: Readonly<Record<string, string>>): Promise<string> {
  const folder = await newFolder(files);
  made.push(folder);
  return folder;
}

/** Packs the package that apps import, of what is built. @returns the path of its tarball */
export async function packTypes(): Promise<string> {
  return pack(root);
}

/** Packs the program, of what is built. @returns the path of its tarball */
export async function packProgram(): Promise<string> {
  // In a folder of its own: other tests read the docs where they are.
  const folder = await keptFolder();
  const own = ['package.json', 'README.md', 'start.js', 'dist', 'page', 'runtime'];
  for (const file of own)
    await cp(path.join(root, 'generator', file), path.join(folder, file), { recursive: true });
  const script = path.join(root, 'scripts/packed-files.ts');
  const { status, stderr } = await runNode(['--import', 'tsx', script, 'copy', folder]);
  if (status !== 0) throw new Error(stderr);
  return pack(folder);
}

async function pack(folder: string): Promise<string> {
  const destination = await keptFolder();
  const options = ['--ignore-scripts', '--silent', '--pack-destination', destination];
  await call('npm', ['pack', ...options], { cwd: folder });
  const [tarball = ''] = await readdir(destination);
  return path.join(destination, tarball);
}

/** An empty folder that has installed a package without a registry: it stands for an app, or holds several. */
export async function folderWithPackage(tarball: string): Promise<string> {
  const folder = await keptFolder({ 'package.json': '{ "private": true }' });
  const options = ['--offline', '--no-audit', '--no-fund', '--silent'];
  await call('npm', ['install', ...options, tarball], { cwd: folder });
  return folder;
}

/** Runs a program of this repository's `node_modules` in a folder. */
export function runTool(script: string, args: readonly string[], cwd: string): Promise<Outcome> {
  return runNode([path.join(root, 'node_modules', script), ...args], { cwd });
}
