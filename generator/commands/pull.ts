/** `pull`: a publisher's pages in the place of a source's, and what they change. */
import path from 'node:path';
import { VFile } from 'vfile';
import { diagnosticsIn, sortDiagnostics } from '../diagnostics.ts';
import { diffModels, distinct } from '../diff/index.ts';
import { formats } from '../diff/reports/index.ts';
import { reportOf } from '../diff/reports/report.ts';
import { recommendedBump } from '../diff/judge/semver.ts';
import { pairModels, type PairOptions } from '../diff/sides/pairs.ts';
import { UsageError } from '../errors.ts';
import type { LoadedDialects } from '../dialects/index.ts';
import { readDocs } from '../input/docs-folder.ts';
import type { DocsFiles } from '../input/docs.ts';
import { readSource, type Source } from '../source/source-json.ts';
import { pullLimits } from '../limits.ts';
import type { Direction } from '../model/model.ts';
import { isPublished, type PublishedIndex } from '../input/publisher/collect.ts';
import { readPublished, type Upstream } from '../input/publisher/index.ts';
import { pathIn } from '../cwd.ts';
import { changeFiles, tracesIn } from '../output/files.ts';
import type { Context } from './shared/context.ts';
import { readNamedDocs } from './shared/docs.ts';
import { printErrors } from './shared/errors-of-sides.ts';
import {
  printDiagnostics,
  type DocsFolder,
  type ExitStatus,
  type KeepsGoing,
  type Define,
} from './shared/options.ts';
import { counted } from '../text.ts';

/** Where pages come from, as options name it. */
interface Named {
  /** A folder, or the address of a git repository; absent: where `source.json` says. */
  from?: string;
  ref?: string;
  path?: string;
}

export interface PullOptions extends DocsFolder, KeepsGoing, Named {}

const utf8 = new TextDecoder();

export const define: Define = (command, { ends, context }) => {
  command
    .option(
      '--from <dir|url>',
      'a folder, or the address of a git repository (default: where source.json says that the pages are)',
    )
    .option('--ref <ref>', 'the branch, tag or commit of the repository')
    .option('--path <folder>', 'where in it the pages of the source are')
    .action(ends((source: string, options: PullOptions) => pull(source, options, context)));
};

export async function pull(
  id: string,
  options: PullOptions,
  context: Context,
): Promise<ExitStatus> {
  const { docsSrc, keepGoing = false } = options;
  const { cwd, print, warn } = context;
  // Dialects are loaded before there is anything of the publisher's in the folder.
  const { severities, docs, dialects } = await readNamedDocs(options, cwd, [id]);
  const source = sourceOf(id, docs, docsSrc, context);
  const sourceJson = `${docsSrc}/${id}/source.json`;
  const upstream = upstreamOf(source, options, sourceJson);
  const indexes = indexesOf(source, sourceJson);
  const { pages, untaken } = await context.during('pull', (progress) => {
    let count = 0;
    progress({ words: 'looking for the pages' });
    return readPublished(upstream, indexes, cwd, pullLimits, () =>
      progress({ words: counted(++count, 'page') }),
    );
  });
  for (const sentence of untaken) warn(sentence);
  const { changed, added, removed } = await replacePages(path.join(docsSrc, id), cwd, {
    before: textsOf(id, docs),
    after: pages,
  });
  print(`${id}: ${counted(changed, 'page')} changed, ${added} added, ${removed} removed.`);
  const now = await readDocs(docsSrc, cwd);
  return printDiff(
    id,
    docsSrc,
    { before: docs, after: now, dialects },
    { keepGoing, severities },
    context,
  );
}

/**
 * Where the pages of a source are: where its `source.json` says, unless options name another place.
 *
 * @throws UsageError when neither says it, or an option does not fit
 */
function upstreamOf(
  { pages }: Source,
  { from, ref, path: sub }: Named,
  sourceJson: string,
): Upstream {
  if (from !== undefined) return inRepository({ from, ref, folder: sub });
  if (pages?.git !== undefined)
    return inRepository({
      from: pages.git,
      ref: ref ?? pages.ref,
      folder: sub ?? pages.folder,
    });
  if (pages?.web === undefined)
    throw new UsageError(
      `${sourceJson} does not say where the publisher's pages are; add "upstream" with "pages" to it, or name a folder or a git repository with --from.`,
    );
  if (ref !== undefined || sub !== undefined)
    throw new UsageError(
      `--ref and --path are for git repositories, and the pages are at ${pages.web}; name a repository with --from.`,
    );
  return { kind: 'web', address: pages.web };
}

