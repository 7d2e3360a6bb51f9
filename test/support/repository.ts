/** Where things are, and ways to read them. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Writable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { run } from '../../generator/cli.ts';
import type { Model } from '../../generator/model/model.ts';

/** The folder of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));
export const docsSrc = path.join(root, 'docs-src');
export const generated = path.join(root, 'generated');

/** The program as it is built. */
export const bin = path.join(root, 'generator/dist/bin.js');

/** The sources that are generated, by the folders that have a model. */
export const generatedSources = readdirSync(generated).filter((name) =>
  existsSync(path.join(generated, name, 'model.json')),
);

/** The committed model of a source. */
export async function readModel(source: string): Promise<Model> {
  const text = await readFile(path.join(generated, source, 'model.json'), 'utf8');
  const model: Model = JSON.parse(text);
  return model;
}

/** A new folder; whoever makes it removes it. */
export async function newFolder(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'realtime-events-'));
  await writeFiles(folder, files);
  return folder;
}

/** A new folder that is gone when the test is over. */
export async function temporaryFolder(files?: Readonly<Record<string, string>>): Promise<string> {
  const folder = await newFolder(files);
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

/** Writes files by their path relative to a folder. */
export async function writeFiles(
  folder: string,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }
}

/** Every file below a folder by its path relative to it, sorted; none when the folder is not there. */
export async function readFiles(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .toSorted();
  return Object.fromEntries(
    await Promise.all(
      files.map(async (file) => [file, await readFile(path.join(folder, file), 'utf8')] as const),
    ),
  );
}

/** What a program said, and how it ended. */
export interface Outcome {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a program of Node to its end. */
export function runNode(
  args: readonly string[],
  { cwd = root, env = {} }: { cwd?: string; env?: Record<string, string> } = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env } });
    const outcome: Outcome = { status: null, stdout: '', stderr: '' };
    child.stdout.on('data', (chunk) => (outcome.stdout += String(chunk)));
    child.stderr.on('data', (chunk) => (outcome.stderr += String(chunk)));
    child.on('error', reject);
    child.on('close', (status) => resolve({ ...outcome, status }));
  });
}

/** A stream that keeps what is written to it. */
class Kept extends Writable {
  text = '';
  override _write(chunk: unknown, _: BufferEncoding, done: () => void): void {
    this.text += String(chunk);
    done();
  }
}

/** Runs a command in this process. */
export async function runCommand(
  args: readonly string[],
  { cwd = root }: { cwd?: string } = {},
): Promise<Outcome> {
  const [stdout, stderr] = [new Kept(), new Kept()];
  const status = await run(args, { stdout, stderr }, cwd);
  return { status, stdout: stdout.text, stderr: stderr.text };
}

/** Runs the built program. */
export function runProgram(
  args: readonly string[],
  options?: { cwd?: string; env?: Record<string, string> },
): Promise<Outcome> {
  return runNode([bin, ...args], options);
}
