import { visit } from 'jsonc-parser';
import type { Json } from './model.ts';

/** How deep JSON may nest before it is refused: reading it takes a call for each level. */
const deepest = 100;

/** Whether a text, taken for JSON, is nested deeper than any message: brackets in its strings count as well. */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '[' || character === '{') depth++;
    else if (character === ']' || character === '}') depth--;
    if (depth > deepest) return true;
  }
  return false;
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

/** Whether a value is a JSON object: no array, no null. */
export function isJsonObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Keys that an object has already: of two, a reader of JSON drops the first without a word.
 *
 * @param text valid JSON
 * @returns each second one, with the keys that lead to it and its place in the text
 */
export function repeatedKeys(text: string): { key: string; path: string; offset: number }[] {
  const repeated: { key: string; path: string; offset: number }[] = [];
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
      if (keys?.has(key)) repeated.push({ key, path: [...way(), key].join('.'), offset });
      keys?.add(key);
    },
  });
  return repeated;
}
