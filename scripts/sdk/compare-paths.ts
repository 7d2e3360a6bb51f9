/**
 * Documented events held against declared ones, path by path.
 *
 * What counts is every path of the declarations in the events that both sides have. It is *the same* when the docs
 * have it too, with the same kind, optional or not alike, and null or not alike. Null is folded as the types of the
 * direction are: where an optional field may be null anyway (server events), it is no difference.
 *
 * The members of a union are paired, each once: what is not an object by its kind; objects by their discriminators.
 * Objects with contradictory discriminators are never a pair. Where discriminators leave a choice, those with the
 * most field names in common are paired first, and the first listed where nothing decides.
 *
 * Where the declarations have one object for what the docs tell apart, be it all objects of a place or those with the
 * same `type`, the documented objects are read as one that stands for any of them: it has the fields of all, and those
 * that some lack are optional. The other way round there is no such help: docs that do not tell apart what the declarations do lack all members but one.
 *
 * A list of values is the same when both sides list the same ones, in any order, open or closed. Discriminators are
 * no such lists: they are what pairs were made by.
 */
import type { Value } from '../../generator/model/alternatives.ts';
import type { ReadingMode } from '../../generator/model/model.ts';
import { pathBelow } from '../../generator/model/types.ts';
import {
  constantsOf,
  discriminatorsOf,
  elementPath,
  memberLabels,
  memberPath,
  pathOfMember,
  pathsBelow,
  pathsOf,
  pathsOfSlot,
  withOneObject,
  type EventContract,
  type FieldPath,
  type Kind,
  type Member,
  type MemberObject,
  type Slot,
  type Basis,
  valuesOf,
} from './paths.ts';

/** How many of all are the same. */
export interface Share {
  same: number;
  total: number;
}

/** What is said of a field in another way, or not at all. */
export type Disagreement =
  | { what: 'missing'; theirs: readonly Kind[] }
  | { what: 'kind'; theirs: Kind; ours: readonly Kind[] }
  | { what: 'optionality'; theirs: 'optional' | 'required' }
  | { what: 'null'; theirs: 'nullable' | 'not nullable' }
  | { what: 'values'; onlyTheirs: readonly Value[]; onlyOurs: readonly Value[] };

/** One place at which the two sides disagree. */
export type Difference = Disagreement & {
  event: string;
  path: string;
  /** The declared paths that are not the same because of it; values make none. */
  paths: readonly FieldPath[];
  /** Where the docs speak of it, or of what it should stand in. */
  basis: Basis | undefined;
};

/** What the docs have at a place, or below it, and the declarations have not. */
export interface Addition {
  event: string;
  path: string;
  paths: readonly FieldPath[];
}

export interface PathComparison {
  paths: Share;
  /** Paths that the docs have with the same kind, optional or null as they may be. */
  kinds: Share;
  enumerations: Share;
  differences: readonly Difference[];
  additions: readonly Addition[];
  /** Events that only the declarations have. */
  onlyTheirs: readonly EventContract[];
  /** Events that only the docs have. */
  onlyOurs: readonly EventContract[];
}

/** Compares declared events with documented ones, of one direction as it is read. */
export function compareEvents(
  theirs: readonly EventContract[],
  ours: readonly EventContract[],
  reading: ReadingMode,
): PathComparison {
  const documented = new Map(ours.map((event) => [event.name, event]));
  const declared = new Set(theirs.map(({ name }) => name));
  const pairs = theirs.flatMap((event) => {
    const twin = documented.get(event.name);
    return twin ? [[event, twin] as const] : [];
  });
  const comparers = pairs.map(([event, twin]) => {
    const comparer = new EventComparer(event.name, reading);
    comparer.compareFields(event.body, twin.body, '', undefined);
    return comparer;
  });
  const differences = comparers.flatMap((comparer) => comparer.differences);
  const paths = pairs.flatMap(([event]) => pathsOf(event));
  const without = (some: readonly Difference[]) =>
    shareOf(
      paths.length,
      some.reduce((sum, difference) => sum + difference.paths.length, 0),
    );
  return {
    paths: without(differences),
    kinds: without(differences.filter(({ what }) => what === 'missing' || what === 'kind')),
    enumerations: shareOf(
      paths.filter(isEnumeration).length,
      differences.reduce((sum, difference) => sum + lostEnumerations(difference), 0),
    ),
    differences,
    additions: comparers.flatMap((comparer) => comparer.additions),
    onlyTheirs: theirs.filter(({ name }) => !documented.has(name)),
    onlyOurs: ours.filter(({ name }) => !declared.has(name)),
  };
}

