/**
 * `npm run bench:validate`: how fast `validate` reads logs, as a share of the speed at which Node reads and parses their
 * lines, and in how much memory. Logs have 128 MB, or as many megabytes as are named.
 *
 *     npm run bench:validate -- 1024
 */
import { spawnSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isJsonObject } from '../../../generator/model/json.ts';
import type { Json } from '../../../generator/model/model.ts';
import { bin, generated, newFolder, readModel } from '../../support/repository.ts';
import { trafficOf } from '../traffic.ts';

const megabytes = Number(process.argv[2] ?? 128);
const source = 'openai-realtime';
const meter =
  'data:text/javascript,process.on("exit",()=>{const{userCPUTime:u,systemCPUTime:s,maxRSS:m}=process.resourceUsage();process.stderr.write(`\\n${u+s} ${m}`)})';

/** What a program of Node takes. */
function costOf(args: readonly string[]): { seconds: number; megabytes: number } {
  const { status, stderr } = spawnSync(process.execPath, ['--import', meter, ...args], {
    encoding: 'utf8',
    maxBuffer: 1024 * 1024 * 1024,
  });
  if (status === null || status > 1) throw new Error(stderr);
  const [time, memory] = (stderr.split('\n').at(-1) ?? '').split(' ').map(Number);
  return { seconds: (time ?? NaN) / 1e6, megabytes: Math.round((memory ?? NaN) / 1024) };
}

/** The same events with what the docs do not have: a key in each, nulls, and one in twenty that does not fit. */
function departing(texts: readonly string[], wrong: readonly string[]): string[] {
  return texts.map((text, i) => {
    const value: Json = JSON.parse(text);
    if (!isJsonObject(value)) return text;
    return i % 20 === 0 ? (wrong[i] ?? text) : JSON.stringify({ ...value, nobody: i, knows: null });
  });
}

async function writeLog(file: string, texts: readonly string[]): Promise<void> {
  const whole = `${texts.join('\n')}\n`;
  const bytes = Buffer.from(whole.repeat(Math.max(1, Math.ceil(1_000_000 / whole.length))));
  const times = Math.ceil((megabytes * 1_000_000) / bytes.length);
  await pipeline(
    Readable.from(Array.from({ length: times }, () => bytes)),
    createWriteStream(file),
  );
}

const [all, deltas] = trafficOf(await readModel(source));
if (!all || !deltas) throw new Error('There is no traffic.');
const logs = {
  'all events, as documented': all.valid,
  'deltas, as documented': deltas.valid,
  'all events, none as documented': departing(all.valid, all.invalid),
};
const folder = await newFolder();
console.log(`${megabytes} MB of                         validate     split      readline   memory`);
for (const [name, texts] of Object.entries(logs)) {
  const file = path.join(folder, 'log.jsonl');
  await writeLog(file, texts);
  const baseline = path.join(import.meta.dirname, 'baseline.mjs');
  const split = costOf([baseline, file]);
  const readline = costOf([baseline, file, 'readline']);
  const model = path.join(generated, source, 'model.json');
  const validate = costOf([bin, 'validate', file, '--source', model, '--format', 'text']);
  const share = (one: { seconds: number }): string =>
    `${((100 * one.seconds) / validate.seconds).toFixed(0)} %`.padStart(8);
  console.log(
    `${name.padEnd(34)} ${validate.seconds.toFixed(1).padStart(5)} s ${share(split)}   ${share(readline)}   ${validate.megabytes} MB (${split.megabytes})`,
  );
}
await rm(folder, { recursive: true });
