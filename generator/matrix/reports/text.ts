/** The matrix on a screen: as much in words as its width allows. */
import type { Direction } from '../../model/model.ts';
import type { Paint, Style } from '../../reports/paint.ts';
import { visible } from '../../text.ts';
import type { CellStatus, EventCell, FieldRow, SupportMatrix } from '../types.ts';
import {
  contradictionWords,
  marksOf,
  remarksOf,
  signed,
  statusSigns,
  statusWords,
} from '../words.ts';

const styles: Record<CellStatus, Style> = {
  supported: 'safe',
  unsupported: 'breaking',
  partial: 'dangerous',
  disputed: 'dangerous',
  undocumented: 'quiet',
};

interface Cell {
  status: CellStatus;
  long: string;
  short: string;
}

/** A line of the table, before it is known how much room there is. */
interface Line {
  name: string;
  cells: Cell[];
  /** Other names in these sources, where the cells have no room for them. */
  others: { column: number; name: string }[];
  isField: boolean;
}

/**
 * @param width how many characters a line has room for
 */
export function supportText(
  { sources, events }: SupportMatrix,
  { width, paint }: { width: number; paint: Paint },
): string {
  const ids = sources.map(({ id }) => id);
  const blocks = (['server', 'client'] as const).flatMap((direction) => {
    const rows = events.filter((row) => row.direction === direction);
    if (rows.length === 0) return [];
    const lines = rows.flatMap(({ event, sources: cells, fields }): Line[] => [
      lineOf(
        event,
        ids.map((id) => cells[id]),
      ),
      ...fields.map((field) => fieldLine(field, ids)),
    ]);
    return [tableOf(titleOf(direction), lines, ids, width, paint)];
  });
  const notes = notesOf(events);
  return [
    ...blocks,
    ...(notes.length > 0 ? [notes.map((line) => paint('quiet', line)).join('\n')] : []),
    legendOf(sources, paint),
  ]
    .map((block) => `${block}\n`)
    .join('\n');
}

function titleOf(direction: Direction): string {
  return direction === 'server' ? 'Server event' : 'Client event';
}

function lineOf(name: string, cells: readonly (EventCell | undefined)[]): Line {
  return {
    name,
    isField: false,
    cells: cells.map((cell) => {
      const status = cell?.support ?? 'undocumented';
      const { names, remarks } = cell ? remarksOf(cell) : { names: [], remarks: [] };
      const long = [
        signed(status),
        ...(names.length > 0 ? [`as ${names.join(' and ')}`] : []),
        ...remarks,
      ].join(', ');
      return { status, long, short: shortOf(status) };
    }),
    others: cells.flatMap((cell, column) =>
      (cell?.names ?? []).map((other) => ({ column, name: other })),
    ),
  };
}

function fieldLine({ path, sources, open = [] }: FieldRow, ids: readonly string[]): Line {
  const cells = ids.map((id) => sources[id]);
  return {
    name: visible(`  ${path}`),
    isField: true,
    cells: cells.map((cell, i) => {
      const status = cell?.support ?? 'undocumented';
      if (!cell) {
        const words = open.includes(ids[i] ?? '') ? leftOpen : statusSigns[status];
        return { status, long: words, short: words };
      }
      const flag = status === 'supported' ? '' : `${signed(status)}, `;
      const where = cell.path === undefined ? '' : `, as ${cell.path}`;
      const type = cell.type.length > mostOfType ? `${cell.type.slice(0, mostOfType)}…` : cell.type;
      return {
        status,
        long: `${flag}${type}, ${cell.requiredness}${where}`,
        short: shortOf(status),
      };
    }),
    others: cells.flatMap((cell, column) =>
      cell?.path === undefined ? [] : [{ column, name: cell.path }],
    ),
  };
}

const mostOfType = 40;
const leftOpen = 'open';

function shortOf(status: CellStatus): string {
  return status === 'undocumented' ? statusSigns[status] : statusWords[status];
}

// ── Layout ──────────────────────────────────────────────────────────────────────────────────────────────────

