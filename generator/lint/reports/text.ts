/** For a screen: a line for each diagnostic, where their rules are explained, and how many there are. */
import { lineOfDiagnostic, type Diagnostic } from '../../diagnostics.ts';
import { ruleHint, type RulesPage } from '../../reports/rule-links.ts';
import { severityInWords, summaryOf, type WordsCount } from '../summary.ts';

export function textReport(
  diagnostics: readonly Diagnostic[],
  rulesPage: RulesPage,
  { count, isTold, command }: WordsCount,
): string {
  const { error, warning, info } = summaryOf(diagnostics);
  const counts = [
    severityInWords(error, 'error'),
    severityInWords(warning, 'warning'),
    severityInWords(info, 'info'),
  ];
  const summary = `${counts.join(', ')}.`;
  const words = isTold || count === 0 ? [] : [wordsLine(count, command)];
  return [
    ...diagnostics.map(lineOfDiagnostic),
    ...ruleHint(diagnostics, rulesPage),
    summary,
    ...words,
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function wordsLine(count: number, command: string): string {
  return count === 1
    ? `1 sentence may state a fact and is kept as words only: ${command} shows it.`
    : `${count} sentences may state facts and are kept as words only: ${command} lists them.`;
}
