/**
 * The emitted JSON Schema in the few words that all libraries have in common. Every contestant is printed from this
 * one tree, so that all of them are asked the same.
 */
import type { JsonSchema } from '../../../generator/emit/json-schema.ts';
import { isJsonObject } from '../../../generator/model/json.ts';
import type { Json } from '../../../generator/model/model.ts';

export type Word = 'string' | 'integer' | 'number' | 'boolean' | 'null';

export interface ObjectNode {
  kind: 'object';
  fields: { name: string; required: boolean; node: Node }[];
  /** Whether other keys are misfits. */
  closed: boolean;
}

export interface VariantNode {
  kind: 'variant';
  key: string;
  cases: { value: string; node: Node }[];
}

export type Node =
  | { kind: 'anything' }
  | { kind: 'word'; word: Word }
  | { kind: 'values'; values: Json[] }
  | { kind: 'array'; element: Node }
  | { kind: 'record'; value: Node }
  | ObjectNode
  | { kind: 'union'; members: Node[] }
  /** A union whose members a required constant tells apart, so that a library may look at that first. */
  | VariantNode
  | { kind: 'reference'; name: string };

/** What is to be checked: a node, and the definitions that it refers to, each after those that it needs itself. */
export interface Definition {
  root: Node;
  named: ReadonlyMap<string, Node>;
}

/** The schema as a whole, or one definition of it. */
export function definitionOf(schema: JsonSchema, name?: string): Definition {
  const { $defs } = schema;
  if (!isJsonObject($defs)) throw new Error('The schema has no $defs.');
  const all = new Map(Object.entries($defs).map(([key, value]) => [key, nodeOf(value, $defs)]));
  const root: Node = name === undefined ? nodeOf(schema, $defs) : { kind: 'reference', name };
  const named = new Map<string, Node>();
  const add = (node: Node, above: readonly string[]): void => {
    for (const part of partsOf(node)) add(part, above);
    if (node.kind !== 'reference' || named.has(node.name)) return;
    const target = all.get(node.name);
    if (!target) throw new Error(`The schema does not define ${node.name}.`);
    if (above.includes(node.name)) throw new Error(`${node.name} contains itself.`);
    add(target, [...above, node.name]);
    named.set(node.name, target);
  };
  add(root, []);
  return { root, named };
}

function partsOf(node: Node): Node[] {
  switch (node.kind) {
    case 'array':
      return [node.element];
    case 'record':
      return [node.value];
    case 'object':
      return node.fields.map((field) => field.node);
    case 'union':
      return node.members;
    case 'variant':
      return node.cases.map((one) => one.node);
    default:
      return [];
  }
}

const annotations = new Set(['$schema', '$defs', 'title', 'description', 'default', 'examples']);

function nodeOf(schema: Json | undefined, definitions: JsonSchema): Node {
  if (!isJsonObject(schema)) throw new Error(`${JSON.stringify(schema)} is not a schema of ours.`);
  const words = Object.fromEntries(
    Object.entries(schema).filter(([keyword]) => !annotations.has(keyword)),
  );
  const { type, $ref, anyOf, enum: values } = words;
  if (Object.keys(words).length === 0) return { kind: 'anything' };
  if (typeof $ref === 'string') return { kind: 'reference', name: nameIn($ref) };
  if (Array.isArray(anyOf))
    return unionOf(
      anyOf.map((member) => nodeOf(member, definitions)),
      definitions,
    );
  if (words['const'] !== undefined) return { kind: 'values', values: [words['const']] };
  if (Array.isArray(values)) return { kind: 'values', values };
  if (Array.isArray(type))
    return { kind: 'union', members: type.map((one) => nodeOf({ type: one }, definitions)) };
  switch (type) {
    case 'string':
    case 'integer':
    case 'number':
    case 'boolean':
    case 'null':
      return { kind: 'word', word: type };
    case 'array':
      return { kind: 'array', element: nodeOf(words['items'] ?? {}, definitions) };
    case 'object':
      return objectOf(words, definitions);
    default:
      throw new Error(`${JSON.stringify(schema)} is not a schema of ours.`);
  }
}

function objectOf(words: JsonSchema, definitions: JsonSchema): Node {
  const { properties, additionalProperties } = words;
  if (!isJsonObject(properties))
    return { kind: 'record', value: nodeOf(additionalProperties ?? {}, definitions) };
  const required = Array.isArray(words['required']) ? words['required'] : [];
  return {
    kind: 'object',
    fields: Object.entries(properties).map(([name, field]) => ({
      name,
      required: required.includes(name),
      node: nodeOf(field, definitions),
    })),
    closed: additionalProperties === false,
  };
}

function nameIn($ref: string): string {
  return $ref.replace('#/$defs/', '');
}

// ── Unions whose members are told apart ─────────────────────────────────────────────────────────────────────

/** A member, and the constants that it must have. */
interface Member {
  node: Node;
  constants: ReadonlyMap<string, string>;
}

/** Members that a constant tells apart become one variant; the others stay beside it. */
function unionOf(nodes: readonly Node[], definitions: JsonSchema): Node {
  const members = nodes.map((node) => ({ node, constants: constantsOf(node, definitions) }));
  const apart = variantOf(members.filter(({ constants }) => constants.size > 0));
  if (!apart) return { kind: 'union', members: [...nodes] };
  const others = members.filter(({ constants }) => constants.size === 0).map(({ node }) => node);
  return others.length === 0 ? apart : { kind: 'union', members: [apart, ...others] };
}

/** By the key with the most values; members that share a value are told apart by another key, inside. */
function variantOf(members: readonly Member[]): VariantNode | undefined {
  if (members.length < 2) return undefined;
  const keys = Array.from(members[0]?.constants.keys() ?? [], (key) => ({
    key,
    values: new Set(members.map(({ constants }) => constants.get(key))),
  }))
    .filter(({ values }) => values.size > 1 && !values.has(undefined))
    .toSorted((a, b) => b.values.size - a.values.size);
  const [best] = keys;
  if (!best) return undefined;
  const cases: VariantNode['cases'] = [];
  for (const value of best.values) {
    const same = members.filter(({ constants }) => constants.get(best.key) === value);
    const node = same.length === 1 ? same[0]?.node : variantOf(same);
    if (!node || value === undefined) return undefined;
    cases.push({ value, node });
  }
  return { kind: 'variant', key: best.key, cases };
}

function constantsOf(node: Node, definitions: JsonSchema): ReadonlyMap<string, string> {
  if (node.kind === 'reference')
    return constantsOf(nodeOf(definitions[node.name], definitions), definitions);
  const constants = new Map<string, string>();
  if (node.kind !== 'object') return constants;
  for (const { name, required, node: field } of node.fields) {
    const [value, more] = field.kind === 'values' ? field.values : [];
    if (required && typeof value === 'string' && more === undefined) constants.set(name, value);
  }
  return constants;
}

// ── What printers share ─────────────────────────────────────────────────────────────────────────────────────

export const text = (value: Json): string => JSON.stringify(value);

/** The members of a union without `null`, and whether `null` is one of them. */
export function withoutNull(node: Node): { node: Node; nullable: boolean } {
  if (node.kind !== 'union') return { node, nullable: false };
  const members = node.members.filter(
    (member) => !(member.kind === 'word' && member.word === 'null'),
  );
  const [only] = members;
  return {
    node: members.length === 1 && only ? only : { kind: 'union', members },
    nullable: members.length < node.members.length,
  };
}
