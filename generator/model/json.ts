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
 * Every key of every object, in the order of the text.
 *
 * @param text valid JSON
 */
export function keysOf(text: string): JsonKey[] {
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
      const path = [...way(), key].join('.');
      found.push({ key, path, offset, isRepeated: keys?.has(key) ?? false });
      keys?.add(key);
    },
  });
  return found;
}

/** Keys that their object has already. */
export function repeatedKeys(text: string): JsonKey[] {
  return keysOf(text).filter(({ isRepeated }) => isRepeated);
}
