/** JSON that people write beside the pages, read by its contract, with the place of each part of it. */
import { parseTree, type Node, type ParseError } from 'jsonc-parser';
import * as v from 'valibot';
import type { VFile } from 'vfile';
import { location } from 'vfile-location';
import { endOf, noRecordKeeps } from '../contract.ts';
import { report, type RuleId } from '../diagnostics.ts';
import { limits } from '../limits.ts';
import { isTooDeep, keysOf } from '../model/json.ts';
import type { Position } from '../model/model.ts';
import { positionAt } from '../model/position.ts';

/** What a file says, and where. */
export interface PlacedJson<Content> {
  content: Content;
  /** Where the value stands that keys lead to; the beginning of the file where there is none. */
  positionOf: (...keys: readonly (string | number)[]) => Position;
}

/**
 * Reads a JSON file by its contract: no key of it is passed over.
 *
 * @param rule what its faults are reported by, each at its place and with the name of its key
 * @param meanings what keys say that must be there, for who forgot one
 * @returns `undefined` when it does not follow the contract
 */
export function readPlacedJson<Content>(
  file: VFile,
  rule: RuleId,
  contract: v.GenericSchema<unknown, Content>,
  meanings: ReadonlyMap<string, string>,
): PlacedJson<Content> | undefined {
  const text = String(file);
  const place = location(file);
  const pointAt = (offset = 0) => place.toPoint(offset) ?? { line: 1, column: 1 };
  const refuse = (offset: number | undefined, sentence: string): undefined => {
    report(file, rule, pointAt(offset), sentence);
    return undefined;
  };
  if (text.length > limits.page || isTooDeep(text))
    return refuse(0, `this file is nested too deep, or has more than ${limits.page} characters.`);
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true });
  const [error] = errors;
  if (!tree || error) return refuse(error?.offset, 'this is not valid JSON; fix it here.');
  if (hasMoreParts(tree, limits.parts))
    return refuse(
      0,
      `this file has more than ${limits.parts} keys and values; leave out what is not needed.`,
    );
  const partsOf = perNode();
  const offsetOf = (keys: readonly (string | number)[]): number | undefined => {
    let node: Node | undefined = tree;
    for (const key of keys) node = node && partsOf(node).get(key);
    return node?.offset;
  };
  const unread = keysOf(text, ({ key, isRepeated }) => isRepeated || noRecordKeeps.has(key));
  for (const { path, isRepeated, offset } of unread)
    refuse(
      offset,
      isRepeated ? `"${path}" is there twice; remove one.` : `"${path}" is not known; remove it.`,
    );
  const parsed = v.safeParse(contract, JSON.parse(text));
  for (const issue of parsed.issues ?? []) {
    const keys = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
    const above = keys.map((_, i) => offsetOf(keys.slice(0, keys.length - i)));
    const path = keys.join('.');
    const name = keys.length === 0 ? 'it' : `"${path}"`;
    const fault = endOf(issue, meanings.get(path));
    refuse(above.find((offset) => offset !== undefined) ?? tree.offset, `${name} ${fault}`);
  }
  if (!parsed.success || unread.length > 0) return undefined;
  return {
    content: parsed.output,
    positionOf: (...keys) => positionAt(file.path, pointAt(offsetOf(keys))),
  };
}

function hasMoreParts(tree: Node, most: number): boolean {
  const todo = [tree];
  let count = 0;
  for (let node = todo.pop(); node && count <= most; node = todo.pop()) {
    if (node.type !== 'property') count++;
    for (const child of node.children ?? []) todo.push(child);
  }
  return count > most;
}

/** Finds the parts of nodes by their keys: there may be thousands, and of each its place is asked for. */
function perNode(): (node: Node) => ReadonlyMap<string | number, Node> {
  const known = new Map<Node, ReadonlyMap<string | number, Node>>();
  return (node) => {
    const parts = known.get(node) ?? partsIn(node);
    known.set(node, parts);
    return parts;
  };
}

function partsIn({ type, children = [] }: Node): ReadonlyMap<string | number, Node> {
  if (type === 'array') return new Map(children.entries());
  return new Map(
    children.flatMap(({ children: [key, value] = [] }) =>
      key && value ? [[String(key.value), value] as const] : [],
    ),
  );
}
