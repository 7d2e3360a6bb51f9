/**
 * Copies of one shape that do not say the same. The model has what all copies allow together, so that a change to one
 * of them may not show in it; the diagnostics of the docs tell it.
 */
import type { Diagnostic } from '../../diagnostics.ts';
import type { Direction, Model, Position } from '../../model/model.ts';
import { splitPosition } from '../../model/position.ts';
import { readingModeOf } from '../../model/reading.ts';
import { eventsOf, shapesOf } from '../../model/walk.ts';
import type { Change } from './change.ts';
import type { Place } from '../finding.ts';

/** A model, and all that was found wrong with the docs that it comes from. */
export interface Documented {
  model: Model;
  diagnostics: readonly Diagnostic[];
}

/** One thing in which a copy of a shape differs from the first one. */
interface Difference {
  /** `Station: city (optional, here required)`. */
  meaning: string;
  position: Position;
  /** Absent where the model does not tell which shape it is. */
  shape?: string;
}

/**
 * Tells the differences between copies that are new, and those that are gone, for the directions whose events use the
 * shape. What many copies show is told once.
 */
export function compareCopies(before: Documented, after: Documented): Change[] {
  const was = differencesOf(before);
  const is = differencesOf(after);
  return (['server', 'client'] as const).flatMap((direction) => [
    ...changesOf('copies-diverge', after.model, direction, without(is, was)),
    ...changesOf('copies-agree', before.model, direction, without(was, is)),
  ]);
}

function differencesOf({ model, diagnostics }: Documented): Difference[] {
  return diagnostics
    .filter(({ rule }) => rule === 'shape-diverges')
    .flatMap(({ file, line, column, sentence }): Difference[] => {
      const position: Position = `${file}:${line}:${column}`;
      const shape = model.shapes.find(({ copies }) => copies.includes(position));
      if (!shape) return [{ meaning: sentence.replaceAll(/:\d+:\d+/g, ''), position }];
      const { name } = shape;
      // Of the sentence, what follows the place of the first copy.
      const list = sentence
        .split(`${shape.copies[0]}: `)
        .slice(1)
        .join('')
        .replace(/\. The type allows both\.$/, '');
      return list
        .split('; ')
        .map((difference) => ({ meaning: `${name}: ${difference}`, position, shape: name }));
    });
}

/** The differences that the other side has not on the same page, or not as often. */
function without(all: readonly Difference[], others: readonly Difference[]): Difference[] {
  const left = others.map(keyOf);
  return all.filter((difference) => {
    const known = left.indexOf(keyOf(difference));
    if (known !== -1) left.splice(known, 1);
    return known === -1;
  });
}

function keyOf({ meaning, position }: Difference): string {
  return JSON.stringify([splitPosition(position).file, meaning]);
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
    if (shape === undefined ? eventsOf(model, direction).length === 0 : !used.has(shape)) continue;
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
        circumstances: {
          reading: readingModeOf(model.source, direction),
          absent: false,
          discriminator: false,
          event: false,
        },
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
