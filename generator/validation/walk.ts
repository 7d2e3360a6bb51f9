/**
 * One way through a message that finds all there is to say of it: what it has, what is new, and whether it fits. The
 * expectations of the guards become closures once, as logs are long.
 */
import { deepestLevel, isObject } from '../runtime/misfits.ts';
import type { Expectation, ObjectExpectation } from '../runtime/types.ts';
import { pathBelow } from '../model/types.ts';

/**
 * How a message departs from the docs where reading is tolerant and it fits all the same: a key that they do not have,
 * null for what may be left out, a value that they do not list, a member of a union that they do not have.
 */
export type NewPart = 'key' | 'null' | 'value' | 'member';

export interface Departure {
  kind: NewPart;
  /** Where, as corrections write it: `item<message>.phase`. */
  target: string;
  value: unknown;
  /** The values that the docs list in its place. */
  known?: readonly unknown[];
  /** The way into the message. */
  path: readonly (string | number)[];
}

/** What a walk has found so far. */
export interface Walk {
  /** The places that it came through for the first time, as numbers; only so many of them count. */
  readonly visited: number[];
  visits: number;
  departures: Departure[];
  /** The places that do not fit in any reading. */
  wrong: number;
  /** The way to the value that is looked at. */
  readonly path: (string | number)[];
  /** How deep it is in what contains itself. */
  levels: number;
}

export function newWalk(): Walk {
  return { visited: [], visits: 0, departures: [], wrong: 0, path: [], levels: 0 };
}

/** Goes on, through the value of a place. */
type Check = (value: unknown, walk: Walk) => void;

/** A place that a message may have, and the one that it is in. */
export interface Place {
  target: string;
  parent: number;
  /** Whether a message had it. */
  isSeen: boolean;
}

export interface WalkedEvent {
  /** Goes through a message. */
  check: Check;
  /** The places that are known so far: what is never visited is not looked into. The first is the event as a whole. */
  places: readonly Place[];
}

/** The way through the messages of one event. */
export function walkedEvent(expectation: Expectation): WalkedEvent {
  const places = new Places();
  const root = places.idOf('', 0);
  const at = { target: '', id: root };
  const check = isFields(expectation)
    ? fieldsCheck(expectation, at, places, new Map(), true)
    : checkOf(expectation, at, places, new Map());
  return { check, places: places.all };
}

/** The places of an event, each with its number. */
class Places {
  readonly all: Place[] = [];
  readonly #ids = new Map<string, number>();

  idOf(target: string, parent: number): number {
    const known = this.#ids.get(target);
    if (known !== undefined) return known;
    const id = this.all.push({ target, parent, isSeen: false }) - 1;
    this.#ids.set(target, id);
    return id;
  }
}

interface At {
  target: string;
  id: number;
}

type Nested = Extract<Expectation, { readonly nested: unknown }>;

/** What contains itself has one check for all its levels: the one of the first. */
type Above = ReadonlyMap<Nested, Check>;

function checkOf(expectation: Expectation, at: At, places: Places, above: Above): Check {
  switch (expectation) {
    case 'anything':
      return () => {};
    case 'integer':
      return (value, walk) => {
        if (!Number.isInteger(value)) walk.wrong++;
      };
    case 'null':
      return (value, walk) => {
        if (value !== null) walk.wrong++;
      };
    case 'object':
      return (value, walk) => {
        if (!isObject(value)) walk.wrong++;
      };
    case 'string':
    case 'number':
    case 'boolean':
      return (value, walk) => {
        if (typeof value !== expectation) walk.wrong++;
      };
    default:
  }
  if ('nested' in expectation) return nestedCheck(expectation, at, places, above);
  if ('anyOf' in expectation) return unionCheck(expectation.anyOf, at, places, above);
  if ('only' in expectation) {
    const { only } = expectation;
    return (value, walk) => {
      if (!isAmong(only, value)) walk.wrong++;
    };
  }
  if ('values' in expectation) {
    const { values } = expectation;
    return (value, walk) => {
      if (isAmong(values, value)) return;
      if (values.some((one) => typeof one === typeof value))
        departFrom(walk, 'value', values, at.target, value);
      else walk.wrong++;
    };
  }
  if ('items' in expectation) return itemsCheck(expectation.items, at, places, above);
  if ('entries' in expectation) return entriesCheck(expectation.entries, at, places, above);
  return fieldsCheck(expectation, at, places, above);
}

