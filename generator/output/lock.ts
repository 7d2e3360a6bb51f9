/** One run at a time writes into a folder: a file in it says which. */
import { lstatSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import * as v from 'valibot';
import { isSystemError, UsageError } from '../errors.ts';

export const lockFile = '.realtime-events.lock';

/** The process that writes. */
const contract = v.object({
  pid: v.pipe(v.number(), v.integer(), v.minValue(1)),
  host: v.string(),
});
type Holder = v.InferOutput<typeof contract>;

/** How long a run waits for another, and how long until it looks again, in milliseconds. */
const usualPatience = 10_000;
const pause = 100;

/**
 * Does something while no other run writes into a folder. A lock of a process that is gone is taken over.
 *
 * @param work synchronous: a lock with the id of this very process is therefore one of an earlier process
 * @param name what the folder is called
 * @throws UsageError when another run holds the folder for too long, naming it
 */
export async function withLock<Result>(
  folder: string,
  name: string,
  work: () => Result,
  patience = usualPatience,
): Promise<Result> {
  const lock = path.join(folder, lockFile);
  const end = Date.now() + patience;
  while (!create(lock)) {
    const text = textOf(lock);
    if (text === undefined) continue;
    const isLate = Date.now() >= end;
    const holder = holderOf(text);
    // A lock without a holder is one that is being written; or its writer was cut off.
    if (holder ? isOfNobody(holder) : isLate) takeOver(lock, text);
    else if (isLate && holder) throw heldError(holder, name);
    else await setTimeout(pause);
  }
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function heldError({ pid, host }: Holder, name: string): UsageError {
  const lock = path.join(name, lockFile);
  return new UsageError(
    `cannot write ${name}: process ${pid} on ${host} is writing into it; try again later, or remove ${lock} if there is no such process.`,
  );
}

/** Whether a folder has a lock of a run that was cut off. */
export function isAbandoned(folder: string): boolean {
  const holder = holderOf(textOf(path.join(folder, lockFile)) ?? '');
  return holder !== undefined && isOfNobody(holder);
}

function create(lock: string): boolean {
  try {
    writeFileSync(lock, `${JSON.stringify({ pid: process.pid, host: hostname() })}\n`, {
      flag: 'wx',
    });
    return true;
  } catch (error) {
    if (isSystemError(error) && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** The text of a lock; of a link or a pipe in its place, none; `undefined` when it is not there. */
function textOf(lock: string): string | undefined {
  try {
    const stats = lstatSync(lock);
    // A folder cannot be read, which is told.
    return stats.isFile() || stats.isDirectory() ? readFileSync(lock, 'utf8') : '';
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function holderOf(text: string): Holder | undefined {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), contract), text);
  return parsed.success ? parsed.output : undefined;
}

/** Whether the process of a lock is gone; of one on another machine, nobody here can tell. */
function isOfNobody({ pid, host }: Holder): boolean {
  return host === hostname() && !isRunning(pid);
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return isSystemError(error) && error.code === 'EPERM';
  }
}

/** Puts a lock away. Of several runs that do so at once, one moves it; a lock that came in its place is put back. */
function takeOver(lock: string, text: string): void {
  const aside = `${lock}-${process.pid}`;
  try {
    renameSync(lock, aside);
    if (textOf(aside) !== text) linkSync(aside, lock);
  } catch (error) {
    if (!isSystemError(error) || error.code !== 'ENOENT') throw error;
  }
  rmSync(aside, { force: true });
}
