/** The docs that a command is about, as its options name them. */
import type { Severities } from '../../diagnostics.ts';
import type { LoadedDialects } from '../../dialects/index.ts';
import { UsageError } from '../../errors.ts';
import { loadDialects } from '../../input/dialect-modules.ts';
import { readDocs } from '../../input/docs-folder.ts';
import type { DocsFiles } from '../../input/docs.ts';
import { docsOfSources, sourceIdsOf } from '../../input/sources.ts';
import { similarTo } from '../../runtime/similar.ts';
import { readSettings } from '../../settings.ts';
import { renamesIn } from '../../source/renames.ts';
import type { DocsFolder } from './options.ts';

export interface NamedDocs {
  /** What the project wants of single rules. */
  severities: Severities;
  /** All docs of the folder. */
  docs: DocsFiles;
  /** Those of the sources that are wanted. */
  wanted: DocsFiles;
  /** The dialects from outside that these name. */
  dialects: LoadedDialects;
}

/**
 * Reads the settings and the docs, and loads the dialects from outside.
 *
 * @param names the sources that are wanted; none: all of them
 * @param more `withRenamed`: whether those are wanted as well whose names these sources speak of, which takes both to check
 * @throws UsageError when something cannot be read, or there is no source of such a name
 */
export async function readNamedDocs(
  { docsSrc, config }: DocsFolder,
  cwd: string,
  names: readonly string[] = [],
  { withRenamed = false }: { withRenamed?: boolean } = {},
): Promise<NamedDocs> {
  const { severities } = await readSettings(config, cwd);
  const docs = await readDocs(docsSrc, cwd);
  refuseUnknown(names, sourceIdsOf(docs), docsSrc);
  const ofNames = docsOfSources(docs, names);
  const renamed = withRenamed ? renamesIn(ofNames).flatMap(({ from }) => from) : [];
  const wanted = names.length === 0 ? docs : docsOfSources(docs, [...names, ...renamed]);
  return { severities, docs, wanted, dialects: await loadDialects(wanted, docsSrc, cwd) };
}

/** @throws UsageError when one of the names is that of no source */
export function refuseUnknown(
  names: readonly string[],
  ids: readonly string[],
  docsSrc: string,
): void {
  const unknown = names.find((name) => !ids.includes(name));
  if (unknown === undefined) return;
  const similar = similarTo(unknown, ids);
  const hint =
    similar === undefined ? `its sources are ${ids.join(', ')}.` : `did you mean ${similar}?`;
  throw new UsageError(`${docsSrc} has no source "${unknown}"; ${hint}`);
}
