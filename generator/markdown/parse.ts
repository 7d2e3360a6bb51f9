import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { remarkRepairEncoding } from './encoding.ts';
import { remarkYfmTable } from './yfm-table/index.ts';

/** A page with its tree. `file.path` is relative to the docs folder, with `/` separators. */
export interface Page {
  file: VFile;
  tree: Root;
}

/** One processor for all pages and dialects: building it costs more than parsing a small page. */
const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkFrontmatter)
  .use(remarkYfmTable)
  .use(remarkRepairEncoding)
  .freeze();

/** Parses a page. Faults of the syntax are added to the messages of `file`; nothing throws. */
export type ParsePage = (file: VFile) => Page;

export const parsePage: ParsePage = (file) => ({
  file,
  tree: processor.runSync(processor.parse(file), file),
});

/**
 * Parses a page once, however often it comes: pages of one path and content share a tree, which nobody may change.
 * The faults of the syntax are added to the messages of each.
 */
export function parseOnce(parse: ParsePage = parsePage): ParsePage {
  const known = new Map<string, Page>();
  return (file) => {
    const key = `${file.path}\n${String(file)}`;
    // Parsed in a file of its own, to which no later stage adds faults.
    const page = known.get(key) ?? parse(new VFile({ path: file.path, value: file.value }));
    known.set(key, page);
    file.messages.push(...page.file.messages);
    return { file, tree: page.tree };
  };
}
