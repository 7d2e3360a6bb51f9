import { constants, types } from 'micromark-util-symbol';
import type { Chunk, ParseContext, Token, TokenizeContext } from 'micromark-util-types';
import type { TableState } from './table-state.ts';

/** The level of the table whose cell is being read, for each parser that is in a table. */
const levels = new WeakMap<ParseContext, number>();

/** The level of a table that opens where the parser is now. */
export function levelOf(parser: ParseContext): number {
  return (levels.get(parser) ?? 0) + 1;
}

/**
 * The content of the cell that is open: linked `chunkDocument` tokens, one a line, so that all positions in it are
 * those of the page.
 *
 * The document of a cell is read while the table is read, not afterwards as in micromark-extension-directive: the table
 * makes its tokenizer and writes the lines to it, as micromark's own `document` does with `flow`. So it is known how
 * deep a table is nested, and the `lazy` lines of one cell do not matter to its neighbours.
 */
export class CellContent {
  readonly #table: TableState;
  #document: TokenizeContext | undefined;
  #chunk: Token | undefined;
  #previous: Token | undefined;

  constructor(table: TableState) {
    this.#table = table;
  }

  /** Starts the chunk of a line, unless it is started. */
  enterChunk(): void {
    if (this.#chunk !== undefined) return;
    const { context, effects } = this.#table;
    if (this.#document === undefined) {
      effects.enter('yfmTableCellContent');
      this.#document = context.parser.document(context.now());
    } else {
      this.#document.defineSkip(context.now());
    }
    this.#chunk = effects.enter(types.chunkDocument, {
      contentType: constants.contentTypeDocument,
      previous: this.#previous,
      _tokenizer: this.#document,
    });
    if (this.#previous !== undefined) this.#previous.next = this.#chunk;
    this.#previous = this.#chunk;
  }

  /** Hands the chunk, if there is one, to the document of the cell, and then what is to follow it. */
  exitChunk(after: Chunk[] = []): void {
    const { context, effects } = this.#table;
    if (this.#chunk === undefined) {
      this.#write(context.now().line, after);
      return;
    }
    this.#chunk = undefined;
    const token = effects.exit(types.chunkDocument);
    this.#write(token.start.line, [...context.sliceStream(token), ...after]);
  }

  /** Ends the content; the next chunk is the first one of another cell. */
  exit(): void {
    this.exitChunk([null]);
    if (this.#document !== undefined) this.#table.effects.exit('yfmTableCellContent');
    this.#document = undefined;
    this.#previous = undefined;
  }

  /**
   * Lets the document of the cell read on, with what it shares with us as it should see it. What it notes on a line it
   * must find again as long as it reads that line, so a line is one call.
   */
  #write(line: number, chunks: Chunk[]): void {
    const { context, level } = this.#table;
    const { parser } = context;
    const lazy = parser.lazy[line] === true;
    parser.lazy[line] = false;
    levels.set(parser, level);
    this.#document?.write(chunks);
    levels.set(parser, level - 1);
    parser.lazy[line] = lazy;
  }
}
