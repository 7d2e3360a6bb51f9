/**
 * `npm run bench:validate`: how fast `validate` reads logs, as a share of the speed at which Node reads and parses their
 * lines, and in how much memory. Logs have 128 MB, or as many megabytes as are named.
 *
 *     npm run bench:validate -- 1024
 */
import { spawnSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { bin, generated, newFolder } from '../../support/repository.ts';
import { logsOf, splitAndParse, writeLog } from './logs.ts';

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

const logs = await logsOf(source);
const folder = await newFolder();
console.log(`${megabytes} MB of                         validate     split      readline   memory`);
for (const [name, texts] of Object.entries(logs)) {
  const file = path.join(folder, 'log.jsonl');
  await writeLog(file, texts, megabytes);
  const split = costOf([splitAndParse, file]);
  const readline = costOf([splitAndParse, file, 'readline']);
  const model = path.join(generated, source, 'model.json');
  const validate = costOf([bin, 'validate', file, '--source', model, '--format', 'text']);
  const share = (one: { seconds: number }): string =>
    `${((100 * one.seconds) / validate.seconds).toFixed(0)} %`.padStart(8);
  console.log(
    `${name.padEnd(34)} ${validate.seconds.toFixed(1).padStart(5)} s ${share(split)}   ${share(readline)}   ${validate.megabytes} MB (${split.megabytes})`,
  );
}
await rm(folder, { recursive: true });
