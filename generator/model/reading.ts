/**
 * Read tolerant, write exact: the one place that decides how types and guards of a direction take the docs.
 *
 * What a server really sends departs from its docs most often by `null` for an optional field, then by fields that
 * nobody documented, then by new values. What a client writes has no reason to depart from them. So the types and
 * guards of a tolerant direction let pass, beside what is documented:
 *
 * - null in the place of an optional field;
 * - other values than those that are listed, but where they tell the members of a union apart;
 * - keys that nobody documented.
 */
import type { Direction, Field, ReadingMode, SourceInfo } from './model.ts';

const defaultModes: Record<Direction, ReadingMode> = { server: 'tolerant', client: 'exact' };

/** How a direction of a source is read, or written. */
export function readingModeOf(
  source: Pick<SourceInfo, 'reading'>,
  direction: Direction,
): ReadingMode {
  return source.reading?.[direction] ?? defaultModes[direction];
}

/** Whether a field may be absent: what is unstated may be. */
export function mayBeAbsent(field: Pick<Field, 'requiredness'>): boolean {
  return field.requiredness !== 'required';
}
