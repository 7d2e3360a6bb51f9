/** A documented type in one line: what a correction says stood there, and what a reader is shown. */
import type {
  Bounds,
  Field,
  Link,
  Literal,
  NamedType,
  ObjectType,
  Open,
  Reference,
  Support,
  Type,
} from './model.ts';

/** `number, optional, from 0.25 to 1.5, default 1`: what the page states of a field, but for its words. */
export function signatureOf(field: Field<Link>): string {
  return [typeSignature(field.type), ...factsInWords(field)].join(', ');
}

/** What a field states beside its type. That it is supported goes without saying. */
function factsInWords({
  requiredness,
  bounds,
  default: stated,
  support,
  deprecated,
}: Field<Link | Reference>): string[] {
  const facts: string[] = [requiredness];
  if (bounds) facts.push(boundsInWords(bounds));
  if (stated) facts.push(`default ${JSON.stringify(stated.value)}`);
  return [...facts, ...flagInWords(support), ...(deprecated ? ['deprecated'] : [])];
}

function flagInWords(support: Support | undefined): string[] {
  return support && support.status !== 'supported' ? [support.status] : [];
}

/** `from 0.25 to 1.5`, `from 1`, `to 10`. */
export function boundsInWords({ minimum, maximum }: Pick<Bounds, 'minimum' | 'maximum'>): string {
  const parts = [];
  if (minimum !== undefined) parts.push(`from ${minimum}`);
  if (maximum !== undefined) parts.push(`to ${maximum}`);
  return parts.join(' ');
}

/** A type as the page has it, with the fields of its objects and all that they state. */
export function typeSignature<Ref extends Link | Reference>(type: Type<Ref>): string {
  return typeInWords(type, {
    inOrder: (words) => words,
    value: ({ value, deprecated }) => `${valueInWords(value)}${deprecated ? ' (deprecated)' : ''}`,
    open: ({ of, reason }) => (reason === 'cut' ? '...' : openWords[of]),
    object: ({ fields, open, support, deprecated }) => {
      const all = fields.map((field) =>
        [`${field.name}: ${typeSignature(field.type)}`, ...factsInWords(field)].join(' '),
      );
      const braced = `{ ${[...all, ...(open === 'cut' ? ['...'] : [])].join(', ')} }`;
      return [braced, ...flagInWords(support), ...(deprecated ? ['deprecated'] : [])].join(' ');
    },
    named: ({ name, type: written }) => {
      if (!written) return name;
      const words = typeSignature(written);
      return written.kind === 'object' ? `${name} ${words}` : `${name} (${words})`;
    },
  });
}

/** A type without its order, and without what its objects hold: two types with one summary are the same but for that. */
export function typeSummary<Ref extends Link | Reference>(type: Type<Ref>): string {
  return typeInWords(type, {
    inOrder: (words) => words.toSorted(),
    value: ({ value }) => valueInWords(value),
    open: ({ of }) => openWords[of],
    object: () => 'object with fields',
    named: ({ name }) => name,
  });
}

const openWords: Record<Open['of'], string> = { object: 'object', value: 'unknown' };

/** In what the two ways to put a type differ. */
interface Wording<Ref> {
  /** The values of a list, or the members of a union. */
  inOrder(words: string[]): string[];
  /** A constant, or a value of a list. */
  value(entry: Pick<Literal, 'value' | 'deprecated'>): string;
  open(type: Open): string;
  object(type: ObjectType<Ref>): string;
  /** What the page calls by a name. */
  named(type: NamedType): string;
}

function typeInWords<Ref extends Link | Reference>(type: Type<Ref>, wording: Wording<Ref>): string {
  switch (type.kind) {
    case 'string':
    case 'integer':
    case 'number':
    case 'boolean':
    case 'null':
      return type.format === undefined ? type.kind : `${type.kind} (${type.format})`;
    case 'literal':
      return wording.value(type);
    case 'enumeration': {
      const values = wording.inOrder(type.values.map((entry) => wording.value(entry)));
      return [...values, ...(type.open ? ['…'] : [])].join(' | ');
    }
    case 'open':
      return wording.open(type);
    case 'array':
      return `array<${typeInWords(type.element, wording)}>`;
    case 'map':
      return `map<${typeInWords(type.value, wording)}>`;
    case 'object':
      return wording.object(type);
    case 'union':
      return wording
        .inOrder(type.members.map((member) => typeInWords(member, wording)))
        .join(' | ');
    case 'link':
      return type.label === type.anchor ? type.label : `${type.label} (#${type.anchor})`;
    case 'named':
      return wording.named(type);
    case 'reference':
      return type.name;
  }
}

/** `'auto'`, `1`, `true`: a value as pages write it. */
export function valueInWords(value: string | number | boolean): string {
  return typeof value === 'string' ? `'${value.replaceAll(/['\\]/g, '\\$&')}'` : String(value);
}
