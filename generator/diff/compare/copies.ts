/**
 * Copies of one shape that do not say the same. The model has what all copies allow together, so that a change to one
 * of them may not show in it; where they contradict each other is kept beside.
 */
import type { Direction, Model, Position } from '../../model/model.ts';
import { splitPosition } from '../../model/position.ts';
import { readingModeOf } from '../../model/reading.ts';
import { eventsOf, shapesOf } from '../../model/walk.ts';
import type { Place } from '../finding.ts';
import { circumstancesOf, type Change } from './change.ts';

/** One thing in which a copy of a shape differs from the first one. */
interface Difference {
  shape: string;
  /** `Station: city (optional, here required)`. */
  meaning: string;
  position: Position;
  /** Tells it from the others of its source: its page, without its line, and what it means. */
  key: string;
}

/**
 * Tells the differences between copies that are new, and those that are gone, for the directions whose events use the
 * shape. What many copies show is told once.
 */
export function compareCopies(before: Model, after: Model): Change[] {
  const was = differencesOf(before);
  const is = differencesOf(after);
  return (['server', 'client'] as const).flatMap((direction) => [
    ...changesOf('copies-diverge', after, direction, without(is, was)),
    ...changesOf('copies-agree', before, direction, without(was, is)),
  ]);
}

function differencesOf({ source, shapes }: Model): Difference[] {
  return shapes.flatMap(({ name: shape, divergences }) =>
    divergences.map(({ position, path, first, second }) => {
      const meaning = `${shape}: ${path || 'the type'} (${first}, here ${second})`;
      const page = splitPosition(position).file.slice(source.id.length);
      return { shape, meaning, position, key: JSON.stringify([page, meaning]) };
    }),
  );
}

/** The differences that the other side has not on the same page, or not as often. */
function without(all: readonly Difference[], others: readonly Difference[]): Difference[] {
  const known = new Map<string, number>();
  for (const { key } of others) known.set(key, (known.get(key) ?? 0) + 1);
  return all.filter(({ key }) => {
    const left = known.get(key) ?? 0;
    known.set(key, left - 1);
    return left <= 0;
  });
}

function changesOf(
  kind: 'copies-diverge' | 'copies-agree',
  model: Model,
  direction: Direction,
  differences: readonly Difference[],
): Change[] {
  const used = new Set(shapesOf(model, direction).map(({ name }) => name));
  const found = new Map<string, Change>();
  for (const { meaning, position, shape } of differences) {
    if (!used.has(shape)) continue;
    const place = placeOf(model, direction, position);
    const same = found.get(meaning);
    if (same?.places.some(({ event }) => event === place.event)) continue;
    if (same) same.places.push(place);
    else {
      const side = { meaning, position };
      found.set(meaning, {
        kind,
        source: model.source.id,
        direction,
        places: [place],
        sentence:
          kind === 'copies-diverge'
            ? `copies of one shape contradict each other: ${meaning}`
            : `copies of one shape no longer contradict each other: ${meaning}`,
        circumstances: circumstancesOf(readingModeOf(model.source, direction), { event: false }),
        ...(kind === 'copies-diverge' ? { after: side } : { before: side }),
      });
    }
  }
  return [...found.values()];
}

/** The event of the page where a copy stands; the source as a whole for a page of the other direction. */
function placeOf(model: Model, direction: Direction, position: Position): Place {
  const { file } = splitPosition(position);
  const event = eventsOf(model, direction).find(({ page }) => splitPosition(page).file === file);
  return { event: event?.name ?? '', path: '' };
}
