/** For code scanning services. */
import type { ReportingDescriptor, Result } from 'sarif';
import { message, physicalLocation, sarifLog } from '../../reports/sarif-log.ts';
import { findingKinds, type FindingKind } from '../tally.ts';
import { messageOf } from './github.ts';
import { sectionsOf, type TrafficReport, type Weight } from './report.ts';

/** What SARIF calls the weights. */
const levels = {
  mismatch: 'error',
  unknown: 'warning',
  new: 'note',
} as const satisfies Record<Weight, Result['level']>;

const descriptions: Readonly<Record<FindingKind, string>> = {
  mismatch: 'A message does not fit what the docs say of its event.',
  unknown: 'The docs have no event of this name.',
  unreadable: 'A frame is not an event.',
  order: 'An event came before the one that it follows.',
  key: 'A message has a field that the docs do not have.',
  null: 'A message has null where the docs have none.',
  value: 'A message has a value that the docs do not list.',
  member: 'A message has a kind of object that the docs do not have.',
};

export function sarifReport(report: TrafficReport): string {
  const results = sectionsOf(report).flatMap(({ weight, rows }) =>
    rows.map((row) => ({ level: levels[weight], row })),
  );
  const used = findingKinds.filter((kind) => results.some(({ row }) => row.finding.kind === kind));
  return sarifLog(
    used.map((kind): ReportingDescriptor => ({
      id: `traffic-${kind}`,
      shortDescription: { text: descriptions[kind] },
    })),
    results.map(({ level, row }): Result => {
      const { kind, first } = row.finding;
      const start = first.line === undefined ? undefined : { line: first.line, column: 1 };
      return {
        ruleId: `traffic-${kind}`,
        ruleIndex: used.indexOf(kind),
        level,
        message: message(messageOf(row)),
        locations: [{ physicalLocation: physicalLocation(first.file, start) }],
      };
    }),
  );
}
