/** The pages of a source: opened once each, and only by way of the links that lead to them. */
import path from 'node:path';
import type { VFile } from 'vfile';
import { report, setSubject } from '../diagnostics.ts';
import { markIgnoredFile } from '../dialects/account.ts';
import type { Dialect, LinkNode, Page, PageSet } from '../dialects/dialect.ts';
import { targetOf } from '../input/addresses.ts';
import { isDocsFile, isPage } from '../input/docs.ts';
import { limits } from '../limits.ts';
import type { ParsePage } from '../markdown/parse.ts';
import { extentOf } from '../markdown/refuse.ts';
import { compareText } from '../text.ts';
import { ignoredFiles, ignoredNamesOf, type Ignored } from './ignored.ts';
import { renamesFile } from './renames.ts';
import type { Source } from './source-json.ts';

/** The pages of a source, with what is only the pipeline's business. */
export interface OpenedPages extends PageSet {
  /** The pages of `corrections/`, in the order of their names. No index lists them. */
  corrections: Page[];
  /** The page at a path of the source, whether an index lists it or not. */
  open: (path: string) => Page | undefined;
  /** The pages that were opened so far. */
  opened: () => Page[];
  /** Reports every page that was not opened, as nothing leads to it, and every file that is none. */
  reportUnlisted: () => void;
}

/** A source, and what its pages are read with. */
export interface Opening {
  source: Source;
  /** Its `source.json`. */
  sourceJson: VFile;
  /** Its files by path, `source.json` among them. */
  files: ReadonlyMap<string, VFile>;
  dialect: Dialect;
  /** Called once for each page. */
  parse: ParsePage;
}

/** Opens the pages of a source. */
export function openPages(opening: Opening): OpenedPages {
  const { source, sourceJson, files } = opening;
  const root = source.info.id;
  const pages = openedOnce(opening);
  const ignored = ignoredNamesOf(source, [...files.keys()], sourceJson);
  const corrections = [...files.keys()].filter((file) => isCorrection(file, root)).toSorted();
  return {
    sourceJson,
    corrections: corrections.flatMap((file) => pages.open(file) ?? []),
    indexes: openIndexes(opening, pages),
    follow: followLinks(opening, pages),
    beside: (index) =>
      besideIndex(index, opening, ignored).flatMap((name) => pages.open(name) ?? []),
    open(name) {
      const target = path.posix.join(root, name);
      return isBelow(target, root) ? pages.open(target) : undefined;
    },
    opened: pages.all,
    reportUnlisted: () => reportUnlisted(opening, pages, ignored),
  };
}

/** Pages that are parsed when they are opened first. A page that is too much to read is opened, and is none. */
interface OnceOpened {
  open: (file: string) => Page | undefined;
  wasOpened: (file: string) => boolean;
  /** Those that were opened so far. */
  all: () => Page[];
}

function openedOnce({ source, files, dialect, parse }: Opening): OnceOpened {
  const syntax = source.syntax?.settings;
  const opened = new Map<string, Page | undefined>();
  return {
    open(file) {
      const content = isDocsFile(file) ? files.get(file) : undefined;
      if (content && !opened.has(file)) {
        const parsed = parse(content);
        opened.set(file, parsed && { ...parsed, dialect, ...(syntax && { syntax }) });
      }
      return opened.get(file);
    },
    wasOpened: (file) => opened.has(file),
    all: () => [...opened.values()].filter((page) => page !== undefined),
  };
}

/** The pages that `source.json` names as indexes; one that cannot be opened is reported. */
function openIndexes({ source, sourceJson }: Opening, pages: OnceOpened): PageSet['indexes'] {
  const root = source.info.id;
  return source.index.flatMap(({ direction, page: index, section, position }) => {
    const target = path.posix.join(root, index);
    if (!isBelow(target, root)) {
      const sentence = `"${index}" does not lead to a page of this source.`;
      report(sourceJson, 'link-outside', position, sentence);
      return [];
    }
    const page = pages.open(target);
    if (page) return [{ direction, page, ...(section !== undefined && { section }) }];
    if (!pages.wasOpened(target)) {
      const sentence = `the index of the ${direction} events, ${index}, does not exist; add that page, or fix its path.`;
      report(sourceJson, 'page-missing', position, sentence);
    }
    return [];
  });
}

