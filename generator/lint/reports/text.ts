/** For a screen: a line for each diagnostic, where their rules are explained, and how many there are. */
import { lineOfDiagnostic, type Diagnostic } from '../../diagnostics.ts';
import { ruleHint, type RulesPage } from '../../reports/rule-links.ts';
import { severityInWords, summaryOf } from '../summary.ts';

export function textReport(diagnostics: readonly Diagnostic[], rulesPage: RulesPage): string {
  const { error, warning, info } = summaryOf(diagnostics);
  const counts = [
    severityInWords(error, 'error'),
    severityInWords(warning, 'warning'),
    severityInWords(info, 'info'),
  ];
  const summary = `${counts.join(', ')}.`;
  return [...diagnostics.map(lineOfDiagnostic), ...ruleHint(diagnostics, rulesPage), summary]
    .map((line) => `${line}\n`)
    .join('');
}
