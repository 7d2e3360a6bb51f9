/** Shapes that no message can have, because they need themselves: a station whose required `next` is a station. */
import type { Shape, Type } from './model.ts';
import { partsOf } from './walk.ts';

/** The shapes of which every value would need another one, without an end. */
export function endlessShapes(shapes: readonly Shape[]): Shape[] {
  const users = usersOf(shapes);
  const ending = new Set<string>();
  const todo = [...shapes];
  // The list grows while it is gone through: what a shape ends may end those that use it.
  for (const { name, type } of todo) {
    if (ending.has(name) || !ends(type, ending)) continue;
    ending.add(name);
    for (const user of users.get(name) ?? []) todo.push(user);
  }
  return shapes.filter(({ name }) => !ending.has(name));
}

/** Whether there is a value of a type that is made of shapes that end. */
function ends(type: Type, ending: ReadonlySet<string>): boolean {
  switch (type.kind) {
    case 'reference':
      return ending.has(type.name);
    case 'union':
      return type.members.some((member) => ends(member, ending));
    case 'object':
      return type.fields.every(
        (field) => field.requiredness !== 'required' || ends(field.type, ending),
      );
    default:
      // A list or a map may be empty.
      return true;
  }
}

/** The shapes that point at each, by its name. */
function usersOf(shapes: readonly Shape[]): ReadonlyMap<string, Set<Shape>> {
  const users = new Map<string, Set<Shape>>();
  for (const shape of shapes) {
    const todo: Type[] = [shape.type];
    for (let type = todo.pop(); type; type = todo.pop()) {
      if (type.kind === 'reference')
        users.set(type.name, (users.get(type.name) ?? new Set()).add(shape));
      for (const part of partsOf(type)) todo.push(part);
    }
  }
  return users;
}
