/** Names and values that no message has: no documented API has a letter beyond ASCII in them, or quotation marks around them. */
import type { Model, Position, Type } from '../model/model.ts';
import { partsOf } from '../model/walk.ts';
import type { ReportAt } from './report-at.ts';

/**
 * What is not among the letters, digits and signs of ASCII: also what does not show. Half a character, as an example
 * may have it, is a fault of its own.
 */
const beyondAscii = /[^\u0020-\u007e\p{Cs}]/gu;

/**
 * What stands around a value and is none of it: blanks, marks of sentences and of Markdown, a word in brackets; and what
 * stands between several.
 */
const dress =
  /^\s|\s$|^(["'\x60*_~<[({]).*(?:\1|[>\])}])$|(?<=\w)[,;:.\\|*]+$|^\\|\((?:[a-z ]+)\)$|\w: |[\w"'\x60](?:,| ?\||;) ?[\w"'\x60]| (?:or|and|\/) |&[a-z]{2,8};/i;
/** The same around a default, which may be a text of several sentences. */
const dressOfText =
  /^\s|\s$|^(?:["'\x60“‘«]|\*\*).*(?:["'\x60”’»]|\*\*)$|^\S+[,;:|\\]$|^\S*\w\*+$|\((?:default|deprecated)\)$|^(?:undefined|nil|None|NULL|N\/A|[-–—]+)$|[\u00a0\u00ad\u200b-\u200f\u2060\ufeff]/;

/** How many characters of one name are told. */
const most = 5;

/**
 * Reports the names of fields, and the values, that no keyboard of a protocol's author has: a letter of another alphabet
 * looks like its twin. Values with something around them are reported as well.
 */
export function reportConfusable({ events, shapes }: Model, report: ReportAt): void {
  for (const { schemaName, page } of events)
    reportBeyondAscii('name of the schema', schemaName ?? '', page, report);
  const open: Type[] = [...events.map(({ body }) => body), ...shapes.map(({ type }) => type)];
  for (let type = open.pop(); type; type = open.pop()) {
    for (const { what, text, position, mayBeDressed } of namesIn(type)) {
      if (mayBeDressed?.test(text))
        report(
          'value-dressed',
          position,
          `the ${what} ${JSON.stringify(text.slice(0, 80))} seems to be several values or none, or to have quotes, blanks or words around it; write each value as messages have it, in quotes or code once.`,
        );
      if (what !== 'default') reportBeyondAscii(what, text, position, report);
    }
    for (const part of partsOf(type)) open.push(part);
  }
}

function reportBeyondAscii(what: string, text: string, position: Position, report: ReportAt): void {
  const found = [...new Set(text.match(beyondAscii))];
  if (found.length === 0) return;
  report(
    'name-confusable',
    position,
    `the ${what} "${text.slice(0, 80)}" has ${found.slice(0, most).map(codePoint).join(', ')}, which may look like another character; copy it from a message that the server sends.`,
  );
}

interface Named {
  what: 'field' | 'value' | 'default';
  text: string;
  position: Position;
  /** What is not to be in it. */
  mayBeDressed?: RegExp;
}

/** What a type itself names: its fields and their defaults, its values. */
function namesIn(type: Type): Named[] {
  switch (type.kind) {
    case 'object':
      return type.fields.flatMap(({ name, position, default: known }) => [
        { what: 'field', text: name, position },
        ...(typeof known?.value === 'string'
          ? [
              {
                what: 'default' as const,
                text: known.value,
                position: known.position,
                mayBeDressed: dressOfText,
              },
            ]
          : []),
      ]);
    case 'enumeration':
      return type.values.map(({ value, position }) => valueNamed(value, position));
    case 'literal':
      return [valueNamed(type.value, type.position)];
    default:
      return [];
  }
}

function valueNamed(value: string | number | boolean, position: Position): Named {
  return {
    what: 'value',
    text: String(value),
    position,
    ...(typeof value === 'string' && { mayBeDressed: dress }),
  };
}

/** `U+0443`. */
function codePoint(character: string): string {
  const digits = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `U+${digits.padStart(4, '0')}`;
}
