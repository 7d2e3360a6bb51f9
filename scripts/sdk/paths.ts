/**
 * Field paths: what an event may hold, in a form that the docs and the declarations of an SDK have in common.
 *
 * A path leads from the event to a field: `session.audio`; `[]` is any element of an array, `{}` any value of a map,
 * `<…>` one member of a union: `session<realtime>.audio.input.format<audio/pcm>.rate`. A union of objects tells its
 * members by their discriminators, or by number where they have none; what is not an object is told by its kind:
 * `max_output_tokens<number>`, `max_output_tokens<string>`.
 */
import {
  alternativesOf,
  isClosed,
  kindsOf,
  type Alternatives,
  type Scalar,
  type Shapes,
  type Value,
} from '../../generator/model/alternatives.ts';
import type {
  Direction,
  Field,
  ObjectType,
  Origin,
  Position,
  Type,
} from '../../generator/model/model.ts';
import { isUnique } from '../../generator/model/names.ts';
import { mayBeAbsent } from '../../generator/model/reading.ts';
import { pathBelow, unionOf } from '../../generator/model/types.ts';

/** All that is said of one event. Its types point at no shapes: what they point at stands in their place. */
export interface EventContract {
  name: string;
  direction: Direction;
  body: MemberObject;
}

/** The kind of a {@link Member}; an integer is a number, a list of values is of the kind of its values. */
export type Kind = Member['kind'];

/** One of the things that may stand at a place, `null` aside, which is a property of the place. */
export type Member = ScalarMember | Collection | MemberObject | Bare;

export interface ScalarMember {
  kind: 'string' | 'number' | 'boolean';
  scalar: Scalar;
}

export interface Collection {
  kind: 'array' | 'map';
  element: Slot;
}

/** An object of which nothing is known has no fields. */
export interface MemberObject {
  kind: 'object';
  object: ObjectType;
  fields: ReadonlyMap<string, Slot>;
}

/** `null` is a member only where nothing else may stand. `unknown`: anything may stand there. */
export interface Bare {
  kind: 'null' | 'unknown';
}

/** Where something is stated. */
export interface Basis {
  position: Position;
  origin: Origin;
}

/** A field, an element of an array or a value of a map: a place that holds a value. */
export interface Slot {
  optional: boolean;
  nullable: boolean;
  members: readonly Member[];
  /** Its one value tells an event from the others, or the member of a union. */
  isDiscriminator: boolean;
  basis: Basis;
}

/** One path, and what is said of the field at its end. */
export interface FieldPath {
  path: string;
  kind: Kind;
  optional: boolean;
  nullable: boolean;
  /** The listed values, those of discriminators aside. */
  values: readonly Value[];
  basis: Basis;
}

/** An event as its body has it: the name is the one value of `type`. `undefined`: there is no such value. */
export function eventOf(direction: Direction, body: ObjectType): EventContract | undefined {
  const name = constantsOf(body).get('type');
  return typeof name === 'string'
    ? { name, direction, body: objectMember(body, ['type']) }
    : undefined;
}

// ── Places ──────────────────────────────────────────────────────────────────────────────────────────────────

/** Declarations have none, and documented ones stand where they are pointed at. */
const noShapes: Shapes = new Map();

function slotOfField(field: Field, discriminators: readonly string[]): Slot {
  const { name, type, origin, correction, position } = field;
  const isDiscriminator = discriminators.includes(name) && constantOf(type) !== undefined;
  // What a correction states, it states in its own file; the field keeps the place that was corrected.
  const basis = { position: correction ?? position, origin };
  return { ...slotOf(type, basis), optional: mayBeAbsent(field), isDiscriminator };
}

function slotOf(type: Type, basis: Basis): Slot {
  const found = alternativesOf(type, noShapes);
  return {
    optional: false,
    nullable: found.null !== undefined || found.anything !== undefined,
    members: membersIn(found, basis.origin),
    isDiscriminator: false,
    basis,
  };
}

/** `origin`: that of the field, which is that of its elements. */
function membersIn(found: Alternatives, origin: Origin): Member[] {
  if (found.anything) return [{ kind: 'unknown' }];
  const elementOf = (type: Type) => slotOf(type, { position: type.position, origin });
  const objects = [
    ...found.objects.map(({ object }) => object),
    ...(found.openObject ? [emptyObject(found.openObject)] : []),
  ];
  const members: Member[] = [
    ...(['string', 'number', 'boolean'] as const).flatMap((kind) =>
      found[kind] ? [{ kind, scalar: found[kind] }] : [],
    ),
    ...(['array', 'map'] as const).flatMap((kind) =>
      found[kind] ? [{ kind, element: elementOf(found[kind]) }] : [],
    ),
    ...objects.map((object) => objectMember(object, discriminatorsOf(objects))),
  ];
  return members.length > 0 ? members : [{ kind: 'null' }];
}

function emptyObject(position: Position): ObjectType {
  return { kind: 'object', position, fields: [] };
}

function objectMember(object: ObjectType, discriminators: readonly string[]): MemberObject {
  const fields = object.fields.map(
    (field) => [field.name, slotOfField(field, discriminators)] as const,
  );
  return { kind: 'object', object, fields: new Map(fields) };
}

/**
 * A place some of whose objects are read as one that stands for any of them: what some of them lack is optional.
 *
 * @param which those objects; without it all
 */
