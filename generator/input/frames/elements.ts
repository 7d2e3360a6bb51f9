/** The elements of lists in a document of JSON, one after the other: the document itself is never in memory. */
import { gen, none } from 'stream-chain/core';
import { fixUtf8Stream } from 'stream-chain/utils/fixUtf8Stream.js';
import { Assembler } from 'stream-json/core/assembler.js';
import { pick } from 'stream-json/core/filters/pick.js';
import { jsonParser, type Token } from 'stream-json/core/parser.js';

/** What leads to a part of a document: keys of objects, indexes of lists. */
export type Way = readonly (string | number | null)[];

/** An element of a wanted list. */
export interface Element {
  /** What leads to it. */
  way: Way;
  /** Absent: it is larger than an element may be. */
  value?: unknown;
}

/** No document of lists is nested deeper around them. */
const deepest = 1000;

/** A document that is not JSON, or nested too deep around its lists. */
export class UnreadableDocument extends Error {
  readonly isTooDeep: boolean;

  constructor(cause: unknown) {
    super('The document cannot be read', { cause });
    this.isTooDeep = cause instanceof RangeError;
  }
}

/**
 * Reads a document of JSON as it comes.
 *
 * @param isWanted told the way to a list; whether its elements are wanted
 * @param most the characters that the keys and values of an element may have
 * @returns of each piece of the document the elements that end in it
 * @throws UnreadableDocument at the first fault
 */
export async function* elementsIn(
  bytes: AsyncIterable<Uint8Array>,
  isWanted: (list: Way) => boolean,
  most: number,
): AsyncGenerator<Element[]> {
  const assembly = new Assembly(most);
  const isElement = (way: Way): boolean => {
    const isIt = typeof way.at(-1) === 'number' && isWanted(way.slice(0, -1));
    if (isIt) assembly.begin([...way]);
    return isIt;
  };
  const read = gen(
    fixUtf8Stream(),
    // Strings in pieces: one that is not wanted may be larger than memory.
    jsonParser({ streamValues: false, packStrings: false }),
    pick({ filter: isElement, maxDepth: deepest }),
    (token: Token) => assembly.add(token),
  );
  for await (const chunk of bytes) yield await allOf(read(chunk));
  yield await allOf(read(none));
}

async function allOf(elements: AsyncIterable<Element>): Promise<Element[]> {
  const all: Element[] = [];
  try {
    for await (const element of elements) all.push(element);
  } catch (error) {
    throw new UnreadableDocument(error);
  }
  return all;
}

/** Makes elements of their tokens, as far as these are no more than an element may have. */
class Assembly {
  readonly #most: number;
  readonly #assembler = new Assembler();
  #way: Way = [];
  #length = 0;
  #pieces: string[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  /** The tokens that come are those of the element at this place. */
  begin(way: Way): void {
    this.#way = way;
    this.#length = 0;
    this.#assembler.dropToLevel(0);
  }

  /** The element, with its last token, or with the first that is too much. */
  add(token: Token): Element | typeof none {
    if (this.#length > this.#most) return none;
    this.#length += 'value' in token && typeof token.value === 'string' ? token.value.length : 1;
    if (this.#length > this.#most) {
      this.#pieces = [];
      return { way: this.#way };
    }
    const value = this.#assembler.tapChain(this.#withWholeStrings(token));
    return value === none ? none : { way: this.#way, value };
  }

  /** The assembler makes nothing of pieces of strings. */
  #withWholeStrings(token: Token): Token {
    if (token.name === 'startString') this.#pieces = [];
    else if (token.name === 'stringChunk') this.#pieces.push(token.value);
    else if (token.name === 'endString')
      return { name: 'stringValue', value: this.#pieces.join('') };
    return token;
  }
}
