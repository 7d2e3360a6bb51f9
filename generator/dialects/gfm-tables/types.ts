/**
 * Types, as they stand in their cell:
 *
 *     TYPE        = ALTERNATIVE *( " or " ALTERNATIVE )
 *     ALTERNATIVE = ( "array of " / "map of " ) TYPE / BASE *( "[]" ) / BASE " array"
 *     BASE        = word / [Name](#anchor) / "text"
 *
 * What `array of` and `map of` bind is everything behind them. Arrays that `or` joins are one array with elements of each of the
 * types: the publishers write both for the same field.
 */
import { report } from '../../diagnostics.ts';
import type { InlineText } from '../../markdown/inline.ts';
import { parseJson } from '../../model/json.ts';
import type { Enumeration, Link, Open, Position, SectionLink, Type } from '../../model/model.ts';
import { positionAt } from '../../model/position.ts';
import { typeSummary } from '../../model/signature.ts';
import { membersOf, openType, unionOf } from '../../model/types.ts';
import type { Page } from '../dialect.ts';
import { isBoundless, meantType, plainType } from '../plain-types.ts';

/** Makes the type of a link; the words of a link are its label. */
export type LinkReader = (
  page: Page,
  label: string,
  url: string,
  position: Position,
) => SectionLink | Open;

type Token =
  | { kind: 'word'; text: string; offset: number }
  | { kind: 'value'; value: string; offset: number }
  | { kind: 'link'; label: string; url: string; offset: number };

const tokens = /\[(?<label>[^\]]*)\]\((?<url>[^)\s]*)\)|"(?<value>[^"]*)"|\[\]|[\p{L}\p{N}_]+|\S/gu;

/** Words that one or the other publisher has beside those of all dialects. */
const otherWords: Readonly<Record<string, string>> = {
  float: 'number',
  double: 'number',
  int: 'integer',
  bool: 'boolean',
  any: 'unknown',
  字符串: 'string',
  数字: 'number',
  浮点数: 'number',
  整数: 'integer',
  布尔值: 'boolean',
  布尔: 'boolean',
  对象: 'object',
  数组: 'array',
};

/** A type that the page names and nobody can read, which is reported: what else is said of it is not judged. */
function unreadType(position: Position): Open {
  return openType(position, 'value', 'dead-reference');
}

export function isUnread(type: Type<Link>): boolean {
  return type.kind === 'open' && type.reason === 'dead-reference';
}

/** Reads a type; what cannot be read is reported, and is open. */
export function readType(page: Page, inline: InlineText, toLink: LinkReader): Type<Link> {
  const position = positionAt(page.file.path, inline.pointAt(0));
  // What OpenAPI says of an object: how many properties it has, and that one of several types may stand there. In Chinese,
  // an array has the type of its elements before it.
  const text = inline.text
    .replaceAll(/`/g, ' ')
    // In a table, a bar has a backslash before it, in code as well.
    .replaceAll('\\|', ' |')
    .replace(/^(?:any|one)Of:/i, (prefix) => ' '.repeat(prefix.length))
    .replaceAll(/\(\d+ propert(?:y|ies)\)/g, (count) => ' '.repeat(count.length))
    .replaceAll(/(?<=\p{L})数组/gu, '[]');
  if (isBoundless(text)) {
    const sentence = 'this type is too long, or has too many types in types; make a section of it.';
    report(page.file, 'type-unknown', position, sentence);
    return unreadType(position);
  }
  const parser = new TypeParser(page, inline, tokensOf(text), toLink);
  const type = parser.whole();
  if (type) return type;
  const sentence = `"${inline.text}" is not a type; expected ${parser.expected} at "${text.slice(parser.failedAt).trim() || 'its end'}"${adviceOn(text.trim())}`;
  report(page.file, 'type-unknown', inline.pointAt(parser.failedAt), sentence);
  return unreadType(position);
}

/** What to write instead, to end the sentence of what is wrong with a type: that of a name, or of a type as others write it. */
function adviceOn(text: string): string {
  const [, name] = /^(\p{Lu}[\p{L}\p{N}_]*)(?:\[\])?$/u.exec(text) ?? [];
  const meant = meantType(text);
  if (meant !== undefined && !meant.includes('<'))
    return `; did you mean "${meant.replaceAll(' | ', ' or ')}"?`;
  return name === undefined
    ? '.'
    : `; link a type that has a section of its own: [${name}](#${name.toLowerCase()}).`;
}

function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(tokens), ({ 0: whole, index: offset, groups = {} }): Token => {
    const { label, url, value } = groups;
    if (label !== undefined && url !== undefined) return { kind: 'link', label, url, offset };
    if (value !== undefined) return { kind: 'value', value, offset };
    return { kind: 'word', text: whole, offset };
  });
}

class TypeParser {
  readonly #page: Page;
  readonly #inline: InlineText;
  readonly #tokens: readonly Token[];
  readonly #toLink: LinkReader;
  #next = 0;
  expected = 'a type';

  constructor(page: Page, inline: InlineText, all: readonly Token[], toLink: LinkReader) {
    this.#page = page;
    this.#inline = inline;
    this.#tokens = all;
    this.#toLink = toLink;
  }

