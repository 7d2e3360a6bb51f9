/** Which pages of a place are those of a source, and where each of them stands in ours. */
import path from 'node:path';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { UsageError } from '../../errors.ts';
import type { PullLimits } from '../../limits.ts';
import { parsePage } from '../../markdown/parse.ts';
import type { Direction } from '../../model/model.ts';
import { isInside, targetOf } from '../addresses.ts';
import { compareText } from '../../text.ts';
import { isPage } from '../docs.ts';
import { includedIn } from './includes.ts';
import type { ListFolder, Place } from './place.ts';

/** The index of a direction: where the publisher has it, and where we have it. */
export interface PublishedIndex {
  direction: Direction;
  theirs: string;
  ours: string;
}

/** What was read. */
export interface Published {
  /** The texts by the paths that they have in our source, sorted. */
  pages: Map<string, string>;
  /** What pages lead to and was not taken, each with the reason, as sentences. */
  untaken: string[];
}

/** A page to be read. Both paths start from the same place as those of the index. */
interface Wanted {
  theirs: string;
  ours: string;
  /** What leads to it, where it is neither an index nor listed. */
  by?: string;
}

/** Whether a page is the publisher's to change: corrections are ours. */
export function isPublished(file: string): boolean {
  return isPage(file) && !file.startsWith('corrections/');
}

/**
 * Reads the index pages, the pages below their folders or, where there is no telling, those that they link to, and what
 * any of these includes.
 *
 * @param folder where in the place the pages of the source are
 * @throws UsageError when an index is not there, or when a page cannot be one of a source
 */
export async function collectPages(
  place: Place,
  folder: string,
  indexes: readonly PublishedIndex[],
  limits: PullLimits,
): Promise<Published> {
  const places = indexes.map(({ direction, theirs, ours }) => ({
    direction,
    theirs: path.posix.join(folder, theirs),
    ours: path.posix.normalize(ours),
  }));
  const collection = new Collection(place, { folder, indexes: places, limits });
  for (const index of places) {
    const text = await collection.takeIndex(index);
    if (text === undefined)
      throw new UsageError(
        `there is no ${place.nameOf(index.theirs)}, where the index of the ${index.direction} events should be; see "index" and "upstream.pages" of source.json, and --from and --path.`,
      );
    const top = path.posix.dirname(index.theirs);
    const isListed = place.list === undefined || top === path.posix.normalize(folder);
    // An index that is too large is refused before anything else is asked for.
    const links = isListed ? linksOf(text, place.nameOf(index.theirs)) : [];
    await collection.takeIncluded(index);
    if (place.list === undefined || isListed) await collection.takeLinked(index, links);
    else
      await collection.takeBeside(
        index,
        await pagesBelow(place.list, top, place.nameOf(top), limits, (submodule) =>
          collection.leave(
            `${place.nameOf(submodule)} is a git submodule, whose pages are in a repository of its own; if they belong to this source, clone both, and name the folder with --from.`,
          ),
        ),
      );
  }
  return collection.published();
}

/** The pages of a place that were taken so far. */
class Collection {
  readonly #place: Place;
  readonly #how: { folder: string; indexes: readonly Wanted[]; limits: PullLimits };
  /** By the paths that they have in our source. */
  readonly #taken = new Map<string, { theirs: string; text: string }>();
  readonly #untaken = new Set<string>();
  /** How many pages were asked for. */
  #asked = 0;

  constructor(
    place: Place,
    how: { folder: string; indexes: readonly Wanted[]; limits: PullLimits },
  ) {
    this.#place = place;
    this.#how = how;
  }

  /** @returns its text; `undefined` when it is not there */
  async takeIndex(index: Wanted): Promise<string | undefined> {
    await this.#takeThemselves([index]);
    return this.#taken.get(index.ours)?.text;
  }

  /** Takes what a page includes, which is taken itself. */
  takeIncluded(page: Wanted): Promise<void> {
    return this.#take(this.#includedBy(page));
  }

  /** Tells why something is not taken. */
  leave(sentence: string): void {
    this.#untaken.add(sentence);
  }

