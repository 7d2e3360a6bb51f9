/** Times of whole processes, as medians. Those that are compared take turns, so that a machine that grows slower is slower for both. */
import { spawnSync } from 'node:child_process';
import { median } from '../measure.ts';

/** A process to measure. */
export interface Subject {
  args: readonly string[];
  cwd?: string;
  /** What is not counted. */
  prepare?: () => Promise<unknown>;
  /** The exit status that it has; absent: 0. */
  status?: number;
}

export interface Cost {
  /** From start to end. */
  seconds: number;
  /** Of all threads, and of the processes that it starts. */
  cpuSeconds: number;
  /** Of the process alone. */
  megabytes: number;
  /** The first line of what it says is wrong. */
  said?: string;
}

/** Prints at the end what memory the process took. */
const meter =
  'data:text/javascript,process.on("exit",()=>process.stderr.write(`\\n${process.resourceUsage().maxRSS}\\n`))';
/** Runs what it is given, and prints what CPU it took: Node knows only its own, and not that of a compiler that it starts. */
const timed = ['-c', 'TIMEFORMAT=\'%U %S\'; time "$@"', 'bash'];

function costOf({ args, cwd, status = 0 }: Subject): Cost {
  const start = performance.now();
  const command = [process.execPath, '--import', meter, ...args];
  const outcome = spawnSync('bash', [...timed, ...command], {
    encoding: 'utf8',
    maxBuffer: 1e9,
    // No comma in what is printed.
    env: { ...process.env, LC_ALL: 'C' },
    ...(cwd !== undefined && { cwd }),
  });
  const seconds = (performance.now() - start) / 1000;
  if (outcome.status !== status)
    throw new Error(
      `${args.join(' ')} exits ${outcome.status}: ${(outcome.stdout + outcome.stderr).slice(0, 2000)}`,
    );
  const [system, user, memory] = outcome.stderr.trim().split(/\s+/).toReversed().map(Number);
  return {
    seconds,
    cpuSeconds: (user ?? Number.NaN) + (system ?? Number.NaN),
    megabytes: (memory ?? Number.NaN) / 1024,
    ...(status !== 0 && { said: outcome.stderr.split('\n')[0] ?? '' }),
  };
}

/** The medians of each subject. */
export async function costsOf(subjects: readonly Subject[], runs: number): Promise<Cost[]> {
  const costs: Cost[][] = subjects.map(() => []);
  for (let run = 0; run < runs; run++)
    for (const [i, subject] of subjects.entries()) {
      await subject.prepare?.();
      costs[i]?.push(costOf(subject));
    }
  return costs.map(medianOf);
}

export function medianOf(costs: readonly Cost[]): Cost {
  const [{ said } = {}] = costs;
  return {
    seconds: median(costs.map((cost) => cost.seconds)),
    cpuSeconds: median(costs.map((cost) => cost.cpuSeconds)),
    megabytes: median(costs.map((cost) => cost.megabytes)),
    ...(said !== undefined && { said }),
  };
}
