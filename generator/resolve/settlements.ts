/** What corrections settle: faults of the pages that are about the same thing. */
import type { Diagnostic, RuleId, Subject } from '../diagnostics.ts';
import { isEventTarget, type Correction, type Fact, type Statement } from '../source/correction.ts';
import type { Direction, DocumentedSource, Field, Link, Position } from '../model/model.ts';
import { covers, isOfName, matchesPath, placesOf, wayFor, type Place } from './path.ts';
import type { Target } from './target.ts';
import { objectsOf } from './words.ts';

/** A correction that was applied, and the entries of the index that it concerns. */
export interface Settlement {
  correction: Position;
  target: string;
  statement: Statement;
  entries: { name: string; direction?: Direction }[];
  /** The places that it applies to, where it says of all of them what the pages say; it may settle a fault all the same. */
  unchanged: readonly Target[];
}

export function settlementOf(
  { position, target, statement }: Correction,
  applied: readonly Target[],
): Settlement {
  const entries = applied.map(({ entry, event }) => ({
    name: entry,
    ...(event && { direction: event.direction }),
  }));
  const isSame = applied.every(({ now, right }) => now === right) && !hasWords(statement);
  const unchanged = isSame ? applied : [];
  return { correction: position, target: target.text, statement, entries, unchanged };
}

/** Whether a correction states words, which the pages may have otherwise. */
function hasWords(statement: Statement): boolean {
  if (statement.kind === 'fact' || statement.kind === 'value') return false;
  return statement.kind !== 'field' || describes(statement.field);
}

function describes({ description, type }: Field<Link>): boolean {
  return (
    description !== undefined ||
    objectsOf(type).some(
      (object) => object.description !== undefined || object.fields.some(describes),
    )
  );
}

/** The settlements of corrections that change nothing and settle nothing: the pages are right by now. */
export function needlessIn(
  settlements: readonly Settlement[],
  diagnostics: readonly Diagnostic[],
  paths: ObjectPaths,
): Settlement[] {
  const unchanged = settlements.filter((one) => one.unchanged.length > 0);
  if (unchanged.length === 0) return [];
  const needed = new Set(settled(diagnostics, unchanged, paths).map(({ settledBy }) => settledBy));
  return unchanged.filter(({ correction }) => !needed.has(correction));
}

/**
 * The paths of the objects of a source, by their places: a fault in a section, or in a member, knows no more. A section
 * stays what it is when a correction states a field that leads to it.
 */
export type ObjectPaths = ReadonlyMap<Position, Place & { isSection: boolean }>;

export function objectPathsOf({ events, sections }: DocumentedSource): ObjectPaths {
  const { objects } = placesOf(events, sections);
  const linked = new Set(sections.map(({ type }) => type));
  return new Map(
    objects.map((place) => [
      place.object.position,
      { ...place, isSection: linked.has(place.object) },
    ]),
  );
}

/** The diagnostics of a source, those that corrections settle as info that names the correction. */
export function settled(
  diagnostics: readonly Diagnostic[],
  settlements: readonly Settlement[],
  paths: ObjectPaths,
): Diagnostic[] {
  const byEntry = new Map<string, Settlement[]>();
  for (const settlement of settlements)
    for (const name of new Set(settlement.entries.map((entry) => entry.name)))
      byEntry.set(name, [...(byEntry.get(name) ?? []), settlement]);
  return diagnostics.map((diagnostic) => {
    const { subject, rule, sentence, severity, places = [] } = diagnostic;
    if (!subject || severity === 'info') return diagnostic;
    const settlement = byEntry
      .get(subject.event)
      ?.find((one) => settles(one, subject, rule, paths));
    if (!settlement) return diagnostic;
    const { correction } = settlement;
    return {
      ...diagnostic,
      severity: 'info',
      sentence: `${sentence} The correction at ${correction} settles this.`,
      places: [...places, correction],
      settledBy: correction,
    };
  });
}

function settles(
  { target, statement, entries }: Settlement,
  subject: Subject,
  rule: RuleId,
  paths: ObjectPaths,
): boolean {
  const isOfEntry = entries.some(
    ({ name, direction }) =>
      name === subject.event &&
      (direction === undefined ||
        subject.direction === undefined ||
        direction === subject.direction),
  );
  if (!isOfEntry || statement.kind === 'page') return false;
  const isFact = statement.kind === 'fact' || statement.kind === 'value';
  if (isFact && !rulesSettledBy(statement).includes(rule)) return false;
  const found = pathOf(subject, paths, target);
  if (isEventTarget(target)) return !isFact || found === undefined;
  if (found === undefined) return false;
  // Which events it is about is known already.
  const pattern = `*/${withoutMarks(target.slice(target.indexOf('/') + 1))}`;
  const path = `/${found.path}`;
  return isFact ? matchesPath(pattern, path) : covers(pattern, path, found.from + 1);
}

/**
 * The names on the way to what a fault is about; `undefined` when that is the event.
 *
 * @returns `from`: where the part of the path begins that goes with a field above it
 */
function pathOf(
  { path, object }: Subject,
  paths: ObjectPaths,
  target: string,
): { path: string; from: number } | undefined {
  const place = object && paths.get(object.position);
  const way = place && wayFor(target, place);
  if (!object || !place || way === undefined)
    return path === undefined || isOfName(target) ? undefined : { path, from: 0 };
  const above = withoutMarks(way.slice(way.indexOf('/') + 1));
  return {
    path: [above, object.path].filter(Boolean).join('.'),
    from: place.isSection ? above.length + 1 : 0,
  };
}

/** A path without the marks of arrays and maps, which a page may leave out. */
function withoutMarks(path: string): string {
  return path.replaceAll(/\[\]|\{\}/g, '');
}

function rulesSettledBy(
  statement: Extract<Statement, { kind: 'fact' | 'value' }>,
): readonly RuleId[] {
  return statement.kind === 'fact' ? rulesOf[statement.fact] : rulesOf.deprecated;
}

/** The rules whose faults a fact settles. */
const rulesOf: Record<Fact, readonly RuleId[]> = {
  name: ['title-differs', 'event-name-invalid', 'path-differs', 'anchor-missing'],
  flag: ['flag-unknown', 'flag-near-miss', 'flag-differs', 'flag-misplaced'],
  // The page keeps its word, and its faults.
  disputed: [],
  deprecated: ['flag-unknown', 'flag-near-miss', 'flag-misplaced'],
  requiredness: ['field-malformed'],
  default: ['default-malformed'],
  minimum: ['bound-malformed'],
  maximum: ['bound-malformed'],
};
