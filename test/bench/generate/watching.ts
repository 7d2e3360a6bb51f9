/** How long it takes `generate --watch` to show what an edit does: from the edit to the last file that is written. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bin } from '../../support/repository.ts';
import { medianOf, type Cost } from './processes.ts';

/**
 * Edits a page so often, while the program watches, and puts it back.
 *
 * @param cwd a folder with `docs-src`
 * @param page a page in it, with the word "the"
 */
export async function costOfEdit(cwd: string, page: string, runs: number): Promise<Cost> {
  const file = path.join(cwd, 'docs-src', page);
  const text = await readFile(file, 'utf8');
  const child = spawn(process.execPath, [bin, 'generate', '--watch'], { cwd });
  let said = '';
  child.stderr.on('data', (chunk) => (said += String(chunk)));
  child.stdout.resume();
  const heard = async (words: RegExp): Promise<void> => {
    while (!words.test(said)) await once(child.stderr, 'data');
    said = '';
  };
  await heard(/^Watching /m);
  const costs: Cost[] = [];
  // The first edits are slower: what they need is compiled then.
  for (let run = -2; run < runs; run++) {
    const [start, before] = [performance.now(), await cpuSecondsOf(child.pid)];
    await writeFile(file, text.replace(' the ', ` the ${'very '.repeat(run + 3)}`));
    await heard(/^Done in /m);
    const seconds = (performance.now() - start) / 1000;
    const cpuSeconds = (await cpuSecondsOf(child.pid)) - before;
    if (run >= 0) costs.push({ seconds, cpuSeconds, megabytes: await megabytesOf(child.pid) });
  }
  const exited = once(child, 'exit');
  child.kill('SIGINT');
  await exited;
  await writeFile(file, text);
  return medianOf(costs);
}

/** What Linux tells of a process; elsewhere, nothing. */
async function told(pid: number | undefined, file: string): Promise<string> {
  return readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '');
}

async function cpuSecondsOf(pid: number | undefined): Promise<number> {
  const [, , , , , , , , , , , , , user, system] = (await told(pid, 'stat')).split(' ').map(Number);
  return ((user ?? Number.NaN) + (system ?? Number.NaN)) / 100;
}

async function megabytesOf(pid: number | undefined): Promise<number> {
  const [, kilobytes] = /^VmHWM:\s*(\d+)/m.exec(await told(pid, 'status')) ?? [];
  return Number(kilobytes) / 1024;
}
