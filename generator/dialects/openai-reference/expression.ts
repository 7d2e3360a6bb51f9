/**
 * Type expressions, as they stand on their line:
 *
 *     TYPE        = ALTERNATIVE *( " or " ALTERNATIVE )
 *     ALTERNATIVE = word / "text" / 24000 / Name / "array of" TYPE / "map[" TYPE "]" / "object" [ "{" PARTS "}" ] / N "more"
 *     PARTS       = name *( "," name ) [ "," N "more" ]
 *
 * What `array of` binds is open on the line: here it takes everything behind it, and the bullets below decide.
 */
import { limits } from '../../limits.ts';
import { tokensOf, type Token } from './tokens.ts';

/** One of the types that may stand at a place. */
export type Alternative =
  | { kind: 'word'; offset: number; word: string }
  | { kind: 'value'; offset: number; value: string | number | boolean }
  | { kind: 'name'; offset: number; name: string }
  | { kind: 'object'; offset: number; parts: Parts }
  | { kind: 'map'; offset: number; value: Expression }
  | { kind: 'array'; offset: number; element: Expression }
  /** What the line does not list: `5 more`. */
  | { kind: 'more'; offset: number; count: number };

/** The fields that an object lists on its line, and how many it has beside them. */
export interface Parts {
  names: string[];
  more: number;
}

/** The types that may stand at a place, without `null`. */
export interface Expression {
  alternatives: Alternative[];
  /** Where `or null` stands, or `null` alone. It is that of the whole, also behind an array. */
  null?: { offset: number };
}

/** What stands on a bullet: a field, or a type that may stand in the place of the field above it. */
export type Statement =
  | { kind: 'field'; name: string; optional: boolean; type: Expression }
  /** `Name object { … }` and `Name = …` give the type a name. */
  | { kind: 'type'; name?: string; type: Expression };

/** Why an expression cannot be read, and where. */
export interface Failure {
  kind: 'failure';
  offset: number;
  expected: string;
}

/** The words that stand for types. */
const typeWords: ReadonlySet<string> = new Set([
  'string',
  'integer',
  'number',
  'boolean',
  'unknown',
  'array',
]);

const fieldHead = /^([^\s:"{}[\],=]+):\s+(optional\s+)?/;

/** Reads what stands on a bullet. */
export function readStatement(text: string): Statement | Failure {
  if (text.length > limits.type)
    return { kind: 'failure', offset: 0, expected: `at most ${limits.type} characters` };
  const head = fieldHead.exec(text);
  const [{ length } = '', name, optional] = head ?? [];
  const parser = new ExpressionParser(text.slice(length), length);
  const read = name === undefined ? parser.readNamed() : parser.readWhole();
  if ('kind' in read && read.kind === 'failure') return read;
  if (name === undefined) return 'kind' in read ? read : { kind: 'type', type: read };
  if ('kind' in read) return { kind: 'failure', offset: 0, expected: 'a field' };
  return { kind: 'field', name, optional: optional !== undefined, type: read };
}

/** Thrown and caught in this file only: an expression fails as a whole. */
class Unreadable extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.expected);
    this.failure = failure;
  }
}

class ExpressionParser {
  readonly #tokens: readonly Token[];
  readonly #failedAt: number | undefined;
  readonly #shift: number;
  readonly #end: number;
  #next = 0;
  #depth = 0;

  /** @param shift where the text begins on its bullet */
  constructor(text: string, shift: number) {
    const tokens = tokensOf(text);
    this.#failedAt = typeof tokens === 'number' ? tokens : undefined;
    this.#tokens = typeof tokens === 'number' ? [] : tokens;
    this.#shift = shift;
    this.#end = text.length;
  }

