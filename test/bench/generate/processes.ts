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
  /** Of all threads. */
  cpuSeconds: number;
  megabytes: number;
  /** The first line of what it says is wrong. */
  said?: string;
}

/** Prints at the end what the process took. */
const meter =
  'data:text/javascript,process.on("exit",()=>{const{userCPUTime:u,systemCPUTime:s,maxRSS:m}=process.resourceUsage();process.stderr.write(`\\n${u+s} ${m}`)})';

function costOf({ args, cwd, status = 0 }: Subject): Cost {
  const start = performance.now();
  const outcome = spawnSync(process.execPath, ['--import', meter, ...args], {
    encoding: 'utf8',
    maxBuffer: 1e9,
    ...(cwd !== undefined && { cwd }),
  });
  const seconds = (performance.now() - start) / 1000;
  if (outcome.status !== status)
    throw new Error(
      `${args.join(' ')} exits ${outcome.status}: ${(outcome.stdout + outcome.stderr).slice(0, 2000)}`,
    );
  const [time, memory] = (outcome.stderr.split('\n').at(-1) ?? '').split(' ').map(Number);
  return {
    seconds,
    cpuSeconds: (time ?? Number.NaN) / 1e6,
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
