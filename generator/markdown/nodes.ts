/** A tree as a list of its nodes, for whatever looks at all of them: unist-util-visit makes a function for each node. */
import type { Nodes } from 'mdast';

/** A node and all in it, in the order of the page. It does not recurse: nodes nest as deep as a page likes. */
export function nodesIn(tree: Nodes): Nodes[] {
  const nodes: Nodes[] = [];
  const open = [tree];
  for (let node = open.pop(); node; node = open.pop()) {
    nodes.push(node);
    if ('children' in node) for (const child of node.children.toReversed()) open.push(child);
  }
  return nodes;
}
