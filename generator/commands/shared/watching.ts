/** Does something again whenever files have changed, until somebody interrupts it. */
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { UsageError } from '../../errors.ts';
import { watchPlaces, type WatchedPlaces } from '../../input/watch.ts';
import { withoutCredentials } from '../../text.ts';
import type { Context } from './context.ts';

/** One save may change several files, and one of them several times: so long there are no more, in milliseconds. */
const quiet = 25;
/** How often that is waited for: something may change all the time. */
const patience = 20;

/**
 * Does something at once, and then whenever files have changed.
 *
 * @param places what is watched
 * @param work that it fails is told, and ends nothing but the beginning
 * @throws UsageError when the first work does, or the files cannot be watched
 */
export async function whenChanged(
  places: WatchedPlaces,
  { warn }: Context,
  work: (isFirst: boolean) => Promise<void>,
): Promise<void> {
  const { signal, forget } = interruption();
  const interrupted = once(signal, 'abort');
  const changes = new Changes();
  const watch = watchPlaces(places, () => changes.add());
  const workAgain = async (): Promise<void> => {
    try {
      await work(false);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      warn(`realtime-events: ${withoutCredentials(error.message)}`);
    }
  };
  try {
    // What comes while the work is done is work again.
    watch.lookAgain();
    await Promise.race([work(true), interrupted]);
    while (!signal.aborted) {
      watch.lookAgain();
      await Promise.race([changes.next(), interrupted]);
      if (signal.aborted) return;
      watch.lookAgain();
      await Promise.race([workAgain(), interrupted]);
    }
  } finally {
    watch.end();
    forget();
  }
}

/** Changes, until somebody has asked for them. */
class Changes {
  #count = 0;
  #told = 0;
  #wake = (): void => {};

  add(): void {
    this.#count++;
    this.#wake();
  }

  /** Waits until there is a change, and no more of them for a moment. */
  async next(): Promise<void> {
    if (this.#count === this.#told)
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    for (let waited = 0; waited < patience && this.#count !== this.#told; waited++) {
      this.#told = this.#count;
      await setTimeout(quiet);
    }
    this.#told = this.#count;
  }
}

const signals = ['SIGINT', 'SIGTERM'] as const;

/** Is aborted by Ctrl-C, or when nobody reads the output any more. The second Ctrl-C ends the process. */
function interruption(): { signal: AbortSignal; forget: () => void } {
  const controller = new AbortController();
  const interrupt = (): void => controller.abort();
  for (const name of signals) process.once(name, interrupt);
  process.stdout.once('error', interrupt);
  return {
    signal: controller.signal,
    forget() {
      for (const name of signals) process.off(name, interrupt);
      process.stdout.off('error', interrupt);
    },
  };
}
