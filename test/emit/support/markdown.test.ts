import { toString } from 'mdast-util-to-string';
import type { Nodes, Table } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import type { Support } from '../../../generator/model/model.ts';
import { clientEvent, event, model, required, string, unsupported } from '../../support/models.ts';
import { sharedFileOf } from '../../support/emitted.ts';

const flag = (place: number): Support => unsupported('[NOT SUPPORTED]', `small/page.md:${place}:3`);

describe('support-matrix.md', () => {
  it('has tables by direction and group, and the words behind what is not a plain yes', async () => {
    const first = model(
      [
        event('session.created'),
        event('response.done', [], { support: flag(9) }),
        event('error', [required('audio', string, { support: flag(4) })]),
        clientEvent('session.update'),
      ],
      [],
      { id: 'first', title: 'First', matrix: { role: 'reference' } },
    );
    const second = model([event('error')], [], { id: 'second', title: 'Second' });

    await expect(sharedFileOf([first, second], 'support-matrix.md')).toMatchFileSnapshot(
      'fixtures/support-matrix.md',
    );
  });

  it("has no date of pages that are nobody else's", () => {
    const { upstream: _, ...own } = model([event('ping')]).source;
    const small = { ...model([event('ping')]), source: own };

    expect(sharedFileOf([small], 'support-matrix.md')).toContain(
      '| Small Source (`small`) |          | 1 ',
    );
  });

  it('says which sources are retired, and since when', () => {
    const retired = { date: '2026-05-12', evidence: 'The *mast* was taken down.' };
    const text = sharedFileOf([model([event('ping')], [], { retired })], 'support-matrix.md');

    expect(text).toContain(
      '- Small Source is retired since 2026-05-12: The \\*mast\\* was taken down.\n',
    );
    expect(text).toContain('| Event  | Small Source, retired |');
  });

  it('has the words that call an event deprecated', () => {
    const deprecated = { position: 'small/page.md:7:3', text: 'Deprecated.' } as const;
    const text = sharedFileOf([model([event('ping', [], { deprecated })])], 'support-matrix.md');

    expect(text).toContain('✓ yes, deprecated[^server-1]');
    expect(text).toContain(
      '[^server-1]: deprecated: `Deprecated.`, [`small/page.md:7`](https://small.test/)',
    );
  });

  it('has no link to what no browser opens', () => {
    const upstream = { title: 'Small', url: 'javascript:alert(1)', snapshot: 'undated' };
    const small = model([event('ping', [], { support: flag(2) })], [], { upstream });

    expect(sharedFileOf([small], 'support-matrix.md')).not.toContain('](javascript');
  });
});

// ── Whatever the text, wherever it stands ───────────────────────────────────────────────────────────────────

const processor = unified().use(remarkParse).use(remarkGfm).freeze();

function parse(markdown: string): Nodes {
  return processor.parse(markdown);
}

/** The kind of every node but texts. */
function skeletonOf(markdown: string): string[] {
  const types: string[] = [];
  visit(parse(markdown), (node) => {
    if (node.type !== 'text') types.push(node.type);
  });
  return types;
}

/** The texts of the cells of the tables. */
function cellsOf(markdown: string): string[] {
  const tables: Table[] = [];
  visit(parse(markdown), 'table', (table) => {
    tables.push(table);
  });
  return tables.flatMap(({ children }) =>
    children.flatMap((row) => row.children.map((cell) => toString(cell).replaceAll('\u200b', ''))),
  );
}

/** The texts of the footnotes. */
function notesOf(markdown: string): string[] {
  const notes: string[] = [];
  visit(parse(markdown), 'footnoteDefinition', (note) => {
    notes.push(toString(note));
  });
  return notes;
}

const texts: [string, string][] = [
  ['a bar', 'a | b'],
  ['an escaped bar', String.raw`a \| b`],
  ['emphasis', '*a* __b__ ~~c~~'],
  ['a link', '[a](javascript:b) ![c](d)'],
  ['a reference', '[a][b] [^c]'],
  ['HTML', '<script>a</script> <!-- b --> &amp;'],
  ['backticks', 'a ` b `` c'],
  ['a backtick at the end', 'a `'],
  ['a backslash at the end', 'a \\'],
  ['new lines', 'a\n\n# b\n\n| c | d |'],
];

describe('support-matrix.md, with a title that holds', () => {
  const withTitle = (title: string) =>
    sharedFileOf([model([event('ping')], [], { title })], 'support-matrix.md');

  it.each(texts)('%s, keeps its form', (_, text) => {
    expect(skeletonOf(withTitle(text))).toEqual(skeletonOf(withTitle('words')));
  });

  it.each(texts)('%s, shows it', (_, text) => {
    expect(cellsOf(withTitle(text))).toContain(text.replaceAll(/\s+/g, ' '));
  });
});

describe('support-matrix.md, with evidence that holds', () => {
  const withEvidence = (text: string) =>
    sharedFileOf([model([event('ping', [], { support: unsupported(text) })])], 'support-matrix.md');

  it.each(texts)('%s, keeps its form', (_, text) => {
    expect(skeletonOf(withEvidence(text))).toEqual(skeletonOf(withEvidence('words')));
  });

  it.each(texts.filter(([, text]) => !text.includes('|')))('%s, shows it', (_, text) => {
    expect(notesOf(withEvidence(text))).toEqual([
      `${text.replaceAll(/\s+/g, ' ')}, small/page.md:2`,
    ]);
  });

  it('a bar, shows it', () => {
    expect(notesOf(withEvidence('a | b'))).toEqual(['a | b, small/page.md:2']);
  });
});

describe('support-matrix.md, with the name of an event that holds', () => {
  const withName = (name: string) => sharedFileOf([model([event(name)])], 'support-matrix.md');

  it.each(texts.filter(([what]) => what !== 'an escaped bar'))('%s, keeps its form', (_, text) => {
    expect(skeletonOf(withName(text))).toEqual(skeletonOf(withName('words')));
  });
});

describe('support-matrix.md, with a note that holds', () => {
  const withNote = (note: string) => {
    const support: Support = {
      status: 'partial',
      note,
      evidence: { position: 'small/page.md:1:1', text: 'a flag' },
    };
    return sharedFileOf([model([event('ping', [], { support })])], 'support-matrix.md');
  };

  it.each(texts)('%s, keeps its form', (_, text) => {
    expect(skeletonOf(withNote(text))).toEqual(skeletonOf(withNote('words')));
  });
});
