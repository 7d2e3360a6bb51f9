/** For servers that show test results: each event of the traffic is a test case, and fails where it does not fit. */
import { visible } from '../../text.ts';
import type { Finding } from '../tally.ts';
import { messageOf } from './github.ts';
import {
  fails,
  sectionsOf,
  timesOf,
  type Row,
  type Threshold,
  type TrafficReport,
} from './report.ts';

interface TestCase {
  group: string;
  name: string;
  failures: readonly string[];
}

export function junitReport(report: TrafficReport, failOn: Threshold): string {
  const rows = sectionsOf(report, { isGrouped: false }).flatMap(({ weight, rows }) =>
    fails(weight, failOn) ? rows : [],
  );
  const cases = casesOf(report, rows);
  const failed = cases.filter(({ failures }) => failures.length > 0).length;
  const name = attribute(`validate ${report.tally.source.id}`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name=${name} tests="${cases.length}" failures="${failed}">`,
    `  <testsuite name=${name} tests="${cases.length}" failures="${failed}">`,
    ...cases.flatMap(caseLines),
    '  </testsuite>',
    '</testsuites>',
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function casesOf({ tally }: TrafficReport, rows: readonly Row[]): TestCase[] {
  const failuresOf = (test: (finding: Finding) => boolean): string[] =>
    rows.filter(({ finding }) => test(finding)).map(messageOf);
  const documented = tally.events
    .filter((event) => timesOf(event) > 0)
    .map(({ direction, name }) => ({
      group: direction,
      name,
      failures: failuresOf(
        ({ kind, ...finding }) =>
          kind !== 'unknown' && finding.event === name && finding.direction === direction,
      ),
    }));
  const unknown = tally.findings.filter(({ kind }) => kind === 'unknown');
  const unreadable = failuresOf(({ kind }) => kind === 'unreadable');
  return [
    ...documented,
    ...unknown.map((one) => ({
      group: one.direction ?? 'unknown',
      name: one.event ?? '',
      failures: failuresOf((finding) => finding === one),
    })),
    ...(unreadable.length > 0
      ? [{ group: 'frames', name: 'are events', failures: unreadable }]
      : []),
  ];
}

function caseLines({ group, name, failures }: TestCase): string[] {
  const head = `    <testcase classname=${attribute(group)} name=${attribute(name)}`;
  if (failures.length === 0) return [`${head}/>`];
  return [
    `${head}>`,
    ...failures.map((text) => `      <failure message=${attribute(text)}/>`),
    '    </testcase>',
  ];
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** A text between quotes. What XML cannot hold is among what `visible` writes out. */
function attribute(text: string): string {
  const shown = visible(text.replaceAll(/\s+/g, ' ')).replaceAll(/[\ufffe\uffff]/g, '\ufffd');
  return `"${shown.replaceAll(/[&<>"]/g, (character) => escapes[character] ?? '')}"`;
}
