/**
 * Corrections: documented fixes of documentation faults, in the dialect of the pages themselves. A correction says
 * what it applies to, at how many places, what stood there, why, and what the evidence is; it fails, at its own
 * file and line, as soon as any of that is no longer so.
 */
import type { Correction } from '../source/correction.ts';
import { canHold } from '../model/holds.ts';
import type {
  DocumentedEvent,
  DocumentedSource,
  Field,
  Link,
  Position,
  Type,
} from '../model/model.ts';
import { keepWrittenOut } from './names.ts';
import { isTarget, matchesPath, placesOf, type Place } from './path.ts';
import type { ReportAt } from './shapes.ts';
import { signatureOf } from '../model/signature.ts';
import { keepWords } from './words.ts';

/** What the front matter says stood there when the field was not there at all. */
const absent = 'absent';

/**
 * Applies corrections to what the pages say, in place, in the order of their files.
 *
 * @returns the events that a correction failed on: their pages are not what it was written for
 */
export function applyCorrections(
  documented: DocumentedSource,
  corrections: readonly Correction[],
  report: ReportAt,
): Set<DocumentedEvent> {
  const failed = new Set<DocumentedEvent>();
  let places = indexOf(documented);
  for (const correction of corrections) {
    documented.sections.push(...correction.sections);
    if (correction.sections.length > 0) places = indexOf(documented);
    const targets = targetsOf(places, correction);
    if (targets.length !== correction.matches.value) {
      reportUnmatched(correction, targets, report);
      for (const event of eventsInDoubt(correction, targets, documented)) failed.add(event);
    }
    const stale = staleTargets(correction, targets, report);
    for (const { place } of stale) failed.add(place.event);
    const applying = targets.filter((target) => !stale.has(target));
    for (const target of applying) replace(target, correction, report);
    if (applying.some((target) => changesObjects(target, correction))) places = indexOf(documented);
    else noteAdded(places, applying, correction.field.name);
  }
  return failed;
}

/**
 * Whether there are other objects once a correction is applied. To collect all of them anew for each correction would
 * cost the square of their number.
 */
function changesObjects({ field }: Target, correction: Correction): boolean {
  return [field, correction.field].some((one) => one && mayHoldObjects(one.type));
}

const withObjects: ReadonlySet<string> = new Set([
  'object',
  'array',
  'map',
  'union',
  'link',
  'named',
]);

function mayHoldObjects({ kind }: Type<Link>): boolean {
  return withObjects.has(kind);
}

/** The objects of a source; those that have a field can be had by its name. */
interface PlaceIndex {
  all: readonly Place[];
  byField: Map<string, Place[]>;
}

function indexOf({ events, sections }: DocumentedSource): PlaceIndex {
  const all = placesOf(events, sections);
  const byField = new Map<string, Place[]>();
  for (const place of all)
    for (const name of new Set(place.object.fields.map((field) => field.name)))
      addPlace(byField, name, place);
  return { all, byField };
}

/** Keeps an index true to the fields that a correction added. */
function noteAdded({ byField }: PlaceIndex, targets: readonly Target[], name: string): void {
  for (const { place, field } of targets) if (!field) addPlace(byField, name, place);
}

function addPlace(byField: Map<string, Place[]>, name: string, place: Place): void {
  const places = byField.get(name);
  if (places) places.push(place);
  else byField.set(name, [place]);
}

/** A place that a correction applies to. `field` is absent where it adds one. */
interface Target {
  place: Place;
  field: Field<Link> | undefined;
}

function targetsOf({ all, byField }: PlaceIndex, { target, field, was }: Correction): Target[] {
  const places = was.text === absent ? all : (byField.get(field.name) ?? []);
  return places
    .filter((place) => isTarget(target.text, place, field.name))
    .map((place) => ({
      place,
      field: place.object.fields.find(({ name }) => name === field.name),
    }));
}

