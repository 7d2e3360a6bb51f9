/** SARIF 2.1.0, which code scanning services read. */
import type { Log, ReportingDescriptor, Result } from 'sarif';
import { rules, type Diagnostic, type RuleId, type Severity } from '../../diagnostics.ts';

/** What SARIF calls the severities. */
const levels = {
  error: 'error',
  warning: 'warning',
  info: 'note',
} as const satisfies Record<Severity, Result['level']>;

export function sarifReport(diagnostics: readonly Diagnostic[]): string {
  const used = [...new Set(diagnostics.map(({ rule }) => rule))].toSorted();
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'realtime-events', rules: used.map(descriptorOf) } },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((diagnostic) => resultOf(diagnostic, used)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function resultOf(diagnostic: Diagnostic, used: readonly RuleId[]): Result {
  const { rule, severity, sentence, file, line, column } = diagnostic;
  return {
    ruleId: rule,
    ruleIndex: used.indexOf(rule),
    level: levels[severity],
    message: { text: sentence },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/') },
          region: { startLine: line, startColumn: column },
        },
      },
    ],
  };
}

function descriptorOf(rule: RuleId): ReportingDescriptor {
  const { about, severity } = rules[rule];
  return {
    id: rule,
    shortDescription: { text: `${about}.` },
    defaultConfiguration: { level: levels[severity] },
  };
}
