/** What an event is good for, in a word. */
import type { Model } from '../model/model.ts';
import { isSummary, providerOf } from './columns.ts';
import { envelope } from './fields.ts';
import type { CellStatus, EventRow, FieldRow, Headline } from './types.ts';

/** Whether what a cell is about may come, or be sent. What is disputed may. */
export function mayCome(cell: { support: CellStatus } | undefined): boolean {
  return cell !== undefined && cell.support !== 'unsupported' && cell.support !== 'undocumented';
}

/** The sources that count: those that are served, and are no summary of others. */
function served(columns: readonly Model[]): Model['source'][] {
  return columns
    .map(({ source }) => source)
    .filter((source) => !source.retired && !isSummary(source));
}

export function headlineOf(
  { sources }: Pick<EventRow, 'sources'>,
  fields: readonly FieldRow[],
  columns: readonly Model[],
): Headline {
  const all = served(columns);
  const having = all.filter(({ id }) => mayCome(sources[id]));
  const providers = new Set(having.map(providerOf));
  if (providers.size === 0) return 'none';
  if (providers.size === 1) return new Set(all.map(providerOf)).size === 1 ? 'portable' : 'single';
  const everywhere = new Set(all.map(providerOf)).size === providers.size;
  const ids = having.map(({ id }) => id);
  const isPlain = ids.every(
    (id) => sources[id]?.support === 'supported' && sources[id].names === undefined,
  );
  return everywhere && isPlain && !differ(fields, ids) ? 'portable' : 'care';
}

/** Whether one source documents a field that another one has not, or has under another name or of another type. */
function differ(fields: readonly FieldRow[], ids: readonly string[]): boolean {
  return fields
    .filter(({ path }) => !envelope.has(path))
    .some(({ sources }) => {
      const cells = ids.map((id) => sources[id]);
      return (
        !cells.every(mayCome) ||
        cells.some((cell) => cell?.path !== undefined || cell?.type !== cells[0]?.type)
      );
    });
}
