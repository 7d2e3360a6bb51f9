/** The pages of a source: opened once each, and only by way of the links that lead to them. */
import path from 'node:path';
import picomatch from 'picomatch';
import type { VFile } from 'vfile';
import { report, setSubject } from '../diagnostics.ts';
import { markIgnoredFile } from '../dialects/account.ts';
import type { Dialect, LinkNode, Page, PageSet } from '../dialects/dialect.ts';
import { targetOf } from '../input/addresses.ts';
import { isDocsFile, isPage } from '../input/docs.ts';
import { limits } from '../limits.ts';
import type { ParsePage } from '../markdown/parse.ts';
import { extentOf } from '../markdown/refuse.ts';
import type { Position } from '../model/model.ts';
import type { Source } from './source-json.ts';
import { compareText } from '../text.ts';
import { renamesFile } from './renames.ts';

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

/**
 * Opens the pages of a source.
 *
 * @param sourceJson its `source.json`
 * @param files its files by path, `source.json` among them
 * @param parse called once for each page
 */
export function openPages(
  sourceJson: VFile,
  files: ReadonlyMap<string, VFile>,
  source: Source,
  dialect: Dialect,
  parse: ParsePage,
): OpenedPages {
  const root = source.info.id;
  const syntax = source.syntax?.settings;
  /** A page that is too much to read is opened, and is none. */
  const opened = new Map<string, Page | undefined>();

  const open = (file: string): Page | undefined => {
    const content = isDocsFile(file) ? files.get(file) : undefined;
    if (content && !opened.has(file)) {
      const parsed = parse(content);
      opened.set(file, parsed && { ...parsed, dialect, ...(syntax && { syntax }) });
    }
    return opened.get(file);
  };

  const indexPages = new Set(source.index.map(({ page }) => path.posix.join(root, page)));
  const ignoredNames = ignoredNamesOf(source, [...files.keys()], sourceJson);
  const mayFollow = readingAgain();

  const follow = (from: Page, link: LinkNode): Page | undefined => {
    const target = targetOf(from.file.path, link.url);
    if (target === undefined || !target.startsWith(`${root}/`)) {
      report(
        from.file,
        'link-outside',
        link.position?.start,
        `"${link.url}" does not lead to a page of this source; use a relative path below ${root}/.`,
      );
      return undefined;
    }
    const content = files.get(target);
    // A page is read once for each link of an index.
    if (content && indexPages.has(from.file.path) && !mayFollow(content, link)) {
      const sentence =
        'up to here the index leads to the same pages so often that they are not read again; link each page once, and give each event a page of its own.';
      report(from.file, 'source-too-large', link.position?.start, sentence);
      return undefined;
    }
    if (content) setSubject(content, from.file.data.subject);
    const page = open(target);
    if (!opened.has(target))
      report(
        from.file,
        'page-missing',
        link.position?.start,
        `"${link.url}" leads to ${target}, which does not exist; add that page, or fix the link.`,
      );
    return page;
  };

  const corrections = [...files.keys()]
    .filter((file) => file.startsWith(`${root}/corrections/`) && isPage(file))
    .toSorted();

  return {
    sourceJson,
    corrections: corrections.flatMap((file) => open(file) ?? []),
    indexes: source.index.flatMap(({ direction, page: index, section, position }) => {
      const target = path.posix.join(root, index);
      const page = target.startsWith(`${root}/`) ? open(target) : undefined;
      if (page) return [{ direction, page, ...(section !== undefined && { section }) }];
      if (opened.has(target)) return [];
      const [rule, sentence] = target.startsWith(`${root}/`)
        ? ([
            'page-missing',
            `the index of the ${direction} events, ${index}, does not exist; add that page, or fix its path.`,
          ] as const)
        : (['link-outside', `"${index}" does not lead to a page of this source.`] as const);
      report(sourceJson, rule, position, sentence);
      return [];
    }),
    follow,
    beside(index) {
      const folder = `${path.posix.dirname(index.file.path)}/`;
      const names = [...files.keys()].filter(
        (name) =>
          name.startsWith(folder) &&
          isPage(name) &&
          !indexPages.has(name) &&
          !name.startsWith(`${root}/corrections/`),
      );
      const ignored = ignoredFiles(ignoredNames, names).files;
      return names
        .filter((name) => !ignored.has(name))
        .toSorted(compareText)
        .flatMap((name) => open(name) ?? []);
    },
    open(name) {
      const target = path.posix.join(root, name);
      return target.startsWith(`${root}/`) ? open(target) : undefined;
    },
    opened: () => [...opened.values()].filter((page) => page !== undefined),
    reportUnlisted() {
      const indexes = [...new Set(source.index.map(({ page }) => `${root}/${page}`))].join(', ');
      const module = path.posix.join(root, source.dialect.name);
      const isRead = (name: string, file: VFile): boolean =>
        file === sourceJson ||
        name === module ||
        name === `${root}/${renamesFile}` ||
        opened.has(name);
      const ignored = ignoredFiles(
        ignoredNames,
        [...files].flatMap(([name, file]) => (isRead(name, file) ? [] : name)),
      );
      for (const { pattern, position } of ignored.unmatched)
        report(
          sourceJson,
          'ignore-unmatched',
          position,
          `"${pattern}" matches no file that would not be read anyway; fix the pattern, or remove it.`,
        );
      for (const [name, file] of files) {
        if (isRead(name, file)) continue;
        if (ignored.files.has(name)) {
          markIgnoredFile(file);
          continue;
        }
        if (!isPage(name)) {
          const sentence =
            'this is neither a page (.md) nor source.json, and nothing reads it; rename or remove it.';
          report(file, 'file-unread', undefined, sentence);
          continue;
        }
        report(
          file,
          'page-unlisted',
          undefined,
          `no index of this source (${indexes}) lists this page; list it or remove it.`,
        );
      }
    },
  };
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

/** A pattern of "ignore", and the files of the source that it names. */
interface Ignored {
  pattern: string;
  position: Position;
  names: ReadonlySet<string>;
}

/** What the patterns of a source name; of one that takes too long it is told. */
function ignoredNamesOf(
  { info, ignore }: Source,
  names: readonly string[],
  sourceJson: VFile,
): Ignored[] {
  let left: number = limits.matching;
  return ignore.flatMap(({ pattern, position }) => {
    // Each may stand for any part of what is left of a name.
    const wildcards = pattern.match(/\*+|[?[({]/g)?.length ?? 0;
    for (const { length } of names) left -= length ** wildcards;
    if (left < 0) {
      const sentence = `"${pattern}" could be held against the names of the files in too many ways; write it with fewer *, as in "guides/**".`;
      report(sourceJson, 'source-invalid', position, sentence);
      return [];
    }
    const isMatch = picomatch(pattern, { dot: true, noextglob: true, regex: false });
    const matched = names.filter((name) => isMatch(name.slice(info.id.length + 1)));
    return { pattern, position, names: new Set(matched) };
  });
}

/**
 * Those files that "ignore" of a source names, and the patterns that name none.
 *
 * @param names files that nothing leads to
 */
function ignoredFiles(
  ignored: readonly Ignored[],
  names: readonly string[],
): { files: ReadonlySet<string>; unmatched: readonly Ignored[] } {
  const files = new Set(names.filter((name) => ignored.some((one) => one.names.has(name))));
  const unmatched = ignored.filter((one) => !names.some((name) => one.names.has(name)));
  return { files, unmatched };
}