/** Comparing with each of a few texts takes less time than hashing one. */
function isAmong(values: readonly unknown[], value: unknown): boolean {
  for (const one of values) if (one === value) return true;
  return false;
}

function depart(walk: Walk, kind: NewPart, target: string, value: unknown, key?: string): void {
  const path = key === undefined ? [...walk.path] : [...walk.path, key];
  walk.departures.push({ kind, target, value, path });
}

/** The same where the docs list other values. */
function departFrom(
  walk: Walk,
  kind: 'value' | 'member',
  known: NonNullable<Departure['known']>,
  target: string,
  value: unknown,
  key?: string,
): void {
  const path = key === undefined ? [...walk.path] : [...walk.path, key];
  walk.departures.push({ kind, target, value, known, path });
}

/** A check that is made when it is needed for the first time. */
function lazy(make: () => Check): Check {
  let check: Check | undefined;
  return (value, walk) => (check ??= make())(value, walk);
}

function nestedCheck(expectation: Nested, at: At, places: Places, above: Above): Check {
  const known = above.get(expectation);
  if (known) return known;
  const inner = lazy(() =>
    checkOf(expectation.nested(), at, places, new Map([...above, [expectation, check]])),
  );
  const check: Check = (value, walk) => {
    within(walk, 1, () => inner(value, walk));
  };
  return check;
}

function within(walk: Walk, levels: number, go: () => void): void {
  if (walk.levels + levels >= deepestLevel) {
    walk.wrong++;
    return;
  }
  walk.levels += levels;
  go();
  walk.levels -= levels;
}

function itemsCheck(items: Expectation, at: At, places: Places, above: Above): Check {
  const target = `${at.target}[]`;
  const id = places.idOf(target, at.id);
  const place = places.all[id];
  const element = lazy(() => checkOf(items, { target, id }, places, above));
  const isAnything = items === 'anything';
  return (value, walk) => {
    if (!Array.isArray(value)) {
      walk.wrong++;
      return;
    }
    if (isAnything) return;
    for (let i = 0; i < value.length; i++) {
      visit(walk, place, id);
      walk.path.push(i);
      element(value[i], walk);
      walk.path.pop();
    }
  };
}

function entriesCheck(entries: Expectation, at: At, places: Places, above: Above): Check {
  const target = `${at.target}{}`;
  const id = places.idOf(target, at.id);
  const place = places.all[id];
  const entry = lazy(() => checkOf(entries, { target, id }, places, above));
  return (value, walk) => {
    if (!isObject(value)) {
      walk.wrong++;
      return;
    }
    for (const key of Object.keys(value)) {
      visit(walk, place, id);
      walk.path.push(key);
      entry(value[key], walk);
      walk.path.pop();
    }
  };
}

/** Notes that a message has a place. */
function visit(walk: Walk, place: Place | undefined, id: number): void {
  if (place && !place.isSeen) walk.visited[walk.visits++] = id;
}

interface FieldCheck {
  key: string;
  id: number;
  place: Place | undefined;
  target: string;
  isRequired: boolean;
  /** Whether the docs have null there. */
  takesNull: boolean;
  /** What `typeof` has to say of it, or `integer`, where that is all: most fields are such, and need no call. */
  plain: string | undefined;
  /** The one value that it may have, which needs no call either. */
  only: unknown;
  check: Check;
}

/** The targets of so many unknown keys of an object are kept, so that they are not written again for each message. */
const mostTargets = 100;

