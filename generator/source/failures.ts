/** Whom errors concern: the events in whose lines they stand, a page that is not an event, or the source as a whole. */
import type { VFile } from 'vfile';
import { isError, setSubject, type Diagnostic, type Subject } from '../diagnostics.ts';
import type { DocumentedEvent, Position } from '../model/model.ts';
import { splitPosition } from '../model/position.ts';

/** Lines of a page that document one event, and no other. */
interface OwnedLines {
  event: DocumentedEvent;
  first: number;
  last: number;
}

/** The lines that events own, by the paths of their pages. */
export type Ownership = ReadonlyMap<string, readonly OwnedLines[]>;

/** Collects the lines that events own. */
export function ownershipOf(events: readonly DocumentedEvent[]): Ownership {
  const owned = new Map<string, OwnedLines[]>();
  for (const event of events) {
    for (const span of event.spans) {
      const { file, line: first } = splitPosition(span.first);
      const lines = owned.get(file) ?? [];
      owned.set(file, lines);
      lines.push({ event, first, last: splitPosition(span.last).line });
    }
  }
  return owned;
}

/** What fails with the errors of a source. */
export interface Failures {
  /** Events and pages with an error of their own, by keys that stay the same from run to run, with their names. */
  failed: Map<string, string>;
  /** Whether an error concerns more than these. */
  unusable: boolean;
}

/** What is to be known of a source to say whom its errors concern. */
export interface ReadSource {
  id: string;
  /** The paths of its index pages. */
  indexes: readonly string[];
  owned: Ownership;
  /** The events that a correction failed on. */
  uncorrected: Iterable<DocumentedEvent>;
}

/** Tells an event from one of the same name in the other direction. */
export function keyOf({ direction, name }: Pick<DocumentedEvent, 'direction' | 'name'>): string {
  return `${direction} ${name}`;
}

/** Says whom the errors among the diagnostics of a source concern. */
export function failuresOf(
  diagnostics: readonly Diagnostic[],
  { id, indexes, owned, uncorrected }: ReadSource,
): Failures {
  const isOfCorrection = ({ file }: Diagnostic): boolean => file.startsWith(`${id}/corrections/`);
  const errors = diagnostics.filter(isError);
  const failed = new Map<string, string>();
  // Where the errors of corrections are not taken for errors, the pages stand as they are.
  if (errors.some(isOfCorrection))
    for (const event of uncorrected) failed.set(keyOf(event), event.name);
  const shared = new Set([`${id}/source.json`, ...indexes]);
  let unusable = false;
  // Thousands of events may share a page whose title each of them has an error about.
  const places = new Set<string>();
  for (const error of errors) {
    const place = `${error.line} ${error.file}`;
    if (places.has(place)) continue;
    const owners = ownersOf(error, owned);
    if (owners.length > 0) places.add(place);
    for (const event of owners) failed.set(keyOf(event), event.name);
    if (owners.length > 0) continue;
    // A correction that can be read names the events that it fails on, if there are any; one that cannot concerns who
    // knows what.
    if (isOfCorrection(error))
      unusable ||=
        error.rule === 'correction-invalid' ||
        (failed.size === 0 && error.rule !== 'correction-unmatched');
    else if (shared.has(error.file)) unusable = true;
    else failed.set(error.file, error.file);
  }
  return { failed, unusable };
}

/**
 * Tells the lines of a page that may not have been read, since an error stands in them: those of an event, or, when an
 * error concerns no event, all of them.
 *
 * @param diagnostics those of the page
 */
export function isInDoubt(
  file: string,
  diagnostics: readonly Diagnostic[],
  owned: Ownership,
): (line: number) => boolean {
  const places = new Map(
    diagnostics.filter(isError).map((error) => [`${error.line} ${error.file}`, error]),
  );
  const owners = Array.from(places.values(), (error) => ownersOf(error, owned));
  if (owners.some((events) => events.length === 0)) return () => true;
  const failed = new Set(owners.flat());
  const doubtful = (owned.get(file) ?? []).filter(({ event }) => failed.has(event));
  return (line) => doubtful.some((lines) => holds(lines, line));
}

/** Whether a fault of the field `type` of an event is told already: that its name is not there says the same. */
export function isTypeFaulty(
  told: readonly Diagnostic[],
  position: Position,
  events: readonly DocumentedEvent[],
): boolean {
  const event = events.find(
    ({ page, body }) =>
      page === position ||
      body.fields.some((field) => field.name === 'type' && field.position === position),
  );
  return told.some(
    ({ severity, subject }) =>
      severity === 'error' && subject?.path === 'type' && subject.event === event?.name,
  );
}

/** The events in whose lines a diagnostic stands. */
function ownersOf(
  { file, line }: Pick<Diagnostic, 'file' | 'line'>,
  owned: Ownership,
): DocumentedEvent[] {
  const lines = owned.get(file) ?? [];
  return lines.filter((one) => holds(one, line)).map(({ event }) => event);
}

function holds({ first, last }: OwnedLines, line: number): boolean {
  return first <= line && line <= last;
}

/**
 * Ends the reading of pages: what their faults are about, as far as it is known, is told; what is reported from here on
 * is not settled by a correction, for it is about what the corrections left.
 */
export function takeSubjects(files: readonly VFile[], owned: Ownership): Subject[] {
  return files.flatMap((file) => {
    setSubject(file, undefined);
    return file.messages.flatMap((message) => {
      const [owner, ...others] = ownersOf({ file: file.path, line: message.line ?? 1 }, owned);
      if (owner && others.length === 0)
        message.subject ??= { direction: owner.direction, event: owner.name };
      return message.subject ?? [];
    });
  });
}
