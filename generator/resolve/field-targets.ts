/** Corrections of fields, of members of unions, and of single facts of both. */
import { canHold } from '../model/holds.ts';
import type { DocumentedSource, Field, Link, Type } from '../model/model.ts';
import { signatureOf, typeSignature } from '../model/signature.ts';
import {
  bareNames,
  absent,
  isMemberTarget,
  textOf,
  type Correction,
  type Statement,
} from '../source/correction.ts';
import {
  deprecationOf,
  factOf,
  flagOf,
  setDeprecation,
  setDispute,
  setFact,
  supportAs,
} from './facts.ts';
import { keepWrittenOut } from './names.ts';
import {
  holdsObjects,
  isTarget,
  isTargetMember,
  matchesPath,
  mayHoldObjects,
  placesOf,
  wayFor,
  type Place,
  type UnionPlace,
} from './path.ts';
import type { ReportAt } from './report-at.ts';
import { entryOf, type Target } from './target.ts';
import { valueTarget } from './value-targets.ts';
import { keepWords } from './words.ts';

/** A field where a correction applies; absent where it adds one. */
export interface FieldPlace {
  place: Place;
  field: Field<Link> | undefined;
}

/** A member of a union where a correction applies; absent where it adds one. */
interface MemberPlace {
  place: UnionPlace;
  member: Type<Link> | undefined;
}

/** Finds what corrections of fields apply to, in a source that they change. */
export class FieldTargets {
  readonly #documented: DocumentedSource;
  readonly #report: ReportAt;
  /** The objects of a source; those that have a field can be had by its name. */
  #objects: readonly Place[] = [];
  #unions: readonly UnionPlace[] = [];
  #byField = new Map<string, Place[]>();
  /** To collect all objects anew for each correction would cost the square of their number. */
  #isCollected = false;
  /** The same of unions, which may be others where all objects are the same. */
  #areUnionsCollected = false;

  constructor(documented: DocumentedSource, report: ReportAt) {
    this.#documented = documented;
    this.#report = report;
  }

  /** The places that a correction applies to. */
  of(correction: Correction): Target[] {
    const { statement, target } = correction;
    if (statement.kind === 'field' && statement.sections.length > 0) {
      this.#documented.sections.push(...statement.sections);
      this.#isCollected = false;
    }
    const isOfMembers = statement.kind !== 'value' && isMemberTarget(target.text);
    if (!this.#isCollected || (isOfMembers && !this.#areUnionsCollected)) this.#collect();
    if (statement.kind === 'value')
      return this.#fields(correction).flatMap((at) => {
        const found = valueTarget(at, correction, statement);
        return found ? this.#noting(found) : [];
      });
    return isOfMembers
      ? this.#members(correction).flatMap((at) => {
          const found = memberTarget(at, correction);
          return found ? this.#noting(found) : [];
        })
      : this.#fields(correction).map((at) => {
          const found = fieldTarget(at, correction, this.#report);
          return isLocal(at, statement) ? this.#adding(found, at, statement) : this.#noting(found);
        });
  }

  /** A target after which there may be other objects. */
  #noting(target: Target): Target {
    return {
      ...target,
      apply: () => {
        target.apply();
        this.#isCollected = false;
      },
    };
  }

  /** A target after which an object may have another field, or a field another union, and all objects are the same. */
  #adding(target: Target, { place, field }: FieldPlace, statement: Statement): Target {
    if (statement.kind !== 'field') return target;
    const types = [statement.field.type, ...(field ? [field.type] : [])];
    return {
      ...target,
      apply: () => {
        target.apply();
        if (types.some(mayHoldObjects)) this.#areUnionsCollected = false;
        if (!field) this.#note(statement.field.name, place);
      },
    };
  }

  #collect(): void {
    const { events, sections } = this.#documented;
    const { objects, unions } = placesOf(events, sections);
    this.#objects = objects;
    this.#unions = unions;
    this.#byField = new Map();
    for (const place of objects)
      for (const { name } of place.object.fields) this.#note(name, place);
    this.#isCollected = true;
    this.#areUnionsCollected = true;
  }

  #note(name: string, place: Place): void {
    const places = this.#byField.get(name);
    if (!places) this.#byField.set(name, [place]);
    // Faulty docs have two fields of one name.
    else if (places.at(-1) !== place) places.push(place);
  }

  #fields({ target, statement, was, direction }: Correction): FieldPlace[] {
    const last = /[^./]*$/.exec(bareNames(target.text))?.[0] ?? '';
    const name = statement.kind === 'field' ? statement.field.name : last;
    const fits = (place: Place, field: string): boolean =>
      (direction ?? place.event.direction) === place.event.direction &&
      isTarget(target.text, place, field);
    if (name.includes('*'))
      return this.#objects.flatMap((place) =>
        place.object.fields
          .filter((field) => fits(place, field.name))
          .map((field) => ({ place, field })),
      );
    const isAdded = statement.kind === 'field' && was.text === absent;
    const places = isAdded ? this.#objects : (this.#byField.get(name) ?? []);
    return places
      .filter((place) => fits(place, name))
      .map((place) => ({ place, field: place.object.fields.find((one) => one.name === name) }));
  }

  #members({ target, was, direction }: Correction): MemberPlace[] {
    const unions = this.#unions.filter(
      ({ event }) => (direction ?? event.direction) === event.direction,
    );
    const found = unions.flatMap((place) =>
      place.union.members
        .filter((member) => isTargetMember(target.text, place, member))
        .map((member) => ({ place, member })),
    );
    if (found.length > 0 || was.text !== absent) return found;
    const above = target.text.slice(0, target.text.lastIndexOf('<'));
    return unions
      .filter((place) => matchesPath(above, wayFor(above, place) ?? ''))
      .map((place) => ({ place, member: undefined }));
  }
}

