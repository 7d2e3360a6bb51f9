/** The report that holds a source against the declarations of an SDK: figures first, then every difference. */
import type { Value } from '../../generator/model/alternatives.ts';
import type { AppliedCorrection, Direction, Model } from '../../generator/model/model.ts';
import { splitPosition } from '../../generator/model/position.ts';
import { readingModeOf } from '../../generator/model/reading.ts';
import { starsIn } from '../../generator/resolve/path.ts';
import {
  compareEvents,
  joinComparisons,
  type Addition,
  type PathComparison,
  type Difference,
  type Share,
} from './compare-paths.ts';
import { declaredEvents, type Declarations } from './declarations.ts';
import { documentedEvents } from './documented.ts';
import { pathsOf, type Basis, type EventContract } from './paths.ts';

/** The exported unions of a file of declarations that hold the events of each direction. */
export type UnionNames = Readonly<Record<Direction, string>>;

/** The names that the SDK of OpenAI has for them. */
export const openaiUnionNames: UnionNames = {
  server: 'RealtimeServerEvent',
  client: 'RealtimeClientEvent',
};

/** Why the two sides differ, where no correction says it. */
export interface Reason {
  /** What differs: `missing` in the docs, an `addition` of the docs, an `event` of one side, and so on. */
  what: Difference['what'] | 'addition' | 'event';
  /** The path, or the name of the event; a `*` stands for anything. */
  path: string;
  /** In which events, if not in all; a `*` stands for anything. */
  event?: string;
  reason: string;
  /** Which side recorded sessions take; `nothing`: they do not show it. */
  recorded: 'docs' | 'declarations' | 'both' | 'nothing';
}

/** What is compared. */
export interface Scope {
  unions: UnionNames;
  /** Fields of events that are not compared, as `session.created/session`. */
  leftOut: readonly string[];
  reasons?: readonly Reason[];
}

const wholeOpenai: Scope = { unions: openaiUnionNames, leftOut: [] };

export interface SdkReport {
  paths: Share;
  kinds: Share;
  enumerations: Share;
  lines: string[];
  /** The differences that neither a correction nor a reason accounts for. */
  unexplained: string[];
  /** The reasons for which there is no difference. */
  unneeded: string[];
}

/** What the lines of differences need beside them. */
interface Sources {
  docsSrc: string;
  corrections: readonly AppliedCorrection[];
  reasons: readonly Reason[];
}

/**
 * Compares what a source documents with what declarations say.
 *
 * @param docsSrc the docs folder, for the places that the lines name
 * @param scope what is compared; without it all of the unions of OpenAI
 */
export function sdkReport(
  model: Model,
  declarations: Declarations,
  docsSrc: string,
  scope: Scope = wholeOpenai,
): SdkReport {
  const comparison = compareModel(model, declarations, scope);
  const { paths, kinds, enumerations } = comparison;
  const names = [
    scope.unions.server,
    scope.unions.client,
    ...scope.leftOut.map((one) => `without ${one}`),
  ];
  const unions = names.join(', ');
  const figures = [
    shareText(paths, 'paths'),
    shareText(kinds, 'kinds'),
    shareText(enumerations, 'enumerations'),
  ].join(', ');
  const reasons = scope.reasons ?? [];
  const sources: Sources = { docsSrc, corrections: model.corrections, reasons };
  const entries = [
    ...comparison.differences.map(entryOf),
    ...comparison.additions.map(additionEntry),
    ...[...comparison.onlyTheirs, ...comparison.onlyOurs].map(eventEntry),
  ];
  const unexplained = entries.filter((entry) => reasonFor(entry, sources) === undefined);
  return {
    paths,
    kinds,
    enumerations,
    lines: [
      `${model.source.id} against ${declarations.title} (${unions}): ${figures}`,
      ...eventLines('only in the declarations', comparison.onlyTheirs, sources),
      ...eventLines('only in the docs', comparison.onlyOurs, sources),
      ...differenceLines(comparison.differences, sources),
      ...additionLines(comparison.additions, sources),
    ],
    // An event that one side lacks is a difference only where reasons are given for all that differ.
    unexplained: groupLines(
      unexplained.filter(({ what }) => what !== 'event' || scope.reasons !== undefined),
      sources,
    ),
    unneeded: reasons
      .filter((reason) => !entries.some((entry) => isFor(reason, entry)))
      .map(({ what, path, event }) => `${what} ${path}${event === undefined ? '' : ` — ${event}`}`),
  };
}

