/**
 * Corrections: documented fixes of documentation faults, in the dialect of the pages themselves. A correction says
 * what it applies to, at how many places, what stood there, why, and what the evidence is; it fails, at its own
 * file and line, as soon as any of that is no longer so.
 */
import type { Subject } from '../diagnostics.ts';
import { absent, isEventTarget, type Correction } from '../source/correction.ts';
import type { DocumentedEvent, DocumentedSource } from '../model/model.ts';
import { eventTargets } from './event-targets.ts';
import { FieldTargets } from './field-targets.ts';
import { similarTo } from '../runtime/similar.ts';
import { fieldPath, isOfName, matchesPath, placesOf, wayFor } from './path.ts';
import { settlementOf, type Settlement } from './settlements.ts';
import type { ReportAt } from './report-at.ts';
import type { Target } from './target.ts';
import { counted } from '../text.ts';

/** What came of the corrections of a source. */
export interface Corrected {
  /** The events that a correction failed on: their pages are not what it was written for. */
  failed: Set<DocumentedEvent>;
  /** What each correction settles. */
  settlements: Settlement[];
}

/**
 * Applies corrections to what the pages say, in place: first those that say which events there are, then those of
 * names, then all others, each in the order of their files.
 *
 * @param subjects what the faults of the pages are about
 */
export function applyCorrections(
  documented: DocumentedSource,
  corrections: readonly Correction[],
  subjects: readonly Subject[],
  report: ReportAt,
): Corrected {
  const failed = new Set<DocumentedEvent>();
  const settlements: Settlement[] = [];
  const apply = (correction: Correction, targets: readonly Target[]): void => {
    if (targets.length === 0 && isOvertaken(correction, documented)) {
      reportOvertaken(correction, report);
      return;
    }
    if (targets.length !== correction.matches.value) {
      reportUnmatched(correction, targets, documented, report);
      for (const event of eventsInDoubt(correction, targets, documented)) failed.add(event);
    }
    const stale = staleTargets(correction, targets, report);
    for (const { event } of stale) if (event) failed.add(event);
    const applying = targets.filter((target) => !stale.has(target));
    for (const target of applying) target.apply();
    settlements.push(settlementOf(correction, applying));
  };
  const [ofEvents, ofNames, ofFields] = inOrder(corrections);
  for (const correction of [...ofEvents, ...ofNames])
    apply(correction, eventTargets(documented, correction, subjects));
  const fields = new FieldTargets(documented, report);
  for (const correction of ofFields)
    apply(
      correction,
      isEventTarget(correction.target.text)
        ? eventTargets(documented, correction, subjects)
        : fields.of(correction),
    );
  return { failed, settlements };
}

function inOrder(
  corrections: readonly Correction[],
): [events: Correction[], names: Correction[], others: Correction[]] {
  const stages: [Correction[], Correction[], Correction[]] = [[], [], []];
  for (const correction of corrections) {
    const { target, statement } = correction;
    const isFact = statement.kind === 'fact';
    if (isEventTarget(target.text) && !isFact) stages[0].push(correction);
    else if (isFact && statement.fact === 'name') stages[1].push(correction);
    else stages[2].push(correction);
  }
  return stages;
}

/** Whether nothing is left that a correction takes away, or the pages have the name that it gives. */
function isOvertaken(
  { statement, target, was }: Correction,
  { events }: DocumentedSource,
): boolean {
  if (statement.kind === 'nothing' && was.text !== absent) return true;
  if (statement.kind !== 'fact' || statement.fact !== 'name') return false;
  return !target.text.includes('*') && events.some(({ name }) => name === statement.value);
}

function reportOvertaken({ position, target, statement }: Correction, report: ReportAt): void {
  const now =
    statement.kind === 'nothing'
      ? `the docs no longer have "${target.text}"`
      : `the docs no longer have "${target.text}", but the name that messages have`;
  report(
    'correction-redundant',
    position,
    `${now}; remove this correction, or fix its target if that is misspelt.`,
  );
}

/**
 * The events that a wrong number of matches puts in doubt: those that it matches. When it matches none, those that have
 * what the target stands in: `tune/station.name` is about the events that have a `station`.
 */
