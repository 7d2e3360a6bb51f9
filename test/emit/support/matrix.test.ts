import { toString } from 'mdast-util-to-string';
import type { Nodes, Table } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { supportMatrix } from '../../../generator/emit/support/matrix.ts';
import type { Event, Model, Support } from '../../../generator/model/model.ts';
import {
  arrayOf,
  clientEvent,
  event,
  mapOf,
  model,
  object,
  reference,
  required,
  shape,
  string,
  supported,
  union,
  unsupported,
} from '../../support/models.ts';
import { declarationOf, lines, run, sharedFileOf } from '../../support/emitted.ts';

const flag = (place: number): Support => unsupported('[NOT SUPPORTED]', `small/page.md:${place}:3`);
const flagged = { support: flag(9) };

/** The cell of the only event of the only source. */
function cellOf(small: Model) {
  return supportMatrix([small]).events[0]?.sources.small;
}

describe('the matrix', () => {
  it('lists the sources in the order of their folders', () => {
    expect(
      supportMatrix([
        model([event('ping')], [], { id: 'a' }),
        model([event('ping')], [], { id: 'b' }),
      ]).sources,
    ).toEqual([
      { id: 'a', title: 'Small Source', snapshot: '2026-01-01' },
      { id: 'b', title: 'Small Source', snapshot: '2026-01-01' },
    ]);
  });

  it("has no date of pages that are nobody else's", async () => {
    const { upstream: _, ...own } = model([event('ping')]).source;
    const small = { ...model([event('ping')]), source: own };

    expect(supportMatrix([small]).sources).toEqual([{ id: 'small', title: 'Small Source' }]);
    expect(await sharedFileOf([small], 'support-matrix.md')).toContain(
      '| Small Source (`small`) |          | 1 ',
    );
  });

  it('says which sources are retired, and since when', async () => {
    const own = model([event('ping')]);
    const retired = { date: '2026-05-12', evidence: 'The *mast* was taken down.' };
    const small = { ...own, source: { ...own.source, retired } };

    expect(supportMatrix([small]).sources).toEqual([
      { id: 'small', title: 'Small Source', snapshot: '2026-01-01', retired },
    ]);
    const text = await sharedFileOf([small], 'support-matrix.md');
    expect(text).toContain(
      '- Small Source is retired since 2026-05-12: The \\*mast\\* was taken down.\n',
    );
    expect(text).toContain('| Event  | Small Source, retired |');
  });

  it('has the words that call an event deprecated', async () => {
    const deprecated = { position: 'small/page.md:7:3', text: 'Deprecated.' } as const;
    const small = model([event('ping', [], { deprecated })]);
    expect(cellOf(small)?.deprecated).toEqual({
      file: 'small/page.md',
      line: 7,
      text: 'Deprecated.',
    });
    const text = await sharedFileOf([small], 'support-matrix.md');
    expect(text).toContain('yes, deprecated (1)');
    expect(text).toContain('1. deprecated: `Deprecated.`, `small/page.md:7`');
  });

  it('has every event once, sorted by direction and name', () => {
    const first = model([event('b'), event('a'), clientEvent('z')], [], { id: 'first' });
    const second = model([event('a'), event('B'), event('a.b'), event('a_b')], [], {
      id: 'second',
    });
    expect(
      supportMatrix([first, second]).events.map((row) => `${row.direction} ${row.event}`),
    ).toEqual(['client z', 'server B', 'server a', 'server a.b', 'server a_b', 'server b']);
  });

  it('keeps events of one name and two directions apart', () => {
    const both = model([event('ping'), clientEvent('ping', [], flagged)]);
    expect(
      supportMatrix([both]).events.map((row) => [row.direction, row.sources.small?.support]),
    ).toEqual([
      ['client', 'unsupported'],
      ['server', 'supported'],
    ]);
  });

  it('has every source on every event', () => {
    const first = model([event('ping')], [], { id: 'first' });
    const second = model([event('pong')], [], { id: 'second' });
    expect(
      supportMatrix([first, second]).events.map(({ sources }) => Object.keys(sources)),
    ).toEqual([
      ['first', 'second'],
      ['first', 'second'],
    ]);
  });
});

