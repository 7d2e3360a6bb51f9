/** For a pull request, or a page that is kept. */
import {
  codeNode,
  markdownCode,
  markdownTable,
  markdownText,
  textNode,
} from '../../reports/markdown-text.ts';
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
  subjectOf,
  timesOf,
  wholeSentenceOf,
  type Row,
  type TrafficReport,
} from './report.ts';
import type { Tally } from '../tally.ts';

const directions = ['server', 'client'] as const;

export function markdownReport(report: TrafficReport): string {
  const { tally, suggestions } = report;
  const blocks = [
    `# ${markdownText(`Traffic of ${tally.source.title}`)}`,
    markdownText(`${headOf(report)}.`),
    ...directions
      .flatMap((direction) => figuresLine(tally, direction) ?? [])
      .map((line) => `- ${markdownText(`${line}.`)}`),
    ...sectionsOf(report).flatMap(({ title, rows }) => [
      `## ${markdownText(title)}`,
      rows.map(rowText).join('\n'),
    ]),
    ...[leftOutOf(tally), questionOf(tally)].flatMap((line) =>
      line === undefined ? [] : [markdownText(line)],
    ),
    ...comparisonBlocks(report),
    ...eventBlocks(tally),
    ...neverBlocks(tally),
    ...suggestions.flatMap(({ file, text }) => [`## ${markdownCode(file)}`, fenced(text)]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function rowText(row: Row): string {
  const { example } = row.finding;
  return [
    `- ${markdownCode(subjectOf(row))} ${markdownText(wholeSentenceOf(row))}`,
    `  ${markdownText(`Found ${evidenceOf(row)}.`)}`,
    ...(example === undefined ? [] : ['', `  ${markdownCode(JSON.stringify(example))}`, '']),
  ].join('\n');
}

function comparisonBlocks(report: TrafficReport): string[] {
  const best = bestFit(report);
  if (best === undefined) return [];
  const rows = comparisonRows(report).map((cells) => cells.map((cell) => [textNode(cell)]));
  return ['## How many frames fit each source', markdownText(best), markdownTable(rows)];
}

function eventBlocks(tally: Tally): string[] {
  const seen = tally.events.filter((event) => timesOf(event) > 0);
  if (seen.length === 0) return [];
  const head = ['event', 'sent by', 'frames', 'known', 'new parts', 'do not fit', 'exact'];
  return [
    '## Events',
    markdownTable([
      head.map((word) => [textNode(word)]),
      ...seen.map((event) => [
        [codeNode(event.name)],
        ...[
          event.direction,
          timesOf(event),
          event.known,
          event.new,
          event.mismatch,
          event.exact,
        ].map((cell) => [textNode(String(cell))]),
      ]),
    ]),
  ];
}

function neverBlocks(tally: Tally): string[] {
  const events = directions.flatMap((direction) => {
    const names = neverSeen(tally, direction);
    return names.length === 0
      ? []
      : [`- ${direction} events: ${names.map((name) => markdownCode(name)).join(', ')}`];
  });
  const fields = absentFields(tally).map(
    ({ event, targets }) =>
      `- ${markdownCode(event.name)}: ${targets.map((target) => markdownCode(target)).join(', ')}`,
  );
  return [
    ...(events.length === 0 ? [] : ['## In the docs, and never seen', events.join('\n')]),
    ...(fields.length === 0
      ? []
      : ['## Fields of the docs that no message had', fields.join('\n')]),
  ];
}

function fenced(text: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}markdown\n${text.trimEnd()}\n${fence}`;
}
