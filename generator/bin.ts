#!/usr/bin/env node
/** The program as it is started: its arguments, its streams, the current folder, and its exit status. */
import { run } from './cli.ts';
import { exitStatus } from './commands/shared/options.ts';
import { commandLineOf } from './commands/shared/started.ts';
import { currentFolder } from './cwd.ts';
import { printed, visibleLine } from './text.ts';

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
