/**
 * Messages made from a model: what somebody who follows the docs to the letter would send. Each comes with its
 * places, so that a test can spoil one of them and see what a guard says.
 */
import { isJsonObject } from '../../generator/model/json.ts';
import type {
  Event,
  Field,
  Json,
  Model,
  Shape,
  Type,
  ReadingMode,
} from '../../generator/model/model.ts';
import { mayBeAbsent } from '../../generator/model/reading.ts';
import { partsOf, shapesByName } from '../../generator/model/walk.ts';
import type { Path } from '../../generator/runtime/types.ts';

// ── Making ──────────────────────────────────────────────────────────────────────────────────────────────────

/** What the docs leave to whoever writes a message. */
export interface Choices {
  /** Whether a field that may be absent is there. */
  includes(field: Field): boolean;
  /** Which of several values or union members; from 0. */
  pick(count: number): number;
  /** How many elements an array has, or entries a map. */
  length(): number;
  string(): string;
  integer(): number;
  number(): number;
  boolean(): boolean;
  /** A value of which nothing is said. */
  anything(): Json;
}

/** Nothing that may be left out. */
export const shortest: Choices = {
  includes: () => false,
  pick: () => 0,
  length: () => 0,
  string: () => '',
  integer: () => 0,
  number: () => 0,
  boolean: () => false,
  anything: () => null,
};

/** Everything that the docs name; of several values and members the one of this number. */
export function everything(member = 0): Choices {
  return {
    includes: () => true,
    pick: (count) => member % count,
    length: () => 2,
    string: () => 'text',
    integer: () => 7,
    number: () => 0.5,
    boolean: () => true,
    anything: () => ({ nobody: ['knows', 1] }),
  };
}

/** A part of a message, and what the docs say of it. */
export interface Place {
  /** The way to it: keys and indexes. */
  path: Path;
  /** Its type; a union as a whole, whichever member was chosen. */
  type: Type;
  /** The field whose value it is; the elements of arrays and maps have none. */
  field?: Field;
}

export interface Message {
  value: Json;
  /** Every part of it that the docs describe, the message itself first. */
  places: Place[];
}

/** A message of an event. */
export function messageOf(model: Model, event: Event, choices: Choices = everything()): Message {
  return valueOf(event.body, shapesByName(model), choices);
}

/** A value of a type. */
export function valueOf(
  type: Type,
  shapes: ReadonlyMap<string, Shape>,
  choices: Choices = everything(),
): Message {
  const places: Place[] = [{ path: [], type }];
  const value = make({ shapes, choices, places, checked: true, above: [] }, type, []);
  return { value, places };
}

/** Values of a type among which each member of each union, and each value of each enumeration, appears. */
export function valuesOf(type: Type, shapes: ReadonlyMap<string, Shape>): Message[] {
  const values = [valueOf(type, shapes, shortest)];
  for (let member = 0; member < widthOf(type, shapes); member++)
    values.push(valueOf(type, shapes, everything(member)));
  return values;
}

/** The greatest number of members or values that any part of a type has to choose from. */
function widthOf(type: Type, shapes: ReadonlyMap<string, Shape>): number {
  let width = 1;
  const seen = new Set<string>();
  const todo: Type[] = [type];
  for (let part = todo.pop(); part; part = todo.pop()) {
    if (part.kind === 'union') width = Math.max(width, part.members.length);
    if (part.kind === 'enumeration') width = Math.max(width, part.values.length);
    if (part.kind === 'reference' && !seen.has(part.name)) {
      seen.add(part.name);
      todo.push(shapeOf(shapes, part.name).type);
    }
    todo.push(...partsOf(part));
  }
  return width;
}

interface Making {
  shapes: ReadonlyMap<string, Shape>;
  choices: Choices;
  places: Place[];
  /** Whether a guard can know what stands here: not in a member of a union that another member may be taken for. */
  checked: boolean;
  /** The shapes that this value is a part of. */
  above: readonly string[];
}

/** So many shapes deep, messages end at their shortest. */
const deepest = 12;

/** A shape that contains itself does not do so more often: each time may be several. */
const mostRepeats = 2;

function make(making: Making, type: Type, path: Path): Json {
  const repeats = making.above.length - new Set(making.above).size;
  const isDeep = making.above.length > deepest || repeats > mostRepeats;
  const choices = isDeep ? shortest : making.choices;
  const part = (partType: Type, key: string | number, field?: Field): Json => {
    const at = [...path, key];
    if (making.checked)
      making.places.push({ path: at, type: partType, ...(field === undefined ? {} : { field }) });
    return make(making, partType, at);
  };
  switch (type.kind) {
    case 'string':
    case 'integer':
    case 'number':
    case 'boolean':
      return choices[type.kind]();
    case 'null':
      return null;
    case 'literal':
      return type.value;
    case 'enumeration':
      return chosen(type.values, choices).value;
    case 'open':
      return type.of === 'object' ? { nobody: 'knows' } : choices.anything();
    case 'array':
      return Array.from({ length: choices.length() }, (_, i) => part(type.element, i));
    case 'map':
      return Object.fromEntries(
        Array.from({ length: choices.length() }, (_, i) => {
          const key = `key ${i}`;
          return [key, part(type.value, key)];
        }),
      );
    case 'object':
      return Object.fromEntries(
        type.fields
          .filter((field) => !mayBeAbsent(field) || choices.includes(field))
          .map((field) => [field.name, part(field.type, field.name, field)]),
      );
    case 'union': {
      const member = chosen(type.members, choices);
      const checked =
        making.checked &&
        type.members.every(
          (other) => other === member || areToldApart(member, other, making.shapes),
        );
      return make({ ...making, checked }, member, path);
    }
    case 'reference': {
      if (making.above.length > 4 * deepest) throw new Error(`${type.name} never ends.`);
      const above = [...making.above, type.name];
      return make({ ...making, above }, shapeOf(making.shapes, type.name).type, path);
    }
  }
}

