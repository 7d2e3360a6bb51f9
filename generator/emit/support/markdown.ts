/** `support-matrix.md`: a table for each direction, and the words behind every "no" and "partly". */
import type { PhrasingContent, Text } from 'mdast';
import { codeNode, markdownLine, markdownTable, textNode } from '../../reports/markdown-text.ts';
import type { SupportCell, SupportMatrix } from './matrix.ts';

const symbols: Record<SupportCell['support'], PhrasingContent[]> = {
  supported: [ours('yes')],
  unsupported: [{ type: 'strong', children: [ours('no')] }],
  partial: [ours('partly')],
  undocumented: [],
  disputed: [ours('disputed')],
};

export function supportMarkdown(matrix: SupportMatrix): string {
  const parts = [
    '# Support matrix',
    'An empty cell: the source does not document the event. Numbers lead to the words that say so, below the table.',
    sourceTable(matrix),
    ...endsOf(matrix),
    ...eventTable(matrix, 'server', 'Server events'),
    ...eventTable(matrix, 'client', 'Client events'),
  ];
  return `${parts.join('\n\n')}\n`;
}

function sourceTable({ sources, events }: SupportMatrix): string {
  const rows = sources.map(({ id, title, snapshot }) => {
    const cells = events.flatMap((row) => row.sources[id] ?? []);
    const count = (status: SupportCell['support']) =>
      cells.filter(({ support }) => support === status).length;
    const counts = [cells.length - count('undocumented'), count('unsupported'), count('partial')];
    return [
      [textNode(title), ours(' ('), codeNode(id), ours(')')],
      snapshot === undefined ? [] : [ours(snapshot)],
      ...counts.map((number) => [ours(String(number))]),
    ];
  });
  const head = ['Source', 'Snapshot', 'Events', 'Not supported', 'In part'];
  return markdownTable([head.map((title) => [ours(title)]), ...rows]);
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

/** A table and its notes; nothing where no source has an event of the direction. */
function eventTable(
  { sources, events }: SupportMatrix,
  direction: 'server' | 'client',
  title: string,
): string[] {
  const notes: string[] = [];
  const noted = (cell: SupportCell): PhrasingContent[] => {
    notes.push(`${notes.length + 1}. ${markdownLine(noteOf(cell))}`);
    const mark = cell.deprecated ? [ours(', deprecated')] : [];
    return [...symbols[cell.support], ...mark, ours(` (${notes.length})`)];
  };
  const rows = events
    .filter((row) => row.direction === direction)
    .map((row) => [
      [codeNode(row.event)],
      ...sources.map(({ id }) => {
        const cell = row.sources[id];
        if (!cell) return [];
        return isNoted(cell) ? noted(cell) : symbols[cell.support];
      }),
    ]);
  if (rows.length === 0) return [];
  const head = [
    [ours('Event')],
    ...sources.map(({ title: name, retired }) => [
      textNode(name),
      ...(retired ? [ours(', retired')] : []),
    ]),
  ];
  return [
    `## ${title}`,
    markdownTable([head, ...rows]),
    ...(notes.length > 0 ? [notes.join('\n')] : []),
  ];
}

function isNoted({ support, deprecated }: SupportCell): boolean {
  return (
    support === 'unsupported' ||
    support === 'partial' ||
    support === 'disputed' ||
    deprecated !== undefined
  );
}

function noteOf({ support, note, evidence, deprecated, disputed }: SupportCell): PhrasingContent[] {
  // The row of a supported event says nothing more.
  const shown = support === 'supported' ? undefined : evidence;
  return [
    ...(note === undefined ? [] : [textNode(note)]),
    ...(note !== undefined && shown ? [ours('; ')] : []),
    ...(shown ? quoted(shown) : []),
    ...(disputed ? [ours('; but '), textNode(`${disputed.reason} (${disputed.evidence})`)] : []),
    ...(shown && deprecated ? [ours('; ')] : []),
    ...(deprecated ? [ours('deprecated: '), ...quoted(deprecated)] : []),
  ];
}

function quoted({ text, file, line }: { text: string; file: string; line: number }) {
  return [codeNode(text), ours(', '), codeNode(`${file}:${line}`)];
}

/** Words of ours, which hold nothing to escape. */
function ours(value: string): Text {
  return { type: 'text', value };
}