/**
 * The events that a wrong number of matches puts in doubt: those that the first part of the target names and that have
 * no such place; when the target names every event, or none is without, those that have one.
 */
function eventsInDoubt(
  { target }: Correction,
  targets: readonly Target[],
  { events }: DocumentedSource,
): DocumentedEvent[] {
  const found = [...new Set(targets.map(({ place }) => place.event))];
  const [pattern = ''] = target.text.split('/');
  const named = pattern === '*' ? [] : events.filter(({ name }) => matchesPath(pattern, name));
  const without = named.filter((event) => !found.includes(event));
  return without.length > 0 ? without : found;
}

/** How many places of one correction are named: a pattern may fit thousands, and so may the next. */
const mostNamed = 5;

function positionOf({ place, field }: Target): Position {
  return field?.position ?? place.object.position;
}

function reportUnmatched(
  { target, matches }: Correction,
  targets: readonly Target[],
  report: ReportAt,
): void {
  const named = targets.slice(0, mostNamed).map(positionOf);
  const more = targets.length - named.length;
  const found = `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  report(
    'correction-unmatched',
    matches.position,
    `"${target.text}" matches ${counted(targets.length)} instead of ${matches.value}${found && `: ${found}`}. Fix the target or the number.`,
  );
}

function counted(places: number): string {
  return places === 1 ? '1 place' : `${places} places`;
}

/** Reports what is stale about a correction; the targets that fail with it. */
function staleTargets(
  correction: Correction,
  targets: readonly Target[],
  report: ReportAt,
): Set<Target> {
  const { was } = correction;
  const stale = targets.filter(({ field }) => signatureAt(field) !== was.text);
  for (const target of stale.slice(0, mostNamed)) reportStale(correction, target, report);
  const more = stale.length - mostNamed;
  if (more > 0)
    report(
      'correction-outdated',
      was.position,
      `${counted(more)} more that it applies to ${more === 1 ? 'says' : 'say'} something else by now; look at it again, then fix "was" or the correction.`,
    );
  return new Set(stale);
}

function signatureAt(field: Field<Link> | undefined): string {
  return field ? signatureOf(field) : absent;
}

function reportStale(correction: Correction, target: Target, report: ReportAt): void {
  const now = signatureAt(target.field);
  const position = positionOf(target);
  if (now === signatureOf(correction.field))
    report(
      'correction-redundant',
      correction.position,
      `the docs now say the same at ${position}; remove this correction.`,
    );
  else
    report(
      'correction-outdated',
      correction.was.position,
      `${position} now says "${now}"; look at it again, then fix "was" or the correction.`,
    );
}

/** Puts the corrected field in its place. What the correction does not state, such as the text, stays the page's. */
function replace({ place, field }: Target, correction: Correction, report: ReportAt): void {
  const kept: Partial<Field<Link>> = {};
  if (field?.description !== undefined) kept.description = field.description;
  if (field?.support) kept.support = field.support;
  if (
    field?.bounds &&
    canHold(correction.field.type, field.bounds.minimum ?? field.bounds.maximum ?? 0)
  )
    kept.bounds = field.bounds;
  if (field?.default && canHold(correction.field.type, field.default.value))
    kept.default = field.default;
  const stated = structuredClone(correction.field.type);
  const corrected: Field<Link> = {
    ...kept,
    ...correction.field,
    type: field ? keepWrittenOut(field.type, stated) : stated,
    position: field?.position ?? correction.field.position,
    origin: 'corrected',
    correction: correction.position,
  };
  const reworded = field ? keepWords(field, corrected) : [];
  if (field && reworded.length > 0)
    report(
      'words-diverge',
      field.position,
      `the words here for ${reworded.join(', ')} are not those of the correction ${correction.position}, which are kept.`,
    );
  const index = field ? place.object.fields.indexOf(field) : place.object.fields.length;
  place.object.fields.splice(index, 1, corrected);
}
