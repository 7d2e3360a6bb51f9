/** A message with its structure, and without what it says: recorded traffic holds what people said. */
import { isObject } from '../runtime/objects.ts';
import type { Json, Model, Type } from '../model/model.ts';
import { partsOf } from '../model/walk.ts';
import { counted } from '../text.ts';

/** The word for what a value is. */
export function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}

/** How values are shown. */
export interface Showing {
  /** What people said, too. */
  values: boolean;
  /** Texts that the docs list, which say nothing of anybody. */
  documented: ReadonlySet<string>;
}

/** The texts that a model lists as values, and the names of its events. */
export function documentedTexts(model: Model): Set<string> {
  const texts = new Set(model.events.map(({ name }) => name));
  const visit = (type: Type): void => {
    if (type.kind === 'literal' && typeof type.value === 'string') texts.add(type.value);
    if (type.kind === 'enumeration')
      for (const { value } of type.values) if (typeof value === 'string') texts.add(value);
    for (const part of partsOf(type)) visit(part);
  };
  for (const { body } of model.events) visit(body);
  for (const { type } of model.shapes) visit(type);
  return texts;
}

const mostKeys = 12;
const mostCharacters = 100;

/** The keys of objects: a message of a million keys may be shown for thousands of its places. */
const known = new WeakMap<object, readonly string[]>();

function keysOf(value: object): readonly string[] {
  const keys = known.get(value) ?? Object.keys(value);
  known.set(value, keys);
  return keys;
}

/** A message as it leads to one of its places: what is beside the way is told by its kind. */
export function exampleOf(
  value: unknown,
  path: readonly (string | number)[],
  showing: Showing,
): Json {
  const [key, ...rest] = path;
  if (Array.isArray(value)) {
    if (value.length === 0) return [];
    const items: readonly unknown[] = value;
    const at = typeof key === 'number' ? key : undefined;
    const others = at === undefined ? items.length : items.length - 1;
    return [
      ...(at === undefined ? [] : [exampleOf(items[at], rest, showing)]),
      ...(others > 0 ? [`<${counted(others, at === undefined ? 'item' : 'other item')}>`] : []),
    ];
  }
  if (!isObject(value)) return scalarOf(value, showing);
  const keys = keysOf(value);
  const first = keys.slice(0, mostKeys);
  const isBehind = typeof key === 'string' && !first.includes(key) && Object.hasOwn(value, key);
  const told = isBehind ? [...first, key] : first;
  const isOnWay = (one: string): boolean => one === key;
  const entries = told.map((one): [string, Json] => [
    shownKey(one),
    isOnWay(one) ? exampleOf(value[one], rest, showing) : besideOf(value[one], showing),
  ]);
  const others = keys.length - told.length;
  return {
    ...Object.fromEntries(entries),
    ...(others > 0 && { '<others>': `<${counted(others, 'key')}>` }),
  };
}

/** The value at the end of a way is shown in full, what is beside it in a word. */
function besideOf(value: unknown, showing: Showing): Json {
  if (Array.isArray(value)) return value.length === 0 ? [] : [`<${counted(value.length, 'item')}>`];
  if (isObject(value)) return Object.keys(value).length === 0 ? {} : '<object>';
  return scalarOf(value, showing);
}

function scalarOf(value: unknown, { values, documented }: Showing): Json {
  if (value === null) return null;
  if (typeof value === 'string') {
    if (values || documented.has(value)) return shortened(value);
    return `<string, ${counted(value.length, 'character')}>`;
  }
  if (values && (typeof value === 'number' || typeof value === 'boolean')) return value;
  return `<${kindOf(value)}>`;
}

function shortened(text: string): string {
  return text.length > mostCharacters ? `${text.slice(0, mostCharacters - 1)}…` : text;
}

/** Keys and names are structure, unless they do not look like it: those of a map may be anything. */
function isLikeName(text: string): boolean {
  return /^[\w$.:/-]{1,64}$/.test(text);
}

function shownKey(key: string): string {
  return isLikeName(key) ? key : '<key>';
}

/** The name of an event, or of a kind of object. */
export function shownName(name: string): string {
  return isLikeName(name) ? name : '<name>';
}

/** A place of which the last key is one that the docs do not have. */
export function shownPlace(target: string, key: string): string {
  return isLikeName(key) ? target : `${target.slice(0, target.length - key.length)}<key>`;
}