function inRepository({
  from,
  ref,
  folder,
}: {
  from: string;
  ref: string | undefined;
  folder: string | undefined;
}): Upstream {
  return {
    kind: 'folder or repository',
    from,
    ...(ref !== undefined && { ref }),
    ...(folder !== undefined && { folder }),
  };
}

/** @throws UsageError when `source.json` says where an index is that the source does not have */
function indexesOf({ index, pages }: Source, sourceJson: string): PublishedIndex[] {
  const theirs = pages?.index ?? {};
  for (const direction of ['server', 'client'] as const) {
    if (theirs[direction] !== undefined && !index.some((one) => one.direction === direction))
      throw new UsageError(
        `${sourceJson} has no "index.${direction}", but says where it comes from; name the index, or remove "upstream.pages.index.${direction}".`,
      );
  }
  // Where a direction is listed on several pages, the publisher's place is that of the first.
  const first = (direction: Direction) => index.find((one) => one.direction === direction)?.page;
  const places = index.map(({ direction, page }) => ({
    direction,
    theirs: (page === first(direction) ? theirs[direction] : undefined) ?? page,
    ours: page,
  }));
  // Both directions may be on one page, and sections of one page may list those of a direction.
  return places.filter(
    (one, i) =>
      places.findIndex(({ ours, theirs: from }) => ours === one.ours && from === one.theirs) === i,
  );
}

/** @throws UsageError when a source has no `source.json`, or one that is at fault */
function sourceOf(id: string, docs: DocsFiles, docsSrc: string, context: Context): Source {
  const sourceJson = docs.get(`${id}/source.json`);
  if (!sourceJson) throw new UsageError(`${docsSrc}/${id} has no source.json.`);
  const file = new VFile({ path: `${id}/source.json`, value: utf8.decode(sourceJson) });
  const source = readSource(id, file);
  if (source) return source;
  printDiagnostics(docsSrc, sortDiagnostics(diagnosticsIn(file)), context);
  throw new UsageError(`${docsSrc}/${id}/source.json cannot be used.`);
}

/** The publisher's pages of a source, as they were. */
function textsOf(id: string, docs: DocsFiles): Map<string, string> {
  const pages = [...docs].map(
    ([file, bytes]) => [file.slice(id.length + 1), file.startsWith(`${id}/`), bytes] as const,
  );
  return new Map(
    pages
      .filter(([file, isOurs]) => isOurs && isPublished(file))
      .map(([file, , bytes]) => [file, utf8.decode(bytes)]),
  );
}

/**
 * Puts pages in the place of others, and completes what a run did that was cut off.
 *
 * @returns how many pages there are of each sort
 */
async function replacePages(
  folder: string,
  cwd: string,
  { before, after }: { before: ReadonlyMap<string, string>; after: ReadonlyMap<string, string> },
): Promise<{ changed: number; added: number; removed: number }> {
  const write = new Map([...after].filter(([file, text]) => before.get(file) !== text));
  const remove = [...before.keys()].filter((file) => !after.has(file));
  const concerned = [...before.keys(), ...after.keys()];
  if (write.size + remove.length + tracesIn(pathIn(cwd, folder), concerned).length > 0)
    await changeFiles(folder, cwd, concerned, () => ({ write, remove }));
  const added = [...write.keys()].filter((file) => !before.has(file)).length;
  return { changed: write.size - added, added, removed: remove.length };
}

/** Prints what the new pages mean; or their errors, such as corrections that they have overtaken. */
function printDiff(
  id: string,
  folder: string,
  { before, after, dialects }: { before: DocsFiles; after: DocsFiles; dialects: LoadedDialects },
  how: PairOptions,
  context: Context,
): ExitStatus {
  const ofSource = (docs: DocsFiles): DocsFiles =>
    new Map([...docs].filter(([file]) => file.startsWith(`${id}/`)));
  const base = {
    kind: 'docs',
    name: 'the pages before',
    folder,
    // A source that has no page yet says nothing of its events.
    docs: textsOf(id, before).size === 0 ? new Map() : ofSource(before),
    dialects,
  } as const;
  const head = {
    kind: 'docs',
    name: 'the pages now',
    folder,
    docs: ofSource(after),
    dialects,
  } as const;
  const paired = pairModels(base, head, how);
  const status = printErrors(paired, { before: base, after: head }, context);
  if (paired.errors.after.length > 0)
    context.warn('The pages are in place. Fix the errors by corrections, or tell their publisher.');
  const findings = paired.pairs.flatMap((pair) => distinct(diffModels(pair.before, pair.after)));
  const { uncompared } = paired;
  const suggested = recommendedBump(findings);
  const about = {
    base,
    head,
    role: 'client',
    profile: 'default',
    stale: [],
    suggested,
    uncompared,
  };
  context.write(formats.text(reportOf(about, findings, new Map()), context.paint));
  return status;
}
