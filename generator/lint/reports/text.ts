/** For a screen: a line for each diagnostic, and how many there are. */
import { lineOfDiagnostic, type Diagnostic } from '../../diagnostics.ts';
import { counted, summaryOf } from '../summary.ts';

export function textReport(diagnostics: readonly Diagnostic[]): string {
  const { error, warning, info } = summaryOf(diagnostics);
  const counts = [counted(error, 'error'), counted(warning, 'warning'), counted(info, 'info')];
  const summary = `${counts.join(', ')}.`;
  return [...diagnostics.map(lineOfDiagnostic), summary].map((line) => `${line}\n`).join('');
}
