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