  get failedAt(): number {
    return this.#tokens[this.#next]?.offset ?? this.#inline.text.length;
  }

  whole(): Type<Link> | undefined {
    const type = this.#type();
    if (!type || this.#next === this.#tokens.length) return type;
    this.expected = '"or", or the end of the type,';
    return undefined;
  }

  #type(): Type<Link> | undefined {
    const position = this.#position();
    const members: Type<Link>[] = [];
    do {
      const member = this.#alternative();
      if (!member) return undefined;
      members.push(member);
    } while (this.#takeWord('or', '|', '/', ','));
    return joined(position, members);
  }

  #alternative(): Type<Link> | undefined {
    const position = this.#position();
    const [first, second] = [this.#tokens[this.#next], this.#tokens[this.#next + 1]];
    if (isWord(first, 'array', 'map') && isWord(second, 'of')) {
      this.#next += 2;
      const inner = this.#type();
      if (!inner) return undefined;
      return isWord(first, 'map')
        ? { kind: 'map', position, value: inner }
        : { kind: 'array', position, element: inner };
    }
    let type = this.#base();
    while (type && this.#takeWord('[]', 'array')) type = { kind: 'array', position, element: type };
    return type;
  }

  #base(): Type<Link> | undefined {
    const token = this.#tokens[this.#next];
    const position = this.#position();
    if (!token) return undefined;
    if (token.kind === 'link') {
      this.#next++;
      return this.#toLink(this.#page, token.label, token.url, position);
    }
    if (token.kind === 'value') {
      this.#next++;
      return { kind: 'literal', position, value: token.value };
    }
    const word = token.text.toLowerCase();
    const type =
      word === 'map' || word === 'dictionary'
        ? { kind: 'map' as const, position, value: openType(position) }
        : plainType(otherWords[word] ?? word, position);
    if (type) this.#next++;
    return type;
  }

  #position(): Position {
    return positionAt(this.#page.file.path, this.#inline.pointAt(this.failedAt));
  }

  #takeWord(...words: string[]): boolean {
    const token = this.#tokens[this.#next];
    if (!isWord(token, ...words)) return false;
    this.#next++;
    return true;
  }
}

function isWord(token: Token | undefined, ...words: string[]): boolean {
  return token?.kind === 'word' && words.includes(token.text.toLowerCase());
}

/** The types of a place as one: the same ones once, and arrays as one array. */
function joined(position: Position, types: readonly Type<Link>[]): Type<Link> {
  const arrays = types.filter((type) => type.kind === 'array');
  const [array, ...others] = arrays;
  if (!array || others.length === 0) return withOneList(position, types);
  const elements = arrays.flatMap(({ element }) => membersOf(element));
  const whole: Type<Link> = {
    ...array,
    element: unionOf(array.element.position, distinct(elements)),
  };
  return unionOf(position, [whole, ...distinct(types.filter(({ kind }) => kind !== 'array'))]);
}

/** A union of members of which all that are single values are one list, where the first of them stands. */
export function withOneList(position: Position, members: readonly Type<Link>[]): Type<Link> {
  const literals = members.filter((type) => type.kind === 'literal');
  const list = listOf(literals.map(({ value, position: at }) => ({ value, position: at })));
  const joined = members.flatMap((member) => {
    if (member.kind !== 'literal') return member;
    return list && member === literals[0] ? list : [];
  });
  return unionOf(position, distinct(joined));
}

/** A list of values, or the only one. */
export function listOf(
  values: readonly Enumeration['values'][number][],
  isOpen = false,
): Type<Link> | undefined {
  const distinct = values.filter(
    ({ value }, i) => values.findIndex((one) => one.value === value) === i,
  );
  const [first, ...others] = distinct;
  if (!first) return undefined;
  if (others.length === 0 && !isOpen) return { kind: 'literal', ...first };
  return {
    kind: 'enumeration',
    position: first.position,
    values: distinct,
    ...(isOpen && { open: true as const }),
  };
}

/** Types without those that say the same as one before. */
function distinct(types: readonly Type<Link>[]): Type<Link>[] {
  const known = new Map(types.toReversed().map((type) => [typeSummary(type), type]));
  return types.filter((type) => known.get(typeSummary(type)) === type);
}

/** The type of a value that stands in code: `"auto"`, `{ "type": "function" }`. */
export function typeOfValue(code: string, position: Position): Type<Link> | undefined {
  const value = parseJson(code);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return { kind: 'literal', position, value };
  if (value === null) return { kind: 'null', position };
  if (value === undefined || Array.isArray(value)) return undefined;
  return {
    kind: 'object',
    position,
    open: 'example',
    fields: Object.entries(value).map(([name, inner]) => ({
      name,
      position,
      requiredness: 'unstated',
      origin: 'inferred',
      type:
        name === 'type' && typeof inner === 'string'
          ? { kind: 'literal', position, value: inner }
          : openOrPlain(inner, position),
    })),
  };
}

function openOrPlain(value: unknown, position: Position): Type<Link> {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return {
      kind: typeof value === 'string' ? 'string' : typeof value === 'number' ? 'number' : 'boolean',
      position,
    };
  return openType(position, 'value', 'example');
}