/** Compares both directions of a source with declarations. */
function compareModel(
  model: Model,
  { file }: Declarations,
  { unions, leftOut }: Scope,
): PathComparison {
  return joinComparisons(
    (['server', 'client'] as const).map((direction) =>
      compareEvents(
        withoutFields(declaredEvents(file, unions[direction], direction), leftOut),
        withoutFields(documentedEvents(model, direction), leftOut),
        readingModeOf(model.source, direction),
      ),
    ),
  );
}

function withoutFields(
  events: readonly EventContract[],
  leftOut: readonly string[],
): EventContract[] {
  return events.map(({ body, ...event }) => ({
    ...event,
    body: {
      ...body,
      fields: new Map(
        [...body.fields].filter(([name]) => !leftOut.includes(`${event.name}/${name}`)),
      ),
    },
  }));
}

/** The least that is wanted, in percent. */
export type Least = Partial<Record<'paths' | 'kinds' | 'enumerations', number>>;

/** What of a report falls short of the least that is wanted. */
export function shortfalls(report: Pick<SdkReport, keyof Least>, least: Least): string[] {
  return (['paths', 'kinds', 'enumerations'] as const).flatMap((what) => {
    const percent = percentOf(report[what]);
    const wanted = least[what] ?? 0;
    return percent < wanted ? [`${percent} % of ${what} is less than ${wanted} %.`] : [];
  });
}

/** A share in percent, as far as it goes: 97.99 % is not 98. */
export function percentOf({ same, total }: Share): number {
  return total === 0 ? 100 : Math.floor((same * 1000) / total) / 10;
}

function shareText(share: Share, what: string): string {
  return `${share.same} of ${share.total} ${what} (${percentOf(share).toFixed(1)} %)`;
}

function eventLines(where: string, events: readonly EventContract[], sources: Sources): string[] {
  if (events.length === 0) return [];
  const list = events.map((event) => `${event.name} (${pathCount(pathsOf(event).length)})`);
  const count = events.length === 1 ? '1 event' : `${events.length} events`;
  const reasons = events.flatMap((event) => reasonFor(eventEntry(event), sources) ?? []);
  return [
    `${count} ${where}, not counted: ${list.join(', ')}`,
    ...[...new Set(reasons)].map((reason) => `  ${reason}`),
  ];
}

function eventEntry({ name }: EventContract): Entry {
  return { what: 'event', event: name, path: name, text: name, basis: undefined, paths: 0 };
}

function pathCount(count: number): string {
  return count === 1 ? '1 path' : `${count} paths`;
}

// ── Differences ─────────────────────────────────────────────────────────────────────────────────────────────

const headings: Record<Difference['what'], string> = {
  missing: 'Missing in the docs',
  kind: 'Of another kind',
  optionality: 'Optional on one side only',
  null: 'Null on one side only',
  values: 'Lists with other values',
};

/** The differences by what differs, those that cost most first. */
function differenceLines(differences: readonly Difference[], sources: Sources): string[] {
  return Object.entries(headings).flatMap(([what, heading]) => {
    const found = differences.filter((difference) => difference.what === what);
    if (found.length === 0) return [];
    const count = found.reduce((sum, { paths }) => sum + paths.length, 0);
    const total = what === 'values' ? `${found.length}` : pathCount(count);
    return ['', `${heading}: ${total}`, ...groupLines(found.map(entryOf), sources)];
  });
}

/** Something to say of a path, in one event. */
interface Entry {
  what: Reason['what'];
  event: string;
  path: string;
  text: string;
  basis: Basis | undefined;
  /** How much it weighs. */
  paths: number;
}

function entryOf(difference: Difference): Entry {
  const { what, event, path, paths, basis } = difference;
  const text = `${path} ${textOf(difference)}`;
  return { what, event, path, basis, paths: paths.length, text };
}

