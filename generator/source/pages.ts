/** The pages of a source: opened once each, and only by way of the links that lead to them. */
import path from 'node:path';
import picomatch from 'picomatch';
import type { VFile } from 'vfile';
import { report, setSubject } from '../diagnostics.ts';
import { markIgnoredFile } from '../dialects/account.ts';
import type { Dialect, LinkNode, Page, PageSet } from '../dialects/dialect.ts';
import { targetOf } from '../input/addresses.ts';
import { isDocsFile, isPage } from '../input/docs.ts';
import type { ParsePage } from '../markdown/parse.ts';
import type { Source } from './manifest.ts';
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
 * @param manifest its `source.json`
 * @param files its files by path, `source.json` among them
 * @param parse called once for each page
 */
export function openPages(
  manifest: VFile,
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
    manifest,
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
      report(manifest, rule, position, sentence);
      return [];
    }),
    follow,
    beside(index) {
      const folder = `${path.posix.dirname(index.file.path)}/`;
      const indexes = new Set(source.index.map(({ page }) => path.posix.join(root, page)));
      const names = [...files.keys()].filter(
        (name) =>
          name.startsWith(folder) &&
          isPage(name) &&
          !indexes.has(name) &&
          !name.startsWith(`${root}/corrections/`),
      );
      const ignored = ignoredFiles(source, names).files;
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
        file === manifest ||
        name === module ||
        name === `${root}/${renamesFile}` ||
        opened.has(name);
      const ignored = ignoredFiles(
        source,
        [...files].flatMap(([name, file]) => (isRead(name, file) ? [] : name)),
      );
      for (const { pattern, position } of ignored.unmatched)
        report(
          manifest,
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
 * Those files that "ignore" of a source names, and the patterns that name none.
 *
 * @param names files that nothing leads to
 */
function ignoredFiles(
  { info, ignore }: Source,
  names: readonly string[],
): { files: ReadonlySet<string>; unmatched: Source['ignore'] } {
  const files = new Set<string>();
  const unmatched = ignore.filter(({ pattern }) => {
    const isMatch = picomatch(pattern, { dot: true });
    const matched = names.filter((name) => isMatch(name.slice(info.id.length + 1)));
    for (const name of matched) files.add(name);
    return matched.length === 0;
  });
  return { files, unmatched };
}
