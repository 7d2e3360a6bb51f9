/** What a field states, beside its type: what that type becomes by it, its default and its bounds. */
import { report } from '../../diagnostics.ts';
import { canHold } from '../../model/holds.ts';
import { parseNumber, parseUnambiguousJson } from '../../model/json.ts';
import type { Bounds, Enumeration, Field, Json, Link, Position, Type } from '../../model/model.ts';
import { positionAt } from '../../model/position.ts';
import { typeSummary } from '../../model/signature.ts';
import { membersOf, unionOf } from '../../model/types.ts';
import type { Page } from '../dialect.ts';
import type { Stated } from './descriptions.ts';
import { valuesOfList } from './phrases.ts';
import { valueOfCode } from './tables.ts';
import { isUnread, listOf, readType, type LinkReader } from './types.ts';

/** What fields lead to. */
export interface Links {
  toLink: LinkReader;
  /** The values of the list that a link leads to. */
  valuesOf: (type: Type<Link>) => Enumeration['values'] | undefined;
}

/** The type of a field, with what its words state of it. */
export function settledType(
  page: Page,
  base: Type<Link>,
  stated: readonly Stated[],
  links: Links,
): Type<Link> {
  let type = base;
  const elements = stated.find(({ what }) => what === 'elements');
  if (elements && (type.kind === 'array' || isUnread(type))) {
    const element = readType(page, elements.inline, links.toLink);
    type = { kind: 'array', position: type.position, element };
  } else if (elements) {
    const sentence = 'only an array has items; make the type of this field "array".';
    report(page.file, 'type-mismatch', elements.position, sentence);
  }
  type = withValues(page, type, stated, links);
  const isNull = stated.find(({ what }) => what === 'null');
  if (isNull && !membersOf(type).some(({ kind }) => kind === 'null')) {
    const members = [...membersOf(type), { kind: 'null' as const, position: isNull.position }];
    type = unionOf(type.position, members);
  }
  return type;
}

function withValues(
  page: Page,
  type: Type<Link>,
  stated: readonly Stated[],
  links: Links,
): Type<Link> {
  const literal = stated.find(({ what }) => what === 'literal');
  const lists = stated.filter(({ what }) => what === 'list');
  const values = literal
    ? [{ value: valueOfCode(literal.text), position: literal.position }]
    : lists.flatMap(({ text, inline }) =>
        valuesOfList(text).map(({ value, offset }) => ({
          value,
          position: positionAt(page.file.path, inline.pointAt(offset)),
        })),
      );
  if (values.length === 0) return type;
  const isOpen = stated.some(({ what }) => what === 'rest');
  const confinedType = confinedWithNull(type, values, isOpen, links);
  // What stands in words as well is told where those are read.
  const lost = confinedType ? undefined : [literal, ...lists].find((one) => one?.isWholeLine);
  if (lost) {
    const sentence = `${lost.text} cannot be the values of the type ${typeSummary(type)}, and is not read; fix the values, or the type.`;
    report(page.file, 'text-dropped', lost.position, sentence);
  }
  return confinedType ?? type;
}

/** A type confined to values, one of which may be `null`, which is a type of its own and no text. */
function confinedWithNull(
  type: Type<Link>,
  values: readonly { value: string; position: Position }[],
  isOpen: boolean,
  links: Links,
): Type<Link> | undefined {
  const nothing = values.length > 1 ? values.find(({ value }) => value === 'null') : undefined;
  const others = values.filter((value) => value !== nothing);
  const list = confined(type, others, isOpen, links);
  if (!list || !nothing) return list;
  return unionOf(list.position, [
    ...membersOf(list).filter(({ kind }) => kind !== 'null'),
    { kind: 'null', position: nothing.position },
  ]);
}

