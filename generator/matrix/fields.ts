/** The fields of an event by their paths, with what its docs say of each, and how those of two sources compare. */
import type { Field, ObjectType, Position, Requiredness, Support, Type } from '../model/model.ts';
import { alternativesOf, type Shapes } from '../model/alternatives.ts';
import { deepestWords, scalarMeaning } from '../model/meaning.ts';
import { splitPosition } from '../model/position.ts';
import { boundsInWords } from '../model/signature.ts';
import { pathBelow, unionOf } from '../model/types.ts';
import { perEvent } from '../model/walk.ts';
import { perText } from '../per-text.ts';
import type { CellStatus, Contradiction, FieldCell, FieldComparison, Words } from './types.ts';

/** Every field of an event, and where its docs leave open what else there is. */
export interface EventFields {
  byPath: ReadonlyMap<string, FieldForm>;
  /** Paths of objects whose fields the docs do not claim to list. */
  open: ReadonlySet<string>;
}

/** What is said of a path: in a union, by one member or by several. */
interface FieldFacts {
  types: Type[];
  requiredness: Requiredness;
  flags: (Support | undefined)[];
  first: Field;
}

/** The same with the type in words. */
export interface FieldForm extends Omit<FieldFacts, 'types'> {
  type: string;
}

/** Goes through the fields of an event. A shape that contains itself is gone through once on each way to it. */
export const eventFields = perEvent((event, shapes): EventFields => {
  const byPath = new Map<string, FieldFacts>();
  const open = new Set<string>();
  const visitObject = (
    { fields, support, open: reason }: ObjectType,
    path: string,
    above: readonly string[],
    outer: Support | undefined,
  ): void => {
    if (reason) open.add(path);
    const flag = flagged(support) ?? outer;
    for (const field of fields) {
      const at = pathBelow(path, field.name);
      const own = flagged(field.support) ?? flag;
      note(byPath, at, field, own);
      visit(field.type, at, above, own);
    }
  };
  const visit = (
    type: Type,
    path: string,
    above: readonly string[],
    flag: Support | undefined,
  ): void => {
    switch (type.kind) {
      case 'object':
        visitObject(type, path, above, flag);
        return;
      case 'reference': {
        const shape = shapes.get(type.name);
        if (shape && !above.includes(shape.name))
          visit(shape.type, path, [...above, shape.name], flag);
        return;
      }
      case 'array':
        visit(type.element, `${path}[]`, above, flag);
        return;
      case 'map':
        visit(type.value, `${path}{}`, above, flag);
        return;
      case 'union':
        for (const member of type.members) visit(member, path, above, flag);
        return;
      case 'open':
        open.add(path);
        return;
      default:
    }
  };
  visit(event.body, '', [], undefined);
  const forms = Array.from(byPath, ([path, { types, ...facts }]): [string, FieldForm] => [
    path,
    { ...facts, type: formOf(unionOf(facts.first.position, types), shapes) },
  ]);
  return { byPath: new Map(forms), open };
});

function flagged(support: Support | undefined): Support | undefined {
  return support && (support.status !== 'supported' || support.disputed) ? support : undefined;
}

function note(
  byPath: Map<string, FieldFacts>,
  path: string,
  field: Field,
  flag: Support | undefined,
): void {
  const known = byPath.get(path);
  if (!known) {
    const { requiredness, type } = field;
    byPath.set(path, { types: [type], requiredness, flags: [flag], first: field });
    return;
  }
  known.types.push(field.type);
  if (known.requiredness !== field.requiredness) known.requiredness = 'optional';
  known.flags.push(flag);
}

/** A type without what its objects hold, as that has rows of its own: `'auto' | 'none' | object`. */
function formOf(type: Type, shapes: Shapes, depth = 0): string {
  const all = alternativesOf(type, shapes);
  if (all.anything) return anything;
  // A list may hold itself.
  const inner = (part: Type) => (depth < deepestWords ? formOf(part, shapes, depth + 1) : '…');
  const scalars = [all.string, all.number, all.boolean];
  return [
    ...scalars.flatMap((scalar) => (scalar ? scalarMeaning(scalar) : [])),
    ...(all.array ? [`array<${inner(all.array)}>`] : []),
    ...(all.map ? [`map<${inner(all.map)}>`] : []),
    ...(all.objects.length > 0 || all.openObject ? ['object'] : []),
    ...(all.null ? ['null'] : []),
  ].join(' | ');
}

const anything = 'unknown';

/** What a source says of a field. */
export function fieldCellOf(
  { type, requiredness, flags, first }: FieldForm,
  evidenceOf: (words: Words) => number,
): FieldCell {
  const { support, note: words, disputed } = statusOf(flags);
  const { bounds, default: stated, origin, deprecated } = first;
  return {
    support,
    type,
    requiredness,
    ...(bounds && { bounds: boundsInWords(bounds) }),
    ...(stated && { default: JSON.stringify(stated.value) }),
    ...(origin !== 'documented' && { origin }),
    ...(words !== undefined && { note: words }),
    ...(disputed && { disputed }),
    ...(deprecated && { deprecated: true }),
    evidence: evidenceOf(wordsOfField(first, flags)),
  };
}

