/** Names and values that look like others: no documented API has a letter beyond ASCII in them. */
import type { Model, Position, Type } from '../model/model.ts';
import { partsOf } from '../model/walk.ts';
import type { ReportAt } from './shapes.ts';

/**
 * What is not among the letters, digits and signs of ASCII: also what does not show. Half a character, as an example
 * may have it, is a fault of its own.
 */
const beyondAscii = /[^\u0020-\u007e\p{Cs}]/gu;

/** How many characters of one name are told. */
const most = 5;

/** Reports the names of fields, and the values, that no keyboard of a protocol's author has: a letter of another alphabet looks like its twin. */
export function reportConfusable({ events, shapes }: Model, report: ReportAt): void {
  const open: Type[] = [...events.map(({ body }) => body), ...shapes.map(({ type }) => type)];
  for (let type = open.pop(); type; type = open.pop()) {
    for (const { what, text, position } of namesIn(type)) {
      const found = [...new Set(text.match(beyondAscii))];
      if (found.length === 0) continue;
      report(
        'name-confusable',
        position,
        `the ${what} "${text.slice(0, 80)}" has ${found.slice(0, most).map(codePoint).join(', ')}, which may look like another character; copy it from a message that the server sends.`,
      );
    }
    for (const part of partsOf(type)) open.push(part);
  }
}

/** What a type itself names: its fields, its values. */
function namesIn(type: Type): { what: string; text: string; position: Position }[] {
  switch (type.kind) {
    case 'object':
      return type.fields.map(({ name, position }) => ({ what: 'field', text: name, position }));
    case 'enumeration':
      return type.values.map(({ value, position }) => ({
        what: 'value',
        text: String(value),
        position,
      }));
    case 'literal':
      return [{ what: 'value', text: String(type.value), position: type.position }];
    default:
      return [];
  }
}

/** `U+0443`. */
function codePoint(character: string): string {
  const digits = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `U+${digits.padStart(4, '0')}`;
}
