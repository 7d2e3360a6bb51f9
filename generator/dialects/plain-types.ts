/** What the type expressions of all dialects have in common. */
import { limits } from '../limits.ts';
import type { Link, Position, Type } from '../model/model.ts';

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
      return { kind: 'open', position, of: 'object', reason: 'opaque' };
    case 'unknown':
      return { kind: 'open', position, of: 'value', reason: 'opaque' };
    case 'array': {
      const element: Type<Link> = { kind: 'open', position, of: 'value', reason: 'opaque' };
      return { kind: 'array', position, element };
    }
    default:
      return undefined;
  }
}
