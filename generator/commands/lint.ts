/** `lint`: everything that is wrong with the docs, and what became of each line of a page. */
import path from 'node:path';
import { diagnosticOf, type Diagnostic } from '../diagnostics.ts';
import { explain } from '../lint/explain.ts';
import { formats, type FormatName } from '../lint/reports/index.ts';
import { weighed } from '../lint/weight.ts';
import { modelSources } from '../pipeline.ts';
import { UsageError } from '../errors.ts';
import { readDocs } from '../input/docs-folder.ts';
import { folderFor } from '../reports/service-paths.ts';
import { readSettings } from '../settings.ts';
import { statusOf, type DocsFolder, type ExitStatus } from './shared/options.ts';

export interface LintOptions extends DocsFolder {
  format: FormatName;
  /** Absent: `realtime-events.json`, where there is one. */
  config?: string;
  /** A page, from here or from the docs folder. */
  explain?: string;
}

export async function lint({
  docsSrc,
  format,
  config,
  explain: page,
}: LintOptions): Promise<ExitStatus> {
  const { severities } = await readSettings(config);
  const sources = modelSources(await readDocs(docsSrc));
  const all = weighed(
    sources.flatMap(({ diagnostics }) => diagnostics).map(diagnosticOf),
    severities,
  );
  if (page === undefined) {
    const folder = await folderFor(format, docsSrc);
    process.stdout.write(formats[format](all.map((diagnostic) => below(folder, diagnostic))));
    return statusOf(all);
  }
  const names = [page, path.relative(docsSrc, page).split(path.sep).join('/')];
  const file = sources.flatMap(({ pages }) => pages).find((one) => names.includes(one.path));
  if (!file) throw new UsageError(`${docsSrc} has no page ${page}.`);
  const found = all.filter((diagnostic) => diagnostic.file === file.path);
  process.stdout.write(
    explain(
      file,
      found.map((diagnostic) => below(docsSrc, diagnostic)),
    ),
  );
  return statusOf(found);
}

/** A diagnostic with the path of its file from where the docs folder is named. */
function below(folder: string, diagnostic: Diagnostic): Diagnostic {
  return { ...diagnostic, file: `${folder.replace(/\/+$/, '')}/${diagnostic.file}` };
}
