import { codes } from 'micromark-util-symbol';
import type { Code } from 'micromark-util-types';

/** A code fence that is open. */
export interface Fence {
  readonly marker: Code;
  readonly size: number;
  /** The columns before it, on its line or in its cell. */
  readonly indent: number;
  /** The block quote markers before it. */
  readonly quotes: number;
}

/** The runs of backticks of a line. */
export interface BacktickRuns {
  readonly line: number;
  /** The offset of the last run of each size. */
  readonly lastOfSize: ReadonlyMap<number, number>;
  /** The offset of the last run of any size. */
  readonly last: number;
}

/** Which pipes of a table are not separators, as far as it takes more than the next character to know. */
export class Protection {
  /** How many nested tables are open. */
  nested = 0;
  fence: Fence | undefined;
  /** The backticks of the line that was last looked through for them. */
  runs: BacktickRuns = { line: 0, lastOfSize: new Map(), last: 0 };

  /** Whether a pipe at the start of a line separates nothing. */
  get isOpen(): boolean {
    return this.fence !== undefined || this.nested > 0;
  }

  /** Ends fenced code in a block quote where a line starts with a pipe, so without the quote. */
  leaveQuotedFence(code: Code): void {
    if (code === codes.verticalBar && this.fence !== undefined && this.fence.quotes > 0) {
      this.fence = undefined;
    }
  }
}
