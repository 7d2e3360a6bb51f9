/** Corrections of single values of a list. */
import type { Enumeration, Field, Link, Literal, Type } from '../model/model.ts';
import type { Correction, Statement, ValueState } from '../source/correction.ts';
import { setDeprecation } from './facts.ts';
import type { Place } from './path.ts';
import { entryOf, type Target } from './target.ts';

/** A list of values, one of which may be all that there are, and how another type takes its place. */
interface List {
  type: Enumeration | Literal;
  replace: (type: Type<Link>) => void;
}

/** @returns `undefined` where the field lists no values */
export function valueTarget(
  { place: { event }, field }: { place: Place; field: Field<Link> | undefined },
  correction: Correction,
  { value, state }: Extract<Statement, { kind: 'value' }>,
): Target | undefined {
  if (!field) return undefined;
  const lists = listsIn(field.type, (type) => {
    field.type = type;
  });
  const list =
    lists.find(({ type }) => entryIn(type, value)) ??
    lists.find(({ type }) => isOfKind(type, value)) ??
    lists[0];
  if (!list) return undefined;
  const misfit = misfitOf(list.type, value, state);
  return {
    event,
    entry: entryOf(event),
    position: list.type.position,
    now: stateOf(list.type, value),
    was: correction.was.text,
    right: state,
    ...(misfit !== undefined && { misfit }),
    apply: () => {
      list.replace(withState(list.type, { value, state }, correction));
      field.origin = 'corrected';
      field.correction = correction.position;
    },
  };
}

/** The lists of a type, down to the next object. */
function listsIn(type: Type<Link>, replace: List['replace']): List[] {
  switch (type.kind) {
    case 'literal':
    case 'enumeration':
      return [{ type, replace }];
    case 'array':
      return listsIn(type.element, (element) => {
        type.element = element;
      });
    case 'map':
      return listsIn(type.value, (of) => {
        type.value = of;
      });
    case 'union':
      return type.members.flatMap((member) =>
        listsIn(member, (other) => {
          type.members.splice(type.members.indexOf(member), 1, other);
        }),
      );
    case 'named':
      return type.type
        ? listsIn(type.type, (written) => {
            type.type = written;
          })
        : [];
    default:
      return [];
  }
}

type Entry = Enumeration['values'][number];

function entriesOf(type: Enumeration | Literal): Entry[] {
  return type.kind === 'enumeration' ? type.values : [type];
}

/** A list of numbers may be corrected in quotes: which they are, the page says. */
function entryIn(type: Enumeration | Literal, value: Literal['value']): Entry | undefined {
  return entriesOf(type).find((entry) => String(entry.value) === String(value));
}

function stateOf(type: Enumeration | Literal, value: Literal['value']): ValueState {
  const entry = entryIn(type, value);
  return entry ? (entry.deprecated ? 'deprecated' : 'listed') : 'absent';
}

/** Why a list cannot say this of a value: it has values of other kinds, or nothing would be left of it. */
function misfitOf(
  type: Enumeration | Literal,
  value: Literal['value'],
  state: ValueState,
): string | undefined {
  const known = entryIn(type, value);
  const isOpen = type.kind === 'enumeration' && type.open;
  if (state === 'absent')
    return known && entriesOf(type).length === 1 && !isOpen
      ? `${JSON.stringify(known.value)} is the only value of its list, without which the field could be anything; correct the field, with the type that it has.`
      : undefined;
  if (known || isOfKind(type, value)) return undefined;
  const listed = entriesOf(type).map((entry) => JSON.stringify(entry.value));
  return `${JSON.stringify(value)} is of another kind than the values of its list (${listed.slice(0, 5).join(', ')}); write it as they are, or correct the field, with its type.`;
}

/** Whether a list has values of the kind of this one. A list of whole numbers may be that of an integer. */
function isOfKind(type: Enumeration | Literal, value: Literal['value']): boolean {
  return entriesOf(type).some(
    (entry) =>
      typeof entry.value === typeof value &&
      (Number.isInteger(value) || !Number.isInteger(entry.value)),
  );
}

/** A list that says of a value what is right; of the last one of an open list that is taken away, its kind is left. */
function withState(
  type: Enumeration | Literal,
  { value, state }: { value: Literal['value']; state: ValueState },
  correction: Correction,
): Type<Link> {
  const { position } = type;
  const open = type.kind === 'enumeration' && type.open;
  const known = entryIn(type, value);
  const others = entriesOf(type).filter((entry) => entry !== known);
  if (state === 'absent')
    return others.length > 0
      ? { kind: 'enumeration', position, values: others, ...(open && { open }) }
      : { kind: kindOf(value), position };
  const { value: own, position: at } = known ?? { value, position: correction.position };
  const right: Entry = { value: own, position: at };
  setDeprecation(right, state === 'deprecated', correction);
  const values = known
    ? entriesOf(type).map((entry) => (entry === known ? right : entry))
    : [...others, right];
  const [only] = values;
  return type.kind === 'literal' && only && values.length === 1
    ? { kind: 'literal', ...only }
    : { kind: 'enumeration', position, values, ...(open && { open }) };
}

function kindOf(value: Literal['value']): 'string' | 'number' | 'boolean' {
  return typeof value === 'string' ? 'string' : typeof value === 'number' ? 'number' : 'boolean';
}
