/**
 * What holds of every model, whoever made it: names are unique where they tell things apart, and values fit the types
 * that they stand at. The pipeline checks it of what it read, and `diff` of a `model.json` that it is given.
 */
import { discriminatorsOf, unionsOf } from './discriminators.ts';
import { waysAmong } from './circular.ts';
import { endlessShapes } from './endless.ts';
import { canHold } from './holds.ts';
import type { Bounds, Field, Json, Link, Model, Position, Reference, Type } from './model.ts';
import { isPlatformName, reservedTypeNames, reservedTypeNamesOf } from './names.ts';
import { typeSignature } from './signature.ts';
import { shapesByName, typeNamesOf, typesIn, writtenNames } from './walk.ts';

/** Something of a model that breaks its contract. */
export interface Breach {
  rule:
    | 'alias-unknown'
    | 'bound-malformed'
    | 'default-malformed'
    | 'enum-malformed'
    | 'event-duplicate'
    | 'event-too-large'
    | 'field-duplicate'
    | 'field-malformed'
    | 'name-collision'
    | 'type-mismatch';
  position: Position;
  sentence: string;
  /** The places that the sentence names. */
  places?: readonly Position[];
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
  const circular = waysAmong(shapes).circles.flat();
  const isCircular = new Set(circular);
  const typeNames = new Set(typeNamesOf(model));
  const reserved = new Set([...reservedTypeNames, ...reservedTypeNamesOf(model.source)]);
  return [
    ...repeated(directed, ({ key }) => key).map(({ item, first }): Breach => ({
      rule: 'event-duplicate',
      position: item.position,
      sentence: `${item.name} is listed at ${first.position} already; remove one of the two.`,
      places: [first.position],
    })),
    ...repeated(named, ({ name }) => name).map(({ item, first }): Breach => ({
      rule: 'name-collision',
      position: item.position,
      sentence: `the TypeScript name ${item.name} is that of ${first.position} already; give one of them another name under "shapes" of source.json.`,
      places: [first.position],
    })),
    ...named.flatMap(({ name, position }): Breach[] => {
      const owner = isPlatformName(name)
        ? 'the platform'
        : reserved.has(name)
          ? 'a type that every source has'
          : undefined;
      const sentence = `the TypeScript name ${name} is that of ${owner} already; give one of them another name under "shapes" of source.json.`;
      return owner === undefined ? [] : [{ rule: 'name-collision', position, sentence }];
    }),
    ...(model.aliases ?? [])
      .filter(({ of }) => !typeNames.has(of))
      .map(({ name, of, position }): Breach => ({
        rule: 'alias-unknown',
        position,
        sentence: `${name} is an alias of ${of}, which there is not.`,
      })),
    ...circular.map(({ name, type }): Breach => ({
      rule: 'type-mismatch',
      position: type.position,
      sentence: `the shape ${name} is itself or something else, which no type is; take it out of itself.`,
    })),
    ...endlessShapes(shapes)
      .filter((shape) => !isCircular.has(shape))
      .map(({ name, type }): Breach => ({
        rule: 'type-mismatch',
        position: type.position,
        sentence: `the shape ${name} needs another one of itself, so that no message can have it; make a field on the way there optional, or let it be null.`,
      })),
    ...typeBreachesOf(types, (name) => byName.get(name)?.type),
    ...discriminatorBreaches(model),
    ...events.flatMap(({ examples }) =>
      examples
        .filter(({ value }) => !isWellFormed(value))
        .map(({ position }) => malformed('default-malformed', position)),
    ),
  ];
}

