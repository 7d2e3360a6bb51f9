/** `support-matrix.md`: tables by direction and group, and the words behind what is not a plain yes, as footnotes. */
import type { FootnoteReference, Link, PhrasingContent, Text } from 'mdast';
import type { Direction } from '../../model/model.ts';
import {
  codeNode,
  markdownFootnote,
  markdownLine,
  markdownTable,
  textNode,
} from '../../reports/markdown-text.ts';
import type {
  EventCell,
  EventRow,
  Headline,
  MatrixSource,
  SupportMatrix,
  Words,
} from '../../matrix/types.ts';
import {
  contradictionWords,
  groupOf,
  headlineMeanings,
  headlineWords,
  marksOf,
  percentWords,
  remarksOf,
  shareWords,
  signed,
  statusSigns,
} from '../../matrix/words.ts';
import { perValue } from '../../per-text.ts';
import { widthOf } from '../width.ts';

/** How many paths of fields a footnote names. */
const mostPaths = 12;

export function supportMarkdown(matrix: SupportMatrix): string {
  const parts = [
    '# Support matrix',
    legendOf(matrix),
    sourceTable(matrix),
    ...endsOf(matrix),
    ...eventTables(matrix, 'server', 'Server events'),
    ...eventTables(matrix, 'client', 'Client events'),
  ];
  return `${parts.join('\n\n')}\n`;
}

function legendOf({ sources, events }: SupportMatrix): string {
  const reference = sources.find(({ role }) => role === 'reference');
  const headlines = (['portable', 'care', 'single', 'none'] as const).filter((headline) =>
    events.some((row) => row.headline === headline),
  );
  return [
    `- ${signed('supported')}, ${signed('unsupported')}, ${signed('partial')}: as the docs say; ${statusSigns.undocumented} they do not name it.`,
    `- ${signed('disputed')}: the docs say one thing, and their publisher another.`,
    `- A name in a cell is what the source calls the event. Fields are held against those of the first source that has the event${reference ? ', mostly the reference' : ''}.`,
    ...headlines.map((headline) => `- ${headlineWords[headline]}: ${headlineMeanings[headline]}.`),
    '- Footnotes have the words of the docs, and lead to their page.',
  ].join('\n');
}

// ── Sources ─────────────────────────────────────────────────────────────────────────────────────────────────

function sourceTable({ sources }: SupportMatrix): string {
  const reference = sources.find(({ role }) => role === 'reference');
  const rows = sources.map((source) => {
    const { id, snapshot, counts, ofReference } = source;
    const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
    return [
      [titleOf(source), ours(' ('), codeNode(id), ours(`)${marked(source)}`)],
      snapshot === undefined ? [] : [ours(snapshot)],
      ...[all, counts.unsupported, counts.partial, counts.disputed].map((count) => [
        ours(String(count)),
      ]),
      ...(reference
        ? [
            ofReference ? [ours(shareWords(ofReference.events))] : [],
            ofReference ? [ours(percentWords(ofReference.fields))] : [],
          ]
        : []),
    ];
  });
  const head = [
    'Source',
    'Snapshot',
    'Events',
    'Not supported',
    'In part',
    'Disputed',
    ...(reference ? ['Events of the reference', 'Fields of the reference'] : []),
  ];
  return alignedTable([head.map((title) => [ours(title)]), ...rows]);
}

/** A table whose columns are below each other; most are those of before an edit. */
const alignedTable = perValue((rows: readonly PhrasingContent[][][]) =>
  markdownTable(rows, widthOf),
);

function titleOf({ title, url }: MatrixSource): PhrasingContent {
  return linked(textNode(title), url);
}

function marked(source: MatrixSource): string {
  const marks = marksOf(source);
  return marks.length === 0 ? '' : `, ${marks.join(', ')}`;
}

/** Which sources nobody serves any more; nothing where all are served. */
function endsOf({ sources }: SupportMatrix): string[] {
  const ends = sources.flatMap(({ title, retired }) =>
    retired
      ? `- ${markdownLine([textNode(title), ours(` is retired since ${retired.date}: `), textNode(retired.evidence)])}`
      : [],
  );
  return ends.length === 0 ? [] : [ends.join('\n')];
}

// ── Events ──────────────────────────────────────────────────────────────────────────────────────────────────

