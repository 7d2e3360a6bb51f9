/** Shapes that are themselves: `A` is `B`, or a union that it is a member of, and `B` is `A`. */
import type { Shape, Type } from './model.ts';

/** What shapes are, by way of references and unions. What stands in a list or in an object is part of a shape, and not what it is. */
export interface Ways {
  /** In each of these, every shape is all others of it. */
  circles: Shape[][];
  /** The shapes of the longest way from one to what it is. */
  longest: number;
}

/**
 * Finds the ways from shapes to what they are.
 *
 * Every shape is visited once, by Tarjan's algorithm and without recursion, as the way from one to another may be long.
 */
export function waysAmong(shapes: readonly Shape[]): Ways {
  const byName = new Map(shapes.map((shape) => [shape.name, shape]));
  const nodes = new Map<Shape, Node>();
  const open: Node[] = [];
  const circles: Shape[][] = [];
  let longest = 0;
  for (const shape of shapes) {
    if (nodes.has(shape)) continue;
    const way: Node[] = [];
    const enter = (entered: Shape): void => {
      const index = nodes.size;
      const next = namesIn(entered.type).flatMap((name) => byName.get(name) ?? []);
      const node = { shape: entered, index, lowest: index, next, isOpen: true, length: 1 };
      nodes.set(entered, node);
      open.push(node);
      way.push(node);
    };
    enter(shape);
    for (let node = way.at(-1); node; node = way.at(-1)) {
      const following = node.next.pop();
      const known = following && nodes.get(following);
      if (following && !known) enter(following);
      else if (known?.isOpen) node.lowest = Math.min(node.lowest, known.index);
      else if (known) node.length = Math.max(node.length, known.length + 1);
      else {
        way.pop();
        longest = Math.max(longest, node.length);
        const before = way.at(-1);
        if (before) {
          before.lowest = Math.min(before.lowest, node.lowest);
          before.length = Math.max(before.length, node.length + 1);
        }
        if (node.lowest === node.index) {
          const circle = open.splice(open.lastIndexOf(node));
          for (const one of circle) one.isOpen = false;
          if (circle.length > 1 || namesIn(node.shape.type).includes(node.shape.name))
            circles.push(circle.map((one) => one.shape));
        }
      }
    }
  }
  return { circles, longest };
}

/** A shape on the way of {@link waysAmong}. */
interface Node {
  shape: Shape;
  /** Where it came in the order in which shapes were visited. */
  index: number;
  /** The first one that it is known to lead back to. */
  lowest: number;
  /** What it is, as far as no way went there yet. */
  next: Shape[];
  /** Whether it may still be part of a circle. */
  isOpen: boolean;
  /** The shapes of the longest way from it, as far as it is known, itself included. */
  length: number;
}

/** The names of the shapes that a type is. */
function namesIn(type: Type): string[] {
  const names: string[] = [];
  const todo: Type[] = [type];
  for (let next = todo.pop(); next; next = todo.pop()) {
    if (next.kind === 'reference') names.push(next.name);
    if (next.kind === 'union') for (const member of next.members) todo.push(member);
  }
  return names;
}
