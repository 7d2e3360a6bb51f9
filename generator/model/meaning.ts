/** What the docs say of something, in a phrase that does not change with their words, their order or their lines. */
import type { Field, Support, SupportStatus, Type } from './model.ts';
import { valueInWords } from './signature.ts';
import {
  alternativesOf,
  isClosed,
  labelsOf,
  type Scalar,
  type Shapes,
  type Value,
} from './alternatives.ts';

/** Deeper than this, a type is told by its kind. */
export const deepestWords = 3;

/** `string`, `'auto' | 'none'`, `array<object>`: a type, without the names of shapes, which are derived. */
export function typeMeaning(type: Type, shapes: Shapes, depth = 0): string {
  const all = alternativesOf(type, shapes);
  if (all.anything) return 'unknown';
  const inner = (part: Type) => (depth < deepestWords ? typeMeaning(part, shapes, depth + 1) : '…');
  const parts = [
    ...[all.string, all.number, all.boolean].flatMap((scalar) =>
      scalar ? scalarMeaning(scalar) : [],
    ),
    ...(all.array ? [`array<${inner(all.array)}>`] : []),
    ...(all.map ? [`map<${inner(all.map)}>`] : []),
    ...(all.openObject ? ['open object'] : []),
    ...objectsMeaning(labelsOf(all.objects)),
    ...(all.null ? ['null'] : []),
  ];
  return parts.join(' | ');
}

function objectsMeaning(labels: readonly (string | undefined)[]): string[] {
  if (labels.length < 2) return labels.map(() => 'object');
  return labels.map((label) => `object<${label}>`).toSorted();
}

/** `'auto' | 'none'`, `integer`, `'a' | …` for a list that goes on. */
export function scalarMeaning(scalar: Scalar): string {
  const values = valuesMeaning(scalar.values);
  if (isClosed(scalar)) return values.join(' | ');
  if (scalar.any === undefined) return [...values, '…'].join(' | ');
  const any = scalar.format === undefined ? scalar.any : `${scalar.any} (${scalar.format})`;
  return [...values, any].join(' | ');
}

/** Values as they are written, sorted. */
export function valuesMeaning(values: readonly Value[]): string[] {
  return values.map(valueInWords).toSorted();
}

/** `required string`. */
export function fieldMeaning(field: Field, shapes: Shapes): string {
  return `${field.requiredness} ${typeMeaning(field.type, shapes)}`;
}

/** What a flag says, without its words. */
export function supportMeaning(support: Support | undefined): string {
  const word = statusMeaning(support?.status ?? 'undocumented');
  return support?.disputed ? `${word}, disputed` : word;
}

/** A status in words. */
export function statusMeaning(status: SupportStatus): string {
  return status === 'partial' ? 'supported in part' : status;
}

/** `'a'`, `'a' and 'b'`, `'a', 'b' and 'c'`. */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
