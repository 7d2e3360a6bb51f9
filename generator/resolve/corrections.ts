/**
 * Corrections: documented fixes of documentation faults, in the dialect of the pages themselves. A correction says
 * what it applies to, at how many places, what stood there, why, and what the evidence is; it fails, at its own
 * file and line, as soon as any of that is no longer so.
 */
import type { Correction } from '../dialects/correction.ts';
import { canHold } from '../model/holds.ts';
import type { DocumentedEvent, DocumentedSource, Field, Link } from '../model/model.ts';
import { fieldPath, matchesPath, placesOf, type Place } from './path.ts';
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
  for (const correction of corrections) {
    documented.sections.push(...correction.sections);
    const targets = targetsOf(documented, correction);
    if (targets.length !== correction.matches.value) {
      reportUnmatched(correction, targets, report);
      for (const event of eventsInDoubt(correction, targets, documented)) failed.add(event);
    }
    const stale = staleTargets(correction, targets, report);
    for (const { place } of stale) failed.add(place.event);
    for (const target of targets) if (!stale.includes(target)) replace(target, correction, report);
  }
  return failed;
}

/** A place that a correction applies to. `field` is absent where it adds one. */
interface Target {
  place: Place;
  field: Field<Link> | undefined;
}

function targetsOf(
  { events, sections }: DocumentedSource,
  { target, field, was }: Correction,
): Target[] {
  return placesOf(events, sections).flatMap((place) => {
    if (!matchesPath(target.text, fieldPath(place.path, field.name))) return [];
    const found = place.object.fields.find(({ name }) => name === field.name);
    return found || was.text === absent ? [{ place, field: found }] : [];
  });
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
  const found = targets.map(({ place }) => place.event);
  const [pattern = ''] = target.text.split('/');
  const named = pattern === '*' ? [] : events.filter(({ name }) => matchesPath(pattern, name));
  const without = named.filter((event) => !found.includes(event));
  return without.length > 0 ? without : found;
}

function reportUnmatched(
  { target, matches }: Correction,
  targets: readonly Target[],
  report: ReportAt,
): void {
  const places = targets.map(({ place, field }) => field?.position ?? place.object.position);
  const found = places.length === 0 ? '' : `: ${places.join(', ')}`;
  report(
    'correction-unmatched',
    matches.position,
    `"${target.text}" matches ${targets.length === 1 ? '1 place' : `${targets.length} places`} instead of ${matches.value}${found}. Mend the target or the number.`,
  );
}

/** Reports what is stale about a correction; the targets that fail with it. */
function staleTargets(
  correction: Correction,
  targets: readonly Target[],
  report: ReportAt,
): Target[] {
  const { was } = correction;
  const fixed = signatureOf(correction.field);
  return targets.filter(({ place, field }) => {
    const now = field ? signatureOf(field) : absent;
    if (now === was.text) return false;
    const position = field?.position ?? place.object.position;
    if (now === fixed)
      report(
        'correction-redundant',
        correction.position,
        `the docs now say the same at ${position}; remove this correction.`,
      );
    else
      report(
        'correction-outdated',
        was.position,
        `${position} now says "${now}"; look at it again, then mend "was" or the correction.`,
      );
    return true;
  });
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
  const corrected: Field<Link> = {
    ...kept,
    ...correction.field,
    type: structuredClone(correction.field.type),
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