function textOf(difference: Difference): string {
  const size = sizeText(difference.paths.length);
  switch (difference.what) {
    case 'missing':
      return `(${difference.theirs.join(' or ')})${size}`;
    case 'kind':
      return `is ${difference.ours.join(' or ')} instead of ${difference.theirs}${size}`;
    case 'optionality':
      return `is ${difference.theirs} in the declarations`;
    case 'null':
      return `is ${difference.theirs} in the declarations`;
    case 'values': {
      const lacks = valuesText('lacks', difference.onlyTheirs);
      return [...lacks, ...valuesText('adds', difference.onlyOurs)].join(', ');
    }
  }
}

/** How many paths go on from a place, where it is more than its own. */
function sizeText(count: number): string {
  return count > 1 ? `, ${pathCount(count)} in all` : '';
}

function valuesText(verb: string, values: readonly Value[]): string[] {
  return values.length === 0
    ? []
    : [`${verb} ${values.map((value) => JSON.stringify(value)).join(' ')}`];
}

/** One line for what several events have in common, the heaviest first. */
function groupLines(entries: readonly Entry[], sources: Sources): string[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) groups.set(entry.text, [...(groups.get(entry.text) ?? []), entry]);
  const weigh = (group: readonly Entry[]) => group.reduce((sum, { paths }) => sum + paths, 0);
  return Array.from(groups)
    .toSorted(([a, one], [b, other]) => weigh(other) - weigh(one) || (a < b ? -1 : 1))
    .map(([text, group]) => {
      const basis = group.find((entry) => entry.basis)?.basis;
      const reasons = new Set(group.flatMap((entry) => reasonFor(entry, sources) ?? []));
      const reason = reasons.size === 0 ? undefined : [...reasons].join(' ');
      const place = placeText(basis, sources);
      return `  ${place}${text} — ${eventsText(group)}${reason === undefined ? '' : `: ${reason}`}`;
    });
}

function placeText(basis: Basis | undefined, { docsSrc }: Sources): string {
  if (!basis) return '';
  const { file, line } = splitPosition(basis.position);
  return `${docsSrc}/${file}:${line} `;
}

/** Why the sides differ: what was given as the reason, or else that of the correction that the docs have. */
function reasonFor(entry: Entry, { corrections, reasons }: Sources): string | undefined {
  const given = reasons.find((reason) => isFor(reason, entry));
  if (given) return `${given.reason} ${sidesInWords[given.recorded]}`;
  const file = entry.basis && splitPosition(entry.basis.position).file;
  return corrections.find(({ position }) => splitPosition(position).file === file)?.reason;
}

const sidesInWords: Readonly<Record<Reason['recorded'], string>> = {
  docs: 'Recorded sessions take the side of the docs.',
  declarations: 'Recorded sessions take the side of the declarations.',
  both: 'Recorded sessions agree with both.',
  nothing: 'No recorded session shows it.',
};

function isFor({ what, path, event = '*' }: Reason, entry: Entry): boolean {
  return (
    what === entry.what &&
    starsIn(path, entry.path) !== undefined &&
    starsIn(event, entry.event) !== undefined
  );
}

function eventsText(group: readonly Entry[]): string {
  return [...new Set(group.map(({ event }) => event))].join(', ');
}

// ── Additions ───────────────────────────────────────────────────────────────────────────────────────────────

function additionLines(additions: readonly Addition[], sources: Sources): string[] {
  if (additions.length === 0) return [];
  const bases = additions.flatMap(({ paths }) => paths.map(({ basis }) => basis));
  const counts = (['documented', 'corrected', 'inferred'] as const).flatMap((origin) => {
    const count = bases.filter((basis) => basis?.origin === origin).length;
    return count === 0 ? [] : [`${count} ${origin}`];
  });
  return [
    '',
    `Only in the docs: ${pathCount(bases.length)} (${counts.join(', ')})`,
    ...groupLines(additions.map(additionEntry), sources),
  ];
}

function additionEntry({ event, path, paths }: Addition): Entry {
  const basis = paths.find((each) => each.basis)?.basis;
  const text = `${path} (${basis?.origin ?? 'of no origin'})${sizeText(paths.length)}`;
  return { what: 'addition', event, path, text, basis, paths: paths.length };
}
