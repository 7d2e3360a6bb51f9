/** How far long work is: a line on a terminal that comes after two seconds and goes with the work. Elsewhere nothing. */
import { visibleLine } from '../../text.ts';

/** Tells how far the work is. */
export type Progress = (state: ProgressState) => void;

export interface ProgressState {
  /** What is done, as a number from 0 to 1; absent where nobody knows how much there is. */
  share?: number;
  /** What it is at, or has done: `120 MB, 240000 events`. */
  words: string;
}

/** What a line is written on. */
interface Screen {
  write: (text: string) => unknown;
  isTTY?: unknown;
  columns?: unknown;
}

/** Work of less than this is not told of. */
const patience = 2000;
const interval = 250;
const clearLine = '\r\u001b[K';

/** The line of a screen on which work tells how far it is. */
export class StatusLine {
  readonly #screen: Screen;
  readonly #now: () => number;
  #isShown = false;

  constructor(screen: Screen, now: () => number = () => performance.now()) {
    this.#screen = screen;
    this.#now = now;
  }

  /** Does work that tells how far it is. The line is gone when it ends, however it ends. */
  async during<Result>(
    name: string,
    work: (progress: Progress) => Promise<Result>,
  ): Promise<Result> {
    if (this.#screen.isTTY !== true) return work(() => {});
    const start = this.#now();
    let shown = start + patience - interval;
    let state: ProgressState = { words: '' };
    const show = (): void => {
      const now = this.#now();
      if (now < shown + interval) return;
      shown = now;
      this.#show(`${name}: ${lineOf(state, now - start)}`);
    };
    // What waits for others has nothing to tell meanwhile.
    const timer = setInterval(show, interval);
    timer.unref();
    try {
      return await work((next) => {
        state = next;
        show();
      });
    } finally {
      clearInterval(timer);
      this.clear();
    }
  }

  /** Makes room for other lines. */
  clear(): void {
    if (this.#isShown) this.#screen.write(clearLine);
    this.#isShown = false;
  }

  #show(line: string): void {
    const { columns } = this.#screen;
    const room = typeof columns === 'number' && columns > 1 ? columns - 1 : 79;
    this.#screen.write(`${clearLine}${visibleLine(line).slice(0, room)}`);
    this.#isShown = true;
  }
}

/** `37 %, 120 MB, 240000 events, 12 s left`. */
function lineOf({ share, words }: ProgressState, elapsed: number): string {
  const parts = [
    ...(share === undefined ? [] : [`${Math.floor(100 * share)} %`]),
    ...(words === '' ? [] : [words]),
    share === undefined || share < 0.01
      ? `${inWords(elapsed)} so far`
      : `${inWords((elapsed * (1 - share)) / share)} left`,
  ];
  return parts.join(', ');
}

function inWords(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
