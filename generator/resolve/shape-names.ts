/**
 * What shapes are called after: the type that carries them and the field, the section of a page, the constant that tells a
 * member of a union. No name depends on what the shape contains.
 */
import type { Field, Link, ObjectType, Reference, Type } from '../model/model.ts';
import {
  isUnique,
  partName,
  singularOf,
  spelled,
  typeNameOf,
  typeNamePart,
} from '../model/names.ts';
import type { NamedBy } from './type-names.ts';

/** What a shape is called. */
export interface Naming {
  /** The name that the shape takes when nothing better names it. */
  name: string;
  /** What the name was made of: two places share a shape when they share this, not when names happen to be alike. */
  origin: string;
  /** Who named it. */
  namedBy: NamedBy;
}

/** Makes names. Those of some origins are spelled, so that they are nobody else's. */
export class ShapeNames {
  readonly #apart: ReadonlySet<string>;

  /** @param apart the origins whose names are spelled */
  constructor(apart: ReadonlySet<string>) {
    this.#apart = apart;
  }

  /**
   * What stands at a field, after what carries it.
   *
   * @param eventType the interface of the event, for its own fields
   */
  ofField(carrier: string, field: Field<Link>, eventType = carrier): Naming {
    const part = typeNamePart(isList(field.type) ? singularOf(field.name) : field.name);
    const origin = `${eventType}.${field.name}`;
    const isSpelled = part === '' || this.#apart.has(origin);
    const name = isSpelled
      ? `${eventType}__${spelled(field.name)}`
      : partName(carrier, part, eventType === carrier);
    return { name, origin, namedBy: 'place' };
  }

  /** A value of a map. */
  ofValue({ name, origin }: Naming): Naming {
    return this.#ofPart(name, 'Value', `${origin}{}`);
  }

  /** An element of a list that has a name itself. */
  ofElement({ name, origin }: Naming): Naming {
    return this.#ofPart(name, 'Item', `${origin}[]`);
  }

  /** A member of a union, after what tells it from the others. */
  ofMember(union: string, label: string | number): Naming {
    const part = typeof label === 'number' ? `Variant${label}` : label;
    return this.#ofPart(union, part, `${union}<${label}>`);
  }

  ofSection(name: string): Naming {
    const origin = `the section ${name}`;
    return {
      name: this.#apart.has(origin) ? `Realtime_${name}` : name,
      origin,
      namedBy: 'page',
    };
  }

  /**
   * A type that the page names.
   *
   * @param instead what it is called where that is no name for a type
   */
  ofNamed(documented: string, instead: string): Naming {
    const origin = originOfNamed(documented);
    const name = this.#apart.has(origin)
      ? `Realtime_${spelled(documented)}`
      : (typeNameOf(documented) ?? instead);
    return { name, origin, namedBy: 'page' };
  }

  /** A part of a type, after it: spelled where that name is another's. */
  #ofPart(carrier: string, part: string, origin: string): Naming {
    const name = this.#apart.has(origin) ? `${carrier}$${part}` : partName(carrier, part);
    return { name, origin, namedBy: 'place' };
  }
}

/** What a type that pages name has its name from, also where `source.json` gives it another. */
export function originOfNamed(documented: string): string {
  return `the name ${documented}`;
}

/** The names of union members: the value of `type`, and of `role` where several share a `type`. */
export function discriminatorLabels(
  members: readonly (ObjectType<Link | Reference> | undefined)[],
): (string | undefined)[] {
  const label = (member: ObjectType<Link | Reference> | undefined, names: readonly string[]) =>
    names
      .map((name) => {
        const field = member?.fields.find((candidate) => candidate.name === name);
        return field?.type.kind === 'literal' ? typeNamePart(String(field.type.value)) : '';
      })
      .join('');
  const short = members.map((member) => label(member, ['type']));
  const long = members.map((member) => label(member, ['type', 'role']));
  const best = short.map((name, i) => (isUnique(short, name) ? name : (long[i] ?? '')));
  return best.map((name) => (name !== '' && isUnique(best, name) ? name : undefined));
}

/** A section is known by its anchor, unless that begins with a digit, as the publishers' numbered ones do. */
export function nameOfSection(anchor: string): string | undefined {
  return /^[A-Za-z]/.test(anchor) ? typeNameOf(anchor) : undefined;
}

function isList(type: Type<Link>): boolean {
  return type.kind === 'array' || (type.kind === 'union' && type.members.some(isList));
}
