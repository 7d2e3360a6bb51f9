/** Logs to read, and the program that reads them as any must. */
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isJsonObject } from '../../../generator/model/json.ts';
import type { Json } from '../../../generator/model/model.ts';
import { readModel } from '../../support/repository.ts';
import { trafficOf } from '../traffic.ts';

export const splitAndParse = path.join(import.meta.dirname, 'baseline.mjs');

/** The lines of logs, by what is in them. */
export async function logsOf(source: string) {
  const [all, deltas] = trafficOf(await readModel(source));
  if (!all || !deltas) throw new Error('There is no traffic.');
  return {
    'all events, as documented': all.valid,
    'deltas, as documented': deltas.valid,
    'all events, none as documented': departing(all.valid, all.invalid),
  };
}

/** The same events with what the docs do not have: a key in each, nulls, and one in twenty that does not fit. */
function departing(texts: readonly string[], wrong: readonly string[]): string[] {
  return texts.map((text, i) => {
    const value: Json = JSON.parse(text);
    if (!isJsonObject(value)) return text;
    return i % 20 === 0 ? (wrong[i] ?? text) : JSON.stringify({ ...value, nobody: i, knows: null });
  });
}

/** Writes a log of at least so many megabytes. */
export async function writeLog(
  file: string,
  texts: readonly string[],
  megabytes: number,
): Promise<void> {
  const whole = `${texts.join('\n')}\n`;
  const bytes = Buffer.from(whole.repeat(Math.max(1, Math.ceil(1_000_000 / whole.length))));
  const times = Math.ceil((megabytes * 1_000_000) / bytes.length);
  await pipeline(
    Readable.from(Array.from({ length: times }, () => bytes)),
    createWriteStream(file),
  );
}
