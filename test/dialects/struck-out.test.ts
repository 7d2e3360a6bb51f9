/** `~~name~~`, `<del>name</del>`: what an author struck out. */
import { describe, expect, test } from 'vitest';
import { diagnosticsOf, sourceJson, type Texts } from '../support/docs.ts';
import { anyA, reference, rest, restIndex, tables, tree } from '../support/small-docs.ts';

/** Docs with an entry of an index. */
function treeIndex(bullet: string): Texts {
  return { ...tree(''), 'radio/index.md': `# Events\n\n## Contents\n- ${bullet}\n` };
}

function tablesIndex(cell: string): Texts {
  const docs = tables('');
  const page = `${docs['radio/index.md']}`.replace('[tune](#tune)', cell);
  return { ...docs, 'radio/index.md': page };
}

function summary(bullet: string): Texts {
  return {
    'radio/source.json': sourceJson('event-summary'),
    'radio/index.md': `# Radio\n\n## Event Reference\n\n### Stations\n\n- ${bullet}\n- \`seek\` - words\n\n## Event Examples\n`,
  };
}

type Marked = (open: string, close: string) => Texts;
const docsOf: readonly (readonly [string, Marked])[] = [
  ['a name of a tree', (s, e) => tree(`- ${s}\`a\`${e} (string, required): Words.\n`)],
  ['a bullet of a tree', (s, e) => tree(`- ${s}\`a\` (string, required): Words.${e}\n`)],
  ['a link of a tree', (s, e) => treeIndex(`${s}[tune](tune.md)${e}`)],
  ['a name of a schema', (s, e) => rest(`|| ${s}a${e} | **string** ||\n`, { skeleton: anyA })],
  [
    'a link of a schema',
    (s, e) => ({
      ...rest(''),
      'radio/index.md': restIndex(`|| ${s}[radio.tune](tune.md)${e} | tune ||\n`),
    }),
  ],
  ['a bullet of a reference', (s, e) => reference(`- ${s}\`a: string\`${e}\n\n  Words.\n`)],
  ['a name of a table', (s, e) => tables(`| ${s}a${e} | string | Words. |\n`)],
  ['a name in code', (s, e) => tables(`| ${s}\`a\`${e} | string | Words. |\n`)],
  ['a link of a table', (s, e) => tablesIndex(`${s}[tune](#tune)${e}`)],
  ['the words of a link of a table', (s, e) => tablesIndex(`[${s}tune${e}](#tune)`)],
  ['a name of a summary', (s, e) => summary(`${s}\`tune\`${e} - words`)],
  ['a bullet of a summary', (s, e) => summary(`${s}\`tune\` - words${e}`)],
];

describe.each([
  ['~~', '~~'],
  ['<del>', '</del>'],
])('%s', (open, close) => {
  test.each(docsOf)('around %s is told, and nothing more of how it is written', (_, docs) => {
    const told = diagnosticsOf(docs(open, close));

    expect(told.filter((line) => line.includes('flag-misplaced'))).toEqual([
      expect.stringContaining(
        'what is struck out here is not read; write it without these marks, and [DEPRECATED] into its words, or remove it.',
      ),
    ]);
    expect(told.join('\n')).not.toMatch(/bullet-unknown|without anything around it/);
  });
});
