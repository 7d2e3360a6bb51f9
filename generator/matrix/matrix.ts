/** The support matrix: what each source says of every event and field, side by side. Models go in, plain data comes out. */
import type { Direction, Event, Model } from '../model/model.ts';
import { compareText } from '../text.ts';
import { eventCellOf } from './cells.ts';
import { inOrder, isReference, providerOf } from './columns.ts';
import {
  compareFields,
  eventFields,
  fieldCellOf,
  isLeftOpen,
  type ComparedFields,
  type EventFields,
  type FieldForm,
} from './fields.ts';
import { headlineOf, mayCome } from './headline.ts';
import { isSameThing, thingsOf, type Place, type Thing } from './rows.ts';
import {
  matrixVersion,
  type EventCell,
  type EventRow,
  type FieldCell,
  type FieldRow,
  type MatrixSource,
  type Share,
  type SupportMatrix,
  type Words,
} from './types.ts';

const directions: readonly Direction[] = ['client', 'server'];

/** The matrix of all sources, its rows sorted by direction and name. */
export function supportMatrix(models: readonly Model[]): SupportMatrix {
  const columns = inOrder(models);
  const evidence = new EvidenceList();
  const events = directions.flatMap((direction) =>
    thingsOf(columns, direction)
      .map((thing) => rowOf(thing, columns, evidence))
      .toSorted((a, b) => compareText(a.event, b.event)),
  );
  return {
    version: matrixVersion,
    sources: columns.map((model) => sourceOf(model, columns, events)),
    events,
    evidence: evidence.all,
  };
}

/** Words of the docs, each once. */
class EvidenceList {
  readonly all: Words[] = [];
  /** By the words, and where they stand: a text that is looked for again is found by itself. */
  readonly #numbers = new Map<string, Map<string, number>>();

  numberOf(words: Words): number {
    const places = this.#numbers.get(words.text) ?? new Map<string, number>();
    this.#numbers.set(words.text, places);
    const place = `${words.line} ${words.file}`;
    const number = places.get(place) ?? this.all.push(words) - 1;
    places.set(place, number);
    return number;
  }
}

// ── Rows ────────────────────────────────────────────────────────────────────────────────────────────────────

function rowOf(thing: Thing, columns: readonly Model[], evidence: EvidenceList): EventRow {
  const { model, event, places } = thing;
  const measure = eventFields(model, event);
  const fields = new Map<string, FieldRow>(
    [...measure.byPath.keys()].map((path) => [path, { path, sources: {} }]),
  );
  const sources: EventRow['sources'] = {};
  const compared = new Map<string, ComparedFields>();
  for (const place of places) {
    const { id } = place.model.source;
    const [other] = place.counterpart.events;
    sources[id] = other ? namedCell(thing, place, other) : { support: 'undocumented' };
    if (!other || !isSameThing(place.counterpart)) continue;
    const own = place.model === model ? measure : eventFields(place.model, other);
    const paired = pairFields(thing, measure, place, other, own);
    compared.set(id, comparedOf(paired, own));
    for (const { path, ownPath, facts } of paired) {
      const row = fields.get(path) ?? { path, sources: {} };
      fields.set(path, row);
      row.sources[id] = withPath(
        fieldCellOf(facts, (words) => evidence.numberOf(words)),
        path === ownPath ? undefined : ownPath,
      );
    }
  }
  for (const [id, own] of compared) {
    const cell = sources[id];
    if (cell && id !== model.source.id) cell.fields = compareFields(measure, own);
  }
  const rows = [...fields.values()].map((row) => withOpen(row, compared));
  return {
    event: event.name,
    direction: event.direction,
    headline: headlineOf({ sources }, rows, columns),
    measure: model.source.id,
    sources,
    fields: rows,
  };
}

/** Names the sources that leave open what stands at the path of a field. */
function withOpen(row: FieldRow, compared: ReadonlyMap<string, ComparedFields>): FieldRow {
  const open = [...compared].flatMap(([id, own]) =>
    row.sources[id] === undefined && isLeftOpen(row.path, own.open) ? [id] : [],
  );
  return open.length === 0 ? row : { ...row, open };
}

