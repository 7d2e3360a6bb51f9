/**
 * Large pages, part by part. The parser keeps some three hundred bytes for each character until it has come to the end
 * of a text: those of one part are free before the next begins.
 */
import type { Nodes, Root } from 'mdast';
import type { Point } from 'unist';

/** A part of a page. */
export interface Part {
  text: string;
  /** Where it begins. */
  start: { line: number; column: number; offset: number };
}

/**
 * The characters from which on a page is worth to be cut, and those that a part has at least. Where parts are small, there
 * is little to parse again after an edit.
 */
const leastLength = 16 * 1024;

/** A heading below an empty line: whatever stood above it, but for what {@link isOpen} is about, has ended. */
const heading = /(?<=(?:\r\n|\n)[ \t]*(?:\r\n|\n))#{1,6}[ \t]/g;

/** Definitions hold for a whole page; YFM tables and front matter may hold what looks like a heading. */
const indivisible = /^---|\]:|^[ \t]*(?:#\||\|#|\|\|)/m;

/**
 * The parts of a page, each of which begins with a heading: read one after the other they are what the page is, as long
 * as none of them ends in something that is open. A page that cannot be cut is one part.
 */
export function partsOf(text: string, least = leastLength): Part[] {
  const cuts = [0];
  if (text.length > least && !indivisible.test(text))
    for (const { index } of text.matchAll(heading))
      if (index - (cuts.at(-1) ?? 0) >= least) cuts.push(index);
  let line = 1;
  return cuts.map((offset, i) => {
    const part = { text: text.slice(offset, cuts[i + 1]), start: { line, column: 1, offset } };
    line += linesIn(part.text);
    return part;
  });
}

function linesIn(text: string): number {
  let count = 0;
  for (const _ of text.matchAll(/\r\n|\n|\r/g)) count++;
  return count;
}

/**
 * The tree of a page from those of its parts.
 *
 * @param parse gives the tree of a part, with the places of the page, or says why there is none
 */
export function treeOfParts<Refusal extends { type: 'refusal' }>(
  text: string,
  parts: readonly Part[],
  parse: (part: Part) => Root | Refusal,
): Root | Refusal {
  const trees: Root[] = [];
  for (const [i, part] of parts.entries()) {
    const tree = parse(part);
    if (tree.type === 'refusal') return tree;
    if (i < parts.length - 1 && isOpen(tree, text)) {
      // What is open may end anywhere.
      const rest = parse({ ...part, text: text.slice(part.start.offset) });
      return rest.type === 'refusal' ? rest : joined([...trees, rest]);
    }
    trees.push(tree);
  }
  return joined(trees);
}

function joined(trees: readonly Root[]): Root {
  const [first, ...others] = trees;
  if (first && others.length === 0) return first;
  const [start, end] = [first?.position?.start, others.at(-1)?.position?.end];
  return {
    type: 'root',
    children: trees.flatMap(({ children }) => children),
    ...(start && end && { position: { start, end } }),
  };
}

/**
 * Whether a part ends in what goes on until its end is found: code between fences, comments and their like. In a list or
 * a quote it ends with these, but the parser gives it another end there than at the end of a text.
 */
function isOpen(tree: Root, text: string): boolean {
  let last: Nodes = tree;
  let depth = 0;
  for (let child: Nodes | undefined = tree; child; depth++) {
    last = child;
    child = 'children' in child ? child.children.at(-1) : undefined;
  }
  const source = text.slice(last.position?.start.offset, last.position?.end.offset).trimEnd();
  if (last.type === 'html') return /^<(?:[?!]|script|pre|style|textarea)/i.test(source);
  const [, fence] = /^(`{3,}|~{3,})/.exec(source) ?? [];
  if (last.type !== 'code' || fence === undefined) return false;
  const [, end = ''] = /\n {0,3}(`{3,}|~{3,})$/.exec(source) ?? [];
  return depth > 2 || !end.startsWith(fence);
}

/** Makes the places in the tree of a part those of the page. */
export function movePlaces(tree: Root, { start }: Pick<Part, 'start'>): void {
  if (start.offset === 0 && start.line === 1) return;
  const todo: Nodes[] = [tree];
  for (let node = todo.pop(); node; node = todo.pop()) {
    if (node.position)
      node.position = {
        start: movedPoint(node.position.start, start),
        end: movedPoint(node.position.end, start),
      };
    if ('children' in node) for (const child of node.children) todo.push(child);
  }
}

/** A place of a part as one of the page. Parts begin at the beginning of a line. */
export function movedPoint({ line, column, offset }: Point, start: Part['start']): Point {
  return {
    line: line + start.line - 1,
    column,
    ...(offset !== undefined && { offset: offset + start.offset }),
  };
}
