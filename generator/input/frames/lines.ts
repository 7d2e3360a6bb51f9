/** The lines of a stream of bytes, in batches: what waits for each line alone spends its time on waiting. */
import { StringDecoder } from 'node:string_decoder';

export interface Lines {
  /** The number of the first of them, from 1. */
  first: number;
  /** Absent: it has more characters than a line may have. */
  lines: (string | undefined)[];
}

/**
 * Lines, without what ends them. Bytes that are not UTF-8 become the character that stands for them.
 *
 * @param most the characters that a line may have; of a longer one nothing is kept
 */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array>,
  most: number,
): AsyncGenerator<Lines> {
  const decoder = new StringDecoder('utf8');
  const line = new Beginning(most);
  let first = 1;
  for await (const chunk of chunks) {
    const pieces = decoder
      .write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length))
      .split('\n');
    const rest = pieces.pop() ?? '';
    if (pieces.length > 0) {
      const [end = '', ...whole] = pieces;
      const lines = [line.endedWith(end), ...whole.map((text) => within(text, most))];
      yield { first, lines };
      first += lines.length;
    }
    line.add(rest);
  }
  line.add(decoder.end());
  if (!line.isEmpty) yield { first, lines: [line.endedWith('')] };
}

function within(text: string, most: number): string | undefined {
  return text.length > most ? undefined : text;
}

/** A line of which the end has not come yet. */
class Beginning {
  readonly #most: number;
  #pieces: string[] = [];
  #length = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  add(piece: string): void {
    if (piece === '') return;
    this.#length += piece.length;
    if (this.#length > this.#most) this.#pieces = [];
    else this.#pieces.push(piece);
  }

  /** The whole line; the next one begins. */
  endedWith(piece: string): string | undefined {
    this.add(piece);
    const text = this.#length > this.#most ? undefined : this.#pieces.join('');
    this.#pieces = [];
    this.#length = 0;
    return text;
  }
}
