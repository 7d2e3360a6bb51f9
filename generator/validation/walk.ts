/**
 * One way through a message that finds all there is to say of it: what it has, what is new, and whether it fits. The
 * expectations of the guards become closures once, as logs are long.
 */
import {
  deepestLevel,
  isAmong,
  isFields,
  isLike,
  isOfKind,
  isTag,
  type Single,
} from '../runtime/expectations.ts';
import { fieldOf, isObject } from '../runtime/objects.ts';
import type { Expectation, ObjectExpectation } from '../runtime/types.ts';
import { pathBelow } from '../model/types.ts';
import { choiceAmong, type Choice } from './choice.ts';
import {
  depart,
  departFrom,
  Places,
  visit,
  within,
  type At,
  type Departure,
  type Place,
  type Walk,
} from './departures.ts';
import { isPlain, keysOf, labelOf, onlyOf, takesNull, type Nested } from './expectation-kinds.ts';

/** Goes on, through the value of a place. */
type Check = (value: unknown, walk: Walk) => void;

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

/** What contains itself has one check for all its levels: the one of the first. */
type Above = ReadonlyMap<Nested, Check>;

function checkOf(expectation: Expectation, at: At, places: Places, above: Above): Check {
  if (expectation === 'anything') return () => {};
  if (typeof expectation === 'string' || 'only' in expectation)
    return (value, walk) => {
      if (!isOfKind(value, expectation, 'tolerant')) walk.wrong++;
    };
  if ('nested' in expectation) return nestedCheck(expectation, at, places, above);
  if ('anyOf' in expectation) return unionCheck(expectation.anyOf, at, places, above);
  if ('values' in expectation)
    return (value, walk) => {
      if (isAmong(expectation.values, value)) return;
      if (isOfKind(value, expectation, 'tolerant'))
        departFrom(walk, 'value', expectation.values, at.target, value);
      else walk.wrong++;
    };
  if ('items' in expectation) return itemsCheck(expectation.items, at, places, above);
  if ('entries' in expectation) return entriesCheck(expectation.entries, at, places, above);
  return fieldsCheck(expectation, at, places, above);
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

/** The check of a field, which is made when a message has it for the first time. */
function fieldCheck(
  key: string,
  expectation: Expectation,
  isRequired: boolean,
  at: At,
  places: Places,
  above: Above,
): FieldCheck {
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
  return field;
}

/** Of an object so many unknown keys, and so many in the order of their coming, are kept for the next message. */
const mostKept = 100;

/** @param isTold whether its tags are known to be right */
function fieldsCheck(
  { required = {}, optional = {}, open }: ObjectExpectation,
  at: At,
  places: Places,
  above: Above,
  isTold = false,
): Check {
  const fields = new Map(
    [required, optional].flatMap((some) =>
      Object.entries(some).map(([key, expectation]) => {
        const isRequired = some === required;
        return [key, fieldCheck(key, expectation, isRequired, at, places, above)] as const;
      }),
    ),
  );
  const needed = Object.keys(required).length;
  const tags = isTold ? [] : tagChecks({ ...required, ...optional }, at);
  const targetOf = targetsBelow(at);
  // Messages of one kind have their keys in the same order.
  const order: (FieldCheck | undefined)[] = [];
  return (value, walk) => {
    if (!isObject(value)) {
      walk.wrong++;
      return;
    }
    for (const tag of tags) if (isOtherMember(tag, value, walk)) return;
    let missing = needed;
    let number = 0;
    // What was parsed has no key but its own, and this way to them is the shortest.
    for (const key in value) {
      let field = order[number];
      if (field?.key !== key) {
        field = fields.get(key);
        if (number < mostKept) order[number] = field;
      }
      number++;
      const part = value[key];
      if (field) {
        if (field.isRequired && part !== undefined) missing--;
        goIntoField(field, part, walk);
      } else if (!open) depart(walk, 'key', targetOf(key), part, key);
    }
    walk.wrong += missing;
  };
}

function goIntoField(field: FieldCheck, value: unknown, walk: Walk): void {
  if (value === undefined) return;
  visit(walk, field.place, field.id);
  if (value === null && !field.isRequired) {
    if (!field.takesNull) depart(walk, 'null', field.target, value, field.key);
    return;
  }
  if (field.plain !== undefined) {
    const isRight =
      field.plain === 'integer' ? Number.isInteger(value) : typeof value === field.plain;
    if (!isRight) walk.wrong++;
    return;
  }
  if (value === field.only) return;
  walk.path.push(field.key);
  field.check(value, walk);
  walk.path.pop();
}

/** The targets of keys that the docs do not have, which are not written again for each message. */
function targetsBelow(at: At): (key: string) => string {
  const targets = new Map<string, string>();
  return (key) => {
    const target = targets.get(key) ?? pathBelow(at.target, key);
    if (targets.size < mostKept) targets.set(key, target);
    return target;
  };
}

/** A field that tells an object from others, and its values. */
interface TagCheck {
  key: string;
  target: string;
  only: ReadonlySet<unknown>;
}

function tagChecks(fields: Readonly<Record<string, Expectation>>, at: At): TagCheck[] {
  return Object.entries(fields).flatMap(([key, expectation]) =>
    isTag(expectation)
      ? [{ key, target: pathBelow(at.target, key), only: new Set<unknown>(expectation.only) }]
      : [],
  );
}

/** Whether a tag is another one than the docs have there, which is told: then it is another object, too. */
function isOtherMember(
  { key, target, only }: TagCheck,
  value: Record<string, unknown>,
  walk: Walk,
): boolean {
  const tag = value[key];
  if (only.has(tag) || !isLike(tag, only)) return false;
  departFrom(walk, 'member', [...only], target, tag, key);
  return true;
}

interface Member {
  expectation: Single;
  /** How many levels of what contains itself lie in between. */
  levels: number;
  check: Check;
  /** The place of this member, where its tags tell it from others. */
  id: number | undefined;
  place: Place | undefined;
}

/** After so many attempts the first member stands for those that nothing tells from it, as in a search for misfits. */
const mostAttempts = 1000;

/** The members of a union. */
interface Union {
  target: string;
  members: readonly Member[];
  /** Those that are objects, by their tags. */
  objects: Choice<Member>;
  /** The keys of all members; `undefined` where one may have any. */
  keys: ReadonlySet<string> | undefined;
}

function unionCheck(anyOf: readonly Expectation[], at: At, places: Places, above: Above): Check {
  // Made when it is needed, as what is nested may be a part of itself.
  let union: Union | undefined;
  return (value, walk) => {
    union ??= unionOf(anyOf, at, places, above);
    if (isObject(value)) goIntoObject(union, value, walk);
    else goIntoOther(union, value, walk);
  };
}

function unionOf(anyOf: readonly Expectation[], at: At, places: Places, above: Above): Union {
  const members = anyOf.flatMap((member) => membersOf(member, at, places, above));
  const objects = members.filter(({ expectation }) => isOfKind({}, expectation, 'tolerant'));
  return {
    target: at.target,
    members,
    objects: choiceAmong(objects, at.target),
    keys: keysOf(members),
  };
}

/** Goes on with the member whose tags an object has. */
function goIntoObject(union: Union, value: Record<string, unknown>, walk: Walk): void {
  let choice = union.objects;
  while (choice.key !== undefined) {
    const { key, target, by, absent, other } = choice;
    const tag = fieldOf(value, key);
    const isAbsent = tag === undefined || tag === null;
    const next: Choice<Member> | undefined = isAbsent ? absent : (by.get(tag) ?? other);
    if (!next) {
      if (isLike(tag, by.keys())) departFrom(walk, 'member', [...by.keys()], target, tag, key);
      else goIntoNameless(union, value, walk);
      return;
    }
    choice = next;
  }
  attempt(choice.members, value, walk);
}

/** Tells what no member has, in an object that does not say which of them it is. */
function goIntoNameless({ keys, target }: Union, value: Record<string, unknown>, walk: Walk): void {
  walk.wrong++;
  if (!keys) return;
  for (const key of Object.keys(value))
    if (!keys.has(key)) depart(walk, 'key', pathBelow(target, key), value[key], key);
}

/** Goes on with a member of the kind of what is not an object. */
function goIntoOther({ members }: Union, value: unknown, walk: Walk): void {
  const alike = alikeAmong(members, value);
  if (alike) goInto(alike, value, walk);
  else
    attempt(
      members.filter(({ expectation }) => isOfKind(value, expectation, 'tolerant')),
      value,
      walk,
    );
}

/** The one member of the kind of a value; `undefined` where there is none, or more than one. */
function alikeAmong(members: readonly Member[], value: unknown): Member | undefined {
  let found: Member | undefined;
  for (const member of members) {
    if (!isOfKind(value, member.expectation, 'tolerant')) continue;
    if (found) return undefined;
    found = member;
  }
  return found;
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
