/** For a screen: what does not fit first, then what is new, then what never came. */
import { columns } from '../../reports/columns.ts';
import { visibleLine } from '../../text.ts';
import {
  absentFields,
  bestFit,
  comparisonRows,
  evidenceOf,
  figuresLine,
  headOf,
  leftOutOf,
  neverSeen,
  questionOf,
  sectionsOf,
  sentenceOf,
  subjectOf,
  timesOf,
  type Row,
  type TrafficReport,
} from './report.ts';
import type { Tally } from '../tally.ts';

const directions = ['server', 'client'] as const;

export function textReport(report: TrafficReport): string {
  const { tally } = report;
  const lines = [
    headOf(report),
    ...directions.flatMap((direction) => figuresLine(tally, direction) ?? []).map(indented),
    ...sectionsOf(report).flatMap(({ title, weight, rows }) => [
      '',
      `${title}:`,
      ...rows.flatMap((row) => (weight === 'new' ? shortLines(row) : rowLines(row))),
    ]),
    ...[leftOutOf(tally), questionOf(tally)].flatMap((line) =>
      line === undefined ? [] : ['', line],
    ),
    ...comparisonLines(report),
    ...eventLines(tally),
    ...neverLines(tally),
    ...report.suggestions.flatMap(({ file, text }) => [
      '',
      `${file}:`,
      '',
      ...text.trimEnd().split('\n'),
    ]),
  ];
  // No name of a message is a colour of ours.
  return lines.map((line) => `${visibleLine(line)}\n`).join('');
}

function indented(line: string): string {
  return `  ${line}`;
}

const widest = 400;

function rowLines(row: Row): string[] {
  const { example } = row.finding;
  const text = example === undefined ? '' : JSON.stringify(example);
  return [
    `  ${subjectOf(row)}: ${sentenceOf(row)}`,
    `      ${evidenceOf(row)}`,
    ...(text === '' ? [] : [`      ${text.length > widest ? `${text.slice(0, widest)}…` : text}`]),
  ];
}

/** What fits is told in few words: there is much of it, and the names say most. */
function shortLines(row: Row): string[] {
  return [`  ${subjectOf(row)}: ${sentenceOf(row)}; ${evidenceOf(row)}`];
}

function comparisonLines(report: TrafficReport): string[] {
  const best = bestFit(report);
  return best === undefined
    ? []
    : [
        '',
        `How many frames fit each source. ${best}`,
        ...columns(comparisonRows(report)).map(indented),
      ];
}

function eventLines(tally: Tally): string[] {
  const seen = tally.events.filter((event) => timesOf(event) > 0);
  if (seen.length === 0) return [];
  const rows = seen.map((event) => [
    `${event.direction} ${event.name}`,
    ...[timesOf(event), event.known, event.new, event.mismatch, event.exact].map(String),
  ]);
  const head = ['event', 'frames', 'known', 'new parts', 'do not fit', 'exact'];
  return ['', ...columns([head, ...rows]).map(indented)];
}

function neverLines(tally: Tally): string[] {
  const events = directions.flatMap((direction) => {
    const names = neverSeen(tally, direction);
    return names.length === 0 ? [] : [`  ${direction} events: ${names.join(', ')}`];
  });
  const fields = absentFields(tally).map(
    ({ event, targets }) => `  ${event.name} (${timesOf(event)}): ${targets.join(', ')}`,
  );
  return [
    ...(events.length === 0 ? [] : ['', 'In the docs, and never seen:', ...events]),
    ...(fields.length === 0 ? [] : ['', 'Fields of the docs that no message had:', ...fields]),
  ];
}
