/** Small models, in few words. */
import type {
  Direction,
  Event,
  Field,
  Json,
  Model,
  ObjectType,
  Position,
  Shape,
  Support,
  Type,
} from '../../generator/model/model.ts';
import { eventTypeNameOf } from '../../generator/model/names.ts';

/** The place of everything that a test says nothing else of. */
export const somewhere: Position = 'small/page.md:1:1';

const primitive = (kind: 'string' | 'integer' | 'number' | 'boolean' | 'null'): Type => ({
  kind,
  position: somewhere,
});

export const string = primitive('string');
export const integer = primitive('integer');
export const number = primitive('number');
export const boolean = primitive('boolean');
export const nothing = primitive('null');
export const openObject: Type = {
  kind: 'open',
  position: somewhere,
  of: 'object',
  reason: 'opaque',
};
export const openValue: Type = { kind: 'open', position: somewhere, of: 'value', reason: 'opaque' };

export function literal(value: string | number | boolean): Type {
  return { kind: 'literal', position: somewhere, value };
}

export function oneOf(...values: (string | number | boolean)[]): Type {
  return {
    kind: 'enumeration',
    position: somewhere,
    values: values.map((value) => ({ value, position: somewhere })),
  };
}

/** A list of values that the docs do not call complete. */
export function openOneOf(...values: (string | number | boolean)[]): Type {
  return {
    kind: 'enumeration',
    position: somewhere,
    values: values.map((value) => ({ value, position: somewhere })),
    open: true,
  };
}

export function arrayOf(element: Type): Type {
  return { kind: 'array', position: somewhere, element };
}

export function mapOf(value: Type): Type {
  return { kind: 'map', position: somewhere, value };
}

export function union(...members: Type[]): Type {
  return { kind: 'union', position: somewhere, members };
}

export function reference(name: string): Type {
  return { kind: 'reference', position: somewhere, name };
}

export function object(fields: Field[], more: Partial<ObjectType> = {}): ObjectType {
  return { kind: 'object', position: somewhere, fields, ...more };
}

/** A field that must be there. */
export function required(name: string, type: Type, more: Partial<Field> = {}): Field {
  return {
    name,
    position: somewhere,
    requiredness: 'required',
    type,
    origin: 'documented',
    ...more,
  };
}

/** A field that need not be there. */
export function optional(name: string, type: Type, more: Partial<Field> = {}): Field {
  return required(name, type, { requiredness: 'optional', ...more });
}

/** The constant that tells an event or a union member from the others. */
export function discriminator(name: string, value: string): Field {
  return required(name, literal(value), { discriminator: true });
}

export function shape(name: string, type: Type, description?: string): Shape {
  return {
    name,
    type,
    copies: [somewhere],
    divergences: [],
    ...(description === undefined ? {} : { description }),
  };
}

export function supported(text = 'a row of the index'): Support {
  return { status: 'supported', evidence: { position: somewhere, text } };
}

export function unsupported(
  text = '[NOT SUPPORTED]',
  position: Position = 'small/page.md:2:3',
): Support {
  return { status: 'unsupported', evidence: { position, text } };
}

/** An event with its `type` and these fields. */
export function event(name: string, fields: Field[] = [], more: Partial<Event> = {}): Event {
  return {
    name,
    typeName: eventTypeNameOf(name) ?? '',
    direction: 'server',
    position: somewhere,
    page: somewhere,
    support: supported(),
    body: object([discriminator('type', name), ...fields]),
    examples: [],
    ...more,
  };
}

export function clientEvent(name: string, fields: Field[] = [], more: Partial<Event> = {}): Event {
  const direction: Direction = 'client';
  return event(name, fields, { direction, ...more });
}

/** A source of these events and shapes. */
export function model(
  events: Event[],
  shapes: Shape[] = [],
  source: Partial<Model['source']> = {},
) {
  const whole: Model = {
    source: {
      id: 'small',
      title: 'Small Source',
      upstream: { title: 'Small', url: 'https://small.test/', snapshot: '2026-01-01' },
      ...source,
    },
    corrections: [],
    events,
    shapes,
  };
  return whole;
}

/** JSON without the type of what it holds. */
export function json(text: string): Json {
  const value: Json = JSON.parse(text);
  return value;
}