/** A type confined to values; `undefined` where it can have none of them. */
function confined(
  type: Type<Link>,
  values: readonly { value: string; position: Position }[],
  isOpen: boolean,
  links: Links,
): Type<Link> | undefined {
  switch (type.kind) {
    case 'array': {
      const element = confined(type.element, values, isOpen, links);
      return element && { ...type, element };
    }
    case 'open':
      return type.of === 'object' ? undefined : listOf(values, isOpen);
    case 'string':
      return listOf(values, isOpen);
    case 'boolean': {
      const known = new Set(values.map(({ value }) => value));
      const isBoth = known.size === 2 && known.has('true') && known.has('false');
      return isBoth ? type : undefined;
    }
    case 'integer':
    case 'number': {
      const numbers = values.flatMap(({ value: text, position }) => {
        const value = parseNumber(text);
        return value !== undefined && canHold(type, value) ? [{ value, position }] : [];
      });
      return numbers.length === values.length ? listOf(numbers, isOpen) : undefined;
    }
    case 'link': {
      const known = links.valuesOf(type);
      if (!known) return undefined;
      const isSame =
        known.length === values.length &&
        known.every(({ value }) => values.some((one) => one.value === String(value)));
      return isSame ? type : listOf(values, isOpen);
    }
    case 'union': {
      const at = type.members.findIndex(({ kind }) => kind === 'string');
      const member = type.members[at];
      const list = member && confined(member, values, isOpen, links);
      return list && { ...type, members: type.members.toSpliced(at, 1, list) };
    }
    default:
      return undefined;
  }
}

/**
 * The default and the bounds that a field states, as far as they fit its type: what does not is words, or told where it
 * has a column of its own.
 */
export function factsOf(
  page: Page,
  type: Type<Link>,
  stated: readonly Stated[],
  links: Links,
): Pick<Field<Link>, 'default' | 'bounds'> {
  const facts: Pick<Field<Link>, 'default' | 'bounds'> = {};
  const written = stated.find(({ what }) => what === 'default');
  if (written) {
    const value = defaultOf(written.text, type, links);
    if (value !== undefined) facts.default = { value, position: written.position };
    else if (written.isWholeLine) {
      const sentence = `${written.text} cannot be a default of the type ${typeSummary(type)}, and is not read; fix the default, or the type.`;
      report(page.file, 'text-dropped', written.position, sentence);
    }
  }
  if (!membersOf(type).some(({ kind }) => kind === 'number' || kind === 'integer')) return facts;
  for (const { what, text, position } of stated) {
    if (what !== 'minimum' && what !== 'maximum') continue;
    const bounds: Bounds = { position, ...facts.bounds, [what]: Number(text) };
    facts.bounds = bounds;
  }
  return facts;
}

/** Types of which a word can tell whether it is one of their values. */
const exampleKinds = new Set(['integer', 'number', 'boolean', 'null', 'enumeration', 'literal']);

/** Whether the words of an example, perhaps several with commas between them, may be of a type. */
export function isExampleOf(text: string, type: Type<Link>, links: Links): boolean {
  if (!membersOf(type).every(({ kind }) => exampleKinds.has(kind))) return true;
  const parts = [text, ...text.split(/[,，、/]/)].map((part) => part.trim());
  return parts.some((part) => defaultOf(part, type, links) !== undefined);
}

function defaultOf(text: string, type: Type<Link>, links: Links): Json | undefined {
  const inner = text.replaceAll('\\|', '|').replace(/^`+\s?|\s?`+$/g, '');
  const candidates = [parseUnambiguousJson(inner), inner];
  return candidates.find((one) => one !== undefined && fits(type, one, links));
}

function fits(type: Type<Link>, value: Json, links: Links): boolean {
  if (type.kind === 'link') {
    const known = links.valuesOf(type);
    return known !== undefined && known.some((one) => one.value === value);
  }
  if (type.kind === 'array')
    return Array.isArray(value) && value.every((item) => fits(type.element, item, links));
  if (type.kind === 'union') return type.members.some((member) => fits(member, value, links));
  return canHold(type, value);
}
