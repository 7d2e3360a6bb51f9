/** A part of the matrix as a table for a pull request. */
import type { PhrasingContent } from 'mdast';
import { codeNode, markdownTable, textNode } from '../../reports/markdown-text.ts';
import type { EventCell, FieldCell, SupportMatrix } from '../types.ts';
import { remarksOf, signed } from '../words.ts';

export function supportTable({ sources, events }: SupportMatrix): string {
  const head = [ours('Event'), ...sources.map(({ title }) => textNode(title))].map((node) => [
    node,
  ]);
  const rows = events.flatMap(({ event, direction, sources: cells, fields }) => [
    [
      [codeNode(event), ours(` (${direction})`)],
      ...sources.map(({ id }) => eventContent(cells[id])),
    ],
    ...fields.map(({ path, sources: of, open = [] }) => [
      [ours('… '), codeNode(path)],
      ...sources.map(({ id }) => (open.includes(id) ? [ours('left open')] : fieldContent(of[id]))),
    ]),
  ]);
  return `${markdownTable([head, ...rows])}\n`;
}

function eventContent(cell: EventCell | undefined): PhrasingContent[] {
  if (!cell) return [ours(signed('undocumented'))];
  const { names, remarks } = remarksOf(cell);
  return [
    ours(signed(cell.support)),
    ...names.flatMap((name, i) => [ours(i === 0 ? ', as ' : ' and '), codeNode(name)]),
    ...remarks.map((remark) => ours(`, ${remark}`)),
  ];
}

function fieldContent(cell: FieldCell | undefined): PhrasingContent[] {
  if (!cell) return [ours(signed('undocumented'))];
  return [
    ...(cell.support === 'supported' ? [] : [ours(`${signed(cell.support)}, `)]),
    codeNode(cell.type),
    ours(`, ${cell.requiredness}`),
    ...(cell.path === undefined ? [] : [ours(', as '), codeNode(cell.path)]),
  ];
}

function ours(value: string): PhrasingContent {
  return { type: 'text', value };
}
