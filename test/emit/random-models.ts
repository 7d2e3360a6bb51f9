/** Models in which anything may stand, and be called anything. */
import {
  array,
  boolean as anyBoolean,
  constantFrom,
  double,
  integer as anyInteger,
  letrec,
  oneof,
  record,
  string as anyString,
  tuple,
  uniqueArray,
  type Arbitrary,
} from 'fast-check';
import type { Event, Field, Model, ReadingMode, Type } from '../../generator/model/model.ts';
import {
  arrayOf,
  boolean,
  event,
  integer,
  literal,
  mapOf,
  model,
  nothing,
  number,
  object,
  oneOf,
  openObject,
  openOneOf,
  openValue,
  optional,
  reference,
  required,
  shape,
  string,
  supported,
  union,
  unsupported,
} from '../support/models.ts';

const words = 'a id type item session audio transcription conversation buffer toString'.split(' ');

/** One to fourteen words, in one of the forms of names: most are short, few have 200 characters. */
function nameOf(join: (words: readonly string[]) => string): Arbitrary<string> {
  const some = (least: number, most: number) =>
    array(constantFrom(...words), { minLength: least, maxLength: most }).map(join);
  return oneof(
    { weight: 6, arbitrary: some(1, 3) },
    { weight: 3, arbitrary: some(4, 8) },
    { weight: 1, arbitrary: some(12, 20) },
  ).map((name) => name.slice(0, 200));
}

const capitals = (all: readonly string[]): string =>
  all.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');

const fieldName = oneof(
  { weight: 8, arbitrary: nameOf((all) => all.join('_')) },
  { weight: 1, arbitrary: nameOf((all) => all.join('-')) },
  {
    weight: 1,
    arbitrary: constantFrom('__proto__', '42', "it's", '"', `'"'`, 'ключ', '界', '👍🏽', '⚠️', 'a\\'),
  },
);

const value = oneof(
  { weight: 6, arbitrary: nameOf((all) => all.join('_')) },
  { weight: 1, arbitrary: anyString({ unit: 'grapheme', maxLength: 30 }) },
  {
    weight: 1,
    arbitrary: constantFrom("it's", 'say "so"', `it's "so"`, '世界', 'a\\', '🎧 👍🏽', 'é'),
  },
);

const scalar = oneof(
  value,
  anyInteger(),
  double({ noNaN: true, noDefaultInfinity: true }),
  anyBoolean(),
);
const values = oneof(
  array(value, { minLength: 1, maxLength: 8 }),
  array(anyInteger(), { minLength: 1, maxLength: 30 }),
  array(scalar, { minLength: 1, maxLength: 4 }),
).map((all) => [...new Set(all)]);

const facts: Arbitrary<Partial<Field>> = record(
  { description: anyString({ unit: 'grapheme', maxLength: 200 }) },
  { requiredKeys: [] },
);

/** @param shapes what shapes are called */
function typeOf(shapes: readonly string[]): Arbitrary<Type> {
  const named = shapes.length === 0 ? string : undefined;
  return letrec<{ type: Type; field: Field }>((tie) => ({
    field: tuple(fieldName, tie('type'), facts, anyBoolean()).map(
      ([name, type, more, isRequired]) =>
        isRequired ? required(name, type, more) : optional(name, type, more),
    ),
    type: oneof(
      { depthSize: 'small', withCrossShrink: true },
      constantFrom(string, integer, number, boolean, nothing, openObject, openValue),
      named ? constantFrom(named) : constantFrom(...shapes.map(reference)),
      scalar.map(literal),
      values.map((all) => oneOf(...all)),
      values.map((all) => openOneOf(...all)),
      tie('type').map(arrayOf),
      tie('type').map(mapOf),
      uniqueArray(tie('field'), { selector: ({ name }) => name, maxLength: 4 }).map((fields) =>
        object(fields),
      ),
      array(tie('type'), { minLength: 2, maxLength: 4 }).map((members) => union(...members)),
      tie('type').map((type) => union(type, nothing)),
    ),
  })).type;
}

function fieldsOf(shapes: readonly string[]): Arbitrary<Field[]> {
  const field = tuple(fieldName, typeOf(shapes), facts, anyBoolean()).map(
    ([name, type, more, isRequired]) =>
      isRequired ? required(name, type, more) : optional(name, type, more),
  );
  return uniqueArray(field, { selector: ({ name }) => name, maxLength: 5 }).map((fields) =>
    fields.filter(({ name }) => name !== 'type'),
  );
}

/** An object of many fields, with a field that is such an object itself. */
function containing(name: string, type: Type): Type {
  return type.kind === 'object' && type.fields.length > 2
    ? { ...type, fields: [...type.fields, optional('itself', reference(name))] }
    : type;
}

const mode = constantFrom<ReadingMode>('tolerant', 'exact');

/** A model; nothing that it calls by a name of its own is called so twice. */
export const anyModel: Arbitrary<Model> = uniqueArray(nameOf(capitals), {
  minLength: 1,
  maxLength: 4,
})
  .map((names) => names.map((name) => `${name}Shape`))
  .chain((shapes) => {
    const events = uniqueArray(
      tuple(
        nameOf((all) => all.join('.')),
        fieldsOf(shapes),
        constantFrom('server', 'client'),
        facts,
      ),
      { selector: ([name]) => name, minLength: 1, maxLength: 5 },
    ).map((all): Event[] =>
      all.map(([name, fields, direction, more]) => {
        const typeName = `${capitals(name.split('.'))}Event`;
        const { description } = more;
        const support = name.length % 3 === 0 ? unsupported() : supported();
        return event(name, fields, {
          direction,
          typeName,
          support,
          ...(description !== undefined && { description }),
        });
      }),
    );
    const types = tuple(
      ...shapes.map((name, i) =>
        typeOf(shapes.slice(i + 1)).map((type) => shape(name, containing(name, type), 'Words.')),
      ),
    );
    const source = record(
      {
        typePrefix: nameOf(capitals),
        reading: record({ server: mode, client: mode }),
        title: value,
      },
      { requiredKeys: ['reading'] },
    );
    return tuple(events, types, source).map((parts) => model(...parts));
  });
