/**
 * Loaded into a process before its program: ends the process, or makes the file system fail, at one of the calls that
 * concern a folder. `FOLDER` is that folder; `AT` counts the calls from 0; `WITH` is `SIGKILL` or the code of an error,
 * such as `ENOSPC`. A process that had no such call says at its end how many it had, and which.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { FOLDER: folder, WITH: how = 'SIGKILL' } = process.env;
const at = Number(process.env['AT']);
const calls = [];

// Young files are read each time, and old ones once: no file grows old here, so that each run has the same calls.
Date.now = () => 0;

for (const [name, original] of Object.entries(fs)) {
  // This one never fails.
  if (!name.endsWith('Sync') || name === 'existsSync') continue;
  fs[name] = (...args) => {
    if (args.some((arg) => typeof arg === 'string' && arg.startsWith(folder))) {
      if (calls.push(name) === at + 1) {
        if (how === 'SIGKILL') process.kill(process.pid, 'SIGKILL');
        throw Object.assign(new Error(`${how}: it was made to fail, ${name}`), { code: how });
      }
    }
    return original(...args);
  };
}
syncBuiltinESMExports();
process.on('exit', () => {
  if (calls.length <= at) process.stdout.write(`\n${calls.join(' ')}`);
});
