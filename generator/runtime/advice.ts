/** What to do about what does not fit: where another generation's name went, what was meant, what the docs lack. */
import type { KeyedMisfit } from './misfits.ts';
import { isObject } from './objects.ts';
import { pathText } from './words.ts';
import { similarTo } from './similar.ts';
import type { Docs, Misfit, Names, NamesOfEvents, Path } from './types.ts';

function listed(names: Names): readonly string[] {
  return typeof names === 'string' ? [names] : names;
}

/** A misfit as it is told: its path written out, and what to do about it, if anything is known. */
export function toldMisfit(misfit: KeyedMisfit, value: unknown, docs?: Docs): Misfit {
  const { path, expected, received } = misfit;
  const advice = adviceOn(misfit, value, docs);
  return { path: pathText(path), expected, received, ...(advice !== undefined && { advice }) };
}

/**
 * What there is to say of a misfit beside what was expected.
 *
 * @param value the message
 */
export function adviceOn(
  { path, isUnknownKey, similar, unknownValue }: KeyedMisfit,
  value: unknown,
  docs?: Docs,
): string | undefined {
  const { title = '', date, names: { fields = {}, values = {} } = {} } = docs ?? {};
  if (unknownValue) {
    const name = path.length === 1 && path[0] === 'type' ? unknownValue.is : undefined;
    if (docs && typeof name === 'string') return wordsOnName(name, docs, () => true);
    const renamed = ownOf(ownOf(values, placeOf(path)), unknownValue.is);
    const isKnown = renamed !== undefined && unknownValue.known.includes(renamed);
    return isKnown ? `${title} calls it ${quoted(renamed)}` : undefined;
  }
  if (!isUnknownKey) return undefined;
  const place = placeOf(path);
  const moved = ownOf(fields, place);
  if (moved !== undefined)
    return `${title} has ${moved.length > 0 ? `it at ${both(listed(moved))}` : nothingFor}`;
  const below = movedBelow(place, valueAt(value, path), fields);
  if (below.length > 0) return `${title} has ${both(below)}`;
  if (similar !== undefined) return `did you mean ${quoted(similar)}?`;
  return docs && `the docs of ${title}${date === undefined ? '' : ` of ${date}`} do not have it`;
}

/**
 * What there is to say of the name of an event that these are not, as a sentence: what stands for it, where another source
 * has it, which way it goes, or which of these was meant.
 */
export function adviceOnName(
  name: string,
  { docs, names, other }: NamesOfEvents,
): string | undefined {
  const words = docs && wordsOnName(name, docs, (one) => names.includes(one));
  if (words !== undefined) return `${words}.`;
  if (other?.names.includes(name)) return `It is a ${other.direction} event.`;
  const similar = similarTo(name, names);
  return similar === undefined ? undefined : `Did you mean ${quoted(similar)}?`;
}

/** @param has whether the docs have an event of a name, in the direction that is asked for */
function wordsOnName(
  name: string,
  { title, names: { events = {}, holding = {} } = {} }: Docs,
  has: (name: string) => boolean,
): string | undefined {
  const names = ownOf(events, name);
  if (names === undefined || !listed(names).every(has)) return undefined;
  const [only, ...more] = listed(names).map(quoted);
  if (only === undefined) return `${title} has ${nothingFor}`;
  if (more.length > 0) return `${title} has ${both([only, ...more])} in its place`;
  const held = Object.entries(ownOf(holding, name) ?? {}).map(
    ([path, value]) => `${path} ${quoted(value)}`,
  );
  return `${title} calls it ${only}${held.length > 0 ? `, with ${both(held)}` : ''}`;
}

const nothingFor = 'nothing in its place';

/** More than this is not told of one key. */
const mostBelow = 3;

/** Where a part of an unknown object has its place: of `audio`, that `audio.output.voice` is at `voice`. */
function movedBelow(
  place: string,
  value: unknown,
  fields: Readonly<Record<string, Names>>,
): string[] {
  return Object.entries(fields)
    .filter(
      ([path, { length }]) =>
        length > 0 &&
        path.startsWith(`${place}.`) &&
        valueAt(value, path.slice(place.length + 1).split('.')) !== undefined,
    )
    .slice(0, mostBelow)
    .map(([path, moved]) => `${path} at ${both(listed(moved))}`);
}

/** A path without its indexes: `session.tools[].name`. */
function placeOf(path: Path): string {
  return path
    .map((key, at) => (typeof key === 'number' ? '[]' : at === 0 ? key : `.${key}`))
    .join('');
}

function valueAt(value: unknown, path: Path): unknown {
  let at = value;
  for (const key of path) {
    if (Array.isArray(at) && typeof key === 'number') {
      const items: readonly unknown[] = at;
      at = items[key];
    } else at = isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  }
  return at;
}

function ownOf<Value>(
  values: Readonly<Record<string, Value>> | undefined,
  key: unknown,
): Value | undefined {
  return values && typeof key === 'string' && Object.hasOwn(values, key) ? values[key] : undefined;
}

function quoted(text: string): string {
  return JSON.stringify(text);
}

/** `a`, `a and b`, `a, b and c`. */
function both(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${last}` : last;
}
