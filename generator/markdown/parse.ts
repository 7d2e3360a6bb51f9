import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { VFile } from 'vfile';
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
export function parsePage(file: VFile): Page {
  return { file, tree: processor.runSync(processor.parse(file), file) };
}
