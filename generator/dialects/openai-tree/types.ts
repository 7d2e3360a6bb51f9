/** Type expressions of the `openai-tree` dialect: `string | null`, `array<object>`. */
import type { ListItem } from 'mdast';
import { report } from '../../diagnostics.ts';
import { trimmed, type InlineText } from '../../markdown/inline.ts';
import type { ArrayType, Enumeration, Link, Literal, Type } from '../../model/model.ts';
import { canHold } from '../../model/holds.ts';
import { positionAt } from '../../model/position.ts';
import { openType, unionOf } from '../../model/types.ts';
import type { Page } from '../dialect.ts';
import { isBoundless, meantType, plainType } from '../plain-types.ts';

/** Reads a type expression: names and `array<…>`, joined by `|`. */
export function readType(page: Page, expression: InlineText): Type<Link> {
  const point = expression.pointAt(0);
  const position = positionAt(page.file.path, point);
  if (isBoundless(expression.text)) {
    report(
      page.file,
      'type-unknown',
      point,
      'this type is too long, or has too many types in types; name its parts as fields.',
    );
    return openType(position);
  }
  const members = new Map<string, Type<Link>>();
  for (const name of splitUnion(expression)) {
    if (!members.has(name.text)) members.set(name.text, readTypeName(page, name));
  }
  return unionOf(position, [...members.values()]);
}

function readTypeName(page: Page, name: InlineText): Type<Link> {
  const { text } = name;
  const point = name.pointAt(0);
  const position = positionAt(page.file.path, point);
  if (text.startsWith('array<') && text.endsWith('>'))
    return { kind: 'array', position, element: readType(page, name.slice('array<'.length, -1)) };
  if (text.startsWith('map<') && text.endsWith('>'))
    return { kind: 'map', position, value: readType(page, name.slice('map<'.length, -1)) };
  const plain = plainType(text, position);
  if (plain) return plain;
  const meant = meantType(text);
  const right =
    meant === undefined
      ? 'the types are string, integer, number, boolean, object, array<…>, map<…>, unknown, null.'
      : `did you mean "${meant}"?`;
  report(page.file, 'type-unknown', point, `"${text}" is not a type; ${right}`);
  return openType(position);
}

/** Splits at the bars that stand outside angle brackets. */
function splitUnion(expression: InlineText): InlineText[] {
  const { text } = expression;
  const parts: InlineText[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    if (text[i] === '<') depth++;
    else if (text[i] === '>') depth--;
    else if (i === text.length || (text[i] === '|' && depth === 0)) {
      parts.push(trimmed(expression.slice(start, i)));
      start = i + 1;
    }
  }
  return parts;
}

/** Whether a type is an array. */
export function isArray(type: Type<Link>): type is ArrayType<Link> {
  return type.kind === 'array';
}

/** Whether a type is an object of which nothing is said yet. */
export function isOpenObject(type: Type<Link>): boolean {
  return type.kind === 'open' && type.of === 'object' && type.reason !== 'cut';
}

/** How many such objects a type has, where {@link replaceFirst} would find the first. */
export function openObjectsIn(type: Type<Link>): number {
  switch (type.kind) {
    case 'array':
      return openObjectsIn(type.element);
    case 'map':
      return openObjectsIn(type.value);
    case 'union':
      return type.members.reduce((count, member) => count + openObjectsIn(member), 0);
    default:
      return isOpenObject(type) ? 1 : 0;
  }
}

/** Replaces the type itself, the element of an array or map, or the first such member of a union; else `undefined`. */
export function replaceFirst<T extends Type<Link>>(
  type: Type<Link>,
  matches: (type: Type<Link>) => type is T,
  by: (type: T) => Type<Link>,
): Type<Link> | undefined;
export function replaceFirst(
  type: Type<Link>,
  matches: (type: Type<Link>) => boolean,
  by: (type: Type<Link>) => Type<Link>,
): Type<Link> | undefined;
export function replaceFirst(
  type: Type<Link>,
  matches: (type: Type<Link>) => boolean,
  by: (type: Type<Link>) => Type<Link>,
): Type<Link> | undefined {
  if (matches(type)) return by(type);
  if (type.kind === 'array') {
    const element = replaceFirst(type.element, matches, by);
    return element && { ...type, element };
  }
  if (type.kind === 'map') {
    const value = replaceFirst(type.value, matches, by);
    return value && { ...type, value };
  }
  if (type.kind !== 'union') return undefined;
  for (const [index, member] of type.members.entries()) {
    const replaced = replaceFirst(member, matches, by);
    if (!replaced) continue;
    const flat =
      replaced.kind === 'union' && member.kind !== 'union' ? replaced.members : [replaced];
    return { ...type, members: type.members.toSpliced(index, 1, ...flat) };
  }
  return undefined;
}

const scalars: ReadonlySet<string> = new Set(['string', 'integer', 'number', 'boolean']);

function isScalar({ kind }: Type<Link>): boolean {
  return scalars.has(kind);
}

function same(type: Type<Link>): Type<Link> {
  return type;
}

/** Puts the listed values in the place of the type that they narrow: the type itself, a union member, an element. */
export function constrain(
  page: Page,
  item: ListItem,
  type: Type<Link>,
  values: Literal | Enumeration,
): Type<Link> {
  const sample = values.kind === 'literal' ? values.value : values.values[0]?.value;
  const narrowed = replaceFirst(
    type,
    (member) =>
      member.kind === typeof sample || (typeof sample === 'number' && member.kind === 'integer'),
    () => values,
  );
  const misfit = (values.kind === 'literal' ? [values] : values.values).find(
    ({ value }) =>
      !replaceFirst(type, (member) => isScalar(member) && canHold(member, value), same),
  );
  if (narrowed && !misfit) return withoutListed(narrowed, values);
  const what = misfit && narrowed ? `the value ${JSON.stringify(misfit.value)}` : 'the values';
  const sentence = `${what} of "Enum:" ${misfit && narrowed ? 'does' : 'do'} not fit the type of the field.`;
  report(page.file, 'enum-malformed', item, sentence);
  return type;
}

/** A union without the members whose values are listed beside those of another one: `string | integer` of 'a' and 1. */
function withoutListed(type: Type<Link>, values: Literal | Enumeration): Type<Link> {
  if (type.kind !== 'union' || values.kind === 'literal') return type;
  const isListed = (member: Type<Link>): boolean =>
    member !== values &&
    isScalar(member) &&
    values.values.some(({ value }) => canHold(member, value));
  return unionOf(
    type.position,
    type.members.filter((member) => !isListed(member)),
  );
}
