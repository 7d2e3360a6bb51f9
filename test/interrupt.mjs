/**
 * Loaded into a process before its program: ends the process, or makes the file system fail, at one of the operations
 * that change files. `AT` counts them from 0; `WITH` is `SIGKILL` or the code of an error, such as `ENOSPC`. A process
 * that had no such operation says at its end how many it had.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const at = Number(process.env['AT']);
const how = process.env['WITH'] ?? 'SIGKILL';
let count = 0;

const interrupt = (name) => {
  if (count++ !== at) return;
  if (how === 'SIGKILL') process.kill(process.pid, 'SIGKILL');
  throw Object.assign(new Error(`${how}: it was made to fail, ${name}`), { code: how });
};

for (const name of ['mkdir', 'writeFile', 'rename', 'rm', 'rmdir']) {
  const original = fs.promises[name];
  fs.promises[name] = async (...args) => {
    interrupt(name);
    return original(...args);
  };
}
for (const name of ['mkdirSync', 'writeFileSync', 'renameSync', 'rmSync', 'rmdirSync']) {
  const original = fs[name];
  fs[name] = (...args) => {
    interrupt(name);
    return original(...args);
  };
}
syncBuiltinESMExports();
process.on('exit', () => {
  if (count <= at) process.stdout.write(`\n${count} operations`);
});
