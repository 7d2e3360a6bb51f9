/**
 * Read tolerant, write exact: the one place that decides how far a type and its guard go beyond the docs.
 *
 * What a server really sends departs from its docs most often by `null` for an optional field, then by fields that
 * nobody documented, then by new values. What a client writes has no reason to depart from them.
 */
import type { ReadingMode } from '../runtime/misfits.ts';
import type { Direction, Field, SourceInfo } from './model.ts';

export interface Tolerance {
  /** An optional field may also be null. */
  nullable: boolean;
  /** A list of values that tells no union members apart may grow. */
  openValues: boolean;
  /** An object may have keys that nobody documented. */
  unknownKeys: boolean;
}

const tolerances: Record<ReadingMode, Tolerance> = {
  tolerant: { nullable: true, openValues: true, unknownKeys: true },
  exact: { nullable: false, openValues: false, unknownKeys: false },
};

const defaultModes: Record<Direction, ReadingMode> = { server: 'tolerant', client: 'exact' };

/** How types and guards of a direction read the docs of a source. */
export function readingModeOf(
  source: Pick<SourceInfo, 'reading'>,
  direction: Direction,
): ReadingMode {
  return source.reading?.[direction] ?? defaultModes[direction];
}

/** What that lets pass. */
export function toleranceOf(source: Pick<SourceInfo, 'reading'>, direction: Direction): Tolerance {
  return tolerances[readingModeOf(source, direction)];
}

/** Whether a field may be absent: what is unstated may be. */
export function mayBeAbsent(field: Pick<Field, 'requiredness'>): boolean {
  return field.requiredness !== 'required';
}
