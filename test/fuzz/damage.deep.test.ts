/** Pages of docs-src with random damage. `FUZZ=10` tries ten times as many, and others in each run. */
import { tuple, constantFrom, type Arbitrary } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceJson, type Texts } from '../support/docs.ts';
import { docsSrc, readFiles } from '../support/repository.ts';
import { restIndex } from '../support/small-docs.ts';
import { damages } from './damage.ts';
import { tryDocuments } from './documents.ts';

const files = Object.entries(await readFiles(docsSrc));

/** The pages of events with an index that lists nothing else; a long page says nothing that a short one does not. */
function docsOfPages(folder: string, dialect: string, indexOf: (page: string) => string): Texts[] {
  return files
    .filter(
      ([file, text]) => file.startsWith(`${folder}/`) && /^#/m.test(text) && text.length < 4000,
    )
    .filter(([file]) => file.endsWith('.md') && !/\/(?:corrections|index\.md)/.test(file))
    .map(([, text]) => ({
      'radio/source.json': sourceJson(dialect),
      'radio/index.md': indexOf(text),
      'radio/page.md': text,
    }));
}

const titleOf = (page: string, pattern: RegExp): string => pattern.exec(page)?.[1] ?? '';

const treeIndex = (page: string): string =>
  `# Events\n\n## Contents\n- [${titleOf(page, /^# (\S+)$/m)}](page.md)\n`;

const tableIndex = (page: string): string => {
  const title = titleOf(page, /^# REST: (.*)$/m);
  return restIndex(`|| [radio.${title.split(' ')[0]}](page.md) | ${title} ||\n`);
};

const sources: [string, Texts[], number][] = [
  ['openai-realtime-beta', docsOfPages('openai-realtime-beta', 'openai-tree', treeIndex), 900],
  ['yandex-ai-studio', docsOfPages('yandex-ai-studio', 'yandex-rest', tableIndex), 800],
  [
    'openai-event-summary',
    files
      .filter(([file]) => /^openai-event-summary\/[^/]*\.md$/.test(file))
      .map(([, text]) => ({
        'radio/source.json': sourceJson('event-summary', { index: { server: 'page.md' } }),
        'radio/page.md': text,
      })),
    300,
  ],
];

describe('real pages with damage', () => {
  it.each(sources)(
    '%s: throw nothing, hang nowhere, and compile or are told why not',
    async (_, pages, runs) => {
      const documents: Arbitrary<Texts> = tuple(constantFrom(...pages), damages).map(
        ([texts, damage]) => ({ ...texts, 'radio/page.md': damage(texts['radio/page.md'] ?? '') }),
      );
      const tally = await tryDocuments(documents, runs);
      expect(tally.documents).toBeGreaterThanOrEqual(runs);
      expect(tally.compiled).toBeGreaterThan(runs / 50);
    },
    3_600_000,
  );
});
