/** What types and guards of one direction have in common: names, and how the docs are read. */
import { shapeGroupsOf } from '../model/cycles.ts';
import type {
  AppliedCorrection,
  Direction,
  Event,
  Field,
  Model,
  ReadingMode,
  Shape,
  SourceInfo,
  Type,
} from '../model/model.ts';
import { splitPosition } from '../model/position.ts';
import { mayBeAbsent, readingModeOf } from '../model/reading.ts';
import { shapesByName, shapesOf, writtenNames } from '../model/walk.ts';

/** A direction of a source, as its outputs need it. */
export interface Reading {
  source: SourceInfo;
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
  /** What the docs say of the shape that a type is, or may be. */
  descriptionOf(type: Type): string | undefined;
  /** What the correction that states a field or an event corrects, and why. */
  correctionNote(stated: Field | Event): string | undefined;
}

/**
 * How one direction reads a source. A shape that both directions use is written exactly and read tolerantly, so it
 * has two types: its own name for what is read, and `…Param` for what is written.
 */
export function readingOf(
  model: Model,
  direction: Direction,
  mode: ReadingMode = readingModeOf(model.source, direction),
): Reading {
  const isTolerant = mode === 'tolerant';
  const shapes = shapesOf(model, direction);
  const written = new Map(
    direction === 'client' ? writtenNames(model).map(({ shape, name }) => [shape, name]) : [],
  );
  const byName = shapesByName(model);
  const corrections = new Map(
    model.corrections.map((one) => [splitPosition(one.position).file, one]),
  );
  return {
    source: model.source,
    direction,
    isTolerant,
    shapes,
    cycles: cyclesOf(shapes),
    nameOf: (shape) => written.get(shape) ?? shape,
    descriptionOf: (type) => descriptionOf(type, byName),
    correctionNote: ({ correction }) =>
      correction && correctionNote(corrections.get(splitPosition(correction).file)),
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

/** Whoever reads it may not have the page; a long text of what stood there is left to the model. */
function correctionNote(correction: AppliedCorrection | undefined): string {
  if (!correction) return 'Corrected.';
  const { was, reason } = correction;
  if (was === 'absent') return `Not in the docs: ${reason}`;
  const type = was.replace(/,? ?\bunstated$/, '');
  const isShort = /^[^#`]{1,60}$/.test(type);
  return isShort ? `Corrected, in the docs \`${type}\`: ${reason}` : `Corrected: ${reason}`;
}

function descriptionOf(type: Type, shapes: ReadonlyMap<string, Shape>): string | undefined {
  if (type.kind === 'reference') return shapes.get(type.name)?.description;
  const members = type.kind === 'union' ? type.members.filter(({ kind }) => kind !== 'null') : [];
  const [only, ...others] = members;
  return only && others.length === 0 ? descriptionOf(only, shapes) : undefined;
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
