#!/usr/bin/env node
/** The program as it is started: its arguments, its streams, the current folder, and its exit status. */
import { existsSync } from 'node:fs';
import module from 'node:module';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { run } from './cli.ts';
import { exitStatus } from './commands/shared/options.ts';
import { commandLineOf } from './commands/shared/started.ts';
import { currentFolder } from './cwd.ts';
import { printed, visibleLine } from './text.ts';

/**
 * What makes V8 wait some eighteen times as long as it would before it optimizes a function, by its version: most runs end
 * before they use what was optimized, which is a quarter of their CPU. Newer versions wait by themselves.
 */
const lateOptimization: Readonly<Record<string, string>> = {
  11: '--interrupt-budget=1200000',
  12: '--invocation-count-for-turbofan=10000',
};
const [v8 = ''] = process.versions.v8.split('.');
const flag = lateOptimization[v8];
if (flag !== undefined) setFlagsFromString(flag);
// A regular expression is compiled once, and not to bytecode for its first search and to machine code for the second.
setFlagsFromString('--no-regexp-tier-up');

/**
 * Keeps what V8 compiles for the next run, beside what `generate` remembers, where Node can do so (from 22.8 on): a tenth of
 * the time of a run. A machine of a CI is thrown away, and would only pay for it.
 */
function keepCompiled(cwd: string): void {
  const modules = path.join(cwd, 'node_modules');
  if ((process.env.CI ?? '') !== '' || !existsSync(modules)) return;
  if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function')
    module.enableCompileCache(path.join(modules, '.cache/realtime-events/compiled'));
}

let outputFailed = false;

/** Whoever reads the output may stop before its end, as `head` does; a disk that is full is another matter. */
function onOutputError(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE' || outputFailed) return;
  outputFailed = true;
  process.exitCode = exitStatus.failed;
  console.error(
    printed(`realtime-events: cannot write the output: ${visibleLine(error.message)}.`),
  );
}

process.stdout.on('error', onOutputError);
process.stderr.on('error', onOutputError);

const [, script = '', ...args] = process.argv;
const cwd = currentFolder();
if (cwd === undefined) {
  console.error(
    'realtime-events: the folder that this was started in is gone; go to one that is there.',
  );
  process.exitCode = exitStatus.failed;
} else {
  keepCompiled(cwd);
  const commandLine = commandLineOf({ script, env: process.env, cwd });
  const status = await run(args, process, '.', commandLine);
  process.exitCode = outputFailed ? exitStatus.failed : status;
}