describe('an event', () => {
  it('that a source does not list is undocumented, without evidence', () => {
    const first = model([event('ping')], [], { id: 'first' });
    const second = model([event('pong')], [], { id: 'second' });
    expect(supportMatrix([first, second]).events[0]?.sources.second).toEqual({
      support: 'undocumented',
    });
  });

  it('is supported, with the words of the docs', () => {
    const small = model([event('ping', [], { support: supported('| ping |') })]);
    expect(cellOf(small)).toEqual({
      support: 'supported',
      evidence: { file: 'small/page.md', line: 1, text: '| ping |' },
    });
  });

  it('is unsupported, with the words of the docs', () => {
    expect(cellOf(model([event('ping', [], flagged)]))).toEqual({
      support: 'unsupported',
      evidence: { file: 'small/page.md', line: 9, text: '[NOT SUPPORTED]' },
    });
  });

  it('is supported in part, with a note', () => {
    const support: Support = {
      status: 'partial',
      note: 'audio only',
      evidence: { position: 'small/page.md:7:1', text: '[PARTIALLY SUPPORTED]' },
    };
    expect(cellOf(model([event('ping', [], { support })]))).toEqual({
      support: 'partial',
      note: 'audio only',
      evidence: { file: 'small/page.md', line: 7, text: '[PARTIALLY SUPPORTED]' },
    });
  });
});

describe('an event of which a part is flagged is supported in part', () => {
  const part = shape('Part', object([required('text', string)], flagged));
  const cases: [string, Event, string][] = [
    ['a field', event('ping', [required('audio', string, flagged)]), 'audio'],
    [
      'a field of a shape',
      event('ping', [required('session', reference('Session'))]),
      'session.voice',
    ],
    ['a shape', event('ping', [required('part', reference('Part'))]), 'part (Part)'],
    [
      'the elements of an array',
      event('ping', [required('parts', arrayOf(reference('Part')))]),
      'parts[] (Part)',
    ],
    [
      'the values of a map',
      event('ping', [required('parts', mapOf(reference('Part')))]),
      'parts{} (Part)',
    ],
    [
      'a member of a union',
      event('ping', [required('item', union(reference('Session'), reference('Part')))]),
      'item.voice, item (Part)',
    ],
  ];
  const session = shape('Session', object([required('voice', string, flagged)]));

  it.each(cases)('%s', (_, only, path) => {
    expect(cellOf(model([only], [part, session]))).toEqual({
      support: 'partial',
      note: `not supported: ${path}`,
      evidence: { file: 'small/page.md', line: 9, text: '[NOT SUPPORTED]' },
    });
  });

  it('and names every part, with the words of the first', () => {
    const two = event('ping', [
      required('first', string, { support: flag(3) }),
      required('between', string),
      required('second', string, { support: flag(5) }),
    ]);
    expect(cellOf(model([two]))).toMatchObject({
      note: 'not supported: first, second',
      evidence: { line: 3 },
    });
  });

  it('once, when a shape contains itself', () => {
    const branch = shape(
      'Branch',
      object([required('branches', arrayOf(reference('Branch')))], flagged),
    );
    const only = event('ping', [required('tree', reference('Branch'))]);
    expect(cellOf(model([only], [branch]))?.note).toBe('not supported: tree (Branch)');
  });

  it('but not supported when it is flagged itself', () => {
    const only = event('ping', [required('audio', string, { support: flag(3) })], flagged);
    expect(cellOf(model([only]))).toMatchObject({ support: 'unsupported', evidence: { line: 9 } });
  });

  it('each at its own place, when two fields are of one flagged shape', () => {
    const only = event('ping', [
      required('first', reference('Part')),
      required('second', reference('Part')),
    ]);
    expect(cellOf(model([only], [part]))?.note).toBe('not supported: first (Part), second (Part)');
  });

  it('with what its docs say of a part that is supported in part', () => {
    const partial: Support = {
      status: 'partial',
      note: 'no stereo',
      evidence: { position: 'small/page.md:4:1', text: '[PARTIALLY SUPPORTED]' },
    };
    const only = event('ping', [required('audio', string, { support: partial })]);
    expect(cellOf(model([only]))?.note).not.toBe('not supported: audio');
  });
});

describe('support-matrix.json', () => {
  it('is the matrix', async () => {
    const small = model([event('ping')]);
    expect(await sharedFileOf([small], 'support-matrix.json')).toBe(
      lines`
        {
          "sources": [
            {
              "id": "small",
              "title": "Small Source",
              "snapshot": "2026-01-01"
            }
          ],
          "events": [
            {
              "event": "ping",
              "direction": "server",
              "sources": {
                "small": {
                  "support": "supported",
                  "evidence": {
                    "file": "small/page.md",
                    "line": 1,
                    "text": "a row of the index"
                  }
                }
              }
            }
          ]
        }
      `.concat('\n'),
    );
  });
});

