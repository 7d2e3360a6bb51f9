/** What may stand in a message, as data, and where a value departs from it. The guards do not need this. */

type Scalar = string | number | boolean;

/** What the docs let stand in a place. */
export type Expectation =
  | 'string'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'null'
  | 'object'
  | 'anything'
  | { readonly values: readonly Scalar[] }
  /** Values that tell types apart, which are as they are in every reading. */
  | { readonly only: readonly Scalar[] }
  | { readonly items: Expectation }
  | { readonly entries: Expectation }
  | { readonly anyOf: readonly Expectation[] }
  /** A part of what it is a part of. */
  | { readonly nested: () => Expectation }
  | ObjectExpectation;

export interface ObjectExpectation {
  readonly required?: Readonly<Record<string, Expectation>>;
  readonly optional?: Readonly<Record<string, Expectation>>;
  /** The docs break off: there are more fields than these. */
  readonly open?: true;
}

/**
 * `tolerant`: what is usual in traffic is accepted beside what is documented: null in place of an optional field,
 * keys that nobody documented, and other values where the docs list some. `exact`: what is documented, only.
 */
export type ReadingMode = 'tolerant' | 'exact';

/** One thing that does not fit. */
export interface Misfit {
  /** Where: `session.tools[0].name`; empty for the value as a whole. */
  path: string;
  /** What the docs have there: `string`, `"auto" | "none"`. */
  expected: string;
  /** What stands there: `null`, `"automatic"`, `object`; `nothing` when it is missing. */
  received: string;
}

/** A way into a value: keys and indexes. */
export type Path = readonly (string | number)[];

/** A misfit with its way, key by key. */
export interface Deviation {
  path: Path;
  expected: string;
  received: string;
  /** It is another value of those that tell types apart. */
  isOtherType?: true;
}

/** What contains itself is followed so many levels deep. */
export const deepestLevel = 64;

/** Everything in a value that does not fit; nothing when it fits. Each misfit has its path as text. */
export function misfitsOf(value: unknown, expectation: Expectation, mode: ReadingMode): Misfit[] {
  return deviationsOf(value, expectation, mode).map(({ path, expected, received }) => ({
    path: pathText(path),
    expected,
    received,
  }));
}

/**
 * The same, with each path as keys and indexes.
 *
 * @param above the values that `value` is a part of, where what contains itself was followed to get here
 */
export function deviationsOf(
  value: unknown,
  expectation: Expectation,
  mode: ReadingMode,
  path: Path = [],
  above: readonly unknown[] = [],
): Deviation[] {
  const part = (key: string | number, inner: unknown, of: Expectation): Deviation[] =>
    deviationsOf(inner, of, mode, [...path, key], above);
  const unless = (fits: boolean): Deviation[] =>
    fits ? [] : [deviation(path, wordsOf(expectation, mode), value)];

  if (typeof expectation === 'string') return unless(isOfKind(value, expectation));
  if ('only' in expectation) {
    return unless(includes(expectation.only, value)).map((other) => ({
      ...other,
      isOtherType: true,
    }));
  }
  if ('values' in expectation) {
    const { values } = expectation;
    if (mode === 'exact') return unless(includes(values, value));
    return unless(values.some((one) => typeof one === typeof value));
  }
  if ('items' in expectation) {
    return Array.isArray(value)
      ? value.flatMap((item: unknown, index) => part(index, item, expectation.items))
      : unless(false);
  }
  if ('entries' in expectation) {
    return isObject(value)
      ? Object.keys(value).flatMap((key) => part(key, value[key], expectation.entries))
      : unless(false);
  }
  if ('anyOf' in expectation) {
    const attempts = expectation.anyOf.map((member) =>
      deviationsOf(value, member, mode, path, above),
    );
    return attempts.some(({ length }) => length === 0) ? [] : nearest(attempts, path, value);
  }
  if ('nested' in expectation) {
    if (above.includes(value)) return [deviation(path, 'no part that contains itself', value)];
    return above.length < deepestLevel - 1
      ? deviationsOf(value, expectation.nested(), mode, path, [...above, value])
      : [deviation(path, `at most ${deepestLevel} levels of it`, value)];
  }
  if (!isObject(value)) return unless(false);
  const { required = {}, optional = {}, open } = expectation;
  return [
    ...Object.keys(required).flatMap((key) => part(key, own(value, key), field(required, key))),
    ...Object.keys(optional).flatMap((key) => {
      const inner = own(value, key);
      const isAbsent = inner === undefined || (inner === null && mode === 'tolerant');
      return isAbsent ? [] : part(key, inner, field(optional, key));
    }),
    ...(open || mode === 'tolerant' ? [] : strayKeys(value, required, optional, path)),
  ];
}

function deviation(path: Path, expected: string, value: unknown): Deviation {
  return { path, expected, received: received(value) };
}

function strayKeys(
  value: Record<string, unknown>,
  required: object,
  optional: object,
  path: Path,
): Deviation[] {
  const known = [...Object.keys(required), ...Object.keys(optional)];
  return Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => {
      const similar = similarTo(key, known);
      const hint = similar === undefined ? '' : `; did you mean ${JSON.stringify(similar)}?`;
      return deviation([...path, key], `no such key${hint}`, value[key]);
    });
}

