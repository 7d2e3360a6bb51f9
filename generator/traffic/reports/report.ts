/** What every format tells of a tally: sections of findings in words. */
import type { Direction } from '../../model/model.ts';
import { Counter, sizeInWords, type Sketch } from '../sketch.ts';
import {
  mergedCounts,
  type EventTally,
  type Finding,
  type FindingKind,
  type Spot,
  type Tally,
} from '../tally.ts';
import { counted } from '../../text.ts';

/** Whose code the report is for: who writes a client, or who runs a server that should be like the reference. */
export type Role = 'client' | 'server';

export interface TrafficReport {
  tally: Tally;
  role: Role;
  /** The other sources that the same frames were held against. */
  against: readonly Tally[];
  /** Corrections that the traffic speaks for, in the format of the project. */
  suggestions: readonly Suggestion[];
}

/** A correction as a file. */
export interface Suggestion {
  /** The name of its file. */
  file: string;
  text: string;
}

/** How much a finding weighs. */
export type Weight = 'mismatch' | 'unknown' | 'new';

/** What makes a run fail, from the least to the most severe. */
export const thresholds = ['mismatch', 'unknown', 'new', 'never'] as const;
export type Threshold = (typeof thresholds)[number];

/** How much a finding weighs: what is new does not fit where the letter of the docs counts. */
function weightOf({ kind, direction }: Finding, { readings }: Tally): Weight {
  if (kind === 'unknown') return 'unknown';
  if (kind === 'mismatch' || kind === 'unreadable' || kind === 'order') return 'mismatch';
  return direction !== undefined && readings[direction] === 'exact' ? 'mismatch' : 'new';
}

/** Whether a finding is what makes a run fail. */
export function fails(weight: Weight, threshold: Threshold): boolean {
  return thresholds.indexOf(weight) <= thresholds.indexOf(threshold) && threshold !== 'never';
}

/** The same thing, found in one event or in several. */
export interface Row {
  /** The first and most frequent of them. */
  finding: Finding;
  /** The events that have it, where there are several. */
  events: readonly string[];
  /** Of all of them. */
  count: number;
  sessions: Sketch;
  types: Readonly<Record<string, number>>;
}

export interface Section {
  title: string;
  weight: Weight;
  rows: readonly Row[];
}

const titles: Readonly<Record<Role, Readonly<Record<Weight, string>>>> = {
  client: {
    mismatch: 'Does not fit the docs',
    unknown: 'Events that the docs do not have',
    new: 'Fits, and the docs do not have it',
  },
  server: {
    mismatch: 'Differs from the reference, so that its clients may fail',
    unknown: 'Events that the reference does not have, which its clients pass over',
    new: 'More than the reference has, which its clients pass over',
  },
};

/**
 * The findings by their weight, the most frequent first. Who runs a server is told first what it leaves out.
 *
 * @param options `isGrouped`: what is found in several events is told once
 */
export function sectionsOf(
  { tally, role }: Pick<TrafficReport, 'tally' | 'role'>,
  { isGrouped = true } = {},
): Section[] {
  return (['mismatch', 'unknown', 'new'] as const).flatMap((weight): Section[] => {
    const findings = tally.findings.filter((finding) => weightOf(finding, tally) === weight);
    const rows = isGrouped ? rowsOf(findings) : findings.map((finding) => rowOf([finding]));
    const isServer = role === 'server';
    const ofClients = isServer ? rows.filter(({ finding }) => finding.direction === 'client') : [];
    const leftOut = isServer ? rows.filter(isLeftOut) : [];
    const others = rows.filter((row) => !leftOut.includes(row) && !ofClients.includes(row));
    return [
      { title: leftOutTitle, weight, rows: leftOut },
      { title: titles[role][weight], weight, rows: others },
      { title: ofClientsTitle, weight, rows: ofClients },
    ].filter(({ rows }) => rows.length > 0);
  });
}

const leftOutTitle = 'Left out, and the reference always has it';
const ofClientsTitle = 'What its clients sent, and the reference does not take';

function isLeftOut({ finding, types }: Row): boolean {
  const { kind, direction } = finding;
  return kind === 'mismatch' && direction === 'server' && typesInWords(types) === 'nothing';
}

/** What is found in more events than this is told once. */
const fewEvents = 2;

function rowsOf(findings: readonly Finding[]): Row[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { kind, direction, target, expected, event } = finding;
    const own = kind === 'unknown' || target === undefined ? event : undefined;
    const key = [kind, direction, target, expected, own].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()]
    .flatMap((group) =>
      group.length > fewEvents ? [rowOf(group)] : group.map((one) => rowOf([one])),
    )
    .toSorted((a, b) => b.count - a.count);
}

