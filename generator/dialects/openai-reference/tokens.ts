/** The tokens of a type expression. */

import { numberInWords, unheldNumber } from '../../model/numbers.ts';

/** A part of an expression that has no parts, and where it begins. */
export type Token =
  | { kind: 'word'; text: string; offset: number }
  | { kind: 'value'; value: string | number | boolean; offset: number }
  | { kind: 'mark'; text: string; offset: number };

const pattern =
  /(?<blank>\s+)|(?<text>"(?:[^"\\]|\\.)*")|(?<mark>[{}[\],=])|(?<word>[^\s"{}[\],=]+)|(?<other>[\s\S])/gy;
const number = new RegExp(`^${numberInWords}$`);

/**
 * The tokens of an expression.
 *
 * @returns the offset of the first character that begins none, when there is one
 */
export function tokensOf(expression: string): Token[] | number {
  const tokens: Token[] = [];
  for (const { 0: text, index: offset, groups = {} } of expression.matchAll(pattern)) {
    if (groups['blank'] !== undefined) continue;
    if (groups['other'] !== undefined) return offset;
    if (groups['mark'] !== undefined) tokens.push({ kind: 'mark', text, offset });
    else if (groups['text'] !== undefined) {
      const value = textOf(text);
      if (value === undefined) return offset;
      tokens.push({ kind: 'value', value, offset });
    } else if (number.test(text) && unheldNumber(text) !== undefined) return offset;
    else tokens.push(wordOrValue(text, offset, tokens.at(-1)));
  }
  return tokens;
}

/** The characters of a text in quotes, which is written as JSON writes it. */
function textOf(quoted: string): string | undefined {
  try {
    const value: unknown = JSON.parse(quoted);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A number that counts what is not listed, `5 more`, is told by the word behind it, which the parser looks at. */
function wordOrValue(text: string, offset: number, before: Token | undefined): Token {
  const isName = before?.kind === 'mark' && (before.text === '{' || before.text === ',');
  if (number.test(text)) return { kind: 'value', value: Number(text), offset };
  if (!isName && (text === 'true' || text === 'false'))
    return { kind: 'value', value: text === 'true', offset };
  return { kind: 'word', text, offset };
}