/** What a source says of what it has in the place of an event, with the name that it has there. */
function namedCell({ event }: Thing, { model, counterpart }: Place, other: Event): EventCell {
  const cell = eventCellOf(model, other);
  const names = counterpart.events.map(({ name }) => name);
  const standsIn = counterpart.kind === 'replaced' ? counterpart.rename.with : undefined;
  const isOther = names.length > 1 || names[0] !== event.name;
  return { ...cell, ...(isOther && { names }), ...(standsIn && { with: standsIn }) };
}

function withPath(cell: FieldCell, path: string | undefined): FieldCell {
  return path === undefined ? cell : { ...cell, path };
}

// ── Fields ──────────────────────────────────────────────────────────────────────────────────────────────────

/** A field of a source, by the path of its row and by its own. */
interface PairedField {
  path: string;
  ownPath: string;
  facts: FieldForm;
}

/** Puts each field of a source into the row that it belongs to; what the measure does not have keeps its own path. */
function pairFields(
  { event }: Thing,
  measure: EventFields,
  { pairing }: Place,
  other: Event,
  own: EventFields,
): PairedField[] {
  const used = new Set<string>();
  const paired = [...measure.byPath.keys()].flatMap((path): PairedField[] => {
    const paths = pairing.pathsOf(event, path, other);
    const [ownPath] = paths;
    const facts = ownPath === undefined ? undefined : own.byPath.get(ownPath);
    if (ownPath === undefined || !facts) return [];
    for (const one of paths) used.add(one);
    return [{ path, ownPath, facts }];
  });
  const rest = [...own.byPath].flatMap(([ownPath, facts]): PairedField[] =>
    used.has(ownPath) ? [] : [{ path: ownPath, ownPath, facts }],
  );
  return [...paired, ...rest];
}

/** The fields of a source by the paths of their rows, and the objects that it leaves open by the same. */
function comparedOf(paired: readonly PairedField[], { open }: EventFields): ComparedFields {
  const moved = paired.filter(({ path, ownPath }) => path !== ownPath);
  return {
    byPath: new Map(paired.map(({ path, facts }) => [path, facts])),
    open: new Set([
      ...open,
      ...moved.flatMap(({ path, ownPath }) =>
        ['', '[]', '{}'].flatMap((end) => (open.has(ownPath + end) ? [path + end] : [])),
      ),
    ]),
  };
}

// ── Sources ─────────────────────────────────────────────────────────────────────────────────────────────────

function sourceOf(
  model: Model,
  columns: readonly Model[],
  rows: readonly EventRow[],
): MatrixSource {
  const { source, events } = model;
  const { id, title, upstream, retired, matrix } = source;
  const flags = events.map((event) => eventCellOf(model, event).support);
  const count = (status: EventCell['support']) => flags.filter((flag) => flag === status).length;
  const reference = columns.find((one) => isReference(one.source));
  return {
    id,
    title,
    provider: providerOf(source),
    ...(matrix?.generation !== undefined && { generation: matrix.generation }),
    ...(matrix?.role && { role: matrix.role }),
    ...(upstream && { snapshot: upstream.snapshot, url: upstream.url }),
    ...(retired && { retired }),
    counts: {
      supported: count('supported'),
      unsupported: count('unsupported'),
      partial: count('partial'),
      disputed: count('disputed'),
    },
    ...(reference &&
      reference.source !== source && { ofReference: ofReference(id, reference.source.id, rows) }),
  };
}

/** How much of the reference a source has, that may come or be sent in both. */
function ofReference(
  id: string,
  reference: string,
  rows: readonly EventRow[],
): NonNullable<MatrixSource['ofReference']> {
  const all = rows.filter(
    ({ measure, sources }) => measure === reference && mayCome(sources[reference]),
  );
  const had = all.filter(({ sources }) => mayCome(sources[id]));
  const fields = all.flatMap((row) =>
    row.fields
      .filter(({ sources }) => mayCome(sources[reference]))
      .map((field) => ({ row, field })),
  );
  const hadFields = fields.filter(
    ({ row, field }) => mayCome(row.sources[id]) && mayCome(field.sources[id]),
  );
  return { events: share(had, all), fields: share(hadFields, fields) };
}

function share(have: readonly unknown[], of: readonly unknown[]): Share {
  return { have: have.length, of: of.length };
}