/** Fields that are said to tell their objects from others, and do not. */
function discriminatorBreaches(model: Model): Breach[] {
  const { events, shapes } = model;
  const { beyond } = unionsOf(events, shapes);
  if (beyond)
    return [
      {
        rule: 'event-too-large',
        position: beyond.position,
        sentence:
          'up to here the unions have more members than can be told apart; let several fields have one union, or split the docs.',
      },
    ];
  const sound = discriminatorsOf(events, shapes);
  return typesIn(model)
    .flatMap((type) => (type.kind === 'object' ? type.fields : []))
    .filter((field) => field.discriminator && !sound.has(field))
    .map(({ name, position }): Breach => ({
      rule: 'type-mismatch',
      position,
      sentence: `\`${name}\` has no values of its own that would tell its object from others.`,
    }));
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
      return valueBreaches('enum-malformed', type);
    case 'enumeration':
      return [
        ...type.values.flatMap((value) => valueBreaches('enum-malformed', value)),
        ...repeated(type.values, ({ value }) => JSON.stringify(value)).map(
          ({ item, first }): Breach => ({
            rule: 'enum-malformed',
            position: item.position,
            sentence: `${JSON.stringify(item.value)} is listed at ${first.position} already; remove one of the two.`,
            places: [first.position],
          }),
        ),
      ];
    case 'union':
      return [
        ...type.members.flatMap(({ kind, position }): Breach[] => {
          const sentence = 'a union is a member of another one; list its members there.';
          return kind === 'union' ? [{ rule: 'type-mismatch', position, sentence }] : [];
        }),
        ...repeated(type.members, typeSignature).map(({ item, first }): Breach => ({
          rule: 'type-mismatch',
          position: item.position,
          sentence: `this member of a union stands at ${first.position} already; remove one of the two.`,
          places: [first.position],
        })),
      ];
    case 'object':
      return [
        ...repeated(type.fields, ({ name }) => name).map(({ item, first }): Breach => ({
          rule: 'field-duplicate',
          position: item.position,
          sentence: `\`${item.name}\` stands at ${first.position} already; remove one of the two.`,
          places: [first.position],
        })),
        ...type.fields.flatMap((field) => [
          ...nameBreaches(field),
          ...boundBreaches(field),
          ...defaultBreaches(field, shapeOf),
        ]),
      ];
    default:
      return [];
  }
}

function nameBreaches({ name, position }: AnyField): Breach[] {
  return isWellFormed(name) ? [] : [malformed('field-malformed', position)];
}

/** A value that is not what the page has, or cannot be written. */
function valueBreaches(
  rule: Breach['rule'],
  { value, position }: { value: Json; position: Position },
): Breach[] {
  if (!isHeld(value)) return [unheld(rule, position)];
  return isWellFormed(value) ? [] : [malformed(rule, position)];
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
  if (!mayBeNumber(type, false) && [bounds.minimum, bounds.maximum].some(isFraction)) {
    const sentence = `\`${name}\` is a whole number, but a bound of it is not; fix one of them.`;
    return [{ rule: 'bound-malformed', position, sentence }];
  }
  if (minimum > maximum) {
    const sentence = `the minimum of \`${name}\` is greater than its maximum; fix one of them.`;
    return [{ rule: 'bound-malformed', position, sentence }];
  }
  const beyond = numbersOf(type).find((one) => one < minimum || one > maximum);
  if (beyond === undefined) return [];
  const sentence = `the value ${beyond} of \`${name}\` is not within its bounds; fix one of them.`;
  return [{ rule: 'bound-malformed', position, sentence }];
}

/** The numbers that a type lists. */
function numbersOf(type: AnyType): number[] {
  if (type.kind === 'union') return type.members.flatMap(numbersOf);
  const values =
    type.kind === 'literal'
      ? [type.value]
      : type.kind === 'enumeration'
        ? type.values.map(({ value }) => value)
        : [];
  return values.filter((value) => typeof value === 'number');
}

function defaultBreaches(
  { name, type, bounds, default: stated }: AnyField,
  shapeOf: ShapeOf,
): Breach[] {
  if (!stated) return [];
  const { value, position } = stated;
  const [breach] = valueBreaches('default-malformed', stated);
  if (breach) return [breach];
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

function isFraction(value: number | undefined): boolean {
  return value !== undefined && !Number.isInteger(value);
}

/**
 * Whether a number stands, or may stand, somewhere in a type.
 *
 * @param whole whether whole numbers alone are enough
 */
function mayBeNumber(type: AnyType, whole = true): boolean {
  switch (type.kind) {
    case 'integer':
      return whole;
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
      return innerTypes(type).some((inner) => mayBeNumber(inner, whole));
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

/** Whether texts and keys are whole characters: half of one, a lone surrogate, is none that a file could hold. */
function isWellFormed(value: Json): boolean {
  if (typeof value === 'string') return !/\p{Surrogate}/u.test(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, part]) => isWellFormed(key) && isWellFormed(part));
}

function malformed(rule: Breach['rule'], position: Position): Breach {
  const sentence = 'a text ends in the middle of a character (a lone surrogate); fix it.';
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
