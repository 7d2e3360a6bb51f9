/** A documented type in one line: what a correction says stood there, and what a reader is shown. */
import type { Field, Link, Type } from '../model/model.ts';

/** `object | null, optional`: the type of a field as the page states it, with its requiredness. */
export function signatureOf(field: Field<Link>): string {
  return `${typeSignature(field.type)}, ${field.requiredness}`;
}

function typeSignature(type: Type<Link>): string {
  switch (type.kind) {
    case 'string':
    case 'integer':
    case 'number':
    case 'boolean':
    case 'null':
      return type.format === undefined ? type.kind : `${type.kind} (${type.format})`;
    case 'literal':
      return quoted(type.value);
    case 'enumeration':
      return type.values.map(({ value }) => quoted(value)).join(' | ');
    case 'open':
      return type.reason === 'cut' ? '...' : type.of === 'object' ? 'object' : 'unknown';
    case 'array':
      return `array<${typeSignature(type.element)}>`;
    case 'map':
      return `map<${typeSignature(type.value)}>`;
    case 'object':
      return `{ ${type.fields.map((field) => `${field.name}: ${typeSignature(field.type)} ${field.requiredness}`).join(', ')}${type.open === 'cut' ? ', ...' : ''} }`;
    case 'union':
      return type.members.map(typeSignature).join(' | ');
    case 'link':
      return type.label;
  }
}

function quoted(value: string | number | boolean): string {
  return typeof value === 'string' ? `'${value}'` : String(value);
}
