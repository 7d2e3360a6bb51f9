/** Several types at one place. */
import type { Enumeration, Link, Literal, Type } from '../../model/model.ts';
import { membersOf, openType, unionOf } from '../../model/types.ts';

/** One type of several: values become one list, which a string beside them keeps open. */
export function union(types: readonly Type<Link>[], position: Type<Link>['position']): Type<Link> {
  const flat = types.flatMap(membersOf);
  const values = flat.flatMap(valuesOf);
  const texts = flat.some(isPlainString) && values.every(({ value }) => typeof value === 'string');
  const list = listOf(values, texts);
  const members: Type<Link>[] = [];
  for (const type of flat) {
    if (list && isValues(type)) {
      if (!members.includes(list)) members.push(list);
    } else if (!(texts && values.length > 0 && isPlainString(type))) members.push(type);
  }
  return members.length === 0 ? openType(position) : unionOf(position, members);
}

function isPlainString(type: Type<Link>): boolean {
  return type.kind === 'string' && type.format === undefined;
}

function isValues(type: Type<Link>): type is Literal | Enumeration {
  return type.kind === 'literal' || type.kind === 'enumeration';
}

function valuesOf(type: Type<Link>): Enumeration['values'] {
  if (type.kind === 'literal') {
    const { value, position, deprecated } = type;
    return [{ value, position, ...(deprecated && { deprecated }) }];
  }
  return type.kind === 'enumeration' ? type.values : [];
}

function listOf(values: Enumeration['values'], open: boolean): Literal | Enumeration | undefined {
  const [first, ...others] = values;
  if (!first) return undefined;
  if (others.length === 0 && !open) return { kind: 'literal', ...first };
  const list: Enumeration = { kind: 'enumeration', position: first.position, values };
  if (open) list.open = true;
  return list;
}
