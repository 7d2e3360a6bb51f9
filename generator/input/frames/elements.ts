/** The elements of a list in a document of JSON, one after the other: the document itself is never in memory. */

/** What leads to a part of a document: keys of objects, indexes of lists. */
export type Way = readonly (string | number)[];

/** An object or a list that is an element of a wanted list. */
export interface Element {
  /** What leads to it. */
  way: Way;
  /** Its JSON; absent: it has more bytes than an element may have. */
  text?: string;
}

/** An object or a list that is open: the key or the index of the part of it that is being read. */
interface Open {
  isList: boolean;
  isWanted: boolean;
  at: string | number;
}

/** What may come next. */
type Expected =
  'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end' | 'nothing';

/** No document of lists is nested deeper around them. */
const deepest = 1000;

/** More characters than a key that anybody looks for, or a number, has. */
const longest = 200;

const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const [listBegin, listEnd, objectBegin, objectEnd] = [0x5b, 0x5d, 0x7b, 0x7d];
const brackets = [listBegin, listEnd, objectBegin, objectEnd];
const blanks = [0x20, 0x09, 0x0a, 0x0d];
const marks: ReadonlySet<number> = new Set([quote, comma, colon, ...brackets, ...blanks]);
const byteOrderMark = [0xef, 0xbb, 0xbf];

/** Reads a document of JSON as it comes. Once it has a fault, nothing more is read of it. */
export class Elements {
  /** Whether there was a list that is wanted. */
  hasList = false;
  /** Whether it is not JSON, or nested too deep, so that it is not read any further. */
  isFaulty = false;
  isTooDeep = false;
  readonly #isWanted: (way: Way) => boolean;
  readonly #most: number;
  readonly #open: Open[] = [];
  #expected: Expected = 'value';
  /** How many bytes came, as far as they may be a byte order mark. */
  #before = 0;
  #inString = false;
  #isEscaped = false;
  /** The beginning of a key or of a number, `true` and the like; more of them than is needed is not kept. */
  #word: string | undefined;
  /** How many objects and lists of an element are open. */
  #depth = 0;
  #pieces: Uint8Array[] = [];
  #length = 0;

  /**
   * @param isWanted told the way to each list; whether its elements are wanted
   * @param most the bytes that an element may have
   */
  constructor(isWanted: (way: Way) => boolean, most: number) {
    this.#isWanted = isWanted;
    this.#most = most;
  }

  /** The elements that end in the next bytes. */
  *read(chunk: Uint8Array): Generator<Element> {
    let start = 0;
    for (let at = 0; at < chunk.length && !this.isFaulty; at++) {
      if (this.#inString) {
        at = this.#endOfString(chunk, at);
        continue;
      }
      const byte = chunk[at] ?? 0;
      if (this.#depth > 0) {
        if (byte === quote) this.#inString = true;
        else if (byte === listBegin || byte === objectBegin) this.#depth++;
        else if ((byte === listEnd || byte === objectEnd) && --this.#depth === 0) {
          this.#keep(chunk.subarray(start, at + 1));
          yield this.#element();
          this.#endValue();
        }
        continue;
      }
      if (this.#before < byteOrderMark.length && byte === byteOrderMark[this.#before++]) continue;
      this.#readAround(byte);
      if (this.#depth > 0) start = at;
    }
    if (this.#depth > 0) this.#keep(chunk.subarray(start));
  }

  /** The document ends. */
  end(): void {
    if (this.#word !== undefined) this.#endWord();
    if (this.#expected !== 'nothing') this.#fail();
  }

  /** Reads what stands around elements. */
  #readAround(byte: number): void {
    if (!marks.has(byte)) {
      this.#word ??= '';
      if (this.#word.length < longest) this.#word += String.fromCharCode(byte);
      return;
    }
    if (this.#word !== undefined) this.#endWord();
    if (blanks.includes(byte)) return;
    const expected = this.#expected;
    const open = this.#open.at(-1);
    if (byte === quote) {
      if (!/^(?:value|key)/.test(expected)) this.#fail();
      this.#inString = true;
      this.#word = expected.startsWith('key') ? '' : undefined;
    } else if (byte === colon) {
      if (expected === 'colon') this.#expected = 'value';
      else this.#fail();
    } else if (byte === comma) {
      if (expected !== 'comma or end' || !open) return this.#fail();
      if (typeof open.at === 'number') open.at++;
      this.#expected = open.isList ? 'value' : 'key';
    } else if (byte === listBegin || byte === objectBegin) {
      if (!expected.startsWith('value')) this.#fail();
      else if (open?.isWanted) this.#depth = 1;
      else this.#begin(byte === listBegin);
    } else {
      if (!expected.endsWith('or end') || open?.isList !== (byte === listEnd)) return this.#fail();
      this.#open.pop();
      this.#endValue();
    }
  }

  #begin(isList: boolean): void {
    if (this.#open.length >= deepest) {
      this.isTooDeep = true;
      return this.#fail();
    }
    const isWanted = isList && this.#isWanted(this.#open.map(({ at }) => at));
    this.hasList ||= isWanted;
    this.#open.push({ isList, isWanted, at: isList ? 0 : '' });
    this.#expected = isList ? 'value or end' : 'key or end';
  }

  #endValue(): void {
    this.#expected = this.#open.length === 0 ? 'nothing' : 'comma or end';
  }

  /** A number, or a name such as `true`. */
  #endWord(): void {
    const word = this.#word ?? '';
    this.#word = undefined;
    if (!this.#expected.startsWith('value') || !isJson(word)) this.#fail();
    this.#endValue();
  }

  /** Where a string ends in these bytes, or these bytes end. */
  #endOfString(chunk: Uint8Array, from: number): number {
    let isEscaped = this.#isEscaped;
    let at = from;
    for (; at < chunk.length; at++) {
      const byte = chunk[at];
      if (isEscaped) isEscaped = false;
      else if (byte === backslash) isEscaped = true;
      else if (byte === quote) break;
    }
    this.#isEscaped = isEscaped;
    this.#keepKey(chunk, from, at);
    if (at < chunk.length) this.#endString();
    return at;
  }

  #keepKey(chunk: Uint8Array, from: number, end: number): void {
    if (this.#word !== undefined && this.#word.length < longest)
      this.#word += Buffer.from(chunk.subarray(from, end)).toString('latin1', 0, longest);
  }

  #endString(): void {
    this.#inString = false;
    if (this.#depth > 0) return;
    const open = this.#open.at(-1);
    if (!open || this.#word === undefined) return this.#endValue();
    open.at = this.#word;
    this.#word = undefined;
    this.#expected = 'colon';
  }

  /** Keeps a piece of an element. */
  #keep(piece: Uint8Array): void {
    this.#length += piece.length;
    if (this.#length > this.#most) this.#pieces = [];
    else this.#pieces.push(piece);
  }

  #element(): Element {
    const way = this.#open.map(({ at }) => at);
    const isWhole = this.#length <= this.#most;
    const text = isWhole ? Buffer.concat(this.#pieces).toString('utf8') : undefined;
    this.#pieces = [];
    this.#length = 0;
    return { way, ...(text !== undefined && { text }) };
  }

  #fail(): void {
    this.isFaulty = true;
  }
}

function isJson(word: string): boolean {
  try {
    JSON.parse(word);
    return true;
  } catch {
    return false;
  }
}
