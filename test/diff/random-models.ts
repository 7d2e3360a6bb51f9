/** Models that nobody wrote, and edits of any model. */
import type {
  Event,
  Field,
  Model,
  ObjectType,
  Type,
  UnionType,
  Enumeration,
} from '../../generator/model/model.ts';
import type { Value } from '../../generator/model/alternatives.ts';
import { breachesOf } from '../../generator/model/contract.ts';
import { partsOf } from '../../generator/model/walk.ts';
import {
  arrayOf,
  boolean,
  clientEvent,
  discriminator,
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
  reference,
  required,
  shape,
  somewhere,
  string,
  union,
  unsupported,
} from '../support/models.ts';
import type { Random } from '../support/random.ts';

const shapeNames = ['Am', 'Fm', 'Dab'] as const;
const fieldNames = ['at', 'band', 'city', 'dial'] as const;
const values: [Value, ...Value[]] = ['am', 'fm', 'dab', 'lw', 1, 2, true];
const requirednesses = ['required', 'optional', 'unstated'] as const;

/** A model of a few events and shapes, which may hold each other. */
export function randomModel(random: Random): Model {
  const events = (['tuned', 'lost', 'found'] as const).slice(0, 1 + random.below(3));
  const made = model(
    events.map((name) =>
      (random.happens(0.5) ? event : clientEvent)(name, randomFields(random, 2)),
    ),
    shapeNames.map((name) =>
      shape(name, random.happens(0.7) ? randomObject(random, 2) : randomType(random, 1, false)),
    ),
    random.happens(0.2) ? { reading: { server: random.one(['exact', 'tolerant']) } } : {},
  );
  return isSound(made) ? made : randomModel(random);
}

/** A type that is nested at most this deep. */
function randomType(random: Random, depth: number, mayRefer = true): Type {
  const list = () => values.filter(() => random.happens(0.4));
  const leaves: [() => Type, ...(() => Type)[]] = [
    () => string,
    () => random.one([integer, number, boolean]),
    () => nothing,
    () => literal(random.one(values)),
    () => oneOf('am', ...list()),
    () => openOneOf('am', ...list()),
    () => openObject,
    () => openValue,
  ];
  const inner = () => randomType(random, depth - 1);
  const nodes: [() => Type, ...(() => Type)[]] = [
    () => arrayOf(inner()),
    () => mapOf(inner()),
    () => union(...Array.from({ length: 1 + random.below(3) }, inner)),
    () => variants(random),
    () => randomObject(random, depth - 1),
    () => (mayRefer ? reference(random.one(shapeNames)) : string),
  ];
  return structuredClone(random.one(depth <= 0 || random.happens(0.3) ? leaves : nodes)());
}

function randomObject(random: Random, depth: number): ObjectType {
  return object(randomFields(random, depth), random.happens(0.1) ? { open: 'cut' } : {});
}

/** Objects that are told apart by their types. */
function variants(random: Random): Type {
  const kinds = (['am', 'fm', 'dab'] as const).filter(() => random.happens(0.7));
  return union(
    ...kinds.map((kind) => object([discriminator('type', kind), ...randomFields(random, 0)])),
    ...(kinds.length === 0 ? [openObject] : []),
  );
}

function randomFields(random: Random, depth: number): Field[] {
  return fieldNames
    .filter(() => random.happens(0.4))
    .map((name) =>
      required(name, randomType(random, depth), { requiredness: random.one(requirednesses) }),
    );
}

/** Whether a model is one that the program would compare. */
function isSound(made: Model): boolean {
  const names = new Set(made.shapes.map(({ name }) => name));
  return (
    breachesOf(made).length === 0 &&
    made.events.length > 0 &&
    typesOf(made).every((type) => mayStand(type, names))
  );
}

/** Whether there is something that a type leads to, or may be. */
function mayStand(type: Type, shapes: ReadonlySet<string>): boolean {
  if (type.kind === 'reference') return shapes.has(type.name);
  if (type.kind === 'enumeration') return type.values.length > 0;
  return type.kind !== 'union' || type.members.length > 0;
}

/** Every type of a model. */
function typesOf({ events, shapes }: Model): Type[] {
  const all: Type[] = [...events.map(({ body }) => body), ...shapes.map(({ type }) => type)];
  // The list grows while it is gone through.
  for (const type of all) for (const part of partsOf(type)) all.push(part);
  return all;
}

/** A change that somebody may make; `undefined` where it has nothing to change. */
type Edit = (made: Model, random: Random) => string | undefined;

const ofKind =
  <Kind extends Type['kind']>(kind: Kind) =>
  (type: Type): type is Extract<Type, { kind: Kind }> =>
    type.kind === kind;

function anyOf<T>(list: readonly T[], random: Random): T | undefined {
  return list[random.below(list.length)];
}

function editObject(change: (one: ObjectType, random: Random) => void): Edit {
  return (made, random) => {
    const one = anyOf(typesOf(made).filter(ofKind('object')), random);
    if (one) change(one, random);
    return one && 'object';
  };
}