/** @param isTold whether its tags are known to be right */
function fieldsCheck(
  { required = {}, optional = {}, open }: ObjectExpectation,
  at: At,
  places: Places,
  above: Above,
  isTold = false,
): Check {
  const fieldOf =
    (isRequired: boolean) =>
    ([key, expectation]: [string, Expectation]): [string, FieldCheck] => {
      const target = pathBelow(at.target, key);
      const id = places.idOf(target, at.id);
      const field: FieldCheck = {
        key,
        id,
        place: places.all[id],
        target,
        isRequired,
        takesNull: takesNull(expectation),
        plain: isPlain(expectation) ? expectation : undefined,
        only: onlyOf(expectation),
        check: (value, walk) => {
          field.check = checkOf(expectation, { target, id }, places, above);
          field.check(value, walk);
        },
      };
      return [key, field];
    };
  const fields = new Map([
    ...Object.entries(required).map(fieldOf(true)),
    ...Object.entries(optional).map(fieldOf(false)),
  ]);
  const needed = Object.keys(required).length;
  const tags = Object.entries(isTold ? {} : { ...required, ...optional }).flatMap(
    ([key, expectation]) =>
      isTag(expectation) ? [{ key, only: new Set<unknown>(expectation.only) }] : [],
  );
  const order: (FieldCheck | undefined)[] = [];
  const targets = new Map<string, string>();
  const targetOf = (key: string): string => {
    const target = targets.get(key) ?? pathBelow(at.target, key);
    if (targets.size < mostTargets) targets.set(key, target);
    return target;
  };
  return (value, walk) => {
    if (!isObject(value)) {
      walk.wrong++;
      return;
    }
    for (const { key, only } of tags) {
      const tag = value[key];
      if (only.has(tag) || !isLike(tag, only)) continue;
      departFrom(walk, 'member', [...only], pathBelow(at.target, key), tag, key);
      return;
    }
    let missing = needed;
    let number = 0;
    // What was parsed has no key but its own, and this way to them is the shortest.
    for (const key in value) {
      // Messages of one kind have their keys in the same order.
      let field = order[number];
      if (field?.key !== key) {
        field = fields.get(key);
        if (number < mostTargets) order[number] = field;
      }
      number++;
      const part = value[key];
      if (!field) {
        if (!open) depart(walk, 'key', targetOf(key), part, key);
        continue;
      }
      if (part === undefined) continue;
      if (field.isRequired) missing--;
      visit(walk, field.place, field.id);
      if (part === null && !field.isRequired) {
        if (!field.takesNull) depart(walk, 'null', field.target, part, key);
        continue;
      }
      if (field.plain !== undefined) {
        const isRight =
          field.plain === 'integer' ? Number.isInteger(part) : typeof part === field.plain;
        if (!isRight) walk.wrong++;
        continue;
      }
      if (part === field.only) continue;
      walk.path.push(key);
      field.check(part, walk);
      walk.path.pop();
    }
    walk.wrong += missing;
  };
}

function isPlain(
  expectation: Expectation,
): expectation is 'string' | 'number' | 'boolean' | 'integer' {
  return ['string', 'number', 'boolean', 'integer'].some((one) => one === expectation);
}

/** The value of a field that may have but one; of others `undefined`, which no part of a message is. */
function onlyOf(expectation: Expectation): unknown {
  const [only, ...others] = isTag(expectation) ? expectation.only : [];
  return others.length === 0 ? only : undefined;
}

