/** How much of a source its docs say: fields that are concrete, open, inferred from examples, corrected. */
import { columns } from './columns.ts';
import type { Direction, Field, Model, Open, Shape, Type } from '../model/model.ts';
import { fieldsOf, shapesByName } from '../model/walk.ts';

/** Counts of fields. A field is open when some part of its own type is; it may be inferred or corrected besides. */
export interface Counts {
  fields: number;
  open: number;
  inferred: number;
  corrected: number;
}

export interface EventCoverage extends Counts {
  event: string;
  direction: Direction;
}

/** A type that the docs leave open, once for each place in the pages. */
export interface OpenPlace {
  open: Open;
  /** The first way to it: `session.created session.tools[]`. */
  path: string;
}

export interface Coverage extends Counts {
  source: string;
  /** Events that the docs name without claiming to list their fields. */
  unlisted: number;
  events: EventCoverage[];
  openPlaces: OpenPlace[];
}

/** Counts the fields of a model. */
export function coverageOf(model: Model): Coverage {
  const shapes = shapesByName(model);
  const places = new Map<string, OpenPlace>();
  const events = model.events.map((event): EventCoverage => {
    const fields = fieldsOf(model, event);
    for (const { path, field } of fields) {
      for (const open of openParts(field.type, shapes)) {
        const known = places.has(open.position);
        if (!known) places.set(open.position, { open, path: `${event.name} ${path}` });
      }
    }
    return {
      event: event.name,
      direction: event.direction,
      ...count(
        fields.map(({ field }) => field),
        shapes,
      ),
    };
  });
  return {
    source: model.source.id,
    ...sum(events),
    unlisted: model.events.filter(({ body }) => body.open !== undefined).length,
    events,
    openPlaces: [...places.values()],
  };
}

function count(fields: readonly Field[], shapes: ReadonlyMap<string, Shape>): Counts {
  return {
    fields: fields.length,
    open: fields.filter(({ type }) => openParts(type, shapes).length > 0).length,
    inferred: fields.filter(({ origin }) => origin === 'inferred').length,
    corrected: fields.filter(({ origin }) => origin === 'corrected').length,
  };
}

function sum(counts: readonly Counts[]): Counts {
  const total = (key: keyof Counts): number => counts.reduce((all, one) => all + one[key], 0);
  return {
    fields: total('fields'),
    open: total('open'),
    inferred: total('inferred'),
    corrected: total('corrected'),
  };
}

/** The open parts of a type itself: not those of the fields of its objects, which are fields of their own. */
function openParts(type: Type, shapes: ReadonlyMap<string, Shape>): Open[] {
  switch (type.kind) {
    case 'open':
      return [type];
    case 'array':
      return openParts(type.element, shapes);
    case 'map':
      return openParts(type.value, shapes);
    case 'union':
      return type.members.flatMap((member) => openParts(member, shapes));
    case 'reference': {
      const shape = shapes.get(type.name)?.type;
      return shape?.kind === 'open' ? [shape] : [];
    }
    default:
      return [];
  }
}

const reasons: Record<Open['reason'], string> = {
  opaque: 'the page says no more',
  cut: 'the page breaks off',
  'dead-reference': 'the page points at a section that is not there',
  example: 'the example shows no more',
};

/** The report as lines: totals, events with open fields (most first), then every open type with its page and line. */
export function coverageReport(coverages: readonly Coverage[]): string[] {
  const totals = coverages.map((one) => [
    one.source,
    String(one.events.length),
    String(one.unlisted),
    ...figures(one),
  ]);
  const events = coverages
    .flatMap(({ source, events: all }) => all.map((event) => ({ source, event })))
    .filter(({ event }) => event.open > 0)
    .toSorted((a, b) => b.event.open - a.event.open)
    .map(({ source, event }) => [`${source} ${event.direction} ${event.event}`, ...figures(event)]);
  const open = coverages.flatMap(({ openPlaces }) =>
    openPlaces.map(
      ({ open: type, path }) =>
        `${type.position} ${type.of === 'value' ? 'unknown' : 'open object'} ${path}: ${reasons[type.reason]}`,
    ),
  );
  const heads = ['fields', 'concrete', 'open', 'inferred', 'corrected', 'concrete share'];
  return [
    ...columns([['source', 'events', 'of them without fields', ...heads], ...totals]),
    '',
    ...columns([['events with open fields', ...heads], ...events]),
    '',
    `${open.length} open types`,
    ...open,
  ];
}

function figures({ fields, open, inferred, corrected }: Counts): string[] {
  const share = fields === 0 ? 100 : (100 * (fields - open)) / fields;
  return [
    ...[fields, fields - open, open, inferred, corrected].map(String),
    `${share.toFixed(1)} %`,
  ];
}
