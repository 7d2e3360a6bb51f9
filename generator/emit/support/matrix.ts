/** The support matrix: every event of every source, and what each source says of it. */
import { eventsOf, shapesByName } from '../../model/walk.ts';
import { splitPosition } from '../../model/position.ts';
import type {
  Direction,
  Event,
  Model,
  Retirement,
  Support,
  SupportStatus,
  Type,
} from '../../model/model.ts';

/** What `support-matrix.json` holds. */
export interface SupportMatrix {
  sources: { id: string; title: string; snapshot?: string; retired?: Retirement }[];
  events: { event: string; direction: Direction; sources: Record<string, SupportCell> }[];
}

/** What one source says of one event. Line numbers count from 1; files are relative to the docs folder. */
export interface SupportCell {
  /** `disputed`: what the page says, and its evidence, is contradicted by what is in `disputed`. */
  support: SupportStatus | 'disputed';
  disputed?: { status: SupportStatus; reason: string; evidence: string };
  note?: string;
  evidence?: { file: string; line: number; text: string };
  /** The words that call it deprecated. */
  deprecated?: { file: string; line: number; text: string };
}

/** The matrix of all sources, sorted by direction and name, every source on every event. */
export function supportMatrix(models: readonly Model[]): SupportMatrix {
  const directions: Direction[] = ['client', 'server'];
  return {
    sources: models.map(({ source }) => ({
      id: source.id,
      title: source.title,
      ...(source.upstream && { snapshot: source.upstream.snapshot }),
      ...(source.retired && { retired: source.retired }),
    })),
    events: directions.flatMap((direction) => {
      const events = models.map((model) => ({
        model,
        byName: new Map(eventsOf(model, direction).map((event) => [event.name, event])),
      }));
      const names = new Set(events.flatMap(({ byName }) => [...byName.keys()]));
      return [...names].toSorted().map((event) => ({
        event,
        direction,
        sources: Object.fromEntries(
          events.map(({ model, byName }) => [model.source.id, cellOf(model, byName.get(event))]),
        ),
      }));
    }),
  };
}

function cellOf(model: Model, event: Event | undefined): SupportCell {
  if (!event) return { support: 'undocumented' };
  const { status, evidence } = event.support;
  const { file, line } = splitPosition(evidence.position);
  const cell: SupportCell = { support: status, evidence: { file, line, text: evidence.text } };
  if (event.support.status === 'partial') cell.note = event.support.note;
  const parts = status === 'supported' ? flaggedParts(model, event) : [];
  const [first] = parts;
  if (first) {
    const place = splitPosition(first.support.evidence.position);
    cell.support = 'partial';
    cell.note = noteOfParts(parts);
    cell.evidence = { file: place.file, line: place.line, text: first.support.evidence.text };
  }
  if (event.support.disputed) {
    const { status: said, reason, evidence: proof } = event.support.disputed;
    cell.support = 'disputed';
    cell.disputed = { status: said, reason, evidence: proof.text };
  }
  if (event.deprecated) {
    const { file: page, line: at } = splitPosition(event.deprecated.position);
    cell.deprecated = { file: page, line: at, text: event.deprecated.text };
  }
  return cell;
}

/** A field or shape of an event that the docs flag, though not the event as a whole. */
interface FlaggedPart {
  path: string;
  support: Exclude<Support, { status: 'supported' }>;
}

function noteOfParts(parts: readonly FlaggedPart[]): string {
  const list = (status: SupportStatus) =>
    parts.flatMap(({ path, support }) =>
      support.status === status
        ? [support.status === 'partial' ? `${path} (${support.note})` : path]
        : [],
    );
  const groups = [
    { words: 'not supported', paths: list('unsupported') },
    { words: 'supported in part', paths: list('partial') },
  ];
  return groups
    .filter(({ paths }) => paths.length > 0)
    .map(({ words, paths }) => `${words}: ${paths.join(', ')}`)
    .join('; ');
}

function flaggedParts(model: Model, event: Event): FlaggedPart[] {
  const shapes = shapesByName(model);
  const parts: FlaggedPart[] = [];
  const visit = (type: Type, path: string, above: readonly string[]): void => {
    switch (type.kind) {
      case 'object':
        if (isFlagged(type.support)) parts.push({ path, support: type.support });
        for (const field of type.fields) {
          const at = path === '' ? field.name : `${path}.${field.name}`;
          if (isFlagged(field.support)) parts.push({ path: at, support: field.support });
          else visit(field.type, at, above);
        }
        return;
      case 'reference': {
        const shape = shapes.get(type.name);
        if (!shape || above.includes(shape.name)) return;
        const flagged = shape.type.kind === 'object' && isFlagged(shape.type.support);
        visit(shape.type, flagged ? `${path} (${shape.name})` : path, [...above, shape.name]);
        return;
      }
      case 'array':
        visit(type.element, `${path}[]`, above);
        return;
      case 'map':
        visit(type.value, `${path}{}`, above);
        return;
      case 'union':
        for (const member of type.members) visit(member, path, above);
        return;
      default:
    }
  };
  visit(event.body, '', []);
  return parts;
}

function isFlagged(support: Support | undefined): support is FlaggedPart['support'] {
  return support !== undefined && support.status !== 'supported';
}