/** What every object inherits is no field of a message. */
function fieldIn(value: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

function takesNull(expectation: Expectation): boolean {
  if (expectation === 'null' || expectation === 'anything') return true;
  if (typeof expectation === 'string') return false;
  if ('nested' in expectation) return takesNull(expectation.nested());
  return 'anyOf' in expectation && expectation.anyOf.some(takesNull);
}

// ── Unions ──────────────────────────────────────────────────────────────────────────────────────────────────

interface Member {
  expectation: Exclude<Expectation, { readonly anyOf: unknown } | Nested>;
  /** How many levels of what contains itself lie in between. */
  levels: number;
  check: Check;
  /** The place of this member, where its tags tell it from others. */
  id: number | undefined;
  place: Place | undefined;
}

/** After so many attempts the first member stands for those that nothing tells from it, as in a search for misfits. */
const mostAttempts = 1000;

function unionCheck(anyOf: readonly Expectation[], at: At, places: Places, above: Above): Check {
  // Made when it is needed, as what is nested may be a part of itself.
  let members: Member[] | undefined;
  let objects: Choice | undefined;
  let keys: ReadonlySet<string> | undefined;
  return (value, walk) => {
    members ??= anyOf.flatMap((member) => membersOf(member, at, places, above));
    if (!isObject(value)) {
      const alike = alikeAmong(members, value);
      if (alike) goInto(alike, value, walk);
      else
        attempt(
          members.filter(({ expectation }) => isOfKind(value, expectation)),
          value,
          walk,
        );
      return;
    }
    objects ??= choiceAmong(
      members.filter(({ expectation }) => isOfKind(value, expectation)),
      at,
    );
    let choice = objects;
    while (choice.key !== undefined) {
      const tag = fieldIn(value, choice.key);
      const next: Choice | undefined =
        tag === undefined || tag === null ? choice.absent : (choice.by.get(tag) ?? choice.other);
      if (!next) {
        if (isLike(tag, choice.by))
          departFrom(walk, 'member', [...choice.by.keys()], choice.target, tag, choice.key);
        else {
          // What no member has is told all the same.
          walk.wrong++;
          keys ??= keysOf(members);
          for (const key of Object.keys(value))
            if (keys && !keys.has(key))
              depart(walk, 'key', pathBelow(at.target, key), value[key], key);
        }
        return;
      }
      choice = next;
    }
    attempt(choice.members, value, walk);
  };
}

/** The keys of all members; `undefined` where one may have any. */
function keysOf(members: readonly Member[]): ReadonlySet<string> | undefined {
  const keys = new Set<string>();
  for (const { expectation } of members) {
    if (expectation === 'object' || expectation === 'anything') return undefined;
    if (typeof expectation === 'object' && 'entries' in expectation) return undefined;
    if (!isFields(expectation)) continue;
    if (expectation.open) return undefined;
    for (const key of Object.keys({ ...expectation.required, ...expectation.optional }))
      keys.add(key);
  }
  return keys;
}

/** The one member of the kind of a value; `undefined` where there is none, or more than one. */
function alikeAmong(members: readonly Member[], value: unknown): Member | undefined {
  let found: Member | undefined;
  for (const member of members) {
    if (!isOfKind(value, member.expectation)) continue;
    if (found) return undefined;
    found = member;
  }
  return found;
}

/** Which members of a union an object may be: by a tag, or these. */
type Choice =
  | {
      key: string;
      target: string;
      by: ReadonlyMap<unknown, Choice>;
      absent: Choice | undefined;
      other: Choice | undefined;
    }
  | { key?: undefined; members: readonly Member[] };

function choiceAmong(members: readonly Member[], at: At): Choice {
  return narrowed(members, tagsAmong(members), at);
}

function narrowed(members: readonly Member[], keys: readonly string[], at: At): Choice {
  const [key, ...others] = keys;
  if (key === undefined) return { members };
  const known = new Set(members.flatMap((member) => [...(tagIn(member, key)?.only ?? [])]));
  if (known.size === 0) return narrowed(members, others, at);
  const left = (test: (tag: Tag) => boolean): Choice | undefined => {
    const named = members.filter((member) => {
      const tag = tagIn(member, key);
      return tag === undefined || test(tag);
    });
    return named.length === 0 ? undefined : narrowed(named, others, at);
  };
  const by = new Map<unknown, Choice>();
  for (const value of known) {
    const choice = left(({ only }) => only.includes(value));
    if (choice) by.set(value, choice);
  }
  return {
    key,
    target: pathBelow(at.target, key),
    by,
    absent: left(({ isOptional }) => isOptional),
    other: left(() => false),
  };
}

interface Tag {
  only: readonly unknown[];
  isOptional: boolean;
}

function tagIn({ expectation }: Pick<Member, 'expectation'>, key: string): Tag | undefined {
  if (!isFields(expectation)) return undefined;
  const { required = {}, optional = {} } = expectation;
  const isOptional = !Object.hasOwn(required, key);
  const field = isOptional ? optional[key] : required[key];
  return Object.hasOwn(isOptional ? optional : required, key) && isTag(field)
    ? { only: field.only, isOptional }
    : undefined;
}

/** The tags of members, those first that all of them have. */
function tagsAmong(members: readonly Pick<Member, 'expectation'>[]): string[] {
  const tags = members.map(({ expectation }) => tagsOf(expectation));
  const isOfAll = (key: string): boolean => tags.every((keys) => keys.includes(key));
  const all = [...new Set(tags.flat())];
  return [...all.filter(isOfAll), ...all.filter((key) => !isOfAll(key))];
}

function tagsOf(expectation: Member['expectation']): string[] {
  if (!isFields(expectation)) return [];
  const fields = { ...expectation.required, ...expectation.optional };
  return Object.keys(fields).filter((key) => isTag(fields[key]));
}

function membersOf(
  expectation: Expectation,
  at: At,
  places: Places,
  above: Above,
  levels = 0,
): Member[] {
  if (levels > deepestLevel) return [];
  if (typeof expectation === 'object' && 'nested' in expectation) {
    const known = above.get(expectation);
    // What it stands in has the check that is there already.
    if (known)
      return membersOf(expectation.nested(), at, places, new Map(), levels + 1).map((member) => ({
        ...member,
        levels,
        check: known,
        id: undefined,
        place: undefined,
      }));
    const inside = new Map([...above, [expectation, nestedCheck(expectation, at, places, above)]]);
    return membersOf(expectation.nested(), at, places, inside, levels + 1);
  }
  if (typeof expectation === 'object' && 'anyOf' in expectation)
    return expectation.anyOf.flatMap((member) => membersOf(member, at, places, above, levels));
  const target = `${at.target}${labelOf(expectation)}`;
  const id = target === at.target ? undefined : places.idOf(target, at.id);
  const here = { target, id: id ?? at.id };
  // The tags of a member are what it was chosen by.
  const check = lazy(() =>
    isFields(expectation)
      ? fieldsCheck(expectation, here, places, above, true)
      : checkOf(expectation, here, places, above),
  );
  return [{ expectation, levels, check, id, place: id === undefined ? undefined : places.all[id] }];
}

/** What corrections call a member: `<message|user>`, by what its tags say. */
function labelOf(expectation: Member['expectation']): string {
  if (!isFields(expectation)) return '';
  const fields = { ...expectation.required, ...expectation.optional };
  const values = tagsOf(expectation).flatMap((key) => {
    const tag = fields[key];
    return isTag(tag) ? tag.only.map(String) : [];
  });
  const fit = values.filter((value) => /^[\w -]+$/.test(value));
  return fit.length === 0 ? '' : `<${fit.join('|')}>`;
}

/** Goes on with the member that a value seems to be: the one that it departs from least. */
function attempt(members: readonly Member[], value: unknown, walk: Walk): void {
  const [first, ...others] = members;
  if (!first) {
    walk.wrong++;
    return;
  }
  if (others.length === 0) {
    goInto(first, value, walk);
    return;
  }
  const { visits, wrong, departures } = walk;
  let best: Outcome | undefined;
  for (const member of members.slice(0, mostAttempts)) {
    [walk.visits, walk.wrong, walk.departures] = [visits, 0, []];
    goInto(member, value, walk);
    const isBetter =
      !best ||
      walk.wrong < best.wrong ||
      (walk.wrong === best.wrong && walk.departures.length < best.departures.length);
    if (isBetter)
      best = {
        wrong: walk.wrong,
        departures: walk.departures,
        visited: walk.visited.slice(visits, walk.visits),
      };
    if (walk.wrong === 0 && walk.departures.length === 0) break;
  }
  walk.visits = visits;
  for (const id of best?.visited ?? []) walk.visited[walk.visits++] = id;
  walk.wrong = wrong + (best?.wrong ?? 0);
  walk.departures = departures;
  walk.departures.push(...(best?.departures ?? []));
}

interface Outcome {
  wrong: number;
  departures: Departure[];
  visited: number[];
}

function goInto({ check, levels, id, place }: Member, value: unknown, walk: Walk): void {
  if (id !== undefined) visit(walk, place, id);
  if (levels === 0) check(value, walk);
  else within(walk, levels, () => check(value, walk));
}

// ── Expectations ────────────────────────────────────────────────────────────────────────────────────────────

/** Whether a value is of the kind that is expected, where reading is tolerant; its parts are not looked at. */
function isOfKind(value: unknown, expectation: Member['expectation']): boolean {
  switch (expectation) {
    case 'anything':
      return true;
    case 'integer':
      return Number.isInteger(value);
    case 'null':
      return value === null;
    case 'object':
      return isObject(value);
    case 'string':
    case 'number':
    case 'boolean':
      return typeof value === expectation;
    default:
  }
  if ('only' in expectation) return expectation.only.some((one) => one === value);
  if ('values' in expectation) return expectation.values.some((one) => typeof one === typeof value);
  return 'items' in expectation ? Array.isArray(value) : isObject(value);
}

function isTag(
  expectation: Expectation | undefined,
): expectation is Extract<Expectation, { readonly only: unknown }> {
  return typeof expectation === 'object' && 'only' in expectation;
}

function isFields(expectation: Expectation): expectation is ObjectExpectation {
  return (
    typeof expectation === 'object' &&
    !('values' in expectation || 'only' in expectation) &&
    !('items' in expectation || 'entries' in expectation) &&
    !('anyOf' in expectation || 'nested' in expectation)
  );
}

/** Whether a tag is of the kind of those that are known. */
function isLike(
  tag: unknown,
  known: ReadonlySet<unknown> | ReadonlyMap<unknown, unknown>,
): boolean {
  for (const one of known.keys()) if (typeof one === typeof tag) return true;
  return false;
}
