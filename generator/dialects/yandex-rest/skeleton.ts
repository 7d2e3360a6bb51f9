/**
 * The JSON skeleton of a page: field names with their types as texts, `{ "role": "string | null" }`. It is a second
 * witness of what the tables say. Where the two disagree, one of them is wrong.
 */
import { parseTree, type Node } from 'jsonc-parser';
import type { Code } from 'mdast';
import type { Point } from 'unist';
import { report } from '../../diagnostics.ts';
import { parseJson, repeatedKeys } from '../../model/json.ts';
import type { Link, ObjectType, Section, Type } from '../../model/model.ts';
import { pointIn } from '../code-block.ts';
import type { Page } from '../dialect.ts';

/** Reports every field that the skeleton and the tables show differently. Neither of them is changed. */
export function checkSkeleton(
  page: Page,
  code: Code,
  body: ObjectType<Link>,
  sections: readonly Section[],
): void {
  const tree = parseJson(code.value) === undefined ? undefined : parseTree(code.value);
  const at = (node: Node): Point => pointIn(code, node.offset);
  const differs = (node: Node, sentence: string): void =>
    report(page.file, 'skeleton-differs', at(node), `${sentence}; one of the two is wrong.`);

  const compareObject = (node: Node, type: ObjectType<Link>, path: string): void => {
    const shown = new Map((node.children ?? []).map((property) => [nameOf(property), property]));
    for (const [name, property] of shown) {
      const field = type.fields.find((candidate) => candidate.name === name);
      const value = property.children?.[1];
      if (!field)
        differs(property, `the skeleton shows \`${path}${name}\`, the table does not list it`);
      else if (value) compare(value, field.type, `${path}${name}`);
    }
    for (const field of type.fields) {
      if (!shown.has(field.name))
        differs(node, `the table lists \`${path}${field.name}\`, the skeleton does not show it`);
    }
  };

  const compare = (node: Node, type: Type<Link>, path: string): void => {
    const inSkeleton = kindsOfNode(node);
    const inTable = kindsOf(type);
    if (!inSkeleton || !inTable) return;
    if ([...inSkeleton].toSorted().join() !== [...inTable].toSorted().join()) {
      differs(
        node,
        `the skeleton calls \`${path}\` ${words(inSkeleton)}, the table calls it ${words(inTable)}`,
      );
      return;
    }
    const object = resolve(type, sections);
    if (node.type === 'object' && node.children?.length && object?.kind === 'object')
      compareObject(node, object, `${path}.`);
    const [element] = node.type === 'array' ? (node.children ?? []) : [];
    if (element && type.kind === 'array') compare(element, type.element, `${path}[]`);
  };

  for (const { key, offset } of tree ? repeatedKeys(code.value) : []) {
    const sentence = `the skeleton shows \`${key}\` twice in one object; remove one of the two.`;
    report(page.file, 'skeleton-differs', pointIn(code, offset), sentence);
  }
  if (tree?.type === 'object') compareObject(tree, body, '');
  else
    report(page.file, 'skeleton-differs', code, 'the skeleton is not a JSON object; fix its JSON.');
}

function nameOf(property: Node): string {
  return String(property.children?.[0]?.value);
}

/** The kinds that the skeleton gives a value; `undefined` when it says that it does not know. */
function kindsOfNode(node: Node): Set<string> | undefined {
  if (node.type === 'object' || node.type === 'array') return new Set([node.type]);
  const kinds = String(node.value).split(' | ');
  return kinds.includes('unknown') ? undefined : new Set(kinds);
}

/** The kinds that a table gives a type, in the words of the skeleton; `undefined` when anything fits. */
function kindsOf(type: Type<Link>): Set<string> | undefined {
  switch (type.kind) {
    case 'literal':
      return new Set([typeof type.value]);
    case 'enumeration':
      return new Set(type.values.map(({ value }) => typeof value));
    case 'open':
      return type.of === 'object' ? new Set(['object']) : undefined;
    case 'map':
    case 'link':
    case 'named':
      return new Set(['object']);
    case 'union': {
      const kinds = type.members.map(kindsOf);
      return kinds.includes(undefined)
        ? undefined
        : new Set(kinds.flatMap((some) => [...(some ?? [])]));
    }
    default:
      return new Set([type.kind]);
  }
}

function resolve(type: Type<Link>, sections: readonly Section[]): Type<Link> | undefined {
  return type.kind === 'link' ? sections.find(({ anchor }) => anchor === type.anchor)?.type : type;
}

function words(kinds: ReadonlySet<string>): string {
  return [...kinds].join(' or ');
}
