import type { Root } from 'mdast';
import { combineExtensions } from 'micromark-util-combine-extensions';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified, type Plugin } from 'unified';
import { VFile } from 'vfile';
import { report } from '../diagnostics.ts';
import { patchEditMap } from './edit-map.ts';
import { remarkRepairEncoding } from './encoding.ts';
import { movedPoint, movePlaces, partsOf, treeOfParts, type Part } from './parts.ts';
import {
  countLazyLines,
  patchConsume,
  RefusedText,
  refusalOfPart,
  refusalOfText,
  refusalOfTree,
  within,
  workOfRun,
  type Refusal,
  type Work,
} from './refuse.ts';
import { withoutRepeats, type KnownContents, type Shortened } from './repeats.ts';
import { remarkYfmTable } from './yfm-table/index.ts';

/** A page with its tree. `file.path` is relative to the docs folder, with `/` separators. */
export interface ParsedPage {
  file: VFile;
  tree: Root;
}

/** Stops the parser in a text that would take it too long. */
const remarkLimits: Plugin<[], Root> = function () {
  (this.data().micromarkExtensions ??= []).push(patchConsume(), countLazyLines());
};

/**
 * Keeps what the syntax reads as it is. The syntax of GFM finds the bare addresses of a page. After that, and there is
 * no option against it, remark-gfm looks through the tree for more: those links stand nowhere in the page, and the
 * search takes a call for each level of the tree.
 */
const remarkAsRead: Plugin<[], Root> = function () {
  const data = this.data();
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
    .flat()
    .map((extension) => ({ ...extension, transforms: [] }));
};

/** Combines all syntax, which micromark would do again for each text: a tenth of what it takes to parse small pages. */
const remarkCombined: Plugin<[], Root> = function () {
  const data = this.data();
  data.micromarkExtensions = [combineExtensions((data.micromarkExtensions ?? []).flat())];
};

patchEditMap();

/** One processor for all pages and dialects: building it costs more than parsing a small page. */
const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkFrontmatter)
  .use(remarkYfmTable)
  .use(remarkLimits)
  .use(remarkAsRead)
  .use(remarkCombined)
  .use(remarkRepairEncoding)
  .freeze();

/**
 * Parses a page. Faults of the syntax are added to the messages of `file`; nothing throws.
 *
 * @param work what the run may still take; absent: as much as a whole run
 * @param known what its pages have had so far
 * @returns `undefined` when the page is larger or deeper than any page may be, which is reported
 */
export type ParsePage = (file: VFile, work?: Work, known?: KnownContents) => ParsedPage | undefined;

export const parsePage: ParsePage = pageParser(parsePart);

/** Gives the tree of a part of a page, with the places of the page. */
export type ParsePart = (part: Part, work: Work) => Root | Refusal;

/** Parses pages by their parts, of which those that begin later are not parsed when one is refused. */
export function pageParser(parse: ParsePart): ParsePage {
  return (file, work = workOfRun(), known = new Map()) => {
    const text = String(file);
    const refusal = refusalOfText(text);
    if (refusal) return refuse(file, refusal);
    const shortened = withoutRepeats(text, known);
    const tree = treeOf(text, shortened, (part) => parse(part, work));
    if (tree.type === 'refusal') return refuse(file, tree);
    const faults = file.messages.length;
    const page = { file, tree: processor.runSync(tree, file) };
    // What was repaired is reported wherever it stands.
    if (file.messages.length === faults) shortened.remember(page.tree);
    return page;
  };
}

function refuse(file: VFile, { rule, point, sentence }: Refusal): undefined {
  report(file, rule, point, sentence);
}

/** The tree of a page, of which what it repeats is parsed once. */
function treeOf(
  text: string,
  shortened: Shortened,
  parse: (part: Part) => Root | Refusal,
): Root | Refusal {
  const short = treeInParts(shortened.text, parse);
  if (short.type === 'refusal') return { ...short, point: shortened.placeOf(short.point) };
  const tree = shortened.completed(short);
  return tree ? (refusalOfTree(tree) ?? tree) : treeInParts(text, parse);
}

/** The tree of a text, of which each part is parsed by itself. */
function treeInParts(text: string, parse: (part: Part) => Root | Refusal): Root | Refusal {
  const tree = treeOfParts(text, partsOf(text), parse);
  return tree.type === 'root' ? (refusalOfTree(tree) ?? tree) : tree;
}

export function parsePart(part: Part, work: Work): Root | Refusal {
  try {
    const refusal = refusalOfPart(part);
    if (refusal) return refusal;
    const tree = within(work, () => processor.parse(part.text));
    movePlaces(tree, part);
    return tree;
  } catch (error) {
    if (!(error instanceof RefusedText)) throw error;
    return { ...error.refusal, point: movedPoint(error.refusal.point, part.start) };
  }
}

/**
 * Parses a page once, however often it comes: pages of one path and content share a tree, which nobody may change.
 * The faults of the syntax are added to the messages of each.
 */
export function parseOnce(parse: ParsePage = parsePage, work: Work = workOfRun()): ParsePage {
  const known = new Map<string, { page: ParsedPage | undefined; messages: VFile['messages'] }>();
  const contents: KnownContents = new Map();
  return (file) => {
    const key = `${file.path}\n${String(file)}`;
    const parsed = known.get(key) ?? parseAlone((alone) => parse(alone, work, contents), file);
    known.set(key, parsed);
    file.messages.push(...parsed.messages);
    return parsed.page && { file, tree: parsed.page.tree };
  };
}

/** Parses a page in a file of its own, to which no later stage adds faults. */
function parseAlone(parse: ParsePage, { path, value }: VFile) {
  const alone = new VFile({ path, value });
  return { page: parse(alone), messages: alone.messages };
}
