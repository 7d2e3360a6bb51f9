/** `support-matrix.json`: a field a line, so that a change of one is a change of one line. */
import type { SupportMatrix } from '../types.ts';
import { visible } from '../../text.ts';

/** How deep objects and lists are spread over lines: down to the fields of an event, and to its cells. */
const deepest = 5;

export function supportJson(matrix: SupportMatrix): string {
  return `${visible(spread(matrix, 0))}\n`;
}

function spread(value: unknown, depth: number): string {
  if (depth >= deepest || typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = '  '.repeat(depth + 1);
  const isList = Array.isArray(value);
  const parts = isList
    ? value.map((one) => spread(one, nextDepth(one, depth)))
    : Object.entries(value).map(
        ([key, one]) => `${JSON.stringify(key)}: ${spread(one, depth + 1)}`,
      );
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  return parts.length === 0
    ? open + close
    : `${open}\n${parts.map((part) => inner + part).join(',\n')}\n${'  '.repeat(depth)}${close}`;
}

/** What a list of small things holds stands on one line each. */
function nextDepth(value: unknown, depth: number): number {
  const isRow = typeof value === 'object' && value !== null && 'event' in value;
  return isRow || depth < 1 ? depth + 1 : deepest;
}