export function withOneObject(
  slot: Slot,
  which: readonly MemberObject[] = slot.members.filter((member) => member.kind === 'object'),
): Slot {
  const [first, second] = which;
  if (!first || !second) return slot;
  const merged = new Set<Member>(which);
  const others = slot.members.filter((member) => !merged.has(member));
  const object = { ...first.object, fields: fieldsOfAny(which.map((member) => member.object)) };
  return { ...slot, members: [...others, objectMember(object, [])] };
}

function fieldsOfAny(objects: readonly ObjectType[]): Field[] {
  const fields = new Map<string, Field>();
  for (const field of objects.flatMap((object) => object.fields)) {
    const known = fields.get(field.name);
    if (known) fields.set(field.name, eitherOf(known, field));
    else fields.set(field.name, field);
  }
  return Array.from(fields.values(), (field) => {
    const isEverywhere = objects.every((object) =>
      object.fields.some(({ name }) => name === field.name),
    );
    return isEverywhere ? field : { ...field, requiredness: 'optional' };
  });
}

function eitherOf(a: Field, b: Field): Field {
  const isOptional = mayBeAbsent(a) || mayBeAbsent(b);
  return {
    ...a,
    requiredness: isOptional ? 'optional' : 'required',
    type: unionOf(a.type.position, [a.type, b.type]),
  };
}

// ── Paths ───────────────────────────────────────────────────────────────────────────────────────────────────

/** Every path of an event, fields in their order, a field before what it holds. */
export function pathsOf({ body }: EventContract): FieldPath[] {
  return pathsBelow(body, '');
}

/** Every path of a place: one to each member, and those below it. */
export function pathsOfSlot(slot: Slot, path: string): FieldPath[] {
  const labels = memberLabels(slot.members);
  return slot.members.flatMap((member, i) => {
    const own = memberPath(path, labels[i]);
    return [pathOfMember(slot, member, own), ...pathsBelow(member, own)];
  });
}

/** The path that ends at a member of a place. */
export function pathOfMember(slot: Slot, member: Member, path: string): FieldPath {
  const { optional, nullable, basis, isDiscriminator } = slot;
  const values = isDiscriminator ? [] : valuesOf(member);
  return { path, kind: member.kind, optional, nullable, values, basis };
}

/** The values that a member lists. */
export function valuesOf(member: Member): readonly Value[] {
  return 'scalar' in member ? member.scalar.values : [];
}

/** Every path that goes on from a member. */
export function pathsBelow(member: Member, path: string): FieldPath[] {
  if ('fields' in member)
    return Array.from(member.fields, ([name, slot]) =>
      pathsOfSlot(slot, pathBelow(path, name)),
    ).flat();
  return 'element' in member ? pathsOfSlot(member.element, elementPath(path, member)) : [];
}

/** The path of what the array or map at `path` holds. */
export function elementPath(path: string, { kind }: Collection): string {
  return path + (kind === 'array' ? '[]' : '{}');
}

/** The path of one member of the place at `path`; the only member needs no label. */
export function memberPath(path: string, label: string | undefined): string {
  return label === undefined ? path : `${path}<${label}>`;
}

// ── Members of a union ──────────────────────────────────────────────────────────────────────────────────────

/** What tells the members of a union apart, for a reader; `undefined` where there is but one. */
export function memberLabels(members: readonly Member[]): (string | undefined)[] {
  if (members.length < 2) return members.map(() => undefined);
  const objects = members.flatMap((member) => (member.kind === 'object' ? [member.object] : []));
  const labels = objectLabels(objects);
  return members.map((member) =>
    member.kind === 'object' ? labels[objects.indexOf(member.object)] : member.kind,
  );
}

/** The constants of `type`, then those of `role`, then all others, as far as it takes to tell the objects apart. */
function objectLabels(objects: readonly ObjectType[]): string[] {
  const [first, second] = objects;
  if (first && !second) return [String(constantsOf(first).get('type') ?? 'object')];
  const names = discriminatorsOf(objects);
  const constants = objects.map(constantsOf);
  const labelsBy = (used: readonly string[]) =>
    constants.map((own) => used.flatMap((name) => own.get(name) ?? []).join(','));
  const candidates = names.map((_, i) => labelsBy(names.slice(0, i + 1)));
  const best = candidates.find(allDiffer) ?? candidates.at(-1) ?? [];
  return objects.map((_, i) => {
    const label = best[i] ?? '';
    return label !== '' && isUnique(best, label) ? label : String(i + 1);
  });
}

function allDiffer(labels: readonly string[]): boolean {
  return new Set(labels).size === labels.length;
}

/** The fields whose constants tell objects of a union apart: `type` and `role` first, the others by name. */
export function discriminatorsOf(objects: readonly ObjectType[]): string[] {
  const constants = objects.map(constantsOf);
  const names = new Set(constants.flatMap((own) => [...own.keys()]));
  const differing = [...names].filter(
    (name) => new Set(constants.flatMap((own) => own.get(name) ?? [])).size > 1,
  );
  const preferred = ['type', 'role'].filter((name) => differing.includes(name));
  return [...preferred, ...differing.filter((name) => !preferred.includes(name)).toSorted()];
}

/** The fields of an object that take one value only, with that value. */
export function constantsOf({ fields }: ObjectType): Map<string, Value> {
  return new Map(
    fields.flatMap(({ name, type }) => {
      const value = constantOf(type);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

/** The one value that a type is, if there is but one. */
function constantOf(type: Type): Value | undefined {
  const found = alternativesOf(type, noShapes);
  const scalar = found.string ?? found.number ?? found.boolean;
  if (found.anything || !scalar || !isClosed(scalar) || kindsOf(found).size > 1) return undefined;
  return scalar.values.length === 1 ? scalar.values[0] : undefined;
}