  /** @param urls as the page has them */
  takeLinked(page: Wanted, urls: readonly string[]): Promise<void> {
    return this.#takeOthers(urls.flatMap((url) => this.#leadTo(page, url) ?? []));
  }

  /** @param files from the folder of the page */
  takeBeside({ theirs, ours }: Wanted, files: readonly string[]): Promise<void> {
    const beside = (page: string, file: string): string =>
      path.posix.join(path.posix.dirname(page), file);
    return this.#takeOthers(
      files.map((file) => ({ theirs: beside(theirs, file), ours: beside(ours, file) })),
    );
  }

  published(): Published {
    const texts = Array.from(this.#taken, ([file, { text }]) => [file, text] as const);
    return {
      pages: new Map(texts.toSorted(([a], [b]) => compareText(a, b))),
      untaken: [...this.#untaken],
    };
  }

  /** Takes pages but the indexes, which have places of their own whatever leads to them. */
  #takeOthers(wanted: readonly Wanted[]): Promise<void> {
    return this.#take(wanted.filter((page) => !this.#isIndex(page)));
  }

  #isIndex({ theirs }: Wanted): boolean {
    return this.#how.indexes.some((index) => index.theirs === theirs);
  }

  /** Takes pages that are not taken yet, those that they include, those that these include, and so on. */
  async #take(wanted: readonly Wanted[]): Promise<void> {
    const { includes } = this.#how.limits;
    let next = wanted;
    for (let depth = 0; next.length > 0; depth++) {
      const taken = await this.#takeThemselves(next);
      next = taken.flatMap((page) => this.#includedBy(page));
      const [page] = this.#fresh(next);
      if (page && depth >= includes)
        throw new UsageError(
          `${page.by ?? ''} includes a page, and is itself included by one that is, more than ${includes} times over; tell the publisher.`,
        );
    }
  }

  /** @returns those that were not taken yet, and are there */
  async #takeThemselves(wanted: readonly Wanted[]): Promise<Wanted[]> {
    const fresh = this.#fresh(wanted);
    if (fresh.length === 0) return [];
    const { files } = this.#how.limits;
    this.#asked += fresh.length;
    if (this.#asked > files)
      throw new UsageError(
        `${fresh.at(-1)?.by ?? this.#place.nameOf('.')} leads to one page too many: ${files} are all that is asked for; name an index that lists fewer.`,
      );
    const contents = await this.#place.read(fresh.map(({ theirs }) => theirs));
    return fresh.filter((page, i) => this.#keep(page, contents[i]));
  }

  /** What a page includes. What is not taken is missing in the page, and told. */
  #includedBy(page: Wanted): Wanted[] {
    const name = this.#place.nameOf(page.theirs);
    return includedIn(this.#taken.get(page.ours)?.text ?? '').flatMap((url) => {
      const included = this.#leadTo(page, url);
      if (!included)
        this.#untaken.add(
          `${name} includes ${url}, which is not a page below the folder of the pages.`,
        );
      return included && !this.#isIndex(included) ? [included] : [];
    });
  }

  /** Those pages that are not taken yet, each once. */
  #fresh(wanted: readonly Wanted[]): Wanted[] {
    const fresh = new Map<string, Wanted>();
    for (const page of wanted) {
      const name = this.#place.nameOf(page.theirs);
      refuseName(page, name);
      const other = this.#taken.get(page.ours)?.theirs ?? fresh.get(page.ours)?.theirs;
      if (other !== undefined && other !== page.theirs)
        throw new UsageError(
          `${this.#place.nameOf(other)} and ${name} would both be ${page.ours} of the source; give their index pages folders of their own.`,
        );
      if (other !== undefined) continue;
      if (isInside(page.ours) && isPublished(page.ours)) fresh.set(page.ours, page);
      else this.#untaken.add(`${name} would not be a page of the source, but ${page.ours}.`);
    }
    return [...fresh.values()];
  }

  /** @returns whether the page is there */
  #keep({ theirs, ours, by }: Wanted, content: Uint8Array | undefined): boolean {
    const name = this.#place.nameOf(theirs);
    if (!content) {
      this.#untaken.add(`${name} is not there${by === undefined ? '' : `; ${by} leads to it`}.`);
      return false;
    }
    this.#taken.set(ours, { theirs, text: textOf(content, name) });
    return true;
  }

  /** Where a link of a page leads; `undefined` when it leaves the folder, or leads to what is not a page. */
  #leadTo(page: Wanted, url: string): Wanted | undefined {
    const [theirs, ours] = [targetOf(page.theirs, url), targetOf(page.ours, url)];
    if (theirs === undefined || ours === undefined || !isPage(theirs)) return undefined;
    if (!isInside(path.posix.relative(this.#how.folder, theirs))) return undefined;
    return { theirs, ours, by: this.#place.nameOf(page.theirs) };
  }
}

/** Whether a file, or a folder on the way to it, has a name that begins with a dot: it is not a page for readers. */
function isHidden(file: string): boolean {
  return file.split('/').some((name) => /^\.(?!\.?$)/.test(name));
}

function refuseName({ theirs, by }: Wanted, name: string): void {
  if (/\p{Cc}/u.test(theirs)) throw new UsageError(`${name} has a control character in its name.`);
  if (by !== undefined && isHidden(theirs))
    throw new UsageError(`${by} leads to ${theirs}, which is hidden.`);
}

/**
 * The pages in a folder and below, by their paths from there; hidden ones are left out. Folders that are links are
 * followed, but not in a circle.
 *
 * @param onSubmodule told of each, by its path
 */
async function pagesBelow(
  list: ListFolder,
  top: string,
  name: string,
  { entries: most }: PullLimits,
  onSubmodule: (file: string) => void,
): Promise<string[]> {
  let left = most;
  const walk = async (folder: string, ancestors: readonly string[]): Promise<string[]> => {
    const found = await list(path.posix.join(top, folder));
    if (!found || ancestors.includes(found.real)) return [];
    const pages: string[] = [];
    for (const entry of found.names.toSorted(compareText)) {
      if (--left < 0)
        throw new UsageError(
          `${name} holds more than ${most} files and folders; name a smaller folder with --path.`,
        );
      if (isHidden(entry)) continue;
      const file = path.posix.join(folder, entry);
      if (found.submodules?.includes(entry)) {
        onSubmodule(path.posix.join(top, file));
        continue;
      }
      const below = await walk(file, [...ancestors, found.real]);
      pages.push(...below, ...(below.length === 0 && isPage(entry) ? [file] : []));
    }
    return pages;
  };
  return walk('.', []);
}

/** What a page links to. */
function linksOf(text: string, name: string): string[] {
  const parsed = parsePage(new VFile({ path: name, value: text }));
  if (!parsed) throw new UsageError(`${name} is too large to find the pages that it links to.`);
  const urls: string[] = [];
  visit(parsed.tree, ['link', 'definition'], (node) => {
    if ('url' in node) urls.push(node.url);
  });
  return urls;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** A page with `\n` at the end of its lines, and without a byte order mark. */
function textOf(bytes: Uint8Array, name: string): string {
  const text = decoded(bytes);
  if (text === undefined) throw new UsageError(`${name} is not UTF-8.`);
  if (isHtml(text)) throw new UsageError(`${name} is a page in HTML, not in Markdown.`);
  return text.replaceAll(/\r\n?/g, '\n');
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Whether a text is a page of a browser, whatever comments and XML stand before it. */
function isHtml(text: string): boolean {
  let rest = text.trimStart();
  for (let end = endOfPrologue(rest); end > 0; end = endOfPrologue(rest))
    rest = rest.slice(end).trimStart();
  return /^<(?:!doctype\s+html|html)[\s>]/i.test(rest);
}

/** Where the comment or the declaration of XML that a text begins with ends; 0 when it begins with neither. */
function endOfPrologue(text: string): number {
  const close = text.startsWith('<!--') ? '-->' : text.startsWith('<?xml') ? '?>' : '';
  const at = close === '' ? -1 : text.indexOf(close);
  return at < 0 ? 0 : at + close.length;
}
