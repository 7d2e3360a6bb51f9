/**
 * What holds of every model, whoever made it: names are unique where they tell things apart, and values fit the types
 * that they stand at. The pipeline checks it of what it read, and `diff` of a `model.json` that it is given.
 */
import { canHold } from './holds.ts';
import type { Bounds, Field, Json, Link, Model, Position, Reference, Type } from './model.ts';
import { shapesByName, typeNamesOf, writtenNames } from './walk.ts';

/** Something of a model that breaks its contract. */
export interface Breach {
  rule:
    | 'alias-unknown'
    | 'bound-malformed'
    | 'default-malformed'
    | 'enum-malformed'
    | 'event-duplicate'
    | 'field-duplicate'
    | 'name-collision';
  position: Position;
  sentence: string;
}

/** A type of a model, or as a page has it. */
type AnyType = Type<Link | Reference>;
type AnyField = Field<Link | Reference>;

/** The type of a shape, by its name. */
type ShapeOf = (name: string) => Type | undefined;

/** In what a model breaks its contract: nothing, when it is sound. */
export function breachesOf(model: Model): Breach[] {
  const { events, shapes } = model;
  const byName = shapesByName(model);
  const types = [...events.map(({ body }) => body), ...shapes.map(({ type }) => type)];
  const directed = events.map(({ name, direction, position }) => ({
    key: `${direction} ${name}`,
    name,
    position,
  }));
  const named = [
    ...events.map(({ typeName, page }) => ({ name: typeName, position: page })),
    ...shapes.map(({ name, type }) => ({ name, position: type.position })),
    ...writtenNames(model).map(({ name, type }) => ({ name, position: type.position })),
    ...(model.aliases ?? []),
  ];
  const typeNames = new Set(typeNamesOf(model));
  return [
    ...repeated(directed, ({ key }) => key).map(({ item, first }): Breach => ({
      rule: 'event-duplicate',
      position: item.position,
      sentence: `${item.name} is listed at ${first.position} already; remove one of the two.`,
    })),
    ...repeated(named, ({ name }) => name).map(({ item, first }): Breach => ({
      rule: 'name-collision',
      position: item.position,
      sentence: `the TypeScript name ${item.name} is that of ${first.position} already; give one of them another name under "shapes" of source.json.`,
    })),
    ...(model.aliases ?? [])
      .filter(({ of }) => !typeNames.has(of))
      .map(({ name, of, position }): Breach => ({
        rule: 'alias-unknown',
        position,
        sentence: `${name} is an alias of ${of}, which there is not.`,
      })),
    ...typeBreachesOf(types, (name) => byName.get(name)?.type),
  ];
}

/**
 * The same of types alone, which may be those of pages: copies of a shape are checked before they are joined.
 *
 * @param shapeOf finds the shapes that they refer to
 */
export function typeBreachesOf(types: readonly AnyType[], shapeOf: ShapeOf): Breach[] {
  const breaches: Breach[] = [];
  const all = [...types];
  // The list grows while it is gone through.
  for (const type of all) {
    for (const breach of breachesIn(type, shapeOf)) breaches.push(breach);
    for (const part of innerTypes(type)) all.push(part);
  }
  return breaches;
}

/** What a type itself breaks, without its parts. */
function breachesIn(type: AnyType, shapeOf: ShapeOf): Breach[] {
  switch (type.kind) {
    case 'literal':
      return isHeld(type.value) ? [] : [unheld('enum-malformed', type.position)];
    case 'enumeration':
      return type.values
        .filter(({ value }) => !isHeld(value))
        .map(({ position }) => unheld('enum-malformed', position));
    case 'object':
      return [
        ...repeated(type.fields, ({ name }) => name).map(({ item, first }): Breach => ({
          rule: 'field-duplicate',
          position: item.position,
          sentence: `\`${item.name}\` stands at ${first.position} already; remove one of the two.`,
        })),
        ...type.fields.flatMap((field) => [
          ...boundBreaches(field),
          ...defaultBreaches(field, shapeOf),
        ]),
      ];
    default:
      return [];
  }
}

function boundBreaches({ name, type, bounds }: AnyField): Breach[] {
  if (!bounds) return [];
  const { position, minimum = -Infinity, maximum = Infinity } = bounds;
  if (![bounds.minimum, bounds.maximum].every(isHeld)) return [unheld('bound-malformed', position)];
  if (!mayBeNumber(type))
    return [
      {
        rule: 'bound-malformed',
        position,
        sentence: `\`${name}\` has bounds, but is not a number.`,
      },
    ];
  if (minimum <= maximum) return [];
  const sentence = `the minimum of \`${name}\` is greater than its maximum; fix one of them.`;
  return [{ rule: 'bound-malformed', position, sentence }];
}

function defaultBreaches(
  { name, type, bounds, default: stated }: AnyField,
  shapeOf: ShapeOf,
): Breach[] {
  if (!stated) return [];
  const { value, position } = stated;
  if (!isHeld(value)) return [unheld('default-malformed', position)];
  const text = JSON.stringify(value);
  if (!canHold(type, value, shapeOf))
    return [
      {
        rule: 'default-malformed',
        position,
        sentence: `the default \`${text}\` of \`${name}\` does not fit its type.`,
      },
    ];
  if (typeof value !== 'number' || !bounds || isBetween(value, bounds)) return [];
  const sentence = `the default \`${text}\` of \`${name}\` is not within its bounds; fix one of them.`;
  return [{ rule: 'default-malformed', position, sentence }];
}

function isBetween(value: number, { minimum = -Infinity, maximum = Infinity }: Bounds): boolean {
  return value >= minimum && value <= maximum;
}

/** Whether a number stands, or may stand, somewhere in a type. */
function mayBeNumber(type: AnyType): boolean {
  switch (type.kind) {
    case 'integer':
    case 'number':
    case 'link':
    case 'reference':
      return true;
    case 'literal':
      return typeof type.value === 'number';
    case 'enumeration':
      return type.values.some(({ value }) => typeof value === 'number');
    case 'open':
      return type.of === 'value';
    case 'object':
      return false;
    default:
      return innerTypes(type).some(mayBeNumber);
  }
}

/** Whether numbers are what the page has: beyond this, two that differ are one and the same. */
function isHeld(value: Json | undefined): boolean {
  if (typeof value === 'number') return Math.abs(value) <= Number.MAX_SAFE_INTEGER;
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every(isHeld);
}

function unheld(rule: Breach['rule'], position: Position): Breach {
  const sentence = `a number beyond ${Number.MAX_SAFE_INTEGER} loses its last digits; state a smaller one.`;
  return { rule, position, sentence };
}

/** The items that have the key of an earlier one, each with the first that has it. */
function repeated<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): { item: Item; first: Item }[] {
  const seen = new Map<string, Item>();
  return items.flatMap((item) => {
    const first = seen.get(keyOf(item));
    if (first === undefined) seen.set(keyOf(item), item);
    return first === undefined ? [] : [{ item, first }];
  });
}

function innerTypes(type: AnyType): AnyType[] {
  switch (type.kind) {
    case 'array':
      return [type.element];
    case 'map':
      return [type.value];
    case 'union':
      return type.members;
    case 'object':
      return type.fields.map((field) => field.type);
    default:
      return [];
  }
}
