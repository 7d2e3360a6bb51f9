/** Whom errors concern: the events in whose lines they stand, a page that is no event, or the source as a whole. */
import { isError, type Diagnostic } from '../diagnostics.ts';
import type { DocumentedEvent, Span } from '../model/model.ts';
import { splitPosition } from '../model/position.ts';

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
  events: readonly DocumentedEvent[];
  /** The events that a correction failed on. */
  uncorrected: Iterable<DocumentedEvent>;
}

/** Tells an event from one of the same name in the other direction. */
export function keyOf({ direction, name }: DocumentedEvent): string {
  return `${direction} ${name}`;
}

/** Says whom the errors among the diagnostics of a source concern. */
export function failuresOf(
  diagnostics: readonly Diagnostic[],
  { id, indexes, events, uncorrected }: ReadSource,
): Failures {
  const failed = new Map(Array.from(uncorrected, (event) => [keyOf(event), event.name]));
  const shared = new Set([`${id}/source.json`, ...indexes]);
  let unusable = false;
  for (const error of diagnostics.filter(isError)) {
    const owners = ownersOf(error, events);
    for (const event of owners) failed.set(keyOf(event), event.name);
    if (owners.length > 0) continue;
    // A correction that can be read names the events that it fails on; one that cannot concerns who knows what.
    if (error.file.startsWith(`${id}/corrections/`))
      unusable ||= failed.size === 0 || error.rule === 'correction-invalid';
    else if (shared.has(error.file)) unusable = true;
    else failed.set(error.file, error.file);
  }
  return { failed, unusable };
}

/**
 * The lines of a page that may not have been read, since an error stands in them: those of an event, or, when an error
 * concerns no event, all of them.
 *
 * @param diagnostics those of the page
 */
export function isInDoubt(
  diagnostics: readonly Diagnostic[],
  events: readonly DocumentedEvent[],
): (line: number) => boolean {
  const errors = diagnostics.filter(isError);
  const owners = errors.map((error) => ownersOf(error, events));
  if (owners.some((of) => of.length === 0)) return () => true;
  const [file] = errors.map((error) => error.file);
  const spans = owners.flat().flatMap((event) => event.spans);
  return (line) => file !== undefined && spans.some((span) => holds(span, file, line));
}

/** The events in whose lines a diagnostic stands. */
function ownersOf(
  { file, line }: Diagnostic,
  events: readonly DocumentedEvent[],
): DocumentedEvent[] {
  return events.filter(({ spans }) => spans.some((span) => holds(span, file, line)));
}

function holds({ first, last }: Span, file: string, line: number): boolean {
  const start = splitPosition(first);
  return start.file === file && start.line <= line && line <= splitPosition(last).line;
}
