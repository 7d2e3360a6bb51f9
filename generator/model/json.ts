import type { Json } from './model.ts';

/** How deep JSON may nest before it is refused: reading it takes a call for each level. */
const deepest = 100;

/** Parses JSON; `undefined` when the text is none, or nested deeper than any message. */
export function parseJson(text: string): Json | undefined {
  if (depthOf(text) > deepest) return undefined;
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

/** An upper bound of the depth: brackets in strings count as well. */
function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  for (const character of text) {
    if (character === '[' || character === '{') most = Math.max(most, ++depth);
    else if (character === ']' || character === '}') depth--;
  }
  return most;
}

/** Whether a value is a JSON object: no array, no null. */
export function isJsonObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