/** Opens the page that a link leads to, or reports why there is none. */
function followLinks(opening: Opening, pages: OnceOpened): PageSet['follow'] {
  const { source, files } = opening;
  const root = source.info.id;
  const indexPages = indexPagesOf(source);
  const mayFollow = readingAgain();
  let isTold = false;
  return ({ file: from }, link) => {
    const place = link.position?.start;
    const target = targetOf(from.path, link.url);
    if (target === undefined || !isBelow(target, root)) {
      const sentence = `"${link.url}" does not lead to a page of this source; use a relative path below ${root}/.`;
      report(from, 'link-outside', place, sentence);
      return undefined;
    }
    const content = files.get(target);
    // A page is read once for each link of an index.
    if (content && indexPages.has(from.path) && !mayFollow(content, link)) {
      const sentence =
        'up to here the index leads to the same pages so often that they are not read again; link each page once, and give each event a page of its own.';
      // Once is enough: there may be thousands.
      if (!isTold) report(from, 'source-too-large', place, sentence);
      isTold = true;
      return undefined;
    }
    if (content) setSubject(content, from.data.subject);
    const page = pages.open(target);
    if (!pages.wasOpened(target)) {
      const sentence = `"${link.url}" leads to ${target}, which does not exist; add that page, or fix the link.`;
      report(from, 'page-missing', place, sentence);
    }
    return page;
  };
}

/** The names of the other pages in the folder of an index, and below it, in their order. */
function besideIndex(
  index: Page,
  { source, files }: Opening,
  ignored: readonly Ignored[],
): string[] {
  const folder = path.posix.dirname(index.file.path);
  const indexPages = indexPagesOf(source);
  const names = [...files.keys()].filter(
    (name) =>
      isBelow(name, folder) &&
      isPage(name) &&
      !indexPages.has(name) &&
      !isCorrection(name, source.info.id),
  );
  const left = ignoredFiles(ignored, names).files;
  return names.filter((name) => !left.has(name)).toSorted(compareText);
}

/** Reports what nothing has read: pages that nothing leads to, files that are not pages, and patterns of "ignore" without a file. */
function reportUnlisted(
  { source, sourceJson, files }: Opening,
  pages: OnceOpened,
  ignored: readonly Ignored[],
): void {
  const root = source.info.id;
  const read = new Set([
    sourceJson.path,
    path.posix.join(root, source.dialect.name),
    `${root}/${renamesFile}`,
  ]);
  const unread = [...files].filter(([name]) => !read.has(name) && !pages.wasOpened(name));
  const { files: left, unmatched } = ignoredFiles(
    ignored,
    unread.map(([name]) => name),
  );
  for (const { pattern, position } of unmatched) {
    const sentence = `"${pattern}" matches no file that would not be read anyway; fix the pattern, or remove it.`;
    report(sourceJson, 'ignore-unmatched', position, sentence);
  }
  const indexes = [...indexPagesOf(source)].join(', ');
  for (const [name, file] of unread) {
    if (left.has(name)) markIgnoredFile(file);
    else if (isPage(name)) {
      const sentence = `no index of this source (${indexes}) lists this page; list it or remove it.`;
      report(file, 'page-unlisted', undefined, sentence);
    } else {
      const sentence =
        'this is neither a page (.md) nor source.json, and nothing reads it; rename or remove it.';
      report(file, 'file-unread', undefined, sentence);
    }
  }
}

function indexPagesOf({ info, index }: Source): ReadonlySet<string> {
  return new Set(index.map(({ page }) => path.posix.join(info.id, page)));
}

function isCorrection(file: string, root: string): boolean {
  return isBelow(file, `${root}/corrections`) && isPage(file);
}

function isBelow(file: string, folder: string): boolean {
  return file.startsWith(`${folder}/`);
}

/**
 * Whether a page may be read for one more link of an index. What that costs is counted before, from the second link on.
 *
 * @returns tells it of a page and a link; nothing is read any more once it was too much
 */
function readingAgain(): (page: VFile, link: LinkNode) => boolean {
  const followed = new Map<VFile, Set<LinkNode>>();
  let left: number = limits.again;
  return (page, link) => {
    const links = followed.get(page) ?? new Set();
    if (links.size > 0 && !links.has(link)) left -= extentOf(String(page)).cost;
    followed.set(page, links.add(link));
    return left >= 0;
  };
}
