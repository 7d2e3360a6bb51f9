/**
 * Field paths: what an event may hold, in a form that the docs and the declarations of an SDK have in common.
 *
 * A path leads from the event to a field: `session.audio`; `[]` is any element of an array, `{}` any value of a map,
 * `<…>` one member of a union: `session<realtime>.audio.input.format<audio/pcm>.rate`. A union of objects tells its
 * members by their discriminators, or by number where they have none; what is no object is told by its kind:
 * `max_output_tokens<number>`, `max_output_tokens<string>`.
 */
import type { Direction, Origin, Position } from '../model/model.ts';

/** A constant that may stand in JSON where a documented value stands. */
export type Value = string | number | boolean;

/** The kind of a {@link Member}; an integer is a number, a list of values is of the kind of its values. */
export type Kind = Member['kind'];

/** One of the things that may stand at a place, `null` aside, which is a property of the place. */
export type Member = Scalar | ObjectMember | Collection | Bare;

/** `values`: those that are listed; none: any. `'a' | 'b' | string` lists two and takes any. */
export interface Scalar {
  kind: 'string' | 'number' | 'boolean';
  values: readonly Value[];
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
  values: readonly Value[];
  statement?: Statement;
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
  const members = unknown ? [unknown] : mergedMembers(found);
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
  return { kind: a.kind, values: a.kind === 'boolean' && values.length > 1 ? [] : values };
}

function mergeSlots(a: Slot, b: Slot): Slot {
  const nulls: Member[] = a.nullable || b.nullable ? [{ kind: 'null' }] : [];
  return slotOf([...a.members, ...b.members, ...nulls], {
    optional: a.optional || b.optional,
    ...(a.statement && { statement: a.statement }),
  });
}

/** Every path of an event, fields in their order, a field before what it holds. */
export function pathsOf({ body }: EventContract): FieldPath[] {
  return pathsOfFields(body, '');
}

/** Every path to and below a member of the place at `path`, which is that of the member. */
export function pathsOfMember(slot: Slot, member: Member, path: string): FieldPath[] {
  const { optional, nullable, statement } = slot;
  const values = 'values' in member ? member.values : [];
  const own: FieldPath = { path, kind: member.kind, optional, nullable, values };
  if (statement) own.statement = statement;
  return [own, ...pathsBelow(member, path)];
}

function pathsBelow(member: Member, path: string): FieldPath[] {
  if ('fields' in member) return pathsOfFields(member, path);
  return 'element' in member ? pathsOfSlot(member.element, elementPath(path, member)) : [];
}

function pathsOfFields({ fields }: ObjectMember, path: string): FieldPath[] {
  return Array.from(fields, ([name, slot]) => pathsOfSlot(slot, fieldPath(path, name))).flat();
}

function pathsOfSlot(slot: Slot, path: string): FieldPath[] {
  const labels = memberLabels(slot.members);
  return slot.members.flatMap((member, i) =>
    pathsOfMember(slot, member, memberPath(path, labels[i])),
  );
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
  const [only] = objects;
  if (only && objects.length === 1) return [String(constantsOf(only).get('type') ?? 'object')];
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
  const constants = new Map<string, Value>();
  for (const [name, { members }] of fields) {
    const [member] = members;
    const value = member && 'values' in member ? member.values[0] : undefined;
    if (value !== undefined && members.length === 1 && isConstant(member))
      constants.set(name, value);
  }
  return constants;
}

function isConstant(member: Member | undefined): boolean {
  return member !== undefined && 'values' in member && member.values.length === 1;
}
