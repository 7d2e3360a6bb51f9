/** What generated code is made of: a model without its words. Whatever differs in it, the code may differ. */
import type { Event, Model, Type } from '../../model/model.ts';
import { directionsOf, partsOf, shapesOf } from '../../model/walk.ts';
import { isSame, ofBoth, type Both } from '../both.ts';
import type { Version } from './spot.ts';

/** The keys of a model that are words, places, or facts that have rules of their own and make comments only. */
const words = new Set([
  'position',
  'description',
  'support',
  'default',
  'bounds',
  'format',
  'origin',
  'correction',
  'reason',
]);

/** A type without its words, as one text. */
function formOf(type: Type): string {
  return JSON.stringify(type, (key, value: unknown) => {
    if (key === 'open' && typeof value === 'string') return true;
    return words.has(key) ? undefined : value;
  });
}

/** The shapes of one version, each by its form. Worked out when something asks for it. */
export type Forms = ReadonlyMap<string, string>;

/** The forms of the shapes that a direction uses. */
export function formsOf({ shapes, typeNames }: Pick<Version, 'shapes' | 'typeNames'>): Forms {
  return new Map(
    [...typeNames].flatMap(([name, typeName]) => {
      const shape = shapes.get(name);
      return shape ? [[name, JSON.stringify([typeName, formOf(shape.type)])] as const] : [];
    }),
  );
}

/** Whether two versions of an event differ in their own form. */
export function differs(events: Both<Event>): boolean {
  return !isSame(
    ofBoth(events, ({ name, typeName, body }) => JSON.stringify([name, typeName, formOf(body)])),
  );
}

/** The shapes of an event whose forms differ, as far as shapes that do not differ lead to them. */
export function differingShapes(
  type: Type,
  { shapes }: Pick<Version, 'shapes'>,
  forms: Both<Forms>,
): string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const todo: Type[] = [type];
  for (let next = todo.pop(); next; next = todo.pop()) {
    for (const part of partsOf(next)) todo.push(part);
    if (next.kind !== 'reference' || seen.has(next.name)) continue;
    seen.add(next.name);
    const shape = shapes.get(next.name);
    if (forms.before.get(next.name) !== forms.after.get(next.name)) found.add(next.name);
    else if (shape) todo.push(shape.type);
  }
  return [...found];
}

/** The forms of what no event uses. It is among what is expected all the same. */
export function unusedForms(model: Model): string {
  const used = new Set(directionsOf(model).flatMap((direction) => shapesOf(model, direction)));
  const unused = model.shapes.filter((shape) => !used.has(shape));
  return JSON.stringify(unused.map(({ name, type }) => [name, formOf(type)]));
}

/** The order of all that is generated. */
export function orderOf({ events, shapes }: Model): string {
  return JSON.stringify([
    events.map(({ direction, name }) => [direction, name]),
    shapes.map(({ name }) => name),
  ]);
}
