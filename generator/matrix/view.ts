/** A part of the matrix: what somebody asks for, and what of it a source does not have. */
import type { Direction } from '../model/model.ts';
import { isEventNamed } from '../model/pairing.ts';
import { mayCome } from './headline.ts';
import type {
  CellStatus,
  EventCell,
  EventRow,
  FieldCell,
  FieldRow,
  SupportMatrix,
  Words,
} from './types.ts';

/** What is asked for. */
export interface Question {
  /** Events by any name that a source has for them, or fields of events (`session.update/session.voice`); none: all. */
  asked: readonly string[];
  /** Of these sources; none: all. */
  sources: readonly string[];
  direction?: Direction;
  /** Whether fields are rows, too. Those that are asked for are so anyway. */
  fields: boolean;
  /** Leave out what all of the sources have alike. */
  onlyDifferences: boolean;
}

/** Something that was asked for and that a source does not have. */
export interface Missing {
  asked: string;
  source: string;
  support: CellStatus;
  /** The docs leave open what an object holds, so that it may have it. */
  isOpen: boolean;
}

export interface View {
  matrix: SupportMatrix;
  missing: Missing[];
  /** What no source has, by whatever name. */
  unknown: string[];
}

/** The rows and columns that answer a question. */
export function viewOf(matrix: SupportMatrix, question: Question): View {
  const { asked, direction, onlyDifferences } = question;
  const sources = matrix.sources.filter(
    ({ id }) => question.sources.length === 0 || question.sources.includes(id),
  );
  const ids = sources.map(({ id }) => id);
  const wanted = asked.map(parse);
  const rows = matrix.events.filter(
    (row) => direction === undefined || row.direction === direction,
  );
  const found = rows.flatMap((row) => {
    const meant = wanted.filter(({ event }) => isCalled(row, event));
    if (wanted.length > 0 && meant.length === 0) return [];
    const ways = meant.flatMap(({ path }) => path ?? []);
    const isWhole = question.fields && (ways.length === 0 || ways.length < meant.length);
    const fields = row.fields.filter(
      (field) => isWhole || ways.some((path) => isFieldCalled(field, path)),
    );
    return [{ row, fields }];
  });
  const missing = wanted.flatMap((one) => missingOf(one, rows, ids));
  const kept = found
    .map(({ row, fields }) => ({
      row,
      fields: onlyDifferences ? fields.filter((field) => isUnlikeField(field, ids)) : fields,
    }))
    .filter(({ row, fields }) => !onlyDifferences || fields.length > 0 || isUnlikeEvent(row, ids));
  return {
    matrix: {
      ...matrix,
      sources,
      ...withEvidence(
        kept.map(({ row, fields }) => ({
          ...row,
          sources: pick(row.sources, ids),
          fields: fields.map((field) => fieldOf(field, ids)),
        })),
        matrix.evidence,
      ),
    },
    missing,
    unknown: wanted
      .filter(({ event, path }) => !rows.some((row) => hasPart(row, event, path)))
      .map(({ text }) => text),
  };
}

/** An event, or a field of it, as it is typed. */
interface Wanted {
  text: string;
  event: string;
  path?: string;
}

function parse(text: string): Wanted {
  const [event = '', ...way] = text.split('/');
  return { text, event, ...(way.length > 0 && { path: way.join('/') }) };
}

/** Whether a source calls the event of a row so; a `*` stands for any part of a name. */
function isCalled({ event, sources }: EventRow, name: string): boolean {
  const names = [
    event,
    ...Object.values(sources).flatMap((cell) => (cell.with ? [] : (cell.names ?? []))),
  ];
  return names.some((one) => isEventNamed(name, one));
}

function isFieldCalled({ path, sources }: FieldRow, name: string): boolean {
  return path === name || Object.values(sources).some((cell) => cell.path === name);
}

function hasPart(row: EventRow, event: string, path: string | undefined): boolean {
  if (!isCalled(row, event)) return false;
  return path === undefined || row.fields.some((field) => isFieldCalled(field, path));
}

/** The sources that have what is wanted in none of the rows that are called so. */
function missingOf(
  { text, event, path }: Wanted,
  rows: readonly EventRow[],
  ids: readonly string[],
): Missing[] {
  const meant = rows.filter((row) => isCalled(row, event));
  // Each event of a pattern is asked for by itself; a name that several rows have, as after a split, is one thing.
  const groups = event.includes('*') ? meant.map((row) => [row]) : [meant];
  return groups.flatMap((group) =>
    ids.flatMap((source) => {
      const statuses = group.map((row) => statusOf(row, path, source));
      if (statuses.some((support) => mayCome({ support }))) return [];
      const asked = group.length === 1 && event.includes('*') ? (group[0]?.event ?? text) : text;
      const isOpen = path !== undefined && group.some((row) => isOpenAt(row, path, source));
      return [{ asked, source, support: statuses[0] ?? 'undocumented', isOpen }];
    }),
  );
}

function statusOf(row: EventRow, path: string | undefined, source: string): CellStatus {
  const cell = row.sources[source];
  if (path === undefined || !mayCome(cell)) return cell?.support ?? 'undocumented';
  const field = row.fields.find((one) => isFieldCalled(one, path));
  return field?.sources[source]?.support ?? 'undocumented';
}

function isOpenAt({ fields }: EventRow, path: string, source: string): boolean {
  return fields.some((one) => isFieldCalled(one, path) && one.open?.includes(source));
}

function isUnlikeEvent({ sources }: EventRow, ids: readonly string[]): boolean {
  const form = (cell: EventCell | undefined) =>
    JSON.stringify([cell?.support, cell?.names, cell?.fields?.relation ?? 'same']);
  return new Set(ids.map((id) => form(sources[id]))).size > 1;
}

function isUnlikeField({ sources, open = [] }: FieldRow, ids: readonly string[]): boolean {
  const form = (cell: FieldCell | undefined) =>
    JSON.stringify([cell?.support, cell?.path, cell?.type, cell?.requiredness]);
  // What is left open may be anything.
  const told = ids.filter((id) => !open.includes(id));
  return new Set(told.map((id) => form(sources[id]))).size > 1;
}

function pick<Cell>(cells: Record<string, Cell>, ids: readonly string[]): Record<string, Cell> {
  return Object.fromEntries(Object.entries(cells).filter(([id]) => ids.includes(id)));
}

function fieldOf({ path, sources, open }: FieldRow, ids: readonly string[]): FieldRow {
  const left = open?.filter((id) => ids.includes(id)) ?? [];
  return { path, sources: pick(sources, ids), ...(left.length > 0 && { open: left }) };
}

/** The rows with the words that their fields point at, and no others. */
function withEvidence(
  events: readonly EventRow[],
  all: readonly Words[],
): Pick<SupportMatrix, 'events' | 'evidence'> {
  const cellsOf = (row: EventRow) => row.fields.flatMap(({ sources }) => Object.values(sources));
  const used = [...new Set(events.flatMap(cellsOf).map(({ evidence }) => evidence))];
  const numbers = new Map(used.map((number, i) => [number, i]));
  const renumbered = (cell: FieldCell): FieldCell => ({
    ...cell,
    evidence: numbers.get(cell.evidence) ?? 0,
  });
  return {
    events: events.map((row) => ({
      ...row,
      fields: row.fields.map((field) => ({
        ...field,
        sources: Object.fromEntries(
          Object.entries(field.sources).map(([id, cell]) => [id, renumbered(cell)]),
        ),
      })),
    })),
    evidence: used.flatMap((number) => all[number] ?? []),
  };
}
