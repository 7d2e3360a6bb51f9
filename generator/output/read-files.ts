/** Files that were read, for a process that looks at the same folder again and again: each is read anew only once it has changed. */
import { readFileSync, type BigIntStats } from 'node:fs';
import { withOurLineEnds } from './output-manifest.ts';

/** Younger files may be written once more without another time, as times move in steps; in nanoseconds. */
const settled = 1_000_000_000n;

/** By what a file is known to be the one that was read. */
type KnownBy = Pick<BigIntStats, 'dev' | 'ino' | 'size' | 'mtimeNs' | 'ctimeNs'>;

export class ReadFiles {
  readonly #known = new Map<string, { state: string; text: string }>();

  /**
   * The text of a file, in the line ends that ours have.
   *
   * @param stats what is known of it now: by its inode, size and times it is the same file as before, as git knows it
   */
  text(file: string, stats: KnownBy): string {
    const state = `${stats.dev} ${stats.ino} ${stats.size} ${stats.mtimeNs} ${stats.ctimeNs}`;
    const known = this.#known.get(file);
    if (known?.state === state) return known.text;
    const now = BigInt(Date.now()) * 1_000_000n;
    const text = withOurLineEnds(readFileSync(file, 'utf8'));
    if (now - stats.ctimeNs > settled) this.#known.set(file, { state, text });
    else this.#known.delete(file);
    return text;
  }
}
