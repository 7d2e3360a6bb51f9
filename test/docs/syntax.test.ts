/**
 * `docs/syntax-….md`: what pages of each dialect look like. Every example in them is read by the dialect, and what becomes
 * of it stands below it:
 *
 * - a block `markdown example` is a part of a page: fields of an event, or a whole summary;
 * - between `<!-- init -->` and `<!-- end -->` stands what `init` writes;
 * - between `<!-- fixture NAME -->` and `<!-- end -->` stands a folder of `test/dialects/fixtures/`.
 *
 * `UPDATE=1 npx vitest run test/docs/syntax.test.ts` writes anew what becomes of them.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { filesOf } from '../../generator/commands/init.ts';
import { dialects } from '../../generator/dialects/index.ts';
import type { Diagnostic } from '../../generator/diagnostics.ts';
import type { Model } from '../../generator/model/model.ts';
import { modelSources, renderFiles } from '../../generator/pipeline.ts';
import { starters } from '../../generator/source/starter.ts';
import { docsOf, sourceJson, type Texts } from '../support/docs.ts';
import { readFiles, root } from '../support/repository.ts';
import { reference, rest, tables, tree } from '../support/small-docs.ts';

/** The docs that an example is a part of. */
const docsOfExample: Record<string, (example: string) => Texts> = {
  'openai-tree': (bullets) => tree(bullets),
  'openai-reference': (bullets) => reference(bullets),
  'yandex-rest': restOf,
  'gfm-tables': tablesOf,
  'event-summary': (page) => ({
    'radio/source.json': sourceJson('event-summary'),
    'radio/index.md': page,
  }),
};

/** A row or more, and perhaps sections below their table. */
function tablesOf(example: string): Texts {
  const rows = /^(?:\|.*\n)*/.exec(example)?.[0] ?? '';
  return tables(rows, example.slice(rows.length));
}

/** Rows, and perhaps what stands below their table; the skeleton of the page has the same fields. */
function restOf(example: string): Texts {
  const [rows = '', ...sections] = example.split(/^\|#\n/m);
  const names = Array.from(rows.matchAll(/^\|\| ([\w.]+)(?:\[\])*/gm), ([, name = '']) => name);
  const skeleton = names.map((name) => `"${name}": "unknown"`).join(', ');
  return rest(rows, { skeleton, sections: sections.join('|#\n').trimStart() });
}

/** What is generated of docs, and what is said of them, as blocks of a page. */
async function outcomeOf(docs: Texts): Promise<string> {
  const [result] = modelSources(docsOf(docs));
  const { diagnostics = [], model, sound = false } = result ?? {};
  const blocks = [
    ...(model && sound ? [fenced('ts', await typesOf(model))] : []),
    ...(diagnostics.length > 0 ? [fenced('text', diagnostics.map(said).join('\n'))] : []),
  ];
  return blocks.join('\n\n');
}

function said({ severity, rule, sentence }: Diagnostic): string {
  return `${severity} ${rule} ${sentence}`;
}

/** What every `types.ts` has. */
const ofEverySource =
  /^export (?:type|interface) (?:Realtime\w+Event|\w+Event(?:Map|Name|ByName)|Supported\w+Event)(?:<.*>)? (?:= (?:Server|Client)EventMap\b|= keyof|= Exclude|= never)|^export interface (?:Server|Client)EventMap \{/m;

/** The types of a model, without those that every source has, and without the places of its events. */
async function typesOf(model: Model): Promise<string> {
  const text = (await renderFiles([model])).get(`${model.source.id}/types.ts`) ?? '';
  const [, ...declarations] = text.trimEnd().split('\n\n');
  return declarations
    .filter((declaration) => !ofEverySource.test(declaration))
    .join('\n\n')
    .replaceAll(/(?:\n \*)?\n \* @see .*/g, '')
    .replaceAll(/\/\*\* The event `.*`\. \*\/\n/g, '');
}

function fenced(language: string, text: string): string {
  const fence = text.includes('```') ? '````' : '```';
  return `${fence}${language}\n${text}\n${fence}`;
}

/** Files with their names, and what becomes of them. */
async function folderOf(docs: Texts): Promise<string> {
  const files = Object.entries(docs).map(([name, text]) => {
    const language = name.endsWith('.json') ? 'json' : 'markdown';
    return `\`${name}\`:\n\n${fenced(language, text.trimEnd())}`;
  });
  return [...files, await outcomeOf(docs)].join('\n\n');
}

/** The folder of a fixture without what all fixtures have. */
async function fixtureOf(dialect: string, name: string): Promise<string> {
  const docs = await readFiles(path.join(root, 'test/dialects/fixtures', dialect, name));
  const { 'expected.json': _, ...files } = docs;
  return folderOf(files);
}

function starterOf(dialect: string): Promise<string> {
  const starter = starters[dialect];
  if (!starter) throw new Error(`${dialect} has no starter`);
  const files = [...filesOf('acme', dialect, starter)];
  return folderOf(Object.fromEntries(files.map(([name, text]) => [`acme/${name}`, text])));
}

/** The page with what becomes of its examples today. */
async function refreshed(dialect: string, page: string): Promise<string> {
  const parts =
    /^(<!-- (?:init|fixture (\S+)) -->\n)[^]*?^<!-- end -->\n|^(````?)markdown example\n([^]*?)^\3\n(?:\n(````?)(?:ts|text)\n[^]*?^\5\n)*/gm;
  let text = '';
  let end = 0;
  for (const match of page.matchAll(parts)) {
    const [whole, marker, fixture, fence = '', example = ''] = match;
    text += page.slice(end, match.index);
    end = match.index + whole.length;
    if (marker === undefined) {
      const docs = docsOfExample[dialect]?.(example);
      if (!docs) throw new Error(`examples of ${dialect} are a part of no docs`);
      text += `${fence}markdown example\n${example}${fence}\n\n${await outcomeOf(docs)}\n`;
    } else {
      const folder = await (fixture === undefined
        ? starterOf(dialect)
        : fixtureOf(dialect, fixture));
      text += `${marker}\n${folder}\n\n<!-- end -->\n`;
    }
  }
  return text + page.slice(end);
}

test.each(Object.keys(dialects))(
  'docs/syntax-%s.md says what becomes of its examples',
  async (dialect) => {
    const file = path.join(root, `docs/syntax-${dialect}.md`);
    const page = await readFile(file, 'utf8');
    expect(page).toMatch(/^```+markdown example$/m);
    expect(page).toMatch(/^<!-- init -->$/m);
    const now = await refreshed(dialect, page);
    if (process.env['UPDATE'] === '1') await writeFile(file, now);

    expect(now).toBe(await readFile(file, 'utf8'));
  },
);
