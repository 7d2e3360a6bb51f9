/** Where a value departs from what may stand in a message. The guards do not need this. */
import {
  deepestLevel,
  isAmong,
  isFields,
  isLike,
  isOfKind,
  isTag,
  membersOf,
  tagsAmong,
  valuesOf,
  type Member,
  type Single,
} from './expectations.ts';
import { fieldOf, isObject } from './objects.ts';
import { similarTo } from './similar.ts';
import type { Expectation, Misfit, ObjectExpectation, Path, ReadingMode, Value } from './types.ts';
import {
  alternatives,
  kindOf,
  pathText,
  received,
  valueWords,
  wordsFor,
  wordsOf,
} from './words.ts';

/** A misfit whose path is not yet written out. */
export interface KeyedMisfit {
  path: Path;
  expected: string;
  received: string;
  /** It is nothing but the tag of a union member that the docs do not have, as it may come where reading is tolerant. */
  isUnknownMember?: true;
  /** The docs have no such key there. */
  isUnknownKey?: true;
  /** A key of the docs that was probably meant. */
  similar?: string;
  /** A value that is none of those that the docs list; of a tag, these tell types apart. */
  unknownValue?: { is: unknown; known: readonly unknown[]; isTag?: true };
}

/** A message may have a misfit in each of a million places; so many are told. */
export const mostMisfits = 100;

/**
 * What in a value does not fit; nothing when it fits.
 *
 * @returns every misfit, up to {@link mostMisfits}, in the order of the docs
 */
export function misfitsOf(
  value: unknown,
  expectation: Expectation,
  reading: ReadingMode,
): Misfit[] {
  return keyedMisfitsOf(value, expectation, reading).map(misfitOf);
}

/** A misfit with its path written out. */
export function misfitOf({ path, expected, received }: KeyedMisfit): Misfit {
  return { path: pathText(path), expected, received };
}

/** The same, for those who write out the paths themselves. */
export function keyedMisfitsOf(
  value: unknown,
  expectation: Expectation,
  reading: ReadingMode,
): KeyedMisfit[] {
  const search: Search = { reading, path: [], above: [], found: [], attempts: { count: 0 } };
  look(search, value, expectation);
  return search.found;
}

/** Whether a value fits. */
export function fits(value: unknown, expectation: Expectation, reading: ReadingMode): boolean {
  return keyedMisfitsOf(value, expectation, reading).length === 0;
}

interface Search {
  readonly reading: ReadingMode;
  /** The way to the value that is looked at. */
  readonly path: (string | number)[];
  /** The values that were gone through where what contains itself was followed, and how deep each was. */
  readonly above: { value: unknown; depth: number }[];
  readonly found: KeyedMisfit[];
  /** How often members of a union that nothing tells apart were tried. */
  readonly attempts: { count: number };
}

function look(search: Search, value: unknown, expectation: Expectation): void {
  if (isFull(search)) return;
  if (typeof expectation === 'object' && 'nested' in expectation)
    return within(search, value, 1, () => look(search, value, expectation.nested()));
  if (typeof expectation === 'object' && 'anyOf' in expectation)
    return lookAtUnion(search, value, expectation.anyOf);
  if (!isOfKind(value, expectation, search.reading))
    return addWrongValue(search, value, expectation);
  if (typeof expectation === 'string' || 'values' in expectation || 'only' in expectation) return;
  if ('items' in expectation) return lookAtItems(search, value, expectation.items);
  if (!isObject(value)) return;
  if ('entries' in expectation) {
    for (const key of Object.keys(value)) lookAtPart(search, key, value[key], expectation.entries);
    return;
  }
  lookAtFields(search, value, expectation);
}

function lookAtItems(search: Search, value: unknown, expectation: Expectation): void {
  if (!Array.isArray(value) || expectation === 'anything') return;
  for (let index = 0; index < value.length; index++) {
    if (isFull(search)) return;
    lookAtPart(search, index, value[index], expectation);
  }
}

function lookAtPart(
  search: Search,
  key: string | number,
  value: unknown,
  expectation: Expectation,
): void {
  search.path.push(key);
  look(search, value, expectation);
  search.path.pop();
}

function lookAtFields(
  search: Search,
  value: Record<string, unknown>,
  expectation: ObjectExpectation,
): void {
  const { required = {}, optional = {}, open } = expectation;
  const isTolerant = search.reading === 'tolerant';
  const unknown = isTolerant ? unknownTagOf(value, expectation) : undefined;
  if (unknown) return addUnknownTag(search, unknown.only, value[unknown.key], unknown.key);
  for (const [key, expectation] of Object.entries(required)) {
    const field = fieldOf(value, key);
    if (field === undefined)
      addMisfit(search, wordsOf(expectation, search.reading), received(field), key);
    else lookAtPart(search, key, field, expectation);
  }
  for (const [key, expectation] of Object.entries(optional)) {
    const field = fieldOf(value, key);
    const isAbsent = field === undefined || (isTolerant && field === null);
    if (!isAbsent) lookAtPart(search, key, field, expectation);
  }
  if (!open && !isTolerant) lookForUnknownKeys(search, value, { ...optional, ...required });
}

