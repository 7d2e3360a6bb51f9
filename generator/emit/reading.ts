/** What types and guards of one direction have in common: names, and how the docs are read. */
import { shapeGroupsOf } from '../model/cycles.ts';
import type { Direction, Event, Field, Model, Shape, Type } from '../model/model.ts';
import { splitPosition } from '../model/position.ts';
import { mayBeAbsent, readingModeOf } from '../model/reading.ts';
import { shapesByName, shapesOf, writtenNames } from '../model/walk.ts';

/** A direction of a source, as its outputs need it. */
export interface Reading {
  direction: Direction;
  isTolerant: boolean;
  /** The shapes that its events use. */
  shapes: Shape[];
  /** Those that contain themselves, by name, each with the names of all that it contains and is contained in. */
  cycles: ReadonlyMap<string, ReadonlySet<string>>;
  /** The TypeScript name of a shape. */
  nameOf(shape: string): string;
  /** Whether the reading of this field may be null beside what its type says. */
  mayBeNull(field: Field): boolean;
  /** The correction that states a field or an event, and why, in words. */
  correctionNote(stated: Field | Event): string | undefined;
}

/**
 * How one direction reads a source. A shape that both directions use is written exactly and read tolerantly, so it
 * has two types: its own name for what is read, and `…Param` for what is written.
 */
export function readingOf(model: Model, direction: Direction): Reading {
  const isTolerant = readingModeOf(model.source, direction) === 'tolerant';
  const shapes = shapesOf(model, direction);
  const written = new Map(
    direction === 'client' ? writtenNames(model).map(({ shape, name }) => [shape, name]) : [],
  );
  const byName = shapesByName(model);
  const reasons = new Map(model.corrections.map(({ position, reason }) => [position, reason]));
  return {
    direction,
    isTolerant,
    shapes,
    cycles: cyclesOf(shapes),
    nameOf: (shape) => written.get(shape) ?? shape,
    correctionNote: ({ correction }) =>
      correction && `Corrected: ${reasons.get(correction)} (${splitPosition(correction).file})`,
    mayBeNull: (field) => isTolerant && mayBeAbsent(field) && !acceptsNull(field.type, byName),
  };
}

function cyclesOf(shapes: readonly Shape[]): Reading['cycles'] {
  return new Map(
    shapeGroupsOf(shapes)
      .filter(({ isCyclic }) => isCyclic)
      .flatMap((group) => {
        const names = new Set(group.shapes.map(({ name }) => name));
        return group.shapes.map(({ name }) => [name, names] as const);
      }),
  );
}

function acceptsNull(type: Type, shapes: ReadonlyMap<string, Shape>): boolean {
  switch (type.kind) {
    case 'null':
      return true;
    case 'open':
      return type.of === 'value';
    case 'union':
      return type.members.some((member) => acceptsNull(member, shapes));
    case 'reference': {
      const shape = shapes.get(type.name);
      return shape?.type.kind === 'union' && acceptsNull(shape.type, shapes);
    }
    default:
      return false;
  }
}