/** A table a group of events, and the footnotes of the direction; nothing where no source has an event of it. */
function eventTables(
  { sources, events }: SupportMatrix,
  direction: Direction,
  title: string,
): string[] {
  const rows = events.filter((row) => row.direction === direction);
  if (rows.length === 0) return [];
  const notes: string[] = [];
  const footnoteOf = (content: PhrasingContent[]): FootnoteReference => {
    const identifier = `${direction}-${notes.length + 1}`;
    notes.push(markdownFootnote(identifier, content));
    return { type: 'footnoteReference', identifier };
  };
  const groups = [...new Set(rows.map(({ event }) => groupOf(event)))];
  const tables = groups.flatMap((group) => [
    ...(groups.length > 1 ? [`### ${markdownLine([codeNode(group)])}`] : []),
    alignedTable([
      headOf(sources),
      ...rows
        .filter(({ event }) => groupOf(event) === group)
        .map((row) => eventRow(row, sources, footnoteOf)),
    ]),
  ]);
  return [`## ${title}`, ...tables, ...(notes.length > 0 ? [notes.join('\n\n')] : [])];
}

function headOf(sources: readonly MatrixSource[]): PhrasingContent[][] {
  return [
    [ours('Event')],
    ...sources.map((source) => [
      textNode(source.title),
      ...(source.retired ? [ours(', retired')] : []),
      ...(source.role === 'summary' ? [ours(', summary')] : []),
    ]),
    [ours('In short')],
  ];
}

function eventRow(
  { event, headline, sources: cells }: EventRow,
  sources: readonly MatrixSource[],
  footnoteOf: (content: PhrasingContent[]) => PhrasingContent,
): PhrasingContent[][] {
  return [
    [codeNode(event)],
    ...sources.map((source) => {
      const cell = cells[source.id];
      if (!cell) return [];
      const content = noteOf(cell, source);
      return [...shownCell(cell), ...(content.length > 0 ? [footnoteOf(content)] : [])];
    }),
    [ours(shortHeadlines[headline])],
  ];
}

const shortHeadlines: Record<Headline, string> = {
  portable: 'portable',
  care: 'with care',
  single: 'one provider',
  none: 'nobody',
};

function shownCell(cell: EventCell): PhrasingContent[] {
  const { names, remarks } = remarksOf(cell);
  const status = ours(signed(cell.support));
  return [
    cell.support === 'unsupported' ? { type: 'strong', children: [status] } : status,
    ...names.flatMap((name, i) => [ours(i === 0 ? ', as ' : ' and '), codeNode(name)]),
    ...remarks.map((remark) => ours(`, ${remark}`)),
  ];
}

/** What stands behind a cell that is not a plain yes: the row of a supported event in the index says nothing more. */
function noteOf(cell: EventCell, source: MatrixSource): PhrasingContent[] {
  const { support, note, evidence, deprecated, disputed, documentedName, fields } = cell;
  const quote = (words: Words) => quoted(words, cell.url ?? source.url);
  const isPlain = support === 'supported' && note === undefined;
  const sentences: PhrasingContent[][] = [
    ...(note === undefined ? [] : [[textNode(note)]]),
    ...(evidence && !isPlain && support !== 'undocumented' ? [quote(evidence)] : []),
    ...(disputed ? [[ours('but: '), textNode(contradictionWords(disputed))]] : []),
    ...(documentedName ? [[ours('the page calls it '), ...quote(documentedName)]] : []),
    ...(deprecated ? [[ours('deprecated: '), ...quote(deprecated)]] : []),
    ...pathsOf('without', fields?.lacks ?? []),
    ...pathsOf('with', fields?.adds ?? []),
  ];
  return sentences.flatMap((sentence, i) => [...(i === 0 ? [] : [ours('; ')]), ...sentence]);
}

function pathsOf(word: string, paths: readonly string[]): PhrasingContent[][] {
  if (paths.length === 0) return [];
  const named = paths.slice(0, mostPaths);
  const more = paths.length - named.length;
  return [
    [
      ours(`${word} `),
      ...named.flatMap((path, i) => [...(i === 0 ? [] : [ours(', ')]), codeNode(path)]),
      ...(more > 0 ? [ours(` and ${more} more`)] : []),
    ],
  ];
}

function quoted({ text, file, line }: Words, url: string | undefined): PhrasingContent[] {
  return [codeNode(text), ours(', '), linked(codeNode(`${file}:${line}`), url)];
}

/** Addresses of pages are only followed where a browser would show them. */
function linked(content: Link['children'][number], url: string | undefined): PhrasingContent {
  return url !== undefined && /^https?:\/\/\S+$/.test(url)
    ? { type: 'link', url, children: [content] }
    : content;
}

/** Words of ours, which hold nothing to escape. */
function ours(value: string): Text {
  return { type: 'text', value };
}
