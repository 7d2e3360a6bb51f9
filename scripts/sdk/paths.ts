/**
 * Field paths: what an event may hold, in a form that the docs and the declarations of an SDK have in common.
 *
 * A path leads from the event to a field: `session.audio`; `[]` is any element of an array, `{}` any value of a map,
 * `<…>` one member of a union: `session<realtime>.audio.input.format<audio/pcm>.rate`. A union of objects tells its
 * members by their discriminators, or by number where they have none; what is no object is told by its kind:
 * `max_output_tokens<number>`, `max_output_tokens<string>`.
 */
import type { Direction, Origin, Position } from '../../generator/model/model.ts';

/** A constant that may stand in JSON where a documented value stands. */
export type Value = string | number | boolean;

/** The kind of a {@link Member}; an integer is a number, a list of values is of the kind of its values. */
export type Kind = Member['kind'];

/** One of the things that may stand at a place, `null` aside, which is a property of the place. */
export type Member = Scalar | ObjectMember | Collection | Bare;

/** `values`: those that are listed. `open`: others may stand there too, as in `'a' | 'b' | (string & {})`. */
export interface Scalar {
  kind: 'string' | 'number' | 'boolean';
  values: readonly Value[];
  open: boolean;
}

/** Any value of a kind. */
export function anyOf(kind: Scalar['kind']): Scalar {
  return { kind, values: [], open: true };
}

/** One value and no other. */
export function only(value: Value): Scalar {
  return { kind: kindOf(value), values: [value], open: false };
}

function kindOf(value: Value): Scalar['kind'] {
  if (typeof value === 'string') return 'string';
  return typeof value === 'number' ? 'number' : 'boolean';
}

/** An object of which nothing is known has no fields. */
export interface ObjectMember {
  kind: 'object';
  fields: ReadonlyMap<string, Slot>;
}

export interface Collection {
  kind: 'array' | 'map';
  element: Slot;
}

/** `null` is a member only where nothing else may stand. `unknown`: anything may stand there. */
export interface Bare {
  kind: 'null' | 'unknown';
}

/** Where something is stated. */
export interface Statement {
  position: Position;
  origin: Origin;
}

/** A field, an element of an array or a value of a map: a place that holds a value. */
export interface Slot {
  optional: boolean;
  nullable: boolean;
  members: readonly Member[];
  /** Its one value tells an event from the others, or the member of a union. */
  discriminator?: true;
  /** What the docs base it on. Declarations have none. */
  statement?: Statement;
}

/** All that is said of one event. */
export interface EventContract {
  name: string;
  direction: Direction;
  body: ObjectMember;
}

/** One path, and what is said of the field at its end. */
export interface FieldPath {
  path: string;
  kind: Kind;
  optional: boolean;
  nullable: boolean;
  /** The listed values, those of discriminators aside. */
  values: readonly Value[];
  statement?: Statement;
}

/** An event as its body has it: the name is the one value of `type`. `undefined`: there is no such value. */
export function eventOf(direction: Direction, body: ObjectMember): EventContract | undefined {
  const type = body.fields.get('type');
  const name = type && constantOf(type);
  if (typeof name !== 'string') return undefined;
  return { name, direction, body: marked(body, ['type']) };
}

/**
 * A place from all that may stand there, in any order and with repetitions: scalars of a kind become one, as do
 * arrays and maps, and anything at all takes in the rest.
 */
export function slotOf(
  found: readonly Member[],
  { optional = false, statement }: { optional?: boolean; statement?: Statement } = {},
): Slot {
  const unknown = found.find(({ kind }) => kind === 'unknown');
  const members = unknown ? [unknown] : withDiscriminators(mergedMembers(found));
  const slot: Slot = {
    optional,
    nullable: found.some(({ kind }) => kind === 'null' || kind === 'unknown'),
    members: members.length > 0 ? members : [{ kind: 'null' }],
  };
  if (statement) slot.statement = statement;
  return slot;
}

function mergedMembers(found: readonly Member[]): Member[] {
  const merged: Member[] = [];
  for (const member of found) {
    if (member.kind === 'null') continue;
    const index = merged.findIndex(({ kind }) => kind === member.kind && kind !== 'object');
    const before = merged[index];
    if (before) merged[index] = merge(before, member);
    else merged.push(member);
  }
  return merged;
}

function merge(a: Member, b: Member): Member {
  if ('values' in a && 'values' in b) return mergeScalars(a, b);
  if ('element' in a && 'element' in b) return { ...a, element: mergeSlots(a.element, b.element) };
  return a;
}

/** `true` and `false` together are any boolean. */
function mergeScalars(a: Scalar, b: Scalar): Scalar {
  const values = [...new Set([...a.values, ...b.values])];
  if (a.kind === 'boolean' && values.length > 1) return anyOf('boolean');
  return { kind: a.kind, values, open: a.open || b.open };
}