/** @param fields all that the docs have there */
function lookForUnknownKeys(
  search: Search,
  value: Record<string, unknown>,
  fields: Readonly<Record<string, Expectation>>,
): void {
  for (const key of Object.keys(value)) {
    if (isFull(search)) return;
    if (Object.hasOwn(fields, key)) continue;
    const similar = keyMeantBy(key, value, fields);
    add(search, {
      path: pathTo(search, key),
      expected: 'nothing',
      // Nobody knows what it is, and so whether it is a secret.
      received: kindOf(value[key]),
      isUnknownKey: true,
      ...(similar !== undefined && { similar }),
    });
  }
}

/** A key with a typing error: the one that is meant is not there itself, and what stands at it is of its kind. */
function keyMeantBy(
  key: string,
  value: Record<string, unknown>,
  fields: Readonly<Record<string, Expectation>>,
): string | undefined {
  const missing = Object.keys(fields).filter((field) => !Object.hasOwn(value, field));
  const similar = similarTo(key, missing);
  const expectation = similar === undefined ? undefined : fields[similar];
  if (expectation === undefined) return undefined;
  const isOne = membersOf(expectation).some((member) =>
    isOfKind(value[key], member.expectation, 'tolerant'),
  );
  return isOne ? similar : undefined;
}

/** Goes on where what contains itself is a part of itself, so many levels deeper. */
function within(search: Search, value: unknown, levels: number, go: () => void): void {
  const { above } = search;
  const depth = search.path.length;
  if (above.some((one) => one.value === value && one.depth < depth))
    return addMisfit(search, 'no part that contains itself', received(value));
  if (above.length + levels >= deepestLevel)
    return addMisfit(search, `at most ${deepestLevel} levels of it`, received(value));
  for (let level = 0; level < levels; level++) above.push({ value, depth });
  go();
  above.length -= levels;
}

function addMisfit(search: Search, expected: string, received: string, key?: string): void {
  add(search, { path: pathTo(search, key), expected, received });
}

function addWrongValue(search: Search, value: unknown, expectation: Single): void {
  const known = valuesOf(expectation);
  add(search, {
    path: pathTo(search),
    expected: wordsFor(value, expectation, search.reading),
    received: received(value),
    ...(known && {
      unknownValue: { is: value, known, ...(isTag(expectation) && { isTag: true }) },
    }),
  });
}

/** Where reading is tolerant, it is that of a member that the docs do not have yet, if it is of the kind of theirs. */
function addUnknownTag(search: Search, known: readonly Value[], tag: unknown, key: string): void {
  const [expected, path] = [valueWords(known), pathTo(search, key)];
  const unknownValue = { is: tag, known, isTag: true } as const;
  const isUnknown = search.reading === 'tolerant' && isLike(tag, known);
  const misfit = { path, expected, received: received(tag), unknownValue };
  add(search, { ...misfit, ...(isUnknown && { isUnknownMember: true }) });
}

function pathTo({ path }: Search, key?: string): Path {
  return key === undefined ? [...path] : [...path, key];
}

/** However many members are unknown, one that is wrong has its place among them: it is the more important. */
function add({ found }: Search, misfit: KeyedMisfit): void {
  if (found.length < mostMisfits) found.push(misfit);
  else if (!misfit.isUnknownMember && found.every(({ isUnknownMember }) => isUnknownMember))
    found[found.length - 1] = misfit;
}

/** Whether nothing more can be learned. */
function isFull({ found }: Search): boolean {
  return found.length >= mostMisfits && found.some(({ isUnknownMember }) => !isUnknownMember);
}

/** After so many attempts the first member stands for those that nothing tells from it. */
const mostAttempts = 1000;

/** Tells the misfits of the member that a value seems to be: of its kind, with its tags, or else the nearest. */
function lookAtUnion(search: Search, value: unknown, anyOf: readonly Expectation[]): void {
  const members = anyOf.flatMap((member) => membersOf(member));
  const alike = members.filter(({ expectation }) => isOfKind(value, expectation, search.reading));
  if (alike.length === 0) {
    const words = members.map(({ expectation }) => wordsOf(expectation, search.reading));
    return addMisfit(search, alternatives(words), received(value));
  }
  const named = isObject(value) ? withTagsOf(search, value, alike) : alike;
  const [first, ...others] = named;
  if (!first) return;
  if (others.length === 0 || search.attempts.count > mostAttempts)
    return lookAtMember(search, value, first);
  const attempts = attemptsAt(search, value, named);
  const best = attempts.reduce((least, found) => (isNearer(found, least) ? found : least));
  for (const misfit of best) add(search, misfit);
}

