/** `pull`: a publisher's pages in the place of a source's, and what they change. */
import path from 'node:path';
import { VFile } from 'vfile';
import { diagnosticsIn, sortDiagnostics } from '../diagnostics.ts';
import { diffModels } from '../diff/index.ts';
import { formats } from '../diff/reports/index.ts';
import { reportOf } from '../diff/reports/report.ts';
import { recommendedBump } from '../diff/judge/semver.ts';
import { pairModels, type PairOptions } from '../diff/sides/pairs.ts';
import { UsageError } from '../errors.ts';
import type { LoadedDialects } from '../dialects/index.ts';
import { loadDialects } from '../input/dialect-modules.ts';
import { readDocs } from '../input/docs-folder.ts';
import { isPage, type DocsFiles } from '../input/docs.ts';
import { readSource, type Source } from '../source/manifest.ts';
import { readUpstream, type Upstream } from '../input/publisher.ts';
import { pathIn } from '../cwd.ts';
import { readSettings } from '../settings.ts';
import { changeFiles, tracesIn } from '../output/files.ts';
import type { Context } from './shared/context.ts';
import { printErrors } from './shared/errors-of-sides.ts';
import {
  printDiagnostics,
  type DocsFolder,
  type ExitStatus,
  type KeepsGoing,
} from './shared/options.ts';

export interface PullOptions extends DocsFolder, KeepsGoing, Upstream {}

const utf8 = new TextDecoder();

export async function pull(
  id: string,
  { docsSrc, config, keepGoing = false, ...upstream }: PullOptions,
  context: Context,
): Promise<ExitStatus> {
  const { cwd, print } = context;
  const { severities } = await readSettings(config, cwd);
  const docs = await readDocs(docsSrc, cwd);
  // Before there is anything of the publisher's in the folder.
  const dialects = await loadDialects(docs, docsSrc, cwd);
  const source = sourceOf(id, docs, docsSrc, context);
  const before = textsOf(id, docs);
  const pages = await readUpstream(upstream, partsOf(source), cwd);
  const wanted = new Map([...pages].filter(([file]) => isPublished(file)));
  for (const { direction, page } of source.index) {
    if (!wanted.has(path.posix.normalize(page)))
      throw new UsageError(
        `${upstream.from} has no ${page}, the index of the ${direction} events; ${id} stays as it is.`,
      );
  }
  const { changed, added, removed } = await replacePages(path.join(docsSrc, id), cwd, {
    before,
    after: wanted,
  });
  print(`${id}: ${changed} pages changed, ${added} added, ${removed} removed.`);
  const now = await readDocs(docsSrc, cwd);
  return printDiff(
    id,
    docsSrc,
    { before: docs, after: now, dialects },
    { keepGoing, severities },
    context,
  );
}

/** @throws UsageError when there is no such source, or its `source.json` is at fault */
function sourceOf(id: string, docs: DocsFiles, docsSrc: string, context: Context): Source {
  const manifest = docs.get(`${id}/source.json`);
  if (!manifest)
    throw new UsageError(`${docsSrc} has no source ${id}: there is no ${id}/source.json.`);
  const file = new VFile({ path: `${id}/source.json`, value: utf8.decode(manifest) });
  const source = readSource(id, file);
  if (source) return source;
  printDiagnostics(docsSrc, sortDiagnostics(diagnosticsIn(file)), context);
  throw new UsageError(`${docsSrc}/${id}/source.json cannot be used.`);
}

/**
 * What is wanted of a publisher's repository, which may hold pages of other things: the folders that the index pages
 * stand in. An index in no folder of its own is wanted itself, with the pages that it links to.
 */
function partsOf({ index }: Source): string[] {
  const parts = index.map(({ page }) => {
    const file = path.posix.normalize(page);
    return file.includes('/') ? path.posix.dirname(file) : file;
  });
  return [...new Set(parts)];
}

/** Whether a page is the publisher's to change: corrections are ours. */
function isPublished(file: string): boolean {
  return isPage(file) && !file.startsWith('corrections/');
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
  const findings = paired.pairs.flatMap((pair) => diffModels(pair.before, pair.after));
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
