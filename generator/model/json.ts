import { visit } from 'jsonc-parser';
import type { Json } from './model.ts';

/** How deep JSON may nest before it is refused: reading it takes a call for each level. No message is as deep. */
const deepest = 100;

/**
 * Whether a text, taken for JSON, is nested deeper than so many levels. Brackets in its strings are none, nor are those in
 * comments, which readers of JSON that is at fault pass over as well.
 */
export function isTooDeep(text: string, most = deepest): boolean {
  let depth = 0;
  for (let at = 0; at < text.length && depth <= most; at++) {
    const character = text.charAt(at);
    if (character === '"') at = endOfString(text, at);
    else if (character === '/') at = endOfComment(text, at);
    else if (character === '[' || character === '{') depth++;
    else if (character === ']' || character === '}') depth--;
  }
  return depth > most;
}

/** Where a string ends: with its line, where nothing else ends it. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '"' || character === '\n' || character === '\r') return at;
    if (character === '\\') at++;
  }
  return text.length;
}

/** Where a comment ends; where it starts, if it is none. */
function endOfComment(text: string, start: number): number {
  const mark = text.charAt(start + 1);
  if (mark !== '/' && mark !== '*') return start;
  const end = mark === '/' ? /[\r\n]|$/g : /\*\/|$/g;
  end.lastIndex = start + 2;
  end.test(text);
  return end.lastIndex - 1;
}

/** Parses JSON; `undefined` when the text is none, or nested deeper than any message. */
export function parseJson(text: string): Json | undefined {
  if (isTooDeep(text)) return undefined;
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

/** The same, but `undefined` as well where an object has a key twice: it says two things. */
export function parseUnambiguousJson(text: string): Json | undefined {
  const value = parseJson(text);
  const hasKeys = typeof value === 'object' && text.includes('{');
  return hasKeys && repeatedKeys(text).length > 0 ? undefined : value;
}

/** The number that a text is in JSON. Others do not read alike everywhere: `007`, `+3`, `.5`, `0x10`. */
export function parseNumber(text: string): number | undefined {
  const value = parseJson(text);
  return typeof value === 'number' ? value : undefined;
}

/** Whether a value is a JSON object: no array, no null. */
export function isJsonObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A key of JSON, with the keys that lead to it and its place in the text. */
interface JsonKey {
  key: string;
  path: string;
  offset: number;
  /** Whether its object has it already: of two, a reader of JSON drops the first without a word. */
  isRepeated: boolean;
}

/**
 * The keys of objects that are wanted, in the order of the text.
 *
 * @param text valid JSON, not nested too deep
 */
export function keysOf(
  text: string,
  isWanted: (key: Pick<JsonKey, 'key' | 'isRepeated'>) => boolean,
): JsonKey[] {
  const found: JsonKey[] = [];
  const open: Set<string>[] = [];
  visit(text, {
    onObjectBegin: () => {
      open.push(new Set());
    },
    onObjectEnd: () => {
      open.pop();
    },
    onObjectProperty: (key, offset, _length, _line, _column, way) => {
      const keys = open.at(-1);
      const isRepeated = keys?.has(key) ?? false;
      keys?.add(key);
      // To say where a key stands takes much longer than to see it.
      if (isWanted({ key, isRepeated }))
        found.push({ key, path: [...way(), key].join('.'), offset, isRepeated });
    },
  });
  return found;
}

/** The numbers of valid JSON as it writes them, with their places in the text. */
export function numbersOf(text: string): { number: string; offset: number }[] {
  const found: { number: string; offset: number }[] = [];
  visit(text, {
    onLiteralValue: (value, offset, length) => {
      if (typeof value === 'number')
        found.push({ number: text.slice(offset, offset + length), offset });
    },
  });
  return found;
}

/** Keys that their object has already. */
export function repeatedKeys(text: string): JsonKey[] {
  return keysOf(text, ({ isRepeated }) => isRepeated);
}