function eventsInDoubt(
  { target, direction }: Correction,
  targets: readonly Target[],
  documented: DocumentedSource,
): DocumentedEvent[] {
  const found = targets.flatMap(({ event }) => event ?? []);
  if (found.length > 0) return found;
  const [first = ''] = target.text.split('/');
  const isType = isOfName(target.text);
  const named = documented.events.filter(
    (event) =>
      (isType || matchesPath(first, event.name)) &&
      (direction ?? event.direction) === event.direction,
  );
  const { objects } = placesOf(named, documented.sections);
  for (let above = parentOf(target.text); above !== undefined; above = parentOf(above)) {
    const pattern = above;
    const around = objects.filter((place) => matchesPath(pattern, wayFor(pattern, place) ?? ''));
    if (around.length > 0) return around.map(({ event }) => event);
  }
  return isType || first.includes('*') ? [] : named;
}

/** What a target stands in; `undefined` when that is its event. */
function parentOf(target: string): string | undefined {
  const end = target.lastIndexOf('.');
  return end > target.indexOf('/') && target.includes('/') ? target.slice(0, end) : undefined;
}

/** How many places of one correction are named: a pattern may fit thousands, and so may the next. */
const mostNamed = 5;

/** The target that was probably meant by one that matches nothing. */
function meantTarget(
  { target: { text }, direction }: Correction,
  { events, sections }: DocumentedSource,
): string | undefined {
  if (text.includes('*') || isOfName(text)) return undefined;
  const known = events.filter((event) => (direction ?? event.direction) === event.direction);
  const [first = ''] = text.split('/');
  const event = known.some(({ name }) => name === first)
    ? first
    : (known.find(({ documentedName }) => documentedName?.text === first)?.name ??
      similarTo(
        first,
        known.map(({ name }) => name),
      ));
  if (event === undefined || isEventTarget(text)) return event;
  const { objects } = placesOf(
    known.filter(({ name }) => name === event),
    sections,
  );
  const paths = objects.flatMap(({ path, object }) =>
    object.fields.map(({ name }) => fieldPath(path, name)),
  );
  const way = event + text.slice(first.length);
  return paths.includes(way) ? way : similarTo(way, paths);
}

function reportUnmatched(
  correction: Correction,
  targets: readonly Target[],
  documented: DocumentedSource,
  report: ReportAt,
): void {
  const { target, matches } = correction;
  const named = targets.slice(0, mostNamed).map(({ position }) => position);
  const more = targets.length - named.length;
  const meant = targets.length === 0 ? meantTarget(correction, documented) : undefined;
  const right =
    meant === undefined || meant === target.text
      ? 'Fix the target or the number.'
      : `Did you mean "${meant}"?`;
  const found = `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  report(
    'correction-unmatched',
    matches.position,
    `"${target.text}" matches ${counted(targets.length, 'place')} instead of ${matches.value}${found && `: ${found}`}. ${right}`,
    named,
  );
}

/** Reports what is stale about a correction, or does not fit; the targets that fail with it. */
function staleTargets(
  correction: Correction,
  targets: readonly Target[],
  report: ReportAt,
): Set<Target> {
  const { was } = correction;
  const misfits = targets.filter(({ misfit }) => misfit !== undefined);
  for (const misfit of new Set(misfits.map((target) => target.misfit ?? '')))
    report('correction-invalid', correction.position, misfit);
  const stale = targets.filter((target) => target.now !== target.was);
  for (const target of stale.slice(0, mostNamed)) reportStale(correction, target, report);
  const more = stale.length - mostNamed;
  if (more > 0)
    report(
      'correction-outdated',
      was.position,
      `${counted(more, 'place')} more that it applies to ${more === 1 ? 'says' : 'say'} something else by now; look at it again, then fix "was" or the correction.`,
    );
  return new Set([...stale, ...misfits]);
}

function reportStale(
  correction: Correction,
  { now, right, position }: Target,
  report: ReportAt,
): void {
  if (now === right)
    report(
      'correction-redundant',
      correction.position,
      `the docs now say the same at ${position}; remove this correction.`,
      [position],
    );
  else
    report(
      'correction-outdated',
      correction.was.position,
      `${position} now says "${now}"; look at it again, then fix "was" or the correction.`,
      [position],
    );
}