function rowOf(group: readonly Finding[]): Row {
  const [first, ...others] = group.toSorted((a, b) => b.count - a.count);
  if (!first) throw new Error('A row is of something.');
  const sessions = new Counter();
  for (const finding of group) for (const hash of finding.sessions) sessions.add(hash);
  return {
    finding: first,
    events: others.length === 0 ? [] : group.map(({ event = '' }) => event),
    count: group.reduce((sum, { count }) => sum + count, 0),
    sessions: sessions.sketch(),
    types: group.reduce<Record<string, number>>(
      (types, finding) => mergedCounts(types, finding.types),
      {},
    ),
  };
}

/** What a row is about: the event and the place in it, `response.created response.usage`. */
export function subjectOf({ finding, events }: Row): string {
  const { kind, event = '', target = '', direction } = finding;
  if (kind === 'unreadable') return 'a frame';
  const whose = direction === 'client' ? 'client event ' : '';
  if (events.length > 0) return `${target} of ${events.length} ${direction} events`;
  return `${whose}${event}${target === '' ? '' : ` ${target}`}`;
}

/** What is so of it, to follow its subject and a colon. */
export function sentenceOf({ finding, types }: Row): string {
  const { kind, expected = '', values } = finding;
  const told = values ? ` (${values.join(', ')})` : '';
  const found = typesInWords(types);
  const sentences: Record<FindingKind, string> = {
    mismatch: `${found === 'nothing' ? 'is missing' : `is ${found}${told}`}, expected ${expected}`,
    unknown: `the docs do not have this event${expected === '' ? '' : `. ${expected.replace(/\.$/, '')}`}`,
    unreadable: expected,
    order: expected,
    key: `is ${found}; ${expected === '' ? 'the docs do not have this field' : expected}`,
    null: 'is null, which the docs do not have there',
    value: `is a value that the docs do not list${told === '' ? ` (${found})` : told}${expected === '' ? '' : `; ${expected}`}`,
    member: `is of a kind that the docs do not have${told}${expected === '' ? '' : `; ${expected}`}`,
  };
  return sentences[kind];
}

