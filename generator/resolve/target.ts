import type { DocumentedEvent, Position } from '../model/model.ts';

/** A place that a correction applies to: what is said there, and how it is put right. */
export interface Target {
  /** Absent for an entry of an index that is not an event. */
  event?: DocumentedEvent;
  /** The name under which the index lists it. */
  entry: string;
  position: Position;
  /** What the pages say there, what the correction says that they say, and what is right, in the same words. */
  now: string;
  was: string;
  right: string;
  /** Why what the correction says cannot stand there, and what to write. */
  misfit?: string;
  apply: () => void;
}

/** The name under which the index lists an event. */
export function entryOf({ name, documentedName }: DocumentedEvent): string {
  return documentedName?.text ?? name;
}
