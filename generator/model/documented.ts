/** What the pages of a source document, before it is resolved. */
import type { DocumentedEvent, DocumentedSource } from './model.ts';

/** Puts an event behind the others of its direction. */
export function insertEvent({ events }: DocumentedSource, event: DocumentedEvent): void {
  const last = events.findLastIndex(({ direction }) => direction === event.direction);
  events.splice(last < 0 ? events.length : last + 1, 0, event);
}
