/** For code scanning services. */
import type { ReportingDescriptor, Result } from 'sarif';
import { rules, type Diagnostic, type RuleId, type Severity } from '../../diagnostics.ts';
import { sectionOf, type RulesPage } from '../../reports/rule-links.ts';
import { message, physicalLocation, sarifLog } from '../../reports/sarif-log.ts';

/** What SARIF calls the severities. */
const levels = {
  error: 'error',
  warning: 'warning',
  info: 'note',
} as const satisfies Record<Severity, Result['level']>;

export function sarifReport(diagnostics: readonly Diagnostic[], page: RulesPage): string {
  const used = [...new Set(diagnostics.map(({ rule }) => rule))].toSorted();
  return sarifLog(
    used.map((rule) => descriptorOf(rule, page)),
    diagnostics.map((diagnostic) => resultOf(diagnostic, used)),
  );
}

function resultOf(diagnostic: Diagnostic, used: readonly RuleId[]): Result {
  const { rule, severity, sentence, file, line, column } = diagnostic;
  return {
    ruleId: rule,
    ruleIndex: used.indexOf(rule),
    level: levels[severity],
    message: message(sentence),
    locations: [{ physicalLocation: physicalLocation(file, { line, column }) }],
  };
}

function descriptorOf(rule: RuleId, { name, homepage }: RulesPage): ReportingDescriptor {
  const { about, severity } = rules[rule];
  return {
    id: rule,
    shortDescription: { text: `${about}.` },
    help: { text: `${about}. More about it: ${sectionOf(name, rule)}` },
    ...(homepage !== undefined && { helpUri: homepage }),
    defaultConfiguration: { level: levels[severity] },
  };
}
