/** `lint`: everything that is wrong with the docs, and what became of each line of a page. */
import { Option } from 'commander';
import path from 'node:path';
import { below, type Diagnostic, type RuleId, type Severity } from '../diagnostics.ts';
import { explain } from '../lint/explain.ts';
import { formatNames, formats, type FormatName } from '../lint/reports/index.ts';
import { weighed } from '../source/severities.ts';
import { decodeText } from '../input/decode.ts';
import { modelSources } from '../pipeline.ts';
import { pathIn } from '../cwd.ts';
import { UsageError } from '../errors.ts';
import { similarTo } from '../runtime/similar.ts';
import { ruleHint } from '../reports/rule-links.ts';
import type { Context } from './shared/context.ts';
import { readNamedDocs } from './shared/docs.ts';
import { folderFor } from './shared/report-folder.ts';
import {
  collect,
  docsOptionsOf,
  statusOf,
  type DocsFolder,
  type ExitStatus,
  type Define,
} from './shared/options.ts';

export interface LintOptions extends DocsFolder {
  format: FormatName;
  /** The sources that are wanted; none: all of them. */
  source: string[];
  /** Whether sentences that may state facts, and are kept as words only, are told one by one. */
  words?: boolean;
  /** A page, from here or from the docs folder. */
  explain?: string;
}

export const define: Define = (command, { ends, context }) => {
  command
    .addOption(
      new Option('--format <format>', 'how to print it').choices(formatNames).default('text'),
    )
    .addOption(
      new Option('--source <name>', 'only what is wrong with this source; may be repeated')
        .argParser(collect)
        .default([], 'all sources'),
    )
    .option('--words', 'also list the sentences that may state facts and are kept as words only')
    .addOption(
      new Option(
        '--explain <page>',
        'print the lines of a page, each with what became of it',
      ).conflicts('format'),
    )
    .action(ends((options: LintOptions) => lint(options, context)));
};

/** The rule of what is counted, unless somebody wants more of it. */
const wordsOnly: RuleId = 'words-only';

/** What of these sentences is told: what the settings want, and with `--words` all. */
function severityOfWords(own: Severity | 'off' = 'off', isAsked: boolean): Severity | 'off' {
  return own === 'off' && isAsked ? 'info' : own;
}

export async function lint(
  { format, explain: page, source: names, words = false, ...folder }: LintOptions,
  { cwd, write, annotate, print, rulesPage, commandLine }: Context,
): Promise<ExitStatus> {
  const { docsSrc } = folder;
  const named = await readNamedDocs(folder, cwd, names, { withRenamed: true });
  const { severities: own, wanted: docs, dialects } = named;
  const severities = new Map(own).set(wordsOnly, severityOfWords(own.get(wordsOnly), words));
  const looking = new Map([[wordsOnly, 'info' as const]]);
  const sources = modelSources(docs, { dialects, severities: looking }).filter(
    ({ id }) => names.length === 0 || names.includes(id),
  );
  const diagnostics = sources.flatMap((source) => source.diagnostics);
  const all = sources.flatMap((source) =>
    weighed(source.diagnostics, severities, (source.model?.events.length ?? 0) > 0),
  );
  if (page === undefined) {
    const shown = await folderFor(format, docsSrc, cwd);
    const told = all.map((diagnostic) => below(shown, diagnostic));
    const count = diagnostics.filter(({ rule }) => rule === wordsOnly).length;
    const listing = [...docsOptionsOf(folder), ...names.flatMap((id) => ['--source', id])];
    const counted = {
      count,
      isTold: severities.get(wordsOnly) !== 'off' || own.get(wordsOnly) === 'off',
      command: commandLine('lint', [...listing, '--words']),
    };
    (format === 'github' ? annotate : write)(formats[format](told, rulesPage, counted));
    return statusOf(all);
  }
  const fromDocs = path.relative(pathIn(cwd, docsSrc), pathIn(cwd, page));
  const paths = [page, fromDocs.split(path.sep).join('/')];
  const pages = sources.flatMap(({ lines }) => Object.entries(lines));
  const [file, fates] = pages.find(([file]) => paths.includes(file)) ?? [];
  const content = file === undefined ? undefined : docs.get(file);
  if (!fates || !content) {
    const similar = similarTo(
      page,
      pages.flatMap(([name]) => [name, path.join(docsSrc, name)]),
    );
    const hint = similar === undefined ? '.' : `; did you mean ${similar}?`;
    throw new UsageError(`${docsSrc} has no page ${page}${hint}`);
  }
  const ofPage = (one: Diagnostic): boolean => one.file === file;
  const found = all.filter(ofPage);
  write(
    explain({
      text: decodeText(content),
      fates,
      diagnostics: diagnostics.filter(ofPage),
      told: found.map((diagnostic) => below(docsSrc, diagnostic)),
    }),
  );
  for (const line of ruleHint(found, rulesPage)) print(line);
  return statusOf(found);
}
