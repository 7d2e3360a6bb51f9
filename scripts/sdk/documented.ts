/** What a source documents of its events, for {@link pathsOf} and for comparison with declarations. */
import type { Direction, Field, Model, Origin, Shape, Type } from '../../generator/model/model.ts';
import { mayBeAbsent } from '../../generator/model/reading.ts';
import { eventsOf, shapesByName } from '../../generator/model/walk.ts';
import {
  anyOf,
  eventOf,
  only,
  slotOf,
  type EventContract,
  type Member,
  type ObjectMember,
  type Slot,
} from './paths.ts';

/** The events of a direction as the docs have them: without the tolerance of the types. */
export function documentedEvents(model: Model, direction: Direction): EventContract[] {
  const reader = new MemberReader(shapesByName(model));
  return eventsOf(model, direction).flatMap(
    ({ body }) => eventOf(direction, reader.objectOf(body.fields, [])) ?? [],
  );
}

/** Reads types as members. `above`: the shapes that lead to a type; one that leads to itself is cut there. */
class MemberReader {
  readonly #shapes: ReadonlyMap<string, Shape>;

  constructor(shapes: ReadonlyMap<string, Shape>) {
    this.#shapes = shapes;
  }

  objectOf(fields: readonly Field[], above: readonly string[]): ObjectMember {
    return {
      kind: 'object',
      fields: new Map(fields.map((field) => [field.name, this.#fieldSlot(field, above)])),
    };
  }

  #fieldSlot(field: Field, above: readonly string[]): Slot {
    const { origin, position } = field;
    // What a correction states, it states in its own file; the field keeps the place that was corrected.
    const statement = { position: field.correction ?? position, origin };
    return slotOf(this.#members(field.type, origin, above), {
      optional: mayBeAbsent(field),
      statement,
    });
  }

  #elementSlot(type: Type, origin: Origin, above: readonly string[]): Slot {
    return slotOf(this.#members(type, origin, above), {
      statement: { position: type.position, origin },
    });
  }

  /** `origin`: that of the field, which is that of its elements. */
  #members(type: Type, origin: Origin, above: readonly string[]): Member[] {
    switch (type.kind) {
      case 'string':
      case 'number':
      case 'boolean':
        return [anyOf(type.kind)];
      case 'integer':
        return [anyOf('number')];
      case 'null':
        return [{ kind: 'null' }];
      case 'literal':
        return [only(type.value)];
      case 'enumeration':
        return type.values.map(({ value }) => ({ ...only(value), open: type.open === true }));
      case 'open':
        return [type.of === 'object' ? { kind: 'object', fields: new Map() } : { kind: 'unknown' }];
      case 'array':
        return [{ kind: 'array', element: this.#elementSlot(type.element, origin, above) }];
      case 'map':
        return [{ kind: 'map', element: this.#elementSlot(type.value, origin, above) }];
      case 'object':
        return [this.objectOf(type.fields, above)];
      case 'union':
        return type.members.flatMap((member) => this.#members(member, origin, above));
      case 'reference': {
        const shape = this.#shapes.get(type.name);
        if (!shape) return [{ kind: 'unknown' }];
        if (above.includes(type.name)) return [{ kind: 'object', fields: new Map() }];
        return this.#members(shape.type, origin, [...above, type.name]);
      }
    }
  }
}