/** Whether there are the same objects once a correction is applied. */
function isLocal({ field }: FieldPlace, statement: Statement): boolean {
  if (statement.kind === 'fact') return true;
  if (statement.kind === 'nothing') return false;
  const stated = statement.kind === 'field' ? statement.field : undefined;
  const types = [field, stated].flatMap((one) => one?.type ?? []);
  // A constant is part of the paths of what is beside it.
  const mayNameMembers = types.some(({ kind }) => kind === 'literal') && types.some(mayHoldObjects);
  return !mayNameMembers && !types.some(holdsObjects);
}

// ── A field ─────────────────────────────────────────────────────────────────────────────────────────────────

function fieldTarget(at: FieldPlace, correction: Correction, report: ReportAt): Target {
  const { place, field } = at;
  const { statement, was } = correction;
  const { event, object } = place;
  const common = {
    event,
    entry: entryOf(event),
    position: field?.position ?? object.position,
    was: was.text,
  };
  const now = field ? signatureOf(field) : absent;
  switch (statement.kind) {
    case 'fact':
      return {
        ...common,
        now: field ? factOf(field, statement.fact) : absent,
        right: statement.value === undefined ? absent : textOf(statement.value),
        apply: () => {
          if (field) setFact(field, statement.fact, statement.value, correction);
        },
      };
    case 'field':
      return {
        ...common,
        now,
        right: signatureOf(statement.field),
        apply: () => {
          replace(at, correction, statement.field, report);
        },
      };
    default:
      return {
        ...common,
        now,
        right: absent,
        apply: () => {
          if (field) object.fields.splice(object.fields.indexOf(field), 1);
        },
      };
  }
}

/** Puts the corrected field in its place. What the correction does not state, such as the text, stays the page's. */
function replace(
  { place, field }: FieldPlace,
  correction: Correction,
  stated: Field<Link>,
  report: ReportAt,
): void {
  const kept: Partial<Field<Link>> = {};
  if (field?.description !== undefined) kept.description = field.description;
  if (field?.support) kept.support = field.support;
  if (field?.deprecated) kept.deprecated = field.deprecated;
  if (field?.bounds && canHold(stated.type, field.bounds.minimum ?? field.bounds.maximum ?? 0))
    kept.bounds = field.bounds;
  if (field?.default && canHold(stated.type, field.default.value)) kept.default = field.default;
  const type = structuredClone(stated.type);
  const corrected: Field<Link> = {
    ...kept,
    ...stated,
    type: field ? keepWrittenOut(field.type, type) : type,
    position: field?.position ?? stated.position,
    origin: 'corrected',
    correction: correction.position,
  };
  const reworded = field ? keepWords(field, corrected) : [];
  if (field && reworded.length > 0)
    report(
      'words-diverge',
      field.position,
      `the words here for ${reworded.join(', ')} are not those of the correction ${correction.position}, which are kept.`,
      [correction.position],
    );
  const index = field ? place.object.fields.indexOf(field) : place.object.fields.length;
  place.object.fields.splice(index, 1, corrected);
}

// ── A member of a union ─────────────────────────────────────────────────────────────────────────────────────

/** @returns `undefined` for a fact that the model has no place for, as of a member that is a text */
function memberTarget({ place, member }: MemberPlace, correction: Correction): Target | undefined {
  const { event, union } = place;
  const { statement, was } = correction;
  const common = {
    event,
    entry: entryOf(event),
    position: (member ?? union).position,
    was: was.text,
  };
  if (statement.kind === 'fact') return factOfMember(common, member, statement, correction);
  const type = statement.kind === 'field' ? statement.field.type : undefined;
  return {
    ...common,
    now: member ? typeSignature(member) : absent,
    right: type ? typeSignature(type) : absent,
    apply: () => {
      const index = member ? union.members.indexOf(member) : union.members.length;
      const stated = type ? [keepWrittenOut(member ?? union, structuredClone(type))] : [];
      union.members.splice(index, 1, ...stated);
      const [only, ...others] = union.members;
      if (only && others.length === 0) place.replace(only);
    },
  };
}

function factOfMember(
  common: Omit<Target, 'now' | 'right' | 'apply'>,
  member: Type<Link> | undefined,
  { fact, value }: Extract<Statement, { kind: 'fact' }>,
  correction: Correction,
): Target | undefined {
  const object = member?.kind === 'named' ? member.type : member;
  if (object?.kind !== 'object') return undefined;
  const right = textOf(value ?? absent);
  if (fact === 'deprecated')
    return {
      ...common,
      now: deprecationOf(object),
      right,
      apply: () => {
        setDeprecation(object, value !== undefined, correction);
      },
    };
  return {
    ...common,
    now: flagOf(object),
    right,
    apply: () => {
      if (fact === 'disputed') setDispute(object, right, correction);
      else object.support = supportAs(right, correction);
    },
  };
}
