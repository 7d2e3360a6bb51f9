import { visit } from 'jsonc-parser';
import type { Json } from './model.ts';

/** How deep JSON may nest before it is refused: reading it takes a call for each level. No message is as deep. */
const deepest = 100;

/** Whether a text, taken for JSON, is nested deeper than so many levels. Brackets in its strings are none. */
export function isTooDeep(text: string, most = deepest): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length && depth <= most; at++) {
    const character = text[at];
    // A string ends with its line: where it goes on, the text is no JSON, and is not read as if it were one string.
    if (character === '"' || character === '\n') inString = character === '"' && !inString;
    else if (inString) at += character === '\\' ? 1 : 0;
    else if (character === '[' || character === '{') depth++;
    else if (character === ']' || character === '}') depth--;
  }
  return depth > most;
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

/** Keys that their object has already. */
export function repeatedKeys(text: string): JsonKey[] {
  return keysOf(text, ({ isRepeated }) => isRepeated);
}