function editField(change: (field: Field, random: Random, made: Model) => void): Edit {
  return (made, random) => {
    const fields = typesOf(made).flatMap((type) => (type.kind === 'object' ? type.fields : []));
    const field = anyOf(
      fields.filter(({ name }) => name !== 'type'),
      random,
    );
    if (field) change(field, random, made);
    return field && field.name;
  };
}

function editList(change: (list: Enumeration, random: Random) => void): Edit {
  return (made, random) => {
    const list = anyOf(typesOf(made).filter(ofKind('enumeration')), random);
    if (list) change(list, random);
    return list && 'values';
  };
}

function editUnion(change: (one: UnionType, random: Random) => void): Edit {
  return (made, random) => {
    const one = anyOf(typesOf(made).filter(ofKind('union')), random);
    if (one) change(one, random);
    return one && 'union';
  };
}

function editEvent(change: (one: Event, made: Model, random: Random) => void): Edit {
  return (made, random) => {
    const one = anyOf(made.events, random);
    if (one) change(one, made, random);
    return one && one.name;
  };
}

function swapped(list: unknown[], random: Random): void {
  const [one] = list.splice(random.below(list.length), 1);
  if (one !== undefined) list.splice(random.below(list.length + 1), 0, one);
}

const edits: readonly [Edit, ...Edit[]] = [
  editField((field, random) => {
    field.type = randomType(random, 1, false);
    delete field.default;
    delete field.bounds;
    delete field.discriminator;
  }),
  editField((field, random) => {
    field.requiredness = random.one(requirednesses);
  }),
  editField((field) => {
    if (field.discriminator) delete field.discriminator;
    else field.discriminator = true;
  }),
  editField((field) => {
    field.name = `${field.name}_hz`;
  }),
  editField((field) => {
    field.type = union(field.type, nothing);
  }),
  editField((field, random, made) => {
    const other = anyOf(made.shapes, random);
    if (other) field.type = reference(other.name);
    delete field.default;
    delete field.bounds;
    delete field.discriminator;
  }),
  // What stands in a shape is written where it is used.
  editField((field, _, made) => {
    const { type } = field;
    const named = type.kind === 'reference' && made.shapes.find(({ name }) => name === type.name);
    if (named) field.type = structuredClone(named.type);
  }),
  editObject((one, random) => {
    one.fields.splice(random.below(one.fields.length), 1);
  }),
  editObject((one, random) => {
    one.fields.push(required(`new_${random.below(9)}`, randomType(random, 1, false)));
  }),
  editObject((one) => {
    if (one.open) delete one.open;
    else one.open = 'cut';
  }),
  editObject((one, random) => {
    swapped(one.fields, random);
  }),
  editList((list, random) => {
    list.values.splice(random.below(list.values.length), 1);
  }),
  editList((list, random) => {
    list.values.push({ value: `new ${random.below(9)}`, position: somewhere });
  }),
  editList((list) => {
    if (list.open) delete list.open;
    else list.open = true;
  }),
  editList((list, random) => {
    swapped(list.values, random);
  }),
  editUnion((one, random) => {
    one.members.splice(random.below(one.members.length), 1);
  }),
  editUnion((one, random) => {
    one.members.push(randomType(random, 1, false));
  }),
  editUnion((one, random) => {
    one.members[random.below(one.members.length)] = randomType(random, 1, false);
  }),
  editUnion((one, random) => {
    swapped(one.members, random);
  }),
  editEvent((one, made) => {
    made.events = made.events.filter((other) => other !== one);
  }),
  editEvent((one) => {
    one.typeName = `Other${one.typeName}`;
  }),
  editEvent((one) => {
    one.direction = one.direction === 'server' ? 'client' : 'server';
  }),
  editEvent((one) => {
    one.support = unsupported();
  }),
  editEvent((_, made, random) => {
    swapped(made.events, random);
  }),
  // Two shapes swap their names: whoever points at one has the other.
  (made, random) => {
    const [one, other] = [anyOf(made.shapes, random), anyOf(made.shapes, random)];
    if (!one || !other || one === other) return undefined;
    [one.type, other.type] = [other.type, one.type];
    return one.name;
  },
  // They swap their names, and all that point at them follow.
  (made, random) => {
    const [one, other] = [anyOf(made.shapes, random), anyOf(made.shapes, random)];
    if (!one || !other || one === other) return undefined;
    const names = new Map([
      [one.name, other.name],
      [other.name, one.name],
    ]);
    for (const type of typesOf(made))
      if (type.kind === 'reference') type.name = names.get(type.name) ?? type.name;
    [one.name, other.name] = [other.name, one.name];
    return one.name;
  },
  (made, random) => {
    swapped(made.shapes, random);
    return 'shapes';
  },
  (made, random) => {
    made.source.reading = {
      server: random.one(['exact', 'tolerant']),
      client: random.one(['exact', 'tolerant']),
    };
    return 'reading';
  },
];

/** The same model after an edit or three, which leave it sound. */
export function edited(made: Model, random: Random): Model {
  const copy = structuredClone(made);
  for (let left = 1 + random.below(3); left > 0; left--) {
    const next = structuredClone(copy);
    if (random.one(edits)(next, random) !== undefined && isSound(next)) Object.assign(copy, next);
  }
  return copy;
}