/** Words and names of sources; where there is no room, words below numbers; and at last signs below numbers. */
function tableOf(
  title: string,
  lines: readonly Line[],
  ids: readonly string[],
  width: number,
  paint: Paint,
): string {
  const numbers = ids.map((_, i) => String(i + 1));
  const layoutOf = (heads: readonly string[], textOf: (cell: Cell) => string, isLong = false) => ({
    heads,
    textOf,
    isLong,
    widths: widthsOf(title, lines, { heads, textOf }),
  });
  const { heads, textOf, isLong, widths } = fittingOf(
    [
      layoutOf(ids, ({ long }) => long, true),
      layoutOf(numbers, ({ short }) => short),
      layoutOf(numbers, ({ status }) => statusSigns[status]),
    ],
    width,
  );
  const pad = (text: string, i: number) =>
    i === widths.length - 1 ? text : text.padEnd(widths[i] ?? 0);
  const head = [title, ...heads].map((text, i) => paint('strong', pad(text, i))).join('  ');
  const body = lines.flatMap((line) => [
    [
      line.isField ? pad(line.name, 0) : paint('strong', pad(line.name, 0)),
      ...line.cells.map((cell, i) => paint(styles[cell.status], pad(textOf(cell), i + 1))),
    ].join('  '),
    ...(isLong ? [] : othersOf(line, numbers).map((text) => paint('quiet', text))),
  ]);
  return [head, ...body].join('\n');
}

/** The first layout that has room, or the smallest. */
function fittingOf<Layout extends { widths: readonly number[] }>(
  layouts: readonly [Layout, ...Layout[]],
  width: number,
): Layout {
  const [widest, ...smaller] = layouts;
  const room = (layout: Layout) => layout.widths.reduce((sum, one) => sum + one + 2, -2);
  return smaller.reduce((best, layout) => (room(best) <= width ? best : layout), widest);
}

function widthsOf(
  title: string,
  lines: readonly Line[],
  { heads, textOf }: { heads: readonly string[]; textOf: (cell: Cell) => string },
): number[] {
  return [
    Math.max(title.length, ...lines.map(({ name }) => name.length)),
    ...heads.map((head, i) =>
      Math.max(
        head.length,
        ...lines.map(({ cells }) => {
          const cell = cells[i];
          return cell ? textOf(cell).length : 0;
        }),
      ),
    ),
  ];
}

/** `in 4, 5: response.audio.delta` */
function othersOf({ others, isField }: Line, numbers: readonly string[]): string[] {
  const names = [...new Set(others.map(({ name }) => name))];
  return names.map((name) => {
    const columns = others.filter((one) => one.name === name).map(({ column }) => numbers[column]);
    return `${isField ? '    ' : '  '}in ${columns.join(', ')}: ${name}`;
  });
}

/** The words behind what is not a plain yes. */
function notesOf(events: SupportMatrix['events']): string[] {
  return events.flatMap(({ event, sources }) =>
    Object.entries(sources).flatMap(([id, { support, note, evidence, disputed }]) => {
      if (support === 'undocumented' || (support === 'supported' && note === undefined)) return [];
      const words = [
        ...(note === undefined ? [] : [note]),
        ...(evidence ? [`${evidence.text} (${evidence.file}:${evidence.line})`] : []),
        ...(disputed ? [`but: ${contradictionWords(disputed)}`] : []),
      ];
      return [`${id} ${event}: ${words.join('; ')}`];
    }),
  );
}

function legendOf(sources: SupportMatrix['sources'], paint: Paint): string {
  const signs = statuses
    .map((status) => `${statusSigns[status]} ${statusWords[status]}`)
    .join('  ');
  const columns = sources.map((source, i) => {
    const marks = marksOf(source);
    return `${i + 1} ${source.id}: ${source.title}${marks.length > 0 ? `, ${marks.join(', ')}` : ''}`;
  });
  return [signs, ...columns].map((line) => paint('quiet', line)).join('\n');
}

const statuses = ['supported', 'unsupported', 'partial', 'disputed', 'undocumented'] as const;
