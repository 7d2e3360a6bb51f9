/** The words by which pages call something deprecated. What is not said in so many words is not read into them. */
import type { Enumeration, Evidence, Literal, Model, Type } from './model.ts';
import { partsOf } from './walk.ts';

/** A part of a text. */
export interface Found {
  index: number;
  words: string;
}

/** A sentence of that one word at the end of a text: `Deprecated.`, `**Deprecated**`. */
const mark = /(?<=^\s*|[.!?:;…)\]'"`~*_]\s{1,80})[*_]{0,3}Deprecated\b[*_]{0,3}\.?[*_]{0,3}\s*$/;

/** The flag `[DEPRECATED]` is none of these words: who reads flags says whether it counts where it stands. */
const statements: readonly RegExp[] = [
  // `Deprecated: use …`, `**Deprecated** since May`
  /(?<=^[\W_]{0,8}|(?:[.!?]\s{1,80}|<br\s?\/?>\s{0,9})[*_]{0,3})(?<!\[(?=deprecated\]))deprecated(?![a-z\d])(?=[*_]{0,3}\s*(?:[:.,;!)\]–—-]|$)|[*_]{0,3}\s+(?:since|as|in|from|with|and|by|use)\b)/i,
  // `(deprecated)`, `[deprecated since May]`
  /(?:\(|\[(?!deprecated\]))deprecated\b[^()[\]]{0,200}[)\]]/i,
  // `This field is now deprecated`
  /\b(?:it|this|that|these|the\s+(?:event|field|parameter|property|value|option))\b(?:\s+\w+){0,3}\s+(?:is|are|has\s+been|have\s+been)\s+(?:now\s+)?deprecated\b/i,
  /\bdeprecated\s+(?:since|as\s+of|in\s+favou?r)\b/i,
];

/** Where a text ends in a mark that says nothing else. */
export function deprecationMark(text: string): Found | undefined {
  const found = mark.exec(text);
  return found ? { index: found.index, words: found[0].trim() } : undefined;
}

/** Where a text says that what it describes is deprecated, with the sentence that says so. */
export function deprecationIn(text: string): Found | undefined {
  const places = statements.flatMap((statement) => statement.exec(text)?.index ?? []);
  if (places.length === 0) return undefined;
  const at = Math.min(...places);
  const before = text.slice(0, at);
  const start = Math.max(0, ...Array.from(before.matchAll(/[.!?]\s+/g), endOf));
  const [words = ''] = /^[^]*?(?:[.!?](?=\s|$)|$)/.exec(text.slice(start)) ?? [];
  const blank = words.length - words.trimStart().length;
  return { index: start + blank, words: words.replaceAll(/\s+/g, ' ').trim() };
}

function endOf({ 0: { length }, index }: RegExpExecArray): number {
  return index + length;
}

/** The values that a type lists. */
export function valuesIn(type: Type): Literal['value'][] {
  return listedIn(type).map(({ value }) => value);
}

/** The values that a type lists and calls deprecated. */
export function deprecatedValuesIn(type: Type): Literal['value'][] {
  return listedIn(type).flatMap(({ value, deprecated }) => (deprecated ? [value] : []));
}

function listedIn(type: Type): Enumeration['values'] {
  switch (type.kind) {
    case 'literal':
      return [type];
    case 'enumeration':
      return type.values;
    case 'array':
    case 'map':
    case 'union':
      return partsOf(type).flatMap(listedIn);
    default:
      return [];
  }
}

/** Something that pages may call deprecated. */
interface Deprecatable {
  position: Evidence['position'];
  description?: string;
  deprecated?: Evidence;
}

/**
 * A model with what its words say of deprecation as data, in place: a `model.json` of an older version of this program
 * has it in words only.
 */
export function withDeprecations(model: Model): Model {
  const todo: Type[] = model.shapes.map(({ type }) => type);
  for (const event of model.events) {
    fromWords(event);
    todo.push(event.body);
  }
  for (let type = todo.pop(); type; type = todo.pop()) {
    if (type.kind === 'object') {
      fromWords(type);
      for (const field of type.fields) fromWords(field);
    }
    for (const part of partsOf(type)) todo.push(part);
  }
  return model;
}

function fromWords(described: Deprecatable): void {
  const found = described.deprecated ? undefined : deprecationIn(described.description ?? '');
  if (found) described.deprecated = { position: described.position, text: found.words };
}
