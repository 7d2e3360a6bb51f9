/**
 * Several copies of one shape, read as one: whatever any of them allows, the joined shape allows.
 */
import { boundsInWords } from '../model/signature.ts';
import type {
  Bounds,
  Divergence,
  Enumeration,
  Field,
  ObjectType,
  Requiredness,
  Type,
} from '../model/model.ts';

/** In what two copies differ. Their places are no difference. */
export interface Differences {
  divergences: Omit<Divergence, 'position'>[];
  /** The paths of which the second copy has words that the joined shape has not. */
  reworded: string[];
}

/**
 * Joins two types.
 *
 * @param path where they stand, for the differences
 * @param found every difference is added to it
 */
export function joinTypes(
  a: Type,
  b: Type,
  path = '',
  found: Differences = { divergences: [], reworded: [] },
): Type {
  if (a.kind === 'object' && b.kind === 'object') return joinObjects(a, b, path, found);
  if (a.kind === 'array' && b.kind === 'array') {
    return { ...a, element: joinTypes(a.element, b.element, `${path}[]`, found) };
  }
  if (a.kind === 'map' && b.kind === 'map') {
    return { ...a, value: joinTypes(a.value, b.value, `${path}{}`, found) };
  }
  if (summaryOf(a) === summaryOf(b)) return a;
  found.divergences.push({ path, first: summaryOf(a), second: summaryOf(b) });
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

function joinObjects(a: ObjectType, b: ObjectType, path: string, found: Differences): ObjectType {
  const twins = new Map(b.fields.map((field) => [field.name, field]));
  const fields = a.fields.map((field) => {
    const twin = twins.get(field.name);
    const at = below(path, field);
    if (twin) return joinFields(field, twin, at, found);
    found.divergences.push({ path: at, first: 'a field', second: 'no field' });
    return relaxed(field);
  });
  const known = new Set(a.fields.map(({ name }) => name));
  for (const field of b.fields) {
    if (known.has(field.name)) continue;
    found.divergences.push({ path: below(path, field), first: 'no field', second: 'a field' });
    fields.push(relaxed(field));
  }
  if (a.open !== b.open)
    found.divergences.push({ path, first: completeness(a), second: completeness(b) });
  const [support, twin] = [supportOf(a), supportOf(b)];
  if (support !== twin) found.divergences.push({ path, first: support, second: twin });
  compareWords(a, b, path, found);
  return { ...b, ...a, fields };
}

function below(path: string, { name }: Field): string {
  return path === '' ? name : `${path}.${name}`;
}

function completeness({ open }: ObjectType): string {
  return open ? 'cut off' : 'complete';
}

/** Of two wordings the first is kept. */
function compareWords(
  a: ObjectType | Field,
  b: ObjectType | Field,
  path: string,
  { reworded }: Differences,
): void {
  if (a.description !== undefined && b.description !== undefined && a.description !== b.description)
    reworded.push(path);
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

function joinFields(a: Field, b: Field, path: string, found: Differences): Field {
  const { divergences } = found;
  for (const fact of factsOf(a)) {
    const twin = factsOf(b).find(({ what }) => what === fact.what);
    if (twin && twin.value !== fact.value)
      divergences.push({ path, first: fact.value, second: twin.value });
  }
  if (a.requiredness !== b.requiredness) {
    divergences.push({ path, first: a.requiredness, second: b.requiredness });
  }
  compareWords(a, b, path, found);
  const joined: Field = {
    ...b,
    ...a,
    requiredness: looser(a.requiredness, b.requiredness),
    type: joinTypes(a.type, b.type, path, found),
  };
  if (a.bounds && b.bounds) joined.bounds = widerBounds(a.bounds, b.bounds);
  return joined;
}

/** Bounds within which both are. A copy that states no bound does not contradict the one that does. */
function widerBounds(a: Bounds, b: Bounds): Bounds {
  const wider = { ...b, ...a };
  if (a.minimum !== undefined && b.minimum !== undefined)
    wider.minimum = Math.min(a.minimum, b.minimum);
  if (a.maximum !== undefined && b.maximum !== undefined)
    wider.maximum = Math.max(a.maximum, b.maximum);
  return wider;
}

/** What a field states beside its type, each in words. */
function factsOf(field: Field): { what: string; value: string }[] {
  return [
    {
      what: 'default',
      value: field.default ? `default ${JSON.stringify(field.default.value)}` : 'no default',
    },
    { what: 'bounds', value: field.bounds ? boundsInWords(field.bounds) : 'no bounds' },
    { what: 'support', value: supportOf(field) },
  ];
}

function supportOf({ support }: ObjectType | Field): string {
  return support?.status ?? 'no flag';
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