describe('support-matrix.ts', () => {
  it('holds the matrix as a constant', async () => {
    const small = model([event('ping'), event('pong', [], flagged)]);
    const exports = await run(await sharedFileOf([small], 'support-matrix.ts'));
    expect({ ...exports }).toEqual({ supportMatrix: supportMatrix([small]) });
  });

  it('names the sources', async () => {
    const all = ['first', 'second'].map((id) => model([event('ping')], [], { id }));
    expect(declarationOf(await sharedFileOf(all, 'support-matrix.ts'), 'SourceId')).toBe(lines`
      /** A documented source. */
      export type SourceId = 'first' | 'second';
    `);
  });
});

describe('support-matrix.md', () => {
  it('is a table for each direction, with the words behind every no and every partly', async () => {
    const first = model(
      [
        event('session.created'),
        event('response.done', [], flagged),
        event('error', [required('audio', string, { support: flag(4) })]),
        clientEvent('session.update'),
      ],
      [],
      { id: 'first', title: 'First' },
    );
    const second = model([event('error')], [], { id: 'second', title: 'Second' });
    expect(await sharedFileOf([first, second], 'support-matrix.md')).toBe(
      [
        '<!-- Generated by realtime-event-types from all sources of the docs folder. Do not edit. -->',
        '',
        '# Support matrix',
        '',
        'An empty cell: the source does not document the event. Numbers lead to the words that say so, below the table.',
        '',
        '| Source            | Snapshot   | Events | Not supported | In part |',
        '| ----------------- | ---------- | ------ | ------------- | ------- |',
        '| First (`first`)   | 2026-01-01 | 4      | 1             | 1       |',
        '| Second (`second`) | 2026-01-01 | 1      | 0             | 0       |',
        '',
        '## Server events',
        '',
        '| Event             | First      | Second |',
        '| ----------------- | ---------- | ------ |',
        '| `error`           | partly (1) | yes    |',
        '| `response.done`   | **no** (2) |        |',
        '| `session.created` | yes        |        |',
        '',
        '1. not supported: audio; `[NOT SUPPORTED]`, `small/page.md:4`',
        '2. `[NOT SUPPORTED]`, `small/page.md:9`',
        '',
        '## Client events',
        '',
        '| Event            | First | Second |',
        '| ---------------- | ----- | ------ |',
        '| `session.update` | yes   |        |',
        '',
      ].join('\n'),
    );
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

/** The texts of the list below the tables. */
function notesOf(markdown: string): string[] {
  const notes: string[] = [];
  visit(parse(markdown), 'listItem', (item) => {
    notes.push(toString(item));
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

  it.each(texts)('%s, keeps its form', async (_, text) => {
    expect(skeletonOf(await withTitle(text))).toEqual(skeletonOf(await withTitle('words')));
  });

  it.each(texts)('%s, shows it', async (_, text) => {
    expect(cellsOf(await withTitle(text))).toContain(text.replaceAll(/\s+/g, ' '));
  });
});

describe('support-matrix.md, with evidence that holds', () => {
  const withEvidence = (text: string) =>
    sharedFileOf([model([event('ping', [], { support: unsupported(text) })])], 'support-matrix.md');

  it.each(texts)('%s, keeps its form', async (_, text) => {
    expect(skeletonOf(await withEvidence(text))).toEqual(skeletonOf(await withEvidence('words')));
  });

  it.each(texts.filter(([, text]) => !text.includes('|')))('%s, shows it', async (_, text) => {
    expect(notesOf(await withEvidence(text))).toEqual([
      `${text.replaceAll(/\s+/g, ' ')}, small/page.md:2`,
    ]);
  });

  it('a bar, shows it', async () => {
    expect(notesOf(await withEvidence('a | b'))).toEqual(['a | b, small/page.md:2']);
  });
});

describe('support-matrix.md, with the name of an event that holds', () => {
  const withName = (name: string) => sharedFileOf([model([event(name)])], 'support-matrix.md');

  it.each(texts.filter(([what]) => what !== 'an escaped bar'))(
    '%s, keeps its form',
    async (_, text) => {
      expect(skeletonOf(await withName(text))).toEqual(skeletonOf(await withName('words')));
    },
  );
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

  it.each(texts)('%s, keeps its form', async (_, text) => {
    expect(skeletonOf(await withNote(text))).toEqual(skeletonOf(await withNote('words')));
  });
});
