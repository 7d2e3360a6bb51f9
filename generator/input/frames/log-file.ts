/** Logs as they are named on a command line: files, and the standard input. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pathIn } from '../../cwd.ts';
import { readFailure, UsageError } from '../../errors.ts';
import type { Log } from './index.ts';

/** A log with the bytes of its file; without end, where nobody knows how many come. */
export interface SizedLog extends Log {
  size: number;
}

/**
 * Opens a log that a user names.
 *
 * @param file `-` is what comes on the standard input
 * @throws UsageError when it cannot be read
 */
export async function openLog(
  file: string,
  { cwd, stdin }: { cwd: string; stdin: AsyncIterable<unknown> },
): Promise<SizedLog> {
  if (file === '-') return { name: 'stdin', bytes: bytesOf(stdin), size: Infinity };
  const place = pathIn(cwd, file);
  let size: number;
  try {
    const found = await stat(place);
    size = found.isFile() ? found.size : Infinity;
    if (found.isDirectory()) throw new UsageError(`${file} is a folder; name the files in it.`);
  } catch (error) {
    throw readFailure(file, error);
  }
  return { name: file, bytes: bytesOfFile(place), size };
}

/** Opens the file when it is read: there may be more of them than can be open at once. */
async function* bytesOfFile(place: string): AsyncGenerator<Uint8Array> {
  // Of larger pieces more events are in memory at once, which costs time as well.
  yield* bytesOf(createReadStream(place, { highWaterMark: 64 * 1024 }));
}

async function* bytesOf(stream: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream)
    if (chunk instanceof Uint8Array) yield chunk;
    else if (typeof chunk === 'string') yield new TextEncoder().encode(chunk);
}