/** The misfits of each member. */
function attemptsAt(search: Search, value: unknown, members: readonly Member[]): KeyedMisfit[][] {
  return members.map((member) => {
    search.attempts.count++;
    const attempt: Search = { ...search, path: [...search.path], found: [] };
    lookAtMember(attempt, value, member);
    return attempt.found;
  });
}

/** Members that are unknown are no reason to prefer another attempt, unless nothing else is. */
function isNearer(found: readonly KeyedMisfit[], least: readonly KeyedMisfit[]): boolean {
  const wrong = (misfits: readonly KeyedMisfit[]): number =>
    misfits.filter(({ isUnknownMember }) => !isUnknownMember).length;
  return (
    wrong(found) - wrong(least) < 0 ||
    (wrong(found) === wrong(least) && found.length < least.length)
  );
}

function lookAtMember(search: Search, value: unknown, { expectation, levels }: Member): void {
  if (levels === 0) look(search, value, expectation);
  else within(search, value, levels, () => look(search, value, expectation));
}

/**
 * Of these members those whose tags a value has. There is none when it has no such tag, which is told, and what is wrong
 * with the rest.
 */
function withTagsOf(
  search: Search,
  value: Record<string, unknown>,
  members: readonly Member[],
): readonly Member[] {
  let left = members;
  let isNameless = false;
  for (const key of tagsAmong(members)) {
    const tag = fieldOf(value, key);
    const isAbsent = tag === undefined || (search.reading === 'tolerant' && tag === null);
    const named = left.filter((member) => {
      const { expectation, isOptional } = fieldIn(member, key);
      if (!isTag(expectation)) return !isNameless;
      return (isOptional && isAbsent && !isNameless) || isAmong(expectation.only, tag);
    });
    if (named.length > 0) left = named;
    else if (!isNameless) {
      const known = left.flatMap((member) => {
        const { expectation } = fieldIn(member, key);
        return isTag(expectation) ? expectation.only : [];
      });
      addUnknownTag(search, known, tag, key);
      if (isLike(tag, known)) return [];
      isNameless = true;
    }
  }
  if (isNameless) lookForFaultsOfAll(search, value, left);
  return isNameless ? [] : left;
}

/** Tells what is wrong whichever of these members was meant, in a value that does not say which. */
function lookForFaultsOfAll(
  search: Search,
  value: Record<string, unknown>,
  members: readonly Member[],
): void {
  if (search.attempts.count > mostAttempts) return;
  const attempts = attemptsAt(search, value, members);
  const told = new Set(search.found.map(({ path }) => pathText(path)));
  for (const { path } of attempts.flat()) {
    const text = pathText(path);
    if (told.has(text)) continue;
    told.add(text);
    // What is wrong with the whole is wrong with its parts.
    const isOfAll = attempts.every((found) => found.some((one) => isWithin(path, one.path)));
    const all = attempts.flat().filter((one) => pathText(one.path) === text);
    const known = all.filter(({ isUnknownKey }) => !isUnknownKey);
    const best = known[0] ?? all.find(({ similar }) => similar !== undefined) ?? all[0];
    if (!isOfAll || !best) continue;
    add(search, { ...best, ...(known.length > 1 && { expected: anyOfWords(known) }) });
  }
}

/** What several members expect; what one says of its own accord is not said again. */
function anyOfWords(misfits: readonly KeyedMisfit[]): string {
  const words = misfits.map(({ expected }) => expected);
  return alternatives(
    words.filter((word) => !words.some((other) => other !== word && other.includes(word))),
  );
}

function isWithin(path: Path, whole: Path): boolean {
  return whole.every((key, at) => key === path[at]);
}

function fieldIn(
  { expectation }: Member,
  key: string,
): { expectation: Expectation | undefined; isOptional: boolean } {
  if (!isFields(expectation)) return { expectation: undefined, isOptional: false };
  const { required = {}, optional = {} } = expectation;
  return Object.hasOwn(required, key)
    ? { expectation: required[key], isOptional: false }
    : { expectation: Object.hasOwn(optional, key) ? optional[key] : undefined, isOptional: true };
}

/** The tag of an object that is another one than the docs have there: then it is another object, too. */
function unknownTagOf(
  value: Record<string, unknown>,
  { required, optional }: ObjectExpectation,
): { key: string; only: readonly Value[] } | undefined {
  // One object after the other: objects of many keys are dear to join.
  for (const fields of [required, optional])
    for (const key in fields) {
      const expectation = fields[key];
      if (!isTag(expectation)) continue;
      const tag = fieldOf(value, key);
      if (!isAmong(expectation.only, tag) && isLike(tag, expectation.only))
        return { key, only: expectation.only };
    }
  return undefined;
}
