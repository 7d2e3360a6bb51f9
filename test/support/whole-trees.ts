/** Trees of texts that are parsed as they are, and without what they repeat. */
import type { Root } from 'mdast';
import { parsePart } from '../../generator/markdown/parse.ts';
import { workOfRun } from '../../generator/markdown/refuse.ts';
import { withoutRepeats } from '../../generator/markdown/repeats.ts';

/** The tree of a text that is parsed as a whole. */
export function treeOf(text: string): Root {
  const start = { line: 1, column: 1, offset: 0 };
  const tree = parsePart({ text, start }, workOfRun());
  if (tree.type !== 'root') throw new Error(tree.sentence);
  return tree;
}

/** The tree of a text that is parsed without what it repeats; absent where it repeats nothing that could be left out. */
export function treeInShort(text: string): Root | undefined {
  const shortened = withoutRepeats(text);
  return shortened.text === text ? undefined : shortened.completed(treeOf(shortened.text));
}
