#!/usr/bin/env node
/** The program as it is started: its arguments, its streams, the current folder, and its exit status. */
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
  const commandLine = commandLineOf({ script, env: process.env, cwd });
  const status = await run(args, process, '.', commandLine);
  process.exitCode = outputFailed ? exitStatus.failed : status;
}