/**
 * Of what does not fit the members of a union, what helps most: the misfits of the member that the value seems to be.
 *
 * @param attempts the deviations from each member
 */
function nearest(attempts: readonly Deviation[][], path: Path, value: unknown): Deviation[] {
  const isHere = (one: Deviation): boolean => one.path.length === path.length;
  const ofItsKind = attempts.filter((attempt) => !attempt.some(isHere));
  if (ofItsKind.length === 0) return [merged(attempts.flat().filter(isHere), value)];
  const isTag = (one: Deviation): boolean =>
    one.isOtherType === true && one.path.length === path.length + 1;
  const named = ofItsKind.filter((attempt) => !attempt.some(isTag));
  if (named.length > 0) return shortest(named);
  // Told apart by another field first, as messages are by `type` and then by `role`: those with most in common.
  const tags = ofItsKind.map((attempt) => attempt.filter(isTag));
  const fewest = shortest(tags).length;
  const close = tags.filter(({ length }) => length === fewest);
  const [first] = close.flat();
  if (!first) return [];
  const key = first.path.at(-1);
  return [
    merged(
      close.flat().filter((one) => one.path.at(-1) === key),
      own(value, String(key)),
    ),
  ];
}

function shortest(attempts: readonly Deviation[][]): Deviation[] {
  return attempts.reduce((best, attempt) => (attempt.length < best.length ? attempt : best));
}

/** Deviations at one place as one, which expects what any of them does. */
function merged(deviations: readonly Deviation[], value: unknown): Deviation {
  const expected = [...new Set(deviations.map((one) => one.expected))].join(' | ');
  return deviation(deviations[0]?.path ?? [], expected, value);
}

// ── Values ──────────────────────────────────────────────────────────────────────────────────────────────────

/** A JSON object: neither null nor an array. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What every object inherits is no field of a message. */
function own(value: unknown, key: string): unknown {
  if (!isObject(value) || (key in Object.prototype && !Object.hasOwn(value, key))) return undefined;
  return value[key];
}

function field(fields: Readonly<Record<string, Expectation>>, key: string): Expectation {
  return fields[key] ?? 'anything';
}

function includes(values: readonly unknown[], value: unknown): boolean {
  return values.includes(value);
}

function isOfKind(value: unknown, kind: string): boolean {
  switch (kind) {
    case 'anything':
      return value !== undefined;
    case 'integer':
      return Number.isInteger(value);
    case 'null':
      return value === null;
    case 'object':
      return isObject(value);
    default:
      return typeof value === kind;
  }
}

// ── Words ───────────────────────────────────────────────────────────────────────────────────────────────────

function wordsOf(expectation: Expectation, mode: ReadingMode): string {
  if (typeof expectation === 'string') return expectation === 'anything' ? 'a value' : expectation;
  if ('values' in expectation && mode === 'tolerant')
    return [...new Set(expectation.values.map((value) => typeof value))].join(' | ');
  if ('values' in expectation) return valueWords(expectation.values);
  if ('only' in expectation) return valueWords(expectation.only);
  return 'items' in expectation ? 'array' : 'object';
}

function valueWords(values: readonly Scalar[]): string {
  return values.map((value) => JSON.stringify(value)).join(' | ');
}

/** A value in a word or two; long texts are cut off. */
export function received(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (typeof value === 'string')
    return JSON.stringify(value.length > 60 ? `${value.slice(0, 59)}…` : value);
  if (typeof value === 'object') return Array.isArray(value) ? 'array' : 'object';
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : typeof value;
}

/** A way as people write it: `session.tools[0].name`. */
export function pathText(path: Path): string {
  return path
    .map((key, at) => {
      if (typeof key === 'number') return `[${key}]`;
      if (!/^[\w$-]+$/.test(key)) return `[${JSON.stringify(key)}]`;
      return at === 0 ? key : `.${key}`;
    })
    .join('');
}

/** The name that a text was probably meant to be: the one of these that is at most two typing errors away. */
export function similarTo(text: string, names: readonly string[]): string | undefined {
  const limit = Math.min(2, Math.floor(text.length / 3));
  let best: string | undefined;
  let least = limit + 1;
  for (const name of names) {
    const distance = Math.abs(name.length - text.length) <= limit ? errors(text, name) : least;
    if (distance < least) [best, least] = [name, distance];
  }
  return best;
}

/** How many letters one must add, remove, replace or swap with the next to make one text of another. */
function errors(from: string, to: string): number {
  let [before, row]: [number[], number[]] = [
    [],
    Array.from({ length: to.length + 1 }, (_, i) => i),
  ];
  for (let i = 1; i <= from.length; i++) {
    const above = row;
    row = [i];
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1];
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      const at = (line: number[], column: number): number => line[column] ?? Infinity;
      row[j] = Math.min(
        at(above, j) + 1,
        at(row, j - 1) + 1,
        at(above, j - 1) + (same ? 0 : 1),
        swapped ? at(before, j - 2) + 1 : Infinity,
      );
    }
    before = above;
  }
  return row[to.length] ?? Infinity;
}