/** The flag, where there is one; else the words of the field. */
function wordsOfField(field: Field, flags: readonly (Support | undefined)[]): Words {
  const flag = flags.find((one) => one !== undefined);
  if (flag) return wordsAt(flag.evidence.position, flag.evidence.text);
  return wordsAt(field.position, field.description ?? field.name);
}

export function wordsAt(position: Position, text: string): Words {
  const { file, line } = splitPosition(position);
  return { file, line, text };
}

/** What all that say something of a path come to together. */
function statusOf(flags: readonly (Support | undefined)[]): {
  support: Exclude<CellStatus, 'undocumented'>;
  note?: string;
  disputed?: Contradiction;
} {
  const found = flags.find((flag) => flag !== undefined);
  if (!found) return { support: 'supported' };
  if (found.disputed) return { support: 'disputed', disputed: contradictionOf(found.disputed) };
  if (found.status === 'partial') return { support: 'partial', note: found.note };
  return flags.every((flag) => flag?.status === 'unsupported')
    ? { support: 'unsupported' }
    : { support: 'partial', note: 'not in every member of the union' };
}

export function contradictionOf({
  status,
  reason,
  evidence,
}: NonNullable<Support['disputed']>): Contradiction {
  return { status, reason, evidence: evidence.text };
}

/** What of a path counts, in a comparison, as the same. */
interface Compared {
  type: string;
  requiredness: Requiredness;
}

/** The fields of an event, by the paths that they have in the measure. */
export interface ComparedFields {
  byPath: ReadonlyMap<string, Compared>;
  open: ReadonlySet<string>;
}

/** What all messages may have, whether their docs say so or not: it makes no difference. */
export const envelope: ReadonlySet<string> = new Set(['event_id']);

/** How the fields of a source compare with those of another one. What one of the two leaves open is no difference. */
export function compareFields(measure: ComparedFields, own: ComparedFields): FieldComparison {
  const lacks = topmost(absentIn(measure, own));
  const adds = topmost(absentIn(own, measure));
  const differs = [...own.byPath].flatMap(([path, field]) => {
    const other = measure.byPath.get(path);
    // What an event is called is said elsewhere.
    return other && path !== 'type' && isOther(other, field) ? [path] : [];
  });
  return { relation: relationOf(measure, own, lacks, adds), lacks, adds, differs };
}

function relationOf(
  measure: ComparedFields,
  own: ComparedFields,
  lacks: readonly string[],
  adds: readonly string[],
): FieldComparison['relation'] {
  if (measure.open.has('') || own.open.has('')) return 'unlisted';
  if (lacks.length > 0) return adds.length > 0 ? 'other' : 'fewer';
  return adds.length > 0 ? 'more' : 'same';
}

/** What only one of them has. An object of which the other one has a part, perhaps elsewhere, is not absent as a whole. */
function absentIn(from: ComparedFields, other: ComparedFields): string[] {
  const holders = new Set([...other.byPath.keys()].flatMap(aboveOf));
  return [...from.byPath.keys()].filter(
    (path) =>
      !envelope.has(path) &&
      !other.byPath.has(path) &&
      !holders.has(path) &&
      !isLeftOpen(path, other.open),
  );
}

/** Whether a path is below an object of which the docs do not claim to list all fields. */
export function isLeftOpen(path: string, open: ReadonlySet<string>): boolean {
  return aboveOf(path).some((above) => open.has(above));
}

/** The paths that a path is below of, the event itself among them. */
const aboveOf = perText((path): readonly string[] => {
  const above = [''];
  for (let i = 0; i < path.length; i++) {
    if (path[i] === '.') above.push(path.slice(0, i));
    // An array, or a map, and what is in it.
    else if (path.startsWith('[]', i) || path.startsWith('{}', i))
      above.push(path.slice(0, i), path.slice(0, i + 2));
  }
  return above;
});

/** Without the paths that are below another one. */
function topmost(paths: readonly string[]): string[] {
  const all = new Set(paths);
  return paths.filter((path) => !aboveOf(path).some((above) => above !== '' && all.has(above)));
}

/** Open types say nothing, so they contradict nothing. */
function isOther(one: Compared, other: Compared): boolean {
  const isOpen = [one, other].some(({ type }) => type.includes(anything));
  if (!isOpen && one.type !== other.type) return true;
  return [one, other].some(({ requiredness }) => requiredness === 'required')
    ? one.requiredness !== other.requiredness && ![one, other].some(isUnstated)
    : false;
}

function isUnstated({ requiredness }: Compared): boolean {
  return requiredness === 'unstated';
}
