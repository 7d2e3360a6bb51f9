/** For GitHub Actions: an annotation at the line of each diagnostic. */
import type { Diagnostic, Severity } from '../../diagnostics.ts';
import { annotation, type AnnotationLevel } from '../../reports/annotation.ts';

const levels: Record<Severity, AnnotationLevel> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
};

export function githubReport(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map(({ severity, rule, sentence, file, line, column }) =>
      annotation(levels[severity], { file, line, col: column, title: rule }, sentence),
    )
    .map((line) => `${line}\n`)
    .join('');
}
