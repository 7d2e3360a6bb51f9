/** A documented type in one line: what a correction says stood there, and what a reader is shown. */
import type { Bounds, Field, Link, Type } from './model.ts';

/** `number, optional, from 0.25 to 1.5, default 1`: what the page states of a field, but for its words. */
export function signatureOf(field: Field<Link>): string {
  const facts = [typeSignature(field.type), field.requiredness];
  if (field.bounds) facts.push(boundsInWords(field.bounds));
  if (field.default) facts.push(`default ${JSON.stringify(field.default.value)}`);
  return facts.join(', ');
}

/** `from 0.25 to 1.5`, `from 1`, `to 10`. */
export function boundsInWords({ minimum, maximum }: Bounds): string {
  const parts = [];
  if (minimum !== undefined) parts.push(`from ${minimum}`);
  if (maximum !== undefined) parts.push(`to ${maximum}`);
  return parts.join(' ');
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
      return [...type.values.map(({ value }) => quoted(value)), ...(type.open ? ['…'] : [])].join(
        ' | ',
      );
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
    case 'named':
      return type.name;
    case 'link':
      return type.label === type.anchor ? type.label : `${type.label} (#${type.anchor})`;
  }
}

function quoted(value: string | number | boolean): string {
  return typeof value === 'string' ? `'${value}'` : String(value);
}
