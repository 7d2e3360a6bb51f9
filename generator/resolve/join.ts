/**
 * Several copies of one shape, read as one: whatever any of them allows, the joined shape allows.
 */
import { boundsInWords } from '../model/signature.ts';
import type { Enumeration, Field, ObjectType, Requiredness, Type } from '../model/model.ts';

/** A difference between two copies: the path of the field and what each of them says. */
export interface Divergence {
  path: string;
  first: string;
  second: string;
}

/**
 * Joins two types.
 *
 * @param path where they stand, for the divergences
 * @param divergences every difference is added to it; wording and place are none
 */
export function joinTypes(a: Type, b: Type, path = '', divergences: Divergence[] = []): Type {
  if (a.kind === 'object' && b.kind === 'object') return joinObjects(a, b, path, divergences);
  if (a.kind === 'array' && b.kind === 'array') {
    return { ...a, element: joinTypes(a.element, b.element, `${path}[]`, divergences) };
  }
  if (a.kind === 'map' && b.kind === 'map') {
    return { ...a, value: joinTypes(a.value, b.value, `${path}{}`, divergences) };
  }
  if (summaryOf(a) === summaryOf(b)) return a;
  divergences.push({ path, first: summaryOf(a), second: summaryOf(b) });
  const values = valuesOf(a);
  const more = valuesOf(b);
  if (values && more) {
    const all = [
      ...values,
      ...more.filter(({ value }) => !values.some((one) => one.value === value)),
    ];
    const joined: Enumeration = { kind: 'enumeration', position: a.position, values: all };
    if (isOpenList(a) || isOpenList(b)) joined.open = true;
    return joined;
  }
  const members = [...membersOf(a), ...membersOf(b)];
  const distinct = members.filter(
    (member, i) => members.findIndex((other) => summaryOf(other) === summaryOf(member)) === i,
  );
  const [only] = distinct;
  return distinct.length === 1 && only
    ? only
    : { kind: 'union', position: a.position, members: distinct };
}

function joinObjects(
  a: ObjectType,
  b: ObjectType,
  path: string,
  divergences: Divergence[],
): ObjectType {
  const fields = a.fields.map((field) => {
    const twin = b.fields.find(({ name }) => name === field.name);
    const at = path === '' ? field.name : `${path}.${field.name}`;
    if (twin) return joinFields(field, twin, at, divergences);
    divergences.push({ path: at, first: 'a field', second: 'no field' });
    return relaxed(field);
  });
  for (const field of b.fields) {
    if (a.fields.some(({ name }) => name === field.name)) continue;
    divergences.push({
      path: path === '' ? field.name : `${path}.${field.name}`,
      first: 'no field',
      second: 'a field',
    });
    fields.push(relaxed(field));
  }
  const joined: ObjectType = { ...a, fields };
  const open = a.open ?? b.open;
  if (open) joined.open = open;
  const description = a.description ?? b.description;
  if (description !== undefined) joined.description = description;
  return joined;
}

/** A field that one copy lacks may be absent. */
function relaxed(field: Field): Field {
  return {
    ...field,
    requiredness: field.requiredness === 'required' ? 'optional' : field.requiredness,
  };
}

const strictness: Requiredness[] = ['required', 'unstated', 'optional'];

function looser(a: Requiredness, b: Requiredness): Requiredness {
  return strictness.indexOf(a) > strictness.indexOf(b) ? a : b;
}

function joinFields(a: Field, b: Field, path: string, divergences: Divergence[]): Field {
  for (const fact of factsOf(a)) {
    const twin = factsOf(b).find(({ what }) => what === fact.what);
    if (twin && twin.value !== fact.value)
      divergences.push({ path, first: fact.value, second: twin.value });
  }
  if (a.requiredness !== b.requiredness) {
    divergences.push({ path, first: a.requiredness, second: b.requiredness });
  }
  const joined: Field = {
    ...b,
    ...a,
    requiredness: looser(a.requiredness, b.requiredness),
    type: joinTypes(a.type, b.type, path, divergences),
  };
  return joined;
}

/** What a field states beside its type, each in words. */
function factsOf(field: Field): { what: string; value: string }[] {
  return [
    {
      what: 'default',
      value: field.default ? `default ${JSON.stringify(field.default.value)}` : 'no default',
    },
    { what: 'bounds', value: field.bounds ? boundsInWords(field.bounds) : 'no bounds' },
    { what: 'support', value: field.support?.status ?? 'no flag' },
  ];
}

function isOpenList(type: Type): boolean {
  return type.kind === 'enumeration' && type.open === true;
}

function membersOf(type: Type): Type[] {
  return type.kind === 'union' ? type.members : [type];
}

function valuesOf(type: Type): Enumeration['values'] | undefined {
  if (type.kind === 'enumeration') return type.values;
  return type.kind === 'literal' ? [{ value: type.value, position: type.position }] : undefined;
}

/** A type in one line, without its places, words and order. Objects are compared field by field, not here. */
export function summaryOf(type: Type): string {
  switch (type.kind) {
    case 'string':
    case 'integer':
    case 'number':
    case 'boolean':
    case 'null':
      return type.format === undefined ? type.kind : `${type.kind} (${type.format})`;
    case 'literal':
      return JSON.stringify(type.value);
    case 'enumeration':
      return [
        ...type.values.map(({ value }) => JSON.stringify(value)).toSorted(),
        ...(type.open ? ['…'] : []),
      ].join(' | ');
    case 'open':
      return type.of === 'object' ? 'object' : 'unknown';
    case 'array':
      return `array<${summaryOf(type.element)}>`;
    case 'map':
      return `map<${summaryOf(type.value)}>`;
    case 'object':
      return 'object with fields';
    case 'union':
      return type.members.map(summaryOf).toSorted().join(' | ');
    case 'reference':
      return type.name;
  }
}