function chosen<Item>(items: readonly Item[], choices: Choices): Item {
  const item = items[choices.pick(items.length)];
  if (item === undefined) throw new Error('There is nothing to choose from.');
  return item;
}

function shapeOf(shapes: ReadonlyMap<string, Shape>, name: string): Shape {
  const shape = shapes.get(name);
  if (!shape) throw new Error(`The model has no shape ${name}.`);
  return shape;
}

/** Whether no value of type `a` can be spoiled in one place so that it is one of type `b`. */
function areToldApart(a: Type, b: Type, shapes: ReadonlyMap<string, Shape>): boolean {
  if (a.kind === 'reference') return areToldApart(shapeOf(shapes, a.name).type, b, shapes);
  if (b.kind === 'reference') return areToldApart(a, shapeOf(shapes, b.name).type, shapes);
  if (a.kind === 'union') return a.members.every((member) => areToldApart(member, b, shapes));
  if (b.kind === 'union') return b.members.every((member) => areToldApart(a, member, shapes));
  if (a.kind === 'object' && b.kind === 'object') {
    return a.fields.some((field) => {
      const twin = b.fields.find(({ name }) => name === field.name);
      const [one, two] = [field, twin].map((either) =>
        either?.discriminator === true && either.type.kind === 'literal'
          ? either.type.value
          : undefined,
      );
      return one !== undefined && two !== undefined && one !== two && !mayBeAbsent(twin ?? field);
    });
  }
  const [one, two] = [kindInJson(a), kindInJson(b)];
  return one !== 'anything' && two !== 'anything' && (one !== two || one === 'plain');
}

/** What a type is in JSON, as far as it can have parts. */
function kindInJson(type: Type): 'anything' | 'object' | 'array' | 'plain' {
  switch (type.kind) {
    case 'open':
      return type.of === 'value' ? 'anything' : 'object';
    case 'object':
    case 'map':
      return 'object';
    case 'array':
      return 'array';
    default:
      return 'plain';
  }
}

// ── Spoiling ────────────────────────────────────────────────────────────────────────────────────────────────

/** A message with another value at a place; with `undefined` it is gone. */
export function withValue(message: Json, path: Path, value: Json | undefined): Json {
  const [key, ...rest] = path;
  if (key === undefined) {
    if (value === undefined) throw new Error('A message cannot be taken out of itself.');
    return value;
  }
  if (Array.isArray(message))
    return message.map((item, i) => (i === key ? withValue(item, rest, value) : item));
  if (!isJsonObject(message)) throw new Error(`There is no ${path.join('.')}.`);
  if (rest.length > 0 || value !== undefined) {
    const inner =
      rest.length === 0 ? (value ?? null) : withValue(message[key] ?? null, rest, value);
    return Object.fromEntries([...Object.entries(message), [String(key), inner]]);
  }
  return Object.fromEntries(Object.entries(message).filter(([name]) => name !== key));
}

/** The part of a message at a place. */
export function valueAt(message: Json, path: Path): Json | undefined {
  return path.reduce<Json | undefined>((value, key) => {
    if (Array.isArray(value)) return typeof key === 'number' ? value[key] : undefined;
    return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }, message);
}

/** One value of every kind that JSON has. */
const kindsOfJson: readonly Json[] = [null, true, 3, 2.5, 'some text', [], {}];

/** Values that cannot stand at a place: of another kind than the docs say. */
export function wrongValues(
  place: Place,
  reading: ReadingMode,
  shapes: ReadonlyMap<string, Shape>,
): Json[] {
  const mayBeNull = reading === 'tolerant' && place.field !== undefined && mayBeAbsent(place.field);
  return kindsOfJson.filter(
    (value) =>
      !(value === null && mayBeNull) &&
      !isOfKind(value, place.type, shapes, isClosed(place, reading)),
  );
}

/** Whether a place takes no other values than the docs list. */
export function isClosed({ type, field }: Place, reading: ReadingMode): boolean {
  if (type.kind === 'enumeration' && type.open === true) return false;
  return reading === 'exact' || field?.discriminator === true;
}

/** Whether a value is of the kind of a type; what is inside of it is not looked at. */
function isOfKind(
  value: Json,
  type: Type,
  shapes: ReadonlyMap<string, Shape>,
  closed: boolean,
): boolean {
  switch (type.kind) {
    case 'string':
    case 'number':
    case 'boolean':
      return typeof value === type.kind;
    case 'integer':
      return Number.isInteger(value);
    case 'null':
      return value === null;
    case 'literal':
      return closed ? value === type.value : typeof value === typeof type.value;
    case 'enumeration':
      return type.values.some((one) =>
        closed && type.open !== true ? value === one.value : typeof value === typeof one.value,
      );
    case 'open':
      return type.of === 'value' || isJsonObject(value);
    case 'array':
      return Array.isArray(value);
    case 'map':
    case 'object':
      return isJsonObject(value);
    case 'union':
      return type.members.some((member) => isOfKind(value, member, shapes, closed));
    case 'reference':
      return isOfKind(value, shapeOf(shapes, type.name).type, shapes, false);
  }
}
