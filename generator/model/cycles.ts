/** Which shapes are made of which: the order in which they can be defined, and those that contain themselves. */
import type { Shape, Type } from './model.ts';
import { partsOf, shapesByName } from './walk.ts';

/** Shapes that contain each other; a shape that does not contain itself is a group of its own. */
export interface ShapeGroup {
  shapes: Shape[];
  /** Whether they contain themselves. */
  isCyclic: boolean;
}

/** The shapes in groups, each after the groups that it is made of; in the order of the shapes where that is free. */
export function shapeGroupsOf(shapes: readonly Shape[]): ShapeGroup[] {
  const byName = shapesByName({ shapes: [...shapes] });
  const groups: ShapeGroup[] = [];
  const visits = new Map<Shape, Visit>();
  const open: Shape[] = [];

  // Tarjan's algorithm, with a list in place of the call stack: a chain of shapes may be long.
  for (const root of shapes) {
    const path: Visit[] = [];
    const enter = (shape: Shape): void => {
      const parts = [...namesIn(shape.type)].flatMap((name) => byName.get(name) ?? []);
      const visit = { shape, parts, next: 0, index: visits.size, lowest: visits.size };
      visits.set(shape, visit);
      open.push(shape);
      path.push(visit);
    };
    if (!visits.has(root)) enter(root);
    for (let visit = path.at(-1); visit; visit = path.at(-1)) {
      const part = visit.parts[visit.next++];
      if (part === undefined) {
        path.pop();
        const above = path.at(-1);
        if (above) above.lowest = Math.min(above.lowest, visit.lowest);
        if (visit.lowest === visit.index) groups.push(closed(open, visit));
        continue;
      }
      const known = visits.get(part);
      if (!known) enter(part);
      else if (open.includes(part)) visit.lowest = Math.min(visit.lowest, known.index);
    }
  }
  return groups;
}

interface Visit {
  shape: Shape;
  parts: Shape[];
  next: number;
  index: number;
  /** The first shape of the way to here that can be reached again. */
  lowest: number;
}

function closed(open: Shape[], { shape, parts }: Visit): ShapeGroup {
  const shapes = open.splice(open.indexOf(shape));
  return { shapes, isCyclic: shapes.length > 1 || parts.includes(shape) };
}

/** The shapes that a type points at, itself or in its parts. */
function namesIn(type: Type): Set<string> {
  const names = new Set<string>();
  const todo: Type[] = [type];
  for (let part = todo.pop(); part; part = todo.pop()) {
    if (part.kind === 'reference') names.add(part.name);
    for (const inner of partsOf(part)) todo.push(inner);
  }
  return names;
}
