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
