/** The text of a field, and the facts at its end: `Enum: 'a', 'b'.` and ``Default: `x`.`` */
import type { Paragraph, RootContent } from 'mdast';
import type { VFile } from 'vfile';
import { report } from '../../diagnostics.ts';
import { inlineText, proseOf, unwrap, type InlineText } from '../../markdown/inline.ts';
import type { Page } from '../../markdown/parse.ts';
import type {
  Enumeration,
  Json,
  Link,
  Literal,
  Position,
  Support,
  Type,
} from '../../model/model.ts';
import { parseJson } from '../../model/json.ts';
import { positionAt } from '../../model/position.ts';
import { readBareFlag, readFlags } from '../flags.ts';

/** The text of a field, and the facts that end its paragraphs. */
export interface Description {
  text: string;
  support?: Support;
  values?: Literal | Enumeration;
  default?: { text: string; position: Position };
}

const enumTail =
  /(?:^|\s)Enum:\s+((?:'[^']*'|-?[\d.]+|true|false)(?:,\s+(?:'[^']*'|-?[\d.]+|true|false))*)\.(?=\s*$|\s+Default:)/;
const defaultTail = /(?:^|\s)Default:\s+`([^`]*)`\.\s*$/;

/** Reads the text of a field; `Enum:` and `Default:` may end any of its paragraphs. */
export function readDescription(
  page: Page,
  first: { head: Paragraph; from: number; inline: InlineText },
  prose: RootContent[],
): Description {
  const { file } = page;
  const description: Description = { text: '' };
  const texts = [readParagraph(file, first.inline, first.from, description)];
  for (const block of prose) {
    if (block.type === 'paragraph')
      texts.push(readParagraph(file, inlineText(file, block.children), 0, description));
    else texts.push(proseOf(file, [block]));
  }
  description.text = texts.filter(Boolean).join('\n\n');
  return description;
}

/** Takes the facts off the end of a paragraph, adds them to `into` and returns the text that is left. */
function readParagraph(file: VFile, inline: InlineText, from: number, into: Description): string {
  let text = inline.text.slice(from);
  const defaultMatch = defaultTail.exec(text);
  if (defaultMatch) {
    const offset = from + defaultMatch.index + defaultMatch[0].indexOf('Default:');
    into.default = {
      text: defaultMatch[1] ?? '',
      position: positionAt(file.path, inline.pointAt(offset)),
    };
    text = text.slice(0, defaultMatch.index);
  }
  const enumMatch = enumTail.exec(text);
  if (enumMatch) {
    into.values = readValues(
      file,
      enumMatch[1] ?? '',
      inline,
      from + enumMatch.index + enumMatch[0].indexOf(enumMatch[1] ?? ''),
    );
    text = text.slice(0, enumMatch.index);
  }
  for (const [marker, rule] of [
    ['Enum:', 'enum-malformed'],
    ['Default:', 'default-malformed'],
  ] as const) {
    const left = text.search(new RegExp(`(?:^|\\s)${marker}`));
    if (left < 0) continue;
    const form = marker === 'Enum:' ? "Enum: 'a', 'b'." : 'Default: `a`.';
    report(
      file,
      rule,
      inline.pointAt(from + left),
      `"${marker}" must end its paragraph in the form ${form}`,
    );
  }
  const point = inline.pointAt(from);
  const bare = readBareFlag(file, text, point);
  const flagged = readFlags(file, text, (offset) => inline.pointAt(from + offset));
  const support = bare ?? flagged.support;
  if (support) into.support ??= support;
  return bare ? '' : unwrap(flagged.text);
}

function readValues(
  file: VFile,
  text: string,
  inline: InlineText,
  from: number,
): Literal | Enumeration {
  const values = Array.from(text.matchAll(/'([^']*)'|[^,\s]+/g), (match) => ({
    value: match[1] ?? readScalar(match[0]),
    position: positionAt(file.path, inline.pointAt(from + match.index)),
  }));
  const [only] = values;
  const position = only?.position ?? positionAt(file.path, inline.pointAt(from));
  return values.length === 1 && only
    ? { kind: 'literal', ...only }
    : { kind: 'enumeration', position, values };
}

/** A default as the value that it stands for, read by the type of its field. */
export function readDefault(text: string, type: Type<Link>): Json | undefined {
  switch (type.kind) {
    case 'integer':
    case 'number': {
      const number = Number(text);
      return text.trim() !== '' && Number.isFinite(number) ? number : undefined;
    }
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : undefined;
    case 'null':
      return text === 'null' ? null : undefined;
    case 'string':
      return text;
    case 'literal':
      return String(type.value) === text ? type.value : undefined;
    case 'enumeration':
      return type.values.find(({ value }) => String(value) === text)?.value;
    case 'union':
      return type.members
        .map((member) => readDefault(text, member))
        .find((value) => value !== undefined);
    case 'array':
    case 'object':
    case 'map':
    case 'open':
    case 'link':
      return readJson(text);
  }
}

/** A value of "Enum:" without quotes: a number, true or false. */
function readScalar(text: string): string | number | boolean {
  const value = parseJson(text);
  return typeof value === 'number' || typeof value === 'boolean' ? value : text;
}

/** Lists and objects are written as JSON or, as the publisher's generator does, with single quotes. */
function readJson(text: string): Json | undefined {
  return parseJson(text) ?? parseJson(text.replaceAll("'", '"'));
}
