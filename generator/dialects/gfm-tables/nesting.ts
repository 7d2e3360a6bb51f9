/** Rows that are part of a field above them: by a mark, by the object that they name, or by dots in their names. */
import { report } from '../../diagnostics.ts';
import { positionOf, wordsOf } from '../../markdown/inline.ts';
import type { Field, Link, ObjectType, Type } from '../../model/model.ts';
import { membersOf, openType } from '../../model/types.ts';
import type { Page } from '../dialect.ts';
import type { Row } from './tables.ts';

/** A field, and what its row says of its place. */
export interface PlacedField {
  field: Field<Link>;
  row: Row;
  /** How far to the right the mark of nesting stands; 0 without one. */
  indentation: number;
  /** The object that it is a property of, where the row says so. */
  parent?: string;
  /** The names on the way to it, where names have dots. */
  above: string[];
  /** Whether its properties are said to come next. */
  isContinued: boolean;
}

/** The fields that a field stands beside: those of the table, or of the object that it is a property of. */
export function siblingsOf(
  page: Page,
  { row, indentation, parent, above }: PlacedField,
  placed: readonly PlacedField[],
  fields: Field<Link>[],
): Field<Link>[] | undefined {
  if (above.length > 0) return fieldsOnTheWay(page, row, above, fields);
  if (indentation === 0 && parent === undefined) return fields;
  const isToldOnly = indentation === 0 && placed.every(({ field }) => field.name !== parent);
  if (isToldOnly) {
    const sentence = `this says that it is a property of \`${parent}\`, which is not here; it stays a property of the whole.`;
    report(page.file, 'text-dropped', row.node, sentence);
    return fields;
  }
  const found =
    parent === undefined
      ? placed.findLast((one) => one.indentation < indentation)
      : placed.findLast(({ field }) => field.name === parent);
  const before = placed.at(-1);
  // Marks of one depth do not tell whether it is of the object above, or of the one that this is part of.
  const isAmbiguous =
    parent === undefined &&
    before !== found &&
    before !== undefined &&
    before.indentation === indentation &&
    (isOpenObject(before.field.type) || isOfAnother(before, found));
  const own = found && !isAmbiguous ? fieldsIn(found.field) : undefined;
  if (own) return own;
  const sentence =
    found && !isAmbiguous
      ? `\`${found.field.name}\` is not an object, and has no properties; say which object this is a property of.`
      : 'it is not clear which object this is a property of; write "A property of the `name` object." into its description.';
  report(page.file, 'field-malformed', row.node, sentence);
  return undefined;
}

/**
 * Reports objects that have more properties than their type says, `object (3 properties)`: some are of another one.
 * Publishers leave some out, which is no fault of the rest.
 */
export function reportCounts(page: Page, placed: readonly PlacedField[]): void {
  for (const { field, row } of placed) {
    const type = row.cells.get('type');
    const [, said] = /\((\d+) propert(?:y|ies)\)/.exec(type ? wordsOf(type) : '') ?? [];
    const count = propertiesOf(field.type);
    if (said === undefined || count <= Number(said)) continue;
    const sentence = `\`${field.name}\` is said to have ${said} properties, and has ${count} here; make them agree, by the blanks before the marks of the rows below.`;
    report(page.file, 'count-differs', row.node, sentence);
  }
}

function propertiesOf(type: Type<Link>): number {
  if (type.kind === 'array') return propertiesOf(type.element);
  const objects = membersOf(type).filter(({ kind }) => kind === 'object');
  return objects.reduce((sum, one) => sum + (one.kind === 'object' ? one.fields.length : 0), 0);
}

/** Finds or makes the objects that a name with dots leads through. */
function fieldsOnTheWay(
  page: Page,
  row: Row,
  above: readonly string[],
  fields: Field<Link>[],
): Field<Link>[] | undefined {
  let siblings = fields;
  for (const name of above) {
    const known = siblings.find((one) => one.name === name);
    const position = positionOf(page, row.node);
    const field: Field<Link> = known ?? {
      name,
      position,
      requiredness: 'unstated',
      origin: 'documented',
      type: openType(position, 'object'),
    };
    if (!known) siblings.push(field);
    const own = fieldsIn(field);
    if (!own) {
      const sentence = `\`${name}\` stands at ${field.position} and is not an object; this cannot be a property of it.`;
      report(page.file, 'field-malformed', row.node, sentence, [field.position]);
      return undefined;
    }
    siblings = own;
  }
  return siblings;
}

/** Whether a field says that it is a property of another object than that one. */
function isOfAnother({ parent }: PlacedField, found: PlacedField | undefined): boolean {
  return parent !== undefined && parent !== found?.field.name;
}

export function isOpenObject(type: Type<Link>): boolean {
  return type.kind === 'open' && type.of === 'object';
}

/** The fields of the object that a field is, or that its elements are; an open one becomes one with fields. */
export function fieldsIn(field: Field<Link>): Field<Link>[] | undefined {
  const found = withObject(field.type);
  if (!found) return undefined;
  field.type = found.type;
  return found.object.fields;
}

function withObject(type: Type<Link>): { type: Type<Link>; object: ObjectType<Link> } | undefined {
  switch (type.kind) {
    case 'object':
      return { type, object: type };
    case 'open': {
      const object: ObjectType<Link> = { kind: 'object', position: type.position, fields: [] };
      return { type: object, object };
    }
    case 'array': {
      const found = withObject(type.element);
      return found && { type: { ...type, element: found.type }, object: found.object };
    }
    case 'union': {
      for (const [i, member] of type.members.entries()) {
        const found = withObject(member);
        if (!found) continue;
        return {
          type: { ...type, members: type.members.toSpliced(i, 1, found.type) },
          object: found.object,
        };
      }
      return undefined;
    }
    default:
      return undefined;
  }
}
