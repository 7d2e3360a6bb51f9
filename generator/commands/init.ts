/** `init`: the first pages of a source, to begin from. */
import { Option } from 'commander';
import { mkdir, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { sourceId } from '../contract.ts';
import { pathIn } from '../cwd.ts';
import { clashOf } from '../emit/kinds.ts';
import { UsageError, writeFailure } from '../errors.ts';
import { refuseGitFolder } from '../output/place.ts';
import { starters, type Starter } from '../source/starter.ts';
import type { Context } from './shared/context.ts';
import {
  docsOptionsOf,
  exitStatus,
  type DocsFolder,
  type ExitStatus,
  type Define,
} from './shared/options.ts';

export interface InitOptions extends DocsFolder {
  /** The name of a dialect that comes with the program. */
  dialect: string;
}

export const define: Define = (command, { ends, context }) => {
  command
    .addOption(
      new Option('--dialect <dialect>', 'the syntax of its pages')
        .choices(Object.keys(starters))
        .default('openai-tree'),
    )
    .action(ends((name: string, options: InitOptions) => init(name, options, context)));
};

/** Writes a source of one event of each direction, which generates without a diagnostic; never into a folder that is there. */
export async function init(
  id: string,
  options: InitOptions,
  { cwd, print, commandLine, rulesPage }: Context,
): Promise<ExitStatus> {
  const { docsSrc, dialect } = options;
  const starter = starters[dialect];
  if (!starter) throw new UsageError(`no dialect is called "${dialect}".`);
  refuseName(id);
  const folder = path.join(docsSrc, id);
  if (existsSync(pathIn(cwd, folder)))
    throw new UsageError(`${folder} is there already, and stays as it is; take another name.`);
  const files = filesOf(id, dialect, starter);
  try {
    refuseGitFolder(folder, cwd);
    for (const [file, text] of files) {
      const place = pathIn(cwd, path.join(folder, file));
      await mkdir(path.dirname(place), { recursive: true });
      await writeFile(place, text, { flag: 'wx' });
      print(`wrote ${path.join(folder, file)}`);
    }
  } catch (error) {
    throw writeFailure(folder, error);
  }
  const syntax = rulesPage.name.replace(/rules\.md$/, `syntax-${dialect}.md`);
  const command = (name: string): string => commandLine(name, docsOptionsOf(options));
  print('');
  print(`Next: run ${command('generate')}, and commit what it writes.`);
  print(
    `Then put your own events in the place of these: ${syntax} explains the pages, and ${command('lint')} says what it cannot read.`,
  );
  return exitStatus.fine;
}

/** @throws UsageError when no source can be called so */
function refuseName(id: string): void {
  if (!sourceId.test(id))
    throw new UsageError(
      `a source cannot be called "${id}"; use letters, digits, dots and hyphens, such as acme-voice.`,
    );
  const clash = clashOf(id);
  if (clash !== undefined) throw new UsageError(`a source cannot be called "${id}", ${clash}.`);
}

/** The files of a source that begins so, `source.json` first. */
export function filesOf(
  id: string,
  dialect: string,
  { index, pages }: Starter,
): ReadonlyMap<string, string> {
  const sourceJson = { title: id, dialect, index };
  return new Map([
    ['source.json', `${JSON.stringify(sourceJson, null, 2)}\n`],
    ...Object.entries(pages),
  ]);
}
