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

/** A regular expression is compiled once, and not to bytecode for its first search and to machine code for the second. */
const expressionsAtOnce = '--no-regexp-tier-up';

/**
 * Options of V8, by its version. Some make it wait some eighteen times as long as it would before it optimizes a function: most
 * runs end before they use what was optimized, which is a quarter of their CPU. Newer versions wait by themselves.
 */
const options: Readonly<Record<string, readonly string[]>> = {
  11: ['--interrupt-budget=1200000', expressionsAtOnce],
  12: ['--invocation-count-for-turbofan=10000', expressionsAtOnce],
  13: [expressionsAtOnce],
};
const [v8 = ''] = process.versions.v8.split('.');
for (const option of options[v8] ?? []) setFlagsFromString(option);

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
