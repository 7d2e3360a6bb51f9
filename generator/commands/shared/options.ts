/** What every command shares: its exit status, its options, and how it prints what is wrong with the docs. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import { importExtensions, type ImportExtension } from '../../emit/module-names.ts';
import { below, isError, lineOfDiagnostic, type Diagnostic } from '../../diagnostics.ts';
import { UsageError } from '../../errors.ts';
import { ruleHint } from '../../reports/rule-links.ts';
import type { Context } from './context.ts';

/** Fine; something to look at; wrong usage or input and output that failed. */
export const exitStatus = { fine: 0, look: 1, failed: 2 } as const;
export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];

/**
 * What diagnostics make of the exit status: errors are something to look at; but a `source.json` that cannot be used is
 * a setting that is wrong, as a wrong option is.
 */
export function statusOf(diagnostics: readonly Diagnostic[]): ExitStatus {
  const errors = diagnostics.filter(isError);
  if (errors.some(({ rule }) => rule === 'source-invalid')) return exitStatus.failed;
  return errors.length > 0 ? exitStatus.look : exitStatus.fine;
}

/** What an action does with its exit status. */
export type Ends = <Args extends unknown[]>(
  action: (...args: Args) => Promise<ExitStatus>,
) => (...args: Args) => Promise<void>;

/** Adds to a command the options that only it has, and what it does. */
export type Define = (command: Command, how: { ends: Ends; context: Context }) => void;

/** Where the docs are, unless it is said otherwise. */
export const usualDocs = 'docs-src';

export interface DocsFolder {
  docsSrc: string;
  /** The settings; absent: `realtime-events.json`, where there is one. */
  config?: string;
}

export interface KeepsGoing {
  /** Leave out single events that have errors, and take the rest of their sources. */
  keepGoing?: boolean;
}

/** What is generated, and where. */
export interface GeneratedFolder extends DocsFolder, KeepsGoing {
  out: string;
  /** The sources that are wanted; none: all of them. */
  source: string[];
  importExtension: ImportExtension;
}

/** The options that name the docs, as they are typed; those that say what is so anyway are left out. */
export function docsOptionsOf({ docsSrc, config }: DocsFolder): string[] {
  return [
    ...(docsSrc === usualDocs ? [] : ['--docs-src', docsSrc]),
    ...(config === undefined ? [] : ['--config', config]),
  ];
}

/** The same for what is generated of them. */
export function optionsOf({
  out,
  source,
  importExtension,
  keepGoing,
  ...docs
}: GeneratedFolder): string[] {
  return [
    ...docsOptionsOf(docs),
    ...(out === 'generated' ? [] : ['--out', out]),
    ...source.flatMap((name) => ['--source', name]),
    ...(importExtension === 'js' ? [] : ['--import-extension', importExtension]),
    ...(keepGoing ? ['--keep-going'] : []),
  ];
}

/** Adds `--docs-src` and `--config`. */
export function withDocs(command: Command): Command {
  return command
    .option('--docs-src <dir>', 'the folder of the sources', folder, usualDocs)
    .option('--config <file>', 'the settings (default: realtime-events.json, where there is one)');
}

/** Adds `--keep-going`. */
export function withKeepGoing(command: Command): Command {
  return command.option(
    '--keep-going',
    'leave out the events that have errors, and take the rest of their sources',
  );
}

/** Adds `--docs-src`, `--config`, `--keep-going`, `--out`, `--source` and `--import-extension`. */
export function withSources(command: Command): Command {
  return withKeepGoing(withDocs(command))
    .option('--out <dir>', 'the folder of the generated files', folder, 'generated')
    .addOption(
      new Option('--source <name>', 'only the files of this source; may be repeated')
        .argParser(collect)
        .default([], 'all sources'),
    )
    .addOption(
      new Option('--import-extension <ending>', 'how generated modules name each other')
        .choices(importExtensions)
        .default('js'),
    );
}

/** The values of an option that may be repeated. */
export function collect(value: string, values: string[]): string[] {
  return [...values, value];
}

/**
 * Refuses options that were typed and would have no effect.
 *
 * @param names what commander calls them
 * @param why why they have none, to end a sentence
 * @throws UsageError naming the first of them
 */
export function refuseIdle(command: Command, names: readonly string[], why: string): void {
  const idle = command.options.find(
    (option) =>
      names.includes(option.attributeName()) &&
      command.getOptionValueSource(option.attributeName()) === 'cli',
  );
  if (idle) throw new UsageError(`${idle.long ?? idle.flags} has no effect ${why}.`);
}

/** The name of a folder; nothing at all would be the current one, by accident. */
function folder(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('It must name a folder.');
  return value;
}

/**
 * Prints what is wrong with the docs, each with the path of its file from where the docs folder is named, and where the
 * rules are explained.
 */
export function printDiagnostics(
  docsSrc: string,
  diagnostics: readonly Diagnostic[],
  { warn, rulesPage }: Context,
): void {
  for (const diagnostic of diagnostics) warn(lineOfDiagnostic(below(docsSrc, diagnostic)));
  for (const line of ruleHint(diagnostics, rulesPage)) warn(line);
}
