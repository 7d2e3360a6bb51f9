/** What the author of a page struck out: `~~name~~`, `<del>name</del>`. It is not said any more, and no dialect reads it. */
import type { Heading, Nodes } from 'mdast';
import { report } from '../diagnostics.ts';
import { nodesIn } from '../markdown/nodes.ts';
import type { Page } from './dialect.ts';

/** Whether a node is struck out, or begins what is. */
function isStruckOut(node: Nodes): boolean {
  if (node.type === 'html') return /^<(?:del|s|strike)(?=[\s>])/i.test(node.value);
  return node.type === 'delete';
}

/** What a node begins with, if that is struck out. */
function beginningStruckOut(node: Nodes): Nodes | undefined {
  let first: Nodes | undefined = node;
  while (first && !isStruckOut(first)) first = 'children' in first ? first.children[0] : undefined;
  return first;
}

/** Reports words of a heading that are struck out. */
export function reportStruckOutOf({ file }: Page, heading: Heading): void {
  const sentence =
    'what is struck out here says nothing of what stands below; say there that it is deprecated, or remove it.';
  for (const node of nodesIn(heading).filter(isStruckOut))
    report(file, 'flag-misplaced', node, sentence);
}

/**
 * Reports a bullet, a cell or a link that begins with what is struck out.
 *
 * @returns whether it does, so that nothing more is to be said of how it is written
 */
export function reportStruckOut({ file }: Page, node: Nodes): boolean {
  const first = beginningStruckOut(node);
  if (!first) return false;
  const sentence =
    'what is struck out here is not read; write it without these marks, and [DEPRECATED] into its words, or remove it.';
  report(file, 'flag-misplaced', first, sentence);
  return true;
}