function shareOf(total: number, failed: number): Share {
  return { same: total - failed, total };
}

/** The comparisons of both directions as one. */
export function joinComparisons(comparisons: readonly PathComparison[]): PathComparison {
  return {
    paths: sumOfShares(comparisons.map(({ paths }) => paths)),
    kinds: sumOfShares(comparisons.map(({ kinds }) => kinds)),
    enumerations: sumOfShares(comparisons.map(({ enumerations }) => enumerations)),
    differences: comparisons.flatMap(({ differences }) => differences),
    additions: comparisons.flatMap(({ additions }) => additions),
    onlyTheirs: comparisons.flatMap(({ onlyTheirs }) => onlyTheirs),
    onlyOurs: comparisons.flatMap(({ onlyOurs }) => onlyOurs),
  };
}

function sumOfShares(shares: readonly Share[]): Share {
  return {
    same: shares.reduce((sum, { same }) => sum + same, 0),
    total: shares.reduce((sum, { total }) => sum + total, 0),
  };
}

function isEnumeration({ values }: FieldPath): boolean {
  return values.length > 0;
}

/** The declared lists of values that a difference costs: its own, and all in what is not there. */
function lostEnumerations({ what, paths }: Difference): number {
  if (what === 'values') return 1;
  return what === 'missing' || what === 'kind' ? paths.filter(isEnumeration).length : 0;
}

/** Walks through both sides of one event. `near`: what the docs say closest to what they do not say. */
class EventComparer {
  readonly differences: Difference[] = [];
  readonly additions: Addition[] = [];
  readonly #event: string;
  readonly #reading: ReadingMode;

  constructor(event: string, reading: ReadingMode) {
    this.#event = event;
    this.#reading = reading;
  }

  compareFields(
    theirs: MemberObject,
    ours: MemberObject,
    path: string,
    near: Basis | undefined,
  ): void {
    for (const [name, slot] of theirs.fields) {
      const at = pathBelow(path, name);
      const twin = ours.fields.get(name);
      if (twin) this.#compareSlots(slot, twin, at);
      else {
        const kinds = slot.members.map(({ kind }) => kind);
        this.#differ(at, { what: 'missing', theirs: kinds }, near, pathsOfSlot(slot, at));
      }
    }
    for (const [name, slot] of ours.fields) {
      const at = pathBelow(path, name);
      if (!theirs.fields.has(name)) this.#add(at, pathsOfSlot(slot, at));
    }
  }

