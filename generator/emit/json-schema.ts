/**
 * JSON Schema 2020-12 of the events of one direction, in one reading. It accepts what `parse…` accepts in that reading
 * with no unknown member: in the reading of the types, what the guards accept.
 *
 * What only informs is an annotation: descriptions, defaults, the known values of a list that may grow.
 */
import { editionOf } from '../model/edition.ts';
import { isJsonObject } from '../model/json.ts';
import type {
  Direction,
  Field,
  Json,
  Model,
  ObjectType,
  ReadingMode,
  SourceInfo,
  Type,
} from '../model/model.ts';
import { directionNames } from '../model/names.ts';
import { boundsInWords } from '../model/signature.ts';
import { isAnything } from '../model/holds.ts';
import { mayBeAbsent, readingModeOf } from '../model/reading.ts';
import { eventsOf } from '../model/walk.ts';
import { withoutRelativeLinks } from './jsdoc.ts';
import { readingOf, type Reading as ReadingOfTypes } from './reading.ts';

/** A schema is JSON itself. */
export type JsonSchema = { [key: string]: Json };

/** What the schema needs beside what types and guards do. */
interface Reading extends ReadingOfTypes {
  /** Whether it says what things are: a second schema of a direction only checks, and would say it all again. */
  hasWords: boolean;
}

const letsPass: Record<ReadingMode, string> = {
  tolerant: 'with what is usual in traffic beside what is documented',
  exact: 'as it is documented',
};

/**
 * Any event of a direction; each event and each shape is a definition with the name of its type.
 *
 * Its `$id` tells it from the schemas of other directions and sources, and is not an address: relative, as where it is
 * published is up to those who do so.
 */
export function jsonSchemaOf(
  model: Model,
  direction: Direction,
  mode: ReadingMode = readingModeOf(model.source, direction),
): JsonSchema {
  const { source } = model;
  const ofTypes = readingModeOf(source, direction);
  const reading = { ...readingOf(model, direction, mode), hasWords: mode === ofTypes };
  const words = `Any ${direction} event of ${editionOf(source)}, ${letsPass[mode]}.`;
  const events = eventsOf(model, direction);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `${source.id}/${schemaFile(source, direction, mode)}`,
    title: directionNames(direction, source).types.union,
    description: reading.hasWords
      ? words
      : `${words} What things are is said in ${schemaFile(source, direction, ofTypes)}.`,
    anyOf: events.map(({ typeName }) => referenceTo(typeName)),
    $defs: Object.fromEntries([
      ...events.map(({ typeName, description, deprecated, body }) => [
        typeName,
        {
          ...described(reading, description, objectSchema(reading, body)),
          ...(deprecated && { deprecated: true }),
        },
      ]),
      ...reading.shapes.map(({ name, description, type }) => [
        reading.nameOf(name),
        described(reading, description, schemaOf(reading, type)),
      ]),
    ]),
  };
}

/** The name of the file of such a schema: what is not the reading of the types has its own in the name. */
function schemaFile(source: SourceInfo, direction: Direction, mode: ReadingMode): string {
  const isOfTypes = mode === readingModeOf(source, direction);
  return isOfTypes ? `${direction}.schema.json` : `${direction}.${mode}.schema.json`;
}

function referenceTo(name: string): JsonSchema {
  return { $ref: `#/$defs/${name}` };
}

function described(
  { hasWords }: Reading,
  description: string | undefined,
  schema: JsonSchema,
): JsonSchema {
  return description === undefined || !hasWords
    ? schema
    : { description: withoutRelativeLinks(description), ...schema };
}

/** Where writing is exact, a key that the docs do not have is a misfit, unless they say that they are cut off. */
function isClosed({ isTolerant }: Reading, { open }: ObjectType): boolean {
  return !isTolerant && open === undefined;
}