  /** An expression and nothing else. */
  readWhole(): Expression | Failure {
    return this.#attempt(() => {
      const read = this.#expression();
      this.#expectEnd();
      return read;
    });
  }

  /** A type with or without a name of its own. */
  readNamed(): Statement | Failure {
    return this.#attempt(() => {
      const [first, second] = this.#tokens;
      const name = first?.kind === 'word' && isName(first.text) ? first.text : undefined;
      const isAlias = second?.kind === 'mark' && second.text === '=';
      const isObject = second?.kind === 'word' && second.text === 'object';
      const isNamed = name !== undefined && (isAlias || isObject);
      if (isNamed) this.#next = isAlias ? 2 : 1;
      const type = this.#expression();
      this.#expectEnd();
      return isNamed ? { kind: 'type', name, type } : { kind: 'type', type };
    });
  }

  #attempt<T>(read: () => T): T | Failure {
    if (this.#failedAt !== undefined)
      return { kind: 'failure', offset: this.#failedAt + this.#shift, expected: 'a type' };
    try {
      return read();
    } catch (error) {
      if (error instanceof Unreadable) return error.failure;
      throw error;
    }
  }

  #expression(): Expression {
    const alternatives = [this.#alternative()];
    while (this.#takeWord('or')) alternatives.push(this.#alternative());
    return withoutNull(alternatives);
  }

  #alternative(): Alternative {
    this.#depth++;
    if (this.#depth > limits.nesting) this.#fail(`at most ${limits.nesting} types in types`);
    const read = this.#alternativeAt(this.#tokens[this.#next]);
    this.#depth--;
    return read;
  }

  #alternativeAt(token: Token | undefined): Alternative {
    if (!token) return this.#fail('a type');
    this.#next++;
    const offset = token.offset + this.#shift;
    if (token.kind === 'value') {
      if (typeof token.value === 'number' && this.#takeWord('more'))
        return { kind: 'more', offset, count: token.value };
      return { kind: 'value', offset, value: token.value };
    }
    if (token.kind === 'mark') {
      this.#next--;
      return this.#fail('a type');
    }
    const word = token.text;
    if (word === 'array' && this.#takeWord('of'))
      return { kind: 'array', offset, element: this.#expression() };
    if (word === 'map' && this.#takeMark('[')) {
      const value = this.#expression();
      if (!this.#takeMark(']')) this.#fail('"]"');
      return { kind: 'map', offset, value };
    }
    if (word === 'object')
      return this.#takeMark('{')
        ? { kind: 'object', offset, parts: this.#parts() }
        : { kind: 'word', offset, word };
    if (word === 'null' || typeWords.has(word)) return { kind: 'word', offset, word };
    if (isName(word)) return { kind: 'name', offset, name: word };
    this.#next--;
    return this.#fail(
      'string, number, integer, boolean, unknown, null, object { … }, array of …, map[…], a value or a Name',
    );
  }

  #parts(): Parts {
    const parts: Parts = { names: [], more: 0 };
    if (this.#takeMark('}')) return parts;
    do {
      const token = this.#tokens[this.#next++];
      if (!token || token.kind === 'mark') {
        this.#next--;
        return this.#fail('the name of a field');
      }
      const text = token.kind === 'word' ? token.text : String(token.value);
      if (token.kind === 'value' && typeof token.value === 'number' && this.#takeWord('more'))
        parts.more += token.value;
      else parts.names.push(text);
    } while (this.#takeMark(','));
    if (!this.#takeMark('}')) this.#fail('"}"');
    return parts;
  }

  #takeWord(text: string): boolean {
    return this.#take('word', text);
  }

  #takeMark(text: string): boolean {
    return this.#take('mark', text);
  }

  #take(kind: 'word' | 'mark', text: string): boolean {
    const token = this.#tokens[this.#next];
    if (token?.kind !== kind || token.text !== text) return false;
    this.#next++;
    return true;
  }

  #expectEnd(): void {
    if (this.#next < this.#tokens.length) this.#fail('" or " or the end of the type');
  }

  #fail(expected: string): never {
    const offset = (this.#tokens[this.#next]?.offset ?? this.#end) + this.#shift;
    throw new Unreadable({ kind: 'failure', offset, expected });
  }
}

/** A name of the page begins with a capital letter. */
function isName(word: string): boolean {
  return /^[A-Z][\w$]*$/.test(word);
}

/** Takes `null` out of the alternatives, also behind an array, whose elements the line gives it to. */
function withoutNull(alternatives: readonly Alternative[]): Expression {
  const at = alternatives.find((one) => one.kind === 'word' && one.word === 'null');
  const others = alternatives.filter((one) => !(one.kind === 'word' && one.word === 'null'));
  const last = others.at(-1);
  if (last?.kind !== 'array' || !last.element.null || last.element.alternatives.length === 0)
    return at ? { alternatives: others, null: { offset: at.offset } } : { alternatives: others };
  const array: Alternative = { ...last, element: { alternatives: last.element.alternatives } };
  return {
    alternatives: [...others.slice(0, -1), array],
    null: { offset: (at ?? last.element.null).offset },
  };
}

/** An expression as the page would write it, but for blanks. */
export function textOfExpression({ alternatives, null: isNull }: Expression): string {
  const texts = alternatives.map(textOfAlternative);
  return [...texts, ...(isNull ? ['null'] : [])].join(' or ');
}

/** One alternative as the page would write it, but for blanks. */
export function textOfAlternative(alternative: Alternative): string {
  switch (alternative.kind) {
    case 'word':
      return alternative.word;
    case 'value':
      return JSON.stringify(alternative.value);
    case 'name':
      return alternative.name;
    case 'map':
      return `map[${textOfExpression(alternative.value)}]`;
    case 'array':
      return `array of ${textOfExpression(alternative.element)}`;
    case 'more':
      return `${alternative.count} more`;
    case 'object': {
      const { names, more } = alternative.parts;
      return `object { ${[...names, ...(more > 0 ? [`${more} more`] : [])].join(', ')} }`;
    }
  }
}
