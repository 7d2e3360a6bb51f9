/** What the type expressions of all dialects have in common. */
import { limits } from '../limits.ts';
import type { Link, Position, Type } from '../model/model.ts';
import { openType } from '../model/types.ts';

/** Whether a type expression is longer, or has more types in types, than any dialect reads. */
export function isBoundless(expression: string): boolean {
  return (
    expression.length > limits.type || (expression.match(/<|\[\]/g)?.length ?? 0) > limits.nesting
  );
}

/** The types that every dialect calls by the same words; `undefined` for any other word. */
export function plainType(word: string, position: Position): Type<Link> | undefined {
  switch (word) {
    case 'string':
    case 'integer':
    case 'number':
    case 'boolean':
    case 'null':
      return { kind: word, position };
    case 'object':
      return openType(position, 'object');
    case 'unknown':
      return openType(position);
    case 'array':
      return { kind: 'array', position, element: openType(position) };
    default:
      return undefined;
  }
}

/** Words for types in other descriptions of data, and what pages of all dialects call them. */
const otherWords: ReadonlyMap<string, string> = new Map([
  ...named('string', 'str', 'text', 'uuid', 'date', 'datetime', 'timestamp', 'url', 'uri'),
  ...named('integer', 'int', 'int32', 'int64', 'long', 'uint', 'uint32', 'uint64'),
  ...named('number', 'float', 'float32', 'float64', 'double', 'decimal'),
  ...named('boolean', 'bool'),
  ...named('object', 'dict', 'dictionary', 'record', 'struct', 'json'),
  ...named('array', 'list'),
  ...named('unknown', 'any'),
  ...named('null', 'none', 'nil', 'undefined', 'nullable'),
]);

function named(type: string, ...words: string[]): [string, string][] {
  return words.map((word) => [word, type]);
}

const plainWords = new Set(['map', ...new Set(otherWords.values())]);

/**
 * What was meant by a type that is written as elsewhere: `int`, `string[]`, `string?`, `integer, nullable`.
 *
 * @returns the type with bars and angle brackets; `undefined` where that is a guess
 */
export function meantType(text: string): string | undefined {
  const meant = text
    .toLowerCase()
    .replace(/^optional\s+|^(?:a|an|the)\s+/, '')
    .replace(/^nullable\s+(.+)$|^(.+?)\s*(?:,\s*|\s)nullable$|^(.+)\?$/, '$1$2$3 | null')
    .replaceAll(/\s*(?:,|\/|\|)\s*|\s+or\s+/g, ' | ')
    .replaceAll(
      /\b(?:array|list)\s*(?:of\s+(\w+?)s?\b|\[\s*(\w+)\s*\]|\(\s*(\w+)\s*\))/g,
      'array<$1$2$3>',
    )
    .replaceAll(/\b(?:map|dict|record)\s*[<[]\s*\w+\s*\|\s*(\w+)\s*[>\]]/g, 'map<$1>')
    .replaceAll(/([\w<>]+)\[\]/g, 'array<$1>')
    .replaceAll(/\b\w+\b/g, (word) => otherWords.get(word) ?? word);
  const words = meant.split(/[<>|\s]+/).filter(Boolean);
  const isType = words.length > 0 && words.every((word) => plainWords.has(word));
  return isType && /^[\w<>| ]+$/.test(meant) && meant !== text ? meant : undefined;
}