function objectSchema(reading: Reading, type: ObjectType): JsonSchema {
  const required = type.fields.filter((field) => !mayBeAbsent(field)).map(({ name }) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(
      type.fields.map((field) => [field.name, fieldSchema(reading, field)]),
    ),
    ...(required.length > 0 && { required }),
    ...(isClosed(reading, type) && { additionalProperties: false }),
    ...(type.deprecated && { deprecated: true }),
  };
}

function fieldSchema(reading: Reading, field: Field): JsonSchema {
  const schema = schemaOf(reading, field.type, field.discriminator);
  const words = [field.description, field.bounds && `A number ${boundsInWords(field.bounds)}.`];
  return {
    ...described(
      reading,
      words.filter((text) => text !== undefined).join('\n\n') || undefined,
      reading.mayBeNull(field) ? anyOf([schema, { type: 'null' }]) : schema,
    ),
    ...(field.default && { default: field.default.value }),
    ...(field.deprecated && { deprecated: true }),
  };
}

/** The schema of a type. `closed`: no other value may stand there, even where reading is tolerant. */
function schemaOf(reading: Reading, type: Type, closed = false): JsonSchema {
  if (isAnything(type)) return {};
  const open = reading.isTolerant && !closed;
  switch (type.kind) {
    case 'string':
    case 'integer':
    case 'number':
    case 'boolean':
    case 'null':
      return { type: type.kind };
    case 'literal':
      return open ? openValues([type.value]) : { const: type.value };
    case 'enumeration': {
      const values = type.values.map(({ value }) => value);
      return open || type.open === true ? openValues(values) : { enum: values };
    }
    case 'open':
      return { type: 'object' };
    case 'array': {
      const items = schemaOf(reading, type.element);
      return { type: 'array', ...(!isAnything(type.element) && { items }) };
    }
    case 'map': {
      const additionalProperties = schemaOf(reading, type.value);
      return { type: 'object', ...(!isAnything(type.value) && { additionalProperties }) };
    }
    case 'object':
      return objectSchema(reading, type);
    case 'union':
      return anyOf(type.members.map((member) => schemaOf(reading, member, closed)));
    case 'reference':
      return referenceTo(reading.nameOf(type.name));
  }
}

/** Values of the kinds of these, which are only the known ones. */
function openValues(values: readonly (string | number | boolean)[]): JsonSchema {
  return {
    ...typesSchema([...new Set(values.map((value) => typeof value))]),
    examples: [...values],
  };
}

/** Members side by side; those that are no more than a word of JSON Schema are one member, in its short form. */
function anyOf(members: readonly JsonSchema[]): JsonSchema {
  const flat = members.flatMap((member) => membersOf(member) ?? [member]);
  const words = new Set<string>();
  const examples: Json[] = [];
  const others: JsonSchema[] = [];
  for (const member of flat) {
    const own = wordsOf(member);
    for (const word of own ?? []) words.add(word);
    if (own === undefined) others.push(member);
    else if (Array.isArray(member['examples'])) examples.push(...member['examples']);
  }
  const plain = words.size > 0 && {
    ...typesSchema([...words]),
    ...(examples.length > 0 && { examples }),
  };
  const all = plain ? [...others, plain] : others;
  const [only] = all;
  return all.length === 1 && only ? only : { anyOf: all };
}

function membersOf(schema: JsonSchema): JsonSchema[] | undefined {
  const { anyOf: members, ...rest } = schema;
  return Array.isArray(members) && Object.keys(rest).length === 0
    ? members.filter(isJsonObject)
    : undefined;
}

/** The words of a schema that holds nothing but `type`, and the known values of an open list. */
function wordsOf(schema: JsonSchema): string[] | undefined {
  const { type, examples: _, ...rest } = schema;
  if (Object.keys(rest).length > 0 || type === undefined) return undefined;
  return (Array.isArray(type) ? type : [type]).map(String);
}

function typesSchema(words: readonly string[]): JsonSchema {
  const [word] = words;
  return { type: words.length === 1 && word !== undefined ? word : [...words] };
}