/** The same as a sentence of its own, which ends once. */
export function wholeSentenceOf(row: Row): string {
  const sentence = sentenceOf(row);
  return /[.?]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** `string`, `string or null`. */
function typesInWords(types: Readonly<Record<string, number>>): string {
  const names = Object.keys(types);
  const last = names.pop() ?? 'nothing';
  return names.length === 0 ? last : `${names.join(', ')} or ${last}`;
}

/** How often and where. */
export function evidenceOf({ finding, count, sessions, events }: Row): string {
  const times = count === 1 ? 'once' : `${count} times`;
  const where = `first at ${spotText(finding.first)}`;
  const whose = events.length === 0 ? '' : `: ${events.join(', ')}`;
  return `${times} in ${sizeInWords(sessions, 'session')}, ${where}${whose}`;
}

export function spotText({ file, number, line }: Spot): string {
  return line === undefined ? `${file} (frame ${number})` : `${file}:${line}`;
}

/** How many frames there are of each kind. */
export interface Figures {
  frames: number;
  known: number;
  new: number;
  mismatch: number;
  exact: number;
  unknown: number;
  unreadable: number;
}

/** @param direction only what is of it; frames of which nothing tells the direction count only for all */
export function figuresOf(tally: Tally, direction?: Direction): Figures {
  const events = tally.events.filter((event) => !direction || event.direction === direction);
  const total = (key: 'known' | 'new' | 'mismatch' | 'exact'): number =>
    events.reduce((sum, event) => sum + event[key], 0);
  const found = (kind: FindingKind): number =>
    tally.findings
      .filter((finding) => finding.kind === kind && (!direction || finding.direction === direction))
      .reduce((sum, { count }) => sum + count, 0);
  const figures = {
    known: total('known'),
    new: total('new'),
    mismatch: total('mismatch'),
    exact: total('exact'),
    unknown: found('unknown'),
    unreadable: found('unreadable'),
  };
  const { known, mismatch, unknown, unreadable } = figures;
  return { frames: known + figures.new + mismatch + unknown + unreadable, ...figures };
}

/** How many frames there are of an event. */
export function timesOf(event: EventTally): number {
  return event.known + event.new + event.mismatch;
}

/** Events of the docs that no frame is of. */
export function neverSeen(tally: Tally, direction: Direction): string[] {
  return tally.events
    .filter((event) => event.direction === direction && timesOf(event) === 0)
    .map(({ name }) => name);
}

/** Fields of the docs that no message had, of events that were there, with how many messages might have had them. */
export function absentFields(tally: Tally): { event: EventTally; targets: string[] }[] {
  return tally.events.flatMap((event) => {
    if (timesOf(event) === 0) return [];
    const targets = Object.entries(event.places).flatMap(([target, isSeen]) =>
      isSeen ? [] : [target],
    );
    return targets.length === 0 ? [] : [{ event, targets }];
  });
}

/** The first line of a report. */
export function headOf({ tally }: TrafficReport): string {
  const { source, frames, sessions, files } = tally;
  return `${counted(frames, 'frame')} of ${sizeInWords(sessions, 'session')} in ${counted(files, 'file')}, held against ${source.title} (${source.id})`;
}

/** The figures of one direction, in a line; `undefined` where there is none of it. */
export function figuresLine(tally: Tally, direction: Direction): string | undefined {
  const { frames, known, mismatch, exact, unknown, ...figures } = figuresOf(tally, direction);
  if (frames === 0) return undefined;
  const counts = [
    `${known} known`,
    ...(figures.new > 0 ? [`${figures.new} known with new parts`] : []),
    `${mismatch} that do not fit`,
    `${unknown} of unknown names`,
  ];
  return `${direction} events: ${frames}: ${counts.join(', ')}; read ${tally.readings[direction]}, ${exact} fit the letter of the docs`;
}

/** Says that there is no room for some findings; `undefined` where all of them are told. */
export function leftOutOf({ leftOut }: Tally): string | undefined {
  return leftOut === 0
    ? undefined
    : `${leftOut} more were found in places that are too many to list.`;
}

/** Asks for the direction of frames of which nothing tells it; `undefined` where there is none. */
export function questionOf({ ambiguous }: Tally): string | undefined {
  const names = Object.entries(ambiguous).map(([name, count]) => `${name} (${count})`);
  return names.length === 0
    ? undefined
    : `Events of both directions, which these may be either of: ${names.join(', ')}. --direction says which.`;
}

/** How many frames of an event, or of all of them, fit each of several sources. */
export interface Comparison {
  /** The name of the event. */
  event: string;
  frames: number;
  /** In the order of the sources. */
  fit: readonly number[];
}

/** How well several sources fit the same frames: the names of events as they are there, each with what fits. */
function comparisonOf(tallies: readonly Tally[]): Comparison[] {
  const names = new Set(
    tallies.flatMap(({ events, findings }) => [
      ...events.filter((event) => timesOf(event) > 0).map(({ name }) => name),
      ...findings.flatMap(({ kind, event }) => (kind === 'unknown' && event ? [event] : [])),
    ]),
  );
  return [...names].toSorted().map((name) => {
    const totals = tallies.map(({ events, findings }) => {
      const held = events.filter((event) => event.name === name);
      const unknown = findings.filter(({ kind, event }) => kind === 'unknown' && event === name);
      return (
        held.reduce((sum, event) => sum + timesOf(event), 0) +
        unknown.reduce((sum, { count }) => sum + count, 0)
      );
    });
    const fit = tallies.map(({ events }) =>
      events
        .filter((event) => event.name === name)
        .reduce((sum, event) => sum + event.known + event.new, 0),
    );
    return { event: name, frames: Math.max(...totals), fit };
  });
}

/** The rows of a table of the sources that frames were held against, with a head and the sums; none of a single one. */
export function comparisonRows({ tally, against }: TrafficReport): string[][] {
  if (against.length === 0) return [];
  const tallies = [tally, ...against];
  const compared = comparisonOf(tallies);
  const sums = tallies.map((_, i) => compared.reduce((sum, { fit }) => sum + (fit[i] ?? 0), 0));
  const frames = compared.reduce((sum, one) => sum + one.frames, 0);
  return [
    ['event', 'frames', ...tallies.map(({ source }) => source.id)],
    ...compared.map(({ event, frames, fit }) => [event, String(frames), ...fit.map(String)]),
    ['all', String(frames), ...sums.map(String)],
  ];
}

/** The sources that fit most of the frames, in a sentence; `undefined` where there is but one. */
export function bestFit(report: TrafficReport): string | undefined {
  const [head, ...rows] = comparisonRows(report);
  const [, frames = '', ...sums] = rows.at(-1) ?? [];
  if (!head) return undefined;
  const most = Math.max(...sums.map(Number));
  const best = head.slice(2).filter((_, i) => Number(sums[i]) === most);
  return `${best.join(' and ')} ${best.length === 1 ? 'fits' : 'fit'} most of them: ${most} of ${frames}.`;
}
