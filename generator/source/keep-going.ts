/** `--keep-going`: what has an error of its own is left out, so that the rest can be generated. */
import { isError, type Diagnostic } from '../diagnostics.ts';
import type { Failures } from './failures.ts';

/** What is known of a source that was read without some of its events. */
export interface Run extends Failures {
  diagnostics: readonly Diagnostic[];
}

/** What is left out, by its keys, with its name. */
export type LeftOut = ReadonlyMap<string, string>;

/** How often a source is read without what failed, before all of it is left out. */
const mostRounds = 10;

/**
 * Reads a source again without what failed, until the rest has no error. What is left out may have documented a shape of
 * something else, which then fails in its turn.
 *
 * @param run reads the source without what is left out
 * @param given what the first run left out
 * @returns the last run, what it left out, and the diagnostics of all runs
 */
export function leaveOutFailed<R extends Run>(
  first: R,
  run: (leftOut: LeftOut) => R,
  given: LeftOut = new Map(),
): { last: R; leftOut: LeftOut; diagnostics: Diagnostic[] } {
  const leftOut = new Map(given);
  const diagnostics = [...first.diagnostics];
  let last = first;
  for (let round = 0; round < mostRounds && !last.unusable; round++) {
    const failed = newlyFailed(last, leftOut);
    if (failed.length === 0) break;
    for (const [key, name] of failed) leftOut.set(key, name);
    last = run(leftOut);
    diagnostics.push(...last.diagnostics.filter(isError));
  }
  return { last, leftOut, diagnostics };
}

/** Whether nothing failed but what is left out. */
export function isSound(run: Run, leftOut: LeftOut): boolean {
  return !run.unusable && newlyFailed(run, leftOut).length === 0;
}

function newlyFailed({ failed }: Run, leftOut: LeftOut): [string, string][] {
  return [...failed].filter(([key]) => !leftOut.has(key));
}
