/**
 * Several copies of one shape, read as one: whatever any of them allows, the joined shape allows.
 */
import { boundsInWords, typeSummary } from '../model/signature.ts';
import { membersOf, pathBelow, unionOf } from '../model/types.ts';
import type {
  Bounds,
  Divergence,
  Enumeration,
  Field,
  ObjectType,
  Position,
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
  if (typeSummary(a) === typeSummary(b)) return a;
  found.divergences.push({ path, first: typeSummary(a), second: typeSummary(b) });
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
  return unionOfDistinct(a.position, [...membersOf(a), ...membersOf(b)]);
}

/** A union of members that differ; those of one summary are the same member. */
export function unionOfDistinct(position: Position, members: readonly Type[]): Type {
  const distinct = new Map<string, Type>();
  for (const member of members) {
    const summary = typeSummary(member);
    if (!distinct.has(summary)) distinct.set(summary, member);
  }
  return unionOf(position, [...distinct.values()]);
}

function joinObjects(a: ObjectType, b: ObjectType, path: string, found: Differences): ObjectType {
  const twins = new Map(b.fields.map((field) => [field.name, field]));
  const fields = a.fields.map((field) => {
    const twin = twins.get(field.name);
    const at = pathBelow(path, field.name);
    if (twin) return joinFields(field, twin, at, found);
    found.divergences.push({ path: at, first: 'a field', second: 'no field' });
    return relaxed(field);
  });
  const known = new Set(a.fields.map(({ name }) => name));
  for (const field of b.fields) {
    if (known.has(field.name)) continue;
    found.divergences.push({
      path: pathBelow(path, field.name),
      first: 'no field',
      second: 'a field',
    });
    fields.push(relaxed(field));
  }
  if (a.open !== b.open)
    found.divergences.push({ path, first: completeness(a), second: completeness(b) });
  const [support, twin] = [supportOf(a), supportOf(b)];
  if (support !== twin) found.divergences.push({ path, first: support, second: twin });
  compareWords(a, b, path, found);
  return { ...b, ...a, fields };
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
    { what: 'deprecation', value: field.deprecated ? 'deprecated' : 'not deprecated' },
  ];
}

function supportOf({ support }: ObjectType | Field): string {
  const word = support?.status ?? 'no flag';
  return support?.disputed ? `${word}, disputed` : word;
}

function isOpenList(type: Type): boolean {
  return type.kind === 'enumeration' && type.open === true;
}

function valuesOf(type: Type): Enumeration['values'] | undefined {
  if (type.kind === 'enumeration') return type.values;
  if (type.kind !== 'literal') return undefined;
  const { value, position, deprecated } = type;
  return [{ value, position, ...(deprecated && { deprecated }) }];
}