function mergeSlots(a: Slot, b: Slot): Slot {
  const nulls: Member[] = a.nullable || b.nullable ? [{ kind: 'null' }] : [];
  return slotOf([...a.members, ...b.members, ...nulls], {
    optional: a.optional || b.optional,
    ...(a.statement && { statement: a.statement }),
  });
}

/** A place whose objects are read as one that stands for any of them: what some of them lack is optional. */
export function withOneObject(slot: Slot): Slot {
  const objects = slot.members.filter((member) => member.kind === 'object');
  const [first] = objects;
  if (!first || objects.length < 2) return slot;
  const others = slot.members.filter((member) => member.kind !== 'object');
  return { ...slot, members: [...others, objectOfAll(objects)] };
}

function objectOfAll(objects: readonly ObjectMember[]): ObjectMember {
  const names = new Set(objects.flatMap(({ fields }) => [...fields.keys()]));
  const fields = Array.from(names, (name) => {
    const slots = objects.flatMap((object) => object.fields.get(name) ?? []);
    const joined = slots.reduce(mergeSlots);
    const optional = joined.optional || slots.length < objects.length;
    return [name, { ...joined, optional }] as const;
  });
  return { kind: 'object', fields: new Map(fields) };
}

function withDiscriminators(members: readonly Member[]): Member[] {
  const names = discriminatorsOf(members.filter((member) => member.kind === 'object'));
  return members.map((member) => (member.kind === 'object' ? marked(member, names) : member));
}

/** An object with some of its fields marked as discriminators. */
function marked(object: ObjectMember, names: readonly string[]): ObjectMember {
  const fields = Array.from(object.fields, ([name, slot]) => {
    const mark = names.includes(name) && constantOf(slot) !== undefined;
    return [name, mark ? { ...slot, discriminator: true as const } : slot] as const;
  });
  return { kind: 'object', fields: new Map(fields) };
}

/** Every path of an event, fields in their order, a field before what it holds. */
export function pathsOf({ body }: EventContract): FieldPath[] {
  return pathsOfFields(body, '');
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
  const { optional, nullable, statement } = slot;
  const own = { path, kind: member.kind, optional, nullable, values: listedValues(slot, member) };
  return statement ? { ...own, statement } : own;
}

function listedValues({ discriminator }: Slot, member: Member): readonly Value[] {
  return 'values' in member && !discriminator ? member.values : [];
}

/** Every path that goes on from a member. */
export function pathsBelow(member: Member, path: string): FieldPath[] {
  if ('fields' in member) return pathsOfFields(member, path);
  return 'element' in member ? pathsOfSlot(member.element, elementPath(path, member)) : [];
}

function pathsOfFields({ fields }: ObjectMember, path: string): FieldPath[] {
  return Array.from(fields, ([name, slot]) => pathsOfSlot(slot, fieldPath(path, name))).flat();
}

/** The path of a field of the object at `path`; that of the event is empty. */
export function fieldPath(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
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
  const objects = members.filter((member) => member.kind === 'object');
  const labels = objectLabels(objects);
  return members.map((member) =>
    member.kind === 'object' ? labels[objects.indexOf(member)] : member.kind,
  );
}

/** The constants of `type`, then those of `role`, then all others, as far as it takes to tell the objects apart. */
function objectLabels(objects: readonly ObjectMember[]): string[] {
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
    return label === '' || best.indexOf(label) !== best.lastIndexOf(label) ? String(i + 1) : label;
  });
}

function allDiffer(labels: readonly string[]): boolean {
  return new Set(labels).size === labels.length;
}

/** The fields whose constants tell objects of a union apart: `type` and `role` first, the others by name. */
export function discriminatorsOf(objects: readonly ObjectMember[]): string[] {
  const constants = objects.map(constantsOf);
  const names = new Set(constants.flatMap((own) => [...own.keys()]));
  const differing = [...names].filter(
    (name) => new Set(constants.flatMap((own) => own.get(name) ?? [])).size > 1,
  );
  const preferred = ['type', 'role'].filter((name) => differing.includes(name));
  return [...preferred, ...differing.filter((name) => !preferred.includes(name)).toSorted()];
}

/** The fields of an object that take one value only, with that value. */
export function constantsOf({ fields }: ObjectMember): Map<string, Value> {
  return new Map(
    Array.from(fields).flatMap(([name, slot]) => {
      const value = constantOf(slot);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

/** The one value that may stand at a place, if there is but one. */
export function constantOf({ members }: Slot): Value | undefined {
  const [member, ...others] = members;
  if (!member || others.length > 0 || !('values' in member) || member.open) return undefined;
  return member.values.length === 1 ? member.values[0] : undefined;
}