  #compareSlots(theirs: Slot, documented: Slot, path: string): void {
    const ours = asFewObjects(theirs, documented);
    const labels = memberLabels(theirs.members);
    const twins = pairMembers(theirs.members, ours.members);
    const left = ours.members.filter((member) => ![...twins.values()].includes(member));
    theirs.members.forEach((member, i) => {
      const at = memberPath(path, labels[i]);
      const twin = twins.get(member);
      if (twin) this.#compareMembers({ slot: theirs, member }, { slot: ours, member: twin }, at);
      else this.#lackMember(theirs, member, ours, left, at);
    });
    this.#addMembers(ours, left, path, twins.size < theirs.members.length);
  }

  /** A member that has no twin: the docs have something else in its place, or nothing. */
  #lackMember(slot: Slot, member: Member, ours: Slot, left: readonly Member[], path: string): void {
    const paths = [pathOfMember(slot, member, path), ...pathsBelow(member, path)];
    const kinds = left.map(({ kind }) => kind);
    const disagreement: Disagreement =
      kinds.length > 0
        ? { what: 'kind', theirs: member.kind, ours: kinds }
        : { what: 'missing', theirs: [member.kind] };
    this.#differ(path, disagreement, ours.basis, paths);
  }

  /** Members that the declarations do not have; those that a difference in kind has named count from below. */
  #addMembers(slot: Slot, members: readonly Member[], path: string, named: boolean): void {
    const labels = memberLabels(slot.members);
    for (const member of members) {
      const at = memberPath(path, labels[slot.members.indexOf(member)]);
      const own = named ? [] : [pathOfMember(slot, member, at)];
      this.#add(at, [...own, ...pathsBelow(member, at)]);
    }
  }

  #compareMembers(theirs: Occupant, ours: Occupant, path: string): void {
    const own = pathOfMember(theirs.slot, theirs.member, path);
    const disagreement = this.#disagreement(theirs.slot, ours.slot);
    if (disagreement) this.#differ(path, disagreement, ours.slot.basis, [own]);
    if (isEnumeration(own))
      this.#compareValues(own.values, valuesOf(ours.member), path, ours.slot.basis);
    if (theirs.member.kind === 'object' && ours.member.kind === 'object')
      this.compareFields(theirs.member, ours.member, path, ours.slot.basis);
    if ('element' in theirs.member && 'element' in ours.member)
      this.#compareSlots(
        theirs.member.element,
        ours.member.element,
        elementPath(path, theirs.member),
      );
  }

  #disagreement(theirs: Slot, ours: Slot): Disagreement | undefined {
    if (theirs.optional !== ours.optional)
      return { what: 'optionality', theirs: theirs.optional ? 'optional' : 'required' };
    if (this.#acceptsNull(theirs) !== this.#acceptsNull(ours))
      return { what: 'null', theirs: theirs.nullable ? 'nullable' : 'not nullable' };
    return undefined;
  }

  #acceptsNull({ optional, nullable }: Slot): boolean {
    return nullable || (optional && this.#reading === 'tolerant');
  }

  #compareValues(
    theirs: readonly Value[],
    ours: readonly Value[],
    path: string,
    basis: Basis | undefined,
  ): void {
    const onlyTheirs = theirs.filter((value) => !ours.includes(value));
    const onlyOurs = ours.filter((value) => !theirs.includes(value));
    if (onlyTheirs.length + onlyOurs.length > 0)
      this.#differ(path, { what: 'values', onlyTheirs, onlyOurs }, basis, []);
  }

  #differ(
    path: string,
    disagreement: Disagreement,
    basis: Basis | undefined,
    paths: readonly FieldPath[],
  ): void {
    this.differences.push({ ...disagreement, event: this.#event, path, paths, basis });
  }

  #add(path: string, paths: readonly FieldPath[]): void {
    if (paths.length > 0) this.additions.push({ event: this.#event, path, paths });
  }
}

/** A member and the place it stands in. */
interface Occupant {
  slot: Slot;
  member: Member;
}

// ── Pairs ───────────────────────────────────────────────────────────────────────────────────────────────────

/** The documented member for each declared one that has any. */
function pairMembers(theirs: readonly Member[], ours: readonly Member[]): Map<Member, Member> {
  const pairs = new Map<Member, Member>();
  for (const member of theirs) {
    const twin = ours.find(({ kind }) => kind === member.kind && kind !== 'object');
    if (twin) pairs.set(member, twin);
  }
  const candidates = candidatePairs(theirs.filter(isObject), ours.filter(isObject));
  for (const { member, twin } of candidates) {
    const taken = pairs.has(member) || [...pairs.values()].includes(twin);
    if (!taken) pairs.set(member, twin);
  }
  return pairs;
}

interface Candidate {
  member: MemberObject;
  twin: MemberObject;
  /** Discriminators with the same value. */
  agreeing: number;
  /** Fields with the same name. */
  common: number;
}

/** The documented place with one object for those that the declarations do not tell apart. */
function asFewObjects(theirs: Slot, documented: Slot): Slot {
  const declared = theirs.members.filter(isObject);
  if (declared.length === 1) return withOneObject(documented);
  const candidates = candidatePairs(declared, documented.members.filter(isObject)).filter(
    ({ agreeing }) => agreeing > 0,
  );
  return declared.reduce((slot, member) => {
    const twins = candidates
      .filter((one) => one.member === member)
      .map(({ twin }) => twin)
      .filter((twin) => candidates.every((one) => one.twin !== twin || one.member === member));
    return withOneObject(slot, twins);
  }, documented);
}

/** All pairs of objects that nothing contradicts, the best first. */
function candidatePairs(
  theirs: readonly MemberObject[],
  ours: readonly MemberObject[],
): Candidate[] {
  const sides = [theirs, ours].map((members) =>
    discriminatorsOf(members.map(({ object }) => object)),
  );
  const names = [...new Set(sides.flat())];
  const onBoth = (name: string) => sides.every((side) => side.includes(name));
  const candidates = theirs.flatMap((member) => {
    const own = constantsOf(member.object);
    return ours.flatMap((twin): Candidate[] => {
      const other = constantsOf(twin.object);
      const stated = names.filter((name) => own.has(name) && other.has(name));
      const contradictory = stated.filter((name) => own.get(name) !== other.get(name));
      if (contradictory.some(onBoth)) return [];
      const agreeing = stated.length - contradictory.length;
      const common = [...member.fields.keys()].filter((name) => twin.fields.has(name)).length;
      return [{ member, twin, agreeing, common }];
    });
  });
  return candidates.toSorted((a, b) => b.agreeing - a.agreeing || b.common - a.common);
}

function isObject(member: Member): member is MemberObject {
  return member.kind === 'object';
}
